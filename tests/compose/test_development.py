from datetime import date

from compose.editions import certificate, edition_of, on, said

from portfolio.compose.development import set_development
from portfolio.compose.selection import select
from portfolio.model.document import Section
from portfolio.model.evidence import Certificate
from portfolio.model.text import local


def course(**fields: object) -> Certificate:
    """A certificate of a seminar that somebody has been to."""
    return Certificate(kind="course", matched="seminer belgesi", holder=said("Ayşe Yılmaz"), **fields)


def section(*pieces) -> Section | None:
    edition = edition_of(*pieces, language="en")
    return set_development(edition, select(edition))


def lines(*pieces) -> list[tuple[str, ...]]:
    (table,) = section(*pieces).blocks
    return [tuple("".join(run.text for run in cell) for cell in row.cells) for row in table.rows]


def test_the_latest_certificate_stands_first_with_its_issuer():
    assert lines(
        certificate("a", "model", certificate=course(), dated=on(date(2025, 3, 1))),
        certificate(
            "b",
            "students",
            certificate=course(issuer=said("Masal Akademisi")),
            dated=on(date(2026, 3, 1)),
            title=said(local("Teaching all", "en")),
        ),
        certificate("c", "students", certificate=course()),
    ) == [
        ("1.1", "Teaching all\nSeminar certificate", "Masal Akademisi", "1 March 2026"),
        ("2.1", "Seminar certificate", "–", "1 March 2025"),
        ("1.2", "Seminar certificate", "–", "–"),
    ]


def test_nobody_is_named():
    told = lines(certificate("a", "model", certificate=course()))
    assert "Ayşe" not in str(told)
    assert told == [("2.1", "Seminar certificate", "–")]


def test_a_row_leads_to_the_certificate():
    (table,) = section(certificate("a", "model", certificate=course())).blocks
    assert table.rows[0].cells[0][0].link == "#x-2.1"


def test_other_certificates_stand_elsewhere():
    assert section(certificate("a", "model")) is None
