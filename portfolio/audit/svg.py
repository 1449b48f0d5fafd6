"""An SVG of a sheet, opened again: its size is true, and it holds shapes alone."""

from __future__ import annotations

import io
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.audit.guard import Guard
from portfolio.files.zipguard import parse_xml
from portfolio.model.problem import Place, Problem, error
from portfolio.model.sheet import PageGeometry

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SHAPES = frozenset({"svg", "title", "defs", "clipPath", "g", "path", "image"})
_PNG = "data:image/png;base64,"
_EXACT = 0.01  # mm


def inspect_svg(path: Path, geometry: PageGeometry) -> tuple[Problem, ...]:
    """`audit.svg-size` where it is of another size than its sheet, `audit.svg-parts` for what is no outline."""
    root = parse_xml(path.read_bytes(), path.name)
    width, height = root.get("width", ""), root.get("height", "")
    found = tuple(float(side.removesuffix("mm")) if side.endswith("mm") else 0.0 for side in (width, height))
    faults = []
    if any(abs(side - true) > _EXACT for side, true in zip(found, (geometry.width, geometry.height), strict=True)):
        faults.append(error("audit.svg-size", Place(file=path.name), width=width, height=height))
    if strange := sorted({_name(element) for element in root.iter()} - _SHAPES):
        faults.append(error("audit.svg-parts", Place(file=path.name), parts=", ".join(strange)))
    return tuple(faults)


def texts_in(root: Element) -> Iterator[tuple[str, str]]:
    """Every text and attribute but paths and pictures, with the name of the element that has it."""
    for element in root.iter():
        said = [value for name, value in element.attrib.items() if name != "d" and not value.startswith(_PNG)]
        yield from ((_name(element), text) for text in (*said, element.text or "") if text.strip())


def picture_faults(root: Element, guard: Guard) -> Iterator[Problem]:
    """`audit.picture` for each picture in it that does not look as what is cleared does."""
    from PIL import Image

    addresses = [element.get("href", "") for element in root.iter() if _name(element) == "image"]
    for number, address in enumerate(addresses, start=1):
        if address.startswith(_PNG):
            data = io.BytesIO(b64decode(address.removeprefix(_PNG)))
            yield from guard.image_faults(str(number), Image.open(data).convert("RGB"))
        else:
            yield error("audit.picture", at=str(number))


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
