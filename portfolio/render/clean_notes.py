"""Notes and links of a foreign PDF: what draws is burnt in, links that people follow stay, the rest goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from portfolio.files.pdfpages import PdfFault
from portfolio.model.blocks import ADDRESSES
from portfolio.render.clean_layers import Layers

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

# Annotations (ISO 32000-2, table 171) that draw what a reader sees on the page; all others open, play or only note.
_DRAWING = {
    *("/Widget", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline"),
    *("/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Watermark"),
}
# Those that people draw over what nobody shall see.
_COVERING = {"/Square", "/Circle", "/Polygon", "/Ink", "/Stamp", "/FreeText"}
_LINK = {"/Type", "/Subtype", "/Rect", "/Border", "/BS", "/C", "/H", "/F", "/QuadPoints", "/Dest", "/A"}
_INVISIBLE, _HIDDEN, _NO_VIEW = 1, 2, 32  # flags (table 167)


class Destinations:
    """Where names lead in a document, and which objects are its pages."""

    def __init__(self, pdf: Pdf) -> None:
        import pikepdf

        self._pages = {page.obj.objgen for page in pdf.pages}
        self._named: dict[str, Object] = {}
        named = pdf.Root.get("/Dests")
        if isinstance(named, pikepdf.Dictionary):
            self._named.update(named.as_dict())
        names = pdf.Root.get("/Names")
        tree = names.get("/Dests") if isinstance(names, pikepdf.Dictionary) else None
        if isinstance(tree, pikepdf.Dictionary):
            self._named.update({str(name): target for name, target in pikepdf.NameTree(tree).items()})

    def of(self, thing: Object) -> Object | None:
        """The page and place to which a link or bookmark leads; None for nothing in this document."""
        import pikepdf

        action = thing.get("/A")
        goes = isinstance(action, pikepdf.Dictionary) and action.get("/S") == "/GoTo"
        target = thing.get("/Dest", action.get("/D") if goes and action is not None else None)
        if isinstance(target, pikepdf.Name | pikepdf.String):
            target = self._named.get(str(target))
        if isinstance(target, pikepdf.Dictionary):
            target = target.get("/D")
        if not isinstance(target, pikepdf.Array) or len(target) == 0:
            return None
        page, *place = list(target)
        if not isinstance(page, pikepdf.Dictionary) or page.objgen not in self._pages:
            return None
        return pikepdf.Array([page, *(part for part in place if _is_plain(part))])


def clean_notes(page: Page, destinations: Destinations, layers: Layers) -> int:
    """Takes the notes off a page but for links and what draws; how many of those may cover something.

    What draws is burnt in afterwards, with `Pdf.flatten_annotations`. Raises PdfFault: `pdf.redaction` for marks of
    what shall be made unreadable and is not yet, `pdf.uncleanable` for what draws but has no look of its own.
    """
    import pikepdf

    notes = page.obj.get("/Annots")
    kept, covering = [], 0
    for note in list(notes) if isinstance(notes, pikepdf.Array) else []:
        if not isinstance(note, pikepdf.Dictionary):
            continue
        kind = str(note.get("/Subtype"))
        if kind == "/Redact":
            raise PdfFault("pdf.redaction")
        if kind == "/Link":
            kept += list(_link(note, destinations))
        elif kind in _DRAWING and not layers.hide(note.get("/OC")) and not _is_hidden(note):
            if kind != "/Widget" and not _has_look(note):  # a program may draw it, and what it covers would be seen
                raise PdfFault("pdf.uncleanable")
            covering += kind in _COVERING
            note["/F"] = _flags(note) & ~_INVISIBLE  # it is about kinds that a program does not know, not about these
            kept.append(note)
    if notes is not None:
        page.obj["/Annots"] = pikepdf.Array(kept)
    return covering


def lost_values(page: Page) -> int:
    """How many filled fields of a form show nothing on this page: they have a value and no look."""
    import pikepdf

    notes = page.obj.get("/Annots")
    widgets = (
        note
        for note in (list(notes) if isinstance(notes, pikepdf.Array) else [])
        if note.get("/Subtype") == "/Widget" and not _has_look(note)
    )
    return sum(1 for widget in widgets if _value(widget))


def _link(link: Object, destinations: Destinations) -> Iterator[Object]:
    """A link to a page, or to an address that people open; nothing for one that starts or fetches something."""
    import pikepdf

    target = destinations.of(link)
    action = link.get("/A")
    address = str(action.get("/URI", "")) if isinstance(action, pikepdf.Dictionary) else ""
    for key in set(link.keys()) - _LINK | {"/A", "/Dest"} & set(link.keys()):
        del link[key]
    if target is not None:
        link["/Dest"] = target
        yield link
    elif address.lower().startswith(ADDRESSES):
        link["/A"] = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=address)
        yield link


def _is_plain(part: Object) -> bool:
    """Whether a part of a destination is a number, null, or the name of how a page is fitted."""
    import pikepdf

    return not isinstance(part, pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream | pikepdf.String)


def _is_hidden(note: Object) -> bool:
    return bool(_flags(note) & (_HIDDEN | _NO_VIEW))


def _flags(note: Object) -> int:
    return int(note.get("/F", 0))


def _has_look(note: Object) -> bool:
    """Whether it is drawn by operators of its own, in the state that it is in."""
    import pikepdf

    looks = note.get("/AP")
    look = looks.get("/N") if isinstance(looks, pikepdf.Dictionary) else None
    if isinstance(look, pikepdf.Dictionary):
        look = look.get(str(note.get("/AS", "/Off")))
    return isinstance(look, pikepdf.Stream)


def _value(widget: Object) -> str:
    """What a field holds, which may stand at one of its ancestors."""
    import pikepdf

    field: Object | None = widget
    for _ in range(20):
        if not isinstance(field, pikepdf.Dictionary):
            break
        value = field.get("/V")
        if isinstance(value, pikepdf.String):
            return str(value)
        field = field.get("/Parent")
    return ""
