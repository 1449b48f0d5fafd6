"""How a language writes: document words, plural forms, dates, numbers, capitals, order; and `fold` to compare texts.

All that a language needs is one file, `messages/<language>.yaml` of a theme: words by dotted key, and its rules under
`rules` (grouping of numbers, alphabet, which counts are "one", brand words) and `dates`.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from portfolio.files.node import flat
from portfolio.files.yamlfile import read_yaml
from portfolio.model.dating import Dating, Precision

T = TypeVar("T")

FALLBACK = "en"

# Letters that Unicode does not decompose, though people type them without their stroke; and the dotless ı.
_UNDECOMPOSED = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
# Unicode SpecialCasing: in these languages i and ı are two letters, each with its own capital.
_DOTTED_I = frozenset({"tr", "az"})
# Written from the right (Unicode CLDR 45, characterOrder); css/text.css of the base theme has the same list.
_LEFTWARDS = frozenset({"ar", "ckb", "fa", "he", "ps", "ur", "yi"})
_ARABIC_COMMA = _LEFTWARDS - {"he", "yi"}  # U+060C (Unicode CLDR 45, listPattern)
_FIRST_LETTER = 0x110000  # where an alphabet's places begin: behind every sign that Unicode has
_GREEK_ACCENT = "\N{COMBINING ACUTE ACCENT}"


def fold(text: str) -> str:
    """A text as it is compared: caseless, without diacritics, compatibility forms and extra blanks; İ, I, ı, i are one.

    Idempotent: `fold(fold(text)) == fold(text)`.
    """
    if text.isascii():  # most names of files and fields: nothing to decompose
        return " ".join(text.lower().split())
    bare = text
    for _ in range(2):  # the second round folds what the first one uncovered (a compatibility form of a capital)
        decomposed = unicodedata.normalize("NFKD", bare.casefold())
        bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.translate(_UNDECOMPOSED).split())


def upper(text: str, language: str, keep: Sequence[str] = ()) -> str:
    """Capitals by the rules of a language (tr, az: i → İ; el: without accents); the words in `keep` stay as written."""
    if not keep:
        return _upper(text, language)
    words = "|".join(re.escape(word) for word in sorted(keep, key=len, reverse=True) if word)
    parts = re.split(f"({words})", text)
    return "".join(part if part in keep else _upper(part, language) for part in parts)


def _upper(text: str, language: str) -> str:
    if primary(language) in _DOTTED_I:
        return text.replace("i", "İ").upper()
    if primary(language) == "el":
        bare = unicodedata.normalize("NFD", text.upper()).replace(_GREEK_ACCENT, "")
        return unicodedata.normalize("NFC", bare)
    return text.upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """The words and rules of one language; `words`: dotted key ("dates.months.11") → text with `{placeholders}`."""

    language: str
    words: Mapping[str, str]

    def word(self, key: str, /, **values: object) -> str:
        """The text of a key with its placeholders filled. Raises KeyError for an unknown key or a missing value."""
        return _PLACEHOLDER.sub(lambda found: str(values[found[1]]), self.words[key])

    def count(self, key: str, n: int, /, **values: object) -> str:
        """The form of a key that goes with a number (CLDR "one" or "other"); `{n}` in it becomes the number."""
        form = "one" if str(n) in self.words["rules.one"].split() else "other"
        return self.word(f"{key}.{form}", n=self.number(n), **values)

    def listed(self, parts: Iterable[str]) -> str:
        """Some words with the language's comma between them, those that are empty left out."""
        return ("، " if primary(self.language) in _ARABIC_COMMA else ", ").join(filter(None, parts))

    def number(self, n: int) -> str:
        """A count with the language's grouping: tr 1.234, en 1,234, sv 1 234. Never for years."""
        return f"{n:,}".replace(",", self.words["rules.group"])

    def date(self, day: datetime.date) -> str:
        """A day in words: "20 Kasım 2026"."""
        return self.word("dates.day", day=day.day, month=self._month(day), year=day.year)

    def weekday(self, day: datetime.date) -> str:
        """The day of the week: "Cumartesi"."""
        return self.words[f"dates.weekdays.{day.isoweekday()}"]

    def month_and_year(self, day: datetime.date) -> str:
        """A month in words, as it stands behind a day's number: "Mayıs 2026", in Greek "Μαΐου 2026"."""
        return self.word("dates.month_of_year", month=self._month(day), year=day.year)

    def dating(self, dating: Dating) -> str:
        """A date as exactly as it is known: a day, "October 2025", "2025", a school year, or from – to."""
        first, last = dating.first, dating.last
        match dating.precision:
            case Precision.DAY:
                return self.date(first)
            case Precision.MONTH:
                alone = self.words.get(f"dates.months_alone.{first.month}", self._month(first))
                return self.word("dates.month_of_year", month=alone, year=first.year)
            case Precision.YEAR:
                return str(first.year)
            case Precision.PERIOD:
                if _is_school_year(first, last):
                    return self.school_year(first.year)
                return self.word("dates.period", first=self.date(first), last=self.date(last))

    def school_year(self, first: int) -> str:
        """The school year that begins in the year `first`."""
        return self.word("dates.school_year", first=first, last=first + 1)

    @property
    def brands(self) -> tuple[str, ...]:
        """The words that are never re-cased."""
        return tuple(self.words["rules.brands"].split())

    def upper(self, text: str, keep: Sequence[str] = ()) -> str:
        """Capitals by the language's rules; brand words and those in `keep` stay as written."""
        return upper(text, self.language, (*self.brands, *keep))

    def capitalise(self, text: str) -> str:
        """A text as a title begins; a brand word keeps its small letter."""
        return text if text.startswith(self.brands) else upper(text[:1], self.language) + text[1:]

    def language_name(self, code: str) -> str:
        """A language's name in this language ("Swedish"); the code itself where the file has none."""
        return self.words.get(f"languages.{primary(code)}", code)

    def sort_key(self, text: str) -> tuple[tuple[int, ...], str]:
        """What to sort by: the places of a text's letters in the language's alphabet (tr: c ç d … ı i; sv: … å ä ö)."""
        alphabet = self.words["rules.alphabet"].split()
        places = {letter: place for place, letter in enumerate(alphabet, start=_FIRST_LETTER)}
        if primary(self.language) in _DOTTED_I:
            text = text.replace("I", "ı").replace("İ", "i")
        letters = unicodedata.normalize("NFC", text.lower())
        return tuple(place for letter in letters for place in _places(letter, places)), text

    def _month(self, day: datetime.date) -> str:
        return self.words[f"dates.months.{day.month}"]


def _places(letter: str, places: Mapping[str, int]) -> Iterator[int]:
    """A letter's own place, else those of the letters it folds to; digits and signs stand before all letters."""
    if letter in places:
        yield places[letter]
        return
    for bare in fold(letter):
        yield places.get(bare, ord(bare) + (_FIRST_LETTER if bare.isalpha() else 0))


def _is_school_year(first: datetime.date, last: datetime.date) -> bool:
    return first.month in (8, 9) and first.day == 1 and last.year == first.year + 1 and 5 <= last.month <= 8


def read_locale(language: str, folders: Sequence[Path]) -> Locale:
    """The words of a language from the folders of a theme chain, the most particular first.

    A missing word falls back from "fr-BE" to "fr" to English, and from a theme to the one it is made from.
    Raises what `read_yaml` raises, and FileNotFoundError when not even English is there.
    """
    words: dict[str, str] = {}
    for code in reversed(_chain(language)):
        words.update(_words(code, folders))
    if not words:
        raise FileNotFoundError(f"no messages for {language} or {FALLBACK}")
    return Locale(language=language, words=words)


def missing_words(language: str, folders: Sequence[Path], wanted: Set[str] | None = None) -> tuple[str, ...]:
    """The wanted keys that a language ("fr-BE", then "fr") has not in the folders of a chain, sorted.

    Wanted are all that English has, if nothing else is said. Raises what `read_yaml` raises.
    """
    chain = _chain(language)
    own = {key for code in chain if code != FALLBACK or primary(language) == FALLBACK for key in _words(code, folders)}
    return tuple(sorted((_words(FALLBACK, folders).keys() if wanted is None else wanted) - own))


def _words(code: str, folders: Sequence[Path]) -> dict[str, str]:
    """What the files of one code say, the most particular folder's word holding."""
    words: dict[str, str] = {}
    for folder in reversed(folders):
        words.update(_file_words(folder / f"{code}.yaml"))
    return words


def _file_words(path: Path) -> Mapping[str, str]:
    if not path.is_file():
        return {}
    stat = path.stat()
    return _read_words(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=128)
def _read_words(path: Path, modified: int, size: int) -> Mapping[str, str]:  # noqa: ARG001 - they tell another text
    return flat(read_yaml(path))


def languages_in(folders: Sequence[Path]) -> tuple[str, ...]:
    """The languages that have a file of their own in a theme chain, sorted."""
    return tuple(sorted({path.stem for folder in folders for path in folder.glob("*.yaml")}))


def _chain(language: str) -> tuple[str, ...]:
    parts = language.split("-")
    own = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return tuple(dict.fromkeys((*own, FALLBACK)))


def spoken(texts: Mapping[str, T], language: str) -> tuple[T, str]:
    """What there is in a language ("fr-BE", then "fr"), else in English, else in the first one; and that one's code.

    The code is "" for the language asked for. Raises LookupError when there is none at all.
    """
    for code in (language, primary(language)):
        if code in texts:
            return texts[code], ""
    for code in (FALLBACK, *texts):
        if code in texts:
            return texts[code], code
    raise LookupError("a text without any language")


def is_written_leftwards(language: str) -> bool:
    """Whether a language is written from the right."""
    return primary(language) in _LEFTWARDS


def is_right_to_left(text: str) -> bool:
    """Whether a text's first letter with a direction is written from the right (Unicode bidi classes R and AL)."""
    classes = (unicodedata.bidirectional(letter) for letter in text)
    return next((each in ("R", "AL") for each in classes if each in ("L", "R", "AL")), False)


def primary(language: str) -> str:
    """A language without its region or script: "fr-BE" is "fr"."""
    return language.partition("-")[0]
