"""Photos and project of a sheet's order, named as people write them."""

from dataclasses import replace

import pytest
from projects import TODAY, load, make_project

from portfolio.build.explain import numbers_of
from portfolio.build.ordered import name_pieces
from portfolio.build.survey import take_survey
from portfolio.model.clearance import Audience
from portfolio.model.events import silent
from portfolio.model.problem import reason
from portfolio.model.sheetorder import SheetKind, SheetOrder

PHOTO = "4-rol-model/açık kapı günü.jpg"


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    root = make_project(tmp_path_factory.mktemp("afis") / "okul")
    return take_survey(load(root), today=TODAY, report=silent)


def named(survey, audience=Audience.PRIVATE, **said):
    order = SheetOrder(kind=SheetKind.PROJECT, **said)
    return name_pieces(order, survey, numbers_of(survey), audience)


def photo_in(survey):
    return next(item for item in survey.catalogue.items if item.files == (PHOTO,))


@pytest.mark.parametrize("said", [PHOTO, "acik kapi gunu", f"evidence/{PHOTO}"])
def test_a_photo_is_named_by_its_file(said, survey):
    order, problems = named(survey, photos=(said,))
    assert order.photos == (photo_in(survey).id,)
    assert problems == ()


def test_a_project_is_named_by_its_file_and_its_title_stays(survey):
    record = next(item for item in survey.catalogue.items if item.project)
    assert named(survey, project=record.files[0])[0].project == record.id
    assert named(survey, project="Wind Carried")[0].project == "Wind Carried"
    assert named(survey, project=photo_in(survey).id)[0].project == photo_in(survey).id


@pytest.mark.parametrize(
    ("said", "code"), [("açık kapi günleri.jpg", "poster.photo-nearest"), ("?", "poster.photo-unknown")]
)
def test_a_photo_that_is_not_there_makes_no_poster(said, code, survey):
    order, problems = named(survey, photos=(PHOTO, said))
    assert order is None
    assert [problem.code for problem in problems] == [code]


def test_a_photo_that_is_not_cleared_is_said(survey):
    order, (problem,) = named(replace(survey, clearances=()), Audience.PRINT, photos=(PHOTO,))
    assert order and problem.code == "poster.photo-withheld"


def test_a_photo_without_a_place_is_said_to_have_none(survey):
    mapping = replace(survey.mapping, links=())
    order, (problem,) = named(replace(survey, mapping=mapping), Audience.PRINT, photos=(PHOTO,))
    assert order and problem.code == "poster.photo-unplaced"
    mapping = replace(mapping, excluded={photo_in(survey).id: reason("clearance.own")})
    _, (problem,) = named(replace(survey, mapping=mapping), Audience.PRINT, photos=(PHOTO,))
    assert problem.code == "poster.photo-withheld"
