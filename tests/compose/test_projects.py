from dataclasses import replace
from datetime import date

from compose.editions import FRAMEWORK, certificate, edition_of, on, photo, piece, project_record, said

from portfolio.compose.projects import set_projects
from portfolio.compose.selection import select
from portfolio.model.blocks import Heading, Table
from portfolio.model.document import Section
from portfolio.model.evidence import Kind, ProjectRecord

WORDS = replace(FRAMEWORK, answers={**FRAMEWORK.answers, "ongoing": ("sürüyor",)})


def record(name: str, **fields: str):
    known = ProjectRecord(title=said(name), **{key: said(value) for key, value in fields.items()})
    return piece(name, "model", kind=Kind.PROJECT, project=known)


def section(*pieces) -> Section | None:
    edition = edition_of(*pieces, language="en", framework=WORDS)
    return set_projects(edition, select(edition))


def told(*pieces) -> list[str | tuple[str, ...]]:
    """Headings, and the cells of the rows below them."""
    lines: list[str | tuple[str, ...]] = []
    for block in section(*pieces).blocks:
        if isinstance(block, Heading):
            lines.append(block.text)
        elif isinstance(block, Table):
            lines += [tuple("".join(run.text for run in cell) for cell in row.cells) for row in block.rows]
    return lines


def test_a_project_is_told_with_its_time_partners_ages_and_labels():
    item, targets = project_record("a", "model")
    full = replace(item.project, ages=said("8-10"), european_label=said("2026-03-01"), national_label=said("evet"))
    table = section((replace(item, project=full), targets)).blocks[0]
    (row,) = table.rows
    assert [column.title for column in table.columns] == ["No.", "Project", "Partners", "Quality labels"]
    assert told((replace(item, project=full), targets)) == [
        (
            "2.1",
            "Işık Avcıları\n2024-2025\nPupils’ age: 8-10",
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
    assert [line if isinstance(line, str) else line[1] for line in lines] == [
        "Under way",
        "Running\n2024-2025",
        "2025-2026",
        "Also new",
        "New",
        "2022-2023",
        "Old",
        "Other projects",
        "Some time",
    ]


def test_projects_of_one_time_need_no_heading():
    assert [line[1] for line in told(record("A", years="2025-2026"), record("B", years="2025-2026"))] == [
        "A\n2025-2026",
        "B\n2025-2026",
    ]


def test_a_certificate_of_a_label_proves_the_projects():
    paper = certificate("b", "students", dated=on(date(2025, 6, 12)))
    other = certificate("c", "students", dated=on(date(2024, 6, 12)))
    other = (replace(other[0], certificate=replace(other[0].certificate, project=said("Başka proje"))), other[1])
    (line,) = told(project_record("a", "model"), paper, other)
    assert line[3] == "National Quality Label 2025 (1.2)"


def test_no_column_is_empty():
    (line,) = told(record("A"))
    assert len(line) == 3


def test_the_figures_count_schools_once():
    item, targets = project_record("a", "model")
    figures = section((item, targets), (replace(item, id="E-1"), targets)).figures
    assert [(figure.number, figure.label) for figure in figures] == [("2", "projects"), ("1", "partner school")]


def test_without_projects_there_is_no_section():
    assert section(photo("a", "model")) is None
