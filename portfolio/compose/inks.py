"""In which colours the EU emblem is printed on a sheet that a printer or an engraver gets."""

from __future__ import annotations

from dataclasses import replace

from portfolio.compose.edition import Edition
from portfolio.model.lockup import Ink, Lockup
from portfolio.model.sheetorder import SheetOrder


def ordered_ink(order: SheetOrder, edition: Edition) -> Lockup | None:
    """The lock-up of an edition in the ink of an order, else in that of its kind of sheet."""
    return inked(order.kind, edition, order.ink)


def inked(name: str, edition: Edition, ink: str = "") -> Lockup | None:
    """The lock-up of an edition in an ink, else in the one that the school gave for an artefact."""
    ink = ink or edition.project.funding.inks.get(name, Ink.RGB)
    return replace(edition.lockup, ink=Ink(ink)) if edition.lockup else None
