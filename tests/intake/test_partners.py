"""What a partner school says of its own children: a school, a day, somebody who answers for it, and for whom."""

from pathlib import Path

import pytest
from intake.evidence import codes, collected, decision, jpeg, lay

from portfolio.cli.origins import known_of
from portfolio.columns import Columns
from portfolio.framework import read_framework
from portfolio.intake.partners import partner_consent
from portfolio.intake.people import portrayal
from portfolio.model.catalogue import Catalogue
from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import EvidenceItem, PartnerConsent, PortrayalState

SHIPPED = read_framework("etwinning-school", None)
PLAIN = PartnerConsent(school="IC Dante", on="2025-03-04", audiences=("evaluator",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IC Dante, 2025-03-04, Maria Rossi", ("IC Dante", ("evaluator",))),
        ("IC Dante, 4.3.2025, Maria Rossi", ("IC Dante", ("evaluator",))),
        ("IC Dante, 4 Mart 2025, Maria Rossi", ("IC Dante", ("evaluator",))),
        ("IC Dante, Milano, 2025-03-04, Maria Rossi, web, print", ("IC Dante, Milano", ("web", "print"))),
        ("IC Dante, 2025-03-04, Maria Rossi, değerlendirici baskı", ("IC Dante", ("evaluator", "print"))),
        ("IC Dante, 2025-03-04, Maria Rossi, web sitesi / bedömare", ("IC Dante", ("web", "evaluator"))),
        ("IC Dante 2, 2025-03-04, Inga Berg, web", ("IC Dante 2", ("web",))),
        ("IC Dante, 2025-03-04, Maria Rossi, none", ("IC Dante", ())),
        ("school: IC Dante\non: 2025-03-04\nby: Maria Rossi", ("IC Dante", ("evaluator",))),
        ("kimler için: web\nveren: Maria Rossi\ntarih: 04.03.2025\nokul: IC Dante", ("IC Dante", ("web",))),
    ],
)
def test_what_people_write(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    school, audiences = expected
    assert partner_consent(text, "TR") == PartnerConsent(school=school, on="2025-03-04", audiences=audiences)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "IC Dante",
        "IC Dante, Maria Rossi",
        "IC Dante, in March, Maria Rossi",
        "IC Dante, 2025-03, Maria Rossi",
        "IC Dante, 2025-03-04",
        "2025-03-04, Maria Rossi",
        "IC Dante, 2025-03-04, web",
        "IC Dante, 2025-03-04, Maria Rossi, webb, everybody",
        "IC Dante, 2025-03-04, withdrawn, web",
        "IC Dante, 2025-03-04, geri çekildi",
        "IC Dante, 2025-03-04, ?, web",
        "IC Dante, 2025-03-04, Maria Rossi?, web",
        "IC Dante, 2025-03-04, …, web",
        "IC Dante, 2025-03-04, 17",
        "IC Dante, 2025-03-04, no web",
        "IC Dante, 2025-03-04, web yok",
        "IC Dante, 2025-03-04, Maria Rossi (withdrawn 2026-01-01), web",
        "IC Dante, 2025-03-04, Maria Rossi (återkallat), web",
        "IC Dante, 2025-03-04, Maria Rossi until 2025-12-31",
        "IC Dante (iptal), 2025-03-04, Maria Rossi",
        "IC Dante, 2025-03-04, Maria Rossi, web yok",
        "IC Dante, 2025-03-04, Maria Rossi, web, no print",
        "IC Dante, 2025-03-04, Maria Rossi, - web",
        "school: IC Dante\non: 2025-03-04\nby: Maria Rossi\nfor: web, hayır",
        "IC Dante, 2025-03-04, Maria Rossi, 2025-03-05",
        "school: IC Dante\non: 2025-03-04",
        "school: IC Dante\non: soon\nby: Maria Rossi",
        "school: IC Dante\non: 2025-03-04\nby: Maria Rossi\nuntil: 2026-03-04",
    ],
)
def test_what_lacks_a_part_is_no_statement(text: str) -> None:
    with pytest.raises(ValueError):
        partner_consent(text, "TR")


@pytest.mark.parametrize("text", ["partner school", "Ortak okul", "partnerskola", "partner school; Ada B."])
def test_that_their_children_are_there_is_said_among_the_people(text: str) -> None:
    found = portrayal(text, SHIPPED.answers, "x")
    assert (found.state, found.partner) == (PortrayalState.RECOGNISABLE, True)
    assert found.persons == (("Ada B.",) if "Ada" in text else ())


@pytest.mark.parametrize("text", ["partner schools", "ortak okullar; Ada B.", "Partnerskolor"])
def test_it_may_be_children_of_several_schools(text: str) -> None:
    found = portrayal(text, SHIPPED.answers, "x")
    assert (found.partner, found.partners) == (True, True)
    assert not portrayal("ortak okul", SHIPPED.answers, "x").partners


def test_the_partner_of_a_record_is_still_the_partner_of_a_project() -> None:
    assert Columns(SHIPPED.column_names).field_of("partner") == ("partners", "")


def only(catalogue: Catalogue) -> EvidenceItem:
    (item,) = catalogue.items
    return item


def described(tmp_path: Path, said: str, *decisions: Decision, **files: str) -> Catalogue:
    folder = lay(tmp_path / "evidence", {"a.jpg": jpeg(), "a.jpg.yaml": said, **files})
    return collected(folder, *decisions)


def test_it_stands_beside_the_file_in_a_sheet_or_among_the_decisions(tmp_path: Path) -> None:
    mapping = "people: Ada\npartner:\n  school: IC Dante\n  on: 2025-03-04\n  by: Maria Rossi\n  for: [web, print]\n"
    item = only(described(tmp_path, mapping))
    assert [each.value for each in item.partners] == [
        PartnerConsent(school="IC Dante", on="2025-03-04", audiences=("web", "print"))
    ]
    line = decision("a.jpg", Field.PARTNER, "IC Dante, 2025-03-04, Maria Rossi")
    assert [each.value for each in only(described(tmp_path, mapping, line)).partners] == [PLAIN]
    none = decision("a.jpg", Field.PARTNER, "yok", line=3)
    assert only(described(tmp_path, mapping, line, none)).partners == ()
    several = "partner:\n- IC Dante, 2025-03-04, Maria Rossi\n- Fabelskolan, 2025-03-05, Nils Holm, web\n"
    assert [each.value.school for each in only(described(tmp_path, several)).partners] == ["IC Dante", "Fabelskolan"]
    sheet = {"captions.csv": 'file;partner\na.jpg;"IC Dante, 2025-03-04, Maria Rossi"\n'}
    assert [each.value for each in only(described(tmp_path, "title: x", **sheet)).partners] == [PLAIN]


def test_who_cleared_it_is_kept_nowhere_and_school_and_day_are_told(tmp_path: Path) -> None:
    catalogue = described(tmp_path, "people: Ada\npartner: IC Dante, 2025-03-04, Maria Rossi\n")
    assert "Rossi" not in repr(catalogue)
    known = {each.field: (each.value, each.where) for each in known_of(only(catalogue))}
    assert known["partner"] == ("IC Dante, 2025-03-04", "a.jpg.yaml:2")
    cached = b"".join(path.read_bytes() for path in tmp_path.rglob("catalogue.packed"))
    assert b"Dante" in cached
    assert b"Rossi" not in cached


def test_what_cannot_be_read_is_named_by_its_line_and_clears_nobody(tmp_path: Path) -> None:
    catalogue = described(tmp_path, "people: Ada\npartner: IC Dante, Maria Rossi\n")
    assert codes(catalogue.problems)[0] == ("partner.nobody", "a.jpg.yaml", 2)
    assert codes(catalogue.problems)[1] == ("partner.unreadable", "a.jpg.yaml", 2)
    assert only(catalogue).partners == ()
    assert "Rossi" not in repr(catalogue.problems)


def test_a_statement_about_children_who_are_not_said_to_be_there_is_noted(tmp_path: Path) -> None:
    said = "partner: IC Dante, 2025-03-04, Maria Rossi\n"
    assert codes(described(tmp_path, said).problems) == [("partner.nobody", "a.jpg.yaml", 1)]
    assert codes(described(tmp_path, f"people: none\n{said}").problems) == []
