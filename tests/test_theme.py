"""A theme's fonts by the names of their files, and its templates."""

import shutil

from portfolio.resources import templates_folder
from portfolio.themes import load_theme


def test_a_file_of_a_theme_stands_for_the_shipped_one_of_the_same_name(tmp_path):
    fonts = tmp_path / "templates" / "ours" / "fonts"
    fonts.mkdir(parents=True)
    (fonts.parent / "theme.yaml").write_text("parent: base\n", encoding="utf-8")
    shutil.copy(templates_folder() / "base" / "fonts" / "Ubuntu-Medium.ttf", fonts / "Ubuntu-Medium.otf")
    theme = load_theme("ours", tmp_path)
    (medium,) = (face for face in theme.faces if face.style == "Medium")
    assert (medium.file, medium.weight, medium.italic, medium.shipped) == ("fonts/Ubuntu-Medium.otf", 500, False, False)


def test_templates_are_compiled_once_and_anew_when_a_file_of_the_theme_changes(tmp_path):
    folder = tmp_path / "templates" / "ours"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text("parent: base\n", encoding="utf-8")
    (folder / "word.html.j2").write_text("one", encoding="utf-8")
    theme = load_theme("ours", tmp_path)
    assert theme.environment is load_theme("ours", tmp_path).environment
    assert theme.render("word.html.j2") == "one"
    (folder / "word.html.j2").write_text("another", encoding="utf-8")
    assert load_theme("ours", tmp_path).render("word.html.j2") == "another"
