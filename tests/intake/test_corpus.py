"""The whole corpus of real and hostile files in one go: each ends in the state that a person would expect of it."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus import find_corpus, needs_corpus
from intake.evidence import collected

from portfolio.model.catalogue import Catalogue, FileState
from portfolio.model.evidence import EvidenceItem, Kind

pytestmark = needs_corpus

USED, QUARANTINED = FileState.USED, FileState.QUARANTINED

# What PROVENANCE.csv says of a file, as the state a person expects; for the quarantined, the reason.
PHOTOS = """
1.jpg 16bit.cropped.tif 19.jpg 67-0_length_string.jpg BSG1.tiff DSCN0010.jpg HMD_Nokia_8.3_5G_hdr.heif
IMG_20250520_184543.jpg IMG_2528.JPEG IMG_5195.HEIC Irvine_CA.avif Landscape_6.jpg Portrait_5.jpg arrow.heic
cheers_1440x960.heic coffee.png example.heic hopper_orientation_6.webp iss634.gif kimono.rotate90.avif multipage.tiff
pil_sample_cmyk.jpg rgb_trns.png sugarshack.mpo xiaomi.heic
"""
DOCUMENTS = """
certificates/002-trivial-libre-office-writer.pdf certificates/congress.pdf certificates/form_dd0293.pdf
certificates/rtl-test.pdf certificates/signed.pdf certificates/taranmis-belge.pdf certificates/with-attachment.pdf
hostile/r6-owner-password.pdf hostile/invalid_pdf.pdf hostile/enormous.pdf hostile/naughty-strings.txt
hostile/encoding-issue-274.csv hostile/duplicate-headers.csv hostile/renamed-docx.pdf hostile/renamed-pdf.jpg
hostile/testODTnotaZipFile.odt records/Strict.docx records/bom.csv records/csv-tab.csv records/erasmus-2025-proje.md
records/katilimcilar-cp1254.csv records/sample-turkish.txt records/simple.yaml records/stanley-cups-utf-16.csv
records/stanley-cups.xlsx records/word_tables.docx records/created-in-pages-bulleted-lists.docx
records/simple.odt records/imageslabels.odt records/testOpenOffice2.odt records/simple.json certificates/example.json
certificates/edc-cps-example.json hostile/fake-incomplete-json.txt hostile/broken.eml hostile/encoding_madness.eml
records/japanese_shift_jis.eml records/eml_with_umlaut.eml records/email-with-image.eml
records/fake-email-attachment.eml
"""
REASONS = {
    "hostile/bos.pdf": "file.empty",
    "hostile/bomba-30000x30000.png": "picture.too-large",
    "hostile/decompression_bomb.gif": "picture.too-large",
    "hostile/broken.png": "picture.damaged",
    "hostile/corrupted.heic": "picture.damaged",
    "hostile/crash-2020-10-test.tif": "picture.damaged",
    "hostile/github_138.heic": "picture.damaged",
    "hostile/png_decompression_dos.png": "picture.damaged",
    "hostile/truncated.jpg": "picture.damaged",
    "hostile/truncated_image.png": "picture.damaged",
    "hostile/truncated_jpeg.jpg": "picture.damaged",
    "hostile/yarim-kalan.png": "picture.damaged",
    "hostile/yarim.heic": "picture.damaged",
    "hostile/yarım-inmiş-foto.jpg": "picture.damaged",
    "hostile/empty.pdf": "pdf.damaged",
    "hostile/invalid.pdf": "pdf.damaged",
    "hostile/yarim-sertifika.pdf": "pdf.damaged",
    "hostile/r3-user-password.pdf": "pdf.password",
    "hostile/libreoffice-writer-password.pdf": "pdf.password",
    "hostile/bug53475-password-is-pass.docx": "archive.protected",
    "hostile/pass_protected.xlsx": "archive.protected",
    "hostile/truncated62886.docx": "archive.damaged",
    "hostile/yarim-rapor.docx": "archive.damaged",
    "hostile/poc-xmlbomb.xlsx": "workbook.damaged",
    "hostile/milyar-gulme.yaml": "yaml.alias",
    "hostile/milyar-gulme.xml": "file.not-read.data",
    "hostile/n_structure_100000_opening_arrays.json": "json.deep",
    "hostile/decompression_bomb.ico": "file.not-read.drawing",
}
EXPECTED_KINDS = {
    **{f"photos/{name}": Kind.PHOTO for name in PHOTOS.split()},
    **dict.fromkeys(DOCUMENTS.split(), Kind.DOCUMENT),
    "photos/Ekran Görüntüsü 2021-02-10 21.11.34.png": Kind.PHOTO,
    "photos/WhatsApp Image 2025-05-23 at 17.49.jpeg": Kind.PHOTO,
    "hostile/  iki  boşluk .jpg": Kind.PHOTO,
    "hostile/-rf çıktı.jpg": Kind.PHOTO,
    "hostile/DSC00017": Kind.PHOTO,
    "hostile/Öğrenci çalışması.jpg": Kind.PHOTO,
    "hostile/صورة المشروع 2025.jpg": Kind.PHOTO,
    "hostile/🎉 Kutlama 🇹🇷🇪🇺.jpg": Kind.PHOTO,
    "hostile/renamed-jpeg.png": Kind.PHOTO,
    "hostile/hopper_bad_exif.jpg": Kind.PHOTO,
    "hostile/image01088.jpg": Kind.PHOTO,
    "certificates/example_certificate.png": Kind.PHOTO,  # a certificate as a picture: only a person can tell
    "certificates/certificate-of-participation.pdf": Kind.CERTIFICATE,
    "records/email-with-image.eml/unstructured_logo.png": Kind.PHOTO,
    "records/fake-email-attachment.eml/fake-attachment.txt": Kind.DOCUMENT,
    "records/website.url": Kind.LINK,
    "records/proje-sitesi.url": Kind.LINK,
}
DATES = {
    "photos/IMG_20250520_184543.jpg": "2025-05-20",
    "photos/WhatsApp Image 2025-05-23 at 17.49.jpeg": "2025-05-23",
    "photos/Ekran Görüntüsü 2021-02-10 21.11.34.png": "2021-02-10",
    "photos/erasmus-2025-05-26-banner.jpeg": "2025-05-26",
    "photos/image1.jpg": "2025-05-29",
    "photos/IMG_5195.HEIC": "2021-04-11",
}


def fingerprints(folder: Path) -> Iterator[tuple[str, int, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path), path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    corpus = find_corpus()
    assert corpus is not None
    return shutil.copytree(corpus, tmp_path_factory.mktemp("school") / "kanıt klasörü", copy_function=shutil.copy2)


@pytest.fixture(scope="module")
def catalogue(evidence: Path) -> Catalogue:
    before = list(fingerprints(evidence))
    found = collected(evidence)
    assert len(before) > 150
    assert list(fingerprints(evidence)) == before
    return found


def pieces(catalogue: Catalogue) -> dict[str, EvidenceItem]:
    return {file: item for item in catalogue.items for file in item.files}


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(EXPECTED_KINDS) + len(REASONS) >= 90


def test_every_file_is_in_exactly_one_state(evidence: Path, catalogue: Catalogue) -> None:
    on_disk = sum(1 for path in evidence.rglob("*") if path.is_file())
    inside = [file for file in catalogue.files if ".eml/" in file.name]
    assert len(catalogue.files) == len({file.name for file in catalogue.files}) == on_disk + len(inside)
    assert {file.state for file in catalogue.files} <= set(FileState)
    told = {problem.where.file for problem in catalogue.problems if problem.where}
    assert {file.name for file in catalogue.files if file.state is QUARANTINED} <= told
    carried = pieces(catalogue)
    assert {file.name for file in catalogue.files if file.state is USED} == carried.keys()


def test_good_files_are_used_as_what_they_are(catalogue: Catalogue) -> None:
    states = {file.name: file.state for file in catalogue.files}
    found = pieces(catalogue)
    expected = dict(EXPECTED_KINDS)
    assert {name: states.get(name) for name in expected} == dict.fromkeys(expected, USED)
    assert {name: found[name].kind for name in expected} == expected


def test_bad_files_are_quarantined_with_their_reason(catalogue: Catalogue) -> None:
    found = {file.name: file for file in catalogue.files}
    assert {name: found[name].state for name in REASONS} == dict.fromkeys(REASONS, QUARANTINED)
    assert {name: found[name].reason.code for name in REASONS} == REASONS


def test_dates_of_phones_messengers_and_names(catalogue: Catalogue) -> None:
    found = pieces(catalogue)
    dated = {name: found[name].dated for name in DATES}
    assert {name: value and value.value.first.isoformat() for name, value in dated.items()} == DATES


def test_a_second_run_finds_the_same(evidence: Path, catalogue: Catalogue) -> None:
    assert collected(evidence) == catalogue
