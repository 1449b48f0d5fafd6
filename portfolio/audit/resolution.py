"""How finely placed pictures are printed: their pixels, read back from the written file, against the room they take."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import hypot
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.audit.contents import steps_of
from portfolio.model.problem import Place, Problem, warning

if TYPE_CHECKING:
    from pikepdf import Pdf

# dpi of pictures on posters; many shops name it as the least (printstart.ee, advalue.co.za, fpsrepro.cz).
LEAST = 150
_INCH, _POINTS = 25.4, 72  # mm, pt


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedImage:
    """A picture as it stands on a page: its size in px and in mm, and the sha256 of its bytes in the file."""

    width_px: int
    height_px: int
    width: float
    height: float
    sha256: str

    @property
    def dpi(self) -> float:
        """Its pixels for each inch, in the direction in which they are fewer."""
        return min(self.width_px / self.width, self.height_px / self.height) * _INCH

    @property
    def size(self) -> str:
        """Its size in px as the names of pictures have it."""
        return f"{self.width_px} × {self.height_px}"

    @property
    def good_width(self) -> float:
        """Up to how many mm wide it has the least resolution, in its proportions on the page."""
        return self.width * self.dpi / LEAST


def placed_images(path: Path) -> tuple[PlacedImage, ...]:
    """Every picture of a PDF as often as it is placed. Raises what pikepdf raises for a damaged file."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        return tuple(_images(pdf))


def _images(pdf: Pdf) -> Iterator[PlacedImage]:
    for step in steps_of(pdf):
        image = step.resource("/XObject") if step.operator == "Do" else None
        if image is None or image.get("/Subtype") != "/Image":
            continue
        a, b, c, d, *_ = step.matrix.as_array()
        yield PlacedImage(
            width_px=int(image.Width),
            height_px=int(image.Height),
            width=max(hypot(a, b), 1e-6) * _INCH / _POINTS,
            height=max(hypot(c, d), 1e-6) * _INCH / _POINTS,
            sha256=hashlib.sha256(image.read_raw_bytes()).hexdigest(),
        )


def resolution_faults(images: tuple[PlacedImage, ...], names: Mapping[str, str], file: str) -> tuple[Problem, ...]:
    """`print.coarse` for each picture below 150 dpi, with how wide it may be printed.

    `names` tell pictures by the sha256 of their bytes, or by `PlacedImage.size`.
    """
    found = [
        warning(
            "print.coarse",
            Place(file=file),
            name=names.get(image.sha256) or names.get(image.size) or "–",
            size=image.size,
            dpi=round(image.dpi),
            least=LEAST,
            width=f"{image.good_width / 10:.1f}",
        )
        for image in images
        if round(image.dpi) < LEAST
    ]
    return tuple(dict.fromkeys(found))
