import io

import pytest
from PIL import Image, PngImagePlugin

from portfolio.files.metadata import without_metadata


def logo(suffix: str, **kept: object) -> bytes:
    data = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(data, suffix, **kept)
    return data.getvalue()


def talkative(suffix: str) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Camera maker"
    if suffix == "JPEG":
        return logo(suffix, exif=exif, comment=b"made by", xmp=b"<x:xmpmeta/>", icc_profile=b"a profile")
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Ayse")
    return logo(suffix, exif=exif, pnginfo=texts, icc_profile=b"a profile")


@pytest.mark.parametrize("suffix", ["JPEG", "PNG"])
def test_what_was_written_goes_and_pixels_and_colours_stay(suffix: str) -> None:
    given = talkative(suffix)
    left = without_metadata(given)
    with Image.open(io.BytesIO(given)) as before, Image.open(io.BytesIO(left)) as after:
        assert {"exif", "icc_profile"} <= before.info.keys()
        assert not {"exif", "xmp", "comment", "Author"} & after.info.keys()
        assert after.info["icc_profile"] == b"a profile"
        assert after.tobytes() == before.tobytes()


@pytest.mark.parametrize("suffix", ["JPEG", "PNG", "GIF"])
def test_a_picture_that_tells_nothing_stays_as_it_is(suffix: str) -> None:
    given = logo(suffix)
    assert without_metadata(given) == given


@pytest.mark.parametrize("suffix", ["JPEG", "PNG"])
def test_what_is_damaged_stays_as_it_is(suffix: str) -> None:
    given = talkative(suffix)[:60]
    assert without_metadata(given) == given
