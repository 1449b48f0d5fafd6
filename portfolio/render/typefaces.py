"""Which family sets which stretch of a text: whole words, and where it can be the whole text, never single letters.

Pango would take the one letter that a font lacks from another: "Azərbaycan" with a strange ə. Only texts with a letter
that the theme's first family lacks are touched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape, unescape
from itertools import groupby

from portfolio.files.font import read_font
from portfolio.i18n import is_right_to_left
from portfolio.themes import Theme

# What no reader misses on paper where no font has it: pictures, and the marks that only join or vary them.
_SIGNS = frozenset({"So", "Sk", "Cn", "Co", "Cs", "Cf", "Cc", "Me"})
_VARIATIONS = range(0xFE00, 0xFE10)
_LOOSE = re.compile(r"(?<!\w)[\u200d\ufe0f]+|[\u200d\ufe0f]+(?!\w)")  # joiners of what was left out
_BRACKETS = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“"}
_BLANKS = frozenset("\n\t\r \u00a0\u00ad")
_EXCERPT = 60  # letters of a text that are shown to find it by

# Markup, and what is set with a font of its own (drawings, the EU's statement) or never set.
_MARKUP = re.compile(
    r'(<style.*?</style>|<title.*?</title>|<svg.*?</svg>|<p class="statement".*?</p>|<[^>]*>)', re.DOTALL
)
_RUNNING = re.compile(r'(?<= data-section=")[^"]*|(?<= data-school=")[^"]*')


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a text with the family that sets it."""

    text: str
    family: str

    @property
    def right_to_left(self) -> bool:
        """Whether it is written from the right."""
        return is_right_to_left(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """Letters that no family of the theme has, and the text in which they stand."""

    letters: str
    text: str


class Typefaces:
    """The families of a theme and their letters, each read when it is first needed.

    `first` is the family in which texts are set anyhow, if that is another than the theme's first.
    """

    def __init__(self, theme: Theme, first: str = "") -> None:
        self._theme = theme
        self._files: dict[str, str] = {}
        self._read: dict[str, Collection[int]] = {}
        for face in theme.faces:
            if face.style == "Regular":
                self._files.setdefault(face.family, face.file)
        families = sorted(self._files, key=lambda family: family != first)
        self.families = tuple(families) or theme.fonts[:1]
        self._plain = _BLANKS.union(map(chr, self.letters(self.families[0])))

    def letters(self, family: str) -> Collection[int]:
        """The code points that a family has; none where it has no file."""
        if family not in self._read:
            file = self._files.get(family)
            self._read[family] = read_font(self._theme.find(file)).advances.keys() if file else frozenset()
        return self._read[family]

    def is_plain(self, text: str) -> bool:
        """Whether the first family has every letter of a text."""
        return self._plain.issuperset(text)

    def stretches(self, text: str) -> tuple[Stretch, ...]:
        """A text in parts, one for each change of family.

        All of it is in the family that has the most of its letters; a word that lacks a letter there is in the first
        family that has all. What is no letter stays with the words round it, so that brackets stay a pair.
        """
        if self.is_plain(text):
            return (Stretch(text=text, family=self.families[0]),) if text else ()
        base = self._best(letter for letter in text if _is_letter(letter))
        parts = ["".join(part) for _, part in groupby(text, _is_letter)]
        set_in = [self._family(part, base) if _is_letter(part[0]) else "" for part in parts]
        for place, family in enumerate(set_in):
            if not family:
                set_in[place] = self._between(parts, set_in, place, base, is_right_to_left(text))
        joined = groupby(zip(parts, set_in, strict=True), lambda pair: pair[1])
        return tuple(_paired([("".join(part for part, _ in pairs), family) for family, pairs in joined]))

    def _between(self, parts: Sequence[str], set_in: Sequence[str], place: int, base: str, leftwards: bool) -> str:
        """The family of what is no letter: that of the words round it which run as the text does."""
        words = [at for at in (place - 1, place + 1) if 0 <= at < len(parts)]
        families = [set_in[at] for at in words]
        if len(words) == 2 and families[0] == families[1]:
            return families[0]
        along = [set_in[at] for at in words if is_right_to_left(parts[at]) == leftwards]
        return base if base in along else next(iter(along), self.families[0])

    def one_for(self, texts: Iterable[str]) -> str:
        """The family that has the most letters of all the texts together, the earliest of those."""
        text = "".join(texts)
        return self.families[0] if self.is_plain(text) else self._best(text)

    def order(self, first: str) -> tuple[str, ...]:
        """The families in the order in which they are tried, with one before the others."""
        return (first, *(family for family in self.families if family != first))

    def lacking(self, text: str) -> str:
        """The letters of a text that no family has, sorted."""
        if self.is_plain(text):
            return ""
        strange = {letter for letter in text if letter not in _BLANKS}
        for family in self.families:
            strange -= {letter for letter in strange if ord(letter) in self.letters(family)}
        return "".join(sorted(strange))

    def without_signs(self, text: str) -> str:
        """A text without the signs that no family has; its letters stay, for a font of the system may have them."""
        signs = set(filter(_is_sign, self.lacking(text)))
        return _LOOSE.sub("", "".join(letter for letter in text if letter not in signs)) if signs else text

    def _best(self, letters: Iterable[str]) -> str:
        codes = [ord(letter) for letter in letters]
        return max(self.families, key=lambda family: sum(code in self.letters(family) for code in codes))

    def _family(self, word: str, base: str) -> str:
        known = (family for family in (base, *self.families) if all(ord(each) in self.letters(family) for each in word))
        return next(known, None) or self._best(word)


def set_typefaces(html: str, typefaces: Typefaces) -> tuple[str, tuple[Lack, ...]]:
    """A document in HTML with each stretch marked that the first family does not set, and what no family has.

    Signs that no family has are left out; letters stay, for a font of the system may have them.
    """
    if typefaces.is_plain(html):
        return html, ()
    lacks: dict[Lack, None] = {}

    def kept(text: str) -> str:
        if lacking := typefaces.lacking(text):
            lacks[Lack(letters=lacking, text=_around(text, lacking[0]))] = None
        return typefaces.without_signs(text)

    def mark(part: str) -> str:
        if part.startswith("<"):
            return _RUNNING.sub(lambda found: escape(kept(unescape(found[0]))), part) if " data-s" in part else part
        if typefaces.is_plain(part):
            return part
        text = kept(unescape(part))
        stretches = typefaces.stretches(text)
        words = "".join(_marked(stretch, typefaces) for stretch in _blanks_first(stretches))
        if len(stretches) < 2 and not is_right_to_left(text):
            return words
        direction = "; direction: rtl" if is_right_to_left(text) else ""
        return f'<span style="overflow-wrap: normal{direction}">{words}</span>'  # WeasyPrint would break any last word

    return "".join(map(mark, _MARKUP.split(html))), tuple(lacks)


def class_typefaces(html: str, typefaces: Typefaces) -> str:
    """A page for browsers with each stretch in a class, `family-2` for the second one's; the first needs none.

    Nothing is left out: what no family has, a browser sets in a font of the computer.
    """
    if typefaces.is_plain(html):
        return html

    def mark(part: str) -> str:
        if part.startswith("<") or typefaces.is_plain(part):
            return part
        return "".join(_classed(stretch, typefaces) for stretch in typefaces.stretches(unescape(part)))

    return "".join(map(mark, _MARKUP.split(html)))


def _classed(stretch: Stretch, typefaces: Typefaces) -> str:
    words, number = escape(stretch.text, quote=False), typefaces.families.index(stretch.family) + 1
    return words if number == 1 else f'<span class="family-{number}">{words}</span>'


def _blanks_first(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches of which none ends with a blank but the last: the next one begins with it.

    Where one ends with a blank and the next has no room in the line, WeasyPrint would break the line far too early.
    """
    blank = ""
    for place, stretch in enumerate(stretches):
        text = blank + stretch.text
        blank = " " if text.endswith(" ") and place < len(stretches) - 1 else ""
        yield replace(stretch, text=text.removesuffix(blank))


def _marked(stretch: Stretch, typefaces: Typefaces) -> str:
    words = escape(stretch.text, quote=False)
    if stretch.family == typefaces.families[0]:
        return words
    families = ", ".join(f"'{family}'" for family in typefaces.order(stretch.family))
    direction = "; direction: rtl" if stretch.right_to_left else ""
    return f'<span style="font-family: {families}; line-height: 0{direction}">{words}</span>'


def _paired(parts: Sequence[tuple[str, str]]) -> Iterator[Stretch]:
    """Stretches of which each has the bracket that closes what it opened: written from the right, brackets turn."""
    given = ""
    for place, (text, family) in enumerate(parts):
        text = text.removeprefix(given)
        following = parts[place + 1][0] if place + 1 < len(parts) else ""
        given = ""
        for mark in following:
            opening = _BRACKETS.get(mark, "")
            if not opening or (text + given).count(opening) <= (text + given).count(mark):
                break
            given += mark
        if text + given:
            yield Stretch(text=text + given, family=family)


def _is_letter(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LM"


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter) in _SIGNS or ord(letter) in _VARIATIONS


def _around(text: str, letter: str) -> str:
    """A few words of a text round a letter of it, in one line."""
    begin = max(0, text.index(letter) - _EXCERPT // 2)
    return " ".join(text[begin : begin + _EXCERPT].split())
