"""The mission poster as it is printed: one sheet, everything on it, in order, nothing over anything else."""

import ctypes
from dataclasses import replace

import pypdfium2
import pypdfium2.raw
import pytest
from compose.editions import edition_of, project
from PIL import Image

from portfolio.compose.poster import compose_poster
from portfolio.framework import read_framework
from portfolio.model.clearance import Audience
from portfolio.model.lockup import Lockup
from portfolio.model.text import Phrase
from portfolio.render.pdf import write_pdf
from portfolio.render.poster import poster_html
from portfolio.themes import load_theme

MM = 25.4 / 72
LONG = (
    "ŞEHİT ÖĞRETMEN MUHAMMED ABDÜLKERİM KARAMEHMETOĞLU VE HACI FATMA IŞILTI EĞİTİM VAKFI "
    "MASALKÖY MESLEKİ VE TEKNİK LİSESİ XY"
)
ENGLISH = Lockup(statement=Phrase(text="Funded by\nthe European Union"), alternative="Flag of the European Union")
SWEDISH = Lockup(statement=Phrase(text="Finansieras av\nEuropeiska unionen"), alternative="Europeiska unionens flagga")
WITH_DISCLAIMER = replace(ENGLISH, disclaimer="Views and opinions expressed are those of the author(s) only. " * 5)


@pytest.fixture
def logos(tmp_path):
    """A square logo and one that is five times as wide as high."""
    shapes = {"square.png": (300, 300), "wide.png": (500, 100)}
    for name, size in shapes.items():
        Image.new("RGB", size, "#2a7a5a").save(tmp_path / name)
    return {name: tmp_path / name for name in shapes}


def poster_of(language, name, lockup, logos, audience=Audience.PRINT):
    school = replace(project().school, name=name, logos=logos)
    framework = read_framework("etwinning-school", None)
    edition = edition_of(language=language, of=project(school=school), framework=framework, audience=audience)
    return compose_poster(replace(edition, lockup=lockup))[0]


def pages_of(poster, logos, folder):
    theme = load_theme("base", None)
    target = folder / "poster.pdf"
    assert write_pdf(poster_html(poster, theme, logos), target, theme=theme, files=tuple(logos.values())) == ()
    return pypdfium2.PdfDocument(target)


def texts_in(poster):
    """The poster's texts from the top of the sheet to its foot (the mission's title stands beside its text)."""
    yield poster.school
    yield f"{poster.brand} {poster.years}"
    yield poster.place
    if poster.lockup:
        yield poster.lockup.statement.text
    yield poster.claim
    for paragraph in poster.mission:
        yield "".join(run.text for run in paragraph.runs)
    yield poster.mission_note
    for entry in poster.pillars:
        yield entry.title.text
        yield entry.body.text
    if poster.lockup:
        yield poster.lockup.disclaimer


def bare(text):
    """A text without blanks and hyphens, which a line's end may swallow."""
    return "".join(letter for letter in text if not letter.isspace() and letter not in "-\x02\ufffe")


def letters_on(page):
    """The letters of a page without blanks and hyphens, and the foot and top of each in mm from the sheet's foot."""
    text = page.get_textpage()
    letters, boxes = "", []
    for index in range(text.count_chars()):
        letter = bare(text.get_text_range(index, 1))
        if letter:
            left, bottom, right, top = text.get_charbox(index)
            letters += letter
            boxes += [(left * MM, bottom * MM, right * MM, top * MM)] * len(letter)
    return letters, boxes


@pytest.mark.parametrize(
    ("language", "name", "lockup", "shown"),
    [
        ("en", "Masalköy Işıltı İlkokulu", ENGLISH, ("square.png",)),
        ("en", LONG, WITH_DISCLAIMER, ("square.png", "wide.png")),
        ("tr", "Efe", None, ()),
        ("sv", "Ekbackens förskole- och grundskoleenhet", SWEDISH, ("wide.png", "square.png")),
    ],
)
def test_everything_is_on_one_sheet_in_order_and_nothing_overlaps(language, name, lockup, shown, logos, tmp_path):
    poster = poster_of(language, name, lockup, shown)
    pages = pages_of(poster, logos, tmp_path)
    assert len(pages) == 1
    width, height = (side * MM for side in pages[0].get_size())
    assert (width, height) == pytest.approx((297, 420), abs=0.1)
    letters, boxes = letters_on(pages[0])
    ceiling, at = height - 5, 0
    for text in filter(None, texts_in(poster)):
        at = letters.index(bare(text), at)
        found = boxes[at : at + len(bare(text))]
        assert max(top for _, _, _, top in found) < ceiling + 0.1, text
        assert min(left for left, _, _, _ in found) >= 5 and max(right for _, _, right, _ in found) <= width - 5
        ceiling = min(bottom for _, bottom, _, _ in found)
    assert ceiling >= 4.5
    assert bare(poster.mission_title) in letters


@pytest.mark.parametrize("name", ["Masalköy Işıltı İlkokulu", LONG])
def test_the_emblem_is_prominent_and_no_logo_is_higher(name, logos, tmp_path):
    (page,) = pages_of(poster_of("en", name, ENGLISH, ("square.png", "wide.png")), logos, tmp_path)
    flags, pictures = [], []
    for thing in page.get_objects():
        left, bottom, right, top = (edge * MM for edge in thing.get_bounds())
        if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append((left, bottom, right, top))
        elif thing.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH and filling(thing) == (0, 51, 153):
            flags.append((left, bottom, right, top))
    ((left, bottom, right, top),) = flags
    assert top - bottom >= 17 - 1e-3
    assert right - left == pytest.approx(1.5 * (top - bottom), abs=1e-3)
    assert len(pictures) == 2
    for _, foot, end, head in pictures:
        assert head - foot < top - bottom
        assert end <= left - (top - bottom) / 2  # clear of the emblem


def filling(thing):
    """The colour that fills a shape."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pypdfium2.raw.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha)
    return red.value, green.value, blue.value


def test_without_a_basis_there_is_no_emblem(logos):
    html = poster_html(poster_of("tr", "Efe", None, ()), load_theme("base", None), logos)
    assert "003399" not in html


def test_a_draft_says_so_on_the_sheet(logos):
    poster = poster_of("tr", "Efe", None, (), audience=Audience.PRIVATE)
    assert "TASLAK – dağıtılmaz" in poster_html(poster, load_theme("base", None), logos)


def test_what_the_school_writes_is_text_not_markup(logos):
    html = poster_html(poster_of("en", "Tom & <b>Jerry</b>", None, ()), load_theme("base", None), logos)
    assert ">Tom &amp; &lt;b&gt;Jerry&lt;/b&gt;</h1>" in html
