"""Themes: inheritance, contrast, what is refused, and that the shipped one is whole."""

import re
import shutil

import pytest

from portfolio.errors import ProjectError
from portfolio.files.font import read_font
from portfolio.i18n import read_locale
from portfolio.resources import templates_folder
from portfolio.themecheck import contrast
from portfolio.themes import load_theme

PILLARS = ("leadership", "collaboration", "students", "model", "inclusion", "e-safety")


@pytest.fixture(scope="module")
def base():
    return load_theme("base", None)


def brand(root, name, settings, **files):
    """A theme in a project's templates folder; files by name, "__" for a slash."""
    folder = root / "templates" / name
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text(settings, encoding="utf-8")
    for relative, text in files.items():
        path = folder / relative.replace("__", "/").replace("_css", ".css").replace("_j2", ".j2")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def codes(name, root):
    with pytest.raises(ProjectError) as refused:
        load_theme(name, root)
    return [problem.code for problem in refused.value.problems]


def test_the_shipped_theme_has_colours_and_a_glyph_for_every_pillar(base):
    assert tuple(base.colours) == PILLARS
    glyphs = {base.glyph(key, "#123456") for key in PILLARS}
    assert len(glyphs) == len(PILLARS)
    for glyph in glyphs:
        assert "#123456" in glyph
        assert "currentColor" not in glyph
        assert re.findall(r"#[0-9A-Fa-f]{3,6}", glyph) == ["#123456"]  # one colour


def test_the_shipped_fonts_are_all_there_with_their_licences(base):
    faces = re.findall(r'url\("theme:([^"]+)"\)', base.find("css/fonts.css").read_text(encoding="utf-8"))
    assert sorted(faces) == sorted(face.file for face in base.faces)
    assert {face.family for face in base.faces} == set(base.fonts)
    assert all(face.shipped and read_font(base.find(face.file)).embeddable for face in base.faces)
    assert "UBUNTU FONT LICENCE" in base.find("fonts/LICENSE-Ubuntu.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in base.find("fonts/LICENSE-NotoSans.txt").read_text(encoding="utf-8")


def test_a_pillar_of_another_framework_has_colours_and_no_glyph(base):
    assert contrast(base.pillar("green-school").ink, base.pillar("green-school").tint) > 4.5
    assert base.glyph("green-school", "#123456") == ""


@pytest.mark.parametrize("path", ["../base/theme.yaml", "/etc/hostname", "css/nothing.css", "css"])
def test_nothing_outside_the_theme_is_found(base, path):
    with pytest.raises(FileNotFoundError):
        base.find(path)


def test_a_brand_takes_from_its_parent_what_it_does_not_have(tmp_path, base):
    settings = 'parent: base\npillars:\n  model: {ink: "#222222", tint: "#EEEEEE"}\n'
    folder = brand(tmp_path, "işıltı okulu", settings, css__dossier_css="p { color: red }", messages__x="")
    theme = load_theme("işıltı okulu", tmp_path)
    assert theme.find("css/dossier.css") == folder / "css" / "dossier.css"
    assert theme.find("css/text.css") == base.find("css/text.css")
    assert theme.colours["model"].ink == "#222222"
    assert theme.colours["students"] == base.colours["students"]
    assert theme.message_folders == (folder / "messages", templates_folder() / "base" / "messages")
    assert theme.digest != base.digest


def test_a_project_may_put_its_own_base_before_the_shipped_one(tmp_path, base):
    folder = brand(tmp_path, "base", "parent: base\nfonts: [Ubuntu]\n")
    theme = load_theme("base", tmp_path)
    assert theme.folders == (folder, *base.folders)
    assert theme.fonts == base.fonts


def test_every_theme_falls_back_to_the_shipped_base_whatever_it_names_as_parent(tmp_path, base):
    """A school that copied the whole theme long ago has neither the words nor the templates that came later."""
    copy = tmp_path / "templates" / "base"
    shutil.copytree(templates_folder() / "base", copy, ignore=shutil.ignore_patterns("*.ttf", "plaque"))
    words = copy / "messages" / "tr.yaml"
    old = words.read_text(encoding="utf-8").replace("  dossier:", "  dossier_of_old:", 1)
    words.write_text(old, encoding="utf-8")
    theme = load_theme("base", tmp_path)
    assert theme.folders == (copy, *base.folders)
    assert theme.find("plaque/plaque.css") == base.find("plaque/plaque.css")
    assert read_locale("tr", theme.message_folders).word("document.dossier")


def test_fonts_of_a_theme_go_before_those_that_it_inherits(tmp_path, base):
    folder = brand(tmp_path, "mine", "fonts: [Noto Sans]\n")
    theme = load_theme("mine", tmp_path)
    assert theme.fonts == ("Noto Sans", "Ubuntu", *base.fonts[2:])
    assert theme.folders == (folder, *base.folders)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("parent: nobody\n", ["theme.unknown"]),
        ("parent: mine\n", ["theme.circle"]),
        ("parent: base\npage: {inside: 30}\n", ["theme.measure"]),
        ("parent: base\ncolours: {text: blue}\n", ["theme.colour"]),
        ("parent: base\ncolour: {text: blue}\n", ["yaml.misspelt-key"]),
        ("parent: base\n\tfonts: x\n", ["yaml.tab"]),
        ('fonts: ["url(x)"]\n', ["theme.family"]),
    ],
)
def test_what_is_wrong_in_a_theme_is_said(tmp_path, settings, expected):
    brand(tmp_path, "mine", settings)
    assert codes("mine", tmp_path) == expected


@pytest.mark.parametrize("name", ["", "nobody", "../templates/base", "base/css", "."])
def test_an_unknown_theme_is_refused_with_the_known_ones(name):
    with pytest.raises(ProjectError) as refused:
        load_theme(name, None)
    (problem,) = refused.value.problems
    assert problem.code == "theme.unknown"
    assert dict(problem.values) == {"name": name, "known": "base"}


def test_the_digest_knows_the_bytes_and_not_the_place(tmp_path):
    for home in ("one", "zwei"):
        brand(tmp_path / home, "mine", "parent: base\n", css__x_css="a")
    one, two = (load_theme("mine", tmp_path / home) for home in ("one", "zwei"))
    assert one.digest == two.digest
    (two.folders[0] / "css" / "x.css").write_text("b", encoding="utf-8")
    assert load_theme("mine", tmp_path / "zwei").digest != one.digest


def test_templates_escape_and_say_what_they_miss(tmp_path):
    files = {"a_j2": "<p>{{ word }}</p>", "b_j2": "{{ nothing }}", "c_j2": "\n{% if %}", "d_j2": "{{ word.__class__ }}"}
    brand(tmp_path, "mine", "parent: base\n", **files)
    theme = load_theme("mine", tmp_path)
    assert theme.render("a.j2", word="<b>") == "<p>&lt;b&gt;</p>"
    for name, line in (("b.j2", None), ("c.j2", 2), ("d.j2", None)):
        with pytest.raises(ProjectError) as refused:
            theme.render(name, word="x")
        (problem,) = refused.value.problems
        assert (problem.code, problem.where.file, problem.where.line) == ("theme.template", name, line)


def test_a_theme_works_from_a_folder_with_blanks_and_turkish_letters(tmp_path):
    root = tmp_path / "Işıltı okulu"
    shutil.copytree(templates_folder() / "base", root / "templates" / "kopya", ignore=shutil.ignore_patterns("*.ttf"))
    assert load_theme("kopya", root).find("theme.yaml") == root / "templates" / "kopya" / "theme.yaml"


def test_a_print_shop_gets_the_inks_that_a_theme_gives_a_colour(tmp_path):
    brand(tmp_path, "own", 'parent: base\ncmyk: {"#1f4e9c": 95/70/0/10, "#1C2126": 50/40/30/100}\n')
    theme = load_theme("own", tmp_path)
    assert theme.cmyk["#1F4E9C"] == (0.95, 0.7, 0.0, 0.1)
    assert theme.cmyk["#1C2126"] == (0.5, 0.4, 0.3, 1.0)
    assert theme.cmyk["#5A636E"] == (0.0, 0.0, 0.0, 0.7)  # the base theme sets text in black ink alone


@pytest.mark.parametrize("inks", ["95/70/0", "101/0/0/0", "0.5/0/0/0", "95/70/0/10/0", "blue"])
def test_what_are_no_four_inks_is_refused(inks, tmp_path):
    brand(tmp_path, "own", f'parent: base\ncmyk: {{"#1F4E9C": {inks}}}\n')
    assert codes("own", tmp_path) == ["theme.inks"]
