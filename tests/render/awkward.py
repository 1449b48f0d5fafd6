"""PDFs as schools really have them: turned, cropped, shifted, locked, cut off, huge, and things only called PDF."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, Pdf

from portfolio.render.clean import Handling

CLEAN, SIGNED, REFUSED = Handling


@dataclass(frozen=True, slots=True, kw_only=True)
class Awkward:
    """A file, what must become of it, and with how many pages."""

    name: str
    data: bytes
    handling: Handling
    pages: int = 1


def framed(
    box: tuple[float, float, float, float] = (0, 0, 595, 842), *, text: str = "Annexed", pages: int = 1, **keys: object
) -> Pdf:
    """Pages whose frame is drawn right at the edges of the box, with a text in the middle; `keys` of the pages."""
    pdf = Pdf.new()
    left, bottom, right, top = box
    for number in range(pages):
        page = pdf.add_blank_page(page_size=(10, 10))
        page.obj["/MediaBox"] = Array([left, bottom, right, top])
        for key, value in keys.items():
            page.obj[f"/{key}"] = value
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.obj["/Resources"] = Dictionary(Font=Dictionary(F1=font))
        size = min(right - left, top - bottom) / 16
        across, up = right - left, top - bottom
        page.obj["/Contents"] = pdf.make_stream(
            f"0.8 1 0.9 rg {left} {bottom} {across} {up} re f "
            f"1 0 0 RG {size / 4} w {left + size / 8} {bottom + size / 8} {across - size / 4} {up - size / 4} re S "
            f"0 g BT /F1 {size} Tf {left + across / 8} {bottom + up / 2} Td ({text} {number + 1}) Tj ET".encode()
        )
    return pdf


def saved(pdf: Pdf, **how: object) -> bytes:
    """The bytes of a document."""
    data = io.BytesIO()
    pdf.save(data, **how)
    return data.getvalue()


def turned(turn: int) -> Pdf:
    return framed(Rotate=turn, text=f"Turned {turn}")


def cropped() -> Pdf:
    """What lies outside the crop box must not come back into sight."""
    return framed((-50, -70, 545, 772), CropBox=Array([0, 0, 400, 600]), text="Cropped")


def unbalanced() -> Pdf:
    """Content that pops more states than it pushed, and leaves a scaled one behind."""
    pdf = framed(text="Unbalanced")
    page = pdf.pages[0]
    page.contents_add(b"Q Q q 0.1 0 0 0.1 300 300 cm 0 0 20 20 re W n")
    return pdf


def signed() -> Pdf:
    pdf = framed(text="Signed")
    value = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Contents=b"signature")
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([pdf.make_indirect(Dictionary(FT=Name.Sig, V=value, T="s"))]))
    return pdf


def linked() -> Pdf:
    """Three pages, the first of which leads to the last."""
    pdf = framed(pages=3, text="Linked")
    pdf.pages[0].obj["/Annots"] = Array(
        [
            pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array([10, 10, 99, 99]),
                    Dest=Array([pdf.pages[2].obj, Name.Fit]),
                )
            )
        ]
    )
    return pdf


def without_startxref(data: bytes) -> bytes:
    return data[: data.rindex(b"startxref")]


KINDS: tuple[tuple[str, Callable[[], bytes], Handling, int], ...] = (
    ("upright", lambda: saved(framed()), CLEAN, 1),
    ("turned-90", lambda: saved(turned(90)), CLEAN, 1),
    ("turned-180", lambda: saved(turned(180)), CLEAN, 1),
    ("turned-270", lambda: saved(turned(270)), CLEAN, 1),
    ("turned-back", lambda: saved(turned(-90)), CLEAN, 1),
    ("shifted", lambda: saved(framed((-200, 300, 395, 1142), text="Shifted")), CLEAN, 1),
    ("cropped", lambda: saved(cropped()), CLEAN, 1),
    (
        "cropped-and-turned",
        lambda: saved(framed((30, 40, 625, 882), CropBox=Array([60, 70, 500, 800]), Rotate=90)),
        CLEAN,
        1,
    ),
    ("tiny", lambda: saved(framed((0, 0, 300, 500), text="Tiny")), CLEAN, 1),
    ("narrow", lambda: saved(framed((0, 0, 40, 400), text="N")), CLEAN, 1),
    ("a3", lambda: saved(framed((0, 0, 1191, 842), text="A3")), CLEAN, 1),
    ("banner", lambda: saved(framed((0, 0, 8000, 2000), text="Banner")), CLEAN, 1),
    ("inches", lambda: saved(framed((0, 0, 8.27, 11.69), text="In", UserUnit=72)), CLEAN, 1),
    ("unbalanced", lambda: saved(unbalanced()), CLEAN, 1),
    ("linked", lambda: saved(linked()), CLEAN, 3),
    ("empty-password", lambda: saved(framed(text="Owner"), encryption=Encryption(owner="o", user="", R=6)), CLEAN, 1),
    ("old-cipher", lambda: saved(framed(text="Old"), encryption=Encryption(owner="o", user="", R=4)), CLEAN, 1),
    ("password", lambda: saved(framed(), encryption=Encryption(owner="o", user="secret", R=6)), REFUSED, 0),
    ("no-startxref", lambda: without_startxref(saved(framed(text="Repaired", pages=2))), CLEAN, 2),
    ("truncated", lambda: saved(framed(pages=3))[:300], REFUSED, 0),
    ("junk-before", lambda: b"\r\n\x00junk\n" * 9 + saved(framed(text="Junk")), CLEAN, 1),
    ("html", lambda: b"<!DOCTYPE html><html><body>404</body></html>", REFUSED, 0),
    ("empty", lambda: b"", REFUSED, 0),
    ("signed", lambda: saved(signed()), SIGNED, 0),
    ("many-pages", lambda: saved(framed(pages=12, text="Many")), CLEAN, 12),
)


def awkward(count: int) -> Iterator[Awkward]:
    """So many awkward files, kind by kind, each with a name of its own."""
    made = {name: make() for name, make, _, _ in KINDS}
    for number in range(count):
        name, _, handling, pages = KINDS[number % len(KINDS)]
        yield Awkward(name=f"{number:03}-{name}.pdf", data=made[name], handling=handling, pages=pages)


def write(folder: Path, files: Iterator[Awkward]) -> dict[str, Awkward]:
    """Writes the files; each by its name."""
    written = {file.name: file for file in files}
    for file in written.values():
        (folder / file.name).write_bytes(file.data)
    return written


def text_of(path: Path) -> list[str]:
    """What each page says, also what is cut off."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(path)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return texts


def open_pdf(path: Path) -> Pdf:
    return pikepdf.open(path)
