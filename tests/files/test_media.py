"""Headers of films and recordings, made byte by byte as their standards say."""

import io
import struct

import pytest

from portfolio.files.fault import FileFault
from portfolio.files.isomedia import read_iso_media
from portfolio.files.matroska import read_matroska
from portfolio.files.media import Media
from portfolio.files.sound import read_flac, read_mp3, read_ogg, read_riff

MAY_2025 = 3_830_606_400  # seconds from 1904 to 2025-05-20 00:00 UTC


def box(kind: bytes, *bodies: bytes) -> bytes:
    body = b"".join(bodies)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def mvhd(created: int, scale: int, length: int, version: int = 0) -> bytes:
    form = ">B3xQQIQ" if version else ">B3xIIII"
    return box(b"mvhd", struct.pack(form, version, created, created, scale, length), b"\0" * 80)


def mp4(*, title: bytes = b"", created: int = MAY_2025, version: int = 0, film: bytes = b"film") -> bytes:
    said = box(b"data", b"\0\0\0\1\0\0\0\0", title)
    told = box(b"udta", box(b"meta", b"\0" * 4, box(b"ilst", box(b"\xa9nam", said)))) if title else b""
    return (
        box(b"ftyp", b"isom\0\0\0\0isom")
        + box(b"mdat", film)
        + box(b"moov", mvhd(created, 1000, 155_500, version), told)
    )


@pytest.mark.parametrize("version", [0, 1])
def test_a_film_tells_length_day_and_title(version: int) -> None:
    data = mp4(title="Açık gün".encode(), version=version)
    assert read_iso_media(io.BytesIO(data)) == Media(seconds=155.5, title="Açık gün", day="2025-05-20")


def test_a_clock_that_was_never_set_tells_no_day() -> None:
    assert read_iso_media(io.BytesIO(mp4(created=0))).day == ""
    assert read_iso_media(io.BytesIO(mp4(created=3600))).day == ""


def test_quicktime_titles() -> None:
    told = box(b"udta", box(b"\xa9nam", struct.pack(">HH", 5, 0), "Şen".encode(), b"\0"))
    data = box(b"wide") + box(b"moov", mvhd(0, 600, 600), told)
    assert read_iso_media(io.BytesIO(data)) == Media(seconds=1.0, title="Şen")


@pytest.mark.parametrize(
    "data",
    [mp4()[:60], mp4()[:-40], box(b"ftyp", b"isom"), box(b"moov", mvhd(0, 1, 1)) + box(b"mdat", b"film" * 9)[:-4]],
)
def test_a_film_that_was_cut_off_is_damaged(data: bytes) -> None:
    with pytest.raises(FileFault, match=r"media\.damaged"):
        read_iso_media(io.BytesIO(data))


def element(identifier: str, body: bytes) -> bytes:
    return bytes.fromhex(identifier) + struct.pack(">Q", 1 << 56 | len(body)) + body


def test_matroska() -> None:
    info = (
        element("2AD7B1", (1_000_000).to_bytes(3, "big"))
        + element("4489", struct.pack(">d", 7_250.0))
        + element("7BA9", "Açık gün".encode())
        + element("4461", struct.pack(">q", 770_000_000 * 10**9))
    )
    head = element("1A45DFA3", b"webm")
    segment = bytes.fromhex("18538067") + b"\x01" + b"\xff" * 7 + element("EC", b"\0" * 9) + element("1549A966", info)
    expected = Media(seconds=7.25, title="Açık gün", day="2025-05-27")
    assert read_matroska(io.BytesIO(head + segment)) == expected
    with pytest.raises(FileFault, match=r"media\.damaged"):
        read_matroska(io.BytesIO(head))


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack("<4sI", kind, len(body)) + body + b"\0" * (len(body) % 2)


def riff(kind: bytes, *chunks: bytes) -> io.BytesIO:
    return io.BytesIO(chunk(b"RIFF", kind + b"".join(chunks)))


def test_wav() -> None:
    form = chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, 8000, 8000, 1, 8))
    names = chunk(b"LIST", b"INFO" + chunk(b"INAM", b"Song\0") + chunk(b"ICRD", b"2025-05-20"))
    data = riff(b"WAVE", form, names, chunk(b"data", b"\0" * 4000))
    assert read_riff(data) == Media(seconds=0.5, title="Song", day="2025-05-20")


def test_avi() -> None:
    header = chunk(b"avih", struct.pack("<IIIII", 40_000, 0, 0, 0, 250) + b"\0" * 36)
    data = riff(b"AVI ", chunk(b"LIST", b"hdrl" + header), chunk(b"LIST", b"movi" + b"\0" * 8))
    assert read_riff(data) == Media(seconds=10.0)


def test_riff_without_anything_is_damaged() -> None:
    with pytest.raises(FileFault, match=r"media\.damaged"):
        read_riff(io.BytesIO(b"RIFF\0\0\0\0WAVE"))


FRAME = b"\xff\xfb\x90\x00"  # MPEG 1, layer III, 128 kbit/s, 44.1 kHz


def id3(*frames: bytes) -> bytes:
    body = b"".join(frames)
    return b"ID3\x03\0\0" + bytes((0, 0, len(body) >> 7, len(body) & 0x7F)) + body


def test_mp3_by_its_bitrate_and_by_its_frames() -> None:
    title = b"TIT2" + struct.pack(">IH", 11, 0) + b"\x01" + "\ufeffŞarkı"[:5].encode("utf-16-le")
    constant = FRAME + b"\0" * 15_996
    assert read_mp3(io.BytesIO(id3(title) + constant)) == Media(seconds=1.0, title="Şark")
    counted = FRAME + b"\0" * 32 + b"Xing" + struct.pack(">II", 1, 100) + b"\0" * 9999
    assert read_mp3(io.BytesIO(counted)).seconds == pytest.approx(100 * 1152 / 44_100)
    with pytest.raises(FileFault, match=r"media\.damaged"):
        read_mp3(io.BytesIO(b"\xff\xfb\xff\xff" * 9))


def comments(*said: bytes) -> bytes:
    return struct.pack("<II", 0, len(said)) + b"".join(struct.pack("<I", len(each)) + each for each in said)


def page(position: int, body: bytes) -> bytes:
    return b"OggS\0\0" + struct.pack("<Q", position) + b"\0" * 13 + body


def test_ogg() -> None:
    tags = comments("TITLE=Açık gün".encode(), b"date=2025")
    vorbis = page(0, b"\x01vorbis\0\0\0\0\x02" + struct.pack("<I", 44_100)) + page(0, b"\x03vorbis" + tags)
    assert read_ogg(io.BytesIO(vorbis + page(88_200, b""))) == Media(seconds=2.0, title="Açık gün", day="2025")
    opus = page(0, b"OpusHead\x01\x01" + struct.pack("<H", 312)) + page(0, b"OpusTags" + tags)
    assert read_ogg(io.BytesIO(opus + page(48_312, b""))) == Media(seconds=1.0, title="Açık gün", day="2025")


def test_flac() -> None:
    stream = b"\0" * 10 + (44_100 << 44 | 88_200).to_bytes(8, "big") + b"\0" * 16
    data = b"fLaC\0\0\0\x22" + stream + b"\x84\0\0\x40" + comments(b"TITLE=Song")
    assert read_flac(io.BytesIO(data)) == Media(seconds=2.0, title="Song")


@pytest.mark.parametrize("read", [read_iso_media, read_matroska, read_riff, read_mp3, read_ogg, read_flac])
@pytest.mark.parametrize("byte", [b"\0", b"\xff", b"\x01", b"LIST\x04\0\0\0"])
def test_nonsense_ends_soon(read, byte: bytes) -> None:
    with pytest.raises(FileFault, match=r"media\.damaged"):
        read(io.BytesIO(byte * 50_000))
