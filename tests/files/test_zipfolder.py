import io
import stat
import zipfile
from pathlib import Path

import pytest

from portfolio.files import zipfolder
from portfolio.files.zipfolder import ZipFault, open_folder, unpack


def pack(path: Path, *members: tuple[zipfile.ZipInfo | str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def paths(path: Path, language: str = "tr") -> list[str]:
    with open_folder(path, language) as (_, members):
        return [member.path for member in members]


def test_members_are_unpacked_with_their_digest(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", (zipfile.ZipInfo("a/b.txt", (2025, 5, 9, 10, 0, 0)), b"abc"), ("a/", b""))
    with open_folder(path, "tr") as (archive, [member]):
        assert (member.path, member.size, member.fault) == ("a/b.txt", 3, "")
        assert member.mtime_ns == 1746784800 * 10**9
        temporary, sha256 = unpack(archive, member, tmp_path)
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
    with open_folder(path, "tr") as (_, members):
        return {member.path: member.fault for member in members}


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
    (tmp_path / "out").mkdir()
    with open_folder(tmp_path / "a.zip", "tr") as (archive, [member]), pytest.raises(ZipFault) as fault:
        unpack(archive, member, tmp_path / "out")
    assert fault.value.code == "zip.member-damaged"
    assert list((tmp_path / "out").iterdir()) == []


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
    with pytest.raises(ZipFault) as fault, open_folder(path, "tr"):
        pass
    assert fault.value.code == code


def test_a_cut_archive_is_damaged(tmp_path: Path) -> None:
    data = io.BytesIO(pack(tmp_path / "a.zip", ("a.txt", b"abc" * 999)).read_bytes()).read(60)
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(ZipFault) as fault, open_folder(tmp_path / "a.zip", "tr"):
        pass
    assert fault.value.code == "zip.damaged"
