"""WordprocessingML as text that is safe by its type: what is `Markup` has been escaped.

Elements as ISO/IEC 29500-1 (Office Open XML) defines them. Lengths are given in mm and written in the unit that the
element wants. Nothing here knows of schools or dossiers.
"""

from __future__ import annotations

import re
from typing import NewType
from xml.sax.saxutils import escape

Markup = NewType("Markup", str)

NOTHING = Markup("")
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_DECLARATIONS = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())

# Which parts of a table style count (ISO/IEC 29500-1, 17.4.55).
_FIRST_ROW, _FIRST_COLUMN, _NO_BANDS = 0x0020, 0x0080, 0x0600

# What XML 1.0 does not allow in a document; a caption pasted from elsewhere may hold it.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def twips(mm: float) -> int:
    """Twentieths of a point: widths, indents, heights."""
    return round(mm * 1440 / 25.4)


def emu(mm: float) -> int:
    """English metric units: drawings."""
    return round(mm * 36000)


def clean(text: str) -> str:
    """The text without what XML forbids."""
    return _FORBIDDEN.sub("", text)


def join(*parts: Markup) -> Markup:
    """One after the other."""
    return Markup("".join(parts))


def w(name: str, /, *content: Markup, **values: str | int | None) -> Markup:
    """An element of the main namespace; `values` are its attributes of the same namespace, None leaves one out."""
    attributes = "".join(
        f' w:{key.rstrip("_")}="{_attribute(value)}"' for key, value in values.items() if value is not None
    )
    inside = "".join(content)
    return Markup(f"<w:{name}{attributes}>{inside}</w:{name}>" if inside else f"<w:{name}{attributes}/>")


def element(name: str, words: str) -> Markup:
    """An element of any namespace that holds words."""
    return Markup(f"<{name}>{escape(clean(words))}</{name}>")


def root(name: str, *content: Markup) -> Markup:
    """The root element of a part, with every namespace declared."""
    return Markup(f"<w:{name} {_DECLARATIONS}>{''.join(content)}</w:{name}>")


def text(words: str) -> Markup:
    """Words inside a run; line breaks and tabs stay."""
    pieces = re.split(r"(\n|\t)", clean(words))
    marks = {"\n": w("br"), "\t": w("tab"), "": NOTHING}
    return join(*(marks.get(piece, _words(piece)) for piece in pieces))


def run(
    words: str,
    *,
    style: str = "",
    bold: bool = False,
    italic: bool = False,
    colour: str = "",
    language: str = "",
) -> Markup:
    """A run of text; `colour` is "#rrggbb", `language` a tag such as "sv-SE"."""
    if not words:
        return NOTHING
    look = join(
        w("rStyle", val=style) if style else NOTHING,
        w("b") if bold else NOTHING,
        w("i") if italic else NOTHING,
        w("color", val=colour.lstrip("#")) if colour else NOTHING,
        w("lang", val=language) if language else NOTHING,
    )
    return w("r", w("rPr", look) if look else NOTHING, text(words))


def paragraph(
    style: str,
    *content: Markup,
    tint: str = "",
    inset_pt: int = 0,
    align: str = "",
    before_mm: float = 0,
    keep_next: bool = False,
    number: int | None = None,
    level: int = 0,
    section: Markup = NOTHING,
) -> Markup:
    """A paragraph of a style. `tint` is its ground, `inset_pt` the ground's overhang; `number` is a list's id.

    `level` makes a heading of it, from 1, where its style does not. Neighbours of the same ground and inset grow
    together; the ground ends at the margins. `section` ends a section of the document with it.
    """
    ground = tint.lstrip("#")
    sides = ("top", "left", "bottom", "right") if inset_pt else ()
    edges = join(*(w(side, val="single", sz=4, space=inset_pt, color=ground) for side in sides))
    look = join(
        w("pStyle", val=style),
        w("keepNext") if keep_next else NOTHING,
        w("numPr", w("ilvl", val=0), w("numId", val=number)) if number is not None else NOTHING,
        w("pBdr", edges) if edges else NOTHING,
        w("shd", val="clear", color="auto", fill=ground) if ground else NOTHING,
        w("spacing", before=twips(before_mm)) if before_mm else NOTHING,
        w("ind", left=inset_pt * 20, right=inset_pt * 20) if inset_pt else NOTHING,
        w("jc", val=align) if align else NOTHING,
        w("outlineLvl", val=level - 1) if level else NOTHING,
        section,
    )
    return w("p", w("pPr", look), *content)


def field(instruction: str, result: Markup, *, style: str = "", colour: str = "") -> Markup:
    """A field with the result last known for it. LibreOffice sets the result as the field's own marks look."""
    look = join(w("rStyle", val=style) if style else NOTHING, w("color", val=colour.lstrip("#")) if colour else NOTHING)
    return join(field_start(instruction, look), result, field_end(look))


def field_start(instruction: str, look: Markup = NOTHING) -> Markup:
    """The beginning of a field whose result follows, perhaps over several paragraphs."""
    code = Markup(f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>')
    return join(_field_mark("begin", look), _field_run(code, look), _field_mark("separate", look))


def field_end(look: Markup = NOTHING) -> Markup:
    """The end of a field's result."""
    return _field_mark("end", look)


def link_inside(bookmark: str, *content: Markup) -> Markup:
    """A link to a bookmark of this document."""
    return w("hyperlink", *content, anchor=bookmark, history=1)


def link_outside(relationship: str, *content: Markup) -> Markup:
    """A link to an address, which the part's relationship holds."""
    return Markup(f'<w:hyperlink r:id="{relationship}" w:history="1">{"".join(content)}</w:hyperlink>')


def bookmark(number: int, name: str, *content: Markup) -> Markup:
    """A bookmark round its content."""
    return join(w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number))


def cell(
    width_mm: float,
    *content: Markup,
    tint: str = "",
    bar: str = "",
    left_mm: float | None = None,
    right_mm: float | None = None,
    top_mm: float | None = None,
    valign: str = "",
    span: int = 1,
) -> Markup:
    """A cell of paragraphs. `bar` colours a stroke down its left side; inner margins are the table's unless given."""
    margins = join(
        *(
            w(side, w=twips(mm), type="dxa")
            for side, mm in (("top", top_mm), ("left", left_mm), ("right", right_mm))
            if mm is not None
        )
    )
    look = join(
        w("tcW", w=twips(width_mm), type="dxa"),
        w("gridSpan", val=span) if span > 1 else NOTHING,
        w("tcBorders", w("left", val="single", sz=24, space=0, color=bar.lstrip("#"))) if bar else NOTHING,
        w("shd", val="clear", color="auto", fill=tint.lstrip("#")) if tint else NOTHING,
        w("tcMar", margins) if margins else NOTHING,
        w("vAlign", val=valign) if valign else NOTHING,
    )
    return w("tc", w("tcPr", look), *content)


def row(*cells: Markup, heading: bool = False, height_mm: float = 0) -> Markup:
    """A row that is never cut in two, at least so high; a heading row is repeated on every page."""
    look = join(
        w("cantSplit"),
        w("trHeight", val=twips(height_mm), hRule="atLeast") if height_mm else NOTHING,
        w("tblHeader") if heading else NOTHING,
    )
    return w("tr", w("trPr", look), *cells)


def table(
    style: str,
    widths_mm: tuple[float, ...],
    *rows: Markup,
    heading_row: bool = False,
    heading_column: bool = False,
    title: str = "",
    upright: str = "",
) -> Markup:
    """A table of fixed columns. `title` is read out for it; `upright` colours hairlines between the columns."""
    upright = upright.lstrip("#")
    look = join(
        w("tblStyle", val=style),
        w("tblW", w=sum(map(twips, widths_mm)), type="dxa"),
        w("tblBorders", w("insideV", val="single", sz=4, space=0, color=upright)) if upright else NOTHING,
        w("tblLayout", type="fixed"),
        w("tblLook", val=f"{_NO_BANDS | heading_row * _FIRST_ROW | heading_column * _FIRST_COLUMN:04X}"),
        w("tblCaption", val=title) if title else NOTHING,
    )
    grid = w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths_mm))
    return w("tbl", w("tblPr", look), grid, *rows)


def picture(number: int, relationship: str, width_mm: float, height_mm: float, alternative: str, title: str) -> Markup:
    """A picture in a run of its own; `alternative` is read out for it, `title` names it. `number` is its unique id."""
    size = f'cx="{emu(width_mm)}" cy="{emu(height_mm)}"'
    name = f"Picture {number}"
    names = f'id="{number}" name="{name}" descr="{_attribute(alternative)}" title="{_attribute(title)}"'
    return Markup(
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr {names}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        f"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def section(header: str, footer: str, *, width_mm: float, height_mm: float, margins_mm: tuple[float, ...]) -> Markup:
    """What closes a section that begins on a new page: its sheet, its margins (top, right, bottom, left), its parts.

    `header` and `footer` are relationships.
    """
    top, right, bottom, left = map(twips, margins_mm)
    return w(
        "sectPr",
        Markup(f'<w:headerReference w:type="default" r:id="{header}"/>'),
        Markup(f'<w:footerReference w:type="default" r:id="{footer}"/>'),
        w("type", val="nextPage"),
        w("pgSz", w=twips(width_mm), h=twips(height_mm), orient="landscape" if width_mm > height_mm else None),
        w("pgMar", top=top, right=right, bottom=bottom, left=left, header=twips(11), footer=twips(12), gutter=0),
    )


def watermark(words: str) -> Markup:
    """Word's own kind of watermark: pale letters across the page, behind the text."""
    if not words:
        return NOTHING
    escaped = _attribute(words)
    return Markup(
        '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
        '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" '
        f'alt="{escaped}" style="position:absolute;width:520pt;height:52pt;rotation:315;z-index:-251658752;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="silver" stroked="f">'
        f'<v:fill opacity=".5"/><v:textpath style="font-family:&quot;Ubuntu&quot;;font-size:1pt" string="{escaped}"/>'
        "</v:shape></w:pict></w:r>"
    )


def _words(words: str) -> Markup:
    return Markup(f'<w:t xml:space="preserve">{escape(words)}</w:t>')


def _field_mark(kind: str, look: Markup) -> Markup:
    return _field_run(w("fldChar", fldCharType=kind), look)


def _field_run(content: Markup, look: Markup) -> Markup:
    return w("r", w("rPr", look) if look else NOTHING, content)


def _attribute(value: str | int) -> str:
    return escape(clean(str(value)), {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
