"""The poster of an event: an open day, Europe Day, the eTwinning weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portfolio.compose.edition import Edition
from portfolio.compose.pictureposter import Said, set_poster
from portfolio.compose.posterfield import DATE, Day, Heading
from portfolio.compose.posterlines import Line
from portfolio.compose.posterphotos import named_photos
from portfolio.compose.wording import ordered
from portfolio.model.limits import MOST_LINES, find_too_long
from portfolio.model.pictureposter import EventPoster, TextRole
from portfolio.model.problem import Place, Problem, error, note
from portfolio.model.sheetorder import SheetKind, SheetOrder

PLAIN = SheetOrder(kind=SheetKind.EVENT)
_WHERE = Place(file="portfolio.yaml")


def compose_event_poster(edition: Edition, order: SheetOrder = PLAIN) -> tuple[EventPoster | None, tuple[Problem, ...]]:
    """The poster of an event that an order describes; None where it cannot be. Without a photo its day is the figure.

    Problems: `poster.no-title`, `poster.past-day`, `poster.many-lines`, and those of `set_poster`.
    """
    if faults := tuple(_faults(order)):
        return None, faults
    said = Said(
        heading=_heading(order, edition),
        pillar=edition.framework.pillars[-1].key,
        photos=named_photos(order.photos, edition),
        lines=tuple(_lines(order, edition)),
        address=order.address,
    )
    poster, problems = set_poster(EventPoster, said, edition, order)
    return poster, (*_past(order.day, edition), *problems)


def _faults(order: SheetOrder) -> Iterator[Problem]:
    if not order.title:
        yield error("poster.no-title", _WHERE)
    yield from find_too_long({"title": order.title, "text": order.text, "time": order.time, "place": order.place})
    if (lines := len(order.text.splitlines())) > MOST_LINES:
        yield error("poster.many-lines", _WHERE, lines=lines, most=MOST_LINES)


def _heading(order: SheetOrder, edition: Edition) -> Heading:
    title, day, locale = ordered(order.title, order, edition), order.day, edition.locale
    if day is None:
        return Heading(title=title)
    weekday = locale.weekday(day)
    return Heading(
        title=title,
        kicker=locale.word("poster.event.day", weekday=weekday, date=locale.date(day)),
        kicker_scale=DATE,
        day=Day(number=str(day.day), month=locale.month_and_year(day), weekday=weekday),
    )


def _past(day: date | None, edition: Edition) -> Iterator[Problem]:
    if day and day < edition.today:
        yield note("poster.past-day", _WHERE, day=day)


def _lines(order: SheetOrder, edition: Edition) -> Iterator[Line]:
    """When, where, and what is on."""
    for text, scale in ((order.time, 2.0), (order.place, 1.5)):
        if text:
            yield Line(text=ordered(text, order, edition), role=TextRole.STRONG, scale=scale, gap=0.2)
    for number, text in enumerate(filter(None, map(str.strip, order.text.splitlines()))):
        yield Line(text=ordered(text, order, edition), scale=1.15, gap=0.3 if number else 0.9)
