import io

import pytest
from PIL import Image, PngImagePlugin

from portfolio.audit.pictures import metadata_in


def saved(suffix: str, **kept: object) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(data, suffix, **kept)
    return data.getvalue()


def camera() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "Camera maker"
    return exif


@pytest.mark.parametrize("suffix", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_plain_picture_tells_nothing(suffix: str) -> None:
    assert metadata_in(saved(suffix)) == ()


@pytest.mark.parametrize("suffix", ["JPEG", "PNG", "WEBP"])
def test_what_a_camera_wrote_is_found(suffix: str) -> None:
    assert metadata_in(saved(suffix, exif=camera())) == ("EXIF",)


def test_what_programs_and_people_wrote_is_found() -> None:
    assert metadata_in(saved("JPEG", xmp=b"<x:xmpmeta/>", comment=b"Ayse, 4-A")) == ("XMP", "comment")
    texts = PngImagePlugin.PngInfo()
    texts.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta/>")
    assert metadata_in(saved("PNG", pnginfo=texts)) == ("XMP",)


def test_what_is_no_picture_is_not_passed() -> None:
    assert metadata_in(b"no picture") == ("unreadable",)
