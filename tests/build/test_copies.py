"""A file with the content of another: what would be lost with it."""

import shutil

import pytest
from projects import TODAY, load, make_project

from portfolio.build.copies import spare_copies
from portfolio.build.survey import take_survey
from portfolio.model.events import silent

PHOTO = "4-rol-model/açık kapı günü.jpg"


@pytest.fixture
def spare(tmp_path):
    """What is told of a copy in another folder, with lines added to decisions.csv."""

    def told(copy, *lines):
        root = make_project(tmp_path / "okul")
        (root / "evidence" / copy).parent.mkdir(exist_ok=True)
        shutil.copy(root / "evidence" / PHOTO, root / "evidence" / copy)
        with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
            stream.writelines(f"{line};Koordinatör;2026-11-01;\n" for line in lines)
        survey = take_survey(load(root), today=TODAY, report=silent)
        (item,) = (each for each in survey.catalogue.items if copy in each.files)
        (found,) = spare_copies(item, (), survey)
        return found

    return told


def test_in_the_inbox_nothing_hangs_on_it(spare):
    found = spare("gelen/kopya.jpg", f";{PHOTO};hero;evet")
    assert (found.file, found.of, found.is_free) == ("gelen/kopya.jpg", PHOTO, True)


def test_a_decision_by_its_path_and_the_place_that_its_folder_gives_are_told(spare):
    found = spare("5-icerme-ve-inovasyon/kopya.jpg", ";5-icerme-ve-inovasyon/kopya.jpg;hero;evet")
    assert found.of == PHOTO
    assert [place.line for place in found.decisions] == [3]
    assert [link.target for link in found.links] == ["inclusion"]
