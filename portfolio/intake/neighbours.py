"""Pictures that look alike: their hashes differ in a few bits. They are only grouped, none is ever dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

# Of 64 bits; recompressed, resized and messenger copies differ by up to 5, pictures of different scenes by 10 and more.
NEAR = 6
_BITS = 64
_BANDS = NEAR + 1


def groups_of(hashes: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """Names whose 64-bit hashes are near, directly or over others, as sorted groups of at least two.

    A hash of 0 is that of a picture without any contrast, which tells nothing.
    """
    by_hash: dict[int, list[str]] = defaultdict(list)
    for name, value in hashes.items():
        if value:
            by_hash[value].append(name)
    parents = {value: value for value in by_hash}

    def root(value: int) -> int:
        while parents[value] != value:
            parents[value] = value = parents[parents[value]]
        return value

    for first, second in near_pairs(by_hash):
        parents[root(first)] = root(second)
    groups: dict[int, list[str]] = defaultdict(list)
    for value, names in by_hash.items():
        groups[root(value)] += names
    return tuple(sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1))


def near_pairs(hashes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Every pair of different 64-bit hashes at most NEAR bits apart; a pair may come more than once.

    Exact: of seven bands, six changed bits leave at least one untouched, so each pair meets in a bucket (pigeonhole).
    """
    values = tuple(set(hashes))
    for shift, mask in _bands():
        buckets: dict[int, list[int]] = defaultdict(list)
        for value in values:
            buckets[value >> shift & mask].append(value)
        for bucket in buckets.values():
            for place, first in enumerate(bucket):
                for second in bucket[place + 1 :]:
                    if (first ^ second).bit_count() <= NEAR:
                        yield first, second


def _bands() -> Iterator[tuple[int, int]]:
    """Seven bands of nine or ten bits that cover all 64: how far each is shifted, and its mask."""
    edges = [_BITS * number // _BANDS for number in range(_BANDS + 1)]
    for low, high in pairwise(edges):
        yield low, (1 << (high - low)) - 1
