"""Small office documents and mails, made where they are needed: only the parts that a reader looks at."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

_ODF = (
    'xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:meta="m" xmlns:dc="d" xmlns:draw="dr" xmlns:svg="s" '
    'xmlns:presentation="p"'
)
_OASIS = "application/vnd.oasis.opendocument"


def zipped(members: Mapping[str, str]) -> bytes:
    """An archive of texts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return data.getvalue()


def odt(body: str, *, title: str = "", created: str = "", kind: str = "text", manifest: str = "") -> bytes:
    """An OpenDocument file with this XML for its body."""
    content = f"<office:document-content {_ODF}><office:body>{body}</office:body></office:document-content>"
    properties = f"<dc:title>{title}</dc:title><meta:creation-date>{created}</meta:creation-date>"
    return zipped(
        {
            "mimetype": f"{_OASIS}.{kind}",
            "content.xml": content,
            "meta.xml": f"<office:document-meta {_ODF}><office:meta>{properties}</office:meta></office:document-meta>",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def ods(*rows: str, name: str = "Sheet1") -> bytes:
    """A spreadsheet of one sheet with this XML for each row."""
    return odt(f'<table:table table:name="{name}">{"".join(rows)}</table:table>', kind="spreadsheet")


def row(*cells: str, repeated: int = 1) -> str:
    """A row of cells, each a text, or the XML of a cell."""
    inner = (
        cell if cell.startswith("<") else f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>"
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(inner)}</table:table-row>'


def pptx(*slides: tuple[str, str], title: str = "", created: str = "") -> bytes:
    """A presentation: for each slide the XML of its shapes, and the text said to it."""
    names = 'xmlns:a="a" xmlns:p="p" xmlns:r="r"'
    members = {
        "ppt/presentation.xml": f"<p:presentation {names}><p:sldIdLst>"
        + "".join(f'<p:sldId id="{number}" r:id="r{number}"/>' for number in range(len(slides)))
        + "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": "<Relationships>"
        + "".join(f'<Relationship Id="r{number}" Target="slides/s{number}.xml"/>' for number in range(len(slides)))
        + "</Relationships>",
        "docProps/core.xml": f'<c:core xmlns:c="c"><c:title>{title}</c:title><c:created>{created}</c:created></c:core>',
    }
    for number, (shapes, said) in enumerate(slides):
        members[f"ppt/slides/s{number}.xml"] = f"<p:sld {names}>{shapes}</p:sld>"
        members[f"ppt/slides/_rels/s{number}.xml.rels"] = (
            f'<Relationships><Relationship Id="n" Target="../notesSlides/n{number}.xml"/>'
            '<Relationship Id="x" Target="https://example.org/" TargetMode="External"/></Relationships>'
        )
        members[f"ppt/notesSlides/n{number}.xml"] = f"<p:notes {names}>{shape(said, 'body')}</p:notes>"
    return zipped(members)


def shape(text: str, kind: str = "") -> str:
    """A shape of a slide with a text; `kind` is that of its placeholder."""
    placeholder = f'<p:nvPr><p:ph type="{kind}"/></p:nvPr>' if kind else ""
    return f"<p:sp>{placeholder}<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"


def slide_table(rows: Sequence[Sequence[str]]) -> str:
    """A table on a slide."""
    cells = (
        "".join(f"<a:tc><a:txBody><a:p><a:r><a:t>{cell}</a:t></a:r></a:p></a:txBody></a:tc>" for cell in row)
        for row in rows
    )
    return "<a:tbl>" + "".join(f"<a:tr>{row}</a:tr>" for row in cells) + "</a:tbl>"


def eml(subject: str, text: str, *attached: tuple[str, bytes], html: str = "", date: str = "") -> bytes:
    """A mail with attachments."""
    message = EmailMessage()
    message["From"] = "Elif <elif@example.org>"
    message["To"] = "okul@example.org"
    message["Subject"] = subject
    if date:
        message["Date"] = date
    if text:
        message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()
