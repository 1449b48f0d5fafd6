"""Makes templates/base/reference.docx: the styles, lists and fonts of every dossier in Word format.

    python script/make_reference.py [FILE]

Colours come from the theme, fonts from its folder. The same input gives the same bytes. A school that wants a look of
its own opens the file in Word, changes the styles and saves it as reference.docx in a theme of its own.
"""

from __future__ import annotations

import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import yaml  # noqa: E402 - the checkout is put on the path first, so that this runs from anywhere

from portfolio.render.docx_fonts import obfuscated  # noqa: E402 - likewise
from portfolio.render.wordml import NOTHING, Markup, join, root, twips, w  # noqa: E402 - likewise
from portfolio.visibility.emblem import BLUE  # noqa: E402 - likewise

THEME = ROOT / "templates" / "base"
FAMILY = "Ubuntu"
SUBSTITUTE = "Trebuchet MS"  # the nearest in proportions that Windows and macOS have; in the EU's list of typefaces too
FACES = {"Regular": "Regular", "Bold": "Bold", "Italic": "Italic", "BoldItalic": "BoldItalic"}

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, kw_only=True)
class Style:
    """A paragraph style; sizes in pt, spaces in pt, indents in mm. `name` is Word's own where it has such a style."""

    name: str
    size: float = 10
    leading: float = 15
    before: float = 0
    after: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = "text"
    parent: str = "Normal"
    follow: str = ""
    level: int | None = None  # outline level, from 0
    keep_next: bool = False
    page_break: bool = False
    left: float = 0
    right: float = 0
    hanging: float = 0
    tabs: tuple[tuple[float, str], ...] = ()
    number: int | None = None
    bar: str = ""  # a stroke at the left in this colour
    rule: str = ""  # "top" or "bottom": a hairline there

    @property
    def id(self) -> str:
        """The name without blanks, capitalised, as Word makes it."""
        return "".join(word[0].upper() + word[1:] for word in self.name.split())


MEASURE = 170.0
TOC_TABS = ((9.0, "left"), (MEASURE, "right"))
STYLES = (
    Style(name="Title", size=36, leading=41, before=24, after=8, bold=True),
    Style(name="Subtitle", size=16, leading=22, after=2, colour="quiet"),
    Style(name="Cover Label", size=15, leading=20, after=2, bold=True),
    Style(name="Cover Note", size=10, leading=15, after=16, colour="quiet"),
    Style(name="heading 1", size=28, leading=33, after=14, bold=True, follow="BodyText", level=0, keep_next=True),
    Style(
        name="heading 2", size=18, leading=23, before=20, after=6, bold=True, follow="BodyText", level=1, keep_next=True
    ),
    Style(
        name="heading 3", size=13, leading=18, before=13, after=4, bold=True, follow="BodyText", level=2, keep_next=True
    ),
    Style(name="Body Text", after=7.5),
    Style(name="Lead", size=13, leading=19, after=11),
    Style(name="List Bullet", after=3, left=5, hanging=5, number=1, parent="BodyText"),
    Style(name="List Number", after=3, left=6, hanging=6, number=2, parent="BodyText"),
    Style(name="Quote", size=13, leading=19, before=6, after=11, italic=True, left=6, right=10, bar="rule"),
    Style(name="Note", size=8, leading=11.5, before=2, after=5, colour="quiet"),
    Style(name="caption", size=8, leading=11.5, before=3),
    Style(name="Picture", size=1, leading=0),
    Style(name="Gap", size=4, leading=7),
    Style(name="End", size=1, leading=1),
    Style(name="Opener Lead", size=12, leading=17, keep_next=True),
    Style(name="Figure Number", size=26, leading=30, bold=True, before=4),
    Style(name="Figure Label", size=8, leading=11.5, after=5, colour="quiet"),
    Style(name="Table Title", size=10.5, leading=15, before=14, after=4, bold=True, keep_next=True),
    Style(name="Table Heading", size=8, leading=11.5, before=2, after=3, bold=True, colour="quiet"),
    Style(name="Table Text", size=9, leading=12.5, before=2.5, after=2.5),
    Style(name="Card Kind", size=8, leading=11.5, before=3, after=1, colour="quiet"),
    Style(name="Card Title", size=10.5, leading=15, after=2, bold=True),
    Style(name="Detail", size=9, leading=12.5, after=1, left=34, hanging=34, tabs=((34, "left"),)),
    Style(name="TOC Heading", size=28, leading=33, after=18, bold=True),
    Style(name="toc 1", size=13, leading=18, before=11, bold=True, left=9, hanging=9, tabs=TOC_TABS),
    Style(name="toc 2", size=8, leading=11.5, colour="quiet", left=9),
    Style(name="header", size=8, leading=11.5, colour="quiet", tabs=((MEASURE, "right"),), rule="bottom"),
    Style(name="footer", size=8, leading=11.5, colour="quiet", tabs=((MEASURE, "right"),)),
    Style(name="EU Statement", size=13, leading=16, colour="emblem"),
)


def main() -> None:
    """Writes the reference document."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else THEME / "reference.docx"
    colours = yaml.safe_load((THEME / "theme.yaml").read_text(encoding="utf-8"))["colours"]
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core_properties(),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(
            *((f"{OFFICE}/relationships/{part}", f"{part}.xml") for part in ("styles", "numbering", "settings")),
            (f"{OFFICE}/relationships/fontTable", "fontTable.xml"),
        ),
        "word/styles.xml": _styles(colours),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/_rels/fontTable.xml.rels": _relationships(
            *((f"{OFFICE}/relationships/font", f"fonts/{face}.odttf") for face in FACES)
        ),
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, markup in parts.items():
            _write(archive, name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{markup}'.encode())
        for face, file in FACES.items():
            font = (THEME / "fonts" / f"{FAMILY}-{file}.ttf").read_bytes()
            _write(archive, f"word/fonts/{face}.odttf", obfuscated(font, _key_of(face)))
    print(target)


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """A member with a fixed time and mode, so that the same parts give the same file."""
    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    archive.writestr(member, data)


def _styles(colours: dict[str, str]) -> Markup:
    # The statement beside the emblem is set in the emblem's blue, black or white and in no other colour.
    ink = {name: value.lstrip("#") for name, value in {**colours, "emblem": BLUE}.items()}
    fonts = w("rFonts", ascii=FAMILY, hAnsi=FAMILY, eastAsia=FAMILY, cs=FAMILY)
    defaults = w(
        "docDefaults",
        w(
            "rPrDefault",
            w("rPr", fonts, w("color", val=ink["text"]), w("sz", val=20), w("szCs", val=20), w("lang", val="en-GB")),
        ),
        w("pPrDefault", w("pPr", w("spacing", before=0, after=0, line=300, lineRule="exact"))),
    )
    normal = w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal")
    characters = (
        _character("Hyperlink", w("u", val="single", color=ink["rule"])),
        _character("Exhibit Number", join(w("b"), w("bCs"))),
        _character("Quiet", w("color", val=ink["quiet"])),
    )
    tables = (
        w(
            "style",
            w("name", val="Normal Table"),
            w("tblPr", _margins(0, 0)),
            type="table",
            default=1,
            styleId="TableNormal",
        ),
        _table_style("Layout", w("tblPr", _margins(0, 0))),
        _table_style(
            "Ruled",
            w(
                "tblPr",
                w("tblBorders", _hairline("bottom", ink["rule"]), _hairline("insideH", ink["rule"])),
                _margins(0, 3),
            ),
            w("tblStylePr", w("tcPr", w("tcBorders", _line("bottom", 6, ink["text"]))), type="firstRow"),
        ),
        _table_style("Cards", w("tblPr", w("tblBorders", _hairline("insideH", ink["rule"])), _margins(4, 3))),
    )
    return root("styles", defaults, normal, *(_paragraph_style(style, ink) for style in STYLES), *characters, *tables)


def _paragraph_style(style: Style, ink: dict[str, str]) -> Markup:
    borders = join(
        w("left", val="single", sz=18, space=10, color=ink[style.bar]) if style.bar else NOTHING,
        _line(style.rule, 2, ink["rule"], space=4) if style.rule else NOTHING,
    )
    indent = {
        key: twips(mm) for key, mm in (("left", style.left), ("right", style.right), ("hanging", style.hanging)) if mm
    }
    # A picture's line grows with it; all other lines keep to the grid.
    spacing = (
        {"line": round(style.leading * 20), "lineRule": "exact"} if style.leading else {"line": 240, "lineRule": "auto"}
    )
    look = join(
        w("keepNext") if style.keep_next else NOTHING,
        w("widowControl"),
        w("numPr", w("numId", val=style.number)) if style.number else NOTHING,
        w("pBdr", borders) if borders else NOTHING,
        w("tabs", *(w("tab", val=kind, pos=twips(mm)) for mm, kind in style.tabs)) if style.tabs else NOTHING,
        w("spacing", before=round(style.before * 20), after=round(style.after * 20), **spacing),
        w("ind", **indent) if indent else NOTHING,
        w("outlineLvl", val=style.level) if style.level is not None else NOTHING,
    )
    letters = join(
        join(w("b"), w("bCs")) if style.bold else NOTHING,
        join(w("i"), w("iCs")) if style.italic else NOTHING,
        w("color", val=ink[style.colour]),
        w("sz", val=round(style.size * 2)),
        w("szCs", val=round(style.size * 2)),
    )
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=style.parent),
        w("next", val=style.follow) if style.follow else NOTHING,
        w("qFormat"),
        w("pPr", look),
        w("rPr", letters),
        type="paragraph",
        styleId=style.id,
    )


def _character(name: str, letters: Markup) -> Markup:
    return w(
        "style", w("name", val=name), w("qFormat"), w("rPr", letters), type="character", styleId=name.replace(" ", "")
    )


def _table_style(name: str, *content: Markup) -> Markup:
    return w("style", w("name", val=name), w("basedOn", val="TableNormal"), *content, type="table", styleId=name)


def _margins(left_mm: float, right_mm: float) -> Markup:
    sides = {"top": 0.0, "left": left_mm, "bottom": 0.0, "right": right_mm}
    return w("tblCellMar", *(w(side, w=twips(mm), type="dxa") for side, mm in sides.items()))


def _line(side: str, eighths_pt: int, colour: str, space: int = 0) -> Markup:
    return w(side, val="single", sz=eighths_pt, space=space, color=colour)


def _hairline(side: str, colour: str) -> Markup:
    """A quarter of a point, the thinnest that Word draws."""
    return _line(side, 2, colour)


def _numbering() -> Markup:
    def abstract(number: int, kind: str, mark: str, hanging_mm: float) -> Markup:
        indent = w("pPr", w("ind", left=twips(hanging_mm), hanging=twips(hanging_mm)))
        level = w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=kind),
            w("lvlText", val=mark),
            w("lvlJc", val="left"),
            indent,
            ilvl=0,
        )
        return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=number)

    bullet, decimal = abstract(1, "bullet", "•", 5), abstract(2, "decimal", "%1.", 6)
    return root("numbering", bullet, decimal, *(w("num", w("abstractNumId", val=n), numId=n) for n in (1, 2)))


def _settings() -> Markup:
    compatible = w(
        "compat", w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    )
    return root(
        "settings",
        w("embedTrueTypeFonts"),
        w("defaultTabStop", val=twips(10)),
        w("characterSpacingControl", val="doNotCompress"),
        compatible,
    )


def _font_table() -> Markup:
    embedded = join(
        *(
            Markup(f'<w:embed{face} r:id="rId{place}" w:fontKey="{{{str(_key_of(face)).upper()}}}"/>')
            for place, face in enumerate(FACES, start=1)
        )
    )
    family = w(
        "font",
        w("altName", val=SUBSTITUTE),
        w("panose1", val="020B0504030602030204"),
        w("charset", val="00"),
        w("family", val="swiss"),
        w("pitch", val="variable"),
        embedded,
        name=FAMILY,
    )
    return root("fonts", family)


def _key_of(face: str) -> UUID:
    """The key by which a font part is obfuscated; always the same for the same face."""
    return uuid5(NAMESPACE_URL, f"{FAMILY}-{face}")


def _document() -> Markup:
    return root("document", w("body", w("p"), w("sectPr", w("pgSz", w=twips(210), h=twips(297)))))


def _core_properties() -> Markup:
    return Markup(f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"/>')


def _relationships(*related: tuple[str, str]) -> Markup:
    listed = "".join(
        f'<Relationship Id="rId{place}" Type="{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(related, start=1)
    )
    return Markup(f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>')


def _content_types() -> Markup:
    words = {
        "document": "document.main",
        "styles": "styles",
        "numbering": "numbering",
        "settings": "settings",
        "fontTable": "fontTable",
    }
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{OFFICE_TYPE}.wordprocessingml.{kind}+xml"/>'
        for part, kind in words.items()
    )
    return Markup(
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="odttf" ContentType="{OFFICE_TYPE}.obfuscatedFont"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


if __name__ == "__main__":
    main()
