"""Each condition by the school's own figures: looks met, not met, or unknown with where to tell us."""

from datetime import date

import pytest
from pieces import piece, sourced
from readiness.pack import asking, school, taken

from portfolio.model.evidence import Certificate, Kind, ProjectRecord
from portfolio.model.project import Figures, Label, LabelStatus
from portfolio.readiness.eligibility import find_conditions, round_years


def stands(project, *items, rounds=()):
    found = find_conditions(project, rounds, items, ("star",))
    return {each.key: (str(each.state), each.why.code.removeprefix("condition.")) for each in found}


def label(day, kind="star"):
    return taken("nql.pdf", day, Kind.CERTIFICATE, certificate=Certificate(kind=kind, matched="Star"))


def recorded(text):
    record = ProjectRecord(title=sourced("Wind"), national_label=sourced(text))
    return piece("p.yaml", kind=Kind.PROJECT, project=record)


def test_figures_meet_a_condition_or_do_not():
    asked = asking(registered_by=date(2025, 1, 1), teachers=3)
    good = school(round=asked, figures=Figures(registered_on=date(2025, 1, 1), active_teachers=3))
    assert stands(good)["registered"] == ("met", "registered-met")
    assert stands(good)["teachers"] == ("met", "teachers-met")
    bad = school(round=asked, figures=Figures(registered_on=date(2025, 1, 2), active_teachers=2))
    assert stands(bad)["registered"] == ("unmet", "registered-unmet")
    assert stands(bad)["teachers"] == ("unmet", "teachers-unmet")
    assert stands(school(round=asked))["teachers"] == ("unknown", "teachers-unknown")


def test_what_a_round_asks_may_not_be_known_and_is_then_told_of_the_last_that_is():
    before = asking("2025-26", teachers=3)
    found = stands(school(round=asking()), rounds=(before, asking("2026-27")))
    assert found["teachers"] == ("unknown", "asked-before")
    assert found["registered"] == ("unknown", "unasked")
    assert stands(school())["label"] == ("unknown", "unasked")


@pytest.mark.parametrize(
    ("item", "stand"),
    [
        (label(date(2025, 6, 12)), ("met", "label-met")),
        (label(date(2024, 6, 12)), ("unmet", "label-old")),
        (label(date(2027, 1, 12)), ("unmet", "label-old")),
        (label(None), ("unknown", "label-undated")),
        (label(date(2025, 6, 12), kind="participation"), ("unknown", "label-none")),
        (recorded("2025-06-12"), ("met", "label-met")),
        (recorded("12.06.2025"), ("met", "label-met")),
        (recorded("2025"), ("unknown", "label-undated")),
        (recorded("2026"), ("met", "label-met")),
        (recorded("evet"), ("unknown", "label-undated")),
    ],
)
def test_a_quality_label_must_be_of_the_time_that_is_asked(item, stand):
    asked = asking(label_from=date(2025, 2, 1), label_until=date(2026, 12, 31))
    assert stands(school(round=asked), item)["label"] == stand


def test_who_holds_a_label_for_one_of_the_years_may_not_apply():
    def free(years, name):
        held = Label(status=LabelStatus.HELD, years=years)
        return stands(school(label=held, round=asking(name)))["free"]

    assert free("2025-2026", "2026-27") == ("unmet", "free-unmet")
    assert free("2025-2026", "2027-28") == ("met", "free-ends")
    assert free("2025-2026", "next") == ("unknown", "free-unknown")
    assert stands(school(label=Label(status=LabelStatus.EXPIRED)))["free"] == ("met", "free-met")


def test_the_years_of_a_round():
    assert [round_years(name) for name in ("2027-28", "2027–2028", "1999-00", "spring")] == [
        (2027, 2028),
        (2027, 2028),
        (1999, 2000),
        None,
    ]
