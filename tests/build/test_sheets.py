"""Every file of a sheet, opened again: what each printer gets is what it needs, and nothing says what it is not."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops
from printing import THEME, ordered_poster, press_profile, put_profile, sheet_order
from projects import TODAY, load, make_project, rewrite

from portfolio.audit.contents import steps_of
from portfolio.audit.guard import Guard
from portfolio.audit.inks import CMYK, RGB, SPOT, inks_in
from portfolio.audit.printed import EMBLEM, EMBLEM_ON_SCREEN
from portfolio.audit.resources import fonts_in, is_embedded
from portfolio.build.guard import Cleared, guard_of
from portfolio.build.make import render
from portfolio.build.plan import Choice
from portfolio.build.run import build
from portfolio.build.sheets import make_sheet
from portfolio.build.sheetsources import Sources
from portfolio.model.artefact import Format, Outcome
from portfolio.model.events import silent
from portfolio.model.lockup import Ink
from portfolio.model.sheet import Purpose, Sheet
from portfolio.namerule import NameRule

MM = 25.4 / 72
CLAIM = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"


def guard_for(logos: dict[str, Path]) -> Guard:
    """Knows the logos, and nobody's name."""
    names = NameRule()
    cleared = Cleared(
        names=names, country="TR", public=("okul@masalkoy.example",), items=frozenset(), looks=frozenset()
    )
    return guard_of(cleared, (), {}, logos)


def make(sheet: Sheet, folder: Path, *, logos: dict[str, Path] | None = None, profile: Path | None = None, theme=THEME):
    """The files of a sheet by what they are for, and the Problems."""
    logos = logos or {}
    folder.mkdir(exist_ok=True)
    screen = folder / "poster-mission.en.pdf"
    assert render(sheet, Format.PDF, theme, {}, logos, screen) == ()
    sources = Sources(theme=theme, derivatives={}, logos=logos, guard=guard_for(logos), profile=profile)
    files, problems = make_sheet(sheet, sources, screen)
    assert files[0] == screen
    return {file.name.removeprefix("poster-mission.en").split(".")[1]: file for file in files}, problems


def mm(box):
    return [round(float(edge) * MM, 3) for edge in box]


def text_of(file):
    return pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()


def picture_of(file, scale=0.5):
    return pypdfium2.PdfDocument(file)[0].render(scale=scale).to_pil().convert("L")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """All that is made of a poster for every printer, with marks and the profile of a press."""
    folder = tmp_path_factory.mktemp("sheet")
    purposes = (Purpose.OFFICE, Purpose.PRINT, Purpose.CURVES, Purpose.PREVIEW)
    sheet = replace(ordered_poster(sheet_order(*purposes, marks=True)), profile="press.icc")
    files, problems = make(sheet, folder / "made", profile=put_profile(folder))
    assert problems == ()
    return files


def test_there_is_a_file_for_each_printer_and_what_the_shop_is_told(made):
    assert list(made) == ["pdf", "office", "print", "curves", "shop", "preview"]


def test_only_the_screen_needs_no_further_file(tmp_path):
    files, problems = make(ordered_poster(sheet_order()), tmp_path)
    assert (list(files), problems) == (["pdf"], ())


class TestPrint:
    def test_the_boxes_are_exact_and_lie_in_each_other(self, made):
        for name in ("print", "curves"):
            with pikepdf.open(made[name]) as pdf:
                (page,) = pdf.pages
                assert mm(page.obj.TrimBox) == [0, 0, 297, 420]
                assert mm(page.obj.BleedBox) == [-3, -3, 300, 423]
                assert mm(page.mediabox) == [-13, -13, 310, 433]
                assert "/ArtBox" not in page.obj

    def test_without_marks_the_page_ends_with_the_bleed(self, tmp_path):
        files, problems = make(ordered_poster(sheet_order(Purpose.PRINT)), tmp_path)
        assert problems == ()
        with pikepdf.open(files["print"]) as pdf:
            assert mm(pdf.pages[0].mediabox) == mm(pdf.pages[0].obj.BleedBox) == [-3, -3, 300, 423]
        assert SPOT not in inks_in(files["print"])

    def test_the_marks_stand_at_the_trim_and_outside_the_bleed_in_all_inks(self, made):
        with pikepdf.open(made["print"]) as pdf:
            space = pdf.pages[0].obj.Resources.ColorSpace["/Registration"]
            steps = list(steps_of(pdf))
        assert [str(each) for each in space[:3]] == ["/Separation", "/All", "/DeviceCMYK"]
        first = max(at for at, step in enumerate(steps) if step.operator == "CS")
        drawn = [step for step in steps[first:] if step.operator in ("m", "l")]
        ends = [[float(value) * MM for value in step.operands] for step in drawn]
        assert len(ends) == 16
        for x, y in ends:
            assert min(abs(x), abs(x - 297), abs(y), abs(y - 420)) < 0.01  # in line with the trim
            outside = max(-x, x - 297, -y, y - 420)
            assert 3.9 < outside < 12

    def test_colour_at_the_edge_goes_on_to_the_bleed_and_no_further(self, made):
        image = picture_of(made["print"], scale=72 / 25.4 / 4)  # 2 px for a mm, about
        scale = image.width / (297 + 26)
        at = lambda x, y: image.getpixel((round((x + 13) * scale), round((420 - y + 13) * scale)))  # noqa: E731
        assert at(-2, 50) < 200
        assert at(299, 50) < 200
        assert at(150, -2) < 200
        assert at(-6, 50) > 250
        assert at(150, -6) > 250

    def test_the_emblem_is_in_its_own_inks_and_text_in_black(self, made):
        for name in ("print", "curves"):
            inks = inks_in(made[name])
            assert inks[CMYK] >= EMBLEM | {(0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0, 0.0)}
            assert not inks[RGB] & (EMBLEM_ON_SCREEN | {(1.0, 1.0, 1.0), (0.0, 0.0, 0.0), (0.1098, 0.1294, 0.149)})
        assert inks_in(made["pdf"])[RGB] >= EMBLEM_ON_SCREEN

    def test_a_theme_with_inks_for_all_colours_leaves_no_rgb(self, tmp_path):
        pillars = [colour for pair in THEME.colours.values() for colour in (pair.ink, pair.tint)]
        theme = replace(THEME, cmyk={**THEME.cmyk, **dict.fromkeys(pillars, (0.9, 0.5, 0.1, 0.2))})
        files, problems = make(ordered_poster(sheet_order(Purpose.PRINT)), tmp_path, theme=theme)
        assert problems == ()
        inks = inks_in(files["print"])
        assert set(inks) == {CMYK}
        assert (0.9, 0.5, 0.1, 0.2) in inks[CMYK]
        assert "four inks (CMYK) only" in text_of(files["shop"])

    @pytest.mark.parametrize(("ink", "wanted"), [(Ink.BLACK, (0.0, 0.0, 0.0, 1.0)), (Ink.BLUE, (1.0, 0.8, 0.0, 0.0))])
    def test_one_colour_is_one_ink(self, ink, wanted, tmp_path):
        files, problems = make(ordered_poster(sheet_order(Purpose.PRINT), ink=ink), tmp_path)
        assert problems == ()
        inks = inks_in(files["print"])
        assert wanted in inks[CMYK]
        assert (0.0, 0.0, 1.0, 0.0) not in inks[CMYK]
        assert not inks[RGB] & EMBLEM_ON_SCREEN

    def test_fonts_are_in_the_file_or_letters_are_outlines(self, made):
        with pikepdf.open(made["print"]) as pdf:
            assert all(map(is_embedded, fonts_in(pdf)))
            assert list(fonts_in(pdf))
        with pikepdf.open(made["curves"]) as pdf:
            assert list(fonts_in(pdf)) == []

    def test_the_curves_look_like_the_print(self, made):
        difference = ImageChops.difference(*(picture_of(made[name], scale=2).reduce(4) for name in ("print", "curves")))
        assert sum(difference.histogram()[64:]) < 0.002 * difference.width * difference.height

    def test_a_sheet_for_curves_alone_leaves_no_other_file(self, tmp_path):
        files, problems = make(ordered_poster(sheet_order(Purpose.CURVES)), tmp_path)
        assert problems == ()
        assert list(files) == ["pdf", "curves", "shop"]
        assert not (tmp_path / "poster-mission.en.print.pdf").exists()
        assert "as outlines, no fonts" in text_of(files["shop"])

    def test_letters_without_outlines_are_said_and_the_print_stands_in(self, tmp_path, monkeypatch):
        def refuse(source, target):
            raise ValueError

        monkeypatch.setattr("portfolio.build.printshop.curved", refuse)
        files, (problem,) = make(ordered_poster(sheet_order(Purpose.CURVES)), tmp_path)
        assert (problem.code, problem.severity) == ("print.no-outlines", "warning")
        assert list(files) == ["pdf", "print", "shop"]

    def test_the_same_sheet_gives_the_same_bytes(self, made, tmp_path):
        sheet = ordered_poster(sheet_order(Purpose.OFFICE, Purpose.PRINT, Purpose.CURVES, Purpose.PREVIEW, marks=True))
        again, _ = make(replace(sheet, profile="press.icc"), tmp_path / "again", profile=put_profile(tmp_path))
        assert {name: file.read_bytes() for name, file in again.items()} == {
            name: file.read_bytes() for name, file in made.items()
        }


class TestPdfX:
    def test_it_is_claimed_with_the_profile_that_the_school_gave(self, made):
        for name in ("print", "curves"):
            with pikepdf.open(made[name]) as pdf:
                assert pdf.open_metadata()[CLAIM] == "PDF/X-4"
                (intent,) = pdf.Root.OutputIntents
                assert intent.DestOutputProfile.read_bytes() == press_profile()
                assert pdf.pdf_version == "1.6"
        assert "it is PDF/X-4" in text_of(made["shop"]).replace("\r\n", " ")
        assert "Masal Press, coated" in text_of(made["shop"]).replace("\r\n", " ")

    def test_pictures_in_rgb_and_transparent_ones_are_defined(self, tmp_path):
        logo = Image.new("RGBA", (900, 900), "#2a7a5a80")
        logo.save(tmp_path / "logo.png")
        sheet = replace(ordered_poster(sheet_order(Purpose.PRINT), logos=("logo.png",)), profile="press.icc")
        logos = {"logo.png": tmp_path / "logo.png"}
        files, problems = make(sheet, tmp_path / "out", logos=logos, profile=put_profile(tmp_path))
        assert problems == ()
        with pikepdf.open(files["print"]) as pdf:
            assert pdf.open_metadata()[CLAIM] == "PDF/X-4"

    def test_without_a_profile_nothing_is_claimed_and_the_shop_is_told(self, tmp_path):
        files, problems = make(ordered_poster(sheet_order(Purpose.PRINT)), tmp_path)
        assert problems == ()
        with pikepdf.open(files["print"]) as pdf:
            assert "/OutputIntents" not in pdf.Root
            assert CLAIM not in pdf.open_metadata()
        assert "no PDF/X claim" in text_of(files["shop"])

    @pytest.mark.parametrize(
        ("data", "code"), [(b"<html>" + bytes(500), "profile.web-page"), (None, "profile.outside")]
    )
    def test_what_is_no_profile_is_said_and_claims_nothing(self, data, code, tmp_path):
        sheet = replace(ordered_poster(sheet_order(Purpose.PRINT)), profile="press.icc")
        files, (problem,) = make(sheet, tmp_path / "out", profile=put_profile(tmp_path, data) if data else None)
        assert (problem.code, problem.severity, problem.where.file) == (code, "warning", "press.icc")
        with pikepdf.open(files["print"]) as pdf:
            assert "/OutputIntents" not in pdf.Root
        assert "no PDF/X claim" in text_of(files["shop"])

    def test_what_fails_a_rule_claims_nothing_any_more(self, tmp_path):
        sheet = replace(ordered_poster(sheet_order(Purpose.PRINT)), profile="press.icc")
        sheet = replace(sheet, shop=replace(sheet.shop, dated=""))
        files, problems = make(sheet, tmp_path / "out", profile=put_profile(tmp_path))
        assert [problem.code for problem in problems] == ["pdfx.date", "pdfx.withdrawn"]
        with pikepdf.open(files["print"]) as pdf:
            assert "/OutputIntents" not in pdf.Root
            assert CLAIM not in pdf.open_metadata()
        assert "makes no PDF/X claim" in text_of(files["shop"]).replace("\r\n", " ")


class TestOffice:
    def test_all_of_it_stands_in_a_white_margin_on_the_same_paper(self, made):
        with pikepdf.open(made["office"]) as pdf:
            assert mm(pdf.pages[0].mediabox) == [0, 0, 297, 420]
        image = picture_of(made["office"], scale=1)
        found = ImageChops.invert(image).point(lambda value: 255 if value > 8 else 0).getbbox()
        left, top, right, bottom = (edge * MM for edge in found)
        assert min(left, 297 - right, top, 420 - bottom) > 5.6
        assert left == pytest.approx(6, abs=0.5)
        assert text_of(made["office"]) == text_of(made["pdf"])


def test_tiles_are_made_of_the_file_for_the_screen(tmp_path):
    files, problems = make(ordered_poster(sheet_order(Purpose.TILES)), tmp_path)
    assert (list(files), problems) == (["pdf", "tiles"], ())
    with pikepdf.open(files["tiles"]) as pdf:
        assert len(pdf.pages) > 2
        assert {tuple(mm(page.mediabox)) for page in pdf.pages} <= {
            (0, 0, 209.999, 297),
            (0, 0, 210, 297),
            (0, 0, 297, 210),
        }


def test_the_preview_is_a_picture_of_it_without_metadata(made):
    with Image.open(made["preview"]) as image:
        assert image.height == 1600
        assert image.width / image.height == pytest.approx(297 / 420, abs=0.001)
        assert image.info == {}


@pytest.mark.parametrize("language", ["en", "tr", "sv"])
@pytest.mark.parametrize("name", ["Aro", "Masalköy Şehit Öğretmen Işıltı Mesleki ve Teknik Anadolu Lisesi " * 2])
def test_the_shop_is_told_on_one_page(language, name, tmp_path):
    sheet = ordered_poster(
        sheet_order(Purpose.PRINT, Purpose.CURVES, marks=True), language=language, name=name.strip()[:120]
    )
    files, _ = make(replace(sheet, language="en"), tmp_path) if language == "en" else make(sheet, tmp_path)
    assert len(pypdfium2.PdfDocument(files["shop"])) == 1
    text = text_of(files["shop"])
    for told in ("297 × 420 mm", "100/80/0/0", "0/0/100/0", "okul@masalkoy.example", name[:3]):
        assert told in text
    for file in (files["print"], files["curves"]):
        assert hashlib.sha256(file.read_bytes()).hexdigest()[:8] in text
        assert file.name in text


def test_a_picture_that_is_too_coarse_is_named_with_the_width_that_it_is_good_for(tmp_path):
    Image.new("RGB", (57, 40), "#2a7a5a").save(tmp_path / "logo.png")
    logos = {"logo.png": tmp_path / "logo.png"}
    sheet = ordered_poster(sheet_order(Purpose.PRINT), logos=("logo.png",))
    files, (problem,) = make(sheet, tmp_path / "out", logos=logos)
    values = dict(problem.values)
    assert (problem.code, problem.severity, values["name"]) == ("print.coarse", "warning", "logo.png")
    assert 20 < int(values["dpi"]) < 150
    assert f"{values['dpi']} dpi" in text_of(files["shop"])


def test_portfolio_yaml_orders_what_is_made_and_it_is_fresh_afterwards(tmp_path):
    root = make_project(tmp_path / "okul")
    with (root / "portfolio.yaml").open("a", encoding="utf-8") as file:
        file.write("sheets: {poster-mission: {for: [office, print, preview], marks: true, profile: baskı/press.icc}}\n")
    (root / "baskı").mkdir()
    put_profile(root / "baskı")

    def run():
        choice = Choice(names=("poster-mission",), languages=("tr",))
        found = build(load(root), draft=False, today=TODAY, report=silent, choice=choice)
        (artefact,) = found.artefacts
        return artefact

    first = run()
    assert first.problems == ()
    purposes = ["office.pdf", "print.pdf", "shop.pdf", "preview.png"]
    assert first.parts == tuple(f"print/poster-mission.tr.{purpose}" for purpose in purposes)
    assert all((root / "output" / part).is_file() for part in first.parts)
    assert "Matbaa için" in text_of(root / "output" / "print" / "poster-mission.tr.shop.pdf")
    assert run().outcome is Outcome.FRESH
    put_profile(root / "baskı", press_profile(name="Another press"))
    changed = run()
    assert [why.code for why in changed.reasons] == ["stale.profile"]
    rewrite(root / "portfolio.yaml", "[office, print, preview]", "[preview]")
    assert run().parts == ("print/poster-mission.tr.preview.png",)
    left = sorted(file.name for file in (root / "output" / "print").glob("poster-mission.tr.*"))
    assert left == ["poster-mission.tr.pdf", "poster-mission.tr.preview.png"]
