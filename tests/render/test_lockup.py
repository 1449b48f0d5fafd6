"""The EU emblem as it stands in the files: drawn from its construction, in its colours, its statement beside it."""

from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from compose.editions import edition_of, project
from PIL import Image
from render.emblems import flags_in, worst_in
from render.infosheets import sheet_of
from render.samples import draw_derivatives, sample_dossier

from portfolio.compose.plaque import compose_plaque
from portfolio.compose.poster import compose_poster
from portfolio.model.clearance import Audience
from portfolio.model.lockup import Arrangement, Artwork, Ink, Lockup
from portfolio.model.text import Phrase
from portfolio.render.html import dossier_html
from portfolio.render.info import info_html
from portfolio.render.lockup import Emblems, cover_height, family_of, find_strange_letters
from portfolio.render.pdf import write_pdf
from portfolio.render.plaque import plaque_html, plaque_text
from portfolio.render.poster import poster_html
from portfolio.themes import load_theme
from portfolio.visibility.statements import read_eu_texts

THEME = load_theme("base", None)
TEXTS = read_eu_texts()
RGB = ("rg", 0.0, 0.2, 0.6), ("rg", 1.0, 0.8, 0.0)
CMYK = ("/DeviceCMYK", 1.0, 0.8, 0.0, 0.0), ("/DeviceCMYK", 0.0, 0.0, 1.0, 0.0)


def lockup(language="en", **given):
    texts = TEXTS[language]
    return Lockup(statement=Phrase(text=texts.funded.text), alternative="Flag", names=(texts.name,), **given)


def poster(given):
    return compose_poster(replace(edition_of(language="en", audience=Audience.PRINT), lockup=given))[0]


def plaque(given):
    return compose_plaque(replace(edition_of(language="en", of=project()), lockup=given))[0]


def html_of(kind, given, files, folder):
    """A document as it is set, with a lock-up as it is given."""
    logos = tuple(name for name in files if name == "high.png")
    match kind:
        case "poster":
            return poster_html(replace(poster(given), lockup=given, logos=logos), THEME, files)
        case "plaque":
            return plaque_html(replace(plaque(given), lockup=given), THEME, files)
        case "info-sheet":
            return info_html(replace(sheet_of(), lockup=given, logos=logos), THEME, {}, files)
    dossier = sample_dossier("en", pieces=1, lockup=given)
    dossier = replace(dossier, cover=replace(dossier.cover, logos=logos))
    return dossier_html(dossier, THEME, draw_derivatives(dossier, folder), files)


def written(kind, given, tmp_path, files=None):
    files = files or {}
    target = tmp_path / f"{kind}.pdf"
    html = html_of(kind, given, files, tmp_path)
    drawn = [path for path in tmp_path.rglob("*") if path.suffix in (".jpg", ".png")]
    problems = write_pdf(html, target, theme=THEME, files=[*drawn, *files.values()])
    assert problems == ()
    return target


@pytest.mark.parametrize("kind", ["poster", "plaque", "info-sheet", "dossier"])
def test_in_the_pdf_every_corner_is_where_the_construction_has_it(kind, tmp_path):
    ((field, stars),) = flags_in(written(kind, lockup(), tmp_path), *RGB)
    worst, height = worst_in(field, stars)
    assert worst < 1e-4
    assert height >= 10


@pytest.mark.parametrize("kind", ["poster", "plaque", "info-sheet"])
def test_in_four_colours_the_emblem_is_100_80_0_0_and_0_0_100_0(kind, tmp_path):
    file = written(kind, lockup(ink=Ink.CMYK), tmp_path)
    ((field, stars),) = flags_in(file, *CMYK)
    assert worst_in(field, stars)[0] < 1e-4
    assert list(flags_in(file, *RGB)) == []
    with pikepdf.open(file) as pdf:
        assert not any("/Group" in page for page in pdf.pages)  # which would blend it in another space
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert content.count(b"1 0.8 0 0 scn") >= 2  # the field, and the statement in the same ink


@pytest.mark.parametrize("ink", [Ink.BLACK, Ink.BLUE])
def test_in_one_colour_there_is_no_yellow(ink, tmp_path):
    field, stars = (
        (("rg", 1.0, 1.0, 1.0), ("rg", 0.0, 0.0, 0.0)) if ink is Ink.BLACK else (RGB[0], ("rg", 1.0, 1.0, 1.0))
    )
    ((field, stars),) = flags_in(written("plaque", lockup(ink=ink), tmp_path), field, stars)
    assert worst_in(field, stars)[0] < 1e-4


def page_of(items):
    """A page with lock-ups, each on its own ground: (lock-up, height of its flag in mm, ground, colour)."""
    template = (
        '{% from "lockup.html.j2" import set %}<!DOCTYPE html><html lang="en"><head><title>x</title>'
        '<link rel="stylesheet" href="theme:css/fonts.css"><link rel="stylesheet" href="theme:css/text.css">'
        '<style>{% include "css/tokens.css.j2" %}@page { size: 900mm 1300mm; margin: 10mm }</style></head><body>'
        '{% for lockup, height, ground, colour in items %}<div style="padding: 5mm; background: {{ colour }}">'
        "{{ set(lockup, emblem, height, ground) }}</div>{% endfor %}</body></html>"
    )
    return THEME.environment.from_string(template).render(items=items, emblem=Emblems(THEME), theme=THEME)


@pytest.mark.parametrize("arrangement", Arrangement)
def test_all_statements_are_set_whole_each_in_one_typeface(arrangement, tmp_path):
    every = [(lockup(language, arrangement=arrangement), 10, "white", "#FFFFFF") for language in TEXTS]
    target = tmp_path / "all.pdf"
    assert write_pdf(page_of(every), target, theme=THEME, files=()) == ()
    assert len(list(flags_in(target, *RGB))) == 39
    with pikepdf.open(target) as pdf:
        fonts = {str(font.BaseFont).partition("+")[2] for page in pdf.pages for font in page.Resources.Font.values()}
    assert {name.partition("-")[0] for name in fonts} <= {
        *("Ubuntu", "Noto", "NotoSans", "NotoSansArmenian", "NotoSansGeorgian", "NotoSansArabic")
    }


def test_ubuntu_sets_what_it_can_and_noto_the_whole_of_the_rest():
    families = {language: family_of(texts.funded.text, THEME) for language, texts in TEXTS.items()}
    assert {language: family for language, family in families.items() if family != "Ubuntu"} == {
        "ka": "Noto Sans Georgian",
        "hy": "Noto Sans Armenian",
        "az": "Noto Sans",
        "ar": "Noto Sans Arabic",
    }
    (problem,) = find_strange_letters(lockup("ka"), "ka", THEME)
    assert (problem.code, dict(problem.values)) == (
        "funding.typeface",
        {"language": "ka", "family": "Noto Sans Georgian"},
    )
    assert find_strange_letters(lockup("el"), "el", THEME) == ()


def left_of(letters, file):
    """The left edges in pt of some letters on the first page of a file."""
    page = pypdfium2.PdfDocument(file)[0].get_textpage()
    text = page.get_text_range()
    return [page.get_charbox(place)[0] for place, letter in enumerate(text) if letter in letters]


def test_arabic_stands_left_of_the_flag_and_its_second_language_right(tmp_path):
    given = replace(lockup("ar"), second=Phrase(text="Funded by\nthe European Union", language="en"))
    target = tmp_path / "ar.pdf"
    write_pdf(page_of([(given, 20, "white", "#FFFFFF")]), target, theme=THEME, files=())
    ((field, _),) = flags_in(target, *RGB)
    (left, _), (right, _), *_ = field.outlines[0]
    assert max(left_of("ﺗﺘﺤﺎدتلاد", target)) < left
    assert min(left_of("FundebythEropaUi", target)) > right


@pytest.mark.parametrize(("ground", "colour"), [("tinted", "#E3F2F0"), ("dark", "#1C2126")])
def test_on_coloured_ground_the_emblem_has_its_border(ground, colour, tmp_path):
    target = tmp_path / "ground.pdf"
    write_pdf(page_of([(lockup(), 80, ground, colour)]), target, theme=THEME, files=())
    page = pypdfium2.PdfDocument(target)[0].render(scale=1).to_pil()
    ((field, stars),) = flags_in(target, *RGB)
    assert worst_in(field, stars) == pytest.approx((0, 80), abs=1e-3)
    (left, top), *_ = field.outlines[0]
    edge = 80 / 25.4 * 72 / 25
    x, y = left - edge / 2, page.height - top + 100
    assert page.getpixel((round(x), round(y))) == (255, 255, 255)
    assert page.getpixel((round(x - edge), round(y))) != (255, 255, 255)


@pytest.fixture
def artwork(tmp_path):
    file = tmp_path / "eu" / "EN_FundedbytheEU.png"
    file.parent.mkdir()
    Image.new("RGB", (1380, 306), "#003399").save(file)
    return lockup(artwork=Artwork(name="EN.png", shape=1380 / 306)), {"EN.png": file}


@pytest.mark.parametrize("kind", ["poster", "plaque", "info-sheet", "dossier"])
def test_official_artwork_is_placed_unaltered_in_place_of_all_that_is_drawn(kind, artwork, tmp_path):
    given, files = artwork
    html = html_of(kind, given, files, tmp_path)
    assert 'alt="Flag. Funded by the European Union"' in html
    assert 'class="statement"' not in html
    assert 'class="emblem"' not in html
    file = written(kind, given, tmp_path, files)
    things = [each for page in pypdfium2.PdfDocument(file) for each in page.get_objects()]
    bounds = [each.get_bounds() for each in things if each.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    sizes = [(right - left, top - bottom) for left, bottom, right, top in bounds]
    shaped = [height for width, height in sizes if width / height == pytest.approx(1380 / 306, abs=0.01)]
    assert len(shaped) == 1
    assert shaped[0] / 72 * 25.4 >= 10


def test_the_engraver_is_told_of_artwork_in_one_line(artwork):
    assert plaque_text(replace(plaque(artwork[0]), lockup=artwork[0])).endswith(
        "[Flag. Funded by the European Union]\n"
    )


@pytest.mark.parametrize(
    ("given", "height"),
    [
        (lockup(), 14),
        (lockup("hy"), 14),
        (replace(lockup("tr"), second=Phrase(text="Funded by\nthe European Union")), 13),
        (replace(lockup("hy"), second=Phrase(text=TEXTS["ka"].funded.text)), 10),
        (lockup(artwork=Artwork(name="a", shape=1.2)), 10),
    ],
)
def test_a_broad_lockup_is_lower_on_a_cover_and_never_below_ten_millimetres(given, height):
    assert cover_height(given, THEME) == height


@pytest.mark.parametrize(
    "given", [lockup(), replace(lockup("tr"), second=Phrase(text="Funded by\nthe European Union"))]
)
def test_on_a_cover_half_a_flag_is_clear_above_and_below(given, tmp_path):
    ((field, _),) = flags_in(written("dossier", given, tmp_path), *RGB)
    (_, top), *_, (_, bottom) = field.outlines[0]
    height = (top - bottom) / 72 * 25.4
    assert 297 - top / 72 * 25.4 >= 254 + height / 2 - 0.01
    assert 297 - bottom / 72 * 25.4 + height / 2 <= 297 - 6 - 9 + 0.01  # three lines of a disclaimer


@pytest.mark.parametrize("kind", ["poster", "info-sheet", "dossier"])
def test_no_logo_is_higher_than_the_emblem(kind, tmp_path):
    file = tmp_path / "high.png"
    Image.new("RGB", (300, 400), "#CC5500").save(file)
    ((field, _),) = flags_in(written(kind, lockup(), tmp_path, {"high.png": file}), *RGB)
    things = [each for page in pypdfium2.PdfDocument(tmp_path / f"{kind}.pdf") for each in page.get_objects()]
    bounds = [each.get_bounds() for each in things if each.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    (high,) = [top - bottom for left, bottom, right, top in bounds if (right - left) / (top - bottom) < 0.8]
    (_, top), *_, (_, bottom) = field.outlines[0]
    assert high <= top - bottom + 0.01
