import os
import sys
from pathlib import Path

import pytest

from portfolio.intake.scan import FoundFile, scan
from portfolio.model.problem import Place, error

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as POSIX has them")


def lay(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path, "utf-8")


def found(folder: Path) -> dict[str, FoundFile]:
    files, _ = scan(folder)
    return {file.name: file for file in files}


def test_files_come_sorted_by_name_with_their_size(tmp_path: Path) -> None:
    lay(tmp_path, "b.txt", "a/ğ.txt", "Z.txt")
    files, problems = scan(tmp_path)
    assert [(file.name, file.size) for file in files] == [("Z.txt", 5), ("a/ğ.txt", 8), ("b.txt", 5)]
    assert problems == ()


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("desktop.ini", "system-file"),
        ("Thumbs.db", "system-file"),
        (".DS_Store", "system-file"),
        ("__MACOSX/foto.jpg", "system-file"),
        ("icon.png", ""),
        ("~$rapor.docx", "office-lock"),
        (".~lock.rapor.odt#", "office-lock"),
        ("film.mp4.crdownload", "unfinished"),
        ("foto.jpg.part", "unfinished"),
        ("x.tmp", "unfinished"),
        (".gizli/foto.jpg", "hidden"),
        ("_chat.txt", "chat-log"),
        ("4-B ile WhatsApp Sohbeti.txt", "chat-log"),
        ("WhatsApp Chat with 4-B.txt", "chat-log"),
        ("sohbet.txt", ""),
        ("3-model/_NOT.txt", "teachers-note"),
        ("_OBS.txt", "teachers-note"),
        ("not.txt", ""),
        ("foto.jpg", ""),
    ],
)
def test_what_is_no_evidence_is_ignored_by_a_named_rule(tmp_path: Path, path: str, rule: str) -> None:
    lay(tmp_path, path)
    assert found(tmp_path)[path].rule == rule


@posix
def test_the_picture_of_a_folder_that_a_mac_keeps_is_ignored(tmp_path: Path) -> None:
    lay(tmp_path, "3-model/Icon\r")
    assert found(tmp_path)["3-model/Icon<U+000D>"].rule == "system-file"


@posix
def test_links_pipes_and_sockets_are_named_and_never_followed(tmp_path: Path) -> None:
    lay(tmp_path, "evidence/a.txt", "secret/b.txt")
    evidence = tmp_path / "evidence"
    (evidence / "loop").symlink_to(evidence)
    (evidence / "out").symlink_to(tmp_path / "secret" / "b.txt")
    os.mkfifo(evidence / "pipe")
    assert {name: file.odd for name, file in found(evidence).items()} == {
        "a.txt": "",
        "loop": "file.link",
        "out": "file.link",
        "pipe": "file.special",
    }


@posix
def test_a_name_that_is_no_utf8_is_kept_and_shown_escaped(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xe7ay.txt")).write_text("a")
    [file] = found(tmp_path).values()
    assert (os.fsencode(file.path), file.name) == (b"\xe7ay.txt", "<E7>ay.txt")


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may open every folder")
def test_a_folder_that_cannot_be_opened_is_reported(tmp_path: Path) -> None:
    lay(tmp_path, "locked/a.txt", "b.txt")
    (tmp_path / "locked").chmod(0)
    try:
        files, problems = scan(tmp_path)
    finally:
        (tmp_path / "locked").chmod(0o700)
    assert [file.name for file in files] == ["b.txt"]
    assert problems == (error("folder.unreadable", Place(file="locked/")),)


def test_a_folder_that_scandir_refuses_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "locked/a.txt", "b.txt")
    real = os.scandir

    def refusing(folder: str) -> object:
        if str(folder).endswith("locked"):
            raise PermissionError(folder)
        return real(folder)

    monkeypatch.setattr(os, "scandir", refusing)
    files, problems = scan(tmp_path)
    assert [file.name for file in files] == ["b.txt"]
    assert problems == (error("folder.unreadable", Place(file="locked/")),)


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        scan(tmp_path / "nowhere")
