"""Photos on pages: sizes in mm from their shapes and captions, never stretched, never cropped, in the order given.

A row of n photos with shapes r (width / height) fills the measure at the height (measure - gutters) / Σr; one alone may
also stand where texts stand, smaller, with its words beside it. Where rows and pages break is found over all photos
together and with what follows them, so that pages are well filled, no row is much higher than the others, neighbouring
pages differ, and the last one is not starved. Nothing is left to the typesetter: what is composed fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from portfolio.compose.captions import Caption
from portfolio.compose.ending import ending, follows, unused
from portfolio.model.blocks import MEASURE, TEXT_MEASURE
from portfolio.model.stack import Piece

GUTTER = 3.0
LOWEST, HIGHEST = 38.0, 75.0  # what a row of several may be; higher ones are large, and have to be sharp
BEST, SPAN = 60.0, 15.0  # a row further than SPAN from BEST is a poor one
NARROWEST = 32.0  # a caption wants that much room
LARGEST = 127.5  # a photo of 4:3 goes across the measure; a taller one does not fill the page
MOST_ON_PAGE = 6
LEEWAY = 0.2  # of a page's depth: sizes are rounded
GAP, WIDEST = 6.0, 15.0  # between two rows, and when they share what is left of a page
APART = 0.8  # what it costs that a text stands below the row and not below its photo
BESIDE = (LARGEST, 110.0, 92.0, HIGHEST)  # heights of a photo that stands where texts stand, its words beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A printed size in mm."""

    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A photo to place: its shape, its caption, and how wide it may be in mm to look sharp.

    `leading`: it is to stand alone, as large as its shape allows.
    """

    shape: float
    caption: Caption | None = None
    sharp: float = MEASURE
    leading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of photos: their sizes, all of one height; its height with all words; how far it is from a good one.

    `beside`: it is one photo with its words at its side.
    """

    sizes: tuple[Size, ...]
    room: float
    waste: float
    beside: bool = False

    @property
    def large(self) -> bool:
        """Whether it is a photo alone, larger than those in rows."""
        return len(self.sizes) == 1 and (self.sizes[0].height > HIGHEST or self.sizes[0].width == MEASURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The rows of a page, and the gap between two of them. `fresh`: it begins at the top of a page."""

    lines: tuple[Line, ...]
    gap: float = GAP
    fresh: bool = True

    @property
    def room(self) -> float:
        """The height of all its rows."""
        return sum(line.room for line in self.lines) + self.gap * (len(self.lines) - 1)

    @property
    def pattern(self) -> tuple[int, ...]:
        """How many photos stand in each row."""
        return tuple(len(line.sizes) for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """A way to set the photos up to some place: its cost, its last page, and the way before that."""

    cost: float = 0.0
    page: Page | None = None
    before: _Way | None = None


def within(shape: float, width: float, height: float) -> Size:
    """The largest size of a shape (width / height) inside a box in mm."""
    by_width = Size(width=round(width, 2), height=round(width / shape, 2))
    return by_width if by_width.height <= height else Size(width=round(height * shape, 2), height=round(height, 2))


def fill_pages(
    shots: Sequence[Shot], *, depth: float, left: float = 0.0, heading: float = 0.0, tail: Sequence[Piece] = ()
) -> tuple[Page, ...]:
    """Pages of at most MOST_ON_PAGE photos; `left` of the `depth` of a page is free where the first row may stand.

    The first page is not `fresh` when it stands in what is left; else its `heading` takes some of its depth. A row with
    its words that is higher than a page has one of its own. `tail` follows below the last row.
    """
    depth -= LEEWAY
    count, top = len(shots), depth - heading

    @cache
    def closing(empty: float) -> float:
        return ending(tail, empty, depth, GAP)

    lines = {start: _lines(shots, start) for start in range(count)}
    ways: list[list[_Way]] = [[] for _ in range(count + 1)]
    ways[0] = [_Way()]
    for start in range(count):
        below = _pages(lines, start, left, fresh=False) if start == 0 else ()
        for page in (*below, *_pages(lines, start, top if start == 0 else depth, fresh=True)):
            end = start + sum(page.pattern)
            room = left if not page.fresh else top if start == 0 else depth
            cost = 1.0 + sum(line.waste for line in page.lines)
            cost += closing(round(room - page.room)) if end == count else unused(_empty(page, room) / depth)
            cost += unused(left / depth) if page.fresh and start == 0 else 0.0
            for way in ways[start]:
                again = 0.7 if way.page and way.page.pattern == page.pattern else 0.0
                _keep(ways[end], _Way(cost=way.cost + cost + again, page=page, before=way))
    found: list[Page] = []
    best: _Way | None = ways[count][0]
    while best and best.page:
        found.append(best.page)
        best = best.before
    first = found[-1] if found else None
    pages = [*reversed(found)]
    rooms = [left if first and not first.fresh else top, *[depth] * (len(pages))]
    return tuple(
        page if page is pages[-1] and follows(tail, room - page.room, depth, GAP) else _spread(page, room)
        for page, room in zip(pages, rooms, strict=False)
    )


def _keep(ways: list[_Way], way: _Way) -> None:
    """Keeps the two best ways that end in different patterns: what follows may want another than the best has."""
    pattern = way.page.pattern if way.page else ()
    same = next((each for each in ways if each.page and each.page.pattern == pattern), None)
    if same and same.cost <= way.cost:
        return
    if same:
        ways.remove(same)
    ways.append(way)
    ways.sort(key=lambda each: each.cost)
    del ways[2:]


def _pages(lines: Mapping[int, Sequence[Line]], start: int, depth: float, *, fresh: bool) -> Iterator[Page]:
    """All pages that the photos from a place on may fill, no higher than `depth`."""
    waiting: list[tuple[tuple[Line, ...], int, float]] = [((), start, 0.0)]
    while waiting:
        above, place, used = waiting.pop()
        if above:
            yield Page(lines=above, fresh=fresh)
        for line in lines.get(place, ()):
            end = place + len(line.sizes)
            room = used + line.room + (GAP if above else 0.0)
            if end - start <= MOST_ON_PAGE and (room <= depth or (fresh and not above)):
                waiting.append(((*above, line), end, room))


def _empty(page: Page, room: float) -> float:
    """What stays empty though the gaps are widened."""
    return max(0.0, room - page.room - (WIDEST - GAP) * (len(page.lines) - 1))


def _spread(page: Page, depth: float) -> Page:
    """A page with its gaps widened to fill its depth, unless most of it stays empty anyway."""
    between = len(page.lines) - 1
    empty = depth - page.room
    if not between or empty <= 0 or empty > depth / 3:
        return page
    return replace(page, gap=round(min(WIDEST, GAP + empty / between), 2))


def _lines(shots: Sequence[Shot], start: int) -> list[Line]:
    """The rows that may begin with a photo."""
    found = list(_alone(shots[start]))
    for end in range(start + 2, min(start + MOST_ON_PAGE, len(shots)) + 1):
        row = shots[start:end]
        if any(shot.leading for shot in row) or _height(row) < LOWEST:
            break
        found.append(_line(row, _side_by_side(row)))
    return found


def _line(row: Sequence[Shot], sizes: tuple[Size, ...]) -> Line:
    """A row with its words below it."""
    words = [(shot.caption, size.width) for shot, size in zip(row, sizes, strict=True) if shot.caption]
    below = max((caption.below(width) for caption, width in words), default=0.0)
    told = sum(caption.told(width) for caption, width in words)
    apart = sum(1 for caption, width in words if caption.told(width))
    room = sizes[0].height + below + (GAP + told if told else 0.0)
    return Line(sizes=sizes, room=room, waste=_waste(sizes) + APART * apart)


def _height(row: Sequence[Shot]) -> float:
    """The height at which photos side by side fill the measure."""
    return (MEASURE - GUTTER * (len(row) - 1)) / sum(shot.shape for shot in row)


def _alone(shot: Shot) -> Iterator[Line]:
    """A photo across the measure if it is sharp or was marked, and smaller ones with their words beside them."""
    across = within(shot.shape, MEASURE, LARGEST)
    if across.width == MEASURE and (shot.leading or shot.sharp >= MEASURE or across.height <= HIGHEST):
        yield _line((shot,), (across,))
    smaller = dict.fromkeys(within(shot.shape, TEXT_MEASURE, height) for height in BESIDE)
    for size in smaller:
        if shot.leading or size.width <= shot.sharp or size.height <= HIGHEST:
            words = shot.caption.beside() if shot.caption else 0.0
            waste = 0.9 + (1.0 - size.width / TEXT_MEASURE) + (0.4 if shot.leading else 0.0)
            yield Line(sizes=(size,), room=max(size.height, words), waste=waste, beside=True)


def _side_by_side(row: Sequence[Shot]) -> tuple[Size, ...]:
    """Photos that fill the measure, or stay narrower where they would be too high for what they show.

    Rounding goes to the last photo, so that a full row measures MEASURE exactly.
    """
    natural = _height(row)
    large = natural <= LARGEST and all(natural * shot.shape <= shot.sharp for shot in row)
    full = natural <= HIGHEST or large
    height = round(natural if full else HIGHEST, 2)
    widths = [round(height * shot.shape, 2) for shot in row]
    if full:
        widths[-1] = round(MEASURE - GUTTER * (len(row) - 1) - sum(widths[:-1]), 2)
    return tuple(Size(width=width, height=height) for width in widths)


def _waste(sizes: tuple[Size, ...]) -> float:
    """How far a row is from a good one: too low, too high, too narrow for captions, not filling the measure."""
    height = sizes[0].height
    white = 1.0 - (sum(size.width for size in sizes) + GUTTER * (len(sizes) - 1)) / MEASURE
    narrow = max(0.0, NARROWEST - min(size.width for size in sizes)) / 4.0
    if white > 0.02:
        return 2.0 + 5.0 * white + narrow
    large = height > HIGHEST
    off = 0.4 + (height - HIGHEST) / 200 if large else 0.5 * ((height - BEST) / SPAN) ** 2
    return off + narrow
