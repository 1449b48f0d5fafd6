"""Which pieces name somebody: a person, a class, or a file, as the register names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from portfolio.consent.keys import FILE_PREFIX, key_of, without_class
from portfolio.consent.people import People, pupil_keys
from portfolio.consent.pupils import Pupil
from portfolio.model.catalogue import Catalogue
from portfolio.model.clearance import ConsentEntry
from portfolio.model.evidence import EvidenceItem, PortrayalState
from portfolio.model.project import Narratives
from portfolio.namerule import NameRule
from portfolio.nameways import person_name


class Way(StrEnum):
    """How a piece names somebody, the plainest first."""

    FILE = "file"  # it is the file that was asked for
    NAMED = "named"  # as being in it
    HOLDER = "holder"  # of the certificate
    MEMBER = "member"  # of a class or group that is in it
    PUPIL = "pupil"  # one of the class that was asked for is named
    TEXT = "text"  # the name stands in its texts or in the name of its file
    ALIKE = "alike"  # it looks like a piece that was found


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A piece and how it names whom was asked for."""

    item: EvidenceItem
    way: Way


def mentions(catalogue: Catalogue, pupils: Sequence[Pupil], who: str) -> tuple[Mention, ...]:
    """The pieces that name somebody, in the order of the catalogue.

    With a list of pupils somebody is in a class as its member, unless said to be absent, and a class is each of its
    pupils. Case and diacritics do not matter.
    """
    search = _Search(pupils, who)
    found = ((item, search.way(item)) for item in catalogue.items)
    return tuple(Mention(item=item, way=way) for item, way in found if way)


def narratives_with(who: str, narratives: Narratives) -> tuple[str, ...]:
    """The school's own texts in which a full name stands, as "<key>.<language>"."""
    rule = _rule(who)
    return tuple(
        f"{key}.{language}"
        for key, texts in narratives.texts.items()
        for language, text in texts.items()
        if rule.find(text)
    )


def lines_of(listed: Sequence[ConsentEntry] | Sequence[Pupil], who: str) -> tuple[int, ...]:
    """The lines of a list that somebody stands in, also those that write the class behind the name."""
    looked_for = key_of(who)
    return tuple(each.line for each in listed if looked_for in _written(each))


def unsearched(catalogue: Catalogue) -> int:
    """How many pieces could show anybody, for nobody has said who is in them: no search by name finds those."""
    return sum(1 for item in catalogue.items if item.raster and item.portrayal.state is PortrayalState.UNKNOWN)


class _Search:
    """What one search looks for."""

    def __init__(self, pupils: Sequence[Pupil], who: str) -> None:
        self._key = key_of(who)
        self._people = People((), pupils)
        self._keys = {self._key, *self._people.persons(who), *self._people.groups_of(who)}
        listed = zip(pupils, pupil_keys(pupils), strict=True)
        self._pupils = {key for each, key in listed if self._keys & set(map(key_of, each.groups))}
        self._rule = _rule(who)

    def way(self, item: EvidenceItem) -> Way | None:
        """How a piece names whom is looked for, None when it does not."""
        if self._key.startswith(FILE_PREFIX):
            return Way.FILE if any(key_of(f"{FILE_PREFIX}{file}") == self._key for file in item.files) else None
        names = (*item.portrayal.persons, *item.portrayal.groups)
        named = {key for name in names for key in (*self._persons(name), *self._people.groups_of(name))}
        holder = item.certificate.holder if item.certificate else None
        held = self._persons(holder.value) if holder else set()
        if self._keys & named:
            return Way.NAMED
        if self._keys & held:
            return Way.HOLDER
        if self._keys & set(self._people.asked(names, item.portrayal.absent)):
            return Way.MEMBER
        if self._pupils & {*named, *held}:
            return Way.PUPIL
        if any(map(self._rule.find, _texts(asdict(_without_absent(item))))):
            return Way.TEXT
        return None

    def _persons(self, name: str) -> set[str]:
        return {key_of(name), *self._people.persons(name)}


def _rule(who: str) -> NameRule:
    """What finds a full name in texts; nothing for a single word or a class, which could mean anybody."""
    return NameRule(filter(None, [person_name(without_class(who))]))


def _written(each: ConsentEntry | Pupil) -> set[str]:
    """The keys by which somebody may be asked for who stands in a line."""
    behind = (
        {key_of(f"{each.who} ({each.groups[0]})")} if isinstance(each, Pupil) else {key_of(without_class(each.who))}
    )
    return {key_of(each.who), *behind}


def _without_absent(item: EvidenceItem) -> EvidenceItem:
    return replace(item, portrayal=replace(item.portrayal, absent=()))


def _texts(value: object) -> Iterator[str]:
    """Every text in what is known of a piece."""
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from _texts(inner)
        case tuple() | list():
            for inner in value:
                yield from _texts(inner)
