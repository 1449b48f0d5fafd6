"""Where everything stands on a plaque, and how large: reckoned for the plate, before anything is set.

Lengths are in mm, sizes of type in pt. Capitals are at least 4 mm high, which is what engravers ask for; with an EU
lock-up that holds for its statement too. Nothing stands in the margin, so that the corners are clear for screws.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, takewhile
from math import ceil, inf, sqrt

from portfolio.errors import ProjectError
from portfolio.i18n import is_right_to_left, is_written_leftwards
from portfolio.model.face import PT, Faces
from portfolio.model.lockup import Ink, Lockup
from portfolio.model.papersize import LARGEST as LARGEST_SIDE
from portfolio.model.problem import Problem, error
from portfolio.model.sheet import LineRole, PageGeometry, Plaque, PlaqueLine
from portfolio.model.text import has_leftwards
from portfolio.render.evenlines import Texts, Way
from portfolio.visibility.emblem import find_variant
from portfolio.visibility.layout import CLEAR, TYPE, LockupLayout, lay_out

CAPITALS = 0.693  # the height of Ubuntu's capitals by its size; Noto's are a little higher
LEAST_CAPITALS = 4.0
SMALLEST = 17.0  # pt: capitals of 4.2 mm
LEADING = 1.2
# On a plate of 300 × 200 mm; on others they grow with the root of the plate.
LARGEST, LARGEST_TEXT = 96.0, 30.0
ONE_LINE = 44.0  # a main line that fits at this size is not broken to be set larger
EMBLEM = 20.0  # read from farther away than a page, so more than 4 % of the longer side
ORNAMENT = 18.0  # the row of the pillars' colours below the main line, with the room round it
APART = {LineRole.MAIN: 2.0, LineRole.TEXT: 3.0, LineRole.SCHOOL: 6.0}  # above such a line
AIRY = 0.07  # of the width is left clear at both sides, for the look
HALF = 0.4  # of the room: a broken main line is not to take more, or it is all that is seen
FULL = 0.88  # of the room: where lines leave more, all but the main one are set larger
_PLATE = 300.0 * 200.0
_SHARES = {LineRole.LABEL: 0.7, LineRole.YEARS: 0.7, LineRole.SCHOOL: 0.55, LineRole.TEXT: 0.42}
_FULLER = (1.6, 1.4, 1.2)  # how much larger these are then set, the most first
_FULLEST = 0.75  # of the main line's size: none of them is larger
_SMALLER = 0.97  # from one size that is tried to the next
_LARGER, _ROUND = 1.03, 5  # from one plate that is tried to the next, and the mm to which it is rounded
_SURE = 0.985  # of a measure counts: letters are set a little otherwise than their widths add up to
_NAMED = 150  # letters of a text by which it is known
_FEWEST = 3  # letters that are left of a text


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLine:
    """A text in its lines: how large, how far from the plate's upper edge, whether it is written from the right."""

    texts: tuple[str, ...]
    role: LineRole
    size: float
    top: float
    leftwards: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaqueLayout:
    """All that stands on a plate. `ornament` is where its middle is; the flag of a lock-up is `emblem` high."""

    lines: tuple[SetLine, ...]
    ornament: float
    scale: float
    emblem: float = 0.0
    lockup: tuple[float, float] = (0.0, 0.0)  # left and top


def lay_out_plaque(plaque: Plaque, faces: Faces) -> PlaqueLayout:
    """The largest lettering with which all fits; its lines are about equally long.

    Raises ProjectError: `plaque.too-long` where a text of the school's can be cut so that it fits, else
    `plaque.too-small`, both with the size of a plate that would do.
    """
    if layout := _lay_out(plaque, Texts(faces)):
        return layout
    raise ProjectError(_misfit(plaque, Texts(faces)))


def find_misfit(plaque: Plaque, faces: Faces) -> Problem | None:
    """Why a plaque, or its engraving, does not fit on its plate; None where both do."""
    texts = Texts(faces)
    return None if _fit(plaque, texts) else _misfit(plaque, texts)


def engraved(plaque: Plaque) -> Plaque:
    """The plaque as an engraver cuts it, in black alone: the emblem drawn, whatever artwork the school has of it."""
    lockup = replace(plaque.lockup, ink=Ink.BLACK, artwork=None) if plaque.lockup else None
    return replace(plaque, lockup=lockup)


def _fit(plaque: Plaque, texts: Texts) -> bool:
    """Whether a plaque can be set, and its engraving, whose emblem has an edge."""
    return all(_lay_out(each, texts) for each in dict.fromkeys((plaque, engraved(plaque))))


def _misfit(plaque: Plaque, texts: Texts) -> Problem:
    width, height = plaque.geometry.width, plaque.geometry.height
    wide, high = _larger(plaque, texts)
    values = {"width": f"{width:g}", "height": f"{height:g}", "wide": wide, "high": high}
    for place in sorted(range(len(plaque.lines)), key=lambda place: -len(plaque.lines[place].text)):
        line = plaque.lines[place]
        if line.own and (cut := _too_many(plaque, place, texts)):
            values |= {"text": _named(line.text), "letters": len(line.text), "cut": cut}
            return error("plaque.too-long", None, **values)
    return error("plaque.too-small", None, **values)


def _named(text: str) -> str:
    return text if len(text) <= _NAMED else f"{text[:_NAMED]}…"


def _too_many(plaque: Plaque, place: int, texts: Texts) -> int:
    """By how many letters a line is too long; 0 where no shorter one would do either."""
    line = plaque.lines[place]
    fits, too_long = _FEWEST, len(line.text)
    if not _fit(_with_line(plaque, place, line.text[:fits]), texts):
        return 0
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if _fit(_with_line(plaque, place, line.text[:middle]), texts):
            fits = middle
        else:
            too_long = middle
    return len(line.text) - fits


def _with_line(plaque: Plaque, place: int, text: str) -> Plaque:
    lines = list(plaque.lines)
    lines[place] = replace(lines[place], text=text)
    return replace(plaque, lines=tuple(lines))


def _larger(plaque: Plaque, texts: Texts) -> tuple[int, int]:
    """The width and height of the next plate of about the same shape on which all fits; the largest if on none."""
    width, height = plaque.geometry.width, plaque.geometry.height
    while min(width, height) < LARGEST_SIDE:
        width, height = width * _LARGER, height * _LARGER
        wide, high = (min(_ROUND * ceil(side / _ROUND), int(LARGEST_SIDE)) for side in (width, height))
        margin = plaque.geometry.safe_margin * min(wide, high) / min(plaque.geometry.width, plaque.geometry.height)
        if _fit(replace(plaque, geometry=PageGeometry(width=wide, height=high, safe_margin=margin)), texts):
            return wide, high
    return int(LARGEST_SIDE), int(LARGEST_SIDE)


def _lay_out(plaque: Plaque, texts: Texts) -> PlaqueLayout | None:
    """The layout, with the flag as large as it should be if that leaves room enough; None where nothing fits."""
    plates = (_Plate(plaque, texts, emblem, lockup) for emblem, lockup in _emblems(plaque, texts))
    return next((found for plate in plates if (found := plate.filled())), None)


def _emblems(plaque: Plaque, texts: Texts) -> Iterator[tuple[float, LockupLayout | None]]:
    """How high the flag may be, the height that it should have first, and its lock-up in units of it."""
    if not plaque.lockup:
        yield 0.0, None
        return
    layout = lay_out(plaque.lockup, texts.faces.statement.width, find_variant(plaque.lockup.ink))
    least = LEAST_CAPITALS / (CAPITALS * _least_type(layout, plaque.lockup))
    wanted = max(EMBLEM * _scale(plaque.geometry), least)
    for height in dict.fromkeys((wanted, least)):
        if layout.width * height + 2 * max(CLEAR * height, plaque.geometry.safe_margin) <= plaque.geometry.width:
            yield height, layout


def _least_type(layout: LockupLayout, lockup: Lockup) -> float:
    """The size of the smallest statement by the flag's height; in official artwork it is about what ours is."""
    return TYPE if lockup.artwork else min(each.type for each in (*layout.before, *layout.after))


def _scale(geometry: PageGeometry) -> float:
    return sqrt(geometry.width * geometry.height / _PLATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lettering:
    """The size of each kind of line; all follow from the main one's, and from the plate's `scale`."""

    main: float
    scale: float
    fuller: float = 1.0

    def size(self, role: LineRole) -> float:
        """The size of a line."""
        if role is LineRole.MAIN:
            return self.main
        size = max(_SHARES[role] * self.main * min(self.fuller, _FULLEST / _SHARES[role]), SMALLEST)
        return min(size, max(LARGEST_TEXT * self.scale, SMALLEST)) if role is LineRole.TEXT else size

    def height(self, role: LineRole, lines: int) -> float:
        """The height of a text in so many lines."""
        return lines * self.size(role) * PT * LEADING


class _Plate:
    """A plate to be filled, with the flag of its lock-up `emblem` high."""

    def __init__(self, plaque: Plaque, texts: Texts, emblem: float, lockup: LockupLayout | None) -> None:
        geometry = plaque.geometry
        self._plaque, self._texts, self._emblem, self._lockup = plaque, texts, emblem, lockup
        self._scale = _scale(geometry)
        self._measure = _SURE * (geometry.width - 2 * max(geometry.safe_margin, AIRY * geometry.width))
        clear = CLEAR * emblem
        foot = max(geometry.safe_margin, clear)
        self._lockup_top = geometry.height - foot - (lockup.height * emblem if lockup else 0.0)
        self._room = self._lockup_top - clear - geometry.safe_margin if lockup else geometry.height - 2 * foot

    def filled(self) -> PlaqueLayout | None:
        """The largest lettering that leaves the main line whole, else the largest with which it is not heavy."""
        sizes = takewhile(lambda size: size > SMALLEST, (LARGEST * self._scale * _SMALLER**step for step in count()))
        letterings = (_Lettering(main=size, scale=self._scale) for size in (*sizes, SMALLEST))
        fitting = [lettering for lettering in letterings if self._height(lettering) <= self._room]
        if not fitting:
            return None
        whole = (each for each in fitting if each.main >= ONE_LINE * self._scale and self._main(each)[0] == 1)
        calm = (each for each in fitting if self._main(each)[1] <= HALF * self._room)
        chosen = next(whole, None) or next(calm, fitting[0])
        fuller = (replace(chosen, fuller=more) for more in _FULLER)
        return self._set(next((each for each in fuller if self._height(each) <= FULL * self._room), chosen))

    def _main(self, lettering: _Lettering) -> tuple[int, float]:
        """In how many lines the main one is, and how high they are; it is known to fit."""
        line = next(line for line in self._plaque.lines if line.role is LineRole.MAIN)
        way = self._way(line, lettering)
        assert way is not None
        return len(way.texts), lettering.height(line.role, len(way.texts))

    def _way(self, line: PlaqueLine, lettering: _Lettering) -> Way | None:
        """A text in as few lines as it needs; None where a word is broader than the plate."""
        em = lettering.size(line.role) * PT
        return next((way for way in self._texts.ways(line.text) if way.width * em <= self._measure), None)

    def _height(self, lettering: _Lettering) -> float:
        """How high all lines are with the ornament; infinite where a word is too broad."""
        height = ORNAMENT * self._scale
        for place, line in enumerate(self._plaque.lines):
            way = self._way(line, lettering)
            if way is None:
                return inf
            height += self._gap(place) + lettering.height(line.role, len(way.texts))
        return height

    def _gap(self, place: int) -> float:
        """What is above a line, but for the first and what the ornament parts from the main one."""
        if not place or self._plaque.lines[place - 1].role is LineRole.MAIN:
            return 0.0
        return APART.get(self._plaque.lines[place].role, 0.0) * self._scale

    def _is_leftwards(self, text: str) -> bool:
        """As its first letter is written; on a plaque from the right, as soon as any letter is."""
        return is_right_to_left(text) or (is_written_leftwards(self._plaque.language) and has_leftwards(text))

    def _set(self, lettering: _Lettering) -> PlaqueLayout:
        geometry = self._plaque.geometry
        top = geometry.safe_margin + (self._room - self._height(lettering)) / 2
        lines: list[SetLine] = []
        ornament = 0.0
        for place, line in enumerate(self._plaque.lines):
            way = self._way(line, lettering)
            assert way is not None  # it was measured
            top += self._gap(place)
            size, leftwards = lettering.size(line.role), self._is_leftwards(line.text)
            lines.append(SetLine(texts=way.texts, role=line.role, size=size, top=top, leftwards=leftwards))
            top += lettering.height(line.role, len(way.texts))
            if line.role is LineRole.MAIN:
                ornament, top = top + ORNAMENT * self._scale / 2, top + ORNAMENT * self._scale
        left = (geometry.width - self._lockup.width * self._emblem) / 2 if self._lockup else 0.0
        return PlaqueLayout(
            lines=tuple(lines),
            ornament=ornament,
            scale=self._scale,
            emblem=self._emblem,
            lockup=(left, self._lockup_top),
        )
