"""Archives are read as folders."""

import hashlib
import io
import os
import sys
import time
import zipfile
from pathlib import Path

import pytest
from intake.evidence import collected, decision, jpeg, lay

from portfolio.files.originals import Originals
from portfolio.files.zipfolder import ZipFolder
from portfolio.intake import archives
from portfolio.intake.reading import Fault
from portfolio.intake.unpack import Packed, Unpacker
from portfolio.model.catalogue import Catalogue, FileState
from portfolio.model.decision import Field

USED, QUARANTINED, IGNORED = FileState.USED, FileState.QUARANTINED, FileState.IGNORED


def packed(**members: bytes) -> bytes:
    return packed_as(members)


def packed_as(members: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


CHAT = {
    "_chat.txt": "[20.05.2025 18:45:43] Ayşe: günaydın".encode(),
    "IMG-20250520-WA0001.jpg": jpeg((9, 9, 9)),
    "3-ogrenciler/şenlik.jpg": jpeg((1, 2, 3)),
    "__MACOSX/._IMG.jpg": b"x",
    "içteki.zip": packed_as({"a.jpg": jpeg()}),
    "kırık.jpg": jpeg()[:200],
    "captions.csv": "file;caption\nIMG-20250520-WA0001.jpg;Bahçede\n".encode(),
}


def states(catalogue: Catalogue) -> dict[str, tuple[FileState, str]]:
    return {file.name: (file.state, file.reason.code) for file in catalogue.files}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay(tmp_path / "evidence", {"2024/sohbet.zip": packed_as(CHAT), "foto.jpg": jpeg((1, 2, 3))})


def test_every_member_is_a_file_of_the_catalogue(folder: Path) -> None:
    assert states(collected(folder)) == {
        "2024/sohbet.zip": (USED, "file.opened"),
        "2024/sohbet.zip/_chat.txt": (IGNORED, "file.ignored.chat-log"),
        "2024/sohbet.zip/IMG-20250520-WA0001.jpg": (USED, "file.used"),
        "2024/sohbet.zip/3-ogrenciler/şenlik.jpg": (USED, "file.used"),
        "2024/sohbet.zip/__MACOSX/._IMG.jpg": (IGNORED, "file.ignored.system-file"),
        "2024/sohbet.zip/içteki.zip": (QUARANTINED, "zip.nested"),
        "2024/sohbet.zip/kırık.jpg": (QUARANTINED, "picture.damaged"),
        "2024/sohbet.zip/captions.csv": (FileState.DESCRIPTION, "file.describes-one"),
        "foto.jpg": (FileState.DUPLICATE, "file.duplicate"),
    }


def test_a_piece_in_an_archive_is_described_and_opened_like_others(folder: Path) -> None:
    catalogue = collected(folder, decision("2024/sohbet.zip", Field.PLACE, "Masalköy"))
    [piece] = [item for item in catalogue.items if item.files == ("2024/sohbet.zip/IMG-20250520-WA0001.jpg",)]
    assert piece.caption is not None
    assert piece.caption.value.phrase("tr", "tr").text == "Bahçede"
    assert piece.dated is not None
    assert piece.dated.value.first.isoformat() == "2025-05-20"
    assert piece.place is not None
    assert piece.place.value == "Masalköy"
    original = Originals(evidence=folder, cache=folder.with_name("evidence-cache")).path(piece.source, piece.sha256)
    assert hashlib.sha256(original.read_bytes()).hexdigest() == piece.sha256


def test_a_copy_outside_has_both_places(folder: Path) -> None:
    [piece] = [item for item in collected(folder).items if "foto.jpg" in item.files]
    assert piece.files == ("2024/sohbet.zip/3-ogrenciler/şenlik.jpg", "foto.jpg")


@pytest.mark.skipif(sys.platform == "win32", reason="modes as POSIX has them")
def test_what_is_unpacked_is_private_and_swept_away_with_its_archive(folder: Path) -> None:
    collected(folder)
    unpacked = folder.with_name("evidence-cache") / "unpacked"
    assert unpacked.stat().st_mode & 0o777 == 0o700
    assert len(list(unpacked.iterdir())) == 5
    (folder / "2024/sohbet.zip").unlink()
    collected(folder)
    assert list(unpacked.iterdir()) == []


def test_nothing_is_listed_or_unpacked_twice(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = collected(folder)
    opened: list[object] = []
    monkeypatch.setattr(archives, "run", lambda _, inputs, **_limits: opened.extend(inputs) or iter(()))
    monkeypatch.setattr(ZipFolder, "__init__", None)
    lay(folder, {"yeni.txt": "yeni"})
    second = collected(folder)
    assert opened == []
    assert set(states(first).items()) < set(states(second).items())


class Stubborn(Unpacker):
    """Does what the names of members say."""

    def __call__(self, packed: Packed) -> str | Fault:
        match Path(packed.member.path).stem:
            case "asılır":
                time.sleep(60)
            case "ölür":
                os._exit(3)
            case "şaşırtır":
                raise ZeroDivisionError
        return super().__call__(packed)


def test_what_hangs_or_kills_its_unpacker_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "Unpacker", Stubborn)
    monkeypatch.setattr(archives, "seconds_for", lambda packed: 60 if packed.member.path == "iyi.txt" else 8)
    names = ("asılır.txt", "ölür.txt", "şaşırtır.txt", "iyi.txt")
    folder = lay(tmp_path / "evidence", {"a.zip": packed_as({name: name.encode() for name in names}), "b.txt": "b"})
    expected = {
        "a.zip": (USED, "file.opened"),
        "a.zip/asılır.txt": (QUARANTINED, "file.late"),
        "a.zip/iyi.txt": (USED, "file.used"),
        "a.zip/ölür.txt": (QUARANTINED, "file.crashed"),
        "a.zip/şaşırtır.txt": (QUARANTINED, "file.crashed"),
        "b.txt": (USED, "file.used"),
    }
    assert states(collected(folder)) == expected
    monkeypatch.undo()  # these faults are of the moment: the next run tries again
    assert set(states(collected(folder)).values()) == {(USED, "file.opened"), (USED, "file.used")}


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")
def test_a_member_that_asks_for_all_memory_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("doymaz.txt", b"x" * 999, zipfile.ZIP_LZMA)
        archive.writestr("iyi.txt", b"iyi")
    greedy = bytearray(data.getvalue())
    properties = greedy.index(b"doymaz.txt") + len("doymaz.txt") + 4  # APPNOTE 5.8.8: version and length before them
    greedy[properties + 1 : properties + 5] = b"\xff" * 4  # a dictionary of 4 GB
    assert states(collected(lay(tmp_path / "evidence", {"a.zip": bytes(greedy)}))) == {
        "a.zip": (USED, "file.opened"),
        "a.zip/doymaz.txt": (QUARANTINED, "file.memory"),
        "a.zip/iyi.txt": (USED, "file.used"),
    }


def test_what_was_unpacked_and_lost_is_unpacked_again(folder: Path) -> None:
    collected(folder)
    cache = folder.with_name("evidence-cache")
    for path in (cache / "unpacked").iterdir():
        path.unlink()
    collected(folder)
    assert len(list((cache / "unpacked").iterdir())) == 5


def test_archives_that_cannot_be_opened_are_named_and_others_left_alone(tmp_path: Path) -> None:
    folder = lay(
        tmp_path / "evidence",
        {
            "kesik.zip": packed_as(CHAT)[:-40],
            "oyun.sb3": packed_as({"0.jpg": jpeg()}),
            "boş.zip": packed_as({}),
            "bomba.zip": packed_as({"a.txt": b"\0" * 2**21, "b.txt": b"Merhaba"}),
        },
    )
    assert states(collected(folder)) == {
        "kesik.zip": (QUARANTINED, "zip.damaged"),
        "oyun.sb3": (QUARANTINED, "zip.another-suffix"),
        "boş.zip": (USED, "file.opened"),
        "bomba.zip": (USED, "file.opened"),
        "bomba.zip/a.txt": (QUARANTINED, "zip.bomb"),
        "bomba.zip/b.txt": (USED, "file.used"),
    }


def test_an_archive_that_is_named_like_something_else_is_opened_by_its_content(tmp_path: Path) -> None:
    archive = packed_as({"açık gün.jpg": jpeg()})
    names = ("gerçek-zip.jpg", "foto.docx", "uzantısız")
    catalogue = collected(lay(tmp_path / "evidence", {name: archive + name.encode() for name in names}))
    assert states(catalogue) == {
        "foto.docx": (USED, "file.opened"),
        "foto.docx/açık gün.jpg": (USED, "file.used"),
        "gerçek-zip.jpg": (USED, "file.opened"),
        "gerçek-zip.jpg/açık gün.jpg": (FileState.DUPLICATE, "file.duplicate"),
        "uzantısız": (USED, "file.opened"),
        "uzantısız/açık gün.jpg": (FileState.DUPLICATE, "file.duplicate"),
    }
    assert [(each.code, each.where and each.where.file) for each in catalogue.problems] == [
        ("file.misnamed", "foto.docx"),
        ("file.misnamed", "gerçek-zip.jpg"),
    ]


def test_what_only_begins_like_an_archive_is_not_called_one(tmp_path: Path) -> None:
    table = b"PK\x03\x04 project title;school year\n" + b"Nehirler;2024-2025\n" * 9
    assert states(collected(lay(tmp_path / "evidence", {"a.csv": table}))) == {"a.csv": (USED, "file.used")}


def test_members_of_one_name_are_told_apart(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("a.txt", "bir")
        archive.writestr("a.txt", "iki")
        archive.writestr("../a.txt", "üç")
    catalogue = collected(lay(tmp_path / "evidence", {"çift.zip": data.getvalue()}))
    texts = {item.files: item.text for item in catalogue.items}
    assert texts == {
        ("çift.zip/a.txt",): "bir",
        ("çift.zip/a [2].txt",): "iki",
        ("çift.zip/a [3].txt",): "üç",
    }
