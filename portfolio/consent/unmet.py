"""Lines of the register that meet nobody: a withdrawal that is not understood would let somebody be shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from portfolio.consent.groups import is_group_wording
from portfolio.consent.keys import FILE_PREFIX, key_of
from portfolio.consent.people import People
from portfolio.consent.pupils import NAMES, Pupil
from portfolio.consent.roles import GROUP, GUEST, STAFF
from portfolio.files.nearest import nearest, nearest_other
from portfolio.model.catalogue import Catalogue
from portfolio.model.clearance import ConsentEntry
from portfolio.model.problem import Place, Problem, error, warning

_ALIKE = 0.8  # of difflib: a letter wrong in a name; two names that share a surname stay below


def unmet_lines(
    catalogue: Catalogue,
    entries: Sequence[ConsentEntry],
    pupils: Sequence[Pupil],
    register: str,
    gone: Collection[str] = (),
) -> tuple[Problem, ...]:
    """A Problem for each line about a pupil who is not in the list, and for each about a file that is not there.

    An error where it refuses or withdraws and may mean somebody who is there, for then that one would be shown: a pupil
    whose name is nearly the same, any file but one of `gone`, whose content is in the folder no more. A warning else:
    pupils leave. Nobody is named. Without a list of pupils only files are looked for. Codes: `consent.unmet-pupil`,
    `consent.unmet-pupil-near` (with the line of the list), `consent.unmet-file`, `consent.unmet-file-near`.
    """
    people = People(entries, pupils)
    files = {key_of(FILE_PREFIX + file.name): file.name for file in catalogue.files}
    files |= {key_of(FILE_PREFIX + name): name for item in catalogue.items for name in item.files}
    named = frozenset(_named(catalogue, people))
    lines = {key_of(pupil.who): pupil.line for pupil in pupils}

    def problems() -> Iterator[Problem]:
        for entry in entries:
            where, key = Place(file=register, line=entry.line), key_of(entry.who)
            make = warning if entry.scopes and not entry.withdrawn_on else error
            if key.startswith(FILE_PREFIX):
                path = key.removeprefix(FILE_PREFIX)
                near = nearest_other(path, files.values())
                if key not in files:
                    make = warning if path in gone else make
                    yield (
                        make("consent.unmet-file-near", where, file=path, nearest=near)
                        if near
                        else make("consent.unmet-file", where, file=path)
                    )
            elif pupils and not _meets(entry, people, named):
                near = nearest(key, lines, least=_ALIKE)
                yield (
                    make("consent.unmet-pupil-near", where, list=NAMES[0], line=lines[near])
                    if near
                    else warning("consent.unmet-pupil", where, list=NAMES[0])
                )

    return tuple(problems())


def _meets(entry: ConsentEntry, people: People, named: frozenset[str]) -> bool:
    """Whether a line is about a pupil of the list, somebody who is named in a piece, or no single pupil at all."""
    if entry.role in (STAFF, GUEST, GROUP) or is_group_wording(entry.who) or people.is_listed_group(entry.who):
        return True
    persons = people.persons(entry.who)
    return any(map(people.is_pupil, persons)) or not named.isdisjoint((key_of(entry.who), *persons))


def _named(catalogue: Catalogue, people: People) -> Iterator[str]:
    for item in catalogue.items:
        holder = item.certificate.holder if item.certificate else None
        names = (*item.portrayal.persons, *item.portrayal.absent, *([holder.value] if holder else ()))
        for name in names:
            yield key_of(name)
            yield from people.persons(name)
