"""Scans and photographed certificates, with the system's Tesseract and without it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from intake.evidence import PACK, codes, jpeg, lay, pdf, silent
from scans import LINES, installed_tesseract, laid, page, report

from portfolio.files.tesseract import Tesseract
from portfolio.files.workers import Fate, Outcome
from portfolio.intake import recognise
from portfolio.intake.collect import collect
from portfolio.intake.formats import Family
from portfolio.intake.recognise import MAX_PAGES, Sheet, read_sheet
from portfolio.model.catalogue import Catalogue
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.problem import Severity
from portfolio.model.text import Origin


@pytest.fixture
def tesseract() -> Tesseract:
    return installed_tesseract()


def school(tmp_path: Path) -> Path:
    folder = lay(tmp_path / "evidence", {"foto.jpg.yaml": "tür: sertifika\n"})
    page(*LINES).save(folder / "tarama.pdf", resolution=150)
    page(*reversed(LINES)).save(folder / "foto.jpg")
    page("Duvardaki yazı", *LINES).save(folder / "pano.jpg")
    return folder


def collected(folder: Path, tesseract: Tesseract | None) -> Catalogue:
    cache = folder.with_name("cache")
    return collect(
        folder, PACK, (), language="tr", country="TR", cache=cache, report=silent, today=date.max, tesseract=tesseract
    )


def texts(catalogue: Catalogue) -> dict[str, tuple[Kind, str, str]]:
    return {item.files[0]: (item.kind, item.recognised, item.text) for item in catalogue.items}


def told(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """The code of the problem of each file that has one, and the pages that it names."""
    return {
        each.where.file: (each.code, dict(each.values).get("pages", "")) for each in catalogue.problems if each.where
    }


def origins(item: EvidenceItem) -> dict[str, Origin]:
    """The values that a certificate says, with who said them."""
    assert item.certificate
    assert item.dated
    said = (item.certificate.holder, item.certificate.project, item.certificate.issuer)
    day = {item.dated.value.first.isoformat(): item.dated.origin}
    return {each.value: each.origin for each in said if each} | day


def test_a_scan_and_a_photo_called_certificate_are_read_once_tesseract_is_there(
    tmp_path: Path, tesseract: Tesseract, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = school(tmp_path)
    without = collected(folder, None)
    assert told(without) == {"foto.jpg": ("picture.no-text", ""), "tarama.pdf": ("pdf.no-text", "")}
    assert {recognised for _, recognised, _ in texts(without).values()} == {""}

    found = collected(folder, tesseract)
    assert texts(found) == {
        "foto.jpg": (Kind.CERTIFICATE, "tur+eng", "\n".join(reversed(LINES))),
        "pano.jpg": (Kind.PHOTO, "", ""),
        "tarama.pdf": (Kind.CERTIFICATE, "tur+eng", "\n".join(LINES)),
    }
    assert codes(found.problems) == [("ocr.read", "foto.jpg", None), ("ocr.read", "tarama.pdf", None)]
    assert collected(folder, tesseract) == found

    def nothing_left(_: object, sheets: list[object], **__: object) -> list[object]:
        assert not sheets, "what was recognised lies in the store"
        return sheets

    (folder / "notlar.txt").write_text("Yeni", encoding="utf-8")
    monkeypatch.setattr(recognise, "run", nothing_left)
    again = collected(folder, tesseract)
    assert texts(again) == {**texts(found), "notlar.txt": (Kind.DOCUMENT, "", "Yeni")}


def test_a_scan_of_a_drawing_is_named(tmp_path: Path, tesseract: Tesseract) -> None:
    folder = lay(tmp_path / "evidence", {"Thumbs.db": "x"})
    page().save(folder / "boş.pdf", resolution=150)
    assert codes(collected(folder, tesseract).problems) == [("ocr.nothing", "boş.pdf", None)]


SAID = "Okul kurulu toplandi ve bu maddeleri gorustu"


def test_scanned_pages_among_pages_with_text_are_read_in_their_place(tmp_path: Path, tesseract: Tesseract) -> None:
    folder = lay(tmp_path / "evidence", {"Thumbs.db": "x"})
    scans = {3: page("Üçüncü sayfa bir taramadır", *LINES), 9: page("Dokuzuncu sayfa da öyledir", *LINES)}
    report(folder / "tutanak.pdf", pdf(SAID, pages=20), scans)
    report(folder / "foto.pdf", pdf(SAID, pages=2), {2: page()})
    without = collected(folder, None)
    assert told(without) == {"foto.pdf": ("pdf.bare-pages", "2"), "tutanak.pdf": ("pdf.bare-pages", "3, 9")}

    found = collected(folder, tesseract)
    assert told(found) == {"tutanak.pdf": ("ocr.read-pages", "3, 9")}
    kind, recognised, text = texts(found)["tutanak.pdf"]
    assert (kind, recognised) == (Kind.DOCUMENT, "tur+eng")
    lines = text.split("\n")
    assert [number for number, line in enumerate(lines) if line != SAID] == [2, 3, 4, 5, 6, 12, 13, 14, 15, 16]
    assert (lines[2], lines[12]) == ("Üçüncü sayfa bir taramadır", "Dokuzuncu sayfa da öyledir")
    assert collected(folder, tesseract) == found


def test_of_a_long_scan_the_first_pages_are_read_and_named(tmp_path: Path, tesseract: Tesseract) -> None:
    folder = lay(tmp_path / "evidence", {"Thumbs.db": "x"})
    scans = [page(f"{number}. sayfa", *LINES) for number in range(1, MAX_PAGES + 2)]
    scans[0].save(folder / "tarama.pdf", resolution=72, save_all=True, append_images=scans[1:])
    found = collected(folder, tesseract)
    assert told(found) == {"tarama.pdf": ("ocr.read-pages", "1, 2, 3, 4, 5, 6, 7, 8")}
    _, _, text = texts(found)["tarama.pdf"]
    assert "8. sayfa" in text
    assert "9. sayfa" not in text


def test_what_was_recognised_in_a_certificate_is_marked_as_such(tmp_path: Path, tesseract: Tesseract) -> None:
    folder = lay(tmp_path / "evidence", {"foto.jpg.yaml": "tür: sertifika\n"})
    lines = ("Ulusal Kalite Etiketi", "Öğretmen: Elif Deniz", "Tarih: 12.06.2025", "Düzenleyen: Masal Birimi")
    page(*lines).save(folder / "foto.jpg")
    page("Proje: Nehirler", *lines).save(folder / "tarama.pdf", resolution=150)
    own = pdf("National Quality Label certificate", "Teacher: Derya Akan", "Date: 13.06.2025", pages=2)
    report(folder / "ikisi.pdf", own, {2: page(*lines)})
    found = {item.files[0]: item for item in collected(folder, tesseract).items}
    assert origins(found["foto.jpg"]) == {
        "Elif Deniz": Origin.RECOGNISED, "Masal Birimi": Origin.RECOGNISED, "2025-06-12": Origin.RECOGNISED,
    }  # fmt: skip
    assert origins(found["tarama.pdf"]) == {**origins(found["foto.jpg"]), "Nehirler": Origin.RECOGNISED}
    assert origins(found["ikisi.pdf"]) == {
        "Derya Akan": Origin.DOCUMENT, "Masal Birimi": Origin.RECOGNISED, "2025-06-13": Origin.DOCUMENT,
    }  # fmt: skip


def test_of_a_page_in_which_nothing_was_read_nothing_else_is_said(tmp_path: Path, tesseract: Tesseract) -> None:
    folder = lay(tmp_path / "evidence", {"Thumbs.db": "x"})
    page().save(folder / "tarama.pdf", resolution=150)
    found = collected(folder, tesseract)
    assert told(found) == {"tarama.pdf": ("ocr.nothing", "")}
    assert texts(found) == {"tarama.pdf": (Kind.DOCUMENT, "", "")}


@pytest.mark.parametrize("fate", [Fate.LATE, Fate.MEMORY, Fate.DONE])
def test_what_could_not_be_read_to_its_end_is_told_and_tried_again(
    tmp_path: Path, tesseract: Tesseract, monkeypatch: pytest.MonkeyPatch, fate: Fate
) -> None:
    folder = lay(tmp_path / "evidence", {"Thumbs.db": "x"})
    page(*LINES).save(folder / "tarama.pdf", resolution=150)
    with monkeypatch.context() as patched:
        patched.setattr(recognise, "run", lambda _, sheets, **__: [Outcome(given=each, fate=fate) for each in sheets])
        failed = collected(folder, tesseract)
    assert told(failed) == {"tarama.pdf": ("ocr.failed", "")}
    assert failed.problems[0].severity is Severity.WARNING
    assert texts(failed)["tarama.pdf"] == (Kind.DOCUMENT, "", "")
    assert told(collected(folder, tesseract)) == {"tarama.pdf": ("ocr.read", "")}


def test_a_tesseract_that_does_not_run_is_told_and_tried_again(tmp_path: Path, tesseract: Tesseract) -> None:
    folder = lay(tmp_path / "evidence", {"foto.jpg.yaml": "tür: sertifika\n"})
    page(*LINES).save(folder / "foto.jpg")
    broken = replace(tesseract, program=str(tmp_path / "tesseract"))
    assert told(collected(folder, broken)) == {"foto.jpg": ("ocr.failed", "")}
    assert not (folder.with_name("cache") / "catalogue.packed").exists()
    assert told(collected(folder, tesseract)) == {"foto.jpg": ("ocr.read", "")}


def test_a_sheet_has_no_text_when_the_program_fails_and_an_empty_one_when_the_page_is_damaged(
    tmp_path: Path, tesseract: Tesseract
) -> None:
    page(*LINES).save(tmp_path / "foto.jpg")
    sheet = Sheet(
        path=tmp_path / "foto.jpg", family=Family.PICTURE, pages=(1,), tesseract=tesseract, languages="tur+eng"
    )
    assert read_sheet(sheet) == "\n".join(LINES)
    assert read_sheet(replace(sheet, languages="none")) is None
    (tmp_path / "foto.jpg").write_bytes(b"no picture")
    assert read_sheet(sheet) == ""


def test_a_picture_called_certificate_is_one_when_its_text_is(tmp_path: Path, tesseract: Tesseract) -> None:
    folder = lay(tmp_path / "evidence", {"sertifikalar/bahçe.jpg": jpeg(), "sertifika 2.jpg": jpeg((9, 90, 9))})
    sheet = page("Katılım Belgesi", "Sayın Elif Uçanhalı", "Projemize katılmıştır.", "13.06.2025")
    sheet.save(folder / "foto-uke.jpg")
    laid(sheet, 1.5).save(folder / "sertifikalar" / "1.jpg")
    laid(sheet, 0.5).save(folder / "foto.jpg")
    catalogue = collected(folder, tesseract)
    kinds = {item.files[0]: (item.kind, bool(item.recognised)) for item in catalogue.items}
    assert kinds == {
        "foto-uke.jpg": (Kind.CERTIFICATE, True),
        "sertifikalar/1.jpg": (Kind.CERTIFICATE, True),
        "foto.jpg": (Kind.PHOTO, False),
        "sertifikalar/bahçe.jpg": (Kind.PHOTO, False),
        "sertifika 2.jpg": (Kind.PHOTO, False),
    }
    assert told(catalogue) == {
        "foto-uke.jpg": ("ocr.read", ""),
        "sertifikalar/1.jpg": ("ocr.read", ""),
        "sertifikalar/": ("picture.perhaps-certificates", ""),
        "sertifika 2.jpg": ("picture.perhaps-certificate", ""),
    }
    found = next(item for item in catalogue.items if item.files[0] == "foto-uke.jpg").certificate
    assert found is not None
    assert found.holder is not None
    assert (found.holder.value[:5], found.holder.origin) == ("Elif ", Origin.RECOGNISED)
