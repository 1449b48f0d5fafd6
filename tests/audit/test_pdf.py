"""Each rule seen failing by a fault planted into a document that is right."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, TextStringObject
from render.samples import draw_derivatives, sample_dossier

from portfolio.audit.pdf import inspect_pdf
from portfolio.model.blocks import ExhibitList, PhotoRow, Run, Table
from portfolio.model.document import Dossier, exhibits_in
from portfolio.model.sheet import PageGeometry, Plaque
from portfolio.model.text import Phrase
from portfolio.render.html import dossier_html
from portfolio.render.pdf import write_pdf
from portfolio.themes import load_theme

DOSSIER = sample_dossier("en", pieces=6)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pdf")
    theme = load_theme("base", None)
    derivatives = draw_derivatives(DOSSIER, folder)
    files = [derivative.path for derivative in derivatives.values()]
    html = dossier_html(DOSSIER, theme, derivatives, {})
    assert write_pdf(html, folder / "dossier.pdf", theme=theme, files=files) == ()
    return folder / "dossier.pdf"


Damage = Callable[[PdfWriter], None]


@pytest.fixture
def damaged(written: Path, tmp_path: Path) -> Callable[[Damage], Path]:
    def damage(change: Damage) -> Path:
        writer = PdfWriter(clone_from=written)
        change(writer)
        writer.write(tmp_path / "dossier.pdf")
        return tmp_path / "dossier.pdf"

    return damage


def codes(path: Path, dossier: Dossier = DOSSIER) -> set[str]:
    problems = inspect_pdf(path, dossier)
    assert all(problem.where and problem.where.file == path.name for problem in problems)
    return {problem.code for problem in problems}


def links(writer: PdfWriter) -> Iterator[Any]:
    for page in writer.pages:
        yield from (annotation.get_object() for annotation in page.get("/Annots", ()))


def inner_link(writer: PdfWriter) -> Any:
    return next(link for link in links(writer) if "/Dest" in link)


def action_of(writer: PdfWriter) -> Any:
    return next(link["/A"] for link in links(writer) if "/A" in link and link["/A"].get("/S") == "/URI")


def resources(writer: PdfWriter, kind: str) -> Iterator[Any]:
    for page in writer.pages:
        yield from (thing.get_object() for thing in page["/Resources"].get(kind, {}).values())


def other_title(writer: PdfWriter) -> None:
    writer.add_metadata({"/Title": "Another"})


def other_language(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/Lang")] = TextStringObject("tr")


def no_outline(writer: PdfWriter) -> None:
    del writer.root_object["/Outlines"]


def link_to_nowhere(writer: PdfWriter) -> None:
    inner_link(writer)[NameObject("/Dest")] = TextStringObject("nowhere")


def link_to_a_page_that_is_gone(writer: PdfWriter) -> None:
    inner_link(writer)[NameObject("/Dest")] = ArrayObject([NullObject(), NameObject("/Fit")])


def link_to_a_file(writer: PdfWriter) -> None:
    action_of(writer)[NameObject("/URI")] = TextStringObject("file:///etc/passwd")


def program_behind_a_link(writer: PdfWriter) -> None:
    action_of(writer)[NameObject("/S")] = NameObject("/Launch")


def script_in_the_document(writer: PdfWriter) -> None:
    writer.root_object["/Names"][NameObject("/JavaScript")] = DictionaryObject()


def script_at_opening(writer: PdfWriter) -> None:
    script = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")})
    writer.root_object[NameObject("/OpenAction")] = script


def font_left_out(writer: PdfWriter) -> None:
    descriptor = next(resources(writer, "/Font"))["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    for key in [key for key in descriptor if key.startswith("/FontFile")]:
        del descriptor[key]


def camera_data(writer: PdfWriter) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera maker"
    data = io.BytesIO()
    Image.new("RGB", (8, 8)).save(data, "JPEG", exif=exif)
    picture = next(thing for thing in resources(writer, "/XObject") if thing.get("/Subtype") == "/Image")
    assert picture["/Filter"] == "/DCTDecode"
    picture._data = data.getvalue()


def register_elsewhere(writer: PdfWriter) -> None:
    """Every named destination leads to the first page."""
    first = writer.pages[0].indirect_reference
    nodes = [writer.root_object["/Names"]["/Dests"]]
    changed = 0
    while nodes:
        node: Any = nodes.pop().get_object()
        nodes += list(node.get("/Kids", ()))
        for target in node.get("/Names", ())[1::2]:
            given = target.get_object()
            explicit = given["/D"] if isinstance(given, dict) else given
            explicit[0] = first
            changed += 1
    assert changed > 10


def test_nothing_is_wrong_with_what_we_write(written: Path) -> None:
    assert codes(written) == set()


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("audit.title", other_title),
        ("audit.language", other_language),
        ("audit.outline", no_outline),
        ("audit.link", link_to_nowhere),
        ("audit.link", link_to_a_page_that_is_gone),
        ("audit.address", link_to_a_file),
        ("audit.action", program_behind_a_link),
        ("audit.action", script_in_the_document),
        ("audit.action", script_at_opening),
        ("audit.font", font_left_out),
        ("audit.metadata", camera_data),
        ("audit.missing", register_elsewhere),
    ],
)
def test_a_planted_fault_is_found(code: str, change: Damage, damaged: Callable[[Damage], Path]) -> None:
    assert code in codes(damaged(change))


def first_exhibit() -> tuple[Any, Any]:
    section = next(part for part in DOSSIER.sections if part.anchor == "leadership")
    block = next(block for block in section.blocks if isinstance(block, PhotoRow | ExhibitList))
    return section, block.exhibits[0]


def test_an_exhibit_that_is_not_there_is_found(written: Path) -> None:
    section, exhibit = first_exhibit()
    other = replace(exhibit, title=Phrase(text="Never written"))
    assert codes(written, replace(DOSSIER, sections=(replace(section, blocks=(ExhibitList(exhibits=(other,)),)),))) == {
        "audit.missing"
    }


def test_an_exhibit_whose_link_leads_to_another_row_is_found(written: Path) -> None:
    section, exhibit = first_exhibit()
    other = replace(exhibit, register="register-2.1")
    assert codes(written, replace(DOSSIER, sections=(replace(section, blocks=(ExhibitList(exhibits=(other,)),)),))) == {
        "audit.wrong-place"
    }


def test_a_file_that_is_cut_off_is_found(written: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(written.read_bytes()[:2000])
    assert codes(cut) == {"audit.unreadable"}


def test_a_plaque_needs_no_outline_and_no_exhibits(written: Path) -> None:
    plaque = Plaque(
        language="en",
        title=DOSSIER.title,
        geometry=PageGeometry(width=300.0, height=200.0),
        lines=(),
        lockup=None,
    )
    assert inspect_pdf(written, plaque) == ()


def retitled(dossier: Dossier, title: str) -> Dossier:
    """The dossier with the title of its first exhibit, also in its row of the register."""
    first = next(exhibit for exhibit in exhibits_in(dossier))

    def block_with(block: Any) -> Any:
        if isinstance(block, PhotoRow | ExhibitList):
            titled = replace(first, title=Phrase(text=title), caption=None)
            return replace(block, exhibits=tuple(titled if each == first else each for each in block.exhibits))
        if isinstance(block, Table):
            named = (Run(text=title),)
            return replace(
                block,
                rows=tuple(
                    replace(row, cells=(row.cells[0], named, *row.cells[2:])) if row.anchor == first.register else row
                    for row in block.rows
                ),
            )
        return block

    sections = (replace(each, blocks=tuple(map(block_with, each.blocks))) for each in dossier.sections)
    return replace(dossier, sections=tuple(sections))


@pytest.mark.parametrize("title", ["Party 🎉 time", "مدرسة الأمل (تونس)", "თბილისის სკოლა", "𒀀 school"])
def test_a_title_in_letters_that_are_set_otherwise_is_no_fault(title: str, tmp_path: Path) -> None:
    dossier = retitled(DOSSIER, title)
    theme = load_theme("base", None)
    derivatives = draw_derivatives(dossier, tmp_path)
    files = [derivative.path for derivative in derivatives.values()]
    write_pdf(dossier_html(dossier, theme, derivatives, {}), tmp_path / "x.pdf", theme=theme, files=files)
    assert codes(tmp_path / "x.pdf", dossier) == set()
    assert codes(tmp_path / "x.pdf", retitled(DOSSIER, "Quite another title")) == {"audit.missing"}
