"""What the files of a sheet are made of, and how each of them is set and then looked at again."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from portfolio.audit.guard import Guard
from portfolio.audit.pdf import inspect_pdf
from portfolio.audit.search import search
from portfolio.files.logo import size_of_logo
from portfolio.files.picture import PictureFault
from portfolio.model.artefact import Format
from portfolio.model.blocks import PlacedPicture
from portfolio.model.problem import Problem, Severity
from portfolio.model.sheet import Sheet
from portfolio.model.shopsheet import ShopSheet
from portfolio.render.derivatives import Derivative
from portfolio.render.pdf import write_pdf
from portfolio.themes import Theme

# The files that were written, and what is to be said of them; where an error is among that none may be used.
Result = tuple[tuple[Path, ...], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What a sheet is made of; `profile` is the file that the school gives for a press, None where it gives none."""

    theme: Theme
    derivatives: Mapping[str, Derivative]
    logos: Mapping[str, Path]
    guard: Guard
    pictures: tuple[PlacedPicture, ...] = ()
    profile: Path | None = None

    @property
    def names(self) -> dict[str, str]:
        """The files that the pictures show, by the sha256 of what was drawn of them and by its size in px."""
        names: dict[str, str] = {}
        for name, path in self.logos.items():
            with suppress(PictureFault):  # of a drawing whose size is not told, which has no pixels
                width, height = size_of_logo(path)
                names[f"{width:.0f} × {height:.0f}"] = name
        for picture in self.pictures:
            if made := self.derivatives.get(picture.key):
                names[f"{made.width_px} × {made.height_px}"] = names[made.sha256] = picture.file
        return names

    def write(self, html: str, target: Path, *further: Path) -> tuple[Problem, ...]:
        """Sets a document; only errors are told, for the rest was said of the file for the screen."""
        files = [*(derivative.path for derivative in self.derivatives.values()), *self.logos.values(), *further]
        said = write_pdf(html, target, theme=self.theme, files=files, shared=True)
        return tuple(problem for problem in said if problem.severity is Severity.ERROR)


def look_at(file: Path, document: Sheet | ShopSheet, guard: Guard) -> tuple[Problem, ...]:
    """What is wrong with a file, and what it holds that nobody may see."""
    return (*inspect_pdf(file, document), *search(file, Format.PDF, guard))


def file_for(screen: Path, purpose: str, suffix: str = ".pdf") -> Path:
    """Where a sheet's file for a purpose goes: "poster-mission.tr.print.pdf"."""
    return screen.with_name(f"{screen.stem}.{purpose}{suffix}")
