"""The card: 1200 × 630 px whatever stands on it, its words in the middle and large enough for a small screen."""

import io
import re
from dataclasses import replace

import pypdfium2
import pypdfium2.raw
import pytest
from compose.editions import edition_of, photo, project
from PIL import Image

from portfolio.compose.paste import compose_paste
from portfolio.model.lockup import Lockup
from portfolio.model.project import Label, LabelStatus
from portfolio.model.text import Phrase
from portfolio.render.card import (
    EMBLEM,
    HEIGHT,
    LOGO_BY_EMBLEM,
    MEASURE,
    MOST_TILES,
    NAME_ROOM,
    SEEN,
    SMALLEST,
    STRIPE,
    WIDTH,
    card_html,
    choose_layout,
    draw_card,
)
from portfolio.render.derivatives import Derivative
from portfolio.render.glyphs import read_faces
from portfolio.render.pdf import write_pdf
from portfolio.themes import load_theme

LONG = (
    "Şehit Öğretmen Muhammed Abdülkerim Karamehmetoğlu ve Hacı Fatma Işıltı Eğitim Vakfı "
    "Masalköy Mesleki ve Teknik Lisesi XY"
)
NAMES = ["Efe", "Masalköy Işıltı İlkokulu", LONG]
APPLYING = Label(status=LabelStatus.APPLYING)
TURKISH = Lockup(
    statement=Phrase(text="Avrupa Birliği tarafından\nfinanse edilmektedir"), alternative="Avrupa Birliği bayrağı"
)


def pasted(*pieces, name="Masalköy Işıltı İlkokulu", lockup=None, **changes):
    school = replace(project().school, name=name, logos=("logo.png",))
    edition = edition_of(*pieces, of=project(school=school, **changes))
    return compose_paste(replace(edition, lockup=lockup))[0]


def layout_of(paste, shape=None):
    return choose_layout(paste.card, read_faces(load_theme("base", None)), shape)


def made(paste, folder, name="card"):
    """The card as a page, and as a picture."""
    theme = load_theme("base", None)
    logo, picture = folder / "logo.png", folder / "picture.jpg"
    Image.new("RGB", (300, 300), "teal").save(logo)
    Image.new("RGB", (1200, 900), "goldenrod").save(picture)
    derivatives = {
        each.key: Derivative(key=each.key, path=picture, width_px=1200, height_px=900, sha256="")
        for each in paste.placed
    }
    html = card_html(paste, theme, derivatives, {"logo.png": logo})
    page = folder / f"{name}.pdf"
    assert write_pdf(html, page, theme=theme, files=[logo, picture]) == ()
    return page, draw_card(page)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("pictured", "lockup"), [(True, None), (False, TURKISH)])
def test_exactly_its_pixels_on_one_page_without_metadata(name, pictured, lockup, tmp_path):
    page, data = made(pasted(*([photo("a", "model")] if pictured else []), name=name, lockup=lockup), tmp_path)
    assert len(pypdfium2.PdfDocument(page)) == 1
    with Image.open(io.BytesIO(data)) as card:
        assert (card.size, card.format, card.mode) == ((1200, 630), "PNG", "RGB")
        assert card.info == {}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("label", [Label(status=LabelStatus.HELD, years="2025-2026"), APPLYING])
def test_words_stand_in_the_middle_and_on_the_card(name, label, tmp_path):
    page, _ = made(pasted(name=name, label=label), tmp_path)
    document = pypdfium2.PdfDocument(page)
    bounds = [thing.get_bounds() for thing in document[0].get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
    assert bounds
    for left, bottom, right, top in ([edge * 4 / 3 for edge in each] for each in bounds):
        assert left >= (WIDTH - MEASURE) / 2 - 1
        assert right <= (WIDTH + MEASURE) / 2 + 1
        assert 20 <= bottom < top


@pytest.mark.parametrize("name", [*NAMES, "W" * 120, "Okul " * 24])
def test_a_name_fits_by_measure_and_can_be_read_where_the_card_is_400_wide(name):
    layout = layout_of(pasted(name=name))
    assert SMALLEST <= layout.name <= 72
    assert SMALLEST / 3 > 10
    if name != "W" * 120:
        lines = read_faces(load_theme("base", None)).bold.lines(name, layout.name_measure / layout.name)
        assert lines * layout.name * layout.leading <= NAME_ROOM


def test_a_name_that_fits_into_one_line_is_not_broken():
    faces = read_faces(load_theme("base", None))
    layout = layout_of(pasted())
    assert faces.bold.lines("Masalköy Işıltı İlkokulu", layout.name_measure / layout.name) == 1


@pytest.mark.parametrize("shape", [0.5, 0.75, 1.0, 4 / 3, 1.5, 2.0, 3.5])
@pytest.mark.parametrize("name", NAMES)
def test_tiles_stand_beside_a_picture_that_would_lose_too_much(shape, name):
    layout = layout_of(pasted(name=name), shape)
    seen = layout.stage * shape / layout.picture_width
    beside = len(layout.tiles) // 4
    assert seen >= SEEN or beside == MOST_TILES
    assert layout.picture_left == beside * layout.tile
    assert layout.picture_left * 2 + layout.picture_width == pytest.approx(WIDTH)


def test_without_a_picture_tiles_fill_the_stage():
    layout = layout_of(pasted())
    lefts = [left for left, top, _ in layout.tiles if top == 0]
    assert lefts[0] <= 0
    assert lefts[-1] + layout.tile >= WIDTH
    assert layout.stage + layout.band + STRIPE == HEIGHT


def test_no_logo_is_larger_than_the_emblem_beside_it():
    assert LOGO_BY_EMBLEM <= EMBLEM * 96 / 25.4
    assert layout_of(pasted(lockup=TURKISH)).mark == LOGO_BY_EMBLEM
    assert layout_of(pasted()).mark > LOGO_BY_EMBLEM


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("Funded by\nthe European Union", False),
        ("Ֆինանսավորվում է\nԵվրոպական միության կողմից", True),  # too broad for what is left beside the words
    ],
)
def test_the_lockup_keeps_clear_of_the_words(text, below, tmp_path):
    lockup = Lockup(statement=Phrase(text=text), alternative="Flag")
    html = card_html(pasted(lockup=lockup), load_theme("base", None), {}, {"logo.png": tmp_path / "logo.png"})
    (direction, width) = re.findall(r'class="lockup" style="[^"]*flex-direction: (\w+);[^"]*width: ([\d.]+)mm"', html)[
        0
    ]
    assert (direction == "column") is below
    assert 30 + (float(width) + EMBLEM / 2) * 96 / 25.4 <= (WIDTH - MEASURE) / 2


def test_no_emblem_without_a_lockup(tmp_path):
    logo = {"logo.png": tmp_path / "logo.png"}
    theme = load_theme("base", None)
    assert "#003399" not in card_html(pasted(), theme, {}, logo)
    assert "#003399" in card_html(pasted(lockup=TURKISH), theme, {}, logo)


def test_the_same_card_twice_is_the_same_to_the_byte(tmp_path):
    paste = pasted(photo("a", "model"))
    assert made(paste, tmp_path, "first")[1] == made(paste, tmp_path, "second")[1]


def test_a_draft_says_so_on_the_card(tmp_path):
    html = card_html(replace(pasted(), watermark="TASLAK"), load_theme("base", None), {}, {"logo.png": tmp_path})
    assert '<p class="draft">TASLAK</p>' in html
