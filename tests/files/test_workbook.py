import warnings
from datetime import date, datetime, time, timedelta

import pytest
from corpus import find_corpus, needs_corpus
from openpyxl import load_workbook

from portfolio.files import workbook
from portfolio.files.fault import FileFault
from portfolio.files.workbook import WorkbookFault, cell_text, read_workbook


def at(*parts):
    return datetime(*parts)  # noqa: DTZ001 - a cell knows no time zone


def make(path, *sheets, prepare=None):
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if prepare:
            prepare(sheet)
    book.save(path)
    return path


def test_sheets_are_tables_of_text(tmp_path):
    rows = [["Ad", "Tarih", "Sayı"], ["Işıl", at(2026, 11, 20), 3.0], [], ["Öykü", date(2026, 1, 2), 1.5]]
    tables = read_workbook(make(tmp_path / "kayıtlar.xlsx", ("Projeler", rows), ("Boş", [])))
    assert [(table.name, table.header) for table in tables] == [("Projeler", ("Ad", "Tarih", "Sayı"))]
    assert [(row.line, *row.cells) for row in tables[0].rows] == [
        (2, "Işıl", "2026-11-20", "3"),
        (4, "Öykü", "2026-01-02", "1.5"),
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (5, "5"),
        (5.0, "5"),
        (0.1, "0.1"),
        (at(2026, 11, 20, 9, 30), "2026-11-20T09:30"),
        (time(9, 30), "09:30"),
        (timedelta(days=10, hours=15, minutes=10, seconds=10), "255:10:10"),
        ("#DIV/0!", ""),
        ("#hashtag", "#hashtag"),
    ],
)
def test_cells_as_text(value, text):
    assert cell_text(value) == text


def test_a_merged_cell_speaks_for_all_rows_it_spans(tmp_path):
    rows = [["Proje", "Etkinlik"], ["Deniz", "gezi"], [None, "sergi"], ["Orman", "ekim"]]
    path = make(tmp_path / "a.xlsx", ("S", rows), prepare=lambda sheet: sheet.merge_cells("A2:A3"))
    assert [row.cells for row in read_workbook(path)[0].rows] == [
        ("Deniz", "gezi"),
        ("Deniz", "sergi"),
        ("Orman", "ekim"),
    ]


def test_a_title_merged_over_columns_is_said_once(tmp_path):
    path = make(
        tmp_path / "a.xlsx",
        ("S", [["Projeler", None], ["Ad", "Yıl"]]),
        prepare=lambda sheet: sheet.merge_cells("A1:B1"),
    )
    assert read_workbook(path)[0].header == ("Projeler", "")


def test_more_rows_than_any_list_has_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MAX_ROWS", 2)
    with pytest.raises(WorkbookFault, match=r"workbook\.too-large"):
        read_workbook(make(tmp_path / "a.xlsx", ("S", [["a"], ["b"], ["c"]])))


def test_far_away_formats_cost_nothing(tmp_path):
    def prepare(sheet):
        sheet.cell(row=300, column=16_384).number_format = "0.00"

    table = read_workbook(make(tmp_path / "a.xlsx", ("S", [["a"], ["b"]]), prepare=prepare))[0]
    assert (table.header, len(table.rows)) == (("a",), 1)


def test_an_archive_that_is_no_workbook(tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(WorkbookFault, match=r"workbook\.damaged"):
        read_workbook(tmp_path / "a.xlsx")


@needs_corpus
@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("date_1904.xlsx", [("2021-01-01", "15"), ("2021-01-02", "16"), ("255:10:10", "17")]),
        ("inventory-table.xlsx", [("Item", "Type", "Quantity"), ("1", "Apple", "50")]),
    ],
)
def test_real_workbooks(name, cells):
    table = read_workbook(find_corpus() / "records" / name)[0]
    assert [table.header, *(row.cells for row in table.rows)][: len(cells)] == cells


@needs_corpus
def test_a_sheet_of_nothing_but_errors_says_nothing():
    assert read_workbook(find_corpus() / "records/errors.xlsx") == ()


@needs_corpus
def test_every_workbook_of_the_corpus_is_read_or_named():
    files = sorted(find_corpus().rglob("*.xlsx"))
    assert len(files) >= 7
    for path in files:
        try:
            read_workbook(path)
        except FileFault as fault:
            assert fault.code in {"archive.protected", "workbook.damaged"}


def test_what_a_library_warns_of_is_not_shown(tmp_path):
    import zipfile

    path = make(tmp_path / "a.xlsx", ("S", [["a"]]))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/styles.xml"] = b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        load_workbook(path).close()
        assert len(found) == 1
        assert read_workbook(path)[0].header == ("a",)
    assert len(found) == 1
