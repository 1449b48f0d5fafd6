"""What people mean who name a piece: they type ids, paths and names of files in every way."""

import unicodedata

import pytest
from projects import TODAY, load, make_project

from portfolio.build.explain import numbers_of
from portfolio.build.meant import find_meant
from portfolio.build.survey import take_survey
from portfolio.model.events import silent

PHOTO = "4-rol-model/açık kapı günü.jpg"


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    root = make_project(tmp_path_factory.mktemp("sorular") / "okul")
    return take_survey(load(root), today=TODAY, report=silent)


def meant(said, survey):
    return find_meant(said, survey, numbers_of(survey))


@pytest.mark.parametrize(
    "said",
    [
        PHOTO,
        f"evidence/{PHOTO}",
        f"./{PHOTO}",
        PHOTO.replace("/", "\\"),
        f"evidence\\{PHOTO}".replace("/", "\\"),
        unicodedata.normalize("NFD", PHOTO),
        "4-ROL-MODEL/AÇIK KAPI GÜNÜ.JPG",
        "açık kapı günü.jpg",
        "acik kapi gunu",
        f'"{PHOTO}"',
    ],
)
def test_a_file_is_found_however_it_is_typed(said, survey):
    found = meant(said, survey)
    assert found.file is not None
    assert found.file.file == PHOTO
    assert [item.files for item in found.pieces] == [(PHOTO,)]


def test_an_id_and_its_beginning_and_an_exhibit_number(survey):
    item = next(each for each in survey.catalogue.items if each.files == (PHOTO,))
    for said in (item.id, item.id[:6], item.id[2:6].upper(), f"[[{item.id[:7]}]]", numbers_of(survey)[item.id]):
        assert meant(said, survey).pieces == (item,), said


def test_three_digits_are_too_few_and_a_folder_is_no_file(survey):
    item = survey.catalogue.items[0]
    assert meant(item.id[:5], survey).is_nothing
    folder = meant("4-rol-model", survey)
    assert folder.pieces[0].files == (PHOTO,)  # all that lies in it is one file
    assert meant("evidence", survey).is_nothing


def test_what_is_nothing_is_told_with_the_nearest(survey):
    found = meant("4-rol-model/acik kapi gnu.jpg", survey)
    assert (found.is_nothing, found.nearest) == (True, PHOTO)
    assert meant("tamamen başka bir şey", survey).nearest == ""
    assert meant("", survey).is_nothing
