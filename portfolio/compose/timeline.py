"""The label's years by month: which pieces come from which month, and what else happened in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from portfolio.compose.edition import Edition
from portfolio.compose.numbering import prefix
from portfolio.compose.selection import Selection
from portfolio.compose.titles import title
from portfolio.compose.wording import short_title
from portfolio.files.day import read_day
from portfolio.i18n import Locale
from portfolio.model.charts import Milestone, Month, Timeline
from portfolio.model.dating import Precision
from portfolio.model.evidence import EvidenceItem
from portfolio.model.period import period_from, period_until
from portfolio.model.project import LabelStatus

MOST_MILESTONES = 12  # where there are more, those of one kind in one month become one

YearMonth = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """Something that happened on a day (or in its month, when `exact` is False); `kind` groups those that are alike."""

    on: date
    kind: str
    text: str
    exact: bool = True


def set_timeline(edition: Edition, selection: Selection) -> Iterator[Timeline]:
    """The timeline of the label's years, or of the time that the round looks back on; none without a dated piece.

    A piece is counted once, with the pillar that numbers it, and drawn when its month is known.
    """
    span = _span(edition)
    pillars = [pillar for pillar in edition.framework.all_pillars if selection.members[pillar.key]]
    counted = {pillar.key: Counter(filter(None, map(_month, selection.members[pillar.key]))) for pillar in pillars}
    months = [(at, tuple(counted[pillar.key][at] for pillar in pillars)) for at in span]
    drawn = sum(sum(counts) for _, counts in months)
    if not drawn:
        return
    locale, word = edition.locale, edition.locale.word
    years = f"{span[0][0]}–{span[-1][0]}" if span[0][0] != span[-1][0] else str(span[0][0])
    filled = sum(1 for _, counts in months if any(counts))
    milestones = tuple(_milestones(edition, selection, span))
    yield Timeline(
        title=locale.count("charts.timeline", filled, pieces=locale.count("charts.pieces", drawn), years=years),
        pillars=tuple((pillar.key, prefix(pillar)) for pillar in pillars),
        months=tuple(
            Month(year=year, month=month, label=word(f"dates.short.{month}"), counts=counts)
            for (year, month), counts in months
        ),
        milestones=milestones,
        told=tuple(_told(months, [short_title(pillar, edition) for pillar in pillars], milestones, locale)),
        hint=word("charts.timeline_hint"),
        note=" ".join(_notes(selection, drawn, locale)),
    )


def _notes(selection: Selection, drawn: int, locale: Locale) -> Iterator[str]:
    """What a reader who adds up the figures must know."""
    if any(len(selection.serves[item.id]) > 1 for item in selection.placed):
        yield locale.word("charts.counted_once")
    if left := len(selection.placed) - drawn:
        yield locale.count("charts.not_drawn", left)


def _span(edition: Edition) -> list[YearMonth]:
    """The months of the chart: of the label's calendar years while it holds, else of the two years up to the round.

    Where the round has no days the day of the edition stands for them, then an earlier label's years; [] without any.
    """
    label, until = edition.project.label, period_until(edition.project.round) or edition.project.edition_on
    if label.years and (label.holds_on(edition.today) or not until):
        first, last = date(int(label.years[:4]), 1, 1), date(int(label.years[-4:]), 12, 31)
    elif until:
        first, last = period_from(edition.project.round, until), until
    else:
        return []
    places = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [(place // 12, place % 12 + 1) for place in places]


def _month(item: EvidenceItem) -> YearMonth | None:
    """The month of a piece, if it is known to the month."""
    if item.dated is None:
        return None
    first, last = item.dated.value.first, item.dated.value.last
    return (first.year, first.month) if (first.year, first.month) == (last.year, last.month) else None


def _milestones(edition: Edition, selection: Selection, span: list[YearMonth]) -> Iterator[Milestone]:
    places = {month: place for place, month in enumerate(span)}
    events = [event for event in _events(edition, selection) if (event.on.year, event.on.month) in places]
    events.sort(key=lambda event: (event.on, event.kind, event.text))
    if len(events) > MOST_MILESTONES:
        events = list(_merged(events, edition.locale))
    for event in events:
        place = places[event.on.year, event.on.month]
        yield Milestone(place=place, dated=_when(event, edition.locale), text=event.text)


def _when(event: _Event, locale: Locale) -> str:
    return locale.date(event.on) if event.exact else _name((event.on.year, event.on.month), locale)


def _name(month: YearMonth, locale: Locale) -> str:
    return locale.word("dates.month_of_year", month=locale.word(f"dates.months.{month[1]}"), year=month[0])


def _events(edition: Edition, selection: Selection) -> Iterator[_Event]:
    """What is known to the day: the label, the application, when projects began and were awarded. Nothing is guessed.

    A project's school year says nothing of the month in which it began.
    """
    yield from _label_events(edition)
    for item in selection.placed:
        if not item.project:
            continue
        name = title(item, edition).text
        began = item.dated.value if item.dated else None
        if (
            began
            and began.precision is Precision.PERIOD
            and edition.locale.school_year(began.first.year) != (edition.locale.dating(began))
        ):
            yield _Event(on=began.first, kind="start", text=edition.locale.word("charts.start", project=name))
        for key, said in (
            ("national_label", item.project.national_label),
            ("european_label", item.project.european_label),
        ):
            if said and (day := read_day(said.value.strip())):
                text = edition.locale.word("charts.award", label=edition.locale.word(f"project.{key}"), project=name)
                yield _Event(on=day, kind=key, text=text)


def _label_events(edition: Edition) -> Iterator[_Event]:
    """The first day of the label's years, once it was given, and the round that the school applies in."""
    label, word = edition.project.label, edition.locale.word
    if label.years and label.status in (LabelStatus.HELD, LabelStatus.EXPIRED):
        began = date(int(label.years[:4]), 1, 1)
        if began <= edition.today:
            yield _Event(on=began, kind="label", text=word("label.held", years=label.years), exact=False)
    applied, asked = period_until(edition.project.round), edition.project.round
    if applied and asked and label.status is LabelStatus.APPLYING:
        yield _Event(on=applied, kind="round", text=word("label.applying_round", round=asked.name))


def _merged(events: Iterable[_Event], locale: Locale) -> Iterator[_Event]:
    """Several of one kind in one month as one, with their number."""
    groups: dict[tuple[YearMonth, str], list[_Event]] = {}
    for event in events:
        groups.setdefault(((event.on.year, event.on.month), event.kind), []).append(event)
    for (_, kind), group in groups.items():
        if len(group) == 1 or kind in ("label", "round"):
            yield from group
            continue
        projects = locale.count("charts.projects", len(group))
        if kind == "start":
            text = locale.count("charts.starts", len(group))
        else:
            text = locale.word("charts.award", label=locale.word(f"project.{kind}"), project=projects)
        yield _Event(on=group[0].on, kind=kind, text=text, exact=False)


def _told(
    months: list[tuple[YearMonth, tuple[int, ...]]],
    pillars: list[str],
    milestones: tuple[Milestone, ...],
    locale: Locale,
) -> Iterator[tuple[str, str]]:
    """Months in which there is something: how much, of which pillars, and what happened."""
    for place, (month, counts) in enumerate(months):
        name, parts = _name(month, locale), []
        if sum(counts):
            of_pillars = ", ".join(
                locale.word("charts.of_pillar", pillar=pillar, n=locale.number(count))
                for pillar, count in zip(pillars, counts, strict=True)
                if count
            )
            parts.append(f"{locale.count('charts.pieces', sum(counts))} ({of_pillars})")
        for each in milestones:
            if each.place == place:
                parts.append(each.text if each.dated == name else f"{each.text} ({each.dated})")
        if parts:
            yield name, " – ".join(parts)
