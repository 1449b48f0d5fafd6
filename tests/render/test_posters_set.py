"""Posters as they were set: nothing leaves its sheet or its place, and nothing lies over anything else."""

from dataclasses import replace
from itertools import product

import pypdfium2
import pytest
from render.posters import DISCLAIMER, LOCKUP, NAMES, SHAPES, faults_of, geometry_of, html_of, poster_of
from render.test_qr import decoded

from portfolio.model.project import Label, LabelStatus
from portfolio.model.sheetorder import SheetKind
from portfolio.render.pdf import write_pdf
from portfolio.render.poster import school_poster_html
from portfolio.themes import load_theme

KINDS = (SheetKind.MISSION, SheetKind.SCHOOL)
SHEETS = tuple(
    (size, landscape)
    for size, landscape in product(("A4", "A3", "A2", "A1", "A0", "500x700", "400x400", "roll-up"), (False, True))
    if not (size == "roll-up" and landscape)
)
WITH_DISCLAIMER = replace(LOCKUP, disclaimer=DISCLAIMER)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("size", "landscape", "language", "letters", "wealth"),
    [
        ("A4", False, "en", 120, {"logos": tuple(SHAPES), "lockup": WITH_DISCLAIMER, "line": "Class 5-B"}),
        ("A4", True, "hy", 120, {"logos": ("square.png",), "motto": "Who wonders learns."}),
        ("A3", False, "sv", 60, {"pictured": True}),
        ("A3", True, "ar", 90, {"logos": tuple(SHAPES), "pictured": True}),
        ("A1", False, "el", 3, {"lockup": None, "label": Label(status=LabelStatus.APPLYING)}),
        ("roll-up", False, "tr", 120, {"pictured": True, "lockup": WITH_DISCLAIMER}),
        ("400x400", False, "ka", 40, {"draft": True, "website": ""}),
        ("500x700", False, "uk", 120, {"line": "5-B"}),
    ],
)
def test_a_poster_as_it_was_set(kind, size, landscape, language, letters, wealth, tmp_path):
    geometry = geometry_of(size, landscape=landscape)
    poster = poster_of(kind, geometry=geometry, language=language, name=NAMES[language][:letters], **wealth)
    assert faults_of(poster, tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize(("size", "landscape"), SHEETS)
def test_every_name_on_every_sheet(kind, language, size, landscape, tmp_path):
    for letters, full in product((3, 15, 40, 75, 120), (False, True)):
        wealth = {"logos": tuple(SHAPES), "lockup": WITH_DISCLAIMER, "pictured": True} if full else {}
        name = NAMES[language][:letters].strip()
        poster = poster_of(
            kind, geometry=geometry_of(size, landscape=landscape), language=language, name=name, **wealth
        )
        assert faults_of(poster, tmp_path) == [], (letters, full)


def test_what_lies_over_something_else_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr("portfolio.model.lettering.SURE", 1.6)
    assert any(fault.startswith("over each other") for fault in faults_of(poster_of(), tmp_path))


def test_an_arabic_poster_is_mirrored_and_its_english_texts_are_not_turned_round(tmp_path):
    html, _ = html_of(poster_of(language="ar", name=NAMES["ar"][:30]), tmp_path)
    assert 'class="body" lang="en"' in html
    bands = html.split('class="number"')[1:]
    assert all(float(part.split("left: ")[1].split("mm")[0]) > 200 for part in bands)


@pytest.mark.parametrize("size", ["A4", "A1"])
def test_the_code_is_read_back_from_the_poster(size, tmp_path):
    theme = load_theme("base", None)
    html, files = html_of(poster_of(SheetKind.SCHOOL, geometry=geometry_of(size)), tmp_path)
    assert write_pdf(html, tmp_path / "poster.pdf", theme=theme, files=files) == ()
    page = pypdfium2.PdfDocument(tmp_path / "poster.pdf")[0]
    assert decoded(page.render(scale=2000 / page.get_height()).to_pil()) == ["https://isilti.example"]


def test_a_picture_that_runs_to_the_edge_goes_on_in_the_bleed(tmp_path):
    geometry = geometry_of("A3", bleed=3)
    html, _ = html_of(poster_of(SheetKind.SCHOOL, geometry=geometry, pictured=True), tmp_path)
    assert "bleed: 3mm" in html.replace("3.0mm", "3mm")
    (picture,) = [line for line in html.splitlines() if 'class="picture"' in line]
    left, width = (float(picture.split(f"{side}: ")[1].split("mm")[0]) for side in ("left", "width"))
    assert left + width == pytest.approx(300)


def test_a_picture_that_was_not_made_is_left_out(tmp_path):
    poster = poster_of(SheetKind.SCHOOL, pictured=True)
    assert poster.picture
    assert 'class="picture"' not in school_poster_html(poster, load_theme("base", None), {}, {})
