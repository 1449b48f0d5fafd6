"""A scan as a page of its own: its print-ready picture on A4, so that it can be bound like any other document."""

from __future__ import annotations

import struct
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.model.blocks import PlacedPicture
from portfolio.render.derivatives import Derivative

if TYPE_CHECKING:
    from pikepdf import Pdf

A4 = (210.0, 297.0)  # mm
_PT = 72 / 25.4
_PNG = b"\x89PNG\r\n\x1a\n"
_GREY, _COLOUR = 0, 2  # PNG's colour types (W3C PNG, 11.2.2) of what derivatives are


def write_sheet(picture: PlacedPicture, derivative: Derivative, target: Path) -> None:
    """Writes a PDF of one page with the picture in its middle; the same bytes each time. Raises OSError."""
    import pikepdf

    width, height = A4 if picture.width_mm <= picture.height_mm else A4[::-1]
    scale = min(1.0, width / picture.width_mm, height / picture.height_mm)
    across, up = picture.width_mm * scale, picture.height_mm * scale
    left, bottom = (width - across) / 2, (height - up) / 2
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(_pt(width), _pt(height)))
        page.obj["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=_image(pdf, derivative)))
        place = f"q {_pt(across)} 0 0 {_pt(up)} {_pt(left)} {_pt(bottom)} cm /Scan Do Q"
        page.obj["/Contents"] = pdf.make_stream(place.encode())
        pdf.save(target, deterministic_id=True)


def _pt(length: float) -> Decimal:
    return Decimal(f"{length * _PT:.3f}")


def _image(pdf: Pdf, derivative: Derivative) -> Any:
    """The picture's bytes as they are: JPEG and PNG are both kinds of compression that PDF knows."""
    from pikepdf import Dictionary, Name

    data = derivative.path.read_bytes()
    colours, settings = 0, None
    if data.startswith(_PNG):
        colours, depth, data = _unpacked(data)
        settings = Dictionary(Predictor=15, Colors=colours, BitsPerComponent=depth, Columns=derivative.width_px)
    else:
        colours, depth = _components(data), 8
    image = pdf.make_stream(b"")
    image.write(data, filter=Name.FlateDecode if settings else Name.DCTDecode, decode_parms=settings)
    for key, value in {
        "/Type": Name.XObject,
        "/Subtype": Name.Image,
        "/Width": derivative.width_px,
        "/Height": derivative.height_px,
        "/ColorSpace": Name.DeviceGray if colours == 1 else Name.DeviceRGB,
        "/BitsPerComponent": depth,
    }.items():
        image[key] = value
    return image


def _unpacked(data: bytes) -> tuple[int, int, bytes]:
    """Colours, bits for each, and the compressed rows of a PNG in grey or RGB."""
    at, rows, depth, kind = len(_PNG), [], 8, _GREY
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        content = data[at + 8 : at + 8 + length]
        if name == b"IHDR":
            depth, kind = content[8], content[9]
        elif name == b"IDAT":
            rows.append(content)
        at += length + 12
    if kind not in (_GREY, _COLOUR):
        raise ValueError(f"no derivative has PNG's colour type {kind}")
    return (1 if kind == _GREY else 3), depth, b"".join(rows)


def _components(data: bytes) -> int:
    """How many colours a JPEG has, by its frame's head (ITU T.81, B.2.2)."""
    at = 2
    while at < len(data):
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return data[at + 9]
        at += 2 + length
    raise ValueError("a JPEG without a frame")
