"""A font file: its letters and what may be done with it."""

import pytest

from portfolio.files.fault import FileFault
from portfolio.files.font import read_font
from portfolio.resources import templates_folder

FONTS = templates_folder() / "base" / "fonts"


def test_a_shipped_font():
    font = read_font(FONTS / "NotoSansGeorgian-Bold.ttf")
    assert font.embeddable
    assert ord("თ") in font.advances
    assert ord("a") not in font.advances
    assert 0.3 < font.advances[ord("თ")] < 1.2


def test_what_is_no_font(tmp_path):
    (tmp_path / "x.ttf").write_bytes(b"\0\1\0\0no font")
    with pytest.raises(FileFault) as fault:
        read_font(tmp_path / "x.ttf")
    assert fault.value.code == "font.damaged"


def test_another_file_of_the_same_name_is_read_again(tmp_path):
    path = tmp_path / "x.ttf"
    for name, letter in (("NotoSansGeorgian-Bold", "თ"), ("NotoSansArmenian-Bold", "Ե")):
        path.write_bytes((FONTS / f"{name}.ttf").read_bytes())
        assert ord(letter) in read_font(path).advances
