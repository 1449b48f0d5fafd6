"""The label's years by month: which, what is drawn, what is not, and nothing that is guessed."""

from datetime import date

from compose.editions import certificate, edition_of, on, photo, piece, project, project_record, said

from portfolio.compose.selection import select
from portfolio.compose.timeline import MOST_MILESTONES, set_timeline
from portfolio.model.charts import Timeline
from portfolio.model.dating import Dating, Precision
from portfolio.model.evidence import Kind, ProjectRecord
from portfolio.model.framework import Round
from portfolio.model.project import Label, LabelStatus

SPRING = on(date(2026, 4, 23))
APPLYING = {
    "label": Label(status=LabelStatus.APPLYING),
    "round": Round(name="2027-28", opens_on=date(2027, 2, 11), closes_on=None, source="test"),
}


def timeline(*pieces, **options) -> Timeline:
    edition = edition_of(*pieces, **{"language": "en", **options})
    (chart,) = set_timeline(edition, select(edition))
    return chart


def lasting(first: date, last: date):
    return said(Dating(first=first, last=last, precision=Precision.PERIOD))


def awarded(name: str, national: str = "", european: str = "", **fields: object):
    labels = {"national_label": said(national) if national else None, "european_label": said(european or "no")}
    return piece(name, "model", kind=Kind.PROJECT, project=ProjectRecord(title=said(name), **labels), **fields)


def span(chart: Timeline) -> tuple[tuple[int, int], tuple[int, int], int]:
    first, last = chart.months[0], chart.months[-1]
    return (first.year, first.month), (last.year, last.month), len(chart.months)


def said_of(chart: Timeline) -> list[tuple[int, str, str]]:
    return [(each.place, each.dated, each.text) for each in chart.milestones]


def test_the_calendar_years_of_a_label_that_is_held():
    assert span(timeline(photo("a", "model", dated=SPRING))) == ((2025, 1), (2026, 12), 24)


def test_the_two_years_before_the_round_while_there_is_no_label():
    chart = timeline(photo("a", "model", dated=SPRING), of=project(**APPLYING))
    assert span(chart) == ((2025, 2), (2027, 2), 25)
    assert said_of(chart) == [(24, "11 February 2027", "Application for the eTwinning School Label, round 2027-28")]


def test_the_day_of_the_edition_stands_for_a_round_without_days_and_a_former_label_comes_last():
    former = Label(status=LabelStatus.EXPIRED, years="2025-2026")
    day = date(2027, 3, 9)
    undated = project(label=former, edition_on=None)
    assert span(timeline(photo("a", "model", dated=SPRING), of=project(label=former, edition_on=day), today=day))[
        0
    ] == (
        2025,
        3,
    )
    assert span(timeline(photo("a", "model", dated=SPRING), of=undated, today=day)) == ((2025, 1), (2026, 12), 24)


def test_a_piece_stands_once_in_its_month_with_the_pillar_that_numbers_it():
    chart = timeline(
        photo("a", "students", "model", dated=SPRING),
        photo(
            "b", "model", dated=said(Dating(first=date(2026, 4, 1), last=date(2026, 4, 30), precision=Precision.MONTH))
        ),
        photo("c", "e-safety", dated=on(date(2026, 5, 1))),
    )
    assert chart.pillars == (("students", "1"), ("model", "2"), ("e-safety", "E"))
    assert [(month.label, month.counts) for month in chart.months if any(month.counts)] == [
        ("Apr", (1, 1, 0)),
        ("May", (0, 0, 1)),
    ]
    assert chart.title == "2025–2026: 3 pieces of evidence from 2 months"
    assert chart.told == (
        ("January 2025", "eTwinning School 2025-2026"),
        (
            "April 2026",
            "2 pieces of evidence (Students in eTwinning Schools are agents of change: 1, "
            "eTwinning Schools are models: 1)",
        ),
        ("May 2026", "one piece of evidence (Online safety: 1)"),
    )
    assert chart.note == "A piece that serves several pillars is counted in the one that numbers it."


def test_what_has_no_month_or_lies_in_other_years_is_counted_and_not_drawn():
    pieces = (
        photo("a", "model", dated=SPRING),
        photo("b", "model"),
        photo("c", "model", dated=on(date(2024, 12, 31))),
        photo("d", "model", dated=lasting(date(2025, 9, 1), date(2026, 6, 30))),
    )
    assert timeline(*pieces).note.startswith("3 more pieces are not counted here")
    assert timeline(pieces[0]).note == ""


def test_without_a_dated_piece_there_is_no_chart():
    for pieces in ((), (photo("a", "model"),), (photo("b", "model", dated=on(date(2020, 1, 1))),)):
        edition = edition_of(*pieces)
        assert list(set_timeline(edition, select(edition))) == []


def test_milestones_are_what_records_and_the_label_date():
    chart = timeline(
        photo("a", "model", dated=SPRING),
        awarded("Sunlight", "2025-06-12", "3 March 2026?"),
        awarded("Shadows", "yes", "20.05.2026", dated=lasting(date(2025, 10, 6), date(2026, 5, 8))),
        awarded("Mirrors", dated=lasting(date(2025, 9, 1), date(2026, 6, 30))),
        awarded("Lamps", "2019-01-01"),
    )
    assert said_of(chart) == [
        (0, "January 2025", "eTwinning School 2025-2026"),
        (5, "12 June 2025", "National Quality Label: Sunlight"),
        (9, "6 October 2025", "Shadows begins"),
        (16, "20 May 2026", "European Quality Label: Shadows"),
    ]


def test_a_label_that_is_not_there_yet_is_no_milestone():
    later = project(label=Label(status=LabelStatus.HELD, years="2027-2028"), edition_on=date(2027, 2, 1))
    assert timeline(photo("a", "model", dated=SPRING), of=later).milestones == ()


def test_many_milestones_of_a_month_become_one():
    many = [awarded(f"P{place}", f"2025-06-{place + 1:02}") for place in range(MOST_MILESTONES)]
    assert said_of(timeline(photo("a", "model", dated=SPRING), *many)) == [
        (0, "January 2025", "eTwinning School 2025-2026"),
        (5, "June 2025", "National Quality Label: 12 projects"),
    ]
    few = timeline(photo("a", "model", dated=SPRING), *many[:-1]).milestones
    assert len(few) == MOST_MILESTONES


def test_only_what_the_audience_may_see_is_there():
    pieces = photo("a", "model", dated=SPRING), certificate("b", "model", dated=SPRING)
    hidden = awarded("Secret", "2025-06-12"), project_record("c", "model", dated=SPRING)
    assert timeline(*pieces, withheld=hidden) == timeline(*pieces)
    assert timeline(*pieces, *hidden) != timeline(*pieces)


def test_months_are_worded_by_the_language():
    labels = {
        code: timeline(photo("a", "model", dated=SPRING), language=code).months[4].label for code in ("tr", "en", "sv")
    }
    assert labels == {"tr": "May", "en": "May", "sv": "maj"}
