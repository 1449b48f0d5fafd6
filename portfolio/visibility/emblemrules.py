"""The rules of the emblem: how large it is, how it is drawn and coloured, and what stands round it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from math import atan2, degrees, hypot

from portfolio.model.lockup import Ink
from portfolio.model.marks import Box, Colour, EmblemMark, Point, box_round
from portfolio.model.problem import Problem, error, note, warning
from portfolio.visibility.emblem import STAR, WIDTH, star, star_centres
from portfolio.visibility.flags import Flag, beside
from portfolio.visibility.layout import CLEAR, LEAST_MM, PROMINENT
from portfolio.visibility.wanted import Wanted

STARS = 12
_EXACT = 0.01  # of the flag's height: what differs less was drawn from the same construction
_TURNED = 0.12  # of a star's radius: how far its tip may stand beside its middle
_ROUNDING = 0.05  # mm
_SLIGHT = 0.02  # of the flag's height: what reaches less far into the clear space is no fault
_LOGO = 0.05  # of a page: a larger picture in somebody else's file is no logo
_UPRIGHT = 0.5  # degrees
_PIXELS = 0.05  # of its proportions: the edges of a flag in a picture are found to a few pixels
_TOLD_LETTERS = 60  # of a text that is quoted
_TINT = 2 / 255  # what numbers of a colour may differ, for they are rounded

BLUE, YELLOW = (0.0, 0.2, 0.6), (1.0, 0.8, 0.0)
CMYK_BLUE, CMYK_YELLOW = (1.0, 0.8, 0.0, 0.0), (0.0, 0.0, 1.0, 0.0)
BLACKS: tuple[Colour, ...] = ((0.0,), (0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))
WHITES: tuple[Colour, ...] = ((1.0,), (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0))


def is_low(flag: Flag, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.low`: less than 1 cm high."""
    del wanted
    if flag.height < LEAST_MM - _ROUNDING:
        yield error("visibility.low", height=_mm(flag.height), least=_mm(LEAST_MM))


def is_lost(flag: Flag, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.lost`: too small for a poster that is read from afar."""
    least = PROMINENT * flag.page.longer_side
    if wanted.poster and not wanted.smaller and LEAST_MM - _ROUNDING <= flag.height < least - _ROUNDING:
        yield warning("visibility.lost", height=_mm(flag.height), least=_mm(least))


def is_outdone(flag: Flag, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.logo-larger`: another logo is broader and higher; `visibility.logo-higher`: only higher.

    In somebody else's file nobody can tell a logo from another small picture: then it is `visibility.picture-larger`.
    """
    for logo in _logos(flag, wanted):
        height, width, low = _mm(logo.height), _mm(logo.width), _mm(flag.height)
        if logo.height <= flag.height + _ROUNDING:
            continue
        if logo.width <= flag.box.width + _ROUNDING:
            yield from (warning("visibility.logo-higher", height=height, flag=low),) if wanted.own else ()
        elif wanted.own:
            yield error("visibility.logo-larger", height=height, width=width, flag=low)
        else:
            yield warning("visibility.picture-larger", height=height, width=width, flag=low)


def is_crowded(flag: Flag, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.crowded`: letters stand in the clear space, `visibility.crowded-drawing`: something else.

    `visibility.overlapped`: letters lie on the flag.
    """
    del wanted
    if any(each.box.meets(flag.box.grown(-_SLIGHT * flag.height)) for each in flag.page.texts):
        yield error("visibility.overlapped")
    zone = flag.zone.grown(-_SLIGHT * flag.height)
    for what, box in _things(flag):
        if box.meets(zone):
            gap, least = _mm(box.far_from(flag.whole)), _mm(CLEAR * flag.height)
            if what:
                yield warning("visibility.crowded", what=what[:_TOLD_LETTERS], gap=gap, least=least)
            else:
                yield warning("visibility.crowded-drawing", gap=gap, least=least)
            return


def is_stretched(flag: Flag, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.stretched`: not one and a half times as broad as high; `visibility.tilted`: not upright."""
    del wanted
    if _is_tilted(flag):
        yield error("visibility.tilted")
        return
    slack = _EXACT if flag.drawn else _PIXELS
    is_known = flag.drawn.field if flag.drawn else not flag.artwork
    if is_known and abs(flag.box.width / flag.height - WIDTH) > slack * WIDTH:
        yield error("visibility.stretched", shape=f"{flag.box.width / flag.height:.2f}", right=f"{WIDTH:.2f}")


def is_misdrawn(flag: Flag, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.stars`: not twelve; `visibility.stars-turned`; `visibility.misdrawn`: otherwise than constructed.

    In a picture of ours stars are counted, where there are pixels enough.
    """
    if flag.seen and wanted.own and flag.seen.stars not in (0, STARS):
        yield error("visibility.stars", count=flag.seen.stars)
    if not flag.drawn or _is_tilted(flag):
        return
    stars = flag.drawn.stars
    if len(stars) != STARS:
        yield error("visibility.stars", count=len(stars))
    elif any(_is_turned(each.tips, each.centre) for each in stars):
        yield error("visibility.stars-turned")
    elif not flag.drawn.field or not _is_constructed(flag.drawn):
        yield error("visibility.misdrawn")


def is_miscoloured(flag: Flag, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.colour`: none of the emblem's colours; `visibility.one-colour`, `visibility.ink`: not those ordered.

    `visibility.colour-unknown`: a spot colour or a picture, of which nobody can tell.
    """
    if flag.artwork:
        return
    colours = _colours(flag, wanted)
    if colours is None:  # too few pixels of ours: they were drawn from what was judged
        yield from () if wanted.own else (note("visibility.picture"),)
        return
    field, stars = colours
    if () in colours:
        yield note("visibility.colour-unknown")
        return
    ink = _ink_of(field, stars)
    if ink is None:
        yield error("visibility.colour", field=_told(field), stars=_told(stars))
    elif ink in (Ink.BLACK, Ink.BLUE) and wanted.ink in (Ink.RGB, Ink.CMYK, None):
        yield error("visibility.one-colour") if wanted.own else warning("visibility.one-colour")
    elif wanted.ink in (Ink.BLACK, Ink.BLUE, Ink.CMYK) and ink is not wanted.ink and _fields_differ(field, wanted.ink):
        yield warning("visibility.ink", found=ink, ordered=wanted.ink)


def _colours(flag: Flag, wanted: Wanted) -> tuple[Colour | None, Colour] | None:
    """Those of field and stars; None of a picture that does not tell them, or that is the Commission's own perhaps."""
    if flag.drawn:
        return flag.drawn.colour, flag.drawn.star_colour
    return flag.seen.colours if flag.seen and wanted.own else None


def has_no_border(flag: Flag, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.border`: on coloured ground without the white border."""
    del wanted
    mark = flag.drawn
    if mark and mark.colour and mark.ground and mark.ground not in WHITES and not mark.bordered:
        yield error("visibility.border", ground=_told(mark.ground))


def _logos(flag: Flag, wanted: Wanted) -> Iterator[Box]:
    """The other logos of a page, as far as they can be known."""
    page = flag.page
    if not wanted.own:
        pictures = (each.box for each in page.pictures if each is not flag.mark and not each.seen)
        yield from (box for box in pictures if box.area < _LOGO * page.width * page.height)
        return
    for drawing in page.drawings:
        if drawing.alternative and drawing.alternative == wanted.standing.school:
            room = drawing.box.grown(_ROUNDING)
            painted = [*(each.box for each in page.pictures), *(each.box for each in page.shapes)]
            inside = [box for box in painted if room.holds(box)]
            yield box_round(inside) if inside else drawing.box
    known = (each.box for each in page.pictures if each.pixels in wanted.logos)
    yield from (box for box in known if not flag.whole.grown(_ROUNDING).holds(box))


def _things(flag: Flag) -> Iterator[tuple[str, Box]]:
    """All on a page that is neither the flag nor its statement nor below both; "" for what has no letters."""
    page, whole = flag.page, flag.whole
    # Where no statement was found, what stands beside the flag may be a wrong one.
    is_found = flag.statements or flag.artwork
    own = set(map(id, chain.from_iterable(flag.statements) if is_found else beside(flag)))
    edge = flag.mark.edge if isinstance(flag.mark, EmblemMark) else flag.mark.box
    parts = [edge, *(each.box.grown(each.size / 2) for each in chain.from_iterable(flag.statements))]
    yield from ((each.text.strip(), each.box) for each in page.texts if id(each) not in own and each.text.strip())
    pictures = (each.box for each in page.pictures if each is not flag.mark)
    drawings = (each.box for each in page.drawings if each is not flag.mark)
    # On a page without letters the statement's outlines are shapes like all others.
    painted = (each for each in page.shapes if page.texts and (each.fill or each.stroke))
    shapes = (each.box for each in painted if each.fill not in WHITES)
    slack = _SLIGHT * flag.height
    for box in chain(pictures, drawings, shapes):
        if not box.grown(slack).holds(whole) and not any(part.grown(slack).holds(box) for part in parts):
            yield "", box


def _is_tilted(flag: Flag) -> bool:
    """Whether any side of the field is neither level nor upright."""
    field = flag.drawn.field if flag.drawn else ()
    turns = (degrees(atan2(y - b, x - a)) for (a, b), (x, y) in zip(field, (*field[1:], *field[:1]), strict=True))
    return any(abs((turn + 45) % 90 - 45) > _UPRIGHT for turn in turns)


def _is_turned(tips: tuple[Point, ...], centre: Point) -> bool:
    x, y = min(tips, key=lambda tip: tip[1])
    radius = hypot(x - centre[0], y - centre[1])
    return abs(x - centre[0]) > _TURNED * radius


def _is_constructed(mark: EmblemMark) -> bool:
    """Whether every corner of every star stands where the construction has it, in a flag that may be stretched."""
    box = mark.box
    right = [
        [(box.left + x * box.width / WIDTH, box.top + y * box.height) for x, y in star(centre)]
        for centre in star_centres()
    ]
    for each in mark.stars:
        x, y = each.centre
        corners = min(right, key=lambda other: hypot(_middle(other)[0] - x, _middle(other)[1] - y))
        found = (*each.tips, *each.hollows)
        slack = max(_EXACT * box.height, 0.2 * STAR * box.height)
        if any(min(hypot(a - b, c - d) for b, d in corners) > slack for a, c in found):
            return False
        right.remove(corners)
    return True


def _middle(corners: list[Point]) -> Point:
    return sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners)


def _ink_of(field: Colour | None, stars: Colour) -> Ink | None:
    """In which of its colours an emblem is drawn; white on dark ground is one for which black was ordered, or blue."""
    if is_like(stars, WHITES):
        return Ink.BLUE if field is None or is_like(field, (BLUE, CMYK_BLUE)) else None
    if is_like(stars, BLACKS):
        return Ink.BLACK if field is None or is_like(field, WHITES) else None
    for ink, blue, yellow in ((Ink.RGB, BLUE, YELLOW), (Ink.CMYK, CMYK_BLUE, CMYK_YELLOW)):
        if is_like(field, (blue,)) and is_like(stars, (yellow,)):
            return ink
    return None


def _fields_differ(field: Colour | None, ordered: Ink) -> bool:
    """Whether what was ordered would look otherwise: white stars without a field are the same in black and blue."""
    return not (field is None and ordered in (Ink.BLACK, Ink.BLUE))


def is_like(colour: Colour | None, others: tuple[Colour, ...]) -> bool:
    """Whether a colour is one of some, to the rounding of its numbers."""
    return colour is not None and any(
        len(colour) == len(other) and all(abs(a - b) <= _TINT for a, b in zip(colour, other, strict=True))
        for other in others
    )


def _told(colour: Colour | None) -> str:
    """A colour as people write it: #003399, or 100/80/0/0 for four inks; "–" for none."""
    match colour:
        case (grey,):
            return _told((grey, grey, grey))
        case (_, _, _):
            return "#" + "".join(f"{round(255 * part):02X}" for part in colour)
        case (_, _, _, _):
            return "/".join(str(round(100 * part)) for part in colour)
    return "–"


def _mm(length: float) -> str:
    return f"{length:.1f}"
