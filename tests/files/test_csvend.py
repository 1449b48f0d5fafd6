"""Rows are added below what stands in a file, which stays byte for byte."""

from portfolio.files.csvend import add_rows


def test_rows_are_added_in_the_writing_of_the_file(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("\ufeffb,a,mine\r\nIşık,1,x".encode())
    add_rows(path, ["b", "a", ""], [{"a": "=1+1", "b": "Su; Çay", "c": "nowhere"}], "tr")
    assert path.read_bytes() == '\ufeffb,a,mine\r\nIşık,1,x\r\n"Su; Çay",\'=1+1,\r\n'.encode()


def test_a_letter_that_the_encoding_lacks_has_the_file_written_anew(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("a;b\nŞen;1\n".encode("cp1254"))
    add_rows(path, ["a", "b"], [{"a": "Łucja"}], "tr")
    assert path.read_bytes() == "\ufeffa;b\r\nŞen;1\r\nŁucja;\r\n".encode()
