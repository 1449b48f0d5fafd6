"""What a PDF tells beside its pages: where links lead, notes and fields, properties. Of a signed one nothing can go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_DEPTH = 40
# What leads to other pages, or holds a signature's own bytes.
_ELSEWHERE = {"/P", "/Parent", "/Prev", "/Pages", "/StructTreeRoot", "/ByteRange", "/Cert", "/Type", "/Subtype"}
# An address that opens a file, a path from a drive, a server's share or a root on (ISO 32000-1, 7.11.2).
_PATH = re.compile(r"file:|[A-Za-z]:[\\/]|\\\\|/(?:Users|home)/", re.IGNORECASE)


# Numbers by which programs tell copies apart; their digits may look like somebody's.
_COUNTED = re.compile(r"(?:uuid|[di]id):[0-9a-f-]+", re.IGNORECASE)


class Corner(StrEnum):
    """Where in a PDF something is told that its pages do not show."""

    LINK = "link"
    NOTE = "note"  # or a field of a form
    PROPERTIES = "properties"  # bookmarks, names of attached files and whatever belongs to no page


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """A text that no page shows: its page from 1, 0 for the whole document."""

    corner: Corner
    page: int
    text: str

    @property
    def is_path(self) -> bool:
        """Whether a link leads to a place on somebody's computer: such a path often names them."""
        return self.corner is Corner.LINK and bool(_PATH.match(self.text))


def unseen_in(pdf: Pdf) -> tuple[Unseen, ...]:
    """All texts of a document that stand beside its pages, each once; addresses are decoded."""
    found: list[Unseen] = []
    walk = _Walk()
    for number, page in enumerate(pdf.pages, start=1):
        walk.pass_by(page.obj)
        for note in _listed(page.obj.get("/Annots")):
            is_link = _is_dictionary(note) and note.get("/Subtype") == "/Link"
            corner = Corner.LINK if is_link else Corner.NOTE
            found += (Unseen(corner=corner, page=number, text=text) for text in walk.texts(note))
    metadata = pdf.Root.get("/Metadata")
    told = [*walk.texts(pdf.Root), *walk.texts(pdf.trailer.get("/Info")), *_packet(metadata)]
    found += (Unseen(corner=Corner.PROPERTIES, page=0, text=text) for text in told)
    return tuple(dict.fromkeys(found))


class _Walk:
    """Goes through objects and what they hold; into each indirect one once."""

    def __init__(self) -> None:
        self._met: set[tuple[int, int]] = set()

    def pass_by(self, thing: Object) -> None:
        """Does not go into an object."""
        self._met.add(thing.objgen)

    def texts(self, thing: Object | None, depth: int = _DEPTH) -> Iterator[str]:
        """The texts in an object."""
        import pikepdf

        if isinstance(thing, pikepdf.String):
            if text := unquote(str(thing)).strip():
                yield text
            return
        if not depth or not isinstance(thing, pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream):
            return
        if thing.objgen != (0, 0):
            if thing.objgen in self._met:
                return
            self._met.add(thing.objgen)
        if isinstance(thing, pikepdf.Array):
            for each in list(thing):
                yield from self.texts(each, depth - 1)
            return
        signature = {"/Contents"} if "/ByteRange" in thing else set()
        for key, value in list(thing.items()):
            if key not in _ELSEWHERE | signature:
                yield from self.texts(value, depth - 1)


def _packet(metadata: Object | None) -> Iterator[str]:
    """The document's XMP as it is written."""
    import pikepdf

    if isinstance(metadata, pikepdf.Stream):
        yield _COUNTED.sub("", metadata.read_bytes().decode("utf-8", "replace"))


def _listed(thing: Object | None) -> list[Object]:
    import pikepdf

    return list(thing) if isinstance(thing, pikepdf.Array) else []


def _is_dictionary(thing: Object) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Dictionary)
