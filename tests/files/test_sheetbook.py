"""The workbook that people fill in: texts come back as they were, pictures lie in their rows, bytes are the same."""

import shutil
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from PIL import Image
from reviews import convert

from portfolio.files.opensheet import read_opensheet
from portfolio.files.sheetbook import Lines, Sheet, SheetColumn, SheetRow, Tone, fitting, write_sheetbook
from portfolio.files.workbook import read_workbook

GUIDE = Lines(name="How to", rows=(("Review",), ("Write what you know.",)))
COLUMNS = (
    SheetColumn(heading="Piece", width=14),
    SheetColumn(heading="Picture", width=22),
    SheetColumn(heading="Who", width=24, locked=False, choices=("none", "unknown"), hint="Names, parted by semicolons"),
    SheetColumn(heading="May", width=20),
)
ODD = (
    "=1+1",
    "+49 123",
    "-5",
    "@SUM(A1)",
    "'=1",
    "'00123",
    "007",
    "2025-05-20",
    "20.05.2025",
    "1e5",
    "TRUE",
    "satır bir\nsatır iki\n\ndört",
    "ğüşıöçİĞÜŞÖÇ",
    "IMG_x0041_.jpg",
    "E-0123456789",
    "E-1234567890",
    "=HYPERLINK(“x”;“y”)",
    "iki  boşluk",
    "long " * 2000 + "end",
    "&amp; <b>",
)


def book(path, texts=ODD, picture=None):
    rows = tuple(
        SheetRow(cells=(f"E-{n}", "", text, "yes"), picture=picture, tones={3: Tone.GOOD})
        for n, text in enumerate(texts)
    )
    memory = Lines(name="memory", rows=(("mark", "id", "who"), *(("", f"E-{n}", text) for n, text in enumerate(texts))))
    write_sheetbook(path, GUIDE, Sheet(name="Review", columns=COLUMNS, rows=rows, pictures=1), memory)
    return path


def texts_in(tables):
    review, memory = (next(table for table in tables if table.name == name) for name in ("Review", "memory"))
    return [row.cells[2] for row in review.rows], [row.cells[2] for row in memory.rows]


def test_every_text_comes_back_as_it_was(tmp_path):
    seen, remembered = texts_in(read_workbook(book(tmp_path / "a.xlsx")))
    assert seen == remembered == list(ODD)


def test_nothing_is_a_formula(tmp_path):
    sheet = load_workbook(book(tmp_path / "a.xlsx"))["Review"]
    assert {cell.data_type for row in sheet for cell in row if cell.value is not None} == {"s"}
    assert {row[2].number_format for row in sheet} == {"@"}


def test_what_a_cell_cannot_hold_breaks_no_file(tmp_path):
    ugly = ("a\x00b\x0bc", "lone \ud800 half", "\ufffe", "x" * 40_000, "a\r\nb\rc")
    path = book(tmp_path / "a.xlsx", ugly)
    seen, remembered = texts_in(read_workbook(path))
    assert seen == remembered == [fitting(text) for text in ugly]
    assert seen[0] == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"
    assert len(seen[3]) == 32_767
    assert seen[4] == "a\nb\nc"


def test_it_is_made_to_be_worked_in(tmp_path):
    made = load_workbook(book(tmp_path / "a.xlsx"))
    assert made.sheetnames == ["How to", "Review", "memory"]
    sheet = made["Review"]
    assert made.active is sheet
    assert made["memory"].sheet_state == "veryHidden"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", f"A1:D{len(ODD) + 1}")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert (sheet.protection.sheet, sheet.protection.password, sheet.protection.autoFilter) == (True, None, False)
    assert [cell.protection.locked for cell in sheet[2]] == [True, True, False, True]
    offered = {each.formula1: each.showErrorMessage for each in sheet.data_validations.dataValidation}
    assert offered == {'"none,unknown"': False}


def test_a_picture_lies_inside_the_cell_of_its_row(tmp_path):
    Image.new("RGB", (220, 165), "teal").save(tmp_path / "p.jpg")
    sheet = load_workbook(book(tmp_path / "a.xlsx", ("x", "y"), tmp_path / "p.jpg"))["Review"]
    anchors = [image.anchor for image in sheet._images]
    assert [(a._from.col, a._from.row, a.to.col, a.to.row) for a in anchors] == [(1, 1, 1, 1), (1, 2, 1, 2)]
    assert sheet.row_dimensions[2].height * 12700 > anchors[0].to.rowOff


def test_the_same_content_is_the_same_bytes(tmp_path):
    assert book(tmp_path / "a.xlsx").read_bytes() == book(tmp_path / "b.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
        assert b"1980-01-01T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


def test_a_table_without_rows_is_a_file_too(tmp_path):
    assert [table.name for table in read_workbook(book(tmp_path / "a.xlsx", ()))] == ["How to", "Review", "memory"]


@pytest.mark.parametrize(
    "choices", [tuple(f"{n} – a criterion in words" for n in range(12)), ("one, two", "three"), ('a "b"',)]
)
def test_a_list_that_a_formula_cannot_hold_stands_in_a_hidden_sheet(tmp_path, choices):
    columns = (*COLUMNS[:3], SheetColumn(heading="May", width=20, locked=False, choices=choices))
    columns = (
        *columns,
        replace(columns[3], heading="Or"),
        replace(columns[3], heading="If", choices=("x,y", *choices)),
    )
    row = SheetRow(cells=("E-1", "", "", "", "", ""))
    sheet = Sheet(name="Review", columns=columns, rows=(row,), pictures=1)
    write_sheetbook(tmp_path / "a.xlsx", GUIDE, sheet, Lines(name="memory", rows=(("mark",),)))
    made = load_workbook(tmp_path / "a.xlsx")
    short, first, same, other = (each.formula1 for each in made["Review"].data_validations.dataValidation)
    lists = made["portfolio lists"]
    assert (short, lists.sheet_state) == ('"none,unknown"', "veryHidden")
    assert first == same == f"'portfolio lists'!$A$1:$A${len(choices)}"
    assert other == f"'portfolio lists'!$B$1:$B${len(choices) + 1}"
    assert [cell.value for cell in lists["A"]][: len(choices)] == list(choices)
    assert [cell.value for cell in lists["B"]] == ["x,y", *choices]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
@pytest.mark.parametrize(("suffix", "read"), [("xlsx", read_workbook), ("ods", read_opensheet)])
def test_what_libreoffice_saves_says_the_same(tmp_path, suffix, read):
    book(tmp_path / "a.xlsx")
    seen, remembered = texts_in(read(convert(tmp_path / "a.xlsx", suffix, tmp_path)))
    assert seen == remembered == list(ODD)
