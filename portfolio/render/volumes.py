"""Which annexes stand in which volume of a bundle, and on which of its running pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portfolio.model.annex import Annex
from portfolio.model.bundle import Volume

# What a page and a document cost in the volume beside the bytes of their copy: stamp, link, bookmark.
PAGE_BYTES, ANNEX_BYTES = 700, 1200
LIST_BYTES = 40_000  # a volume's list with its fonts


def in_groups(
    annexes: Sequence[Annex], sizes: Mapping[str, int], start: int, limit: int | None
) -> tuple[tuple[Annex, ...], ...]:
    """The annexes volume by volume, in their order; `sizes` of the copies by item, `start` of the dossier, in bytes.

    An annex that is larger than the limit has a volume of its own; the first volume may hold the dossier alone.
    """
    groups: list[list[Annex]] = [[]]
    used = start + LIST_BYTES
    for annex in annexes:
        size = sizes[annex.item] + ANNEX_BYTES + PAGE_BYTES * annex.pages
        if limit is not None and used + size > limit:
            groups.append([])
            used = LIST_BYTES
        groups[-1].append(annex)
        used += size
    return tuple(map(tuple, groups))


def in_volumes(groups: Sequence[tuple[Annex, ...]], before: Sequence[int]) -> tuple[Volume, ...]:
    """The volumes of such groups with `before` so many pages of each before its annexes; their pages run on."""
    volumes: list[Volume] = []
    first = 1
    for number, (annexes, pages) in enumerate(zip(groups, before, strict=True), start=1):
        volumes.append(Volume(number=number, annexes=annexes, before=pages, first=first))
        first += volumes[-1].pages
    return tuple(volumes)
