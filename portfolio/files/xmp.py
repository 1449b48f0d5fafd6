"""XMP packets: what people wrote about a picture in a photo program (ISO 16684-1; IPTC Photo Metadata 2023)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from portfolio.files.fault import FileFault

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_IPTC = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_EXIF = "{http://ns.adobe.com/exif/1.0/}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

# What we read → the properties that say it, the most particular first.
_PROPERTIES = {
    "title": (f"{_DC}title", f"{_PHOTOSHOP}Headline"),
    "caption": (f"{_DC}description",),
    "alternative": (f"{_IPTC}AltTextAccessibility",),
    "credit": (f"{_PHOTOSHOP}Credit", f"{_DC}creator"),
    "place": (f"{_IPTC}Location", f"{_PHOTOSHOP}City"),
    "date": (f"{_EXIF}DateTimeOriginal", f"{_PHOTOSHOP}DateCreated", f"{_XMP}CreateDate"),
}


def read_xmp(packet: bytes) -> dict[str, tuple[tuple[str, str], ...]]:
    """What a packet says: "title", "caption", "alternative", "credit", "place", "date" → (language or "", text) pairs.

    A packet that is no XML, or that wants entities, says nothing.
    """
    try:
        return read_xmp_file(packet)
    except FileFault:
        return {}


def read_xmp_file(packet: bytes) -> dict[str, tuple[tuple[str, str], ...]]:
    """As `read_xmp`, for a packet that is a file of its own. Raises FileFault (`xmp.unread`)."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(packet.strip(b"\0 \r\n\t"), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise FileFault("xmp.unread") from None
    said = ((name, _first(root, properties)) for name, properties in _PROPERTIES.items())
    return {name: texts for name, texts in said if texts}


def _first(root: Element, properties: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    for name in properties:
        for description in root.iter(f"{_RDF}Description"):
            texts = tuple(dict(_texts(description, name)).items())
            if texts:
                return texts
    return ()


def _texts(description: Element, name: str) -> Iterator[tuple[str, str]]:
    """A property's texts: an attribute, a plain element, or the entries of its rdf:Alt, rdf:Seq or rdf:Bag."""
    yield from (("", text) for text in [description.get(name, "").strip()] if text)
    for element in description.findall(name):
        entries = list(element.iter(f"{_RDF}li")) or [element]
        for entry in entries:
            language = entry.get(_LANGUAGE, "").partition("-")[0]
            text = " ".join((entry.text or "").split())
            if text:
                yield ("" if language == "x" else language), text
