"""What one document is composed from: one language, one audience, and only the pieces cleared for it."""

from __future__ import annotations

from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field
from datetime import date

from portfolio.compose.sheet import Sheet
from portfolio.i18n import Locale
from portfolio.model.annex import AnnexCopy
from portfolio.model.clearance import Audience, ClearedPiece
from portfolio.model.framework import Framework
from portfolio.model.lockup import Lockup
from portfolio.model.mapping import Coverage, Mapping
from portfolio.model.problem import Place
from portfolio.model.project import Project
from portfolio.model.text import LocalText, Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """All that a document is composed from; the same edition gives the same document.

    `pieces` are the placed ones that `audience` may see; a draft (PRIVATE) has the unplaced ones too.
    `numbers`: exhibit number by item id, over all placed pieces before clearance, so that every edition agrees.
    `citations`: the id that a reference in a text means, by the reference as `references.normal` gives it.
    `proofs`: ids by the target they prove, the strongest first, before clearance.
    `copies`: what was made of the documents that are annexed, by item id; empty where nothing is annexed.
    `cover`: the piece that the school wants on the cover, "none" for no picture, "" for the best; `cover_at`: where it
    says so.
    `sheet` is what pages of photos are composed on; `fonts` are the families that set it, as they are credited.
    `today` decides what is valid and is never printed; the printed date is `project.edition_on`.
    """

    project: Project
    framework: Framework
    locale: Locale
    audience: Audience
    pieces: tuple[ClearedPiece, ...]
    numbers: Mapped[str, str]
    mapping: Mapping
    coverage: Coverage
    today: date
    lockup: Lockup | None
    citations: Mapped[str, str] = field(default_factory=dict)
    proofs: Mapped[str, tuple[str, ...]] = field(default_factory=dict)
    copies: Mapped[str, AnnexCopy] = field(default_factory=dict)
    cover: str = ""
    cover_at: Place | None = None
    sheet: Sheet = field(default_factory=Sheet)
    fonts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(piece.clearance.audience is not self.audience for piece in self.pieces):
            raise ValueError(f"a piece is cleared for another audience than {self.audience}")

    @property
    def language(self) -> str:
        """The language the document is written in."""
        return self.locale.language

    @property
    def draft(self) -> bool:
        """Whether this is the school's own draft, never handed over."""
        return self.audience is Audience.PRIVATE

    @property
    def withheld(self) -> int:
        """How many placed pieces this audience may not see."""
        shown = {piece.item.id for piece in self.pieces}
        return sum(1 for item in self.numbers if item not in shown)

    def phrase(self, text: LocalText) -> Phrase:
        """A text in the document's language, else the original marked with its own."""
        return text.phrase(self.language, self.project.language)
