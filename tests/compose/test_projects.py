from dataclasses import replace
from datetime import date

from compose.editions import FRAMEWORK, certificate, edition_of, on, photo, piece, project_record, said

from portfolio.compose.projects import set_projects
from portfolio.compose.selection import select
from portfolio.model.document import Section
from portfolio.model.evidence import Kind, ProjectRecord

WORDS = replace(FRAMEWORK, answers={**FRAMEWORK.answers, "ongoing": ("sürüyor",)})


def record(name: str, **fields: str):
    known = ProjectRecord(title=said(name), **{key: said(value) for key, value in fields.items()})
    return piece(name, "model", kind=Kind.PROJECT, project=known)


def section(*pieces) -> Section | None:
    edition = edition_of(*pieces, language="en", framework=WORDS)
    return set_projects(edition, select(edition))


def told(*pieces) -> list[tuple[str, ...]]:
    """The cells of the rows."""
    (table,) = section(*pieces).blocks
    return [tuple("".join(run.text for run in cell) for cell in row.cells) for row in table.rows]


def test_a_project_is_told_with_its_time_partners_ages_and_labels():
    item, targets = project_record("a", "model")
    full = replace(item.project, ages=said("8-10"), european_label=said("2026-03-01"), national_label=said("evet"))
    table = section((replace(item, project=full), targets)).blocks[0]
    (row,) = table.rows
    assert [column.title for column in table.columns] == ["No.", "Project", "When", "Partners", "Quality labels"]
    assert told((replace(item, project=full), targets)) == [
        (
            "2.1",
            "Işık Avcıları\nPupils’ age: 8-10",
            "2024-2025",
            "Skola Norr (Sweden)\nItaly",
            "National Quality Label\nEuropean Quality Label 2026",
        )
    ]
    assert (row.cells[0][0].link, row.anchor, row.pillar, row.item) == ("#x-2.1", "o-2.1", "model", item.id)


def test_those_under_way_stand_first_then_the_latest():
    lines = told(
        record("Old", years="2022-2023"),
        record("New", years="2025-2026"),
        record("Also new", years="2025-2026"),
        record("Running", years="2024-2025", status="Sürüyor"),
        record("Some time"),
    )
    assert [line[1:3] for line in lines] == [
        ("Running", "2024-2025\nunder way"),
        ("Also new", "2025-2026"),
        ("New", "2025-2026"),
        ("Old", "2022-2023"),
        ("Some time", "–"),
    ]


def test_a_certificate_of_a_label_proves_the_projects():
    paper = certificate("b", "students", dated=on(date(2025, 6, 12)))
    other = certificate("c", "students", dated=on(date(2024, 6, 12)))
    other = (replace(other[0], certificate=replace(other[0].certificate, project=said("Başka proje"))), other[1])
    (line,) = told(project_record("a", "model"), paper, other)
    assert line[4] == "National Quality Label 2025 (1.2)"


def test_no_column_is_empty():
    (line,) = told(record("A"))
    assert len(line) == 4


def test_the_figures_count_schools_once():
    item, targets = project_record("a", "model")
    figures = section((item, targets), (replace(item, id="E-1"), targets)).figures
    assert [(figure.number, figure.label) for figure in figures] == [("2", "projects"), ("1", "partner school")]


def test_without_projects_there_is_no_section():
    assert section(photo("a", "model")) is None


def test_one_certificate_is_one_label_also_where_two_records_tell_of_its_project():
    told_twice = section(project_record("a", "model"), record("Işık Avcıları"), certificate("c", "model"))
    figures = {figure.label: figure.number for figure in told_twice.figures}
    assert figures["quality label"] == "1"
