"""The whole corpus of real and hostile files in one go: each ends in the state that a person would expect of it."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus import find_corpus, needs_corpus
from intake.corpus_table import QUARANTINED, USED
from intake.evidence import collected

from portfolio.model.catalogue import Catalogue, FileState
from portfolio.model.evidence import EvidenceItem

pytestmark = needs_corpus

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


def test_no_file_is_missing_from_the_table_and_none_is_made_up(catalogue: Catalogue) -> None:
    assert len(USED) + len(QUARANTINED) > 160
    assert not USED.keys() & QUARANTINED.keys()
    assert {*USED, *QUARANTINED} == {file.name for file in catalogue.files}


def test_every_file_is_in_exactly_one_state(evidence: Path, catalogue: Catalogue) -> None:
    on_disk = sum(1 for path in evidence.rglob("*") if path.is_file())
    inside = [file for file in catalogue.files if ".eml/" in file.name]
    assert len(catalogue.files) == len({file.name for file in catalogue.files}) == on_disk + len(inside)
    assert {file.state for file in catalogue.files} <= set(FileState)
    told = {problem.where.file for problem in catalogue.problems if problem.where}
    assert {file.name for file in catalogue.files if file.state is FileState.QUARANTINED} <= told
    carried = pieces(catalogue)
    assert {file.name for file in catalogue.files if file.state is FileState.USED} == carried.keys()


def test_good_files_are_used_as_what_they_are(catalogue: Catalogue) -> None:
    found = pieces(catalogue)
    assert {name: item.kind for name, item in found.items()} == USED


def test_bad_files_are_quarantined_with_their_reason(catalogue: Catalogue) -> None:
    bad = (file for file in catalogue.files if file.state is FileState.QUARANTINED)
    assert {file.name: file.reason.code for file in bad} == QUARANTINED


def test_dates_of_phones_messengers_and_names(catalogue: Catalogue) -> None:
    found = pieces(catalogue)
    dated = {name: found[name].dated for name in DATES}
    assert {name: value and value.value.first.isoformat() for name, value in dated.items()} == DATES


def test_a_page_about_a_project_is_its_record(catalogue: Catalogue) -> None:
    record = pieces(catalogue)["records/erasmus-2025-proje.md"].project
    assert record is not None
    assert (record.title.value, record.title.where) == ("ZSEII Erasmus+ 2025", "records/erasmus-2025-proje.md:1")
    assert record.number is not None
    assert record.number.value == "2024-1-PL01-KA121-VET-000204518"
    assert record.pupils is not None
    assert record.pupils.value == 27


def test_a_european_digital_credential_is_a_certificate(catalogue: Catalogue) -> None:
    item = pieces(catalogue)["certificates/edc-cps-example.json"]
    assert item.title is not None
    assert item.title.value.phrase("tr", "tr").text == "Certificate of Participation in Summer School"
    assert item.dated is not None
    assert item.dated.value.first.isoformat() == "2026-01-12"
    assert item.certificate is not None
    assert item.certificate.kind == "other"
    assert [each and each.value for each in (item.certificate.holder, item.certificate.issuer)] == [
        "John Doe",
        "NETIS d.o.o.",
    ]


def test_a_heading_in_html_is_the_title_of_a_page(catalogue: Catalogue) -> None:
    title = pieces(catalogue)["records/lets-science-our-environment.md"].title
    assert title is not None
    assert title.value.texts == (("", "Let's Science our Environment"),)


def test_a_second_run_finds_the_same(evidence: Path, catalogue: Catalogue) -> None:
    assert collected(evidence) == catalogue
