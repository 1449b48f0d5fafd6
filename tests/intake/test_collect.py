"""The whole of intake on small folders: each test lays one and looks at the catalogue."""

import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from intake.evidence import codes, collected, decision, docx, jpeg, lay, pdf, xlsx

from portfolio.errors import ProjectError
from portfolio.model.catalogue import Catalogue, FileState
from portfolio.model.dating import Dating, Precision
from portfolio.model.decision import Field
from portfolio.model.evidence import EvidenceItem, Kind, PortrayalState
from portfolio.model.text import LocalText, Origin


def states(catalogue: Catalogue) -> dict[str, str]:
    return {file.name: file.state.value for file in catalogue.files}


def item(catalogue: Catalogue, file: str) -> EvidenceItem:
    [found] = [item for item in catalogue.items if file in item.files]
    return found


def test_a_school_folder(tmp_path: Path) -> None:
    folder = lay(
        tmp_path / "kanıtlar 2025-2026",
        {
            "model/IMG_1.jpg": jpeg(date="2025:05:09 10:00:00", description="OLYMPUS DIGITAL CAMERA"),
            "model/IMG_1.jpg.yaml": "açıklama: Bahçede\nkişiler: 4-A\nsütun: Rol model\n",
            "inbox/IMG_1 (1).jpg": jpeg(date="2025:05:09 10:00:00", description="OLYMPUS DIGITAL CAMERA"),
            "model/captions.csv": "dosya;başlık;açıklama;fotoğrafı çeken\nIMG_1.jpg;Açık gün;weaker;Cihan Z.\n",
            "Kalite.pdf": pdf("National Quality Label", "awarded to", "Elif U.", "13.06.2025", created="D:20260101"),
            "plan.docx": docx("# Eylem planı", "Altı hedef"),
            "projeler.csv": "proje adı;okul yılı;ortaklar\nNehirler;2024-2025;Szkoła (PL)\nKuşlar;2025-2026;\n",
            "film.mp4": b"\0\0\0\x18ftypisom\0\0\0\0isom",
            "Thumbs.db": b"x",
            "kırık.jpg": jpeg()[:300],
        },
    )
    catalogue = collected(folder)
    assert states(catalogue) == {
        "Kalite.pdf": "used",
        "Thumbs.db": "ignored",
        "film.mp4": "quarantined",
        "inbox/IMG_1 (1).jpg": "duplicate",
        "kırık.jpg": "quarantined",
        "model/IMG_1.jpg": "used",
        "model/IMG_1.jpg.yaml": "description",
        "model/captions.csv": "description",
        "plan.docx": "used",
        "projeler.csv": "used",
    }
    photo = item(catalogue, "model/IMG_1.jpg")
    assert (photo.kind, photo.files, photo.source) == (
        Kind.PHOTO,
        ("model/IMG_1.jpg", "inbox/IMG_1 (1).jpg"),
        "model/IMG_1.jpg",
    )
    assert photo.title is not None
    assert (photo.title.value.texts, photo.title.origin, photo.title.where) == (
        (("", "Açık gün"),),
        Origin.CAPTION_SHEET,
        "model/captions.csv:2",
    )
    assert photo.caption is not None
    assert (photo.caption.value.texts, photo.caption.where) == ((("", "Bahçede"),), "model/IMG_1.jpg.yaml:1")
    assert photo.dated is not None
    assert (photo.dated.value.first, photo.dated.origin) == (date(2025, 5, 9), Origin.EMBEDDED)
    assert (photo.portrayal.state, photo.portrayal.groups) == (PortrayalState.RECOGNISABLE, ("4-A",))
    assert [pillar.value for pillar in photo.pillars] == ["Rol model"]
    assert photo.credit is not None
    assert photo.credit.value == "Cihan Z."
    assert photo.id == f"E-{photo.sha256[:10]}"

    certificate = item(catalogue, "Kalite.pdf")
    assert certificate.certificate is not None
    assert (certificate.kind, certificate.certificate.kind) == (Kind.CERTIFICATE, "national-quality-label")
    assert certificate.dated is not None
    assert certificate.dated.value.first == date(2025, 6, 13)  # its text, not the day of its file

    plan = item(catalogue, "plan.docx")
    assert (plan.kind, plan.title and plan.title.value.texts) == (Kind.DOCUMENT, (("", "Eylem planı"),))

    first, second = sorted((each for each in catalogue.items if each.kind is Kind.PROJECT), key=lambda each: each.id)
    assert (first.id[-2:], second.id[-2:]) == (".1", ".2")
    assert first.title is not None
    assert first.title.value.texts == (("", "Nehirler"),)
    assert first.dated is not None
    assert first.dated.value == Dating(first=date(2024, 9, 1), last=date(2025, 6, 30), precision=Precision.PERIOD)
    assert codes(catalogue.problems) == [
        ("media.damaged", "film.mp4", None),
        ("picture.damaged", "kırık.jpg", None),
    ]


def test_decisions_are_the_last_word(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "a/IMG_1.jpg": jpeg(date="2025:05:09 10:00:00"),
        "a/IMG_1.jpg.yaml": "title: Sidecar\ncaption.en: Yard\npeople: Ada B.\nkind: photo\n",
        "a/IMG_2.jpg": jpeg((1, 2, 3)),
    }
    catalogue = collected(
        lay(tmp_path / "evidence", files),
        decision("a/IMG_1.jpg", Field.TITLE, "Decided"),
        decision("a/IMG_1.jpg", Field.CAPTION, "Bahçede", language="tr"),
        decision("a/IMG_1.jpg", Field.DATE, "Mayıs 2025"),
        decision("a/IMG_1.jpg", Field.KIND, "Ulusal Kalite Etiketi"),
        decision("a/IMG_1.jpg", Field.PEOPLE, "yok"),
        decision("a/", Field.PLACE, "Okul"),
        decision("a/IMG_2.jpg", Field.DATE, "geçen yaz", line=8),
        decision("a/IMG_3.jpg", Field.HERO, "yes", line=9),
    )
    found = item(catalogue, "a/IMG_1.jpg")
    assert found.title is not None
    assert (found.title.value.texts, found.title.origin) == ((("", "Decided"),), Origin.DECISION)
    assert found.caption is not None
    assert found.caption.value == LocalText(texts=(("tr", "Bahçede"), ("en", "Yard")))
    assert found.dated is not None
    assert found.dated.value.precision is Precision.MONTH
    assert found.certificate is not None
    assert (found.kind, found.certificate.kind, found.certificate.matched) == (
        Kind.CERTIFICATE,
        "national-quality-label",
        "",
    )
    assert (found.portrayal.state, found.portrayal.by) == (PortrayalState.NONE, "Elif Uçanhalı")
    assert item(catalogue, "a/IMG_2.jpg").place is not None
    assert codes(catalogue.problems) == [
        ("picture.no-text", "a/IMG_1.jpg", None),
        ("description.date", "decisions.csv", 8),
        ("decision.unknown", "decisions.csv", 9),
    ]


def test_of_exact_copies_the_one_that_is_not_called_a_copy_is_the_piece(tmp_path: Path) -> None:
    files = ("Kulüp (1).jpg", "Kulüp.jpg", "Okul - Kopya.jpg")
    folder = lay(tmp_path / "evidence", dict.fromkeys(files, jpeg()))
    [piece] = collected(folder).items
    assert piece.files == ("Kulüp.jpg", "Kulüp (1).jpg", "Okul - Kopya.jpg")


def test_of_exact_copies_the_strictest_statement_about_people_holds(tmp_path: Path) -> None:
    sheet = "dosya;kişiler\nIMG_1.jpg;{}\n"
    files: dict[str, bytes | str] = {
        "a/IMG_1.jpg": jpeg(),
        "b/kopya.jpg": jpeg(),
        "b/kopya.jpg.yaml": "people: Ada B.; 4-A\n",
        "c/IMG_1.jpg": jpeg(),
        "c/captions.csv": sheet.format("Mert G."),
    }
    folder = lay(tmp_path / "evidence", files)
    [one] = collected(folder, decision("a/", Field.PEOPLE, "yok")).items
    assert one.files == ("a/IMG_1.jpg", "b/kopya.jpg", "c/IMG_1.jpg")
    assert one.portrayal.state is PortrayalState.RECOGNISABLE
    assert (one.portrayal.persons, one.portrayal.groups) == (("Ada B.", "Mert G."), ("4-A",))

    lay(folder, {"c/captions.csv": sheet.format("?")})
    [one] = collected(folder, decision("a/", Field.PEOPLE, "yok")).items
    assert (one.portrayal.state, one.portrayal.persons) == (PortrayalState.UNKNOWN, ("Ada B.",))

    [one] = collected(folder, decision("", Field.PEOPLE, "yok", item=one.id)).items
    assert one.portrayal.state is PortrayalState.NONE


def test_one_project_in_two_files_is_one_piece(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "a.yaml": "title: Nehirler\nschool year: 2024-2025\nproje no: 7\nözet: Su\n",
        "b.xlsx": xlsx(["Proje adı", "Proje no", "Öğrenci sayısı"], ["Rivers", 7, 54], ["Kuşlar", 8, 20]),
    }
    catalogue = collected(
        lay(tmp_path / "evidence", files),
        decision("a.yaml", Field.TITLE, "Nehir"),
        decision("b.xlsx", Field.TITLE, "x"),
    )
    merged = item(catalogue, "a.yaml")
    assert merged.files == ("a.yaml", "b.xlsx")
    assert [found.endswith(".1") for found in merged.also] == [True]
    assert merged.title is not None
    assert merged.title.value.texts == (("", "Nehir"),)  # a decision about a file names the only record in it
    assert merged.project is not None
    assert merged.project.pupils is not None
    assert (merged.project.title.value, merged.project.pupils.value) == ("Nehirler", 54)
    [other] = [each for each in catalogue.items if each is not merged]
    assert other.title is not None
    assert other.title.value.texts == (("", "Kuşlar"),)  # … but not one of several
    [first, second] = catalogue.files
    assert first.items == (merged.id,)
    assert set(second.items) == {merged.id, other.id}
    assert catalogue.item(merged.also[0]) is merged


def test_names_of_files_and_folders_date_what_says_nothing(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "2024-2025/IMG_0001.jpg": jpeg((1, 1, 1)),
        "2024-2025/14.10.2024 kurul.docx": docx("Karar", created="2026-01-01T00:00:00Z"),
        "2024-2025/rapor.docx": docx("Rapor", created="2025-02-01T00:00:00Z"),
    }
    catalogue = collected(lay(tmp_path / "evidence", files))
    dated = {each.files[0]: each.dated for each in catalogue.items}
    assert {file: value and (value.value.first.isoformat(), value.origin) for file, value in dated.items()} == {
        "2024-2025/IMG_0001.jpg": ("2024-09-01", Origin.FOLDER_NAME),
        "2024-2025/14.10.2024 kurul.docx": ("2024-10-14", Origin.FILE_NAME),
        "2024-2025/rapor.docx": ("2025-02-01", Origin.PROPERTIES),
    }


def test_what_stands_on_no_page_of_a_file_comes_from_its_properties(tmp_path: Path) -> None:
    files = {
        "tarama.pdf": pdf("Tutanak", title="Annual plan", created="D:20250201"),
        "plan.docx": docx("# Yıllık plan", title="Şablon", created="2025-02-01T00:00:00Z"),
    }
    items = collected(lay(tmp_path / "evidence", files)).items
    assert {item.title.value.texts for item in items if item.title} == {(("", "Annual plan"),), (("", "Yıllık plan"),)}
    origins = {item.files[0]: (item.title and item.title.origin, item.dated and item.dated.origin) for item in items}
    assert origins == {
        "tarama.pdf": (Origin.PROPERTIES, Origin.PROPERTIES),
        "plan.docx": (Origin.DOCUMENT, Origin.PROPERTIES),
    }


def test_notes_on_what_is_used_but_odd(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {"a.png": jpeg(), "tarama.pdf": pdf(), "b.yaml": "kind: banner"}
    files["c.jpg"], files["c.jpg.yaml"] = jpeg((9, 9, 9)), "kind: pankart\ndate: dün\n"
    catalogue = collected(lay(tmp_path / "evidence", files))
    assert codes(catalogue.problems) == [
        ("file.misnamed", "a.png", None),
        ("description.kind", "c.jpg.yaml", 1),
        ("description.date", "c.jpg.yaml", 2),
        ("pdf.no-text", "tarama.pdf", None),
    ]
    assert item(catalogue, "tarama.pdf").kind is Kind.DOCUMENT


def snapshot(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Name, mode, time and bytes of all that is in a folder."""
    return {
        str(path.relative_to(folder)): (
            path.lstat().st_mode,
            path.lstat().st_mtime_ns,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in sorted(folder.rglob("*"))
    }


def test_the_evidence_is_only_read(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {"a/b.jpg": jpeg(), "a/b.jpg.yaml": "title: x", "c.csv": "a;b", "d.docx": docx("x")}
    folder = lay(tmp_path / "evidence", files)
    before = snapshot(folder)
    assert len(before) == 5
    collected(folder)
    collected(folder)
    assert snapshot(folder) == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_evidence_that_cannot_be_written_is_read_all_the_same(tmp_path: Path) -> None:
    folder = lay(tmp_path / "evidence", {"a.txt": "x"})
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert states(collected(folder, cache=tmp_path / "cache")) == {"a.txt": "used"}
    finally:
        folder.chmod(0o700)


def test_the_same_folder_gives_the_same_catalogue_in_another_place_and_without_a_store(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "z/IMG_1.jpg": jpeg(),
        "a/IMG_1.jpg": jpeg(),
        "p.csv": "title;years;url\nA;2024-2025;x\n",
        "q.yaml": "title: A\nyears: 2024-2025\nurl: x\n",
    }
    first = collected(lay(tmp_path / "first", files))
    again = collected(tmp_path / "first")
    elsewhere = collected(lay(tmp_path / "ikinci yer", dict(reversed(files.items()))))
    assert first == again == elsewhere


def test_no_evidence_folder_is_an_error_with_words(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as caught:
        collected(tmp_path / "nowhere")
    assert codes(caught.value.problems) == [("evidence.no-folder", "", None)]
    (tmp_path / "file").write_text("x")
    with pytest.raises(ProjectError) as caught:
        collected(tmp_path / "file")
    assert codes(caught.value.problems) == [("evidence.unreadable", "", None)]


def test_an_empty_folder_is_an_empty_catalogue(tmp_path: Path) -> None:
    assert collected(lay(tmp_path / "evidence", {"x": "x"})).items != ()
    (tmp_path / "evidence" / "x").unlink()
    assert collected(tmp_path / "evidence") == Catalogue(files=(), items=())


def test_a_rescan_loads_no_heavy_library(tmp_path: Path) -> None:
    folder = lay(
        tmp_path / "evidence", {"a.jpg": jpeg(), "b.pdf": pdf("x"), "c.docx": docx("x"), "d.xlsx": xlsx(["x"])}
    )
    collected(folder, cache=tmp_path / "cache")
    program = f"""
import sys
from pathlib import Path
sys.path[:0] = {sys.path!r}
from intake.evidence import collected
assert len(collected(Path({str(folder)!r}), cache=Path({str(tmp_path / "cache")!r})).items) == 4
heavy = {{"PIL", "pillow_heif", "pypdfium2", "openpyxl", "docx", "pypdf", "pikepdf", "weasyprint", "defusedxml"}}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_file_ends_in_one_state(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {f"{number}.txt": str(number % 3) for number in range(9)}
    catalogue = collected(lay(tmp_path / "evidence", files))
    assert [file.state for file in catalogue.files].count(FileState.USED) == 3
    assert [file.state for file in catalogue.files].count(FileState.DUPLICATE) == 6


def test_what_a_picture_says_in_lost_letters_is_no_caption(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "a.jpg": jpeg(description="Ay?e Y?lmaz"),
        "b.jpg": jpeg((1, 2, 3), description="BahÃ§ede"),
    }
    first, second = sorted(collected(lay(tmp_path / "k", files)).items, key=lambda each: each.files)
    assert first.caption is None
    assert second.caption is not None
    assert second.caption.value.texts == (("", "Bahçede"),)
