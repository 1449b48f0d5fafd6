"""Who is in a piece, from what people wrote about it. Nothing is ever inferred from pixels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from portfolio.i18n import fold
from portfolio.intake.statements import Statement
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.evidence import UNKNOWN_PORTRAYAL, EvidenceItem, Portrayal, PortrayalState
from portfolio.model.problem import Problem, note, place_in, spot
from portfolio.model.text import Origin, Sourced

# "4-A", "7/B", "4A", "8 Ğ": a class, as schools write them.
_GROUP = re.compile(r"\d{1,2}\s?[-/.\u2010-\u2015\u2212]?\s?[^\W\d_]", re.UNICODE)
_GROUP_AND_MORE = re.compile(rf"{_GROUP.pattern}(?!\w)")
# The end of a sentence, but no initial: "4-A." and "Ada Yıldız.", not "Ada Y."; a class has a digit before its letter.
_ENDED = re.compile(r"(?<=\w\w|[-/.]\w|\d\w)\.$")
_STATES = {
    "none": PortrayalState.NONE,
    "unrecognisable": PortrayalState.UNRECOGNISABLE,
    "unknown": PortrayalState.UNKNOWN,
}
# The strictest statement holds when several speak of the same content: one person who is not known weighs more than
# any who are named, for nobody can be asked for that one.
_STRICTEST = (
    PortrayalState.UNKNOWN,
    PortrayalState.RECOGNISABLE,
    PortrayalState.UNRECOGNISABLE,
    PortrayalState.NONE,
)
# What lets a piece be shown, whoever has agreed.
SHOWN = frozenset({PortrayalState.UNRECOGNISABLE, PortrayalState.NONE})

T = TypeVar("T")


def is_group(name: str) -> bool:
    """Whether a name is that of a class, as schools write them."""
    return _GROUP.fullmatch(name) is not None


def portrayal(text: str, answers: Mapping[str, Iterable[str]], by: str, where: str = "") -> Portrayal:
    """What "none", "unrecognisable", "unknown" (in any language of `answers`) or a list of names and groups says.

    Names and groups are separated by semicolons, line feeds, or, where there are none, commas. "4-A except Ada",
    "Ada hariç 4-A" and "4-A sınıfı hariç Ada" are the class without her; several are joined by "and", for after a comma
    others may follow. An entry such as "partner school" says that children of one are there.
    """
    for key, state in _STATES.items():
        if fold(text).rstrip(" .!") in map(fold, answers.get(key, ())):
            return Portrayal(state=state, by=by, where=where)
    parts = re.split(r"[;\n]" if re.search(r"[;\n]", text) else ",", text)
    several = set(map(fold, answers.get("partner-schools", ())))
    theirs = {*map(fold, answers.get("partner-children", ())), *several}
    partner, partners = (any(fold(part.strip()) in said for part in parts) for said in (theirs, several))
    told = [_present_and_absent(part, answers) for part in parts if fold(part.strip()) not in theirs]
    names = tuple(name for present, _ in told for name in present if name)
    if not names and not partner:
        return UNKNOWN_PORTRAYAL
    groups = tuple(filter(is_group, names))
    return Portrayal(
        state=PortrayalState.RECOGNISABLE,
        persons=tuple(name for name in names if name not in groups),
        groups=groups,
        absent=tuple(name for _, away in told for name in away),
        partner=partner,
        partners=partners,
        by=by,
        where=where,
    )


def _present_and_absent(part: str, answers: Mapping[str, Iterable[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names and groups in an entry of a list, and who of them is not there.

    Only of a group somebody can be missing. Where it is not certain what is the group, both sides are there; and an
    entry that says of nobody that he is there is a name that no list knows: "Sem" is also a given name.
    """
    part = _ENDED.sub("", part.strip())
    plain = part.replace("(", " ").replace(")", " ").strip()
    if found := _around(plain, answers.get("except", ())):
        present, absent = found
        return ((present,), _each(absent, answers)) if absent and _is_of_group(present) else ((part,), ())
    if found := _around(plain, answers.get("except-before", ())):  # "Ada hariç 4-A", "4-A Ada hariç", "4-A hariç Ada"
        absent, present = found
        if not present and (group := _GROUP_AND_MORE.match(absent)):
            present, absent = group[0], absent[group.end() :].strip()
        if not (present and absent):
            return (part,), ()
        if _is_of_group(present) is _is_of_group(absent):
            return (present, absent), ()
        if _is_of_group(absent):
            present, absent = absent, present
        return (present,), _each(absent, answers)
    return (part,), ()


def _is_of_group(text: str) -> bool:
    """Whether a text speaks of a class or group: "4-A", "4-A sınıfı", "Radio club"."""
    return is_group(text) or not vocabulary().group_words.isdisjoint(re.findall(r"\w+", fold(text)))


def _each(names: str, answers: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    joined = "|".join(map(re.escape, answers.get("and", ()))) or "&"
    return tuple(name.strip() for name in re.split(rf"\s(?:{joined})\s", names) if name.strip())


def _around(text: str, words: Iterable[str]) -> tuple[str, str] | None:
    """What stands before and behind one of these words, None when none of them stands in a text."""
    found = re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)", text, re.IGNORECASE)
    return (text[: found.start()].strip(), text[found.end() :].strip()) if found else None


def portrayal_of(statements: tuple[Statement, ...], answers: Mapping[str, Iterable[str]]) -> Portrayal:
    """What statements about people say together, the strongest first: a decision holds, else the strictest of all."""
    stated = [_portrayed(statement, answers) for statement in statements]
    if stated and statements[0].origin is Origin.DECISION:
        return stated[0]
    return strictest(stated)


def _portrayed(statement: Statement, answers: Mapping[str, Iterable[str]]) -> Portrayal:
    where = spot(statement.where)
    found = portrayal(statement.text, answers, statement.by or where, where)
    return replace(found, said=(Sourced(value=found.state, origin=statement.origin, where=where),))


def portrayal_of_copies(places: Iterable[tuple[Statement, ...]], answers: Mapping[str, Iterable[str]]) -> Portrayal:
    """What is said at all the places of one content: the strictest of what holds at each, so none hides another."""
    return strictest(portrayal_of(each, answers) for each in places)


def strictest(portrayals: Iterable[Portrayal]) -> Portrayal:
    """Several portrayals of one content as one: the strictest state, with everybody whom any of them names.

    One that nobody stated says nothing, unless there is no other. Absent is who is so by all that name a group.
    """
    stated = [each for each in portrayals if each.by]
    if not stated:
        return UNKNOWN_PORTRAYAL
    state = min((each.state for each in stated), key=_STRICTEST.index)
    holding = next(each for each in stated if each.state is state)
    naming = [each for each in stated if each.groups or each.absent]
    return Portrayal(
        state=state,
        persons=_united(each.persons for each in stated),
        groups=_united(each.groups for each in stated),
        absent=tuple(
            name for name in _united(each.absent for each in naming) if all(name in each.absent for each in naming)
        ),
        partner=any(each.partner for each in stated),
        partners=any(each.partners for each in stated),
        by=holding.by,
        where=holding.where,
        said=_united(each.said for each in stated),
    )


def overruled(items: Iterable[EvidenceItem]) -> tuple[Problem, ...]:
    """A note where a statement would let a piece be shown and a stricter one does not: it names both places.

    One for each pair of files that disagree, however many pieces they speak of. Code: `people.stricter`.
    """
    pairs: dict[tuple[str, str], list[tuple[EvidenceItem, Sourced[PortrayalState]]]] = defaultdict(list)
    for item in items:
        if item.portrayal.state in SHOWN:
            continue
        for milder in item.portrayal.said:
            if milder.value in SHOWN:
                places = (place_in(item.portrayal.where).file, place_in(milder.where).file)
                pairs[places].append((item, milder))
    return tuple(_stricter(told) for told in pairs.values())


def _stricter(told: Sequence[tuple[EvidenceItem, Sourced[PortrayalState]]]) -> Problem:
    item, milder = told[0]
    where = place_in(item.portrayal.where)
    return note("people.stricter", where, n=len(told), file=item.files[0], other=milder.where)


def _united(names: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(name for several in names for name in several))
