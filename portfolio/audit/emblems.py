"""Finds what looks like the EU emblem among the shapes of a page; whether it is drawn right is not asked here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atan2, hypot

from portfolio.model.marks import Box, EmblemMark, Outline, Point, Shape, Star, box_of

_FEWEST = 8  # equal stars in a row: no other flag of a country, and no rating, has so many
_HOLLOW = 0.75  # of the tips beside it: how far from the middle the corner between them is at most
_ALIKE = 1.5  # times as large: stars of one emblem differ less
_APART = 20  # times a star's radius: where the next one stands at most
_ROOM = 8.0  # times the area that the stars take: the largest field; of the emblem it is 2.5
_EDGE = 1.4  # times the area of the field: the largest border; of the emblem it is 1.14


def emblems_in(shapes: Sequence[Shape]) -> Iterator[EmblemMark]:
    """Every emblem of some shapes in the order in which they are painted."""
    group: list[tuple[int, Star]] = []
    for place, shape in enumerate(shapes):
        for star in filter(None, map(_star, shape.outlines)) if shape.fill is not None else ():
            if group and not _belongs(star, group[-1][1], shape, shapes[group[-1][0]]):
                yield from _emblem(group, shapes)
                group = []
            group.append((place, star))
    yield from _emblem(group, shapes)


def _star(outline: Outline) -> Star | None:
    """A star of five points: ten corners by turns far and near, or five that are joined across."""
    if len(outline) not in (5, 10):
        return None
    x, y = (sum(values) / len(outline) for values in zip(*outline, strict=True))
    far = [hypot(a - x, b - y) for a, b in outline]
    if len(outline) == 10:
        for first in (0, 1):
            tips = outline[first::2]
            if all(far[at] < _HOLLOW * min(far[at - 1], far[(at + 1) % 10]) for at in range(1 - first, 10, 2)):
                return Star(tips=tips, hollows=outline[1 - first :: 2])
        return None
    across = sorted(outline, key=lambda point: atan2(point[1] - y, point[0] - x))
    jumps = {(across.index(one) - across.index(other)) % 5 for one, other in pairwise(outline)}
    return Star(tips=outline) if jumps in ({2}, {3}) and min(far) > _HOLLOW * max(far) else None


def _radius(star: Star) -> float:
    x, y = star.centre
    return max(hypot(a - x, b - y) for a, b in star.tips)


def _belongs(star: Star, last: Star, shape: Shape, before: Shape) -> bool:
    """Whether a star is one of those that the last one is of."""
    small, large = sorted((_radius(star), _radius(last)))
    (a, b), (x, y) = star.centre, last.centre
    return shape.fill == before.fill and large < _ALIKE * small and hypot(a - x, b - y) < _APART * large


def _emblem(group: Sequence[tuple[int, Star]], shapes: Sequence[Shape]) -> Iterator[EmblemMark]:
    if len(group) < _FEWEST:
        return
    first, colour = group[0][0], shapes[group[0][0]].fill
    assert colour is not None
    stars = tuple(star for _, star in group)
    ring = box_of(tip for star in stars for tip in star.tips)
    boxes = [
        (box_of(outline), place, outline)
        for place, shape in enumerate(shapes[:first])
        for outline in shape.outlines
        if len(outline) == 4 and _is_right(outline)
    ]
    slack = ring.height / 100
    fields = [each for each in boxes if each[0].grown(slack).holds(ring) and each[0].area < _ROOM * ring.area]
    if not fields:
        yield EmblemMark(field=(), colour=None, stars=stars, star_colour=colour, edge=ring)
        return
    box, place, field = min(fields, key=lambda each: (round(each[0].area, 3), -each[1]))
    around = [each for each in boxes if _is_edge(each[0], box, slack)]
    edge, lowest = min(((each[0], each[1]) for each in around), key=lambda each: each[1], default=(box, place))
    # A ring is one shape of two rectangles: what is in it is not filled.
    is_hole = any(one == place and outer.holds(box) and outer != box for outer, one, _ in boxes)
    below = [
        each
        for at, each in enumerate(shapes[:first])
        if at < min(place, lowest) and each.fill is not None and each.box.holds(box)
    ]
    yield EmblemMark(
        field=field,
        colour=None if is_hole else shapes[place].fill,
        stars=stars,
        star_colour=colour,
        edge=edge,
        ground=below[-1].fill if below else None,
    )


def _is_edge(outer: Box, box: Box, slack: float) -> bool:
    is_round = outer.left < box.left - slack / 2 and outer.right > box.right + slack / 2
    return is_round and outer.holds(box) and outer.area < _EDGE * box.area


def _is_right(outline: Outline) -> bool:
    """Whether four corners are those of a rectangle, however it is turned."""
    (one, two), (three, four) = (_side(outline, 0), _side(outline, 1)), (_side(outline, 2), _side(outline, 3))
    length = hypot(*one) * hypot(*two)
    is_parallel = hypot(one[0] + three[0], one[1] + three[1]) + hypot(two[0] + four[0], two[1] + four[1]) < 1e-2
    return length > 0 and is_parallel and abs(one[0] * two[0] + one[1] * two[1]) < 1e-2 * length


def _side(outline: Outline, place: int) -> Point:
    (a, b), (x, y) = outline[place], outline[(place + 1) % 4]
    return x - a, y - b
