"""The dossier as a Word document, opened again as a zip of XML."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from compose.editions import document, edition_of, project, project_record, quotation
from PIL import Image
from pypdf import PdfReader
from render.samples import draw_derivatives, empty_dossier, sample_dossier, theme_with_reference

from portfolio.audit.docx import inspect_docx
from portfolio.compose.dossier import compose_dossier
from portfolio.model.blocks import Block, ExhibitList, FactTable, PhotoRow, Run, Table
from portfolio.model.charts import CoverageChart, PartnerMap, Timeline
from portfolio.model.document import Dossier, Section, SectionRole
from portfolio.model.lockup import Artwork, Lockup
from portfolio.model.text import Phrase
from portfolio.render import wordml
from portfolio.render.docx import write_docx
from portfolio.render.glyphs import read_faces
from portfolio.themes import load_theme

ROOT = Path(__file__).resolve().parents[2]
THEME = load_theme("base", None)
LOCKUP = Lockup(
    statement=Phrase(text="Funded by\nthe European Union"),
    alternative="Emblem of the European Union",
    disclaimer="Views.",
)


def write(dossier: Dossier, folder: Path, **logos: Path) -> zipfile.ZipFile:
    """The dossier as written; nothing was there to be said about it, and nothing is found in it."""
    target = folder / "dossier.docx"
    assert write_docx(dossier, THEME, draw_derivatives(dossier, folder), logos, target) == ()
    assert inspect_docx(target, dossier) == ()
    return zipfile.ZipFile(target)


def story_of(archive: zipfile.ZipFile) -> str:
    with archive:
        return archive.read("word/document.xml").decode()


def paragraphs(markup: str) -> list[str]:
    """The texts of the paragraphs, in order."""
    found = re.findall(r"<w:p>.*?</w:p>", markup)
    return ["".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", paragraph)) for paragraph in found]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, str, dict[str, str]]:
    """A dossier of every kind of block: its document.xml, and its other XML parts by name."""
    dossier = sample_dossier("tr", pieces=14, watermark="TASLAK & dağıtılmaz", lockup=LOCKUP)
    with write(dossier, tmp_path_factory.mktemp("full")) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    return dossier, parts["word/document.xml"], parts


def test_document_xml_is_what_it_was(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    markup = story_of(write(sample_dossier("sv", pieces=4, lockup=LOCKUP), tmp_path))
    golden("dossier.document.xml", re.sub(r"(</w:p>|</w:tbl>|</w:tr>|<w:tc>)", r"\1\n", markup))


def test_two_runs_in_other_folders_and_time_zones_give_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from render.samples import *; from portfolio.render.docx import write_docx; from portfolio.themes import *\n"
        "folder = Path(sys.argv[1]); dossier = sample_dossier('tr', 6)\n"
        "write_docx(dossier, load_theme('base', None), draw_derivatives(dossier, folder), {}, folder / 'a.docx')\n"
    )
    written = []
    for name, zone in (("one", "Europe/Istanbul"), ("öteki klasör", "America/Lima")):
        (tmp_path / name).mkdir()
        environment = {**os.environ, "TZ": zone, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / name)], check=True, env=environment)
        written.append((tmp_path / name / "a.docx").read_bytes())
    assert written[0] == written[1]


def test_official_artwork_stands_in_place_of_emblem_and_statement(tmp_path: Path) -> None:
    file = tmp_path / "EN.png"
    Image.new("RGB", (900, 200), "#003399").save(file)
    artwork = replace(LOCKUP, artwork=Artwork(name="EN.png", shape=4.5))
    story = story_of(write(sample_dossier("en", pieces=1, lockup=artwork), tmp_path, **{"EN.png": file}))
    assert LOCKUP.statement.text.splitlines()[0] not in re.sub(r"<[^>]+>", "", story)
    assert f'descr="{artwork.read_out}"' in story
    extents = [(int(x), int(y)) for x, y in re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', story)]
    assert any(abs(x / y - 4.5) < 0.01 and y >= 360000 for x, y in extents)  # a centimetre has 360 000 EMU


def test_what_word_cannot_show_is_named_and_drawn_instead(tmp_path: Path) -> None:
    file = tmp_path / "EN.svg"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 45 10"/>', encoding="utf-8")
    artwork = replace(LOCKUP, artwork=Artwork(name="EN.svg", shape=4.5))
    dossier, target = sample_dossier("en", pieces=1, lockup=artwork), tmp_path / "dossier.docx"
    (problem,) = write_docx(dossier, THEME, draw_derivatives(dossier, tmp_path), {"EN.svg": file}, target)
    assert problem.code == "docx.logo-unusable"
    assert LOCKUP.statement.text.splitlines()[0] in story_of(zipfile.ZipFile(target))


def test_two_languages_stand_side_by_side(tmp_path: Path) -> None:
    second = Phrase(text="Avrupa Birliği tarafından\nfinanse edilmektedir", language="tr")
    story = story_of(write(sample_dossier("en", pieces=1, lockup=replace(LOCKUP, second=second)), tmp_path))
    (row,) = [part for part in story.split("</w:tr>") if "Avrupa Birliği tarafından" in part]
    assert LOCKUP.statement.text.splitlines()[0] in row


def test_the_contents_name_every_section_with_its_page(full: tuple[Dossier, str, dict[str, str]]) -> None:
    dossier, story, _ = full
    fields = re.findall(r"PAGEREF (\S+) \\h.*?>(\d+)<", story)
    assert [name for name, _ in fields] == [re.sub(r"\W", "_", section.anchor) for section in dossier.sections]
    pages = [int(page) for _, page in fields]
    assert pages[0] == 3  # behind cover and contents
    assert pages == sorted(pages)
    assert story.count("TOC \\o") == 1
    assert story.count('"begin"') == story.count('"separate"') == story.count('"end"')


def test_nothing_asks_word_to_ask_its_reader(full: tuple[Dossier, str, dict[str, str]]) -> None:
    _, story, parts = full
    assert "updateFields" not in parts["word/settings.xml"]
    assert "w:dirty" not in story


def test_an_exhibit_and_its_register_row_lead_to_each_other(full: tuple[Dossier, str, dict[str, str]]) -> None:
    _, story, _ = full
    for name in ("exhibit_1_1", "register_1_1"):
        assert story.count(f'w:name="{name}"') == 1
        assert f'w:anchor="{name}"' in story


def test_every_picture_has_words_and_its_printed_size(full: tuple[Dossier, str, dict[str, str]]) -> None:
    dossier, story, _ = full
    exhibit = next(
        piece for section in dossier.sections for block in section.blocks for piece in getattr(block, "exhibits", ())
    )
    assert exhibit.picture is not None
    descriptions = re.findall(r'<wp:docPr [^>]*descr="([^"]+)"', story)
    assert len(descriptions) == story.count("<w:drawing>") > 10
    assert exhibit.picture.alternative.text in descriptions
    widths = [int(width) / 36000 for width in re.findall(r'<wp:extent cx="(\d+)"', story)]
    assert any(abs(width - exhibit.picture.width_mm) < 0.5 for width in widths)


def test_the_emblem_keeps_its_proportions_and_its_statement_beside_it(
    full: tuple[Dossier, str, dict[str, str]],
) -> None:
    _, story, _ = full
    size = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"/><wp:docPr [^>]*descr="Emblem of the European Union"', story)
    assert size is not None
    assert int(size[1]) * 2 == int(size[2]) * 3
    assert int(size[2]) >= 12 * 36000
    row = story[size.start() : story.index("</w:tr>", size.start())]
    assert "Funded by" in row
    assert "the European Union</w:t>" in row


def test_each_section_has_its_own_header_and_the_watermark_is_behind_all(
    full: tuple[Dossier, str, dict[str, str]],
) -> None:
    dossier, story, parts = full
    headers = [part for name, part in parts.items() if "<w:hdr" in part]
    alone = [section for section in dossier.sections if section.role is not SectionRole.COLOPHON]
    assert len(headers) == len(alone) + 2 == story.count("<w:sectPr>")
    assert all('string="TASLAK &amp; dağıtılmaz"' in header for header in headers)
    running = [paragraphs(header) for header in headers]
    for section in alone:
        assert [f"{section.short_title or section.title}{dossier.cover.school}"] in running


def test_foreign_words_say_their_language(full: tuple[Dossier, str, dict[str, str]]) -> None:
    _, story, parts = full
    assert re.search(r'<w:lang w:val="sv-SE"/></w:rPr><w:t [^>]*>Barnen mäter', story)
    assert 'w:lang w:val="tr-TR"' in parts["word/styles.xml"]


def test_the_properties_name_the_document_and_no_clock(full: tuple[Dossier, str, dict[str, str]]) -> None:
    dossier, _, parts = full
    core = parts["docProps/core.xml"]
    assert f"<dc:title>{dossier.title}</dc:title>" in core
    assert f"<dc:creator>{dossier.author}</dc:creator>" in core
    assert "<dc:language>tr</dc:language>" in core
    assert "created" not in core
    assert "modified" not in core


def test_every_numbered_list_begins_at_one(full: tuple[Dossier, str, dict[str, str]]) -> None:
    _, story, parts = full
    used = list(dict.fromkeys(re.findall(r'<w:numId w:val="(1\d{3})"/>', story)))
    assert len(used) == 6  # a plan for each pillar and the bucket
    for number in used:
        assert f'<w:num w:numId="{number}"' in re.sub(r' xmlns:\w+="[^"]*"', "", parts["word/numbering.xml"])
    assert parts["word/numbering.xml"].count("startOverride") == 6


@pytest.mark.parametrize(("label", "between"), [("Status", "<w:tab/>"), ("Nationell kvalitetsutmärkelse", "<w:br/>")])
def test_a_value_stands_in_its_column_however_long_its_label_is(label: str, between: str, tmp_path: Path) -> None:
    def told(block: Block) -> Block:
        if not isinstance(block, ExhibitList):
            return block
        first, *others = block.exhibits
        return replace(block, exhibits=(replace(first, details=((label, (Run(text="12 juni 2025"),)),)), *others))

    dossier = sample_dossier("sv", pieces=8)
    sections = tuple(replace(each, blocks=tuple(map(told, each.blocks))) for each in dossier.sections)
    story = story_of(write(replace(dossier, sections=sections), tmp_path))
    found = [each for each in re.findall(r"<w:p>.*?</w:p>", story) if f">{label}<" in each and "12 juni 2025" in each]
    assert found
    assert all(between in each for each in found)


def test_a_gap_is_named_to_the_school_alone(tmp_path: Path) -> None:
    full = sample_dossier("en", pieces=2)
    glance = next(section for section in full.sections if section.anchor == "glance")
    (chart,) = (block for block in glance.blocks if isinstance(block, CoverageChart))
    for gaps in (True, False):
        section = replace(glance, blocks=(replace(chart, gaps=gaps),))
        texts = paragraphs(story_of(write(replace(full, sections=(section,)), tmp_path)))
        assert ("0" in texts) is gaps
        assert (
            any(re.fullmatch(rf"\d+ {told.label}.*", text) for text in texts for told in chart.rows[0].tallies)
            is not gaps
        )


def test_a_chart_is_told_in_words(tmp_path: Path) -> None:
    full = sample_dossier("en", pieces=2)
    glance = next(section for section in full.sections if section.anchor == "glance")
    _, timeline, partners = glance.blocks
    assert isinstance(timeline, Timeline)
    assert isinstance(partners, PartnerMap)
    texts = paragraphs(story_of(write(replace(full, sections=(glance,)), tmp_path)))
    for block in (timeline, partners):
        assert {part for pair in block.told for part in pair} <= set(texts)
    assert timeline.note in texts


def test_the_first_day_and_a_cover_without_picture(tmp_path: Path) -> None:
    dossier = empty_dossier("en")
    texts = paragraphs(story_of(write(dossier, tmp_path)))
    assert texts[0] == dossier.cover.school
    assert [entry.title.text for entry in dossier.cover.pillars if entry.title.text in texts]


def test_a_logo_is_placed_as_it_is_and_one_that_word_cannot_show_is_named(tmp_path: Path) -> None:
    Image.new("RGB", (300, 100), "red").save(tmp_path / "logo.png")
    (tmp_path / "logo.svg").write_text("<svg/>")
    full = sample_dossier("en", pieces=0, cover_picture=False)
    dossier = replace(full, cover=replace(full.cover, logos=("logo.png", "logo.svg")))
    logos = {name: tmp_path / name for name in dossier.cover.logos}
    problems = write_docx(dossier, THEME, {}, logos, tmp_path / "a.docx")
    assert [(problem.code, problem.where and problem.where.file) for problem in problems] == [
        ("docx.logo-unusable", "logo.svg")
    ]
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert archive.read("word/media/portfolio1.png") == (tmp_path / "logo.png").read_bytes()


def test_a_picture_that_could_not_be_made_leaves_its_words(tmp_path: Path) -> None:
    dossier = sample_dossier("en", pieces=3)
    write_docx(dossier, THEME, {}, {}, tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        story = archive.read("word/document.xml").decode()
    assert "<w:drawing>" not in story
    assert dossier.cover.picture is not None
    assert dossier.cover.picture.alternative.text in paragraphs(story)


def test_a_reference_document_without_a_style_is_used_and_named(tmp_path: Path) -> None:
    theme = theme_with_reference(tmp_path, b'<w:name w:val="Lead"/>', b'<w:name w:val="Ingress"/>')
    problems = write_docx(sample_dossier("en", 1), theme, {}, {}, tmp_path / "a.docx")
    assert [(problem.code, problem.values) for problem in problems] == [("docx.style-lacking", (("style", "Lead"),))]


def test_the_shipped_reference_document_is_what_its_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "reference.docx"
    subprocess.run([sys.executable, ROOT / "script" / "make_reference.py", made], check=True, capture_output=True)
    with zipfile.ZipFile(made) as ours, zipfile.ZipFile(THEME.find("reference.docx")) as shipped:
        assert ours.namelist() == shipped.namelist()
        for name in ours.namelist():
            assert ours.read(name) == shipped.read(name), name


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
@pytest.mark.parametrize(("language", "pieces", "sharing"), [("tr", 25, 0), ("sv", 14, 1)])
def test_libreoffice_opens_it_and_finds_every_section_where_the_contents_say(
    tmp_path: Path, language: str, pieces: int, sharing: int
) -> None:
    dossier = sample_dossier(language, pieces=pieces)
    fields = re.findall(r"PAGEREF (\S+) \\h.*?>(\d+)<", story_of(write(dossier, tmp_path)))
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "dossier.docx"]
    subprocess.run(command, check=True, capture_output=True)
    reader = PdfReader(tmp_path / "dossier.pdf")
    pages = [page.extract_text().splitlines() for page in reader.pages]
    fonts = {font for page in reader.pages for font in page["/Resources"]["/Font"].values()}
    assert {font.get_object()["/BaseFont"].partition("+")[2].partition("-")[0] for font in fonts} == {"Ubuntu"}
    found = [_page(section, pages) for section in dossier.sections]
    assert [int(page) for _, page in fields] == found
    assert len(set(found)) == len(found) - sharing  # the colophon may stand below what comes last


def _page(section: Section, pages: list[list[str]]) -> int:
    """The page that a section begins, or where its title stands below another."""
    name = section.short_title or section.title
    headed = [number for number, lines in enumerate(pages, 1) if number > 1 and lines[0].startswith(name)]
    below = [number for number, lines in enumerate(pages, 1) if section.title in lines[1:]]
    return headed[0] if headed else below[-1]


def test_no_gap_stands_behind_a_table_that_ends_its_section(full: tuple[Dossier, str, dict[str, str]]) -> None:
    gap = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
    before = re.split(r"<w:p><w:pPr><w:pStyle [^>]*/><w:sectPr>", re.sub(r">\s+<", "><", full[1]))[:-1]
    assert len(before) == len(full[0].sections)  # the colophon shares the register's sheet
    assert any(text.endswith("</w:tbl>") for text in before)
    assert not [text for text in before[1:] if text.endswith(gap)]


def test_a_photo_may_have_its_caption_at_its_side(tmp_path: Path) -> None:
    full = sample_dossier("en", pieces=3)
    section, row = next((part, block) for part in full.sections for block in part.blocks if isinstance(block, PhotoRow))
    one = replace(row, exhibits=row.exhibits[:1], beside=True)
    dossier = replace(full, sections=(replace(section, blocks=(one,)),))
    write_docx(dossier, THEME, draw_derivatives(dossier, tmp_path), {}, tmp_path / "a.docx")
    story = story_of(zipfile.ZipFile(tmp_path / "a.docx"))
    words, picture = (story.rindex(mark) for mark in (f">{one.exhibits[0].words.text}<", "<w:drawing>"))
    assert words < picture
    assert story.count("<w:tr>", words, picture) == 0
    assert story.count("<w:tc>", words, picture) == 1


def test_a_short_section_stands_below_another_where_all_of_it_has_room(tmp_path: Path) -> None:
    full = sample_dossier("en", pieces=2)
    school = next(section for section in full.sections if section.anchor == "school")
    pillar = next(section for section in full.sections if section.pillar)
    short = replace(school, blocks=(FactTable(title="", rows=(("Town", (Run(text="Masalköy"),)),)),))
    almost, over = (replace(short, blocks=short.blocks * rows) for rows in (20, 40))
    for sections, pages in (
        ((short, replace(short, anchor="again")), ["3", "3"]),
        ((almost, replace(almost, anchor="again")), ["3", "4"]),
        ((over, replace(short, anchor="again")), ["3", "4"]),
        ((short, replace(pillar, blocks=()), replace(short, anchor="again")), ["3", "4", "5"]),
    ):
        dossier = replace(full, sections=sections)
        write_docx(dossier, THEME, {}, {}, tmp_path / "a.docx")
        story = story_of(zipfile.ZipFile(tmp_path / "a.docx"))
        assert re.findall(r"PAGEREF \S+ \\h.*?>(\d+)<", story) == pages


def test_voices_and_what_proves_a_criterion(tmp_path: Path) -> None:
    pieces = (
        quotation("a", "model", "Kapı hiç kapanmadı.", role="parent", question="Neyi sevdiniz?"),
        document("b", "model/open-days"),
        project_record("c", "model"),
    )
    school = project({"model/open-days": {"en": "Each May."}})
    story = story_of(write(compose_dossier(edition_of(*pieces, language="en", of=school))[0], tmp_path))
    told = paragraphs(story)
    assert told.index("2.3  A parent") < told.index("Neyi sevdiniz?") < told.index("“Kapı hiç kapanmadı.”")
    assert told.index("Where each point is shown") < told.index("Each May.")


def test_a_document_from_the_right_and_words_in_other_scripts(tmp_path: Path) -> None:
    dossier = empty_dossier("en")
    dossier = replace(dossier, language="ar", cover=replace(dossier.cover, school="مدرسة الأمل"))
    assert write_docx(dossier, THEME, {}, {}, tmp_path / "x.docx") == ()
    with zipfile.ZipFile(tmp_path / "x.docx") as archive:
        styles, story = (archive.read(f"word/{name}.xml").decode() for name in ("styles", "document"))
    assert "<w:pPrDefault><w:pPr><w:bidi/>" in styles
    assert 'w:cs="Noto Sans Arabic"/>' in story
    assert "<w:rtl/>" in story
    assert story.count("<w:bidi/></w:sectPr>") == story.count("</w:sectPr>") > 0
    assert story.count("<w:bidiVisual/>") == story.count("<w:tblPr>")


def test_a_table_lies_across_where_a_word_has_no_room_and_the_contents_know(tmp_path: Path) -> None:
    full = sample_dossier("en", pieces=2)
    register = next(section for section in full.sections if section.anchor == "register")
    (table,) = (block for block in register.blocks if isinstance(block, Table))
    first, *others = table.rows
    long = replace(first, cells=(*first.cells[:-1], (Run(text="Donaudampfschifffahrtsgesellschaftskapitänspatent"),)))
    address = replace(first, cells=(*first.cells[:-1], (Run(text="https://" + "x" * 60, link="https://example.org"),)))
    for row, lies in ((first, False), (long, True), (address, False)):
        section = replace(register, blocks=(replace(table, rows=(row, *others)),))
        dossier = replace(full, sections=(section, *full.sections[-1:]))
        target = tmp_path / "a.docx"
        assert write_docx(dossier, THEME, {}, {}, target) == ()
        with zipfile.ZipFile(target) as archive:
            story = archive.read("word/document.xml").decode()
        assert story.count('w:orient="landscape"') == lies
        assert re.findall(r"PAGEREF \S+ \\h.*?>(\d+)<", story) == ["3", "4" if lies else "3"]
        widths = [int(width) for width in re.findall(r'<w:tblW w:w="(\d+)"', story)]
        assert any(width > wordml.twips(200) for width in widths) is lies


def test_a_running_header_is_one_line_however_long_the_schools_name(tmp_path: Path) -> None:
    name = " ".join(["Masalköy Işıltı İlkokulu"] * 8)
    with write(sample_dossier("en", 1, school=name), tmp_path) as archive:
        headers = [archive.read(part).decode() for part in archive.namelist() if "frame" in part]
    running = [words for header in headers if "hdr" in header for words in paragraphs(header) if "Masalköy" in words]
    assert running
    face = read_faces(THEME).regular
    assert max(face.width(words) for words in running) * 8 * 25.4 / 72 < 166
    assert {words[-1] for words in running} == {"…"}
