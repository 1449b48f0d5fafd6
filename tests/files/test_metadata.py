import io
import re
import struct

import pytest
from PIL import Image, PngImagePlugin

from portfolio.files.metadata import bare_jpeg, bare_jpeg2000, without_metadata


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


def jpeg2000(comment: str) -> bytes:
    data = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(data, "JPEG2000", comment=comment)
    return data.getvalue()


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, kind) + content


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as image:
        return image.tobytes()


def test_a_second_picture_behind_the_end_and_a_word_between_two_scans_go() -> None:
    given = logo("JPEG", progressive=True)
    scans = [found.start() for found in re.finditer(rb"\xff\xda", given)]
    assert len(scans) > 1
    told = given[: scans[1]] + b"\xff\xfe\0\x09Ayberk!" + given[scans[1] :] + b"MotionPhoto Ayberk"
    assert bare_jpeg(told) == given
    assert bare_jpeg(b"\r\n" + told) == given


def test_a_thumbnail_in_the_head_of_a_jpeg_goes() -> None:
    given = logo("JPEG")
    length = struct.unpack_from(">H", given, 4)[0]
    small = given[:4] + struct.pack(">H", length + 12) + given[6:18] + b"\x02\x02" + b"AYBERKAYBERK" + given[20:]
    assert pixels(small) == pixels(given)
    assert bare_jpeg(small) == given


def test_how_the_colours_of_a_jpeg_for_print_are_meant_stays() -> None:
    data = io.BytesIO()
    Image.linear_gradient("L").convert("CMYK").save(data, "JPEG", exif=b"Exif\0\0Ayberk")
    left = bare_jpeg(data.getvalue())
    assert b"Ayberk" not in left
    assert pixels(left) == pixels(data.getvalue())


@pytest.mark.parametrize(
    "damage", [b"", b"no picture", b"\xff\xd8\xff", b"\xff\xd8\xff\xe1\0", b"\xff\xd8" + b"a" * 40]
)
def test_what_is_no_whole_jpeg_is_refused_where_it_must_be_bare(damage: bytes) -> None:
    with pytest.raises(ValueError, match="JPEG"):
        bare_jpeg(damage)
    with pytest.raises(ValueError, match="JPEG 2000"):
        bare_jpeg2000(damage)


def test_a_jpeg_that_breaks_off_in_its_pixels_ends_there() -> None:
    given = logo("JPEG")
    assert bare_jpeg(given[:-40]) == given[:-40]


def test_texts_and_comments_of_a_jpeg_2000_go_and_its_pixels_stay() -> None:
    given = jpeg2000("Ayberk was here")
    told = given + box(b"xml ", b"<Ayberk/>") + box(b"uuid", b"0123456789abcdefAyberk")
    left = bare_jpeg2000(told)
    assert b"Ayberk" in given
    assert b"Ayberk" not in left
    assert pixels(left) == pixels(given)
    bare = bare_jpeg2000(given[given.find(b"\xff\x4f\xff\x51") :])
    assert b"Ayberk" not in bare
    assert pixels(bare) == pixels(given)
