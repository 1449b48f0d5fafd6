"""The cleaned copies of annexed documents as they are attached to a dossier: PDF/A-3 takes files of any kind along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from portfolio.model.annex import AnnexState
from portfolio.model.document import Dossier

SUPPLEMENT = "Supplement"  # ISO 32000-2, 7.11.3: it adds to what the document says

# Name, content, description, relationship.
Attachment = tuple[str, bytes, str, str]


def attached_copies(dossier: Dossier, documents: Mapping[str, Path]) -> Iterator[Attachment]:
    """What is attached to a dossier: each bound document of which there is a copy. Raises OSError.

    `documents` are the copies by piece. Scans are not attached: their pictures stand in the bundle alone.
    """
    for annex in dossier.annexes:
        if annex.state is AnnexState.BOUND and annex.copy:
            content = documents[annex.item].read_bytes()
            yield f"annex-{annex.number}.pdf", content, f"{annex.label}: {annex.title.text}", SUPPLEMENT
