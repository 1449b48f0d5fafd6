import io
import stat
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from portfolio.files import zipfolder
from portfolio.files.zipfolder import Member, ZipFault, ZipFolder


def pack(path: Path, *members: tuple[zipfile.ZipInfo | str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def paths(path: Path, language: str = "tr") -> list[str]:
    return [member.path for member in members(path, language)]


def members(path: Path, language: str = "tr") -> tuple[Member, ...]:
    with closing(ZipFolder(path, language)) as folder:
        return folder.members


def test_members_are_unpacked_with_their_digest(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", (zipfile.ZipInfo("a/b.txt", (2025, 5, 9, 10, 0, 0)), b"abc"), ("a/", b""))
    with closing(ZipFolder(path, "tr")) as folder:
        [member] = folder.members
        assert (member.path, member.size, member.fault) == ("a/b.txt", 3, "")
        assert member.mtime_ns == 1746784800 * 10**9
        temporary, sha256 = folder.unpack(member, tmp_path)
    assert temporary.parent == tmp_path
    assert temporary.read_bytes() == b"abc"
    assert sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_no_name_leads_out_of_the_archive(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", ("../../x.txt", b"1"), ("/etc/y.txt", b"2"), ("a\\..\\z.txt", b"3"), ("..", b"4"))
    assert paths(path) == ["x.txt", "etc/y.txt", "a/z.txt", "?"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp857"])
def test_names_are_read_as_they_were_meant(tmp_path: Path, encoding: str) -> None:
    data = pack(tmp_path / "a.zip", ("XXXXXXXXX.txt", b"1")).read_bytes()
    name = "şölen".encode(encoding).ljust(9, b"_") + b".txt"
    (tmp_path / "a.zip").write_bytes(data.replace(b"XXXXXXXXX.txt", name))
    assert paths(tmp_path / "a.zip") == ["şölen" + "_" * (13 - 4 - len("şölen".encode(encoding))) + ".txt"]


def refused(path: Path) -> dict[str, str]:
    return {member.path: member.fault for member in members(path)}


def test_what_would_be_dangerous_is_named(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.jpg")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = pack(tmp_path / "a.zip", ("bomb.jpg", b"\0" * 3 * 2**20), (link, b"/etc/passwd"), ("good.jpg", b"x"))
    assert refused(path) == {"bomb.jpg": "zip.bomb", "link.jpg": "file.link", "good.jpg": ""}


def test_passwords_and_foreign_methods_are_named(tmp_path: Path) -> None:
    data = bytearray(pack(tmp_path / "a.zip", ("a.txt", b"abc")).read_bytes())
    directory = data.index(b"PK\1\2")
    data[directory + 8] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    assert refused(tmp_path / "a.zip") == {"a.txt": "zip.protected"}
    data[directory + 8] &= ~1
    data[directory + 10] = 9  # Deflate64, as Windows packs large files
    (tmp_path / "a.zip").write_bytes(data)
    assert refused(tmp_path / "a.zip") == {"a.txt": "zip.method"}


def test_a_damaged_member_is_named_and_leaves_nothing_behind(tmp_path: Path) -> None:
    data = bytearray(pack(tmp_path / "a.zip", ("a.txt", b"abcdefgh"), method=zipfile.ZIP_STORED).read_bytes())
    data[data.index(b"abcdefgh")] ^= 1
    (tmp_path / "a.zip").write_bytes(data)
    assert outcomes(tmp_path / "a.zip") == {"a.txt": "zip.member-damaged"}


@pytest.mark.parametrize(
    ("limit", "value", "code"),
    [
        ("MAX_MEMBERS", 1, "zip.too-many"),
        ("MAX_TOTAL_BYTES", 5, "zip.too-large"),
        ("_MAX_DIRECTORY", 9, "zip.too-many"),
    ],
)
def test_limits_hold_before_anything_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, code: str
) -> None:
    path = pack(tmp_path / "a.zip", ("a.txt", b"abc"), ("b.txt", b"def"))
    monkeypatch.setattr(zipfolder, limit, value)
    with pytest.raises(ZipFault) as fault:
        ZipFolder(path, "tr")
    assert fault.value.code == code


def test_a_cut_archive_is_damaged(tmp_path: Path) -> None:
    data = io.BytesIO(pack(tmp_path / "a.zip", ("a.txt", b"abc" * 999)).read_bytes()).read(60)
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(ZipFault) as fault:
        ZipFolder(tmp_path / "a.zip", "tr")
    assert fault.value.code == "zip.damaged"


def outcomes(path: Path) -> dict[str, str]:
    """What becomes of each member that is not refused: its text, or the code of its fault. Nothing else is left."""
    place = path.with_name("out")
    place.mkdir()
    found = {}
    with closing(ZipFolder(path, "tr")) as folder:
        for member in folder.members:
            if not member.fault:
                try:
                    temporary, _ = folder.unpack(member, place)
                    found[member.path] = temporary.read_text()
                    temporary.unlink()
                except ZipFault as fault:
                    found[member.path] = fault.code
    assert list(place.iterdir()) == []
    place.rmdir()
    return found


def change(path: Path, mark: bytes, offset: int, value: bytes) -> Path:
    """An archive with some bytes of its only header of that kind written anew."""
    data = bytearray(path.read_bytes())
    place = data.index(mark) + offset
    data[place : place + len(value)] = value
    path.write_bytes(data)
    return path


DIRECTORY = b"PK\1\2"


@pytest.mark.parametrize("size", [2, 4], ids=["shorter", "longer"])
def test_a_member_that_lies_about_its_size_is_damaged(tmp_path: Path, size: int) -> None:
    path = change(pack(tmp_path / "a.zip", ("a.txt", b"abc")), DIRECTORY, 24, size.to_bytes(4, "little"))
    assert outcomes(path) == {"a.txt": "zip.member-damaged"}


def test_a_member_packed_as_a_patch_is_named(tmp_path: Path) -> None:
    path = change(pack(tmp_path / "a.zip", ("a.txt", b"abc")), DIRECTORY, 8, b"\x20")
    assert outcomes(path) == {"a.txt": "zip.method"}


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damage_is_damage_whatever_packed_it(tmp_path: Path, method: int) -> None:
    path = pack(tmp_path / "a.zip", ("a.txt", bytes(range(256)) * 4), method=method)
    assert outcomes(change(path, b"a.txt", 15, bytes(8))) == {"a.txt": "zip.member-damaged"}


def test_a_member_without_a_day_is_a_member(tmp_path: Path) -> None:
    path = change(pack(tmp_path / "a.zip", ("a.txt", b"abc")), DIRECTORY, 12, bytes(4))
    [member] = members(path)
    assert (member.mtime_ns, outcomes(path)) == (0, {"a.txt": "abc"})


def overlapping(path: Path, count: int) -> Path:
    """An archive whose directory names the same bytes again and again: what they hold is unpacked as often."""
    pack(path, ("a.txt", b"\0" * 999_999))
    data = path.read_bytes()
    start, end = data.index(DIRECTORY), data.index(b"PK\5\6")
    directory = data[start:end] * count
    tail = bytearray(data[end:])
    tail[8:12] = count.to_bytes(2, "little") * 2
    tail[12:16] = len(directory).to_bytes(4, "little")
    path.write_bytes(data[:start] + directory + tail)
    return path


def test_members_that_share_their_bytes_are_not_unpacked(tmp_path: Path) -> None:
    faults = [member.fault for member in members(overlapping(tmp_path / "a.zip", 4))]
    assert faults == ["zip.overlapping"] * 4
    assert [member.fault for member in members(overlapping(tmp_path / "a.zip", 1))] == [""]


def test_what_is_refused_does_not_count_against_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pack(tmp_path / "a.zip", ("bomb.jpg", b"\0" * 3 * 2**20), ("good.txt", b"x"))
    monkeypatch.setattr(zipfolder, "MAX_TOTAL_BYTES", 2**20)
    assert outcomes(path) == {"good.txt": "x"}


def test_an_archive_that_was_replaced_since_it_was_listed_gives_nothing_out(tmp_path: Path) -> None:
    [listed] = members(pack(tmp_path / "a.zip", ("a.txt", b"abc")))
    pack(tmp_path / "a.zip", ("a.txt", b"def"))
    with closing(ZipFolder(tmp_path / "a.zip", "tr")) as folder, pytest.raises(ZipFault) as fault:
        folder.unpack(listed, tmp_path)
    assert fault.value.code == "file.changing"
