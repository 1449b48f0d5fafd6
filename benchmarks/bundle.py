"""200 annexes bound, stamped, bookmarked and linked both ways, as a ratio to a bare concatenation by pikepdf.

The same concatenation with a bare stamp and a bare link on each page says what of that the stamps alone cost. Run with
`PYTHONPATH=.`.
"""

import io
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from portfolio.model.annex import Annex, AnnexState
from portfolio.model.bundle import Volume
from portfolio.model.text import Phrase
from portfolio.render.binding import bind
from portfolio.render.stampfont import cut_fonts
from portfolio.themes import load_theme

ANNEXES, ROWS, RUNS = 200, 40, 7


def main() -> None:
    """Print CPU seconds and ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dossier, copies, volume = material(folder)
        fonts = cut_fonts(load_theme("base", None), ["Annex 0123456789 ·"])

        def ours() -> None:
            bind(volume, ["Annex"], "Annexes", fonts, dossier, None, copies, folder / "ours.pdf")

        bare = seconds(lambda: concatenate(dossier, copies, folder / "bare.pdf"))
        control = seconds(lambda: concatenate(dossier, copies, folder / "stamped.pdf", stamped=True))
        bound = seconds(ours)
    print(f"{ANNEXES} annexes, {volume.pages - volume.before} pages, CPU seconds, median of {RUNS}")
    print(f"bare concatenation                  {bare:.3f}")
    print(f"the same with bare stamps and links {control:.3f}   {control / bare:.2f}")
    print(f"bundle                              {bound:.3f}   {bound / bare:.2f}")
    print(f"bundle without what stamps cost     {bound - (control - bare):.3f}   {(bound - control + bare) / bare:.2f}")


def seconds(work: Callable[[], object]) -> float:
    """The median CPU time of some work."""
    taken = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return median(taken)


def material(folder: Path) -> tuple[Path, dict[str, Path], Volume]:
    """A dossier with a link to each annex, and the annexes: one to three pages with 40 kB each."""
    random = Random(6)
    annexes = tuple(
        Annex(
            number=f"1.{number}",
            anchor=f"a-1.{number}",
            claim=f"x-1.{number}",
            label=f"Annex 1.{number}",
            stamp=f"Annex 1.{number} · {{page}}",
            title=Phrase(text="A certificate"),
            item=f"E-{number}",
            source="",
            file="",
            sha256="",
            state=AnnexState.BOUND,
            pages=1 + number % 3,
            copy="c",
        )
        for number in range(1, ANNEXES + 1)
    )
    copies = {annex.item: folder / f"{annex.number}.pdf" for annex in annexes}
    for annex in annexes:
        document(annex.pages, random).save(copies[annex.item])
    with document(ANNEXES // ROWS, random) as pdf:
        names = pikepdf.NameTree.new(pdf)
        pdf.Root["/Names"] = Dictionary(Dests=names.obj)
        for place, annex in enumerate(annexes):
            page, top = pdf.pages[place // ROWS].obj, 800 - place % ROWS * 18
            names[annex.anchor] = names[annex.claim] = Array([page, Name.XYZ, 50, top, 0])
            link = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([50, top - 10, 90, top]),
                Dest=String(annex.claim),
            )
            page["/Annots"] = Array([*page.get("/Annots", []), pdf.make_indirect(link)])
        pdf.save(folder / "dossier.pdf")
    return folder / "dossier.pdf", copies, Volume(number=1, annexes=annexes, before=ANNEXES // ROWS, first=1)


def document(pages: int, random: Random) -> Pdf:
    """Pages with a picture that cannot be compressed."""
    pdf = Pdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj["/Resources"] = Dictionary(XObject=Dictionary(I=pdf.make_stream(random.randbytes(40_000))))
        page.obj["/Contents"] = pdf.make_stream(b"q 1 0 0 1 0 0 cm Q")
    return pdf


def concatenate(dossier: Path, copies: dict[str, Path], target: Path, *, stamped: bool = False) -> None:
    """All documents behind each other; `stamped` with a line and a link on each page of an annex."""
    with pikepdf.open(dossier) as pdf:
        before = len(pdf.pages)
        opened = [pikepdf.open(io.BytesIO(path.read_bytes())) for path in copies.values()]
        for source in opened:
            pdf.pages.extend(source.pages)
        for number, page in enumerate(pdf.pages[before:] if stamped else [], start=before + 1):
            page.contents_add(b"q ", prepend=True)
            page.contents_add(f" Q BT /F 8 Tf 500 20 Td (Annex 1.1 {number}) Tj ET".encode())
            link = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([500, 20, 590, 30]),
                Dest=Array([pdf.pages[0].obj, Name.Fit]),
            )
            page.obj["/Annots"] = Array([pdf.make_indirect(link)])
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        for source in opened:
            source.close()


if __name__ == "__main__":
    main()
