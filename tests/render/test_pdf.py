"""The dossier as PDF, read back: fonts, links, order of text, bytes; what may be opened, and what is reported."""

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from render.samples import draw_derivatives, empty_dossier, sample_dossier

from portfolio.errors import MissingDependencyError
from portfolio.model.blocks import PillarEntry, PillarList
from portfolio.model.charts import PartnerMap, Timeline, read_out
from portfolio.model.composed import pictures_in
from portfolio.model.document import SectionRole, exhibits_in
from portfolio.model.evidence import Kind
from portfolio.model.problem import Severity
from portfolio.model.text import Phrase
from portfolio.render.html import dossier_html
from portfolio.render.pdf import write_pdf
from portfolio.themes import load_theme

THEME = load_theme("base", None)
ROOT = Path(__file__).resolve().parents[2]


def set_html(folder, body, files=(), head=""):
    """A page with the theme's fonts, and what was said about it."""
    html = (
        '<!DOCTYPE html><html lang="tr"><head><meta charset="utf-8"><title>T</title>'
        '<link rel="stylesheet" href="theme:css/fonts.css">'
        f"<style>{THEME.render('css/tokens.css.j2', theme=THEME)}</style>{head}</head><body>{body}</body></html>"
    )
    return write_pdf(html, folder / "x.pdf", theme=THEME, files=files)


def said(problems):
    return [(problem.code, problem.severity) for problem in problems]


def fonts_in(reader):
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            yield font.get_object()["/BaseFont"].partition("+")[2]


def bookmarks(reader):
    return {
        item.title: reader.get_destination_page_number(item) + 1
        for item in reader.outline
        if not isinstance(item, list)
    }


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """A dossier with a register over two pages, as a draft."""
    folder = tmp_path_factory.mktemp("full")
    dossier = sample_dossier("tr", pieces=40, watermark="TASLAK – dağıtılmaz")
    derivatives = draw_derivatives(dossier, folder)
    html = dossier_html(dossier, THEME, derivatives, {})
    files = [derivative.path for derivative in derivatives.values()]
    problems = write_pdf(html, folder / "dossier.tr.pdf", theme=THEME, files=files)
    return dossier, PdfReader(folder / "dossier.tr.pdf"), problems


def test_nothing_is_complained_of(full):
    _, _, problems = full
    assert problems == ()


def test_only_the_themes_fonts_are_embedded(full):
    _, reader, _ = full
    found = set(fonts_in(reader))
    assert "Ubuntu-Bold" in found
    assert {name for name in found if not name.startswith(("Ubuntu", "Noto"))} == set()


def test_title_author_subject_language_and_tags_are_set_and_no_time_is(full):
    dossier, reader, _ = full
    assert dict(reader.metadata) == {
        "/Producer": "WeasyPrint 70.0",
        "/Title": dossier.title,
        "/Author": dossier.author,
        "/Subject": dossier.subject,
    }
    assert reader.trailer["/Root"]["/Lang"] == "tr"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_no_conformance_is_claimed_unless_asked_for(full):
    _, reader, _ = full
    metadata = reader.trailer["/Root"].get("/Metadata")
    packet = metadata.get_object().get_data() if metadata else b""
    assert b"pdfaid" not in packet
    assert b"pdfuaid" not in packet
    assert "/OutputIntents" not in reader.trailer["/Root"]


def test_contents_and_bookmarks_name_the_page_on_which_a_section_begins(full):
    dossier, reader, _ = full
    pages = bookmarks(reader)
    contents = reader.pages[1].extract_text().partition("İçindekiler")[2]
    for section in dossier.sections:
        title = f"{section.number} {section.title}".strip()
        figures = "".join(rf"\s+{figure.number} {figure.label}" for figure in section.figures)
        assert re.search(rf"{title}{figures}\s+{pages[title]}\n", f"{contents}\n")
        assert section.title in reader.pages[pages[title] - 1].extract_text()


def test_every_page_of_a_draft_bears_its_word_before_anything_else(full):
    _, reader, _ = full
    for page in reader.pages:
        assert page.extract_text().lstrip().startswith("TASLAK")


def test_headings_of_a_table_stand_on_each_of_its_pages_and_no_row_is_cut(full):
    dossier, reader, _ = full
    pages = [page.extract_text() for page in reader.pages]
    register = [text for text in pages if "Kimlik" in text]
    assert len(register) == 2
    rows = dossier.sections[-2].blocks[0].rows
    assert len(rows) == 40
    for row in rows:
        number, title, *_, identity = ("".join(run.text for run in cell) for cell in row.cells)
        (page,) = (text for text in register if identity in text)
        for word in (number, *title.split()):
            assert word in page


def test_no_card_is_cut(full):
    dossier, reader, _ = full
    pages = [page.extract_text() for page in reader.pages]
    address = "school-education.ec.europa.eu"  # the last line of a project's card
    cards = sum(text.count(address) for text in pages)
    assert cards == sum(piece.kind is Kind.PROJECT for piece in exhibits_in(dossier)) > 4
    for text in pages:
        assert text.count("Ortaklar") == text.count(address)


def test_the_running_header_has_section_and_school_but_not_on_openers(full):
    dossier, reader, _ = full
    first = bookmarks(reader)["1 Ortak liderlik"]
    opener, following = (reader.pages[at].extract_text() for at in (first - 1, first))
    assert dossier.cover.school not in opener
    assert dossier.cover.school in following
    assert "Ortak liderlik" in following


def test_a_page_on_which_another_section_begins_has_the_header_of_the_one_that_it_continues(full):
    dossier, reader, _ = full
    last = reader.pages[-1].extract_text()
    register, colophon = (section.title for section in dossier.sections[-2:])
    assert colophon in last
    assert f"{register} {dossier.cover.school}" in last.splitlines()


def test_letters_that_the_first_family_lacks_come_from_the_second(tmp_path):
    assert set_html(tmp_path, "<p>Azərbaycan, Αθήνα, Жук</p><p>Malmö</p>") == ()
    assert set(fonts_in(PdfReader(tmp_path / "x.pdf"))) == {"Ubuntu", "Noto-Sans"}


def test_a_word_is_never_patched_with_single_letters_of_another_font(tmp_path):
    assert set_html(tmp_path, "<p>Azərbaycan</p>") == ()
    assert set(fonts_in(PdfReader(tmp_path / "x.pdf"))) == {"Noto-Sans"}


def test_scripts_have_fonts_of_their_own_and_are_read_in_the_order_in_which_they_are_written(tmp_path):
    names = ("თბილისის სკოლა", "Երևանի դպրոց", "مدرسة", "Київ")
    assert set_html(tmp_path, "".join(f"<p>{name}</p>" for name in names)) == ()
    reader = PdfReader(tmp_path / "x.pdf")
    assert set(fonts_in(reader)) == {"Ubuntu", "Noto-Sans-Georgian", "Noto-Sans-Armenian", "Noto-Sans-Arabic"}
    assert reader.pages[0].extract_text().split("\n") == list(names)


def test_a_sign_that_no_font_of_the_theme_has_is_left_out_and_named_with_its_text(tmp_path):
    problems = set_html(tmp_path, "<p>Yaşasın 🎉 bahar</p>")
    assert said(problems) == [("pdf.letters", Severity.WARNING)]
    assert dict(problems[0].values) == {"file": "x.pdf", "letters": "🎉", "fonts": "–", "texts": "“Yaşasın 🎉 bahar”"}
    assert PdfReader(tmp_path / "x.pdf").pages[0].extract_text() == "Yaşasın bahar"


def test_a_letter_that_no_font_at_all_has_is_no_box(tmp_path):
    problems = set_html(tmp_path, "<p>𒀀 okulu</p>")  # cuneiform
    assert said(problems) == [("pdf.letters", Severity.WARNING)]
    text = PdfReader(tmp_path / "x.pdf").pages[0].extract_text()
    assert text in ("? okulu", "𒀀 okulu")  # the second where a font of the system has it


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/x.png",
        "file:///etc/hostname",
        "theme:../../pyproject.toml",
        "given:0",
        "ftp://example.org/x",
    ],
)
def test_nothing_but_theme_files_and_given_files_is_opened(tmp_path, address):
    problems = set_html(tmp_path, f'<img src="{address}" alt="x">')
    assert said(problems) == [("pdf.failed", Severity.ERROR)]
    assert address in dict(problems[0].values)["message"]


def test_a_picture_that_cannot_be_read_fails_the_artefact_under_its_name(tmp_path):
    broken = tmp_path / "Bahçe & sergi.jpg"
    broken.write_bytes(b"no picture")
    problems = set_html(tmp_path, f'<img src="{broken.as_uri()}" alt="x">', [broken])
    assert said(problems) == [("pdf.failed", Severity.ERROR)]
    assert "'Bahçe & sergi.jpg'" in dict(problems[0].values)["message"]


def test_a_link_that_leads_nowhere_fails_the_artefact(tmp_path):
    assert said(set_html(tmp_path, '<a href="#nowhere">x</a>')) == [("pdf.failed", Severity.ERROR)]


def test_what_css_is_not_understood_is_a_warning_said_once(tmp_path):
    problems = set_html(tmp_path, "<p>x</p><p>y</p>", head="<style>p { colour: red } </style>")
    assert said(problems) == [("pdf.warning", Severity.WARNING)]


def test_without_pango_one_sentence_says_what_to_install_and_nothing_is_printed(tmp_path, monkeypatch, capsys):
    def no_library(ffi, name, flags=0):
        raise OSError(f"cannot load library '{name}'")

    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr("cffi.FFI.dlopen", no_library)
    with pytest.raises(MissingDependencyError) as missing:
        set_html(tmp_path, "<p>x</p>")
    assert [problem.code for problem in missing.value.problems] == ["system.no-pango"]
    assert capsys.readouterr().out == ""


SCRIPT = """
import sys
from pathlib import Path
from portfolio.render.html import dossier_html
from portfolio.render.pdf import write_pdf
from portfolio.themes import load_theme
from render.samples import draw_derivatives, sample_dossier
folder = Path(sys.argv[1])
dossier, theme = sample_dossier("tr", pieces=2), load_theme("base", None)
derivatives = draw_derivatives(dossier, folder)
html = dossier_html(dossier, theme, derivatives, {})
assert write_pdf(html, folder / "x.pdf", theme=theme, files=[d.path for d in derivatives.values()]) == ()
"""


def test_another_folder_time_zone_and_hash_seed_give_the_same_bytes(tmp_path):
    made = []
    for name, zone, seed in (("one", "Europe/Istanbul", "1"), ("iki klasör", "America/Lima", "2")):
        folder = tmp_path / name
        folder.mkdir()
        environment = {
            **os.environ,
            "TZ": zone,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}",
        }
        subprocess.run([sys.executable, "-c", SCRIPT, str(folder)], check=True, env=environment, cwd=folder)
        made.append((folder / "x.pdf").read_bytes())
    assert made[0] == made[1]
    assert len(PdfReader(io.BytesIO(made[0])).pages) > 10


def test_the_barest_dossier_is_set(tmp_path):
    html = dossier_html(replace(empty_dossier("sv"), sections=()), THEME, {}, {})
    assert write_pdf(html, tmp_path / "x.pdf", theme=THEME, files=()) == ()
    assert len(PdfReader(tmp_path / "x.pdf").pages) == 2


def test_pillars_that_the_theme_does_not_know_are_set_without_glyph(tmp_path):
    bare = empty_dossier("en")
    entry = PillarEntry(key="green", number=1, title=Phrase(text="Green"), body=Phrase(text="Trees."))
    section = replace(bare.sections[0], role=SectionRole.PILLAR, pillar="green", blocks=(PillarList(entries=(entry,)),))
    html = dossier_html(replace(bare, cover=replace(bare.cover, pillars=(entry,)), sections=(section,)), THEME, {}, {})
    assert write_pdf(html, tmp_path / "x.pdf", theme=THEME, files=()) == ()
    assert "Trees." in PdfReader(tmp_path / "x.pdf").pages[2].extract_text()


def test_what_only_adorns_is_no_figure(full):
    dossier, reader, _ = full
    figures = [
        element for element in elements(reader.trailer["/Root"]["/StructTreeRoot"]) if element.get("/S") == "/Figure"
    ]
    cover, *shown = (picture.alternative.text for picture in pictures_in(dossier))
    charts = [read_out(block) for block in dossier.sections[2].blocks if isinstance(block, Timeline | PartnerMap)]
    assert len(charts) == 2
    assert [figure["/Alt"] for figure in figures] == [cover, *charts, *shown]


def elements(node):
    """Every element of a structure tree, in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if isinstance(kid, dict):
            yield kid
            yield from elements(kid)


def test_pictures_are_not_to_be_smoothed(full):
    _, reader, _ = full
    images = {
        name: image.get_object()
        for page in reader.pages
        for name, image in page["/Resources"]["/XObject"].items()
        if image.get_object()["/Subtype"] == "/Image"
    }
    assert len(images) > 20
    assert not any(image["/Interpolate"].value for image in images.values())  # PDF/A forbids it
