import importlib.util
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from portfolio.render.webfonts import FOLDER, PARTS, STYLES, licences, web_fonts
from portfolio.themes import load_theme

ROOT = Path(__file__).resolve().parents[2]
THEME = load_theme("base", None)


def names(text, theme=THEME):
    return {font.source.name for font in web_fonts(theme, set(text))}


def test_a_turkish_page_takes_latin_alone_in_four_styles():
    assert names("Işıltı İlkokulu – “ğ”") == {f"Ubuntu-{style}.latin.woff2" for style in STYLES}


def test_greek_takes_its_part_as_well():
    assert names("a Αθήνα") == {f"Ubuntu-{style}.{part}.woff2" for style in STYLES for part in ("latin", "greek")}


def test_what_the_first_family_lacks_is_set_in_the_next_one():
    assert names("Ամասիա a") - names("a") == {"NotoSansArmenian-Regular.ttf", "NotoSansArmenian-Bold.ttf"}


def test_a_font_of_ones_own_is_handed_on_as_it_is(tmp_path):
    folder = tmp_path / "templates" / "ours"
    (folder / "fonts").mkdir(parents=True)
    (folder / "theme.yaml").write_text("parent: base\n", encoding="utf-8")
    shutil.copy(THEME.find("fonts/Ubuntu-Bold.ttf"), folder / "fonts" / "Ubuntu-Bold.ttf")
    theme = load_theme("ours", tmp_path)
    assert names("a", theme) == names("a") - {"Ubuntu-Bold.latin.woff2"} | {"Ubuntu-Bold.ttf"}


def test_the_licence_of_each_family_lies_beside_it():
    assert [path.name for path in licences(THEME, web_fonts(THEME, set("a")))] == ["LICENSE-Ubuntu.txt"]
    both = licences(THEME, web_fonts(THEME, set("aԱ")))
    assert [path.name for path in both] == ["LICENSE-Ubuntu.txt", "LICENSE-NotoSans.txt"]


@pytest.mark.parametrize("style", STYLES)
def test_the_parts_have_every_letter_of_the_whole_and_another_name(style):
    """Ubuntu Font Licence 1.0, 2c: the name says that it is modified."""
    whole = TTFont(THEME.find(f"fonts/Ubuntu-{style}.ttf"))
    for part, spans in PARTS.items():
        cut = TTFont(THEME.find(f"{FOLDER}/Ubuntu-{style}.{part}.woff2"))
        wanted = {code for code in whole.getBestCmap() if any(first <= code <= last for first, last in spans)}
        assert set(cut.getBestCmap()) == wanted
        assert cut["name"].getDebugName(4).endswith("derivative portfolio")
        assert "Copyright" in cut["name"].getDebugName(0)


def test_the_script_makes_what_is_there(tmp_path):
    spec = importlib.util.spec_from_file_location("make_webfonts", ROOT / "script" / "make_webfonts.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    made = tmp_path / "made.woff2"
    script.cut(THEME.find("fonts/Ubuntu-Bold.ttf"), PARTS["greek"], made)
    tables = [TTFont(BytesIO(path.read_bytes())) for path in (made, THEME.find(f"{FOLDER}/Ubuntu-Bold.greek.woff2"))]
    assert tables[0].getGlyphOrder() == tables[1].getGlyphOrder()
    assert tables[0]["head"].modified == tables[1]["head"].modified
