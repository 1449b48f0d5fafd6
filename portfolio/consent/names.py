"""Whose full name may be told to an audience: a pupil's by an answer of its own, all others' by their consent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from portfolio.consent.clearance import is_pupil_certificate, objection
from portfolio.consent.keys import FILE_PREFIX, key_of
from portfolio.consent.people import People
from portfolio.consent.pupils import Pupil
from portfolio.consent.roles import GROUP, GUEST, STAFF
from portfolio.model.catalogue import Catalogue
from portfolio.model.clearance import FULL_NAME, Audience, ConsentEntry
from portfolio.namerule import NameRule, PersonName, person_name


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
    lines: dict[str, list[ConsentEntry]] = defaultdict(list)
    for entry in entries:
        lines[key_of(entry.who)].append(entry)
    kept = {key_of(name): name for name in public}
    listed = {key_of(pupil.who): person_name(pupil.who, pupil.surname) for pupil in pupils}
    people = People(entries, pupils)
    others = {
        key_of(name): person_name(name)
        for name in (*(entry.who for entry in entries if _is_person(entry)), *_named_in(catalogue))
        if not people.is_listed_group(name) and (key_of(name) in lines or key_of(name) not in kept)
    }
    hidden: list[PersonName] = []
    for key, whole in (others | listed).items():
        if whole and _may_be_named(lines[key], audience, today, pupil=key in listed):
            kept[key] = " ".join((*whole.given, *whole.surname))
        elif whole:
            hidden.append(whole)
            kept.pop(key, None)
    return NameRule(hidden, kept.values())


def _may_be_named(lines: Sequence[ConsentEntry], audience: Audience, today: date, *, pupil: bool) -> bool:
    roles = {entry.role for entry in lines}
    if pupil or not roles or roles - {STAFF, GUEST}:
        lines = [entry for entry in lines if FULL_NAME in entry.scopes or not entry.scopes]
    elif audience is Audience.PRIVATE:
        return True
    return objection(lines, audience, today) is None


def _is_person(entry: ConsentEntry) -> bool:
    return not entry.who.startswith(FILE_PREFIX) and entry.role != GROUP


def _named_in(catalogue: Catalogue) -> Iterator[str]:
    """Everybody whom somebody named as shown in a piece, or as holder of a pupil's certificate."""
    for item in catalogue.items:
        yield from (*item.portrayal.persons, *item.portrayal.absent)
        if is_pupil_certificate(item) and item.certificate and item.certificate.holder:
            yield item.certificate.holder.value
