"""The QR code: what a telephone reads from it, how large it is, and what is kept light round it."""

import io
import re

import pytest
import zxingcpp
from PIL import Image

from portfolio.render.qr import QUIET, SMALLEST, in_ascii, qr_png, qr_size, qr_svg

SITE = "https://isilti.example/etwinning"


def decoded(picture):
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("address", ["https://a.example", SITE, f"{SITE}/{'x' * 170}"])
def test_what_is_read_from_it_is_the_address(address):
    assert decoded(Image.open(io.BytesIO(qr_png(address)))) == [address]


def test_letters_beyond_ascii_are_written_as_addresses_write_them():
    written = in_ascii("https://ışıltı.example/çalışma?a=ü%20b#x")
    host, _, rest = written.removeprefix("https://").partition("/")
    assert host.startswith("xn--") and host.encode().decode("idna") == "ışıltı.example"
    assert rest == "%C3%A7al%C4%B1%C5%9Fma?a=%C3%BC%20b#x"
    assert in_ascii("http://..example/ç") == "http://..example/%C3%A7"


def test_four_light_modules_round_it_in_black_on_white():
    picture = Image.open(io.BytesIO(qr_png(SITE))).convert("L")
    scale = picture.width // (picture.width // 12)
    assert picture.getcolors(2) and {value for _, value in picture.getcolors(2)} == {0, 255}
    dark = picture.point(lambda value: 255 - value).getbbox()
    assert dark == (QUIET * scale, QUIET * scale, picture.width - QUIET * scale, picture.height - QUIET * scale)


def test_no_smaller_than_a_telephone_reads_and_larger_for_more():
    assert SMALLEST <= qr_size("https://a.example") < qr_size(f"{SITE}/{'x' * 170}")


def test_the_drawing_says_its_size_and_what_is_read_out():
    drawn = qr_svg(SITE, title="QR <code>")
    assert "<title>QR &lt;code&gt;</title>" in drawn and 'role="img"' in drawn
    width = re.search(r'width="([\d.]+)mm"', drawn)
    assert width and float(width[1]) == pytest.approx(qr_size(SITE), abs=0.01)


def test_a_poster_asks_for_a_larger_one_and_never_gets_a_smaller_one_than_can_be_read():
    assert 'width="60.00mm"' in qr_svg(SITE, title="", size=60)
    assert qr_svg(SITE, title="", size=5) == qr_svg(SITE, title="")


def test_the_same_bytes_for_the_same_address():
    assert qr_png(SITE) == qr_png(SITE) and qr_svg(SITE, title="") == qr_svg(SITE, title="")
