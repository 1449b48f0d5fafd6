"""What WeasyPrint leaves to do for PDF/A-3a and PDF/UA-1 in one file, done on its objects just before they are written.

How its tags hang together is no promise of WeasyPrint: read from version 70 (`weasyprint/pdf/tags.py`), which
`pyproject.toml` names, and held by `tests/render/test_conforming.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from portfolio.model.text import has_leftwards
from portfolio.render.fontfile import undated
from portfolio.render.leftwards import join_letters
from portfolio.render.settled import settle

if TYPE_CHECKING:
    from weasyprint import Document

POINTS = 0.75  # of a CSS pixel
VARIANT = "pdf/a-3a"

# ISO 14289-1, 5 asks for the mark in the XMP; ISO 19005-3, 6.6.2.3 asks that a schema which it does not know, as is
# this one, be described there as well.
CLAIM = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 that is followed</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""

Marks = list[dict[Any, dict[str, Any]]]  # for each page: box → its marked content, {"tag": …, "mcid": …}


def finisher(document: Document, *, labelled: bool, covered: bool = True) -> Callable[[Document, Any], None]:
    """What to hand to `Document.write_pdf` as its finisher: mends tags, links and fonts, and splices the claim.

    The claim of PDF/UA is made where WeasyPrint wrote an XMP packet, that is with `pdf_variant=VARIANT`. Without tags
    only fonts are mended. `labelled` numbers the pages for viewers as they are printed, a cover (`covered`) not at all.
    """
    _leave_one_box_a_link(document)
    marks = _remembered(document)

    def finish(document: Document, pdf: Any) -> None:
        _clean(pdf)
        _say_where_links_lead(document)
        if "StructTreeRoot" in pdf.catalog:
            _mend_tags(document, pdf, marks)
        if "Metadata" in pdf.catalog:
            packet = _object(pdf, pdf.catalog["Metadata"])
            before, end, after = packet.stream[0].rpartition(b"</rdf:RDF>")
            packet.stream[0] = before + CLAIM + end + after
        if "EmbeddedFiles" in pdf.catalog.get("Names", {}):
            _mend_attachments(pdf)
        if labelled:
            _label_pages(pdf, covered=covered)
        _share(pdf)
        settle(pdf)

    return finish


def _label_pages(pdf: Any, *, covered: bool) -> None:
    """Numbers pages as they are printed: a cover has no number, the page after it is the second."""
    import pydyf

    plain, numbered = pydyf.Dictionary(), pydyf.Dictionary({"S": "/D", "St": 2 if covered else 1})
    labels = [0, plain, 1, numbered] if covered else [0, numbered]
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(labels)})


def _leave_one_box_a_link(document: Document) -> None:
    """What is bold or in another language inside a link is no second link, which WeasyPrint makes of it."""
    for page in document.pages:
        page.links = [link for link in page.links if link[3].link]


def _remembered(document: Document) -> Marks:
    """Which box of a page became which marked content: WeasyPrint has forgotten it when its finisher is called."""
    marks: Marks = []

    def paint(page: Any) -> Callable[..., None]:
        original = page.paint

        def painted(stream: Any, scale: float = 1) -> None:
            original(stream, scale)
            marks.append(dict(stream._tags or {}))

        return painted

    for page in document.pages:
        page.paint = paint(page)
    return marks


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _clean(pdf: Any) -> None:
    """No time of day in fonts that were cut and in embedded files, no empty lists of resources, one letter a glyph."""
    for thing in pdf.objects:
        if isinstance(thing, dict):
            for kind in [kind for kind in ("Pattern", "Shading") if thing.get(kind) == {}]:
                del thing[kind]
            if "ToUnicode" in thing:
                join_letters(_object(pdf, thing["ToUnicode"]))
        extra = getattr(thing, "extra", {})
        if "Length1" in extra or extra.get("Subtype") == "/OpenType":
            thing.stream = [undated(part) for part in thing.stream]
        elif extra.get("Type") == "/EmbeddedFile":
            for key in ("CreationDate", "ModDate"):
                del extra["Params"][key]


def _share(pdf: Any) -> None:
    """Drawings that use the same share one list of it, and one note of how they are laid over the page.

    WeasyPrint draws a sign as often as it stands in a document, each time with lists of its own.
    """
    import pydyf

    lists: dict[bytes, bytes] = {}  # by what stands in it
    kept: dict[bytes, bytes] = {}
    groups: dict[bytes, bytes] = {}
    for thing in tuple(pdf.objects):
        extra = getattr(thing, "extra", {})
        if extra.get("Subtype") != "/Form":
            continue
        reference, group = extra.get("Resources"), extra.get("Group")
        if isinstance(reference, bytes):
            if reference not in kept:
                own = _object(pdf, reference)
                kept[reference] = lists.setdefault(own.data, reference)
                if kept[reference] != reference:
                    own.clear()
            extra["Resources"] = kept[reference]
        if isinstance(group, pydyf.Dictionary):
            if group.data not in groups:
                pdf.add_object(group)
                groups[group.data] = group.reference
            extra["Group"] = groups[group.data]


def _mend_attachments(pdf: Any) -> None:
    """Each file listed once, and by a name that keeps letters beyond ASCII."""
    names = _object(pdf, pdf.catalog["Names"]["EmbeddedFiles"])["Names"]
    for at in range(0, len(names), 2):
        file = _object(pdf, names[at + 1])
        file["F"] = names[at] = file["UF"]
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])


def _say_where_links_lead(document: Document) -> None:
    """A link is read out as its own words, not as the name of its anchor."""
    import pydyf

    for page in document.pages:
        for _, _, _, box in page.links:
            words = " ".join("".join(box.element.itertext()).split()) if box.element is not None else ""
            if words and getattr(box, "link_annotation", None):
                box.link_annotation["Contents"] = pydyf.String(words)


def _mend_tags(document: Document, pdf: Any, marks: Marks) -> None:
    """Languages of parts, words from the right, the places of figures, and what stands in the margins as no part."""
    import pydyf

    tree = _object(pdf, pdf.catalog["StructTreeRoot"])
    owners = _object(pdf, tree["ParentTree"])["Nums"]
    root = int(tree["K"][0].split()[0])
    spoken: dict[bytes, list[str]] = defaultdict(list)
    for number, (page, boxes) in enumerate(zip(document.pages, marks, strict=True)):
        refs = owners[2 * number + 1]
        margins = dict(_in_margins(page))
        artifacts: dict[int, str] = {}
        for box, mark in boxes.items():
            mcid = mark["mcid"]
            if box in margins:
                artifacts[mcid] = margins[box]
                _take_off(pdf, refs[mcid], root)
                refs[mcid] = b"null"
                continue
            element = _object(pdf, refs[mcid])
            if has_leftwards(words := getattr(box, "text", "")):  # what is drawn begins with its last letter
                spoken[refs[mcid]].append(words)
                element["ActualText"] = pydyf.String("".join(spoken[refs[mcid]]))
            language = box.style["lang"]
            if language and language != document.metadata.lang:
                element["Lang"] = pydyf.String(language)
            if element["S"] == "/Figure":
                element["A"]["BBox"] = pydyf.Array(_place(box, page))
        if artifacts:
            _make_artifacts(_object(pdf, _object(pdf, pdf.page_references[number])["Contents"]), artifacts)


def _in_margins(page: Any) -> Iterator[tuple[Any, str]]:
    """The texts of running heads and folios, with what PDF calls their place."""
    for margin in page._page_box.children:
        at = getattr(margin, "at_keyword", "")
        if at:
            kind = "/Footer" if at.startswith("@bottom") else "/Header"
            yield from ((box, kind) for box in margin.descendants())


def _take_off(pdf: Any, reference: bytes, root: int) -> None:
    """Empties the elements that WeasyPrint makes for a margin and hangs nowhere, from the content up to the root."""
    number = int(reference.split()[0])
    while number != root and (element := pdf.objects[number]):
        number = int(element["P"].split()[0])
        element.clear()


def _make_artifacts(content: Any, kinds: Mapping[int, str]) -> None:
    """Marks contents of a page as no part of the document. A mark is three things in a row: its tag, its list, BDC."""
    import pydyf

    parts = content.stream
    for at in [at for at, part in enumerate(parts) if type(part) is pydyf.Dictionary and part.get("MCID") in kinds]:
        kind = kinds[parts[at]["MCID"]]
        parts[at - 1] = "/Artifact"
        parts[at] = pydyf.Dictionary({"Type": "/Pagination", "Subtype": kind})


def _place(box: Any, page: Any) -> tuple[float, float, float, float]:
    """A box as PDF measures: in points from the foot of the sheet; WeasyPrint writes pixels from its head."""
    left, top = box.content_box_x() * POINTS, (page.height - box.content_box_y()) * POINTS
    return left, top - box.height * POINTS, left + box.width * POINTS, top
