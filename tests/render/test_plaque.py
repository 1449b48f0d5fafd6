"""The plaque: text for the engraver, and a plate on which letters are high enough and the screws' corners clear."""

import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pypdfium2.raw
import pytest
from compose.editions import edition_of, project, project_record

from portfolio.compose.plaque import HOLES, compose_plaque, margin_of
from portfolio.errors import ProjectError
from portfolio.model.lockup import Artwork, Ink, Lockup
from portfolio.model.project import Label, LabelStatus
from portfolio.model.sheet import LineRole, PageGeometry
from portfolio.model.sheetorder import SheetKind, SheetOrder
from portfolio.model.text import Phrase
from portfolio.render.curves import write_curves
from portfolio.render.glyphs import read_faces
from portfolio.render.pdf import write_pdf
from portfolio.render.plaque import drawing_html, engraving_html, misfits, plaque_html, plaque_text
from portfolio.render.plaque_layout import engraved, lay_out_plaque
from portfolio.render.svg import write_svg
from portfolio.themes import load_theme

MM = 25.4 / 72
CAPITALS = 0.693  # the height of Ubuntu's capitals in em
THEME = load_theme("base", None)
TURKISH = Lockup(
    statement=Phrase(text="Avrupa Birliği tarafından\nfinanse edilmektedir"), alternative="Avrupa Birliği bayrağı"
)
LONG = (
    "Şehit Öğretmen Muhammed Abdülkerim Karamehmetoğlu ve Hacı Fatma Işıltı Eğitim Vakfı "
    "Masalköy Mesleki ve Teknik Lisesi XY"
)
NAMES = ("Efe", "Masalköy Işıltı İlkokulu", LONG)
SIZES = ((300, 200), (200, 300), (600, 400), (210, 297), (2000, 500))
APPLYING = Label(status=LabelStatus.APPLYING)


def plaque(name="Masalköy Işıltı İlkokulu", lockup=TURKISH, kind=SheetKind.PLAQUE, size=(300, 200), **changes):
    school = replace(project().school, name=name)
    edition = edition_of(project_record("p", "model"), language="tr", of=project(school=school, **changes))
    order = SheetOrder(kind=kind, geometry=PageGeometry(width=size[0], height=size[1]), partner="Skola Norr, Umeå")
    return compose_plaque(replace(edition, lockup=lockup), order)[0]


def layout(made):
    return lay_out_plaque(made, read_faces(THEME))


def too_much(made):
    with pytest.raises(ProjectError) as stop:
        layout(made)
    (problem,) = stop.value.problems
    return problem.code, dict(problem.values)


def ink(path):
    """The page in black and white: what is not white is ink; 4 px a mm."""
    return (
        pypdfium2.PdfDocument(path)[0].render(scale=4 * MM).to_pil().convert("L").point(lambda grey: grey < 250 and 255)
    )


def capital_heights(page):
    """How high the capitals of a page stand, in mm."""
    texts = page.get_textpage()
    letters = enumerate(texts.get_text_range())
    boxes = [texts.get_charbox(place) for place, letter in letters if letter in "EFHIKLMNTZ"]
    return [(top - bottom) * MM for _, bottom, _, top in boxes]


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


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_all_stands_within_the_margin_and_capitals_are_four_millimetres_high(name, size):
    for kind in (SheetKind.PLAQUE, SheetKind.PLAQUE_PROJECT, SheetKind.PLAQUE_ROOM, SheetKind.PLAQUE_THANKS):
        made = plaque(name, kind=kind, size=size)
        found, margin = layout(made), made.geometry.safe_margin
        assert [" ".join(line.texts) for line in found.lines] == [line.text for line in made.lines]
        assert all(line.size * MM * CAPITALS >= 4 for line in found.lines)
        last = found.lines[-1]
        assert found.lines[0].top >= margin
        assert last.top + len(last.texts) * last.size * MM * 1.2 <= found.lockup[1] - found.emblem / 2 + 1e-6
        assert found.lockup[1] + found.emblem <= made.geometry.height - max(margin, found.emblem / 2) + 1e-6
        assert found.emblem * 0.33 * CAPITALS >= 4  # the capitals of the statement


def test_what_is_kept_clear_is_fifteen_millimetres_and_less_on_small_plates():
    sizes = {200: 15, 150: 15, 120: 12, 70: 7, 50: 5, 400: 30}
    assert {side: margin_of(PageGeometry(width=side, height=side)) for side in sizes} == pytest.approx(sizes)


def test_a_name_that_fits_into_one_line_is_not_broken():
    assert layout(plaque()).lines[0].texts == ("Masalköy Işıltı İlkokulu",)


def test_a_broken_line_is_broken_evenly_and_is_not_all_that_is_seen():
    made = plaque(LONG)
    main = layout(made).lines[0]
    assert len(main.texts) > 2 and min(map(len, main.texts)) > 0.6 * max(map(len, main.texts))
    assert len(main.texts) * main.size * MM * 1.2 < made.geometry.height * 0.45


def test_a_name_that_is_too_long_is_told_by_how_much_and_that_is_true():
    made = plaque(LONG, lockup=None, size=(100, 70))
    code, values = too_much(made)
    assert code == "plaque.too-long" and values["text"] == LONG and values["letters"] == str(len(LONG))
    cut = int(values["cut"])
    assert layout(plaque(LONG[: len(LONG) - cut], lockup=None, size=(100, 70)))
    assert too_much(plaque(LONG[: len(LONG) - cut + 1], lockup=None, size=(100, 70)))
    assert layout(plaque(LONG, lockup=None, size=(int(values["wide"]), int(values["high"]))))


def test_a_plate_too_small_for_anything_is_told_how_large_it_must_be():
    code, values = too_much(plaque("Efe", size=(100, 70)))
    assert code == "plaque.too-small" and (values["width"], values["height"]) == ("100", "70")
    assert layout(plaque("Efe", size=(int(values["wide"]), int(values["high"]))))


@pytest.mark.parametrize("size", [(300, 200), (200, 300), (100, 70)])
@pytest.mark.parametrize("cut", [False, True])
def test_the_file_has_the_size_of_the_plate_vectors_alone_and_clear_edges(cut, size, tmp_path):
    made, target = plaque(lockup=TURKISH if min(size) > 70 else None, size=size), tmp_path / "plaque.pdf"
    write = write_curves if cut else write_pdf
    assert write(engraving_html(made, THEME) if cut else plaque_html(made, THEME), target, theme=THEME, files=()) == ()
    (page,) = pypdfium2.PdfDocument(target)
    assert [side * MM for side in page.get_size()] == pytest.approx(size, abs=0.01)
    assert all(thing.type != pypdfium2.raw.FPDF_PAGEOBJ_IMAGE for thing in page.get_objects())
    left, top, right, bottom = ink(target).getbbox()
    margin = made.geometry.safe_margin * 4 - 1
    assert left >= margin and top >= margin and right <= 4 * size[0] - margin and bottom <= 4 * size[1] - margin
    if not cut:
        text = " ".join(page.get_textpage().get_text_bounded().split())
        assert all(line.text in text for line in made.lines)
        heights = capital_heights(page)
        assert len(heights) > 3 and min(heights) >= 4


def test_what_stands_where_a_screw_sits_would_be_seen(tmp_path):
    made, target = plaque(), tmp_path / "plaque.pdf"
    html = plaque_html(made, THEME).replace("</body>", "<i style='left: 12mm; top: 12mm'>x</i></body>")
    write_pdf(html, target, theme=THEME, files=())
    left, top, _, _ = ink(target).getbbox()
    assert min(left, top) < HOLES * 4 - 1


@pytest.mark.parametrize("size", [(300, 200), (100, 70), (50, 3000)])
def test_no_rule_is_thinner_than_a_third_of_a_millimetre(size):
    made = plaque("Efe", lockup=None, kind=SheetKind.PLAQUE_ROOM, size=(max(size[0], 90), size[1]))
    for html in (plaque_html(made, THEME), engraving_html(made, THEME)):
        (height,) = re.findall(r'class="ornament" style="top: [\d.]+mm; height: ([\d.]+)mm"', html)
        assert float(height) >= 0.3
    assert layout(plaque()).emblem / 25 >= 0.3  # the outline of the emblem in one colour


def test_an_engraving_is_black_outlines_alone(tmp_path):
    made = plaque(lockup=replace(TURKISH, ink=Ink.CMYK, artwork=Artwork(name="official", shape=4.5)))
    html = engraving_html(made, THEME)
    assert write_svg(html, tmp_path / "plaque.svg", theme=THEME, files=(), title="Plaket") == ()
    svg = (tmp_path / "plaque.svg").read_text(encoding="utf-8")
    assert 'width="300mm" height="200mm" viewBox="0 0 300 200"' in svg
    assert set(re.findall(r"<(\w+)", svg)) == {"svg", "title", "path"}
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', svg)) == {"#000000"}
    assert write_curves(html, tmp_path / "plaque.pdf", theme=THEME, files=()) == ()
    with pikepdf.open(tmp_path / "plaque.pdf") as pdf:
        assert "/Font" not in pdf.pages[0].Resources
        colours = {
            tuple(map(float, each.operands))
            for each in pikepdf.parse_content_stream(pdf.pages[0])
            if str(each.operator) in ("rg", "k", "RG")
        }
    assert colours == {(0, 0, 0)}


def test_a_drawing_knows_no_inks_so_the_emblem_has_its_colours_in_light(tmp_path):
    html = drawing_html(plaque(lockup=replace(TURKISH, ink=Ink.CMYK)), THEME)
    assert write_svg(html, tmp_path / "plaque.svg", theme=THEME, files=(), title="Plaket") == ()
    svg = (tmp_path / "plaque.svg").read_text(encoding="utf-8")
    assert {"#003399", "#ffcc00"} <= set(re.findall(r'fill="([^"]*)"', svg))


@pytest.mark.parametrize("role", LineRole)
def test_every_kind_of_line_has_its_look(role):
    assert f".{role}" in THEME.find("plaque/plaque.css").read_text(encoding="utf-8") or role is LineRole.TEXT


@pytest.mark.parametrize(("name", "leftwards"), [("مدرسة النور", True), ("Işıltı", False)])
def test_each_line_is_written_in_its_own_direction(name, leftwards):
    assert [line.leftwards for line in layout(plaque(name, label=APPLYING)).lines] == [leftwards, False, False]


def test_on_a_plaque_from_the_right_a_line_that_begins_in_other_letters_is_written_from_there():
    text = "eTwinning في مدرستنا"
    order = SheetOrder(kind=SheetKind.PLAQUE, geometry=PageGeometry(width=300, height=200), text=text)
    for language, leftwards in (("ar", True), ("tr", False)):
        lines = layout(compose_plaque(edition_of(language=language, of=project()), order)[0]).lines
        assert [line.leftwards for line in lines if line.texts == (text,)] == [leftwards], language


@pytest.mark.parametrize("size", [(300, 60), (180, 60), (120, 90)])
@pytest.mark.parametrize("kind", [SheetKind.PLAQUE_ROOM, SheetKind.PLAQUE_THANKS])
def test_on_the_plate_that_is_proposed_the_engraving_fits_as_well(kind, size):
    (problem,) = misfits(plaque(kind=kind, size=size), THEME)
    values = dict(problem.values)
    larger = plaque(kind=kind, size=(int(values["wide"]), int(values["high"])))
    assert misfits(larger, THEME) == ()
    lay_out_plaque(engraved(larger), read_faces(THEME))
