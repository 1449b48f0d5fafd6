"""The list of projects to paste has the dossier's facts and no column that nobody filled."""

from compose.editions import edition_of, piece, project_record, said

from portfolio.compose.projectlist import list_projects
from portfolio.compose.selection import select
from portfolio.model.evidence import Certificate, Kind, ProjectRecord


def listed(*pieces, language="en"):
    edition = edition_of(*pieces, language=language)
    table = list_projects(edition, select(edition))
    assert table is not None
    titles = [column.title for column in table.columns]
    return titles, [["".join(run.text for run in cell) for cell in row.cells] for row in table.rows]


def recorded(name, **fields):
    return piece(name, "model", kind=Kind.PROJECT, project=ProjectRecord(title=said(name), **fields))


def test_years_title_and_each_country_once():
    partners = said((("Skola Norr", "SE"), ("Skola Syd", "SE"), ("", "IT"), ("Escola", "")))
    titles, rows = listed(recorded("Rivers", years=said("2024-2025"), partners=partners))
    assert titles == ["When", "Project", "Partners’ countries"]
    assert rows == [["2024-2025", "Rivers", "Italy, Sweden"]]


def test_labels_and_subjects_where_one_project_has_them():
    label = Certificate(kind="nql", matched="Ulusal Kalite Etiketi", project=said("Işık Avcıları"))
    paper = piece("etiket", "model", kind=Kind.CERTIFICATE, certificate=label)
    other = recorded("Rivers", years=said("2020-2021"), subjects=said(("Fen", "Sanat")))
    titles, rows = listed(project_record("a", "model"), paper, other)
    assert titles == ["When", "Project", "Partners’ countries", "Quality labels", "Subjects"]
    assert rows == [
        ["2024-2025", "Işık Avcıları", "Italy, Sweden", "National Quality Label", ""],
        ["2020-2021", "Rivers", "", "", "Fen, Sanat"],
    ]


def test_no_list_without_a_project():
    edition = edition_of(language="en")
    assert list_projects(edition, select(edition)) is None
