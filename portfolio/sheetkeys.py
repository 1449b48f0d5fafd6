"""What may be said of a single sheet, in `portfolio.yaml` or in a row of a list: names, kinds and rules of its keys."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from portfolio.files.shape import Day, Shape, invalid
from portfolio.model.papersize import HIDDEN_FOOT, LARGEST, PAPERS, SMALLEST, find_paper
from portfolio.model.sheet import PageGeometry, Purpose
from portfolio.model.sheetorder import SheetKind, SheetOrder

POSTER, PLATE = "A3", "300x200"  # what is made where no size is said


def _paper(text: str) -> str:
    if text and find_paper(text) is None:
        raise invalid("poster.size", known=", ".join(PAPERS), least=f"{SMALLEST:g}", most=f"{LARGEST:g}")
    return text


class SheetKeys(Shape):
    """A poster or plaque: its size, whom it is printed by, and the school's own words on it."""

    size: Annotated[str, AfterValidator(_paper)] = ""
    landscape: bool = False
    purposes: tuple[Purpose, ...] = Field(default=(), alias="for")
    marks: bool = False
    profile: str = ""
    ink: Literal["", "rgb", "cmyk", "black", "blue"] = ""
    title: str = ""
    text: str = ""
    project: str = ""
    partner: str = ""
    day: Day | None = Field(default=None, alias="on")
    time: str = ""
    place: str = ""
    address: str = ""
    photos: tuple[str, ...] = ()
    outdoors: bool = False

    def order(self, kind: SheetKind) -> SheetOrder:
        """The order of a sheet; the one for the screen is always among its purposes."""
        said = {name: getattr(self, name) for name in type(self).model_fields}
        for name in ("size", "landscape", "marks"):
            del said[name]
        purposes = tuple(dict.fromkeys((Purpose.SCREEN, *self.purposes)))
        return SheetOrder(kind=kind, geometry=self._geometry(kind), **said | {"purposes": purposes})

    def _geometry(self, kind: SheetKind) -> PageGeometry:
        size = find_paper(self.size or (PLATE if kind.is_plaque else POSTER))
        assert size is not None  # the key was held against what is known
        rolled = size == PAPERS["roll-up"]
        width, height = (max(size), min(size)) if self.landscape else size
        hidden = HIDDEN_FOOT if rolled and not self.landscape else 0.0
        return PageGeometry(width=width, height=height, marks=self.marks, hidden=hidden)
