"""The bundle: a dossier with the pages of its annexes bound in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.model.annex import Annex, AnnexState
from portfolio.model.document import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A dossier with its annexes bound in, as one file or as volumes that end at `limit` bytes (None: one file).

    `note` stands on the first page and says what the file does not claim; `volume` is set there when there are
    several, with "{volume}" and "{volumes}"; `contents` is the title of each volume's list, `page` its word for a page.
    `outline` is the bookmark above those of the annexes.
    """

    dossier: Dossier
    outline: str
    note: str
    volume: str
    contents: str
    page: str
    limit: int | None = None

    @property
    def language(self) -> str:
        """The language it is written in."""
        return self.dossier.language

    @property
    def title(self) -> str:
        """The dossier's own title."""
        return self.dossier.title

    @property
    def bound(self) -> tuple[Annex, ...]:
        """The annexes whose pages are in it."""
        return tuple(annex for annex in self.dossier.annexes if annex.state is AnnexState.BOUND)

    @property
    def separate(self) -> tuple[Annex, ...]:
        """The signed documents that are handed over beside it."""
        return tuple(annex for annex in self.dossier.annexes if annex.state is AnnexState.SEPARATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A volume: its number, its annexes, the pages before them and the running number of its first page."""

    number: int
    annexes: tuple[Annex, ...]
    before: int
    first: int

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return self.before + sum(annex.pages for annex in self.annexes)

    def starts(self) -> Iterator[tuple[Annex, int]]:
        """Each annex with the running number of its first page."""
        number = self.first + self.before
        for annex in self.annexes:
            yield annex, number
            number += annex.pages
