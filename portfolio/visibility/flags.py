"""The flags of a file, each with what stands beside it: what the rules of the emblem look at."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from portfolio.files.words import squeezed
from portfolio.i18n import is_right_to_left
from portfolio.model.marks import (
    Box,
    DrawingMark,
    EmblemMark,
    FileMarks,
    PageMarks,
    PictureMark,
    SeenFlag,
    TextMark,
    box_round,
)
from portfolio.visibility.emblem import BORDER, WIDTH
from portfolio.visibility.layout import CLEAR
from portfolio.visibility.wanted import Wanted

_NEAR = 1.0  # heights of the flag: a statement farther off does not stand beside it
_ALIKE = 0.01  # how much the proportions of official artwork may differ, for they are set in whole thousandths of mm
_ROUNDING = 0.05  # mm

Statement = tuple[TextMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A flag on a page, drawn, a picture or an official file, with the statements beside it.

    `lacking` are those that are not there. `apart`: a statement is there, but not beside the flag. `artwork`: it is
    part of an official file.
    """

    page: PageMarks
    box: Box
    mark: EmblemMark | PictureMark | DrawingMark
    statements: tuple[Statement, ...] = ()
    lacking: tuple[str, ...] = ()
    apart: bool = False
    artwork: bool = False

    @property
    def height(self) -> float:
        """Of the flag without its border, in mm."""
        return self.box.height

    @property
    def drawn(self) -> EmblemMark | None:
        """The flag as drawing, None where it is a picture."""
        return self.mark if isinstance(self.mark, EmblemMark) else None

    @property
    def seen(self) -> SeenFlag | None:
        """What pixels tell of the flag, None where it is none in a picture."""
        return self.mark.seen if isinstance(self.mark, PictureMark) and not self.artwork else None

    @property
    def whole(self) -> Box:
        """The flag with its border and its statements."""
        flag = self.mark.edge if isinstance(self.mark, EmblemMark) else self.mark.box
        return box_round([flag, *(each.box for statement in self.statements for each in statement)])

    @property
    def zone(self) -> Box:
        """What is to be kept clear: our own choice."""
        return self.whole.grown(CLEAR * self.height)


def find_flags(marks: FileMarks, wanted: Wanted) -> tuple[Flag, ...]:
    """Every flag of a file, page by page."""
    return tuple(_with_statements(flag, wanted) for page in marks.pages for flag in _flags(page, wanted))


def _flags(page: PageMarks, wanted: Wanted) -> Iterator[Flag]:
    given: tuple[PictureMark | DrawingMark, ...] = (*page.pictures, *page.drawings)
    artworks = [each for each in given if _is_artwork(each.box, wanted)]
    for artwork in artworks:
        # It may have the border of a negative, and has about half its height for a statement below.
        upright = wanted.artwork is not None and wanted.artwork.upright
        height = artwork.box.height / (2 if upright else 1) / (1 + 2 * BORDER)
        box = Box(artwork.box.left, artwork.box.top, artwork.box.left + WIDTH * height, artwork.box.top + height)
        yield Flag(page=page, box=box, mark=artwork, artwork=True)
    for emblem in page.emblems:
        if not any(artwork.box.grown(_ROUNDING).holds(emblem.box) for artwork in artworks):
            yield Flag(page=page, box=emblem.box, mark=emblem)
    for picture in () if wanted.inside else page.pictures:  # there it is on a paper that the school was given
        if picture.seen and picture not in artworks:
            yield Flag(page=page, box=picture.seen.box, mark=picture)


def _is_artwork(box: Box, wanted: Wanted) -> bool:
    """Whether what fills a box has the proportions of the official file that the school gives."""
    return bool(wanted.artwork and box.height and abs(box.width / box.height / wanted.artwork.shape - 1) < _ALIKE)


def _with_statements(flag: Flag, wanted: Wanted) -> Flag:
    if flag.artwork:  # it brings its own words
        return flag
    found = {text: each for text in wanted.statements if (each := _find(text, flag))}
    nearest = min((_distance(each, flag) for each in found.values()), default=0.0)
    if nearest > _NEAR * flag.height:
        return replace(flag, lacking=wanted.statements, apart=True)
    lacking = tuple(text for text in wanted.statements if text not in found)
    return replace(flag, statements=tuple(found.values()), lacking=() if found and not wanted.own else lacking)


def is_there(text: str, flag: Flag) -> bool:
    """Whether a statement stands beside a flag."""
    found = _find(text, flag)
    return bool(found) and _distance(found, flag) <= _NEAR * flag.height


def beside(flag: Flag) -> tuple[TextMark, ...]:
    """All letters that stand as near to a flag as its statement would."""
    return tuple(each for each in flag.page.texts if each.box.far_from(flag.box) <= _NEAR * flag.height)


def _distance(statement: Statement, flag: Flag) -> float:
    return min(each.box.far_from(flag.box) for each in statement)


def _find(text: str, flag: Flag) -> Statement:
    """Where a statement stands in lines of its own, nearest to a flag; () where it does not."""
    wanted = squeezed(text)
    if is_right_to_left(text):
        return _leftwards(wanted, flag)
    texts = [(each, squeezed(each.text)) for each in flag.page.texts]
    texts = [(each, letters) for each, letters in texts if letters]
    row = "".join(letters for _, letters in texts)
    ends = list(accumulate(len(letters) for _, letters in texts))
    starts = {end - len(letters): place for place, ((_, letters), end) in enumerate(zip(texts, ends, strict=True))}
    stops = {end: place for place, end in enumerate(ends)}
    found: list[Statement] = []
    at = row.find(wanted)
    while at >= 0:
        if at in starts and at + len(wanted) in stops:
            found.append(tuple(each for each, _ in texts[starts[at] : stops[at + len(wanted)] + 1]))
        at = row.find(wanted, at + 1)
    return min(found, key=lambda each: _distance(each, flag), default=())


def _leftwards(wanted: str, flag: Flag) -> Statement:
    """A statement that is written from the right: in a file its letters stand in any order, so they are counted."""
    lines = [each for each in flag.page.texts if _is_leftwards(each.text)]
    letters = [Counter(squeezed(each.text)) for each in lines]
    found: list[Statement] = []
    for first in range(len(lines)):
        counted = Counter[str]()
        for last in range(first, len(lines)):
            counted += letters[last]
            if counted == Counter(wanted):
                found.append(tuple(lines[first : last + 1]))
            if counted.total() >= len(wanted):
                break
    return min(found, key=lambda each: _distance(each, flag), default=())


def _is_leftwards(text: str) -> bool:
    """Whether any letter is written from the right, on its own or in the form in which fonts join it."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
