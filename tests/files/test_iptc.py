import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from portfolio.files.iptc import read_iptc
from portfolio.files.picture import read_picture

UTF8 = {(1, 90): b"\x1b%G"}


def test_captions_are_utf8_when_they_say_so() -> None:
    assert read_iptc({**UTF8, (2, 120): "Açık gün,\nbahçe".encode(), (2, 5): b"", (2, 105): "Şenlik".encode()}) == {
        "title": "Şenlik",
        "caption": "Açık gün, bahçe",
    }


@pytest.mark.parametrize("code_page", ["utf-8", "cp1252"])
def test_captions_that_do_not_say_so_are_read_all_the_same(code_page: str) -> None:
    assert read_iptc({(2, 120): "Vårfest på gården".encode(code_page)}) == {"caption": "Vårfest på gården"}


def test_of_several_the_first_counts_and_nothing_says_nothing() -> None:
    assert read_iptc({(2, 80): [b"Cihan Z.", b"Elif U."], (2, 25): b"keyword"}) == {"credit": "Cihan Z."}
    assert read_iptc({}) == {}


def jpeg_with(*datasets: tuple[int, int, bytes]) -> bytes:
    """A JPEG with IPTC in the place where Photoshop puts it (APP13, resource 0x0404)."""
    records = b"".join(
        struct.pack(">BBBH", 0x1C, record, number, len(text)) + text for record, number, text in datasets
    )
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + records + b"\0" * (len(records) % 2)
    body = b"Photoshop 3.0\0" + resource
    data = io.BytesIO()
    Image.new("RGB", (32, 24), "teal").save(data, "JPEG")
    plain = data.getvalue()
    return plain[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + plain[2:]


def test_a_photo_says_what_its_iptc_says(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg_with((1, 90, b"\x1b%G"), (2, 120, "Bahçede açık gün".encode()), (2, 55, b"20250509")))
    assert read_picture(path).said == (("caption", "", "Bahçede açık gün"), ("date", "", "20250509"))


def test_damaged_iptc_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg_with((2, 120, b"x")).replace(b"\x1c\x02\x78\x00\x01", b"\x1c\x02\x78\x7f\xff"))
    assert read_picture(path).width == 32
