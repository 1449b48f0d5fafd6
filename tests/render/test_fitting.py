"""What has no room is not made, and is told by how many letters it is too long."""

from dataclasses import dataclass, replace

import pytest
from render.posters import NAMES, geometry_of, html_of, poster_of

from portfolio.errors import ProjectError
from portfolio.model.limits import MISSION_LIMITS
from portfolio.model.sheetorder import SheetKind
from portfolio.render.fitting import fitting_layout


@dataclass(frozen=True)
class Reckoned:
    fits: bool


def fault_of(poster, choose):
    with pytest.raises(ProjectError) as stop:
        fitting_layout(poster, MISSION_LIMITS, choose)
    (problem,) = stop.value.problems
    return problem.code, dict(problem.values)


@pytest.mark.parametrize("kind", [SheetKind.MISSION, SheetKind.SCHOOL])
def test_a_name_of_400_letters_is_280_too_long_on_every_sheet(kind, tmp_path):
    with pytest.raises(ProjectError) as stop:
        html_of(poster_of(kind, name="a" * 400, geometry=geometry_of("A0")), tmp_path)
    (problem,) = stop.value.problems
    values = dict(problem.values)
    assert (problem.code, values["key"]) == ("poster.long-text", "school.name")
    assert (values["letters"], values["most"], values["cut"]) == ("400", "120", "280")


def test_on_a_small_sheet_the_number_is_that_of_the_sheet(tmp_path):
    poster = poster_of(SheetKind.SCHOOL, geometry=geometry_of("115x160"), name=NAMES["tr"][:120])
    with pytest.raises(ProjectError) as stop:
        html_of(poster, tmp_path)
    (problem,) = stop.value.problems
    values = dict(problem.values)
    assert (problem.code, values["size"]) == ("poster.no-room", "115 × 160 mm")
    most = int(values["most"])
    assert most + int(values["cut"]) == 120
    html_of(replace(poster, school=poster.school[:most]), tmp_path)
    with pytest.raises(ProjectError):
        html_of(replace(poster, school=poster.school[: most + 3]), tmp_path)


def test_the_longest_text_whose_cutting_helps_is_named():
    poster = replace(poster_of(), school="b" * 40, line="c" * 50)
    fault = fault_of(poster, lambda sheet: Reckoned(len(sheet.school) <= 30))
    assert fault[0] == "poster.no-room"
    assert (fault[1]["key"], fault[1]["most"], fault[1]["cut"]) == ("school.name", "30", "10")


def test_where_no_cutting_helps_the_sheet_is_too_small():
    code, values = fault_of(poster_of(geometry=geometry_of("A4")), lambda _: Reckoned(False))
    assert (code, values["size"]) == ("poster.small", "210 × 297 mm")
