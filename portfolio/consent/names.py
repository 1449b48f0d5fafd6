"""Whose full name may be told to an audience: a pupil's by an answer of its own, all others' by their consent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from portfolio.consent.clearance import is_pupil_certificate, objection
from portfolio.consent.keys import FILE_PREFIX, key_of, without_class
from portfolio.consent.people import People
from portfolio.consent.pupils import Pupil
from portfolio.consent.roles import GROUP, GUEST, STAFF
from portfolio.model.catalogue import Catalogue
from portfolio.model.clearance import FULL_NAME, Audience, ConsentEntry
from portfolio.namerule import NameRule
from portfolio.nameways import PersonName, person_name


def name_rule(
    catalogue: Catalogue,
    entries: Sequence[ConsentEntry],
    pupils: Sequence[Pupil],
    audience: Audience,
    *,
    today: date,
    public: Iterable[str] = (),
) -> NameRule:
    """The rule that hides everybody's full name who may not be named to an audience.

    A pupil, and a person of no known role, is named in full only where a line of the register that is valid for the
    audience says so (the scope FULL_NAME); staff and guests where their consent is valid, to the school itself always.
    Who stands in no list but is named as shown in a piece is hidden. `public` are names that the school itself
    publishes: its own, its head's; the register can end that.
    """
    people = People(entries, pupils)
    kept = {key_of(name): name for name in public}
    listed = [(pupil.who, person_name(pupil.who, pupil.surname)) for pupil in pupils]
    known = {key_of(who) for who, _ in listed}
    others = dict.fromkeys(
        without_class(name)
        for name in (*(entry.who for entry in entries if _is_person(entry)), *_named_in(catalogue))
        if not people.is_listed_group(name)
    )
    named = [*listed, *((name, person_name(name)) for name in others if key_of(name) not in known)]
    hidden: list[PersonName] = []
    for who, whole in named:
        key, bearers = key_of(who), people.persons(who)
        if not whole or (key in kept and not bearers):
            continue
        if bearers and all(_may_be_named(each, people, audience, today) for each in bearers):
            kept[key] = " ".join((*whole.given, *whole.surname))
        else:
            hidden.append(whole)
            kept.pop(key, None)
    return NameRule(hidden, kept.values())


def _may_be_named(key: str, people: People, audience: Audience, today: date) -> bool:
    lines, roles = people.lines(key), {entry.role for entry in people.lines(key)}
    if people.is_pupil(key) or not roles or roles - {STAFF, GUEST}:
        lines = [entry for entry in lines if FULL_NAME in entry.scopes or not entry.scopes]
    elif audience is Audience.PRIVATE:
        return True
    return objection(lines, audience, today, people.doubtful(key)) is None


def _is_person(entry: ConsentEntry) -> bool:
    return not key_of(entry.who).startswith(FILE_PREFIX) and entry.role != GROUP


def _named_in(catalogue: Catalogue) -> Iterator[str]:
    """Everybody whom somebody named as shown in a piece, or as holder of a pupil's certificate."""
    for item in catalogue.items:
        yield from (*item.portrayal.persons, *item.portrayal.absent)
        if is_pupil_certificate(item) and item.certificate and item.certificate.holder:
            yield item.certificate.holder.value
