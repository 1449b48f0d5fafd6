"""That nobody is in a whole folder can be said at once; who speaks of the one file is believed rather than that."""

from pathlib import Path

import pytest
from intake.evidence import collected, decision, jpeg, lay

from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import Portrayal, PortrayalState
from portfolio.model.redaction import Box

FILES = {
    "3-ogrenciler/a.jpg": jpeg((1, 2, 3)),
    "3-ogrenciler/b.JPG": jpeg((4, 5, 6)),
    "3-ogrenciler/alt/c.jpg": jpeg((7, 8, 9)),
    "4-rol/d.jpg": jpeg((10, 11, 12)),
}


def people(tmp_path: Path, *decisions: Decision, **more: str) -> dict[str, Portrayal]:
    catalogue = collected(lay(tmp_path / "evidence", {**FILES, **more}), *decisions)
    return {item.files[0].rpartition("/")[2]: item.portrayal for item in catalogue.items}


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("3-ogrenciler/", {"a.jpg", "b.JPG", "c.jpg"}),
        ("3-ogrenciler/*.jpg", {"a.jpg", "b.JPG"}),
        ("3-ogrenciler/alt/?.jpg", {"c.jpg"}),
        ("*/*.jpg", {"a.jpg", "b.JPG", "d.jpg"}),
        ("*.jpg", set()),
    ],
)
def test_a_folder_or_a_selection_is_decided_at_once(tmp_path: Path, file: str, expected: set[str]) -> None:
    found = people(tmp_path, decision(file, Field.PEOPLE, "yok"))
    assert {name for name, portrayal in found.items() if portrayal.state is PortrayalState.NONE} == expected
    assert {portrayal.state for name, portrayal in found.items() if name not in expected} <= {PortrayalState.UNKNOWN}


@pytest.mark.parametrize("file", ["3-ogrenciler/", "3-ogrenciler/*.jpg"])
def test_a_nearer_statement_beats_it_wherever_it_stands(tmp_path: Path, file: str) -> None:
    folder = decision(file, Field.PEOPLE, "yok")
    by_file = decision("3-ogrenciler/a.jpg", Field.PEOPLE, "Ada B.", line=3)
    for decisions in ((folder, by_file), (by_file, folder)):
        assert people(tmp_path, *decisions)["a.jpg"].persons == ("Ada B.",)
    beside = people(tmp_path, folder, **{"3-ogrenciler/a.jpg.yaml": "people: Can A."})
    assert (beside["a.jpg"].persons, beside["b.JPG"].state) == (("Can A.",), PortrayalState.NONE)
    sheet = people(tmp_path, folder, **{"captions.csv": "file;people\n3-ogrenciler/a.jpg;?\n"})
    assert sheet["a.jpg"].persons == ("Can A.",)
    assert sheet["a.jpg"].state is PortrayalState.UNKNOWN


def test_a_decision_about_the_folder_beats_the_note_in_it(tmp_path: Path) -> None:
    found = people(
        tmp_path, decision("3-ogrenciler/", Field.PEOPLE, "yok"), **{"3-ogrenciler/not.yaml": "people: 4-A\ntitle: x"}
    )
    assert found["a.jpg"].state is PortrayalState.NONE


def test_what_is_covered_in_one_picture_stays_so_when_the_folder_gets_a_box(tmp_path: Path) -> None:
    folder = lay(tmp_path / "evidence", {**FILES, "3-ogrenciler/a.jpg.yaml": "cover: 0.1 0.2 0.3 0.25"})
    catalogue = collected(folder, decision("3-ogrenciler/", Field.COVER, "0.5 0.5 0.5 0.5"))
    covered = {item.files[0].rpartition("/")[2]: item.redaction for item in catalogue.items}
    assert covered["a.jpg"]
    assert Box(left=0.1, top=0.2, width=0.3, height=0.25) in covered["a.jpg"].cover
    assert covered["b.JPG"]
    assert covered["b.JPG"].cover == (Box(left=0.5, top=0.5, width=0.5, height=0.5),)
    assert covered["d.jpg"] is None
