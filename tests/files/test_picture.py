import io
import sys
from pathlib import Path

import pytest
from intake.evidence import jpeg
from PIL import Image

from portfolio.files.picture import MAX_PIXELS, Picture, PictureFault, read_picture


def picture(tmp_path: Path, data: bytes) -> Picture:
    path = tmp_path / "bir resim.jpg"
    path.write_bytes(data)
    return read_picture(path)


def fault(tmp_path: Path, data: bytes) -> str:
    with pytest.raises(PictureFault) as caught:
        picture(tmp_path, data)
    return caught.value.code


def png(width: int, height: int, mode: str = "1") -> bytes:
    data = io.BytesIO()
    Image.new(mode, (width, height)).save(data, "PNG")
    return data.getvalue()


def test_what_a_phone_writes_is_read(tmp_path: Path) -> None:
    found = picture(tmp_path, jpeg(date="2025:05:20 18:45:43", description="Açık gün: öğrenciler"))
    assert (found.width, found.height) == (64, 48)
    assert found.said == (("caption", "", "Açık gün: öğrenciler"), ("date", "", "2025:05:20 18:45:43"))


def test_a_turned_picture_is_measured_upright(tmp_path: Path) -> None:
    found = picture(tmp_path, jpeg(orientation=6))
    assert (found.width, found.height) == (48, 64)


def test_the_hash_is_of_the_upright_picture(tmp_path: Path) -> None:
    scene = Image.linear_gradient("L").rotate(35).convert("RGB")
    upright, turned = io.BytesIO(), io.BytesIO()
    scene.save(upright, "PNG")
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise by 90 degrees to be seen upright
    scene.transpose(Image.Transpose.ROTATE_90).save(turned, "PNG", exif=exif)
    first, second = picture(tmp_path, upright.getvalue()), picture(tmp_path, turned.getvalue())
    assert bin(int(first.dhash, 16) ^ int(second.dhash, 16)).count("1") <= 2
    assert first.dhash != "0" * 16


def test_damaged_pictures_are_told_from_whole_ones(tmp_path: Path) -> None:
    whole = jpeg()
    assert fault(tmp_path, whole[: len(whole) // 2]) == "picture.damaged"
    assert fault(tmp_path, b"\xff\xd8\xff" + bytes(100)) == "picture.damaged"
    assert fault(tmp_path, png(40, 40, "RGB")[:60]) == "picture.damaged"


def test_more_than_a_hundred_megapixels_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    assert MAX_PIXELS == 100_000_000
    assert fault(tmp_path, png(10_001, 10_000)) == "picture.too-large"
    assert fault(tmp_path, png(30_000, 10_000)) == "picture.too-large"


def test_without_its_library_a_heic_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "pillow_heif"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    for registry in (Image.OPEN, Image.MIME):
        monkeypatch.delitem(registry, "HEIF", raising=False)
    monkeypatch.setattr(Image, "ID", [name for name in Image.ID if name != "HEIF"])
    assert fault(tmp_path, b"\0\0\0\x18ftypheic" + bytes(40)) == "system.no-heic"
    assert fault(tmp_path, b"GIF89a") == "picture.damaged"
