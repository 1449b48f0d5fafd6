"""Fonts, pictures and drawings of a PDF, each once, however many pages and drawings use it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Pdf


def fonts_in(pdf: Pdf) -> Iterator[Any]:
    """The font dictionaries."""
    return (thing for kind, thing in _resources(pdf) if kind == "/Font")


def pictures_in(pdf: Pdf) -> Iterator[Any]:
    """The streams of pictures."""
    return (thing for kind, thing in _resources(pdf) if kind == "/XObject" and within(thing, "/Subtype") == "/Image")


def drawings_in(pdf: Pdf) -> Iterator[Any]:
    """The streams of drawings: forms and patterns with a content of their own."""
    import pikepdf

    for kind, thing in _resources(pdf):
        is_drawing = isinstance(thing, pikepdf.Stream) and within(thing, "/Subtype") != "/Image"
        if kind in ("/XObject", "/Pattern") and is_drawing:
            yield thing


def font_name(font: Any) -> str:
    """What a font is called, without the letters of a cut one."""
    return str(within(font, "/BaseFont") or "").lstrip("/").rpartition("+")[2]


def is_embedded(font: Any) -> bool:
    """Whether a font's letters are in the file."""
    descendants = within(font, "/DescendantFonts")
    descriptor = within(descendants[0] if descendants else font, "/FontDescriptor") or {}
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def within(thing: Any, *keys: str) -> Any:
    """What lies behind keys, one inside the other; None where there is nothing."""
    import pikepdf

    for key in keys:
        thing = thing.get(key) if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) else None
    return thing


def text_of(thing: Any) -> str:
    """A string or a name of a PDF, "" where there is none."""
    return "" if thing is None else str(thing)


def _resources(pdf: Pdf) -> Iterator[tuple[str, Any]]:
    """Each resource with the kind that it is listed under, those of drawings too."""
    waiting = [page.obj.get("/Resources") for page in pdf.pages]
    seen: set[tuple[int, int]] = set()
    while waiting:
        resources = waiting.pop()
        if resources is None or _again(resources, seen):
            continue
        for kind in ("/Font", "/XObject", "/Pattern"):
            for thing in (within(resources, kind) or {}).values():
                if not _again(thing, seen):
                    yield kind, thing
                    waiting.append(within(thing, "/Resources"))


def _again(thing: Any, seen: set[tuple[int, int]]) -> bool:
    """Whether an object was met before; what has no number of its own never was."""
    met = thing.is_indirect and thing.objgen in seen
    seen.add(thing.objgen)
    return met
