from intake.evidence import codes

from portfolio.intake.dating import dated
from portfolio.intake.statements import Statement
from portfolio.model.decision import Field
from portfolio.model.problem import Place
from portfolio.model.text import Origin

NAMES = ("2024-2025/14.10.2024 kurul.docx",)


def said(text: str, origin: Origin) -> Statement:
    return Statement(field=Field.DATE, text=text, origin=origin, where=Place(file="x", line=2))


def origin(statements: tuple[Statement, ...], properties: tuple[Statement, ...], *names: str) -> tuple[str, str] | None:
    found, _ = dated(statements, properties, names, "TR")
    return (found.origin.value, found.value.first.isoformat()) if found else None


def test_the_order_of_those_who_know() -> None:
    decision, embedded = said("2020-01-01", Origin.DECISION), said("2021-01-01", Origin.EMBEDDED)
    made = said("2022-01-01", Origin.DOCUMENT)
    assert origin((embedded, decision), (made,), *NAMES) == ("decision", "2020-01-01")
    assert origin((embedded,), (made,), *NAMES) == ("embedded", "2021-01-01")
    assert origin((), (made,), *NAMES) == ("file-name", "2024-10-14")
    assert origin((), (made,), "2024-2025/kurul.docx") == ("document", "2022-01-01")
    assert origin((said("2019-01-01", Origin.RECOGNISED),), (made,), *NAMES) == ("recognised", "2019-01-01")
    assert origin((), (), "2023-05-01 gezi/2024-2025/kurul.docx") == ("folder-name", "2024-09-01")
    assert origin((), (), "kurul.docx") is None


def test_a_date_that_a_person_took_away_is_none_whatever_the_name_says() -> None:
    assert dated((said("-", Origin.DECISION),), (said("2022-01-01", Origin.DOCUMENT),), NAMES, "TR") == (None, ())


def test_the_day_of_a_download_is_not_the_day_of_what_was_downloaded() -> None:
    assert origin((), (), "gelen/drive-download-20250601T101010Z-001.zip/a.jpg") is None
    assert origin((), (), "gelen/takeout-20250601T101010Z-001/Takeout/a.jpg") is None
    assert origin((), (), "OneDrive_2025-06-01.zip/Mayıs 2025/a.jpg") == ("folder-name", "2025-05-01")
    assert origin((), (), "2025-05-20 gezi/OneDrive_2025-06-01.zip/a.jpg") == ("folder-name", "2025-05-20")


def test_a_stated_date_that_is_none_is_told_and_the_next_one_taken() -> None:
    found, problems = dated((said("dün", Origin.SIDECAR),), (), NAMES, "TR")
    assert found is not None
    assert found.origin is Origin.FILE_NAME
    assert codes(problems) == [("description.date", "x", 2)]


def test_a_day_and_month_that_could_be_exchanged_are_to_be_confirmed() -> None:
    found, problems = dated((said("05/04/2025", Origin.CAPTION_SHEET),), (), NAMES, "TR")
    assert found is not None
    assert (found.value.first.isoformat(), found.value.certain) == ("2025-04-05", False)
    assert codes(problems) == [("date.unsure", "x", 2)]
    assert dict(problems[0].values) == {"day": "2025-04-05"}
    for clear in ("2025-04-05", "25/04/2025", "05/05/2025"):
        assert dated((said(clear, Origin.CAPTION_SHEET),), (), NAMES, "TR")[1] == ()
