"""What is uploaded for one field of the platform's form: a short dossier of its own with its annexes behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from portfolio.model.annex import Annex, AnnexState, Refusal
from portfolio.model.blocks import Block, Row, Run, Table
from portfolio.model.bundle import Bundle


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """The file for one field. `limit` in bytes, None where nobody has given one.

    Its annexes stand in the order of their strength; `left_out` is said of those that the limit leaves no room for.
    """

    bundle: Bundle
    limit: int | None = None
    left_out: str = ""

    @property
    def language(self) -> str:
        """The language it is written in."""
        return self.bundle.language

    @property
    def title(self) -> str:
        """Its dossier's title."""
        return self.bundle.title

    @property
    def bound(self) -> tuple[Annex, ...]:
        """The annexes whose pages are in it, the strongest first."""
        return self.bundle.bound

    def with_first(self, count: int) -> Upload:
        """The same with so many of its annexes bound, the strongest; its list says of the others that they are not."""
        out = {annex.anchor for annex in self.bound[count:]}
        dossier = self.bundle.dossier
        annexes = tuple(
            replace(annex, state=AnnexState.REFUSED, why=Refusal.LIMIT) if annex.anchor in out else annex
            for annex in dossier.annexes
        )
        sections = tuple(
            replace(section, blocks=tuple(self._told(block, out) for block in section.blocks))
            for section in dossier.sections
        )
        dossier = replace(dossier, annexes=annexes, sections=sections)
        return replace(self, bundle=replace(self.bundle, dossier=dossier))

    def _told(self, block: Block, out: set[str]) -> Block:
        if not isinstance(block, Table):
            return block
        return replace(block, rows=tuple(self._row(row) if row.anchor in out else row for row in block.rows))

    def _row(self, row: Row) -> Row:
        return replace(row, cells=(*row.cells[:-1], (Run(text=self.left_out),)))
