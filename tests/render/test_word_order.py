"""What Word is strict about in a document: elements in the order of their schema (ISO/IEC 29500-1, Annex A)."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from render.samples import draw_derivatives, sample_dossier, theme_with_reference

from portfolio.model.lockup import Lockup
from portfolio.model.text import Phrase
from portfolio.render.charts import draw_charts
from portfolio.render.docx import write_docx
from portfolio.themes import load_theme

THEME = load_theme("base", None)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# The children of each element that we write, in the order of the schema; what is not here may not be there.
ORDER = {
    "body": "bookmarkStart bookmarkEnd p* tbl* sectPr",  # ranges may be marked between paragraphs (EG_BlockLevelElts)
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs bidi spacing ind jc outlineLvl sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u shd rtl lang",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblW tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tblBorders": "top left bottom right insideH insideV",
    "trPr": "cantSplit trHeight tblHeader",
    "tc": "tcPr p",
    "tcPr": "tcW gridSpan tcBorders shd tcMar vAlign",
    "tcMar": "top left bottom right",
    "tcBorders": "top left bottom right",
    "pBdr": "top left bottom right",
    "sectPr": "headerReference footerReference type pgSz pgMar",
    "num": "abstractNumId lvlOverride",
}  # fmt: skip
AGAIN = {"tr", "p", "tbl", "lvlOverride"}  # what may stand there several times
ANYHOW = {"body"}  # whose children follow each other in any order


def misplaced(root: Element) -> Iterator[str]:
    for element in root.iter():
        name = element.tag.removeprefix(W)
        if name not in ORDER:
            continue
        children = [child.tag.removeprefix(W) for child in element]
        order = [each.rstrip("*") for each in ORDER[name].split()]
        places = [order.index(child) if child in order else -1 for child in children]
        yield from (f"{child} in {name}" for child, place in zip(children, places, strict=True) if place < 0)
        if name not in ANYHOW and places != sorted(places):
            yield f"{name}: {' '.join(children)}"
        single = [child for child in children if child not in AGAIN]
        if len(single) != len(set(single)):
            yield f"twice in {name}: {' '.join(children)}"
        if name == "tc" and children[-1] != "p":
            yield "a cell that does not end with a paragraph"
        if name == "tr" and not children:
            yield "a row without cells"


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The parts of a document with every kind of block, drawings, a watermark and the emblem."""
    folder = tmp_path_factory.mktemp("order")
    lockup = Lockup(statement=Phrase(text="Funded by"), alternative="Emblem", disclaimer="Views.")
    dossier = sample_dossier("tr", 14, watermark="TASLAK", lockup=lockup)
    charts, _ = draw_charts(dossier, THEME, "a.docx")
    write_docx(dossier, THEME, draw_derivatives(dossier, folder), {}, folder / "a.docx", charts)
    with zipfile.ZipFile(folder / "a.docx") as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}


def test_elements_stand_in_the_order_of_the_schema(parts: dict[str, bytes]) -> None:
    for name, data in parts.items():
        if name.startswith("word/") and name.endswith(".xml") and "styles" not in name:
            assert list(misplaced(fromstring(data))) == [], name


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (rb"(<w:cantSplit/>)(<w:tblHeader/>)", rb"\2\1"),
        (rb"(<w:tcW [^>]*/>)(<w:gridSpan [^>]*/>)", rb"\2\1"),
        (rb"(<w:tblGrid>.*?</w:tblGrid>)", rb"\1\1"),
        (rb"</w:p></w:tc>", rb"</w:p><w:tbl/></w:tc>"),
    ],
)
def test_a_planted_fault_is_found(parts: dict[str, bytes], right: bytes, wrong: bytes) -> None:
    story, count = re.subn(right, wrong, parts["word/document.xml"], count=1)
    assert count == 1
    assert list(misplaced(fromstring(story)))


def test_every_part_has_its_type_and_every_relationship_its_part(parts: dict[str, bytes]) -> None:
    types = {each.get("PartName") for each in fromstring(parts["[Content_Types].xml"])} - {None}
    assert types >= {f"/{name}" for name in parts if name.startswith("word/") and name.endswith(".xml")}
    story = parts["word/document.xml"].decode()
    known = set(re.findall(r'Id="([^"]+)"', parts["word/_rels/document.xml.rels"].decode()))
    assert set(re.findall(r'r:(?:id|embed)="([^"]+)"', story)) <= known


def test_a_schools_own_reference_gives_its_look_and_the_text_stays(tmp_path: Path) -> None:
    """A reference document as Word saves one: another font and colour, and a theme of its own that has it."""
    theirs = theme_with_reference(tmp_path, b'<w:sz w:val="56"/>', b'<w:sz w:val="64"/>')
    dossier = sample_dossier("en", 3)
    stories = []
    for theme in (THEME, theirs):
        assert write_docx(dossier, theme, {}, {}, tmp_path / "a.docx") == ()
        with zipfile.ZipFile(tmp_path / "a.docx") as archive:
            stories.append((archive.read("word/document.xml"), archive.read("word/styles.xml")))
    assert b'<w:sz w:val="64"/>' in stories[1][1]
    assert b'<w:sz w:val="64"/>' not in stories[0][1]
    assert re.sub(rb"<[^>]*>", b"", stories[0][0]) == re.sub(rb"<[^>]*>", b"", stories[1][0])
