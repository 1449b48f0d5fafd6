"""The links of a PDF, and the named places that they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.audit.resources import text_of, within
from portfolio.model.blocks import ADDRESSES
from portfolio.model.problem import Problem, error

if TYPE_CHECKING:
    from pikepdf import Pdf

ALLOWED_ACTIONS = (None, "/GoTo", "/URI")  # None: a link with a destination of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link on a page (from 0).

    `action` as PDF names it, None for a plain destination; `address` outside the document; `name` of a destination
    inside it, "" for one without, and `target`, the page where this is.
    """

    page: int
    action: str | None
    address: str
    name: str
    target: int | None


def links_in(pdf: Pdf) -> tuple[dict[str, int | None], tuple[Link, ...]]:
    """The page (from 0) of each named place, None where there is none, and all links in the order of the pages."""
    pages = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}
    places = {name: _page(target, pages) for name, target in _destinations(pdf)}
    return places, tuple(_links(pdf, pages, places))


def link_faults(link: Link) -> Iterator[Problem]:
    """`audit.action`, `audit.address` (neither http, https nor mailto), `audit.link` (leads nowhere)."""
    if link.action not in ALLOWED_ACTIONS:
        yield error("audit.action", action=link.action)
    elif link.action == "/URI":
        if not link.address.lower().startswith(ADDRESSES):
            yield error("audit.address", address=link.address)
    elif link.target is None:
        yield error("audit.link", target=link.name)


def inspect_links(path: Path) -> tuple[Problem, ...]:
    """What is wrong with the links of a file whoever made it: codes as `link_faults`, and `audit.unreadable`."""
    from pikepdf import Pdf, PdfError

    try:
        with Pdf.open(path) as pdf:
            return tuple(fault for link in links_in(pdf)[1] for fault in link_faults(link))
    except (OSError, PdfError, KeyError, ValueError, TypeError, AttributeError, IndexError) as fault:
        return (error("audit.unreadable", fault=type(fault).__name__),)


def _destinations(pdf: Pdf) -> Iterator[tuple[str, Any]]:
    """The named destinations, read straight from their name tree."""
    nodes = [within(pdf.Root, "/Names", "/Dests")]
    while nodes:
        node = nodes.pop()
        nodes += list(within(node, "/Kids") or ())
        pairs = list(within(node, "/Names") or ())
        yield from zip(map(str, pairs[::2]), pairs[1::2], strict=True)


def _page(target: Any, pages: Mapping[tuple[int, int], int]) -> int | None:
    """The page (from 0) of an explicit destination, or None."""
    import pikepdf

    explicit = within(target, "/D") if isinstance(target, pikepdf.Dictionary) else target
    first = explicit[0] if isinstance(explicit, pikepdf.Array) and len(explicit) else None
    return pages.get(first.objgen) if isinstance(first, pikepdf.Dictionary) else None


def _links(pdf: Pdf, pages: Mapping[tuple[int, int], int], places: Mapping[str, int | None]) -> Iterator[Link]:
    import pikepdf

    for place, page in enumerate(pdf.pages):
        for annotation in within(page.obj, "/Annots") or ():
            if within(annotation, "/Subtype") != "/Link":
                continue
            action = "/AA" if "/AA" in annotation else text_of(within(annotation, "/A", "/S")) or None
            given = within(annotation, "/A", "/D") if action else within(annotation, "/Dest")
            name = str(given) if isinstance(given, pikepdf.String) else ""
            yield Link(
                page=place,
                action=action,
                address=text_of(within(annotation, "/A", "/URI")),
                name=name,
                target=places.get(name) if name else _page(given, pages),
            )
