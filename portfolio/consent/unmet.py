"""Lines of the register that meet nobody: a withdrawal that is not understood would let somebody be shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from portfolio.consent.groups import is_group_wording
from portfolio.consent.keys import FILE_PREFIX, key_of
from portfolio.consent.people import People
from portfolio.consent.pupils import NAMES, Pupil
from portfolio.consent.roles import GROUP, GUEST, STAFF
from portfolio.files.nearest import nearest_path
from portfolio.model.catalogue import Catalogue
from portfolio.model.clearance import ConsentEntry
from portfolio.model.problem import Place, Problem, error, warning


def unmet_lines(
    catalogue: Catalogue,
    entries: Sequence[ConsentEntry],
    pupils: Sequence[Pupil],
    register: str,
    gone: Collection[str] = (),
) -> tuple[Problem, ...]:
    """A Problem for each line about a pupil who is not in the list, and for each about a file that is not there.

    An error where it refuses or withdraws, for then somebody may be shown; a warning else, and where the file is one of
    `gone`, whose content is in the folder no more. Nobody is named. Without a list of pupils only files are looked for.
    Codes: `consent.unmet-pupil`, `consent.unmet-file`, `consent.unmet-file-near`.
    """
    people = People(entries, pupils)
    files = {key_of(FILE_PREFIX + file.name): file.name for file in catalogue.files}
    files |= {key_of(FILE_PREFIX + name): name for item in catalogue.items for name in item.files}
    named = frozenset(_named(catalogue, people))

    def problems() -> Iterator[Problem]:
        for entry in entries:
            where, key = Place(file=register, line=entry.line), key_of(entry.who)
            make = warning if entry.scopes and not entry.withdrawn_on else error
            if key.startswith(FILE_PREFIX):
                path = key.removeprefix(FILE_PREFIX)
                near = nearest_path(path, files.values())
                if key not in files:
                    make = warning if path in gone else make
                    yield (
                        make("consent.unmet-file-near", where, file=path, nearest=near)
                        if near
                        else make("consent.unmet-file", where, file=path)
                    )
            elif pupils and not _meets(entry, people, named):
                yield make("consent.unmet-pupil", where, list=NAMES[0])

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
