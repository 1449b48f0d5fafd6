import os
import stat
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from intake.evidence import collected, jpeg, lay

from portfolio.intake.synchronised import conflict_copies, placeholder, real_name
from portfolio.model.catalogue import FileState
from portfolio.model.problem import reason

CONFLICTS = [
    "dosya-BILGISAYAR.docx",
    "dosya-OKUL-BİLGİSAYARI.docx",
    "dosya-DESKTOP-AB12CD3.docx",
    "dosya-LAPTOP-9AB12CD3-2.docx",
    "dosya-AYSE-PC.docx",
    "dosya (Ayşe'nin çakışan kopyası 2026-03-01).docx",
    "dosya (Ayşe's conflicted copy 2026-03-01).docx",
    "dosya (conflicted copy 2026-03-01 101112).docx",
    "dosya (Annas konflikterande kopia 2026-03-01).docx",
    "dosya (Copie en conflit de Anne 2026-03-01).docx",
    "dosya.sync-conflict-20260301-101112-ABCDEF7.docx",
    "dosya_conflict-20260301-101112.docx",
    "dosya [Conflict].docx",
]


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_conflict_copy_beside_its_file_is_recognised(name: str) -> None:
    assert set(conflict_copies([f"a/{name}", "a/dosya.docx", f"b/{name}"])) == {f"a/{name}"}


@pytest.mark.parametrize("name", ["dosya (1).docx", "dosya-SON.docx", "dosya-2025.docx", "dosya - Kopya.docx"])
def test_other_copies_are_no_conflicts(name: str) -> None:
    assert set(conflict_copies([name, "dosya.docx"])) == set()


def status(**fields: int) -> os.stat_result:
    return cast(os.stat_result, SimpleNamespace(**{"st_mode": stat.S_IFREG, "st_size": 9000, **fields}))


@pytest.mark.parametrize(
    ("name", "found", "code"),
    [
        ("foto.jpg", status(), ""),
        ("foto.jpg", status(st_file_attributes=0x20), ""),
        ("foto.jpg", status(st_file_attributes=0x400000 | 0x200), "file.online-only"),
        ("foto.jpg", status(st_file_attributes=0x1000), "file.online-only"),
        ("foto.jpg", status(st_flags=0x40000000), "file.online-only"),
        ("a/.IMG_1.jpg.icloud", status(), "file.online-only"),
        ("rapor.gdoc", status(st_size=0), "file.online-document"),
        ("liste.GSHEET", status(st_size=170), "file.online-document"),
        ("liste.gsheet", status(), ""),
    ],
)
def test_what_is_only_online_is_recognised(name: str, found: os.stat_result, code: str) -> None:
    assert placeholder(name, found) == code


def test_a_stub_stands_for_a_file() -> None:
    assert real_name("a/.IMG_1.jpg.icloud") == "a/IMG_1.jpg"
    assert real_name("a/.gizli") == "a/.gizli"


def test_a_synchronised_folder_is_understood(tmp_path: Path) -> None:
    photo = jpeg()
    folder = lay(
        tmp_path / "evidence",
        {
            "foto.jpg": photo,
            "foto (1).jpg": photo,
            "foto (Ayşe'nin çakışan kopyası 2026-03-01).jpg": jpeg((1, 2, 3)),
            "kayıp-DESKTOP-AB12CD3.jpg": jpeg((4, 5, 6)),
            ".IMG_1.jpg.icloud": b"bplist00",
            ".desktop.ini.icloud": b"bplist00",
            "rapor.gdoc": b"",
        },
    )
    catalogue = collected(folder)
    assert {file.name: (file.state, file.reason) for file in catalogue.files} == {
        "foto.jpg": (FileState.USED, reason("file.used")),
        "foto (1).jpg": (FileState.DUPLICATE, reason("file.duplicate", of="foto.jpg")),
        "foto (Ayşe'nin çakışan kopyası 2026-03-01).jpg": (
            FileState.IGNORED,
            reason("file.ignored.conflict-copy"),
        ),
        "kayıp-DESKTOP-AB12CD3.jpg": (FileState.USED, reason("file.used")),
        ".IMG_1.jpg.icloud": (FileState.QUARANTINED, reason("file.online-only")),
        ".desktop.ini.icloud": (FileState.IGNORED, reason("file.ignored.system-file")),
        "rapor.gdoc": (FileState.QUARANTINED, reason("file.online-document")),
    }
    told = {problem.where.file: problem.code for problem in catalogue.problems if problem.where}
    assert told == {".IMG_1.jpg.icloud": "file.online-only", "rapor.gdoc": "file.online-document"}
