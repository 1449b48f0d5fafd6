"""The pixels of a picture in a PDF: a box of them, packed anew.

Samples are those of ISO 32000-1, 8.9.5; a box is left, top, right, bottom in pixels.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from portfolio.files.pdfpages import PdfFault

if TYPE_CHECKING:
    from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Object

    Instruction = ContentStreamInstruction | ContentStreamInlineImage

_QUALITY = 92  # of the JPEG that the part of a JPEG becomes
# Samples of a pixel in the colour spaces of ISO 32000-1, 8.6; of the others their array tells it.
_SAMPLES = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/Lab": 3, "/DeviceCMYK": 4}
_SAMPLES |= {"/Indexed": 1, "/Separation": 1}


def samples_of(picture: Object) -> bytes:
    """Its pixels as they follow each other. Raises PdfFault (`pdf.uncleanable`) for a packing that is not undone."""
    import pikepdf

    try:
        return picture.read_bytes()
    except pikepdf.PdfError as fault:
        raise PdfFault("pdf.uncleanable") from fault


def bits_of(picture: Object) -> int:
    """How many bits a pixel has."""
    import pikepdf

    if picture.get("/ImageMask", False):
        return 1
    space = picture["/ColorSpace"]
    if isinstance(space, pikepdf.Array):
        kind = str(space[0])
        if kind == "/ICCBased":
            samples = int(space[1]["/N"])
        else:
            samples = len(space[1]) if kind == "/DeviceN" else _SAMPLES[kind]
    else:
        samples = _SAMPLES[str(space)]
    return samples * int(picture["/BitsPerComponent"])


def part_of_samples(data: bytes, size: tuple[int, int], bits: int, box: tuple[int, int, int, int]) -> bytes:
    """A box of pixels, each row filled up to whole bytes. Raises ValueError when there are fewer than there should."""
    left, top, right, bottom = box
    row, wide = -(-size[0] * bits // 8), (right - left) * bits
    if len(data) < row * size[1]:
        raise ValueError("fewer pixels than the picture says")
    behind = row * 8 - right * bits
    rows = (int.from_bytes(data[start : start + row], "big") for start in range(top * row, bottom * row, row))
    kept = ((each >> behind & (1 << wide) - 1) << -wide % 8 for each in rows)
    return b"".join(each.to_bytes(-(-wide // 8), "big") for each in kept)


def part_of_jpeg(data: bytes, box: tuple[int, int, int, int]) -> bytes:
    """A box of a JPEG's pixels as a JPEG. Raises PdfFault (`pdf.uncleanable`) when it cannot be read."""
    from PIL import Image

    written = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data)) as image:
            part = image.crop(box)
    except (OSError, SyntaxError, ValueError) as fault:
        raise PdfFault("pdf.uncleanable") from fault
    part.info.clear()
    part.save(written, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return written.getvalue()
