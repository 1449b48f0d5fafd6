"""Who was given what is kept in a file that people can read and write as well."""

import pytest

from portfolio.errors import ProjectError
from portfolio.handedover import Copy, add_copies, read_copies

DOSSIER = Copy(
    artefact="evaluator/dossier.tr.pdf",
    to="Masal Ulusal Destek Servisi; Ayla Kuzey",
    on="2026-11-12",
    sha256="0" * 64,
    pieces=("E-0123456789", "E-abcdef0123.2"),
    note="=elden",
)


def test_what_is_added_is_read_again(tmp_path):
    path = tmp_path / "handed-over.csv"
    add_copies(path, [DOSSIER], "tr")
    assert path.read_bytes().startswith("\ufeffartefact;to;on;sha256;pieces;note\r\n".encode())
    assert b"'=elden" in path.read_bytes()
    add_copies(path, [DOSSIER], "tr")
    assert read_copies(path, "tr") == ((DOSSIER, DOSSIER), ())


def test_what_a_person_wrote_stays(tmp_path):
    path = tmp_path / "handed-over.csv"
    before = "artefact,to,on,sha256,pieces,note,mine\nevaluator/a.pdf,Ayla,12.11.2026,,,,x"
    path.write_text(before, encoding="utf-8")
    add_copies(path, [DOSSIER], "tr")
    assert path.read_text("utf-8").startswith(before)
    (first, second), problems = read_copies(path, "tr")
    assert (first.on, first.pieces, second, problems) == ("2026-11-12", (), DOSSIER, ())


def test_nothing_was_handed_over_yet(tmp_path):
    assert read_copies(tmp_path / "handed-over.csv", "tr") == ((), ())


def test_a_day_that_is_none_is_named_and_kept(tmp_path):
    path = tmp_path / "handed-over.csv"
    path.write_text("artefact;to;on;sha256;pieces;note\na.pdf;Ayla;kasımda;;;\n", encoding="utf-8")
    (copy,), (problem,) = read_copies(path, "tr")
    assert (copy.on, problem.code, problem.where.line) == ("kasımda", "handed-over.date", 2)


def test_a_file_without_its_columns_stops_the_command(tmp_path):
    path = tmp_path / "handed-over.csv"
    path.write_text("artefact;whom;on;sha256;pieces;note\n", encoding="utf-8")
    with pytest.raises(ProjectError) as stopped:
        add_copies(path, [DOSSIER], "tr")
    assert [dict(problem.values)["column"] for problem in stopped.value.problems] == ["to"]
    assert path.read_text("utf-8") == "artefact;whom;on;sha256;pieces;note\n"
