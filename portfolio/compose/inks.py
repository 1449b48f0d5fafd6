"""In which colours the EU emblem is printed on a sheet that a printer or an engraver gets."""

from __future__ import annotations

from dataclasses import replace

from portfolio.compose.edition import Edition
from portfolio.model.lockup import Ink, Lockup


def inked(name: str, edition: Edition) -> Lockup | None:
    """The lock-up of an edition in the ink that the school gave for an artefact."""
    ink = Ink(edition.project.funding.inks.get(name, Ink.RGB))
    return replace(edition.lockup, ink=ink) if edition.lockup else None
