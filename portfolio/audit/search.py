"""Everything in a written file that somebody could read or see, searched for what its audience may not."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from portfolio.audit.guard import Guard
from portfolio.audit.page import FETCHED, Page
from portfolio.audit.svg import picture_faults, texts_in
from portfolio.audit.texts import texts_of
from portfolio.files.zipguard import open_archive, parse_xml, read_xml
from portfolio.model.artefact import Format
from portfolio.model.problem import Place, Problem, error

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from pikepdf import Pdf

MEDIA = "word/media/"
PICTURES = (".jpg", ".jpeg", ".png", ".svg")
_HEADINGS = frozenset({"/Title", "/Author", "/Subject", "/Keywords", "/Contents"})
_NOT_READ = "/ID"  # random bytes
# What a string begins with where an object is written out: ISO 32000-1, 7.3.4. Most objects of a tagged file hold none.
_STRING = re.compile(rb"\(|(?<!<)<(?!<)")
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t"}

Text = tuple[str, str]  # where it stands, and what it says


def search(path: Path, form: Format, guard: Guard) -> tuple[Problem, ...]:
    """What a file holds that its audience may not see; codes as the guard's, and `audit.unreadable`.

    Looked at are all texts of pages, bookmarks, notes, descriptions, properties, addresses, attachments and parts,
    the file's own name, and each picture by its bytes and by its look.
    """
    where = Place(file=path.name)
    try:
        faults = (*_text_faults([(path.name, path.stem)], guard), *_SEARCHES[form](path, guard))
    except Exception as fault:  # whatever a library raises: what cannot be searched is not known to be clean
        return (error("audit.unreadable", where, fault=type(fault).__name__),)
    return tuple(dict.fromkeys(replace(fault, where=where) for fault in faults))


def search_headings(path: Path, guard: Guard) -> tuple[Problem, ...]:
    """What a PDF's bookmarks, properties and the words of its links tell that its audience may not know."""
    from pikepdf import Pdf

    with Pdf.open(path) as pdf:
        told = [(key, text) for key, text in _strings_in_pdf(pdf) if key in _HEADINGS]
    return tuple(dict.fromkeys(replace(fault, where=Place(file=path.name)) for fault in _text_faults(told, guard)))


def search_site(path: Path, page: Page, guard: Guard) -> Iterator[Problem]:
    """What the page of a site, read from `path`, holds that its audience may not see: texts and attributes."""
    yield from _text_faults([(path.name, path.stem), *_strings_in_page(path, page)], guard)


def search_site_file(name: str, data: bytes, guard: Guard) -> Iterator[Problem]:
    """What a file beside the page of a site holds that its audience may not see; licences of fonts are not ours."""
    suffix = PurePosixPath(name).suffix
    if suffix == ".css":
        yield from guard.text_faults(name, data.decode("utf-8"), lines=True)
    elif suffix in PICTURES:
        yield from guard.file_faults(name, data)


def _strings_in_page(path: Path, page: Page) -> Iterator[Text]:
    """Every line and attribute; what a browser fetches is a file called by its digest, which the audit holds it to."""
    yield from ((path.name, line) for line in page.lines)
    told = {
        value: name
        for element in page.elements
        for name, value in element.attributes.items()
        if name not in FETCHED and not (name == "href" and element.tag == "link")
    }
    yield from ((name, unquote(value)) for value, name in told.items())


def _search_text(path: Path, guard: Guard) -> Iterator[Problem]:
    yield from guard.text_faults("1", path.read_text(encoding="utf-8-sig"))


def _search_pdf(path: Path, guard: Guard) -> Iterator[Problem]:
    from pikepdf import Pdf

    for number, text in enumerate(texts_of(path), start=1):
        yield from guard.text_faults(str(number), text, lines=True)
    with Pdf.open(path) as pdf:
        yield from _text_faults(_strings_in_pdf(pdf), guard)
        yield from _attachment_faults(pdf, guard)
        yield from _drawn_faults(pdf, guard)


def _search_svg(path: Path, guard: Guard) -> Iterator[Problem]:
    root = parse_xml(path.read_bytes(), path.name)
    yield from _text_faults(texts_in(root), guard)
    yield from picture_faults(root, guard)


def _search_docx(path: Path, guard: Guard) -> Iterator[Problem]:
    with open_archive(path) as archive:
        yield from _text_faults(_strings_in_docx(archive), guard)
        for name in archive.namelist():
            if name.startswith(MEDIA):
                yield from guard.file_faults(name, archive.read(name))


_SEARCHES = {
    Format.PDF: _search_pdf,
    Format.DOCX: _search_docx,
    Format.SVG: _search_svg,
    Format.TEXT: _search_text,
}


def _text_faults(texts: Iterable[Text], guard: Guard) -> Iterator[Problem]:
    """The faults of each text once: most strings of a document stand in it many times."""
    places = {text: at for at, text in texts}
    for text, at in places.items():
        yield from guard.text_faults(at, text)


def _strings_in_pdf(pdf: Pdf) -> Iterator[Text]:
    """Every string of every object, by the key it stands under, and what metadata hold."""
    from pikepdf import Dictionary, Stream

    yield from _strings_of(pdf.trailer, "")
    for thing in pdf.objects:
        if isinstance(thing, Stream) or _STRING.search(thing.unparse(resolved=True)):
            yield from _strings_of(thing, "")
        if isinstance(thing, Stream) and thing.get("/Type") == "/Metadata":
            yield "/Metadata", thing.read_bytes().decode("utf-8", errors="replace")
        elif isinstance(thing, Dictionary) and thing.get("/Type") == "/Filespec":
            yield from ((key, str(thing[key])) for key in ("/F", "/UF") if key in thing)


def _strings_of(thing: Any, key: str) -> Iterator[Text]:
    """The strings of one object, not of those it refers to: these have their own turn."""
    import pikepdf  # not names out of it: that takes longer than all the rest, and this is called for each thing

    if isinstance(thing, pikepdf.String):
        yield key, unquote(str(thing)) if key == "/URI" else str(thing)
    elif isinstance(thing, pikepdf.Array):
        yield from (text for each in thing if not _is_elsewhere(each) for text in _strings_of(each, key))
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        unread = {_NOT_READ, "/Contents"} if "/ByteRange" in thing else {_NOT_READ}  # a signature's is no text: 12.8.1
        for name, each in thing.items():
            if name not in unread and not _is_elsewhere(each):
                yield from _strings_of(each, name)


def _is_elsewhere(thing: Any) -> bool:
    return bool(getattr(thing, "is_indirect", False))


def _attachment_faults(pdf: Pdf, guard: Guard) -> Iterator[Problem]:
    from pikepdf import Stream

    for thing in pdf.objects:
        if isinstance(thing, Stream) and thing.get("/Type") == "/EmbeddedFile":
            yield from guard.attachment_faults(thing.read_bytes())


def _drawn_faults(pdf: Pdf, guard: Guard) -> Iterator[Problem]:
    """`audit.picture` for each picture that was not made for this file, or does not look as what is cleared does."""
    from pikepdf import PdfImage, Stream

    drawn = [each for each in pdf.objects if isinstance(each, Stream) and each.get("/Subtype") == "/Image"]
    masks = {each[key].objgen for each in drawn for key in ("/SMask", "/Mask") if isinstance(each.get(key), Stream)}
    for number, picture in enumerate(drawn, start=1):
        if picture.objgen in masks:
            continue
        at = str(number)
        if picture.get("/Filter") == "/DCTDecode":
            yield from guard.file_faults(at, picture.read_raw_bytes())
        else:
            yield from guard.image_faults(at, PdfImage(picture).as_pil_image())


def _strings_in_docx(archive: zipfile.ZipFile) -> Iterator[Text]:
    """Every part's name and paragraphs, and each text and attribute of it alone."""
    for name in archive.namelist():
        yield name, name
        if not name.endswith((".xml", ".rels")):
            continue
        for element in read_xml(archive, name).iter():
            if element.tag.endswith("}p"):
                yield name, "".join(_spoken(each) for each in element.iter())
            yield from (
                (name, unquote(text)) for text in (*element.attrib.values(), element.text or "") if text.strip()
            )


def _spoken(element: Element) -> str:
    tag = element.tag.rpartition("}")[2]
    return _BREAKS.get(tag, (element.text or "") if tag in ("t", "delText", "instrText") else "")
