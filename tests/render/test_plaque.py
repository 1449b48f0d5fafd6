"""The plaque: text for the engraver, and a plate on which letters are high enough and the screws' corners clear."""

from dataclasses import replace

import pypdfium2
import pypdfium2.raw
import pytest
from compose.editions import edition_of, project

from portfolio.compose.plaque import compose_plaque
from portfolio.model.lockup import Lockup
from portfolio.model.project import Label, LabelStatus
from portfolio.model.sheet import LineRole
from portfolio.model.text import Phrase
from portfolio.render.glyphs import read_faces
from portfolio.render.pdf import write_pdf
from portfolio.render.plaque import choose_lettering, plaque_html, plaque_text
from portfolio.themes import load_theme

MM = 25.4 / 72
CAPITALS = 0.693  # the height of Ubuntu's capitals in em
TURKISH = Lockup(
    statement=Phrase(text="Avrupa Birliği tarafından\nfinanse edilmektedir"), alternative="Avrupa Birliği bayrağı"
)
LONG = (
    "Şehit Öğretmen Muhammed Abdülkerim Karamehmetoğlu ve Hacı Fatma Işıltı Eğitim Vakfı "
    "Masalköy Mesleki ve Teknik Lisesi XY"
)
APPLYING = Label(status=LabelStatus.APPLYING)


def plaque(name="Masalköy Işıltı İlkokulu", lockup=TURKISH, **changes):
    school = replace(project().school, name=name)
    edition = edition_of(language="tr", of=project(school=school, **changes))
    return compose_plaque(replace(edition, lockup=lockup))[0]


def test_the_text_for_the_engraver():
    assert plaque_text(plaque()) == (
        "Masalköy Işıltı İlkokulu\n"
        "eTwinning Okul Etiketi\n"
        "2025-2026\n"
        "bütün okulun ortak emeğiyle\n"
        "Masalköy, Türkiye\n"
        "\n"
        "[Avrupa Birliği bayrağı]\n"
        "Avrupa Birliği tarafından\n"
        "finanse edilmektedir\n"
    )


def test_a_draft_says_so_before_anything_else():
    assert plaque_text(replace(plaque(lockup=None), watermark="TASLAK")).startswith("TASLAK\n\nMasalköy")


@pytest.mark.parametrize(
    ("name", "changes"), [("Efe", {}), ("Masalköy Işıltı İlkokulu", {"label": APPLYING}), (LONG, {})]
)
def test_capitals_are_at_least_four_millimetres_high(name, changes):
    made = plaque(name, **changes)
    lettering = choose_lettering(made, read_faces(load_theme("base", None)))
    for role in LineRole:
        assert lettering.size(role) * MM * CAPITALS >= 4
    assert lettering.size(LineRole.SCHOOL) >= 20


@pytest.mark.parametrize(("name", "lockup"), [("Efe", None), ("Masalköy Işıltı İlkokulu", TURKISH), (LONG, TURKISH)])
def test_one_plate_vectors_only_and_the_corners_clear(name, lockup, tmp_path):
    theme, made, target = load_theme("base", None), plaque(name, lockup), tmp_path / "plaque.pdf"
    assert write_pdf(plaque_html(made, theme), target, theme=theme, files=()) == ()
    pages = pypdfium2.PdfDocument(target)
    assert len(pages) == 1
    (page,) = pages
    assert [side * MM for side in page.get_size()] == pytest.approx([300, 200], abs=0.1)
    things = list(page.get_objects())
    assert things
    for thing in things:
        assert thing.type != pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
        left, bottom, right, top = (edge * MM for edge in thing.get_bounds())
        assert left >= 15 - 0.1 and right <= 285.1 and bottom >= 15 - 0.1 and top <= 185.1
    text = page.get_textpage().get_text_bounded().replace("\r\n", " ").replace("\n", " ")
    for line in made.lines:
        assert line.text in text
