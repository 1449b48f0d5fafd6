"""Archives are read as folders."""

import hashlib
import io
import sys
import zipfile
from pathlib import Path

import pytest
from intake.evidence import collected, decision, jpeg, lay

from portfolio.files.originals import Originals
from portfolio.intake import archives, contents
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


def test_nothing_is_unpacked_or_read_twice(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = collected(folder)
    monkeypatch.setattr(archives, "unpack", None)
    monkeypatch.setattr(contents, "_sha256", lambda _: "0" * 64)
    lay(folder, {"yeni.txt": "yeni"})
    monkeypatch.undo()
    monkeypatch.setattr(archives, "unpack", None)
    second = collected(folder)
    assert set(states(first).items()) < set(states(second).items())


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
        "oyun.sb3": (QUARANTINED, "file.not-read.archive"),
        "boş.zip": (USED, "file.opened"),
        "bomba.zip": (USED, "file.opened"),
        "bomba.zip/a.txt": (QUARANTINED, "zip.bomb"),
        "bomba.zip/b.txt": (USED, "file.used"),
    }


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
