"""The cleaned copies of annexed documents as they are attached to a dossier: PDF/A-3 takes files of any kind along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from portfolio.model.document import Dossier
from portfolio.render.pdf import Attached

SUPPLEMENT = "Supplement"  # ISO 32000-2, 7.11.3: it adds to what the document says


def attached_copies(dossier: Dossier, documents: Mapping[str, Path]) -> Iterator[Attached]:
    """What is attached to a dossier: each bound document of which there is a copy. Raises OSError.

    `documents` are the copies by piece. Scans are not attached: their pictures stand in the bundle alone.
    """
    for annex in dossier.annexes:
        if annex.has_copy:
            yield Attached(
                name=f"annex-{annex.number}.pdf",
                content=documents[annex.item].read_bytes(),
                description=f"{annex.label}: {annex.title.text}",
                relationship=SUPPLEMENT,
            )
