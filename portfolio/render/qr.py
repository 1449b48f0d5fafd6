"""A QR code for an address, to be scanned from paper: as a drawing for HTML, as a PNG for Word.

Black on white with the four light modules round it that the standard asks for (ISO/IEC 18004, 5.3.8), and error
correction level M: up to 15 % of it may be soiled.
"""

from __future__ import annotations

import io
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

if TYPE_CHECKING:
    from segno import QRCode

QUIET = 4  # modules kept light on each side
SMALLEST = 20.0  # mm: what a telephone reads at arm's length
MODULE = 0.7  # mm: of a long address the code grows, so that its modules do not become too fine for a copier
_PIXELS = 12  # a module of the PNG, about 500 dpi in print
_SIGNS = ":/?#[]@!$&'()*+,;=%~"  # what has a meaning in an address, or is encoded already


def qr_size(address: str) -> float:
    """The side of an address's code in mm, with what is kept light round it."""
    return max(SMALLEST, MODULE * _code(address).symbol_size(border=QUIET)[0])


def qr_svg(address: str, *, title: str, size: float = 0.0) -> str:
    """The code as an inline SVG element of `size` mm, `qr_size` at the least; `title` is what is read out for it."""
    size = max(size, qr_size(address))
    rows = [list(row) for row in _code(address).matrix_iter(border=QUIET)]
    bars = "".join(f"M{x} {y}h{width}v1h-{width}z" for y, row in enumerate(rows) for x, width in _dark(row))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="qr" width="{size:.2f}mm" height="{size:.2f}mm"'
        f' viewBox="0 0 {len(rows)} {len(rows)}"><title>{escape(title)}</title>'
        f'<path fill="#ffffff" d="M0 0h{len(rows)}v{len(rows)}h-{len(rows)}z"/>'
        f'<path fill="#000000" d="{bars}"/></svg>'
    )


def qr_png(address: str) -> bytes:
    """The code as a PNG in black and white; the same bytes for the same address."""
    data = io.BytesIO()
    _code(address).save(data, kind="png", scale=_PIXELS, border=QUIET)
    return data.getvalue()


def _code(address: str) -> QRCode:
    import segno

    return segno.make(in_ascii(address), error="m", micro=False, boost_error=False)


def in_ascii(address: str) -> str:
    """An address as every reader of codes understands it: letters beyond ASCII as RFC 3490 and RFC 3987 write them."""
    parts = urlsplit(address)
    try:
        host = parts.netloc.encode("idna").decode("ascii")
    except UnicodeError:  # no name of a computer; left as it is written
        host = parts.netloc
    return quote(urlunsplit(parts._replace(netloc=host)), safe=_SIGNS)


def _dark(row: list[int]) -> list[tuple[int, int]]:
    """Where the dark stretches of a row of modules begin, and how long they are."""
    stretches, x = [], 0
    for dark, group in groupby(row, bool):
        width = len(list(group))
        if dark:
            stretches.append((x, width))
        x += width
    return stretches
