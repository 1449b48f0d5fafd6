"""What one content becomes: a certificate before a record, and with the doubts that it has."""

from datetime import date
from pathlib import Path

import pytest
from intake.evidence import codes, collected, docx, lay, pdf

from portfolio.model.catalogue import Catalogue
from portfolio.model.dating import Precision
from portfolio.model.evidence import EvidenceItem, Kind


def only(catalogue: Catalogue) -> EvidenceItem:
    [item] = catalogue.items
    return item


def test_a_doubtful_day_of_a_certificate_is_told_as_that_of_a_file_name_is(tmp_path: Path) -> None:
    paper = pdf("National Quality Label", "awarded to Elif", "Date: 05.06.2025", "Valid until: 05.06.2027")
    catalogue = collected(lay(tmp_path / "evidence", {"a.pdf": paper}))
    dated = only(catalogue).dated
    assert dated is not None
    assert (dated.value.first, dated.value.certain) == (date(2025, 6, 5), False)
    assert codes(catalogue.problems) == [("date.unsure", "a.pdf", None)]


def test_a_certificate_may_be_dated_by_its_month(tmp_path: Path) -> None:
    paper = pdf("Certificate of participation", "awarded to Elif", "Webinar in June 2025")
    dated = only(collected(lay(tmp_path / "evidence", {"a.pdf": paper}))).dated
    assert dated is not None
    assert (dated.value.first, dated.value.last) == (date(2025, 6, 1), date(2025, 6, 30))


def test_a_certificate_filled_in_like_a_record_is_no_project(tmp_path: Path) -> None:
    lines = ("Katılım Belgesi", "Öğrenci: Ada B.", "Proje adı: Nehirler", "Okul yılı: 2024-2025", "Ortaklar: Luna (IT)")
    item = only(collected(lay(tmp_path / "evidence", {"a.docx": docx(*lines)})))
    assert item.certificate is not None
    assert (item.kind, item.certificate.kind) == (Kind.CERTIFICATE, "pupil-certificate")


def test_what_a_person_only_calls_a_certificate_is_a_pupils_where_a_pupil_holds_it(tmp_path: Path) -> None:
    files = {"a.docx": docx("Bravo!", "Sevgili öğrencimiz Ali Veli,", "harikasın."), "a.docx.yaml": "tür: sertifika"}
    item = only(collected(lay(tmp_path / "evidence", files)))
    assert item.certificate is not None
    assert (item.certificate.kind, item.certificate.holder and item.certificate.holder.value) == (
        "pupil-certificate",
        "Ali Veli",
    )


@pytest.mark.parametrize("name", ["a.docx", "a.txt"])
def test_what_anybody_can_type_is_no_label(tmp_path: Path, name: str) -> None:
    lines = ("National Quality Label", "awarded to Elif", "for the project Nehirler")
    content = docx(*lines) if name.endswith("docx") else "\n".join(lines)
    assert only(collected(lay(tmp_path / "evidence", {name: content}))).certificate is None
    paper = collected(lay(tmp_path / "kanıt", {"a.pdf": pdf(*lines)}))
    assert only(paper).certificate is not None


def test_a_certificate_that_says_only_a_year_is_of_that_year_whenever_its_file_was_made(tmp_path: Path) -> None:
    sheet = pdf("National Quality Label 2025", "awarded to", "Elif U.", created="D:20260101")
    [item] = collected(lay(tmp_path / "evidence", {"a.pdf": sheet})).items
    assert item.dated is not None
    assert (item.dated.value.precision, item.dated.value.first.year) == (Precision.YEAR, 2025)
