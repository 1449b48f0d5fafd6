"""What a poster's texts are for their look, and how they are set below each other. Lengths in mm, sizes in pt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from portfolio.model.box import Box
from portfolio.model.face import PT
from portfolio.model.pictureposter import SetText, TextBlock, TextRole
from portfolio.model.text import Phrase
from portfolio.visibility.frame import Frame

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


def leading(frame: Frame, role: TextRole) -> float:
    """How far apart lines are, by their size: letters written from the right ask for more room."""
    if role is TextRole.NUMBER:
        return 1.0
    if role is TextRole.TITLE:
        return _DEEP if frame.leftwards else _CLOSE
    return _OPENER if frame.leftwards else _OPEN


def text_height(frame: Frame, text: str, role: TextRole, size: float, width: float) -> float:
    """Of a text in a measure."""
    return frame.lettering.height(text, size, leading(frame, role), width, bold=role.is_bold)


def largest_size(
    frame: Frame, text: str, role: TextRole, room: tuple[float, float], least: float, most: float
) -> float:
    """The largest size at which a text fits in a width and height and no word is broken; else the least."""
    width, height = room
    widest = frame.lettering.widest(text, bold=role.is_bold)  # 0 of what nobody sees
    size = min(most, width / (widest * PT)) if widest else most
    while size > least and text_height(frame, text, role, size, width) > height:
        size /= _STEP
    return max(size, least)


def set_text(frame: Frame, text: Phrase, role: TextRole, size: float, box: Box, *, light: bool = False) -> TextBlock:
    """A text in its place."""
    return TextBlock(box=box, texts=(_sized(frame, text, role, size),), light=light)


def depth(frame: Frame, lines: Sequence[Line], body: float, width: float) -> float:
    """How high lines are below each other."""
    gaps = sum(line.gap for line in lines[1:]) * body * PT
    return gaps + sum(text_height(frame, line.text.text, line.role, body * line.scale, width) for line in lines)


def set_lines(frame: Frame, lines: Sequence[Line], body: float, box: Box, *, light: bool = False) -> TextBlock:
    """The lines from the top of a box on."""
    gaps = (line.gap * body * PT if place else 0.0 for place, line in enumerate(lines))
    texts = (_sized(frame, line.text, line.role, body * line.scale, gap) for line, gap in zip(lines, gaps, strict=True))
    return TextBlock(box=replace(box, height=depth(frame, lines, body, box.width)), texts=tuple(texts), light=light)


def _sized(frame: Frame, text: Phrase, role: TextRole, size: float, above: float = 0.0) -> SetText:
    return SetText(text=text, role=role, size=size, leading=leading(frame, role), above=above)
