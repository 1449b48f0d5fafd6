"""The places of pieces in the review workbook: what is offered and shown, and what becomes of what is written there."""

import json
import shutil

import pytest
from openpyxl import load_workbook
from projects import make_project, portfolio, rewrite
from reviews import OPEN_DAY, UNKNOWN, cell, change, convert, decided, headings, row_of, sheet_of, table, take, write

NOTE = "1-ortak-liderlik/toplantı notu.txt"
FIRST, FURTHER, OUT, WHY = "Unsur ya da ölçüt", "Ayrıca kanıtladığı", "Dışarıda bırak", "Dışarıda bırakma nedeni"
MODEL, STUDENTS = "4 Diğer okullara rol model olma", "3 Öğrenci temsilciliği"


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path / "okul")


def lines(root):
    return [(field, value.removeprefix("'")) for _, field, value in decided(root)]


def shown(root, file, *columns):
    sheet_of(root).unlink(missing_ok=True)
    sheet = table(write(root))
    return tuple(cell(sheet, file, heading).value for heading in columns)


def faults(capsys):
    return [(each["code"], each["line"]) for each in json.loads(capsys.readouterr().out)["problems"]]


def offered(path, heading):
    """What the list of a column offers, from the hidden sheet where it stands."""
    book = load_workbook(path)
    sheet = book.worksheets[1]
    letter = sheet.cell(1, headings(sheet).index(heading) + 1).column_letter
    (advice,) = [each for each in sheet.data_validations.dataValidation if f"{letter}2" in str(each.sqref)]
    page, _, cells = advice.formula1.rpartition("!")
    assert book[page.strip("'")].sheet_state == "veryHidden"
    return [row[0].value for row in book[page.strip("'")][cells.replace("$", "")]]


def test_the_targets_are_offered_in_the_schools_language(root):
    choices = offered(write(root), FIRST)
    assert choices[0] == "1 Ortak liderlik"
    assert MODEL in choices
    assert any(choice.startswith("4 – ") for choice in choices)
    assert len(choices) == len(set(choices)) > 20
    assert choices == offered(sheet_of(root), FURTHER)


def test_a_swedish_school_is_offered_its_own_words(root):
    rewrite(root / "portfolio.yaml", "languages: [tr, en]", "languages: [sv, tr]")
    write(root)
    sheet = table(sheet_of(root))
    assert "Område eller kriterium" in headings(sheet)
    assert "skolan" in "".join(offered(sheet_of(root), "Område eller kriterium")).casefold()


def test_everything_that_is_offered_is_understood(root):
    choices = offered(write(root), FIRST)
    change(sheet_of(root), (UNKNOWN, FURTHER, "\n".join(choices)))
    assert take(root) == 0
    targets = [value for _, value in lines(root)]
    assert len(targets) == len(choices)
    assert not sheet_of(root, "review.new.xlsx").exists()
    assert set(shown(root, UNKNOWN, FURTHER)[0].splitlines()) == set(choices) - {STUDENTS}


def test_what_is_chosen_becomes_decisions_for_the_piece(root):
    choices = offered(write(root), FIRST)
    open_days = next(choice for choice in choices if choice.startswith("4 – Okul"))
    change(sheet_of(root), (UNKNOWN, FIRST, open_days), (UNKNOWN, FURTHER, "işbirliği; inclusion"))
    assert take(root) == 0
    (_, first), *further = lines(root)
    assert first.startswith("model/")
    assert further == [("pillar", "collaboration"), ("pillar", "inclusion")]
    assert shown(root, UNKNOWN, FIRST)[0] == open_days
    assert take(root) == 0
    assert len(lines(root)) == 3


def test_a_further_target_alone_keeps_the_first(root):
    change(write(root), (OPEN_DAY, FURTHER, STUDENTS))
    assert take(root) == 0
    assert lines(root) == [("pillar", "model"), ("pillar", "students")]
    change(write(root) and sheet_of(root, "review.new.xlsx"), (OPEN_DAY, FURTHER, None))
    assert take(root, "review.new.xlsx") == 0
    assert lines(root)[2:] == [("pillar", "-"), ("pillar", "model")]
    assert shown(root, OPEN_DAY, FIRST, FURTHER) == (MODEL, None)


def test_an_emptied_cell_takes_the_place_away_and_a_question_mark_only_the_decision(root):
    change(write(root), (OPEN_DAY, FIRST, None))
    assert take(root) == 0
    assert lines(root) == [("pillar", "-")]
    assert shown(root, OPEN_DAY, FIRST) == (None,)
    change(sheet_of(root), (OPEN_DAY, FIRST, "?"))
    assert take(root) == 0
    assert take(root) == 0
    assert lines(root) == [("pillar", "-"), ("pillar", "?")]
    assert shown(root, OPEN_DAY, FIRST) == (MODEL,)


def test_a_piece_is_left_out_with_its_reason_and_taken_in_again(root):
    change(write(root), (UNKNOWN, OUT, "evet"), (UNKNOWN, WHY, "bulanık"))
    assert take(root) == 0
    assert lines(root) == [("exclude", "yes")]
    assert "bulanık" in (root / "decisions.csv").read_text(encoding="utf-8-sig")
    assert shown(root, UNKNOWN, OUT, WHY, FIRST) == ("evet", "bulanık", None)
    assert shown(root, UNKNOWN, "Baskı")[0].startswith("hayır: ")
    change(sheet_of(root), (UNKNOWN, OUT, None))
    assert take(root) == 0
    assert lines(root) == [("exclude", "yes"), ("exclude", "no")]
    assert shown(root, UNKNOWN, OUT, WHY, FIRST) == (None, None, STUDENTS)


def test_all_that_is_wrong_at_once_and_nothing_is_written(root, capsys):
    path = write(root)
    change(path, (OPEN_DAY, FIRST, "Ada’nın rolü"), (UNKNOWN, OUT, "belki"), (NOTE, WHY, "bulanık"))
    rows = {name: row_of(table(path), name) for name in (OPEN_DAY, UNKNOWN, NOTE)}
    before = (root / "decisions.csv").read_bytes()
    capsys.readouterr()
    assert take(root, "review.xlsx", "--json") == 3
    assert set(faults(capsys)) == {
        ("sheet.pillar", rows[OPEN_DAY]),
        ("sheet.exclude", rows[UNKNOWN]),
        ("sheet.because", rows[NOTE]),
    }
    assert (root / "decisions.csv").read_bytes() == before


def test_a_place_that_was_changed_on_both_sides_is_a_conflict(root, capsys):
    change(write(root), (OPEN_DAY, FIRST, STUDENTS))
    assert portfolio("map", "--set", OPEN_DAY, "inclusion", "--by", "Elif", root=root) == 0
    capsys.readouterr()
    assert take(root, "review.xlsx", "--json") == 3
    assert [code for code, _ in faults(capsys)] == ["sheet.changed-meanwhile"]


def test_suggestions_stand_beside_a_piece_without_a_place(root):
    (root / "evidence" / "gelen").mkdir()
    (root / "evidence" / "gelen" / "veli toplantısı duyurusu.txt").write_text("Perşembe günü.", encoding="utf-8")
    first, suggestions, why = shown(root, "gelen/veli toplantısı duyurusu.txt", FIRST, "Öneriler", "Neden burada")
    assert (first, why) == (None, "henüz yerleştirilmedi")
    assert suggestions.startswith(f"{MODEL}: ")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_keeps_places_lists_and_untouched_cells(root, tmp_path):
    there = convert(convert(write(root), "ods", tmp_path / "a"), "xlsx", tmp_path / "b")
    before = (root / "decisions.csv").read_bytes()
    assert take(root, there) == 0
    assert (root / "decisions.csv").read_bytes() == before
    choices = offered_by_libreoffice(there)
    assert MODEL in choices
    change(there, (OPEN_DAY, FURTHER, STUDENTS), (UNKNOWN, OUT, "evet"), (UNKNOWN, WHY, "bulanık"))
    edited = convert(there, "ods", tmp_path / "c")
    assert take(root, edited) == 0
    assert lines(root) == [("exclude", "yes"), ("pillar", "model"), ("pillar", "students")]


def offered_by_libreoffice(path):
    book = load_workbook(path)
    formulas = [each.formula1 or "" for each in book.worksheets[1].data_validations.dataValidation]
    page, _, cells = next(each for each in formulas if "!" in each).rpartition("!")
    return [row[0].value for row in book[page.strip("'")][cells.replace("$", "")]]
