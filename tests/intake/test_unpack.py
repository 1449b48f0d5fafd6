import hashlib
from pathlib import Path

from intake.evidence import lay
from intake.office import eml, zipped

from portfolio.files.zipfolder import Member, ZipFolder
from portfolio.intake.reading import Fault
from portfolio.intake.unpack import Enclosed, Packed, Unpacker, seconds_for, unpack_mail


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def parcels(archive: Path) -> list[Packed]:
    folder = ZipFolder(archive, "tr")
    folder.close()
    return [Packed(archive=archive, member=member, source=f"{archive.name}/{member.path}") for member in folder.members]


def test_members_of_several_archives_are_unpacked_under_their_digests(tmp_path: Path) -> None:
    lay(tmp_path, {"a.zip": zipped({"1.txt": "bir", "2": "iki"}), "b.zip": zipped({"3.TXT": "üç"})})
    (tmp_path / "out").mkdir()
    unpack = Unpacker(tmp_path / "out", "tr")
    for packed in (*parcels(tmp_path / "a.zip"), *parcels(tmp_path / "b.zip")):
        unpack(packed)
    found = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()}
    assert found == {f"{sha('bir')}.txt": "bir", sha("iki"): "iki", f"{sha('üç')}.txt": "üç"}


def test_what_cannot_be_unpacked_is_a_fault(tmp_path: Path) -> None:
    lay(tmp_path, {"a.zip": zipped({"1.txt": "bir"})})
    [packed] = parcels(tmp_path / "a.zip")
    assert Unpacker(tmp_path / "nowhere", "tr")(packed) == Fault(code="file.unreadable")
    (tmp_path / "a.zip").write_bytes(b"PK")
    assert Unpacker(tmp_path, "tr")(packed) == Fault(code="zip.damaged")


def test_a_large_member_is_given_more_time() -> None:
    member = Member(number=0, path="film.mp4", size=2 * 2**30, mtime_ns=0, crc=0, fault="")
    assert seconds_for(Packed(archive=Path("a.zip"), member=member, source="a.zip/film.mp4")) > 200


def test_of_a_mail_what_is_wanted_is_written(tmp_path: Path) -> None:
    lay(tmp_path, {"a.eml": eml("x", "y", ("1.txt", b"bir"), ("2.txt", b"iki"))})
    wanted = ((sha("bir"), tmp_path / "bir.txt"), (sha("bir"), tmp_path / "bir.md"))
    assert unpack_mail(Enclosed(mail=tmp_path / "a.eml", wanted=wanted)) == ""
    assert {path.name: path.read_bytes() for path in tmp_path.glob("bir.*")} == {"bir.txt": b"bir", "bir.md": b"bir"}
    assert not (tmp_path / "2.txt").exists()


def test_what_a_mail_does_not_hold_is_a_fault(tmp_path: Path) -> None:
    lay(tmp_path, {"a.eml": eml("x", "y", ("1.txt", b"bir"))})
    assert unpack_mail(Enclosed(mail=tmp_path / "a.eml", wanted=((sha("üç"), tmp_path / "3"),))) == "file.unreadable"
    assert unpack_mail(Enclosed(mail=tmp_path / "b.eml", wanted=())) == "file.unreadable"
