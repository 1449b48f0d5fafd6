"""How large a poster's texts are set, and how high they are, by letter widths. Lengths in mm, sizes of type in pt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from portfolio.compose.edition import Edition
from portfolio.i18n import is_written_leftwards
from portfolio.model.face import PT, Face
from portfolio.model.pictureposter import Box, SetText, TextBlock, TextRole
from portfolio.model.text import Phrase

# Where the capitals and figures of a line of Ubuntu begin and end, of its size, in a line as high as the size.
CAP_TOP, CAP_HEIGHT = 0.18, 0.693
KERNED = 0.985  # of a measure counts: letters are a little wider than reckoned where they are joined or bold
_STEP = 1.04  # from one size to the next
_CLOSE, _OPEN, _OPENER = 1.08, 1.3, 1.5
_DEEP = 1.35  # of titles whose letters reach far below the line


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text to be set below others: `scale` is its size by that of the body, `gap` what is above it in bodies."""

    text: Phrase
    role: TextRole = TextRole.TEXT
    scale: float = 1.0
    gap: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """The faces of a poster; `leftwards`: its language has letters that ask for more room between lines."""

    regular: Face
    bold: Face
    leftwards: bool = False

    def leading(self, role: TextRole) -> float:
        """How far apart lines are, by their size."""
        if role is TextRole.NUMBER:
            return 1.0
        if role is TextRole.TITLE:
            return _DEEP if self.leftwards else _CLOSE
        return _OPENER if self.leftwards else _OPEN

    def face(self, role: TextRole) -> Face:
        """What a text is set in."""
        return self.bold if role.is_bold else self.regular

    def width(self, text: str, role: TextRole, size: float) -> float:
        """Of a text in one line."""
        return self.face(role).width(text) * size * PT / KERNED

    def longest(self, text: str, role: TextRole, size: float) -> float:
        """The width of a text's longest word, which is not to be broken."""
        return max(self.face(role).words(text), default=1.0) * size * PT / KERNED

    def lines(self, text: str, role: TextRole, size: float, width: float) -> int:
        """How many lines a text has."""
        return sum(self.face(role).lines(part, width * KERNED / (size * PT)) for part in text.splitlines())

    def height(self, text: str, role: TextRole, size: float, width: float) -> float:
        """Of a text in a measure."""
        return self.lines(text, role, size, width) * size * PT * self.leading(role)

    def largest(self, text: str, role: TextRole, room: tuple[float, float], least: float, most: float) -> float:
        """The largest size at which a text fits in a width and height and no word is broken; else the least."""
        width, height = room
        size = min(most, width / self.longest(text, role, 1.0))
        while size > least and self.height(text, role, size, width) > height:
            size /= _STEP
        return max(size, least)

    def even(self, text: str, role: TextRole, size: float, width: float) -> float:
        """The least width in which a text has no more lines, so that they are about equally long."""
        lines = self.lines(text, role, size, width)
        narrow = max(self.width(text, role, size) / lines, self.longest(text, role, size))
        while narrow < width and self.lines(text, role, size, narrow) > lines:
            narrow += 0.02 * width
        return min(narrow, width)

    def set(self, text: Phrase, role: TextRole, size: float, box: Box, *, light: bool = False) -> TextBlock:
        """A text in its place."""
        return TextBlock(box=box, texts=(self._sized(text, role, size),), light=light)

    def _sized(self, text: Phrase, role: TextRole, size: float, above: float = 0.0) -> SetText:
        return SetText(text=text, role=role, size=size, leading=self.leading(role), above=above)

    def depth(self, lines: Sequence[Line], body: float, width: float) -> float:
        """How high lines are below each other."""
        gaps = sum(line.gap for line in lines[1:]) * body * PT
        return gaps + sum(self.height(line.text.text, line.role, body * line.scale, width) for line in lines)

    def flow(self, lines: Sequence[Line], body: float, box: Box, *, light: bool = False) -> TextBlock:
        """The lines from the top of a box on."""
        gaps = (line.gap * body * PT if place else 0.0 for place, line in enumerate(lines))
        texts = (
            self._sized(line.text, line.role, body * line.scale, gap) for line, gap in zip(lines, gaps, strict=True)
        )
        return TextBlock(box=replace(box, height=self.depth(lines, body, box.width)), texts=tuple(texts), light=light)


def lettering_of(edition: Edition) -> Lettering:
    """The faces of an edition's theme, as its language wants them."""
    sheet = edition.sheet
    return Lettering(regular=sheet.regular, bold=sheet.bold, leftwards=is_written_leftwards(edition.language))
