"""One volume of a bundle: pages put behind each other, and all that leads to them."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.model.bundle import Volume
from portfolio.render.bundle_front import PLACEHOLDER
from portfolio.render.claims import remove_claims
from portfolio.render.pagebox import Box
from portfolio.render.stamp import Stamper, boxed
from portfolio.render.stampfont import StampFonts

if TYPE_CHECKING:
    from pikepdf import NameTree, Object, Page, Pdf

_SMALL = 2**20  # bytes


def bind(
    volume: Volume,
    notes: Sequence[str],
    outline: str,
    fonts: StampFonts,
    dossier: Path,
    front: Path | None,
    copies: Mapping[str, Path],
    target: Path,
) -> None:
    """Writes a volume; `notes` are lines for its first page, `outline` is the bookmark above those of the annexes.

    The first volume has the dossier, and its list of annexes (`front`) behind it; every other begins with its list.
    Raises OSError, pikepdf.PdfError.
    """
    import pikepdf

    with ExitStack() as open_files:

        def opened(path: Path) -> Pdf:
            # All stay open until the volume is written, and a system opens only some hundred files at once.
            small = path.stat().st_size <= _SMALL
            return open_files.enter_context(pikepdf.open(io.BytesIO(path.read_bytes()) if small else path))

        begun = dossier if volume.number == 1 or front is None else front
        pdf = opened(begun)
        remove_claims(pdf)
        if front is not None and begun is not front:
            _append(pdf, opened(front))
        pages = list(pdf.pages)
        starts: dict[str, Object] = {}
        stamper = Stamper(pdf, fonts)
        stamper.stamp_own(pages[0], list(notes))
        for annex in volume.annexes:
            pdf.pages.extend(opened(copies[annex.item]).pages)
        foreign = list(pdf.pages)[len(pages) :]  # once: each look into `pdf.pages` goes through all of them
        for annex, number in volume.starts():
            first = number - volume.first - volume.before
            starts[annex.anchor] = foreign[first].obj
            for running, page in enumerate(foreign[first : first + annex.pages], start=number):
                text = annex.stamp.format(page=running)
                back = annex.claim if volume.number == 1 else annex.listed
                _link(page, stamper.stamp_foreign(page, text), back, text, pdf)
        _lead(pdf, pages, volume, starts)
        _bookmark(pdf, volume, outline, starts)
        _number(pdf, volume)
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _append(pdf: Pdf, more: Pdf) -> None:
    """Puts the pages of another document of the project behind one; their tags, which would need merging, go."""
    first = len(pdf.pages)
    pdf.pages.extend(more.pages)
    for page in pdf.pages[first:]:
        for thing, key in ((page.obj, "/StructParents"), *((note, "/StructParent") for note in _notes(page.obj))):
            if key in thing:
                del thing[key]


def _notes(page: Object) -> list[Object]:
    return list(page["/Annots"]) if "/Annots" in page else []


def _link(page: Page, box: Box, name: str, text: str, pdf: Pdf) -> None:
    """A link from the stamp back to what the annex proves."""
    from pikepdf import Array, Dictionary, Name, String

    link = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=boxed(box),
        Border=Array([0, 0, 0]),
        F=4,
        Contents=String(text),
        Dest=String(name),
    )
    page.obj["/Annots"] = Array([*_notes(page.obj), pdf.make_indirect(link)])


def _lead(pdf: Pdf, pages: Sequence[Page], volume: Volume, starts: Mapping[str, Object]) -> None:
    """Makes the links to annexes lead to their pages; those to annexes of other volumes lead to their rows as before.

    A row's own number, which leads to the exhibit from a dossier alone, leads to the pages here: its title still
    leads to the exhibit.
    """
    from pikepdf import Array, Name

    names = _names(pdf)
    lines = {annex.anchor: annex.claim for annex in volume.annexes}
    known = dict(names.items())
    rows = {anchor: known[anchor] for anchor in lines if anchor in known}
    links = _links(pages)
    for anchor, row in rows.items():
        here = links.get((row[0].objgen, lines[anchor]), ())
        beside = [link for link in here if float(link.Rect[1]) < float(row[3]) + 1]
        if beside:
            _redirect(min(beside, key=lambda link: (-round(float(link.Rect[3])), float(link.Rect[0]))), anchor)
    for (_, address), some in links.items():
        if address.startswith(PLACEHOLDER):
            for link in some:
                _redirect(link, address.removeprefix(PLACEHOLDER))
    for anchor, page in starts.items():
        names[anchor] = Array([page, Name.Fit])
    for name in lines.values():
        assert volume.number > 1 or name in known, name


def _names(pdf: Pdf) -> NameTree:
    """The named places of a document."""
    import pikepdf

    if "/Names" not in pdf.Root:
        pdf.Root["/Names"] = pdf.make_indirect(pikepdf.Dictionary())
    if "/Dests" not in pdf.Root.Names:
        tree: NameTree = pikepdf.NameTree.new(pdf)
        pdf.Root.Names["/Dests"] = tree.obj
        return tree
    return pikepdf.NameTree(pdf.Root.Names.Dests)


def _links(pages: Sequence[Page]) -> dict[tuple[tuple[int, int], str], list[Object]]:
    """The links by their page and by the name, or the address, that they lead to."""
    found: dict[tuple[tuple[int, int], str], list[Object]] = defaultdict(list)
    for page in pages:
        for note in _notes(page.obj):
            if note.get("/Subtype") == "/Link":
                found[page.obj.objgen, _target(note)].append(note)
    return found


def _target(link: Object) -> str:
    """The name or the address that a link leads to, "" for any other."""
    import pikepdf

    action = link.get("/A")
    to = link.get("/Dest") if action is None else action.get("/D", action.get("/URI"))
    return str(to) if isinstance(to, pikepdf.String) else ""


def _redirect(link: Object, name: str) -> None:
    import pikepdf

    if "/A" in link:
        del link["/A"]
    link["/Dest"] = pikepdf.String(name)


def _bookmark(pdf: Pdf, volume: Volume, outline: str, starts: Mapping[str, Object]) -> None:
    """A bookmark for each annex, below that of the section which lists them."""
    import pikepdf

    with pdf.open_outline() as marks:
        above = next((mark for mark in reversed(marks.root) if mark.title == outline), None)
        if above is None:
            above = marks.root[0] if marks.root and volume.number > 1 else pikepdf.OutlineItem(outline)
            if above not in marks.root:
                marks.root.append(above)
        for annex in volume.annexes:
            place = pikepdf.Array([starts[annex.anchor], pikepdf.Name.Fit])
            above.children.append(pikepdf.OutlineItem(f"{annex.label}  {annex.title.text}", place))
        above.is_closed = True


def _number(pdf: Pdf, volume: Volume) -> None:
    """Page labels: the dossier's own, then running numbers."""
    from pikepdf import Array, Dictionary, Name, NumberTree

    def run_from(number: int) -> Object:
        return Dictionary(S=Name.D, St=number)

    labels = Array(_pairs([(0, run_from(volume.first))]))
    if volume.number == 1 and "/PageLabels" in pdf.Root:
        own = sorted(NumberTree(pdf.Root.PageLabels).items())
        labels = Array(_pairs([*own, (volume.before, run_from(volume.first + volume.before))]))
    pdf.Root["/PageLabels"] = Dictionary(Nums=labels)


def _pairs(labels: Iterable[tuple[int, Object]]) -> Iterator[Any]:
    """First page and label, one after the other."""
    for first, label in labels:
        yield from (first, label)
