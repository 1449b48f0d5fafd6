"""A sheet as a print shop takes it: boxes to the hundredth of a mm, marks beyond the bleed, nothing but the picture.

WeasyPrint holds a bleed box to 10 pt at most and draws its marks inside the bleed: boxes and marks are written here.
Lengths in mm.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.model.sheet import PageGeometry

if TYPE_CHECKING:
    from pikepdf import Pdf

PT = 72 / 25.4  # of a mm
BLEED = 3.0  # what most shops ask for (printstart.ee, fpsrepro.cz, moderato.pl)
SLUG = 10.0  # of paper beyond the bleed, where the marks stand
_APART, _LONG = 1.0, 6.0  # of a mark: from the bleed, and how long it is
_THIN = 0.25  # pt
_ALL = "/Registration"
_OF_SCREENS = ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/Names", "/Dests", "/OpenAction", "/PageMode")


@contextmanager
def rewritten(source: Path, target: Path, *, version: str = "") -> Iterator[Pdf]:
    """An open PDF that is written to `target` at the end; the same input gives the same bytes."""
    import pikepdf

    with pikepdf.open(source, allow_overwriting_input=source == target) as pdf:
        yield pdf
        mode = pikepdf.ObjectStreamMode.generate
        pdf.save(target, deterministic_id=True, object_stream_mode=mode, force_version=version)


def put_on_press(pdf: Pdf, geometry: PageGeometry) -> None:
    """Gives each page of a set sheet its boxes and marks; what only a screen needs goes: tags, links, bookmarks.

    The lower left corner of the trimmed sheet is where the page's coordinates begin.
    """
    keep_what_prints(pdf)
    slug = geometry.bleed + (SLUG if geometry.marks else 0.0)
    for page in pdf.pages:
        _cut(pdf, page, _box(geometry, geometry.bleed))
        for name, beyond in (("/MediaBox", slug), ("/BleedBox", geometry.bleed), ("/TrimBox", 0.0)):
            page.obj[name] = _array(_box(geometry, beyond))
        if geometry.marks:
            _mark(pdf, page, geometry)
        page.contents_coalesce()


def keep_what_prints(pdf: Pdf) -> None:
    """Takes out what paper knows nothing of, and what would have transparent colours reckoned on a screen's ground."""
    from pikepdf import Dictionary, Stream

    for key in _OF_SCREENS:
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pdf.pages:
        for key in ("/Annots", "/StructParents", "/Tabs", "/ArtBox", "/CropBox"):
            if key in page.obj:
                del page.obj[key]
    for thing in pdf.objects:
        group = thing.get("/Group") if isinstance(thing, Dictionary | Stream) else None
        if group is not None and "/CS" in group:
            del group["/CS"]


def _cut(pdf: Pdf, page: Any, box: tuple[float, ...]) -> None:
    """Nothing of the sheet is seen beyond its bleed."""
    left, bottom, right, top = box
    area = f"{left:.4f} {bottom:.4f} {right - left:.4f} {top - bottom:.4f}"
    page.contents_add(pdf.make_stream(f"q {area} re W n\n".encode()), prepend=True)
    page.contents_add(pdf.make_stream(b"\nQ\n"))


def _mark(pdf: Pdf, page: Any, geometry: PageGeometry) -> None:
    """Eight lines in all inks at once (ISO 32000-1, 8.6.6.4: "All")."""
    from pikepdf import Array, Dictionary, Name

    full = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1)
    spaces = page.obj.Resources.get("/ColorSpace", Dictionary())
    spaces[_ALL] = Array([Name.Separation, Name.All, Name.DeviceCMYK, full])
    page.obj.Resources["/ColorSpace"] = spaces
    lines = "".join(f"{x0:.4f} {y0:.4f} m {x1:.4f} {y1:.4f} l S\n" for x0, y0, x1, y1 in _lines(geometry))
    page.contents_add(pdf.make_stream(f"q {_ALL} CS 1 SCN {_THIN} w 0 J\n{lines}Q\n".encode()))


def _lines(geometry: PageGeometry) -> Iterator[tuple[float, ...]]:
    near, far = geometry.bleed + _APART, geometry.bleed + _APART + _LONG
    for x, away in ((0.0, -1), (geometry.width, 1)):
        for y, up in ((0.0, -1), (geometry.height, 1)):
            yield tuple(PT * each for each in (x + away * near, y, x + away * far, y))
            yield tuple(PT * each for each in (x, y + up * near, x, y + up * far))


def _box(geometry: PageGeometry, beyond: float) -> tuple[float, float, float, float]:
    """The trimmed sheet and so much round it, in pt."""
    return -beyond * PT, -beyond * PT, (geometry.width + beyond) * PT, (geometry.height + beyond) * PT


def _array(box: tuple[float, ...]) -> Any:
    from decimal import Decimal

    from pikepdf import Array

    return Array([Decimal(f"{edge:.4f}") for edge in box])
