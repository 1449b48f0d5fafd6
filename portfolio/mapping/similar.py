"""What people decided about pieces like one: of the same moment, project or folder, or with the same words.

A likeness only suggests. The closest way in which pieces are alike speaks alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from portfolio.i18n import fold
from portfolio.mapping.likeness import CommonWords
from portfolio.model.catalogue import Catalogue
from portfolio.model.dating import Precision
from portfolio.model.evidence import EvidenceItem
from portfolio.model.mapping import Link, Strength
from portfolio.model.problem import Reason, reason

# In what a piece may be like another, the closest first.
WAYS = ("alike", "day", "series", "project", "folder", "words")

_TARGETS = 2
_SHARE = 0.5  # of the pieces like it that have to be placed there: where people decided this and that, nobody can tell
_NEAR = 12  # numbers of a series between two pictures of one moment
_DIGITS = 6  # of a number that counts; longer ones are days and identities
_SERIES = re.compile(r"(.*?)(\d+)\D*")

Example = tuple[EvidenceItem, Sequence[Link]]
Key = tuple[str, ...]
Way = tuple[str, Mapping[str, str], Sequence[Example]]


class Similar:
    """Suggests for a piece where people placed those like it. `examples` are pieces with the links decided for them.

    `is_pile` tells a folder by its name whose files have nothing in common: the inbox, the folder of a pillar.
    """

    def __init__(self, catalogue: Catalogue, examples: Iterable[Example], is_pile: Callable[[str], bool]) -> None:
        self._is_pile = is_pile
        self._examples = sorted(examples, key=lambda example: (example[0].files, example[0].id))
        self._groups = {item: group for group in catalogue.groups for item in group}
        self._by_key: dict[Key, list[Example]] = defaultdict(list)
        self._series: dict[Key, list[tuple[int, int]]] = defaultdict(list)
        for place, example in enumerate(self._examples):
            for key in (*self._moments(example[0]), *_projects(example[0]), *self._folders(example[0])):
                self._by_key[key].append(example)
            for key, number in _numbers(example[0]):
                self._series[key].append((number, place))
        for numbers in self._series.values():
            numbers.sort()
        self._words = CommonWords([item for item, _ in self._examples])

    def suggested(self, item: EvidenceItem, links: Sequence[Link]) -> tuple[Link, ...]:
        """At most two links that pieces like it speak for; of a placed piece only criteria of its bare pillars."""
        if not self._examples:
            return ()
        for way, values, examples in self._ways(item):
            if found := tuple(_agreed(item, links, way, values, examples)):
                return found
        return ()

    def _ways(self, item: EvidenceItem) -> Iterator[Way]:
        """The examples that are like a piece in each way, the closest way first."""
        for key in self._moments(item):
            yield key[0], {}, self._by_key.get(key, ())
        yield "series", {}, self._neighbours(item)
        for key in _projects(item):
            yield "project", {"project": _project(item)}, self._by_key.get(key, ())
        for key in self._folders(item):
            yield "folder", {"folder": key[1]}, self._by_key.get(key, ())
        place, words = self._words.nearest(item)
        if words:
            yield "words", {"words": ", ".join(words)}, (self._examples[place],)

    def _moments(self, item: EvidenceItem) -> Iterator[Key]:
        if group := self._groups.get(item.id):
            yield ("alike", *group)
        if day := _day(item):
            yield from (("day", folder, day) for folder in _folders(item))

    def _folders(self, item: EvidenceItem) -> Iterator[Key]:
        for folder in _folders(item):
            if folder != "." and not self._is_pile(PurePosixPath(folder).name):
                yield ("folder", folder)

    def _neighbours(self, item: EvidenceItem) -> list[Example]:
        """The examples in other files that are counted near those of a piece, and are not of another day."""
        places: dict[int, None] = {}
        for key, number in _numbers(item):
            numbers = self._series.get(key, [])
            first, last = bisect_left(numbers, (number - _NEAR, -1)), bisect_right(numbers, (number + _NEAR + 1, -1))
            near = sorted(numbers[first:last], key=lambda each: abs(each[0] - number))
            places |= dict.fromkeys(place for _, place in near)
        day = _day(item)
        found = [each for each in map(self._examples.__getitem__, places) if not {*each[0].files} & {*item.files}]
        return [example for example in found if not day or _day(example[0]) in ("", day)]


def _agreed(
    item: EvidenceItem, links: Sequence[Link], way: str, values: Mapping[str, str], examples: Sequence[Example]
) -> Iterator[Link]:
    """The targets where at least half of the examples were placed, those with the most first."""
    votes: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        for link in example[1]:
            votes[link.target].append(example)
    named = {link.pillar for link in links if link.target != link.pillar}
    bare = {link.pillar for link in links} - named
    ranked = sorted(votes.items(), key=lambda vote: -len(vote[1]))  # of equals the one that was met first
    given = 0
    for target, voters in ranked:
        head, _, criterion = target.partition("/")
        if given == _TARGETS or len(voters) < _SHARE * len(examples):
            return
        if links and not (criterion and head in bare):
            continue
        given += 1
        model, decided = voters[0]
        origin = next(link.origin for link in decided if link.target == target)
        why: Reason = reason(f"placed.similar-{way}", file=model.files[0], n=len(voters), **values)
        yield Link(item=item.id, target=target, strength=Strength.SIMILAR, rationale=why, origin=origin)


def _folders(item: EvidenceItem) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(PurePosixPath(file).parent) for file in item.files))


def _day(item: EvidenceItem) -> str:
    """The day of a piece, "" when it is not known to the day."""
    dating = item.dated.value if item.dated else None
    return dating.first.isoformat() if dating and dating.precision is Precision.DAY else ""


def _project(item: EvidenceItem) -> str:
    if item.project:
        return item.project.title.value
    return item.certificate.project.value if item.certificate and item.certificate.project else ""


def _projects(item: EvidenceItem) -> Iterator[Key]:
    if project := _project(item):
        yield ("project", fold(project))


def _numbers(item: EvidenceItem) -> Iterator[tuple[Key, int]]:
    """What each file of a piece is called before its last number, with its folder; and that number."""
    for file in item.files:
        path = PurePosixPath(file)
        if (found := _SERIES.fullmatch(path.stem)) and len(found[2]) <= _DIGITS:
            yield (str(path.parent), fold(found[1])), int(found[2])
