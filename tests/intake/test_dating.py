from datetime import date

import pytest
from intake.evidence import TODAY, codes

from portfolio.intake.dating import dated
from portfolio.intake.statements import Statement
from portfolio.model.decision import Field
from portfolio.model.problem import Place
from portfolio.model.text import Origin

NAMES = ("2024-2025/14.10.2024 kurul.docx",)


def said(text: str, origin: Origin) -> Statement:
    return Statement(field=Field.DATE, text=text, origin=origin, where=Place(file="x", line=2))


def origin(statements: tuple[Statement, ...], properties: tuple[Statement, ...], *names: str) -> tuple[str, str] | None:
    found, _ = dated(statements, properties, names, "TR", TODAY)
    return (found.origin.value, found.value.first.isoformat()) if found else None


def test_the_order_of_those_who_know() -> None:
    decision, embedded = said("2020-01-01", Origin.DECISION), said("2024-02-01", Origin.EMBEDDED)
    made = said("2022-01-01", Origin.PROPERTIES)
    assert origin((embedded, decision), (made,), *NAMES) == ("decision", "2020-01-01")
    assert origin((embedded,), (made,), *NAMES) == ("embedded", "2024-02-01")
    assert origin((), (made,), *NAMES) == ("file-name", "2024-10-14")
    assert origin((), (made,), "2024-2025/kurul.docx") == ("properties", "2022-01-01")
    assert origin((said("2019-01-01", Origin.RECOGNISED),), (made,), *NAMES) == ("recognised", "2019-01-01")
    assert origin((), (), "2023-05-01 gezi/2024-2025/kurul.docx") == ("folder-name", "2024-09-01")
    assert origin((), (), "kurul.docx") is None


def test_a_date_that_a_person_took_away_is_none_whatever_the_name_says() -> None:
    assert dated((said("-", Origin.DECISION),), (said("2022-01-01", Origin.PROPERTIES),), NAMES, "TR", TODAY) == (
        None,
        (),
    )


def test_the_day_of_a_download_is_not_the_day_of_what_was_downloaded() -> None:
    assert origin((), (), "gelen/drive-download-20250601T101010Z-001.zip/a.jpg") is None
    assert origin((), (), "gelen/takeout-20250601T101010Z-001/Takeout/a.jpg") is None
    assert origin((), (), "OneDrive_2025-06-01.zip/Mayıs 2025/a.jpg") == ("folder-name", "2025-05-01")
    assert origin((), (), "2025-05-20 gezi/OneDrive_2025-06-01.zip/a.jpg") == ("folder-name", "2025-05-20")


def test_a_stated_date_that_is_none_is_told_and_the_next_one_taken() -> None:
    found, problems = dated((said("dün", Origin.SIDECAR),), (), NAMES, "TR", TODAY)
    assert found is not None
    assert found.origin is Origin.FILE_NAME
    assert codes(problems) == [("description.date", "x", 2)]


def test_a_day_and_month_that_could_be_exchanged_are_to_be_confirmed() -> None:
    found, problems = dated((said("05/04/2025", Origin.CAPTION_SHEET),), (), NAMES, "TR", TODAY)
    assert found is not None
    assert (found.value.first.isoformat(), found.value.certain) == ("2025-04-05", False)
    assert codes(problems) == [("date.unsure", "x", 2)]
    assert dict(problems[0].values) == {"day": "2025-04-05"}
    for clear in ("2025-04-05", "25/04/2025", "05/05/2025"):
        assert dated((said(clear, Origin.CAPTION_SHEET),), (), NAMES, "TR", TODAY)[1] == ()


@pytest.mark.parametrize(
    "moment",
    ["2000-01-01T00:00:00", "2000-01-01T09:12:13", "1980-01-01T00:00:00", "1970-01-01", "2015-01-01T00:04:59"],
)
def test_a_clock_that_was_never_set_is_not_believed(moment: str) -> None:
    found, problems = dated((said(moment, Origin.EMBEDDED),), (), NAMES, "TR", TODAY)
    assert found is not None
    assert found.origin is Origin.FILE_NAME
    assert codes(problems) == [("date.unset", "x", 2)]
    assert dict(problems[0].values) == {"day": moment[:10]}


@pytest.mark.parametrize("origin", [Origin.EMBEDDED, Origin.PROPERTIES])
def test_a_date_in_the_future_is_not_believed_of_a_clock(origin: Origin) -> None:
    clock = (said("2080-05-01T10:00:00", origin),)
    statements, properties = (clock, ()) if origin is Origin.EMBEDDED else ((), clock)
    found, problems = dated(statements, properties, ("2024-2025/a.jpg",), "TR", TODAY)
    assert found is not None
    assert found.origin is Origin.FOLDER_NAME
    assert codes(problems) == [("date.future", "x", 2)]


def test_a_camera_that_is_ahead_writes_it_into_the_name_too() -> None:
    names = ("2024-2025/20800501_101500.jpg",)
    found, problems = dated((said("2080-05-01T10:15:00", Origin.EMBEDDED),), (), names, "TR", TODAY, taken=True)
    assert found is not None
    assert found.origin is Origin.FOLDER_NAME
    assert codes(problems) == [("date.future", "x", 2), ("date.future", names[0], None)]
    plan, _ = dated((), (), ("2080-05-01 plan.docx",), "TR", TODAY)
    assert plan is not None
    assert plan.value.first.year == 2080


def test_the_given_day_decides_what_the_future_is() -> None:
    taken = said("2026-11-21T08:00:00", Origin.EMBEDDED)
    for today, believed in (("2026-11-19", False), ("2026-11-20", True)):  # in another time zone it is tomorrow
        found, _ = dated((taken,), (), (), "TR", date.fromisoformat(today))
        assert (found is not None) is believed


def test_where_a_person_states_the_date_no_clock_is_asked() -> None:
    stated = said("2025-05-01", Origin.CAPTION_SHEET)
    found, problems = dated((said("2080-01-01T10:00:00", Origin.EMBEDDED), stated), (), (), "TR", TODAY)
    assert found is not None
    assert (found.origin, problems) == (Origin.CAPTION_SHEET, ())
    assert dated((said("2080-01-01", Origin.CAPTION_SHEET),), (), (), "TR", TODAY)[1] == ()


@pytest.mark.parametrize(
    ("folders", "first", "last"),
    [
        ("2025/05", "2025-05-01", "2025-05-31"),
        ("2025/05 Mayıs", "2025-05-01", "2025-05-31"),
        ("2025/05-mayis", "2025-05-01", "2025-05-31"),
        ("2025/5. Mayıs", "2025-05-01", "2025-05-31"),
        ("2025/Mayıs", "2025-05-01", "2025-05-31"),
        ("2025/Mayıs/gezi", "2025-05-01", "2025-05-31"),
        ("2025/Ekim yaptık", "2025-01-01", "2025-12-31"),  # “ekim” is sowing too
        ("2024-2025/Temmuz", "2024-09-01", "2025-06-30"),
        ("2025/05/12", "2025-05-12", "2025-05-12"),
        ("2025/23 Nisan", "2025-04-23", "2025-04-23"),
        ("2024-2025/Ekim", "2024-10-01", "2024-10-31"),
        ("2024-2025/Mayıs", "2025-05-01", "2025-05-31"),
        ("2024-2025/29 Ekim töreni", "2024-10-29", "2024-10-29"),
        ("2025/5", "2025-01-01", "2025-12-31"),
        ("2025/12 fotoğraf", "2025-01-01", "2025-12-31"),
        ("2025/4-A", "2025-01-01", "2025-12-31"),
        ("Mayıs/gezi", None, None),
        ("Ekim-Kasım 2025", "2025-10-01", "2025-11-30"),
    ],
)
def test_folders_inside_one_another_date_together(folders: str, first: str | None, last: str | None) -> None:
    found, _ = dated((), (), (f"{folders}/a.jpg",), "TR", TODAY)
    assert (found and found.value.first.isoformat()) == first
    assert (found and found.value.last.isoformat()) == last


@pytest.mark.parametrize("name", ["a/IMG_20250509_101112.jpg", "a/2025-05-09 fidan.jpg", "a/Mayıs 2025.jpg"])
def test_a_camera_that_tells_a_first_of_january_is_not_believed_against_the_name_of_its_file(name: str) -> None:
    taken = said("2019-01-01T10:00:00", Origin.EMBEDDED)
    found, problems = dated((taken,), (), (name,), "TR", TODAY, taken=True)
    assert found is not None
    assert (found.origin, found.value.first.isoformat()[:7]) == (Origin.FILE_NAME, "2025-05")
    assert codes(problems) == [("date.against-name", "x", 2)]
    assert dict(problems[0].values)["day"] == "2019-01-01"


def test_a_camera_that_is_years_away_from_the_day_of_its_folder_is_told() -> None:
    taken = said("2019-01-01T10:00:00", Origin.EMBEDDED)
    found, problems = dated((taken,), (), ("2025-05-12 gezi/a.jpg",), "TR", TODAY, taken=True)
    assert found is not None
    assert (found.origin, codes(problems)) == (Origin.EMBEDDED, [("date.against-folder", "x", 2)])
    assert dict(problems[0].values) == {"day": "2019-01-01", "named": "2025-05-12"}


@pytest.mark.parametrize(
    "name",
    ["2024-2025/a.jpg", "2024-05-10 a.jpg", "2080-01-01 a.jpg", "2019 a.jpg", "2023-2024 a.jpg", "Mayıs 2024.jpg"],
)
def test_a_name_that_is_near_or_vague_or_in_the_future_says_nothing_against_a_camera(name: str) -> None:
    found, problems = dated((said("2024-05-09T10:00:00", Origin.EMBEDDED),), (), (name,), "TR", TODAY, taken=True)
    assert found is not None
    assert (found.origin, problems) == (Origin.EMBEDDED, ())


def test_a_person_who_states_the_day_ends_the_argument() -> None:
    statements = (said("2019-01-01", Origin.EMBEDDED), said("2025-05-10", Origin.CAPTION_SHEET))
    assert dated(statements, (), ("2025-05-09 fidan.jpg",), "TR", TODAY)[1] == ()


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("IMG_20240101_000000.jpg", "2024-01-01"),
        ("IMG_20240315_101010.jpg", "2024-03-15"),
        ("2025-03-01 fidan.jpg", "2025-03-01"),
        ("Mayıs 2025.jpg", "2025-05"),
    ],
)
def test_a_camera_goes_before_the_name_of_its_file_and_is_told_of_where_they_are_apart(name: str, named: str) -> None:
    found, problems = dated((said("2025-03-04T10:00:00", Origin.EMBEDDED),), (), (name,), "TR", TODAY, taken=True)
    assert found is not None
    assert (found.origin, found.value.first.isoformat()) == (Origin.EMBEDDED, "2025-03-04")
    assert codes(problems) == [("date.apart", "x", 2)]
    assert dict(problems[0].values) == {"day": "2025-03-04", "named": named}


def test_a_photo_of_new_year_is_one_where_nothing_speaks_against_it() -> None:
    found, problems = dated((said("2025-01-01T10:00:00", Origin.EMBEDDED),), (), ("fidan.jpg",), "TR", TODAY)
    assert found is not None
    assert (found.origin, problems) == (Origin.EMBEDDED, ())


def test_a_year_that_has_not_come_yet_is_a_number() -> None:
    assert origin((), (), "sayfa 2050.jpg") is None
    assert origin((), (), "2050/a.jpg") is None
    assert origin((), (), "plan 2026.docx") == ("file-name", "2026-01-01")
