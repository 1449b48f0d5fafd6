"""The widths of the shipped font."""

from dataclasses import replace

import pytest

from portfolio.errors import ProjectError
from portfolio.render.glyphs import read_face, read_faces
from portfolio.resources import templates_folder
from portfolio.themes import load_theme


def test_the_shipped_font():
    face = read_face(templates_folder() / "base" / "fonts" / "Ubuntu-Bold.ttf")
    assert face.width("Masalköy Işıltı İlkokulu") == pytest.approx(11.05, abs=0.01)


def test_a_text_is_as_wide_as_in_the_font_that_sets_it():
    face = read_faces(load_theme("base", None)).bold
    noto = read_face(templates_folder() / "base" / "fonts" / "NotoSans-Bold.ttf")
    assert face.width("Bakı şəhəri") == noto.width("Bakı şəhəri") > face.width("Bakı şeheri")
    assert face.lines("Bakı şəhəri", noto.width("Bakı şəhəri") - 0.01) == 2
    assert face.width("Tbilisi თბილისი") < 15 * 0.8  # each word in its own, none a stranger


def test_a_theme_whose_font_is_not_there():
    theme = replace(load_theme("base", None), fonts=("Nowhere Sans",))
    with pytest.raises(ProjectError) as raised:
        read_faces(theme)
    (problem,) = raised.value.problems
    assert problem.code == "theme.no-font"
    assert dict(problem.values)["file"] == "fonts/NowhereSans-Regular.ttf"
