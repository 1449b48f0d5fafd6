"""The plaque: as HTML for the typesetter, and as plain text to give to an engraver.

Capitals are at least 4 mm high, which is what engravers ask for; nothing stands where the screws sit.
Lengths are in mm, sizes of type in pt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from portfolio.model.face import PT
from portfolio.model.lockup import Lockup
from portfolio.model.sheet import LineRole, Plaque
from portfolio.render.glyphs import Faces, read_faces
from portfolio.render.lockup import Emblems
from portfolio.themes import Theme
from portfolio.visibility.emblem import find_variant
from portfolio.visibility.layout import CLEAR, lay_out

LARGEST, SMALLEST = 96, 20
ONE_LINE = 44  # a name that fits into one line at this size is not broken to be set larger
SMALLEST_TEXT, LARGEST_TEXT = 17, 30  # Ubuntu's capitals are 0.693 of the size high: 4.2 mm at the least
EMBLEM = 20.0  # on a plate of 300 mm: read from farther away than a page, so more than 4 % of its longer side
LEADING = 1.2
ORNAMENT = 18.0  # the row of the pillars' colours below the name, with the room round it
APART = 3.0  # above a line of small text


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """The size of each kind of line in pt; all follow from the name's."""

    school: int

    def size(self, role: LineRole) -> int:
        """The size of a line."""
        match role:
            case LineRole.SCHOOL:
                return self.school
            case LineRole.LABEL | LineRole.YEARS:
                return max(round(self.school * 0.7), SMALLEST)
            case LineRole.TEXT:
                return min(max(round(self.school * 0.36), SMALLEST_TEXT), LARGEST_TEXT)


def plaque_html(plaque: Plaque, theme: Theme, logos: Mapping[str, Path] = MappingProxyType({})) -> str:
    """The plaque as one HTML document, vectors only but for official artwork, which is one of `logos`.

    Raises ProjectError (`theme.template`) when a template of the theme cannot be filled.
    """
    return theme.render(
        "plaque/plaque.html.j2",
        plaque=plaque,
        theme=theme,
        lettering=choose_lettering(plaque, read_faces(theme)),
        ornament_height=ORNAMENT,
        leading=LEADING,
        apart=APART,
        emblem=Emblems(theme, logos),
        emblem_height=EMBLEM,
    )


def plaque_text(plaque: Plaque) -> str:
    """The lines of the plaque; the emblem is named in brackets where it stands."""
    lines = [line.text for line in plaque.lines]
    if plaque.watermark:
        lines = [plaque.watermark, "", *lines]
    if plaque.lockup:
        lines += ["", *_marks(plaque.lockup)]
    return "\n".join(lines) + "\n"


def _marks(lockup: Lockup) -> Iterator[str]:
    if lockup.artwork:
        yield f"[{lockup.read_out}]"
        return
    yield f"[{lockup.alternative}]"
    for statement in lockup.statements:
        yield from statement.text.splitlines()


def choose_lettering(plaque: Plaque, faces: Faces) -> Lettering:
    """The largest lettering with which all lines fit between the holes; the smallest when not even that does."""
    sizes = [Lettering(school=school) for school in range(LARGEST, SMALLEST - 1, -2)]
    fitting = [lettering for lettering in sizes if _height(plaque, lettering, faces) <= _room(plaque, faces)]
    whole = [
        lettering for lettering in fitting if lettering.school >= ONE_LINE and _in_one_line(plaque, lettering, faces)
    ]
    return next(iter(whole or fitting), sizes[-1])


def _room(plaque: Plaque, faces: Faces) -> float:
    """What the holes and the lock-up with its clear space leave."""
    geometry = plaque.geometry
    room = geometry.height - 2 * geometry.safe_margin
    if plaque.lockup:
        layout = lay_out(plaque.lockup, faces.statement.width, find_variant(plaque.lockup.ink))
        room -= EMBLEM * (layout.height + CLEAR)
    return room


def _measure(plaque: Plaque) -> float:
    return plaque.geometry.width - 2 * plaque.geometry.safe_margin


def _height(plaque: Plaque, lettering: Lettering, faces: Faces) -> float:
    """What plaque.css makes of the lines."""
    measure = _measure(plaque)
    lines = (faces.bold.height(line.text, lettering.size(line.role), LEADING, measure) for line in plaque.lines)
    return sum(lines) + ORNAMENT + APART * sum(1 for line in plaque.lines if line.role is LineRole.TEXT)


def _in_one_line(plaque: Plaque, lettering: Lettering, faces: Faces) -> bool:
    return faces.bold.width(plaque.lines[0].text) * lettering.school * PT <= _measure(plaque)
