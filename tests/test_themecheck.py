"""What is refused in a theme: pairs of colours, fonts, logos; each with its line and what to do."""

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw

from portfolio.errors import ProjectError
from portfolio.resources import templates_folder
from portfolio.themecheck import contrast
from portfolio.themes import load_theme

FONTS = templates_folder() / "base" / "fonts"


@pytest.fixture
def ours(tmp_path):
    """The folder of a school's own theme."""
    folder = tmp_path / "templates" / "ours"
    folder.mkdir(parents=True)
    return folder


def say(folder, *lines):
    (folder / "theme.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def load(folder):
    return load_theme(folder.name, folder.parents[1])


def refused(folder):
    """Code, line and values of all that is wrong."""
    with pytest.raises(ProjectError) as stop:
        load(folder)
    assert {problem.where.file for problem in stop.value.problems} == {"templates/ours/theme.yaml"}
    return [(problem.code, problem.where.line, dict(problem.values)) for problem in stop.value.problems]


def add_font(folder, name, styles=("Regular", "Bold", "Italic", "BoldItalic"), rights=0):
    (folder / "fonts").mkdir(exist_ok=True)
    for style in styles:
        with TTFont(FONTS / f"Ubuntu-{style}.ttf") as font:
            font["OS/2"].fsType = rights
            font.save(folder / "fonts" / f"{name}-{style}.ttf")


def draw_logo(folder, colour, size=(600, 300), name="logo.png"):
    picture = Image.new("RGBA", size, "#FFFFFF00")
    ImageDraw.Draw(picture).ellipse((10, 10, size[0] - 10, size[1] - 10), fill=colour)
    picture.save(folder / name)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.00),
        ("#FFFFFF", "#FFFFFF", 1.00),
        ("#1F4E9C", "#FFFFFF", 7.99),
        ("#9A4A06", "#FBEFE2", 5.53),
        ("#003399", "#FFFFFF", 10.86),
    ],
)
def test_contrast(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_hard_to_read_colours_are_refused_with_their_ratio(ours):
    say(ours, "pillars:", '  model: {ink: "#AAAAAA", tint: "#EEEEEE"}')
    assert refused(ours) == [
        ("theme.contrast", 2, {"pillar": "model", "ink": "#AAAAAA", "ground": "#FFFFFF", "ratio": "2.32"}),
        ("theme.contrast", 2, {"pillar": "model", "ink": "#AAAAAA", "ground": "#EEEEEE", "ratio": "2.00"}),
    ]


def test_words_that_are_hard_to_read_on_white_are_refused_too(ours):
    say(ours, "colours:", '  text: "#AAAAAA"', '  quiet: "#BBBBBB"')
    assert [(code, line) for code, line, _ in refused(ours)] == [("theme.contrast", 2), ("theme.contrast", 3)]


def test_a_font_of_its_own_is_used_before_all_others(ours):
    add_font(ours, "SchoolSans")
    (ours / "fonts" / "OFL.txt").write_text("SIL", encoding="utf-8")
    say(ours, "fonts: [School Sans]")
    theme = load(ours)
    assert theme.fonts[:2] == ("School Sans", "Ubuntu")
    assert [(face.style, face.shipped) for face in theme.faces][:2] == [("Regular", False), ("Italic", False)]
    assert '"School Sans"; font-weight: 700; font-style: italic; src: url("theme:fonts/SchoolSans-BoldItalic.ttf")' in (
        theme.render("css/tokens.css.j2", theme=theme).replace("&#34;", '"')
    )
    assert theme.remarks == ()


def test_a_font_without_a_licence_beside_it_is_a_note(ours):
    add_font(ours, "SchoolSans")
    say(ours, "parent: base", "fonts: [School Sans]")
    (remark,) = load(ours).remarks
    assert (remark.code, remark.where.line, dict(remark.values)) == ("theme.font-licence", 2, {"folder": "ours/fonts"})


def test_styles_that_are_missing_are_named(ours):
    add_font(ours, "SchoolSans", ["Regular", "Italic"])
    say(ours, "fonts:", "  - School Sans", "  - Elsewhere")
    files = "fonts/SchoolSans-Bold.ttf, fonts/SchoolSans-BoldItalic.ttf"
    others = "fonts/Elsewhere-Regular.ttf, fonts/Elsewhere-Bold.ttf"
    assert refused(ours) == [
        ("theme.font-missing", 2, {"family": "School Sans", "files": files}),
        ("theme.font-missing", 3, {"family": "Elsewhere", "files": others}),
    ]


@pytest.mark.parametrize(
    ("rights", "free"), [(0, True), (4, True), (8, True), (2, False), (0x100, False), (0x200, False)]
)
def test_a_font_that_must_not_be_embedded_is_refused(ours, rights, free):
    add_font(ours, "SchoolSans", rights=rights)
    say(ours, "fonts: [School Sans]")
    if free:
        assert load(ours).fonts[0] == "School Sans"
    else:
        assert [code for code, _, _ in refused(ours)] == ["theme.font-embedding"] * 4


def test_a_damaged_font_is_refused(ours):
    add_font(ours, "SchoolSans")
    (ours / "fonts" / "SchoolSans-Bold.ttf").write_bytes(b"no font at all")
    say(ours, "fonts: [School Sans]")
    assert refused(ours) == [("font.damaged", 1, {"file": "fonts/SchoolSans-Bold.ttf"})]


def test_a_logo_that_can_be_printed(ours):
    draw_logo(ours, "#1F4E9C")
    say(ours, "logo: logo.png")
    assert load(ours).logo == "logo.png"
    (ours / "logo.svg").write_text("<svg/>", encoding="utf-8")
    say(ours, "logo: logo.svg")
    assert load(ours).logo == "logo.svg"


def test_logos_that_cannot_are_refused(ours):
    say(ours, "parent: base", "logo: ../logo.png")
    assert refused(ours) == [("theme.logo-missing", 2, {"file": "../logo.png"})]
    (ours / "logo.png").write_bytes(b"GIF89a")
    say(ours, "logo: logo.png")
    assert refused(ours) == [("theme.logo-format", 1, {"file": "logo.png"})]
    (ours / "logo.png").write_bytes(b"\x89PNG and no more")
    assert [code for code, _, _ in refused(ours)] == ["picture.damaged"]
    draw_logo(ours, "#1F4E9C", size=(200, 100))
    assert [(code, values["size"]) for code, _, values in refused(ours)] == [("theme.logo-small", "200 × 100")]
    draw_logo(ours, "#F4F4D0")
    assert [(code, values["ratio"]) for code, _, values in refused(ours)] == [("theme.logo-pale", "1.12")]
