"""Archives packed to do harm: everything in them is named, nothing is followed, and the good files are read."""

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path

import pytest
from intake.evidence import collected, lay
from projects import fixity

from portfolio.model.catalogue import FileState

USED, QUARANTINED, DUPLICATE = FileState.USED, FileState.QUARANTINED, FileState.DUPLICATE
DIRECTORY, END = b"PK\1\2", b"PK\5\6"


def entry(name: str, mode: int = 0) -> zipfile.ZipInfo:
    """A member whose name is written as it is, not tidied."""
    info = zipfile.ZipInfo("x")
    info.filename = name
    info.external_attr = mode << 16
    return info


def packed(*members: tuple[zipfile.ZipInfo, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for info, content in members:
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def changed(data: bytes, name: bytes, offset: int, value: bytes) -> bytes:
    """An archive, some bytes of a member's record in the directory written anew (APPNOTE 4.3.12)."""
    place = data.index(name, data.index(DIRECTORY)) - 46 + offset
    return data[:place] + value + data[place + len(value) :]


def states(folder: Path) -> dict[str, tuple[FileState, str]]:
    """Each file of the only archive there, without the archive's name; its evidence and all around stay untouched."""
    before = fixity(folder)
    catalogue = collected(folder)
    assert fixity(folder) == before
    assert {path.name for path in folder.parent.iterdir()} == {folder.name, f"{folder.name}-cache"}
    for path in (folder.with_name(f"{folder.name}-cache") / "unpacked").glob("*"):
        assert path.is_file()
        assert not path.is_symlink()
        assert len(path.stem) == 64
    return {file.name.removeprefix("a.zip/"): (file.state, file.reason.code) for file in catalogue.files}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_lead_nowhere_and_are_told_apart(tmp_path: Path) -> None:
    names = (
        "/etc/passwd.txt", "../../kaçak.txt", "C:\\Windows\\kaçak.txt", "//sunucu/pay/a.txt", "..", ".", "CON.txt",
        "dev/null", "nul", "a:b.txt", "u" * 251 + ".txt", "ters\u202etxt.exe.txt", "satır\nsonu.txt",
        unicodedata.normalize("NFC", "şölen.txt"), unicodedata.normalize("NFD", "şölen.txt"), "aynı.txt", "aynı.txt",
        "a/b.txt", "a/b.txt/c.txt",
    )  # fmt: skip
    data = packed(*((entry(name), f"metin {number}".encode()) for number, name in enumerate(names)))
    found = states(lay(tmp_path / "kanıt", {"a.zip": data}))
    assert found.keys() == {
        "a.zip", "etc/passwd.txt", "kaçak.txt", "C:/Windows/kaçak.txt", "sunucu/pay/a.txt", "?", "? [2]", "CON.txt",
        "dev/null", "nul", "a:b.txt", "u" * 251 + ".txt", "ters<U+202E>txt.exe.txt", "satır<U+000A>sonu.txt",
        "şölen.txt", "şölen [2].txt", "aynı.txt", "aynı [2].txt", "a/b.txt", "a/b.txt/c.txt",
    }  # fmt: skip
    assert {state for name, (state, _) in found.items()} == {USED}


def test_what_is_no_file_or_cannot_be_unpacked_is_named(tmp_path: Path) -> None:
    text = b"metin " * 20
    data = packed(
        (entry("iyi.txt"), text),
        (entry("kopya.txt"), text),
        (entry("bağ.txt", stat.S_IFLNK | 0o777), b"/etc/passwd"),
        (entry("boru.txt", stat.S_IFIFO | 0o644), b""),
        (entry("soket.txt", stat.S_IFSOCK | 0o644), b""),
        (entry("disk.txt", stat.S_IFBLK | 0o644), b""),
        (entry("bomba.txt"), bytes(2**21)),
        (entry("parolalı.txt"), b"1" + text),
        (entry("kısa.txt"), b"2" + text),
        (entry("uzun.txt"), b"3" + text),
        (entry("yamalı.txt"), b"4" + text),
    )
    for name, offset, value in (
        ("parolalı.txt", 8, b"\1\x08"),
        ("kısa.txt", 24, b"\5"),
        ("uzun.txt", 24, b"\xff"),
        ("yamalı.txt", 8, b"\x20\x08"),
    ):
        data = changed(data, name.encode(), offset, value)
    assert states(lay(tmp_path / "kanıt", {"a.zip": data})) == {
        "a.zip": (USED, "file.opened"),
        "iyi.txt": (USED, "file.used"),
        "kopya.txt": (DUPLICATE, "file.duplicate"),
        "bağ.txt": (QUARANTINED, "file.link"),
        "boru.txt": (QUARANTINED, "file.special"),
        "soket.txt": (QUARANTINED, "file.special"),
        "disk.txt": (QUARANTINED, "file.special"),
        "bomba.txt": (QUARANTINED, "zip.bomb"),
        "parolalı.txt": (QUARANTINED, "zip.protected"),
        "kısa.txt": (QUARANTINED, "zip.member-damaged"),
        "uzun.txt": (QUARANTINED, "zip.member-damaged"),
        "yamalı.txt": (QUARANTINED, "zip.method"),
    }


def quoting(count: int) -> bytes:
    """A bomb as David Fifield builds them ("A better zip bomb", WOOT 2019): each member holds all that follow it.

    A stored block of Deflate quotes the header of the next member, whose bytes then go on as its own.
    """
    content, packer = bytes(900_000), zlib.compressobj(9, zlib.DEFLATED, -15)
    stream = packer.compress(content) + packer.flush()
    members, inside = [], b""
    for number in range(count):
        name = f"{number:03}.txt".encode()
        sizes = (zlib.crc32(content), len(stream), len(content), len(name))
        about = b"\x14\0\0\0\x08\0\0\0\x21\0" + struct.pack("<3LHH", *sizes, 0)
        header = b"PK\3\4" + about + name
        inside = header + stream
        members.append((about, name, len(inside)))
        stream = struct.pack("<BHH", 0, len(header), len(header) ^ 0xFFFF) + inside
        content = header + content
    directory = b"".join(
        DIRECTORY + b"\x14\0" + about + bytes(10) + struct.pack("<L", len(inside) - length) + name
        for about, name, length in members
    )
    return inside + directory + END + struct.pack("<LHHLLH", 0, count, count, len(directory), len(inside), 0)


def test_members_that_share_their_bytes_are_not_unpacked(tmp_path: Path) -> None:
    data = quoting(40)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert sum(info.file_size for info in archive.infolist()) > 5_000 * len(data)
    found = states(lay(tmp_path / "kanıt", {"a.zip": data, "b.txt": "metin"}))
    assert found.pop("a.zip") == (USED, "file.opened")
    assert found.pop("b.txt") == (USED, "file.used")
    assert set(found.values()) == {(QUARANTINED, "zip.overlapping")}
    assert len(found) == 40
    assert list((tmp_path / "kanıt-cache").glob("unpacked/*")) == []


def test_names_that_are_no_unicode_are_read_in_the_code_page_or_spoil_their_archive_alone(tmp_path: Path) -> None:
    turkish = packed((entry("XXXXX.txt"), b"metin")).replace(b"XXXXX", "şölen".encode("cp857"))
    promised = packed((entry("XXXXX\u0131.txt"), b"metin 2")).replace(b"XXXXX", b"\xff\xfe\xfdXX")
    folder = lay(tmp_path / "kanıt", {"a.zip": turkish, "b.zip": promised})
    assert states(folder) == {
        "a.zip": (USED, "file.opened"),
        "şölen.txt": (USED, "file.used"),
        "b.zip": (QUARANTINED, "zip.damaged"),
    }
