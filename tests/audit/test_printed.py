"""A print PDF is held against its sheet: each fault was planted once."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array
from printing import THEME, ordered_poster, sheet_order

from portfolio.audit.printed import inspect_office, inspect_outlined, inspect_printed
from portfolio.build.printshop import for_press
from portfolio.model.sheet import PageGeometry, Purpose
from portfolio.render.inks import set_inks
from portfolio.render.office import leave_margin
from portfolio.render.pdf import write_pdf
from portfolio.render.press import put_on_press, rewritten
from portfolio.render.sheets import sheet_html

SHEET = for_press(ordered_poster(sheet_order(Purpose.PRINT)))


def press(folder: Path, sheet=SHEET, *, html: str = "", own_inks: bool = True) -> Path:
    path = folder / "poster.pdf"
    assert write_pdf(html or sheet_html(sheet, THEME, {}, {}), path, theme=THEME, files=()) == ()
    with rewritten(path, path) as pdf:
        put_on_press(pdf, sheet.geometry)
        if own_inks:
            set_inks(pdf, {})
    return path


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return press(tmp_path_factory.mktemp("sound"))


def codes(path, sheet=SHEET):
    found = inspect_printed(path, sheet)
    assert all(problem.where.file == path.name for problem in found)
    return [problem.code for problem in found]


def test_what_is_as_ordered_passes(sound):
    assert codes(sound) == []


@pytest.mark.parametrize("box", ["TrimBox", "BleedBox"])
def test_a_box_that_is_off_is_found(box, sound, tmp_path):
    with pikepdf.open(sound) as pdf:
        edges = [float(edge) for edge in pdf.pages[0].obj[f"/{box}"]]
        pdf.pages[0].obj[f"/{box}"] = Array([*edges[:3], edges[3] + 0.04])  # 0.014 mm
        pdf.save(tmp_path / "x.pdf")
    (problem,) = inspect_printed(tmp_path / "x.pdf", SHEET)
    assert (problem.code, dict(problem.values)) == ("print.box", {"box": box})


def test_a_second_page_is_found(sound, tmp_path):
    with pikepdf.open(sound) as pdf:
        pdf.pages.append(pdf.pages[0])
        pdf.save(tmp_path / "x.pdf")
    assert codes(tmp_path / "x.pdf") == ["print.pages"]


def test_an_emblem_in_the_colours_of_a_screen_is_found(tmp_path):
    screened = replace(SHEET, lockup=replace(SHEET.lockup, ink="rgb"))
    path = press(tmp_path, screened, own_inks=False)
    assert codes(path) == ["print.emblem"]


def test_colour_that_ends_where_the_sheet_is_cut_is_found(tmp_path):
    geometry = PageGeometry(width=100, height=60, bleed=3)
    sheet = replace(SHEET, lockup=None, geometry=geometry)

    def page(beyond: int) -> str:
        at = f"position: absolute; top: 10mm; height: 20mm; left: -{beyond}mm; right: 0; background: #7B2A86"
        size = "@page { size: 100mm 60mm; margin: 0; bleed: 3mm }"
        return f'<html lang="en"><title>x</title><style>{size}</style><p style="{at}"></p></html>'

    def framed(folder: Path, beyond: int) -> Path:
        folder.mkdir()
        return press(folder, sheet, html=page(beyond).replace("right: 0", f"right: -{beyond}mm"))

    assert codes(framed(tmp_path / "ends", 0), sheet) == ["print.bleed"]
    assert codes(framed(tmp_path / "goes-on", 3), sheet) == []


def test_what_cannot_be_read_is_no_print_file(tmp_path):
    (tmp_path / "x.pdf").write_text("<html>")
    assert codes(tmp_path / "x.pdf") == ["audit.unreadable"]


def test_a_font_among_outlines_is_found(sound):
    found = inspect_outlined(sound)
    assert {problem.code for problem in found} == {"print.font-left"}
    assert "Ubuntu" in dict(found[0].values)["font"]


class TestOffice:
    @pytest.fixture
    def screen(self, tmp_path):
        path = tmp_path / "screen.pdf"
        sheet = ordered_poster(sheet_order(Purpose.OFFICE))
        assert write_pdf(sheet_html(sheet, THEME, {}, {}), path, theme=THEME, files=()) == ()
        return path

    def test_a_margin_that_is_too_small_is_found(self, screen, tmp_path):
        for margin, wanted in ((6.0, []), (2.0, ["print.margin"])):
            with rewritten(screen, tmp_path / "office.pdf") as pdf:
                leave_margin(pdf, margin)
            assert [each.code for each in inspect_office(tmp_path / "office.pdf", screen, 6.0)] == wanted

    def test_an_empty_page_is_found(self, screen, tmp_path):
        with rewritten(screen, tmp_path / "office.pdf") as pdf:
            pdf.pages[0].obj.Contents = pdf.make_stream(b"")
        assert [each.code for each in inspect_office(tmp_path / "office.pdf", screen, 6.0)] == ["print.words"]
