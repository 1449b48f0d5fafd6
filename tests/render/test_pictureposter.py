"""Posters of projects and events as they are printed: one sheet, all of it to be read, nothing over anything else."""

from dataclasses import replace
from itertools import combinations

import pypdfium2
import pypdfium2.raw
import pytest
import zxingcpp
from compose.editions import photo, said
from compose.pictureposters import (
    LOCKUP,
    LONG_SCHOOL,
    LONG_TEXT,
    LONG_TITLE,
    MANY,
    NAMED,
    PROGRAMME,
    THEME,
    edition,
    event,
    order,
    record,
)
from PIL import Image
from render.samples import draw_derivatives

from portfolio.audit.pdf import inspect_pdf
from portfolio.compose.eventposter import compose_event_poster
from portfolio.compose.projectposter import compose_project_poster
from portfolio.model.blocks import Run
from portfolio.model.papersize import reading_of
from portfolio.model.pictureposter import TextRole
from portfolio.model.sheetorder import SheetKind
from portfolio.model.text import Phrase
from portfolio.render.pdf import write_pdf
from portfolio.render.pictureposter import picture_poster_html

MM = 25.4 / 72
DISCLAIMER = "Views and opinions expressed are those of the author(s) only and do not necessarily reflect others. " * 4
CROWDED = replace(LOCKUP, disclaimer=DISCLAIMER, second=Phrase(text="Funded by\nthe European Union", language="en"))
TAKEN = (photo(letter, "collaboration", width=4000, height=3000) for letter in "abc")
PHOTOS = tuple((replace(item, credit=said("Efe Yıldız")), targets) for item, targets in TAKEN)
IDS = tuple(item.id for item, _ in PHOTOS)


def fullest(kind, photos, **keys):
    """A poster on which everything is as long as it may be."""
    made = edition(record(partners=MANY * 2, title=LONG_TITLE), *PHOTOS, lockup=CROWDED, name=LONG_SCHOOL)
    said = {"title": LONG_TITLE, "photos": IDS[:photos], "address": f"https://okul.example/{'a' * 170}", **keys}
    if kind is SheetKind.PROJECT:
        poster, problems = compose_project_poster(made, order(kind, text=LONG_TEXT, **said))
    else:
        more = {"text": PROGRAMME, "time": "9" * 40, "place": LONG_TITLE[:80]}
        poster, problems = compose_event_poster(made, event(**more, **said))
    assert poster, problems
    return poster


def shortest(kind, photos, **keys):
    made = edition(record(), *PHOTOS, lockup=LOCKUP, name="Efe")
    if kind is SheetKind.PROJECT:
        return compose_project_poster(made, order(kind, title="Su", photos=IDS[:photos], **keys))[0]
    return compose_event_poster(made, event(title="Su", photos=IDS[:photos], **keys))[0]


def written(poster, folder, logos=None):
    target = folder / "poster.pdf"
    derivatives = draw_derivatives(poster, folder)
    files = [*(each.path for each in derivatives.values()), *(logos or {}).values()]
    html = picture_poster_html(poster, THEME, derivatives, logos or {})
    assert write_pdf(html, target, theme=THEME, files=files) == ()
    assert inspect_pdf(target, poster) == ()
    return target


def boxes(poster):
    """Everything that stands on the sheet for itself, but for the coloured field."""
    yield from (block.box for block in (*poster.blocks, *poster.foot) if not block.light)
    yield from (photo.box for photo in poster.photos)
    yield from (each.box for each in (poster.code, poster.emblem) if each)
    yield from (logo.box for logo in poster.logos)
    yield poster.stripe
    yield poster.field


def overlap(one, other):
    across = min(one.right, other.right) - max(one.left, other.left)
    return across > 0.05 and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.05


@pytest.mark.parametrize("fill", [fullest, shortest])
@pytest.mark.parametrize("kind", [SheetKind.PROJECT, SheetKind.EVENT])
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("size", [*NAMED, "300x300", "700x1000"])
def test_on_every_sheet_all_fits_at_no_less_than_can_be_read(size, landscape, kind, fill):
    for photos in (0, 1, 3):
        poster = fill(kind, photos, size=size, landscape=landscape)
        geometry = poster.geometry
        assert not any(overlap(*pair) for pair in combinations(boxes(poster), 2))
        for box in boxes(poster):
            if box not in (poster.stripe, poster.field):
                assert box.left >= geometry.safe_margin
                assert box.right <= geometry.width - geometry.safe_margin
                assert box.bottom <= poster.stripe.top < geometry.height - geometry.hidden
        least = reading_of(geometry.width, geometry.height)
        for text in poster.texts:
            small = text.role is TextRole.NOTE
            most = least.title if text.role is TextRole.TITLE else least.small if small else least.body
            assert text.size >= most - 0.01, text


@pytest.mark.parametrize("size", NAMED)
@pytest.mark.parametrize("landscape", [False, True])
def test_credits_of_many_stand_below_their_photos_and_over_nothing(size, landscape):
    taken = (photo(letter, "collaboration", width=4000, height=3000) for letter in "abcdef")
    named = [
        (replace(item, credit=said(f"{letter} {LONG_SCHOOL[:40]}")), to) for letter, (item, to) in enumerate(taken)
    ]
    made = edition(record(), *named, lockup=LOCKUP)
    poster, _ = compose_project_poster(
        made, order(SheetKind.PROJECT, size=size, landscape=landscape, photos=[item.id for item, _ in named])
    )
    (credit,) = [block.box for block in poster.blocks if "MUHAMMED" in block.texts[0].text.text]
    assert len(poster.photos) == 6
    assert credit.top >= max(photo.box.bottom for photo in poster.photos)
    assert not any(overlap(credit, box) for box in boxes(poster) if box is not credit)


@pytest.mark.parametrize("size", ["900x300", "100x100", "50x3000"])
def test_a_sheet_without_room_says_so(size):
    made = edition(record(), lockup=CROWDED, name=LONG_SCHOOL)
    poster, problems = compose_project_poster(
        made, order(SheetKind.PROJECT, size=size, title=LONG_TITLE, text=LONG_TEXT)
    )
    assert poster is None
    assert problems[-1].code == "poster.small"


def test_photos_without_room_are_left_out_and_that_is_said():
    made = edition(*PHOTOS, lockup=CROWDED, name=LONG_SCHOOL)
    words = {"title": LONG_TITLE, "text": PROGRAMME, "time": "9" * 40, "place": LONG_TITLE[:80]}
    words["address"] = f"https://okul.example/{'a' * 170}"
    poster, problems = compose_event_poster(made, event(size="A4", landscape=True, photos=IDS[:1], **words))
    assert poster.photos == ()
    assert not any("Efe" in text.text.text for text in poster.texts)  # whose photos are not there
    assert [problem.code for problem in problems] == ["poster.no-room-photos"]


@pytest.mark.parametrize("kind", [SheetKind.PROJECT, SheetKind.EVENT])
@pytest.mark.parametrize("size", ["A4", "A3", "roll-up"])
@pytest.mark.parametrize("photos", [0, 1])
def test_what_is_reckoned_is_what_is_set(kind, size, photos, tmp_path):
    poster = fullest(kind, photos, size=size, landscape=size == "A3")
    pdf = pypdfium2.PdfDocument(written(poster, tmp_path))
    assert len(pdf) == 1
    page, geometry = pdf[0], poster.geometry
    assert [side * MM for side in page.get_size()] == pytest.approx([geometry.width, geometry.height], abs=0.1)
    text = page.get_textpage()
    for block in (*poster.blocks, *poster.foot):
        box = block.box
        top, bottom = geometry.height - box.top, geometry.height - box.bottom
        around = ((box.left - 0.5) / MM, (bottom - 1) / MM, (box.right + 0.5) / MM, (top + 1) / MM)
        found = bare(text.get_text_bounded(*around))
        if not any(each.role is TextRole.NUMBER for each in block.texts):  # in a line that is less high than it
            assert found == bare("".join(each.text.text for each in block.texts))


def bare(text):
    return "".join(letter for letter in text if not letter.isspace() and letter not in "-\x02\ufffe")


SHORT = Run(text="example.org", link="https://example.org")  # of which a small code would do


@pytest.mark.parametrize("size", ["A4", "A1"])
def test_the_code_is_read_from_the_sheet_as_large_as_its_place_and_leads_there(tmp_path, size):
    full = fullest(SheetKind.PROJECT, 1, size=size)
    poster = replace(full, code=replace(full.code, site=(SHORT,)))
    page = pypdfium2.PdfDocument(written(poster, tmp_path))[0]
    (code,) = zxingcpp.read_barcodes(page.render(scale=2).to_pil())
    assert code.text == poster.code.address
    px = 2 * 72 / 25.4
    broad = (code.position.top_right.x - code.position.top_left.x) / px
    assert 0.7 * poster.code.box.width < broad < poster.code.box.width  # the rest is kept light round it


def test_photos_stand_whole_in_their_places(tmp_path):
    poster = fullest(SheetKind.EVENT, 3, size="A3")
    page = pypdfium2.PdfDocument(written(poster, tmp_path))[0]
    placed = sorted(
        tuple(edge * MM for edge in thing.get_bounds())
        for thing in page.get_objects()
        if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    )
    height = poster.geometry.height
    wanted = sorted((b.left, height - b.bottom, b.right, height - b.top) for b in (p.box for p in poster.photos))
    assert len(placed) == 3
    for found, box in zip(placed, wanted, strict=True):
        assert found == pytest.approx(box, abs=0.3)


@pytest.mark.parametrize("size", NAMED)
def test_the_emblem_is_prominent_and_no_logo_is_larger(size):
    made = edition(record(), logos=("a.png", "b.png", "c.png", "d.png", "e.png"), name=LONG_SCHOOL)
    poster, _ = compose_project_poster(made, order(SheetKind.PROJECT, size=size))
    longer = max(poster.geometry.width, poster.geometry.height)
    flag = poster.emblem.height
    assert flag >= max(10.0, 0.04 * longer)
    for logo in poster.logos:
        assert logo.box.height < flag and logo.box.width < 1.5 * flag
    clear = poster.emblem.box
    clear = replace(
        clear,
        left=clear.left - flag / 2,
        top=clear.top - flag / 2,
        width=clear.width + flag,
        height=clear.height + flag,
    )
    assert [box for box in boxes(poster) if overlap(box, clear)] == [poster.emblem.box]


def test_logos_stand_unaltered(tmp_path):
    Image.new("RGB", (500, 100), "#2a7a5a").save(tmp_path / "wide.png")
    made = edition(record(), logos=("wide.png",))
    poster, _ = compose_project_poster(made, order(SheetKind.PROJECT, size="A4"))
    page = pypdfium2.PdfDocument(written(poster, tmp_path, {"wide.png": tmp_path / "wide.png"}))[0]
    (logo,) = [each.get_bounds() for each in page.get_objects() if each.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    left, bottom, right, top = logo
    assert (right - left) / (top - bottom) == pytest.approx(5, abs=0.05)


def test_in_arabic_the_sheet_is_mirrored(tmp_path):
    made = edition(record(), *PHOTOS, language="ar")
    poster, _ = compose_project_poster(made, order(SheetKind.PROJECT, size="A4", photos=IDS[:1]))
    page = pypdfium2.PdfDocument(written(poster, tmp_path))[0]
    (image,) = [each.get_bounds() for each in page.get_objects() if each.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    box = poster.photos[0].box
    assert image[2] * MM == pytest.approx(poster.geometry.width - box.left, abs=0.3)


def test_what_runs_off_the_sheet_goes_on_in_its_bleed(tmp_path):
    poster, _ = compose_event_poster(edition(), event(size="A4"))
    poster = replace(poster, geometry=replace(poster.geometry, bleed=3.0))
    html = picture_poster_html(poster, THEME, {}, {})
    assert "bleed: 3.0mm" in html
    assert 'class="field" style="left: -3.00mm; top: -3.00mm; width: 216.00mm' in html
