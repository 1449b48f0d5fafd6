"""A theme's fonts by the names of their files."""

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
