"""How much evidence each pillar has."""

from __future__ import annotations

from portfolio.model.catalogue import Catalogue
from portfolio.model.evidence import Kind
from portfolio.model.framework import Framework
from portfolio.model.mapping import Coverage, Mapping


def measure(catalogue: Catalogue, framework: Framework, mapping: Mapping) -> Coverage:
    """Placed pieces by pillar or bucket and kind; a piece in two pillars counts in both, an excluded one nowhere."""
    counts = {pillar.key: dict.fromkeys(Kind, 0) for pillar in framework.all_pillars}
    placed: dict[str, dict[str, None]] = {}
    for link in mapping.links:
        placed.setdefault(link.item, {})[link.pillar] = None
    unplaced = 0
    for item in catalogue.items:
        if item.id in mapping.excluded:
            continue
        pillars = placed.get(item.id, {})
        unplaced += not pillars
        for key in pillars:
            if key in counts:
                counts[key][item.kind] += 1
    return Coverage(counts=counts, unplaced=unplaced)
