from pathlib import Path

import pytest
from intake.office import ods, row

from portfolio.files.opensheet import read_opensheet
from portfolio.files.table import Table
from portfolio.files.workbook import MAX_ROWS, WorkbookFault


def table(tmp_path: Path, *rows: str) -> Table:
    path = tmp_path / "a.ods"
    path.write_bytes(ods(*rows))
    (found,) = read_opensheet(path)
    return found


def cell(kind: str, **values: str) -> str:
    attributes = " ".join(f'office:{name.replace("_", "-")}="{value}"' for name, value in values.items())
    return f'<table:table-cell office:value-type="{kind}" {attributes}><text:p>as shown</text:p></table:table-cell>'


def lines(found: Table) -> list[tuple[int, tuple[str, ...]]]:
    return [(found.header_line, found.header), *((each.line, each.cells) for each in found.rows)]


def test_values_are_written_as_those_of_a_workbook(tmp_path: Path) -> None:
    values = (
        cell("float", value="12.0"),
        cell("float", value="0.5"),
        cell("date", date_value="2026-11-20T00:00:00"),
        cell("date", date_value="2026-11-20T09:30:00"),
        cell("boolean", boolean_value="true"),
        "<table:table-cell><text:p>#N/A</text:p></table:table-cell>",
        "<table:table-cell><text:p>bir</text:p><text:p>iki</text:p></table:table-cell>",
    )
    found = table(tmp_path, row(*"abcdefg"), row(*values))
    assert found.rows[0].cells == ("12", "0.5", "2026-11-20", "2026-11-20T09:30", "true", "", "bir\niki")


def test_a_sheet_that_is_formatted_to_its_end_is_read_at_once(tmp_path: Path) -> None:
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    found = table(tmp_path, row("a", "b", blank), row("1", "2", blank), row(blank, repeated=1_048_574))
    assert lines(found) == [(1, ("a", "b")), (2, ("1", "2"))]


def test_rows_written_once_for_several_count(tmp_path: Path) -> None:
    found = table(tmp_path, row("a", "b"), row("", "", repeated=3), row("1", "2", repeated=2))
    assert lines(found) == [(1, ("a", "b")), (5, ("1", "2")), (6, ("1", "2"))]


def test_a_cell_merged_downwards_speaks_for_every_row(tmp_path: Path) -> None:
    tall = '<table:table-cell table:number-rows-spanned="2"><text:p>Nehirler</text:p></table:table-cell>'
    found = table(tmp_path, row("a", "b"), row(tall, "1"), row("<table:covered-table-cell/>", "2"), row("", "3"))
    assert [each.cells for each in found.rows] == [("Nehirler", "1"), ("Nehirler", "2"), ("", "3")]


def test_more_rows_than_anybody_fills_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkbookFault, match="too-large"):
        table(tmp_path, row("a", repeated=MAX_ROWS + 2))
