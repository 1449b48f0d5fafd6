"""What the parts of a Word document refer to by name or number: bookmarks, pictures, addresses, lists, languages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import TypeVar

from portfolio.render import wordml
from portfolio.render.derivatives import Derivative
from portfolio.render.wordml import Markup

T = TypeVar("T")

BOOKMARK_LENGTH = 40  # Word cuts off what is longer
ADDRESSES = ("https://", "http://", "mailto:")

# Word knows languages with their region. The region that is most likely (Unicode CLDR 45, likelySubtags), where it is
# not the language's own code in capitals.
_REGIONS = {
    "ar": "EG", "be": "BY", "bs": "BA", "ca": "ES", "cs": "CZ", "cy": "GB", "da": "DK", "el": "GR", "en": "GB",
    "et": "EE", "eu": "ES", "fa": "IR", "ga": "IE", "gl": "ES", "he": "IL", "hy": "AM", "ka": "GE", "kk": "KZ",
    "ku": "TR", "lb": "LU", "nb": "NO", "nn": "NO", "sl": "SI", "sq": "AL", "sr": "RS", "sv": "SE", "uk": "UA",
}  # fmt: skip


def language_tag(language: str) -> str:
    """A language as Word wants it: "sv" is "sv-SE"; a tag that names a region stays, so do "" and three letters."""
    if len(language) != 2:
        return language
    return f"{language}-{_REGIONS.get(language, language.upper())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """The bytes of a picture, its suffix (".jpg") and its size in px."""

    data: bytes
    suffix: str
    width_px: int
    height_px: int

    def within(self, width_mm: float, height_mm: float) -> tuple[float, float]:
        """The largest size in mm that fits a box, the proportions kept."""
        scale = min(width_mm / self.width_px, height_mm / self.height_px)
        return self.width_px * scale, self.height_px * scale


class StyleIds(dict[str, str]):
    """The ids of the reference document's styles by name; one that it lacks is set as plain text, and remembered."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        super().__init__(ids)
        self.lacking: list[str] = []

    def __missing__(self, name: str) -> str:
        self.lacking.append(name)
        self[name] = self.get("Normal", "Normal")
        return self[name]


class References:
    """Gives out names and numbers, each once, in the order of asking; the package writes down what was asked for.

    `pictures` and `addresses`: relationship → what it leads to. `lists`: the ids of numbered lists, each from 1.
    """

    def __init__(self, derivatives: Mapping[str, Derivative]) -> None:
        self.pictures: dict[str, PictureFile] = {}
        self.addresses: dict[str, str] = {}
        self.lists: list[int] = []
        self._derivatives = derivatives
        self._bookmarks: dict[str, str] = {}
        self._names: set[str] = set()
        self._by_content: dict[str, str] = {}
        self._bookmark_numbers = count(1)
        self._drawing_numbers = count(1)
        self._counted: dict[str, int] = {}

    def bookmark(self, anchor: str) -> str:
        """The bookmark of an anchor: letters, digits and "_", at most 40 of them, unlike any other."""
        if anchor not in self._bookmarks:
            plain = re.sub(r"[^A-Za-z0-9]+", "_", anchor).strip("_")
            stem = plain if plain[:1].isalpha() else f"a_{plain}"
            name, other = stem[:BOOKMARK_LENGTH], count(2)
            while name.casefold() in self._names:  # Word takes "A" and "a" for the same
                suffix = f"_{next(other)}"
                name = stem[: BOOKMARK_LENGTH - len(suffix)] + suffix
            self._names.add(name.casefold())
            self._bookmarks[anchor] = name
        return self._bookmarks[anchor]

    def mark(self, anchor: str, *content: Markup) -> Markup:
        """Content to which links to an anchor lead; "" marks nothing."""
        if not anchor:
            return wordml.join(*content)
        return wordml.bookmark(next(self._bookmark_numbers), self.bookmark(anchor), *content)

    def link(self, target: str, *content: Markup) -> Markup:
        """Content that leads to "#anchor" or to an address; to nowhere when it is neither."""
        if target.startswith("#"):
            return wordml.link_inside(self.bookmark(target[1:]), *content)
        if target.startswith(ADDRESSES):
            return wordml.link_outside(self._relationship("Link", target, self.addresses, target), *content)
        return wordml.join(*content)

    def derivative(self, key: str) -> PictureFile | None:
        """The picture made for a placement, or None."""
        made = self._derivatives.get(key)
        if made is None:
            return None
        return PictureFile(
            data=made.path.read_bytes(), suffix=made.path.suffix, width_px=made.width_px, height_px=made.height_px
        )

    def picture(self, file: PictureFile, size_mm: tuple[float, float], alternative: str, title: str) -> Markup:
        """A picture at a size; the same bytes are stored once."""
        digest = hashlib.sha256(file.data).hexdigest()
        relationship = self._relationship("Picture", digest, self.pictures, file)
        return wordml.picture(next(self._drawing_numbers), relationship, *size_mm, alternative, title)

    def numbered(self, number: str, *, style: str, colour: str) -> Markup:
        """An exhibit's number ("2.3") as plain words and a field that counts the exhibits of its pillar.

        The field says what it counts to where the one before it is another one: what is not shown keeps its number.
        """
        pillar, dot, last = number.rpartition(".")
        if not (dot and last.isdecimal()):
            return wordml.run(number, style=style, colour=colour)
        place = int(last)
        start = "" if self._counted.get(pillar, 0) + 1 == place else f" \\r {place}"
        self._counted[pillar] = place
        count = f"SEQ exhibit_{pillar} \\* ARABIC{start} \\* MERGEFORMAT"
        result = wordml.run(last, style=style, colour=colour)
        return wordml.join(
            wordml.run(f"{pillar}.", style=style, colour=colour),
            wordml.field(count, result, style=style, colour=colour),
        )

    def new_list(self) -> int:
        """The id of one more numbered list, which counts from 1."""
        self.lists.append(1000 + len(self.lists))  # a reference document's own lists have small ids
        return self.lists[-1]

    def _relationship(self, kind: str, content: str, known: dict[str, T], target: T) -> str:
        if content not in self._by_content:
            self._by_content[content] = f"rId{kind}{len(known) + 1}"
            known[self._by_content[content]] = target
        return self._by_content[content]
