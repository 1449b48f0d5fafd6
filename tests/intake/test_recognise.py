"""Scans and photographed certificates, with the system's Tesseract and without it."""

from pathlib import Path

import pytest
from intake.evidence import PACK, codes, lay, silent
from scans import LINES, installed_tesseract, page

from portfolio.files.tesseract import Tesseract
from portfolio.intake import recognise
from portfolio.intake.collect import collect
from portfolio.model.catalogue import Catalogue
from portfolio.model.evidence import Kind


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
    return collect(folder, PACK, (), language="tr", country="TR", cache=cache, report=silent, tesseract=tesseract)


def texts(catalogue: Catalogue) -> dict[str, tuple[Kind, str, str]]:
    return {item.files[0]: (item.kind, item.recognised, item.text) for item in catalogue.items}


def test_a_scan_and_a_photo_called_certificate_are_read_once_tesseract_is_there(
    tmp_path: Path, tesseract: Tesseract, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = school(tmp_path)
    without = collected(folder, None)
    assert codes(without.problems) == [("pdf.no-text", "tarama.pdf", None)]
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
