"""The EU emblem with its statement, as it is to stand on a page: what is said, and how the school wants it set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from portfolio.model.text import Phrase


class Arrangement(StrEnum):
    """Where the statement stands; one written from the right stands left of the flag when it is beside it."""

    BESIDE = "beside"
    BELOW = "below"


class Ink(StrEnum):
    """In which colours emblem and statement are printed."""

    RGB = "rgb"
    CMYK = "cmyk"
    BLACK = "black"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Artwork:
    """An official lock-up as a file, by the name that documents give it; `shape` is its width by its height."""

    name: str
    shape: float

    @property
    def upright(self) -> bool:
        """Whether the statement stands below the flag in it, so that the flag has about half of its height."""
        return self.shape < 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Lockup:
    """The EU emblem with its statement, and what is read out for it; `disclaimer` is "" where none is due.

    A statement has its lines. `second` is the same statement in another language, `artwork` what stands in place of all
    that is drawn. `names` are the European Union's in the statements, whose words stay in one line.
    """

    statement: Phrase
    alternative: str
    disclaimer: str = ""
    second: Phrase | None = None
    arrangement: Arrangement = Arrangement.BESIDE
    ink: Ink = Ink.RGB
    artwork: Artwork | None = None
    names: tuple[str, ...] = ()

    @property
    def statements(self) -> tuple[Phrase, ...]:
        """The statement in its language, or its two."""
        return (self.statement, self.second) if self.second else (self.statement,)

    @property
    def sentences(self) -> tuple[Phrase, ...]:
        """The statements, each in one line, to stand in a running text."""
        return tuple(Phrase(text=" ".join(each.text.split()), language=each.language) for each in self.statements)

    @property
    def read_out(self) -> str:
        """What is read out for a picture of the whole lock-up."""
        return ". ".join((self.alternative, *(each.text for each in self.sentences)))

    @property
    def letters(self) -> Iterator[str]:
        """The texts that are set in letters."""
        if not self.artwork:
            yield from (each.text for each in self.statements)
        if self.disclaimer:
            yield self.disclaimer
