import pytest

from portfolio.files.encoding import decode, decode_named, decode_unicode
from portfolio.files.fault import FileFault

TEXT = "Öğrenci ışıltısı\nİkinci satır"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding):
    assert decode_unicode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("language", "encoding", "text"),
    [("tr", "cp1254", TEXT), ("sv", "cp1252", "Åsa"), ("pl", "cp1250", "Łódź"), ("el", "cp1253", "Μάριος")],
)
def test_other_bytes_are_read_by_the_code_page_of_the_language(language, encoding, text):
    assert decode(text.encode(encoding), language) == text
    assert decode_named(text.encode(encoding), language) == (text, encoding)


def test_bytes_that_no_rule_explains_are_refused_with_their_line():
    with pytest.raises(FileFault) as fault:
        decode("ilk\nsatır ".encode() + b"\xff\x81", "sv")
    assert (fault.value.code, fault.value.line) == ("file.encoding", 2)


@pytest.mark.parametrize("data", [b"\x00\x01binary", b"\xff\xd8\xff\xe0\x00\x10JFIF"])
def test_what_is_no_text_is_called_so(data):
    with pytest.raises(FileFault) as fault:
        decode(data, "tr")
    assert fault.value.code == "file.binary"


def test_a_file_that_breaks_its_own_mark_is_refused():
    with pytest.raises(FileFault, match=r"file\.encoding"):
        decode(b"\xff\xfea", "tr")
