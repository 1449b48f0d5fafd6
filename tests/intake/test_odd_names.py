"""Names that people did not think up, from the folder to the catalogue: kept, shown, and found by what is shown."""

import csv
import io
import os
import sys
import unicodedata
from pathlib import Path

import pytest
from intake.evidence import collected, decision, jpeg, lay

from portfolio.decisions import read_decisions
from portfolio.model.catalogue import FileState
from portfolio.model.decision import Field

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse or unite such names")

NAMES = {
    "satır\nsonu.jpg": "satır<U+000A>sonu.jpg",
    "ters\u202egpj.exe.jpg": "ters<U+202E>gpj.exe.jpg",
    os.fsdecode(b"latin\xfe.jpg"): "latin<FE>.jpg",
    "a\\b.jpg": "a<U+005C>b.jpg",
    "-rf.jpg": "-rf.jpg",
    "Çay.jpg": "Çay.jpg",
    unicodedata.normalize("NFD", "Çay.jpg"): "Çay [2].jpg",
    "çay.jpg": "çay.jpg",
    "u" * 251 + ".jpg": "u" * 251 + ".jpg",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "evidence"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        (folder / name).write_bytes(jpeg((number * 20, 9, 9)))
    return folder


def test_all_are_shown_apart_and_kept(folder: Path) -> None:
    catalogue = collected(folder)
    assert {file.path: file.name for file in catalogue.files} == NAMES
    assert {file.state for file in catalogue.files} == {FileState.USED}
    assert {item.source: item.files for item in catalogue.items} == {path: (name,) for path, name in NAMES.items()}
    assert catalogue.problems == ()


def test_decisions_find_each_by_the_name_that_is_shown(folder: Path, tmp_path: Path) -> None:
    sheet = io.StringIO()
    rows = csv.writer(sheet)
    rows.writerow(("file", "field", "value"))
    rows.writerows((name, "caption", f"bu {name}") for name in NAMES.values())
    (tmp_path / "decisions.csv").write_text(sheet.getvalue(), "utf-8")
    decisions, problems = read_decisions(tmp_path / "decisions.csv", "tr")
    catalogue = collected(folder, *decisions)
    assert (problems, catalogue.problems) == ((), ())
    assert {item.files[0]: item.caption and item.caption.value.phrase("tr", "tr").text for item in catalogue.items} == {
        name: f"bu {name}" for name in NAMES.values()
    }


def test_caption_sheets_and_sidecars_find_each_by_the_name_that_is_shown(folder: Path) -> None:
    rows = "".join(f'"{name}";"bu {name}"\n' for name in NAMES.values())
    (folder / "captions.csv").write_text(f"file;caption\n{rows}", "utf-8")
    (folder / "satır\nsonu.jpg.yaml").write_text("title: Satır sonu", "utf-8")
    catalogue = collected(folder)
    assert {item.files[0]: item.caption and item.caption.value.phrase("tr", "tr").text for item in catalogue.items} == {
        name: f"bu {name}" for name in NAMES.values()
    }
    [titled] = [
        item for item in catalogue.items if item.title and item.title.value.phrase("tr", "tr").text == "Satır sonu"
    ]
    assert titled.files == ("satır<U+000A>sonu.jpg",)


def test_a_decision_about_one_twin_leaves_the_other_alone(folder: Path) -> None:
    catalogue = collected(folder, decision("Çay [2].jpg", Field.TITLE, "İkinci"))
    titles = {item.files[0]: item.title and item.title.value.phrase("tr", "tr").text for item in catalogue.items}
    assert (titles["Çay.jpg"], titles["Çay [2].jpg"]) == ("Çay", "İkinci")


def test_a_letter_that_is_shown_by_its_number_is_no_year(tmp_path: Path) -> None:
    (item,) = collected(lay(tmp_path / "k", {"sat\u2028ır.jpg": jpeg()})).items
    assert item.dated is None
