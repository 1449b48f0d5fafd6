from pathlib import Path

import pytest
from corpus import find_corpus, needs_corpus
from hypothesis import given
from hypothesis import strategies as st

from portfolio.files.csvfile import CsvFault, parse_csv, read_csv, separator_in, write_csv
from portfolio.files.fault import FileFault

# Blanks at the ends of a cell are not kept, so there are none; the rest is what people and formulas type.
CELL = st.text(alphabet="aığİşÖz0159 \n\"',;\t|=+-@%{}.", max_size=12).map(str.strip)
FILLED = CELL.filter(bool)


@st.composite
def tables(draw):
    width = draw(st.integers(1, 4))
    header = draw(st.lists(FILLED, min_size=width, max_size=width))
    row = st.lists(CELL, min_size=width, max_size=width).filter(any)
    return header, draw(st.lists(row, max_size=5))


@given(tables(), st.sampled_from(["tr", "en", "sv"]))
def test_what_is_written_is_read_again(table, language):
    import tempfile

    header, rows = table
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "çıktı dosyası.csv")
        write_csv(path, header, rows, language)
        found = read_csv(path, language)
    assert found.header == tuple(header)
    assert [row.cells for row in found.rows] == [tuple(row) for row in rows]


def test_a_spreadsheet_opens_it_by_a_double_click(tmp_path):
    path = tmp_path / "liste.csv"
    write_csv(path, ["ad", "boyut"], [["Işıl; Öykü", "1,5"], ["=1+1", "-5"]], "tr")
    assert path.read_bytes() == '\ufeffad;boyut\r\n"Işıl; Öykü";"1,5"\r\n\'=1+1;-5\r\n'.encode()
    write_csv(path, ["name", "size"], [["x", "1.5"]], "en")
    assert path.read_text(encoding="utf-8-sig") == "name,size\nx,1.5\n"


@pytest.mark.parametrize("cell", ["=HYPERLINK(A1)", "+cmd", "-1+1", "@SUM(A1)", "'=x"])
def test_nothing_is_run_as_a_formula(tmp_path, cell):
    path = tmp_path / "liste.csv"
    write_csv(path, ["ad", "not"], [[cell, "x"]], "tr")
    assert "'" + cell in path.read_text(encoding="utf-8-sig")
    assert read_csv(path, "tr").rows[0].cells == (cell, "x")


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a;b\n1,5;2,5\n", ";"),
        ("a,b\n1;2,x\n", ","),
        ("a\tb\n1,5\t2\n", "\t"),
        ('a;b\n"x, y, z";1\n', ";"),
        ('a;b\n"x ""q, "" y";1\n', ";"),
        ("sep=|\na|b;c\n", "|"),
        ("1,2,3\na,b,c,d\na,b,c,d\n", ","),
        ("only\none column\n", ";"),
    ],
)
def test_the_separator_is_what_stands_equally_often_outside_quotes(text, separator):
    assert separator_in(text) == separator


def test_lines_are_those_of_the_file():
    table = parse_csv('sep=;\nad;not\n\n"iki\nsatır";x\nson;y\n')
    assert (table.header_line, [row.line for row in table.rows]) == (2, [4, 6])


def test_a_quote_that_never_closes_is_named_with_its_line():
    with pytest.raises(CsvFault) as fault:
        parse_csv('a;b\n1;2\n"x;y\n3;4\n')
    assert (fault.value.code, fault.value.line) == ("csv.quotes", 3)


def test_an_endless_cell_is_named_with_its_line():
    with pytest.raises(CsvFault) as fault:
        parse_csv('a;b\n"' + "x" * 200_000 + '";1\n')
    assert (fault.value.code, fault.value.line) == ("csv.cell", 2)


def test_a_file_larger_than_any_list_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("portfolio.files.csvfile.MAX_BYTES", 3)
    path = tmp_path / "a.csv"
    path.write_text("a;b\n")
    with pytest.raises(CsvFault, match=r"csv\.too-large"):
        read_csv(path, "tr")


@needs_corpus
@pytest.mark.parametrize(
    ("name", "header", "rows", "last"),
    [
        ("records/bom.csv", ("id", "name"), 2, ("2", "中国人")),
        ("records/csv-inconsistent-header.csv", ("1", "2", "3", ""), 4, ("a", "b", "c", "d")),
        ("records/katilimcilar-cp1254.csv", ("Ad Soyad", "Sınıf", "Etkinlik", "Tarih", "Süre"), 3, None),
        ("records/stanley-cups-utf-16.csv", ("Stanley Cups", "", ""), 4, ("Maple Leafs", "TOR", "13")),
        ("hostile/duplicate-headers.csv", ("id", "name", "id", "age", "id"), 2, None),
    ],
)
def test_real_files(name, header, rows, last):
    table = read_csv(find_corpus() / name, "tr")
    assert (table.header, len(table.rows)) == (header, rows)
    assert last is None or table.rows[-1].cells == last


@needs_corpus
def test_greek_needs_the_language_of_its_writer():
    path = find_corpus() / "records/table-infer-iso-8859-7.csv"
    assert read_csv(path, "el").rows[2].cells == ("3", "36", "Μυρων")


@needs_corpus
def test_every_csv_of_the_corpus_is_read_or_named():
    files = sorted(find_corpus().rglob("*.csv"))
    assert len(files) >= 10
    for path in files:
        try:
            assert read_csv(path, "tr").rows
        except FileFault as fault:
            assert fault.code
