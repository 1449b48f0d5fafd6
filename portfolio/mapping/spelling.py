"""How a word is spelt, for comparing: whoever types may leave a letter's mark out, but does not add one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from portfolio.i18n import fold

# Letters that are one whatever the keyboard: the dotless ı, the comma of Romanian that old systems wrote as a cedilla.
_ONE_LETTER = {"ı": "i", "ș": "ş", "ț": "ţ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word as it is compared: `letters` folded, `spelt` the same with their marks; how many capitals it begins with.

    Whoever types may leave marks out ("ogrenci"), never add any: "başında" does not begin as "basın" does.
    """

    letters: str
    spelt: str
    capitals: int

    def agrees(self, stem: Word, at: int) -> bool:
        """Whether no letter from a place on has a mark that the stem's letter there has not."""
        mine = zip(self.spelt[at:], self.letters[at:], stem.spelt, strict=False)
        return all(spelt in (bare, wanted) for spelt, bare, wanted in mine)


@lru_cache(maxsize=50_000)
def spell(written: str) -> Word:
    """A written word as it is compared, remembered: the same few thousand make up all the texts of a school."""
    folded = [(letter, fold(letter)) for letter in unicodedata.normalize("NFKC", written.casefold())]
    return Word(
        letters="".join(bare for _, bare in folded),
        spelt="".join(_ONE_LETTER.get(letter, letter) * len(bare) for letter, bare in folded),
        capitals=sum(1 for _ in takewhile(str.isupper, written)),
    )
