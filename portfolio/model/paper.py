"""Papers that a school prints, has signed and keeps: composed, in one language, before any format."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.model.blocks import Column, Heading, Paragraph, Run, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Questions to be answered by themselves, each with an empty box for yes and one for no."""

    questions: tuple[tuple[Run, ...], ...]
    yes: str
    no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """Lines to fill in by hand: label and, where it is known, what stands there ("" else)."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table with so many empty rows, to be filled in by hand."""

    columns: tuple[Column, ...]
    rows: int


PaperBlock = Paragraph | Heading | Table | Choices | Blanks | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of one kind. Each of its `sheets` begins on a new page under the title.

    `name` is its kind ("notice", "consent", "class-list", "read-first"). `mark` stands on every page: that this is a
    sample, and who has to check it. The measure is that of dossiers, or of an A4 page laid across.
    """

    name: str
    language: str
    title: str
    author: str
    mark: str
    page_word: str
    landscape: bool
    sheets: tuple[tuple[PaperBlock, ...], ...]
