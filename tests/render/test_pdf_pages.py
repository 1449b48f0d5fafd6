"""What was composed on pages comes to stand on them: the reckoned heights are those of the typesetter."""

from dataclasses import replace
from itertools import groupby

import pytest
from compose.editions import certificate, edition_of, photo, project
from compose.editions import said as stated
from pypdf import PdfReader

from portfolio.compose.above import band, pieces_of
from portfolio.compose.dossier import compose_dossier
from portfolio.compose.sheet import Sheet
from portfolio.compose.upload import compose_uploads
from portfolio.model.blocks import PhotoRow
from portfolio.model.stack import stack
from portfolio.model.text import local
from portfolio.render.glyphs import read_faces
from portfolio.render.html import dossier_html
from portfolio.render.pdf import write_pdf
from portfolio.themes import load_theme

THEME = load_theme("base", None)

SHAPES = ((1600, 1200), (1200, 1600), (1600, 900), (1200, 1200))
LIKE_A_CAMERA = ((1600, 1067),)
SENTENCE = "Öğrenciler bahçede gölge ölçüyor. "


def composed(words, shapes, saying, *more, plan=""):
    """A dossier whose pillar has photos of these shapes below a text of so many words, then other pieces and a plan."""
    faces = read_faces(THEME)
    pieces = [
        photo(
            f"p{place:02}",
            "model",
            width=shapes[place % len(shapes)][0],
            height=shapes[place % len(shapes)][1],
            caption=stated(local(SENTENCE * saying(place), "tr")) if saying(place) else None,
            place=stated("Masalköy"),
        )
        for place in range(26)
    ]
    text = "Bütün sınıflar köyün masallarını topladı, yazdı ve çizdi.\n\n" * (words // 8)
    school = project({"model": {"tr": text}, **({"model/plan": {"tr": plan}} if plan else {})})
    return replace(edition_of(*pieces, *more, of=school), sheet=Sheet(faces=faces))


def set_pages(dossier, folder):
    """The page (from 0) on which each place of a dossier comes to stand."""
    write_pdf(dossier_html(dossier, THEME, {}, {}), folder / "x.pdf", theme=THEME, files=())
    reader = PdfReader(folder / "x.pdf")
    return {name: reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}


def assert_rows_are_where_they_were_composed(rows, places):
    pages = [{places[each.anchor] for each in row.exhibits} for row in rows]
    assert all(len(page) == 1 for page in pages)
    for (above,), (page,), row in zip(pages, pages[1:], rows[1:], strict=False):
        assert page - above == row.new_page


@pytest.mark.parametrize(
    ("words", "shapes", "saying"),
    [
        (0, SHAPES, lambda place: 1 + place % 9),
        (40, SHAPES, lambda place: 1 + place % 9),
        (120, SHAPES, lambda place: 1 + place % 9),
        (230, SHAPES, lambda place: 1 + place % 9),
        (40, LIKE_A_CAMERA, lambda place: 3 + place % 4),
        (230, LIKE_A_CAMERA, lambda _: 12),
        (120, SHAPES, lambda _: 12),
        (700, SHAPES, lambda _: 0),
        (2600, SHAPES, lambda place: place % 3),
    ],
)
def test_photos_stand_on_the_pages_that_were_composed(tmp_path, words, shapes, saying):
    """Whatever stands above them: the reckoned heights of texts, captions and rows are those of the typesetter."""
    dossier, _ = compose_dossier(composed(words, shapes, saying))
    (blocks,) = (section.blocks for section in dossier.sections if section.pillar == "model")
    rows = [block for block in blocks if isinstance(block, PhotoRow)]
    assert sum(len(row.exhibits) for row in rows) == 26
    assert_rows_are_where_they_were_composed(rows, set_pages(dossier, tmp_path))


def pages_of_paper(count):
    return [certificate(f"c{place}", "model", page_shape=(1.414, 0.707)[place % 2]) for place in range(count)]


@pytest.mark.parametrize("count", [1, 2, 4, 5, 9, 16])
def test_plates_and_cards_fill_the_pages_that_were_reckoned(tmp_path, count):
    edition = edition_of(*pages_of_paper(count), of=project({"model": {"tr": "Kapımızı açıyoruz."}}))
    faces = read_faces(THEME)
    dossier, _ = compose_dossier(replace(edition, sheet=Sheet(faces=faces)))
    (section,) = (section for section in dossier.sections if section.pillar == "model")
    sheet = Sheet(faces=faces)
    opener = band(section.title, section.lead, section.figures, sheet)
    reckoned = stack([opener, *pieces_of(section.blocks, sheet)], sheet.depth)
    places = set_pages(dossier, tmp_path)
    last = max(places[each.anchor] for block in section.blocks for each in getattr(block, "exhibits", ()))
    assert last - places[section.anchor] + 1 == reckoned.page


@pytest.mark.parametrize("count", [3, 6, 9, 12, 15, 18])
def test_a_short_plan_never_stands_alone_on_a_page(tmp_path, count):
    plan = "- Bir\n- İki\n- Üç"
    school = project({"model": {"tr": "Kapımızı açıyoruz."}, "model/plan": {"tr": plan}})
    dossier, _ = compose_dossier(edition_of(*pages_of_paper(count), of=school))
    places = set_pages(dossier, tmp_path)
    (section,) = (section for section in dossier.sections if section.pillar == "model")
    shown = {places[each.anchor] for block in section.blocks for each in getattr(block, "exhibits", ())}
    assert places["plan-model"] in shown


@pytest.mark.parametrize("lines", range(20, 27))
def test_a_lower_band_is_set_where_it_saves_a_page_and_only_there(tmp_path, lines):
    text = "\n\n".join("Kapımızı açıyoruz. " * 3 for _ in range(lines))
    school = project({"model": {"tr": text}, "model/plan": {"tr": "- Bir\n- İki"}})
    faces = read_faces(THEME)
    edition = replace(edition_of(of=school), sheet=Sheet(faces=faces))
    dossier, _ = compose_dossier(edition)
    (section,) = (each for each in dossier.sections if each.pillar == "model")
    higher = replace(dossier, sections=tuple(replace(each, compact=False) for each in dossier.sections))
    pages = []
    for way in (dossier, higher):
        places = set_pages(way, tmp_path)
        pages.append(places["plan-model"] - places["pillar-model"])
    assert pages[1] - pages[0] == section.compact


def test_photos_of_an_upload_stand_on_the_pages_that_were_composed(tmp_path):
    edition = composed(120, SHAPES, lambda place: 1 + place % 9, *pages_of_paper(4))
    (upload,) = (each for each in compose_uploads(edition)[0].values())
    dossier = upload.bundle.dossier
    blocks = dossier.sections[0].blocks
    places = set_pages(dossier, tmp_path)
    for photos, group in groupby(blocks, key=lambda block: isinstance(block, PhotoRow)):
        if photos:
            assert_rows_are_where_they_were_composed([*group], places)
