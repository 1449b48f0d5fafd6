"""A sheet for a printer that cannot print to the edge: the same paper, all of it smaller within a white margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.render.press import PT, keep_what_prints

if TYPE_CHECKING:
    from pikepdf import Pdf

MARGIN = 6.0  # mm: office printers leave 3 to 6 mm white


def leave_margin(pdf: Pdf, margin: float = MARGIN) -> None:
    """Makes each page a drawing in the middle of its paper, with `margin` mm at the least on all sides.

    A drawing, for patterns lie on the ground of the page and would stay as large as they were.
    """
    from pikepdf import Dictionary, Name, Stream

    keep_what_prints(pdf)
    for page in pdf.pages:
        left, bottom, right, top = (float(edge) for edge in page.mediabox)
        width, height, edge = right - left, top - bottom, margin * PT
        scale = min((width - 2 * edge) / width, (height - 2 * edge) / height)
        across, up = ((left + width / 2) * (1 - scale), (bottom + height / 2) * (1 - scale))
        page.contents_coalesce()
        drawing = Stream(pdf, page.obj.Contents.read_bytes())
        drawing.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": page.mediabox})
        drawing["/Resources"] = page.obj.Resources
        page.obj.Contents = pdf.make_stream(
            f"{scale:.6f} 0 0 {scale:.6f} {across:.4f} {up:.4f} cm /Sheet Do\n".encode()
        )
        page.obj.Resources = Dictionary(XObject=Dictionary({"/Sheet": pdf.make_indirect(drawing)}))
        for key in ("/Group", "/BleedBox", "/TrimBox"):
            if key in page.obj:
                del page.obj[key]
