"""Which annexes stand in which volume of a bundle, and on which of its running pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portfolio.model.annex import Annex

# What a page and a document cost in the volume beside the bytes of their copy: stamp, link, bookmark.
PAGE_BYTES, ANNEX_BYTES = 700, 1200


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A volume: its number, its annexes, the pages before them and the running number of its first page."""

    number: int
    annexes: tuple[Annex, ...]
    before: int
    first: int

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return self.before + sum(annex.pages for annex in self.annexes)

    def starts(self) -> Iterator[tuple[Annex, int]]:
        """Each annex with the running number of its first page."""
        number = self.first + self.before
        for annex in self.annexes:
            yield annex, number
            number += annex.pages


def in_groups(
    annexes: Sequence[Annex], sizes: Mapping[str, int], start: int, limit: int | None
) -> tuple[tuple[Annex, ...], ...]:
    """The annexes volume by volume, in their order; `sizes` of the copies by item, `start` of the dossier, in bytes.

    An annex that is larger than the limit has a volume of its own; the first volume may hold the dossier alone.
    """
    groups: list[list[Annex]] = [[]]
    used = start
    for annex in annexes:
        size = sizes[annex.item] + ANNEX_BYTES + PAGE_BYTES * annex.pages
        if limit is not None and used + size > limit:
            groups.append([])
            used = 0
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
