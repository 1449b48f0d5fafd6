from portfolio.files.table import TableRow, make_table


def test_the_first_line_that_says_something_is_the_header():
    table = make_table("Sayfa", [(1, ["", " "]), (2, [" ad ", "yıl"]), (3, []), (4, ["Okul", "2025"])])
    assert (table.name, table.header, table.header_line) == ("Sayfa", ("ad", "yıl"), 2)
    assert table.rows == (TableRow(line=4, cells=("Okul", "2025")),)


def test_short_rows_are_padded_and_long_ones_lose_no_text():
    table = make_table("", [(1, ["a", "b", ""]), (2, ["1"]), (3, ["1", "2", "3", ""])])
    assert table.header == ("a", "b", "")
    assert [row.cells for row in table.rows] == [("1", "", ""), ("1", "2", "3")]


def test_no_text_no_header():
    assert make_table("", [(1, ["", ""])]).header == ()
