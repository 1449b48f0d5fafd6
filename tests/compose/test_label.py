from datetime import date

import pytest
from compose.editions import edition_of, project

from portfolio.compose.label import label_line
from portfolio.model.framework import Round
from portfolio.model.project import Label, LabelStatus

ROUND = Round(name="2027-28", opens_on=None, closes_on=None, source="")


def line(status: LabelStatus, years: str = "", *, today: date = date(2026, 11, 22), language: str = "en", **changes):
    edition = edition_of(of=project(label=Label(status=status, years=years), **changes), language=language, today=today)
    text, problems = label_line(edition)
    return text, [problem.code for problem in problems]


def test_a_held_label_is_named_with_its_years():
    assert line(LabelStatus.HELD, "2025-2026") == ("eTwinning School 2025-2026", [])
    assert line(LabelStatus.HELD, "2025-2026", language="tr") == ("eTwinning School 2025-2026", [])


def test_it_holds_to_the_last_day_and_no_longer():
    assert line(LabelStatus.HELD, "2025-2026", today=date(2026, 12, 31))[1] == []
    assert line(LabelStatus.HELD, "2025-2026", today=date(2027, 1, 1)) == (
        "Held the eTwinning School Label 2025-2026",
        ["label.expired"],
    )


def test_before_its_first_day_or_without_years_nothing_is_claimed():
    assert line(LabelStatus.HELD, "2027-2028") == ("Our work in eTwinning", ["label.not-yet"])
    assert line(LabelStatus.HELD) == ("Our work in eTwinning", ["label.years-missing"])


def test_an_application_names_its_round():
    assert line(LabelStatus.APPLYING, round=ROUND)[0] == "Application for the eTwinning School Label, round 2027-28"
    assert line(LabelStatus.APPLYING, language="tr")[0] == "eTwinning Okul Etiketi başvurusu"


@pytest.mark.parametrize("language", ["en", "tr", "sv"])
@pytest.mark.parametrize("status", [LabelStatus.NONE, LabelStatus.APPLYING, LabelStatus.EXPIRED])
def test_a_label_that_is_not_held_is_never_claimed(status: LabelStatus, language: str):
    claims = ("eTwinning School 2025-2026", "eTwinning School")
    assert line(status, "2025-2026", language=language)[0] not in claims
