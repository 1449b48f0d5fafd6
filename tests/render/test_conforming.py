"""What is mended in a PDF just before it is written, read back: tags, links, page labels, attachments, claims."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Pdf, Stream
from render.samples import draw_derivatives, sample_dossier

from portfolio.render.html import dossier_html
from portfolio.render.pdf import Attached, write_pdf
from portfolio.themes import load_theme

THEME = load_theme("base", None)
HEAD = (
    '<meta charset="utf-8"><title>T</title><link rel="stylesheet" href="theme:css/fonts.css"><style>'
    'html { font-family: "Ubuntu", "Noto Sans" } @page { size: A4; margin: 20mm;'
    ' @top-left { content: "Running head" } @bottom-right { content: counter(page) } }</style>'
)
DOT = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3C/svg%3E"


def write(folder: Path, body: str, **options: Any) -> Pdf:
    html = f'<!DOCTYPE html><html lang="tr"><head>{HEAD}</head><body>{body}</body></html>'
    assert write_pdf(html, folder / "x.pdf", theme=THEME, files=(), **options) == ()
    return pikepdf.open(folder / "x.pdf")


def elements(thing: Any) -> Iterator[Any]:
    """All elements below the root of the tags."""
    kids = thing.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and kid.get("/Type") == "/StructElem":
            yield kid
            yield from elements(kid)


def test_a_part_in_another_language_says_so(tmp_path):
    body = f'<p>Okul <i lang="en">whole school</i> <img src="{DOT}" lang="sv" alt="En cirkel"></p><p lang="tr">Ev</p>'
    with write(tmp_path, body) as pdf:
        spoken = [str(element.Lang) for element in elements(pdf.Root.StructTreeRoot) if "/Lang" in element]
        assert spoken == ["en", "sv"]
        (figure,) = (element for element in elements(pdf.Root.StructTreeRoot) if element.S == "/Figure")
        assert figure.Lang == "sv"
        assert figure.Alt == "En cirkel"


def test_running_heads_and_folios_are_no_part_of_the_document(tmp_path):
    with write(tmp_path, "<h1>A</h1><p>x</p>") as pdf:
        content = pdf.pages[0].obj.Contents.read_bytes()
        assert content.count(b"/Artifact\n<</Type /Pagination/Subtype /Header>>\nBDC") == 1
        assert content.count(b"/Artifact\n<</Type /Pagination/Subtype /Footer>>\nBDC") == 1
        assert content.count(b"/MCID") == 2
        owners = list(pdf.Root.StructTreeRoot.ParentTree.Nums[1])
        assert sum(owner is not None for owner in owners) == 2


def test_where_a_figure_is_stands_in_points_from_the_foot_of_the_page(tmp_path):
    image = f'<img src="{DOT}" alt="x" style="display: block; width: 40mm; height: 30mm">'
    with write(tmp_path, f'<div style="height: 10mm"></div>{image}<style>body {{ margin: 0 }}</style>') as pdf:
        (figure,) = (element for element in elements(pdf.Root.StructTreeRoot) if element.S == "/Figure")
        millimetres = [round(float(side) / 72 * 25.4) for side in figure.A.BBox]
        assert millimetres == [20, 297 - 20 - 10 - 30, 20 + 40, 297 - 20 - 10]


def test_a_link_is_read_out_as_its_own_words(tmp_path):
    body = '<h1 id="a">A</h1><p><a href="#a">to the <b>top</b></a> <a href="https://example.org/">example</a></p>'
    with write(tmp_path, body) as pdf:
        assert [str(link.Contents) for link in pdf.pages[0].obj.Annots] == ["to the top", "example"]


def test_pages_are_labelled_as_they_are_numbered(tmp_path):
    with write(tmp_path, "<h1>A</h1><h1 style='break-before: page'>B</h1>", claiming=True) as pdf:
        assert [page.label for page in pdf.pages] == ["", "2"]


def test_claims_are_made_when_asked_for_and_have_no_time_in_them(tmp_path):
    with write(tmp_path, "<h1>A</h1>", claiming=True) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
        assert b'pdfaid:part="3" pdfaid:conformance="A"' in packet
        assert b'pdfuaid:part="1"' in packet
        assert b"Date" not in packet
        assert b"uuid" not in packet
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
    with write(tmp_path, "<h1>A</h1>") as pdf:
        assert "/Metadata" not in pdf.Root
        assert "/OutputIntents" not in pdf.Root


@pytest.fixture
def attached():
    return [
        Attached(name="kayıt.csv", content=b"a;b\n", description="The register", relationship="Data"),
        Attached(name="belge.pdf", content=b"%PDF-1.4\n", description="A certificate", relationship="Supplement"),
    ]


def test_files_are_attached_with_their_relationship_and_without_a_date(tmp_path, attached):
    with write(tmp_path, "<h1>A</h1>", claiming=True, attachments=attached) as pdf:
        specs = sorted(pdf.Root.AF, key=lambda spec: str(spec.UF), reverse=True)
        assert [(str(spec.UF), str(spec.Desc), str(spec.AFRelationship)) for spec in specs] == [
            ("kayıt.csv", "The register", "/Data"),
            ("belge.pdf", "A certificate", "/Supplement"),
        ]
        assert [spec.EF.F.read_bytes() for spec in specs] == [each.content for each in attached]
        assert [str(spec.EF.F.Subtype) for spec in specs] == ["/text/csv", "/application/pdf"]
        assert all(set(spec.EF.F.Params.keys()) == {"/CheckSum", "/Size"} for spec in specs)
        assert list(pdf.attachments) == ["belge.pdf", "kayıt.csv"]
        assert len(specs) == 2


def test_the_same_gives_the_same_bytes(tmp_path, attached):
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, "<h1>A</h1>", claiming=True, attachments=attached).close()
        made.append(hashlib.sha256((tmp_path / name / "x.pdf").read_bytes()).hexdigest())
    assert made[0] == made[1]


@pytest.mark.parametrize("language", ["tr", "en", "sv"])
def test_no_content_of_a_dossier_is_left_without_an_element(language, tmp_path):
    dossier = sample_dossier(language, pieces=4, watermark="×")
    derivatives = draw_derivatives(dossier, tmp_path)
    files = [derivative.path for derivative in derivatives.values()]
    write_pdf(dossier_html(dossier, THEME, derivatives, {}), tmp_path / "x.pdf", theme=THEME, files=files)
    with pikepdf.open(tmp_path / "x.pdf") as pdf:
        known = {element.objgen for element in elements(pdf.Root.StructTreeRoot)}
        nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = [owner for entry in nums[1::2] if isinstance(entry, Array) for owner in entry if owner is not None]
        assert len(owners) > 50
        assert all(owner.objgen in known for owner in owners)


def test_drawings_share_what_they_use(tmp_path):
    sign = DOT.replace("9'%3E", "9'%3E%3Cg opacity='.5'%3E%3Ccircle r='4'/%3E%3C/g%3E")
    body = "".join(f'<p><img src="{sign}" alt="{word}" style="opacity: .9">' for word in ("a", "b", "c"))
    with write(tmp_path, body, claiming=True) as pdf:
        drawings = [each for each in pdf.objects if isinstance(each, Stream) and each.get("/Subtype") == "/Form"]
        assert len(drawings) > 3
        assert len({drawing.Group.objgen for drawing in drawings}) == 1
        assert all(drawing.Group.S == "/Transparency" for drawing in drawings)
        lists = {drawing.Resources.objgen: drawing.Resources.unparse(resolved=True) for drawing in drawings}
        assert len(lists) < len(drawings)
        assert len(set(lists.values())) == len(lists)
        assert all("/ColorSpace" in drawing.Resources for drawing in drawings)
