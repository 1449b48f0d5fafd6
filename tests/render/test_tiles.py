"""A poster on A4 sheets as a file: put together again it is the poster; the plan tells how, and at what scale."""

import base64
import io
import random
from itertools import groupby

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from portfolio.i18n import read_locale
from portfolio.model.papersize import PAPERS
from portfolio.render.pdf import write_pdf
from portfolio.render.tile_layout import MARGIN
from portfolio.render.tiles import tile
from portfolio.themes import load_theme

THEME = load_theme("base", None)
DOTS = 4  # in a mm
LONG = (
    "Şehit Öğretmen Muhammed Abdülkerim Karamehmetoğlu ve Hacı Fatma Işıltı Eğitim Vakfı "
    "Masalköy Mesleki ve Teknik Lisesi XY"
)
POSTER = """<html lang="en"><title>Poster</title>
<link rel="stylesheet" href="theme:css/fonts.css">
<style>
@page {{ size: {width}mm {height}mm; margin: 0 }}
body {{ margin: 0; font: 700 {type}mm Ubuntu; color: #fff }}
html {{ background: linear-gradient(30deg, #0b4f8a, #d33, #fff 80%) }}
div {{ position: absolute; left: 40%; top: 40%; width: 40%; height: 40%; border-radius: 50%; background: #ffd617 }}
img {{ position: absolute; left: 5%; top: 60%; width: 30%; image-rendering: crisp-edges }}
</style>
<p>{words}</p><div></div>{more}"""


def poster(folder, size, words="Masalköy", more=""):
    """A poster of one page."""
    width, height = size
    path = folder / "poster.pdf"
    html = POSTER.format(width=width, height=height, type=width / 8, words=words, more=more)
    assert write_pdf(html, path, theme=THEME, files=()) == ()
    return path


def tiles_of(source, size, language="en", title="Masalköy"):
    """The tiling of a poster and its file."""
    target = source.with_name("poster.tiles.pdf")
    locale = read_locale(language, THEME.message_folders)
    tiling, problems = tile(source, target, size=size, title=title, locale=locale, theme=THEME)
    assert problems == ()
    return tiling, target


def pictures_of(path):
    """The pages as pictures of DOTS in a mm."""
    document = pypdfium2.PdfDocument(path)
    return [page.render(scale=DOTS * 25.4 / 72).to_pil().convert("RGB") for page in document]


def texts_of(path):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def glued(tiling, sheets, order):
    """The sheets cut and laid over each other, the later over the earlier."""
    whole = Image.new("RGB", (round(tiling.width * DOTS), round(tiling.height * DOTS)))
    for place in order(range(tiling.count)):
        tile = tiling.tiles[place]
        picture = sheets[place].crop([round(edge * DOTS) for edge in tile.edges])
        whole.paste(picture, [round(edge * DOTS) for edge in tile.part])
    return whole


def differences(one, other):
    """Where two pictures differ by more than the width of a dot, as a box; None where nowhere."""
    differing = ImageChops.difference(one, other.resize(one.size)).convert("L").point(lambda value: 255 * (value > 40))
    return differing.filter(ImageFilter.MinFilter(5)).getbbox()


@pytest.mark.parametrize("size", [PAPERS["A3"], PAPERS["A3"][::-1], (600.0, 250.0)])
def test_put_together_again_it_is_the_poster(tmp_path, size):
    source = poster(tmp_path, size)
    tiling, target = tiles_of(source, size)
    (whole,) = pictures_of(source)
    _, *sheets = pictures_of(target)
    assert len(sheets) == tiling.count
    assert differences(glued(tiling, sheets, iter), whole) is None
    assert differences(glued(tiling, sheets, reversed), whole)  # then the arrows lie above


@pytest.mark.parametrize(("size", "language"), [(PAPERS["A3"], "en"), ((50.0, 50.0), "sv"), ((300.0, 50.0), "tr")])
def test_a_sheet_is_white_where_printers_leave_it_white(tmp_path, size, language):
    source = poster(tmp_path, size, words="")
    _, target = tiles_of(source, size, language, LONG)
    for page in pictures_of(target):
        inner = [round(MARGIN * DOTS), round(MARGIN * DOTS)]
        inner += [side - edge for side, edge in zip(page.size, inner, strict=True)]
        page.paste("white", inner)
        assert ImageChops.invert(page).getbbox() is None


def test_the_poster_is_in_the_file_once(tmp_path):
    noise = random.Random(1).randbytes(300 * 300 * 3)  # what cannot be made smaller
    file = io.BytesIO()
    Image.frombytes("RGB", (300, 300), noise).save(file, "png")
    address = f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"
    source = poster(tmp_path, PAPERS["A0"], more=f'<img src="{address}" alt="Noise">')
    tiling, target = tiles_of(source, PAPERS["A0"])
    assert tiling.count == 25
    assert target.stat().st_size - source.stat().st_size < 80_000
    with pikepdf.open(target) as pdf:
        assert len({page.obj.Resources.XObject.Poster.objgen for page in pdf.pages}) == 1


def test_each_sheet_says_what_it_is(tmp_path):
    source = poster(tmp_path, PAPERS["A1"], words="")
    tiling, target = tiles_of(source, PAPERS["A1"], language="sv", title=LONG * 2)
    _, *sheets = texts_of(target)
    for place, text in zip(tiling.tiles, sheets, strict=True):
        said = f"{place.label} · rad {place.row + 1} av 5, kolumn {place.column + 1} av 3 · Şehit Öğretmen"
        assert text.startswith(said)
        assert text.strip().endswith("…")


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        ("en", "15 sheets of A4, landscape: 5 rows, 3 columns · the whole poster: 594 × 841 mm"),
        ("tr", "15 A4 sayfası, yatay: 5 satır, 3 sütun · afişin tamamı: 594 × 841 mm"),
        ("sv", "15 A4-ark, liggande: 5 rader, 3 kolumner · hela affischen: 594 × 841 mm"),
        ("ar", "15 sheets of A4, landscape: 5 rows, 3 columns · the whole poster: 594 × 841 mm"),
    ],
)
def test_the_plan_tells_what_there_is(tmp_path, language, facts):
    source = poster(tmp_path, PAPERS["A1"], words="")
    tiling, target = tiles_of(source, PAPERS["A1"], language, LONG)
    plan, *_ = texts_of(target)
    told = " ".join(plan.split())
    assert facts in told
    assert LONG in told
    assert all(tile.label in told for tile in tiling.tiles)
    assert "(A1, A2, A3)" in told and "(A, B, C, D …)" in told


@pytest.mark.parametrize(
    ("size", "told", "untold"),
    [
        ((900.0, 100.0), "from left to right", "from top to bottom"),
        ((100.0, 900.0), "from top to bottom", "from left to right"),
        ((100.0, 100.0), "Cut along the ticks", "glue"),
    ],
)
def test_the_plan_tells_no_step_that_is_not_taken(tmp_path, size, told, untold):
    source = poster(tmp_path, size, words="")
    _, target = tiles_of(source, size)
    plan = " ".join(texts_of(target)[0].split())
    assert told in plan and untold not in plan


def test_the_line_to_measure_is_a_hundred_millimetres_long(tmp_path):
    source = poster(tmp_path, PAPERS["A3"])
    _, target = tiles_of(source, PAPERS["A3"])
    plan = pictures_of(target)[0].convert("1")
    box = plan.crop([20 * DOTS, 250 * DOTS, 190 * DOTS, 277 * DOTS])
    rows = ([box.getpixel((x, y)) for x in range(box.width)] for y in range(box.height))
    longest = max(len(list(run)) for row in rows for value, run in groupby(row) if value == 0)
    assert longest / DOTS == pytest.approx(100, abs=0.5)


def test_a_print_window_is_asked_for_the_true_size(tmp_path):
    source = poster(tmp_path, PAPERS["A3"])
    _, target = tiles_of(source, PAPERS["A3"])
    with pikepdf.open(target) as pdf:
        assert (pdf.Root.ViewerPreferences.PrintScaling, pdf.Root.ViewerPreferences.Duplex) == ("/None", "/Simplex")


def test_the_same_poster_gives_the_same_bytes(tmp_path):
    source = poster(tmp_path, PAPERS["A3"])
    first = tiles_of(source, PAPERS["A3"])[1].read_bytes()
    assert tiles_of(source, PAPERS["A3"])[1].read_bytes() == first


def test_what_runs_off_the_poster_is_on_no_sheet(tmp_path):
    source = poster(tmp_path, PAPERS["A4"])
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        point = 72 / 25.4
        pdf.pages[0].trimbox = [3 * point, 3 * point, 207 * point, 294 * point]
        pdf.save(source)
    tiling, target = tiles_of(source, (204.0, 291.0))
    (whole,) = pictures_of(source)
    trimmed = whole.crop([edge * DOTS for edge in (3, 3, 207, 294)])
    assert differences(glued(tiling, pictures_of(target)[1:], iter), trimmed) is None


def test_a_page_of_another_size_is_refused(tmp_path):
    source = poster(tmp_path, PAPERS["A3"])
    with pytest.raises(ValueError, match="instead of"):
        tiles_of(source, PAPERS["A2"])
