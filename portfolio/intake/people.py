"""Who is in a piece, from what people wrote about it. Nothing is ever inferred from pixels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from portfolio.i18n import fold
from portfolio.intake.statements import Statement
from portfolio.model.evidence import UNKNOWN_PORTRAYAL, Portrayal, PortrayalState
from portfolio.model.problem import spot
from portfolio.model.text import Origin

# "4-A", "7/B", "4A", "8 Ğ": a class, as schools write them.
_GROUP = re.compile(r"\d{1,2}\s?[-/.]?\s?[^\W\d_]", re.UNICODE)
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


def is_group(name: str) -> bool:
    """Whether a name is that of a class, as schools write them."""
    return _GROUP.fullmatch(name) is not None


def portrayal(text: str, answers: Mapping[str, Iterable[str]], by: str) -> Portrayal:
    """What "none", "unrecognisable", "unknown" (in any language of `answers`) or a list of names and groups says.

    Names and groups are separated by semicolons, line feeds, or, where there are none, commas.
    """
    for key, state in _STATES.items():
        if fold(text) in map(fold, answers.get(key, ())):
            return Portrayal(state=state, by=by)
    parts = re.split(r"[;\n]" if re.search(r"[;\n]", text) else ",", text)
    names = tuple(name for part in parts if (name := part.strip()))
    if not names:
        return UNKNOWN_PORTRAYAL
    groups = tuple(filter(is_group, names))
    persons = tuple(name for name in names if name not in groups)
    return Portrayal(state=PortrayalState.RECOGNISABLE, persons=persons, groups=groups, by=by)


def portrayal_of(statements: tuple[Statement, ...], answers: Mapping[str, Iterable[str]]) -> Portrayal:
    """What statements about people say together, the strongest first: a decision holds, else the strictest of all."""
    stated = [portrayal(statement.text, answers, statement.by or spot(statement.where)) for statement in statements]
    if stated and statements[0].origin is Origin.DECISION:
        return stated[0]
    return strictest(stated)


def portrayal_of_copies(places: Iterable[tuple[Statement, ...]], answers: Mapping[str, Iterable[str]]) -> Portrayal:
    """What is said at all the places of one content: the strictest of what holds at each, so none hides another."""
    return strictest(portrayal_of(each, answers) for each in places)


def strictest(portrayals: Iterable[Portrayal]) -> Portrayal:
    """Several portrayals of one content as one: the strictest state, with everybody whom any of them names.

    One that nobody stated says nothing, unless there is no other.
    """
    stated = [each for each in portrayals if each.by]
    if not stated:
        return UNKNOWN_PORTRAYAL
    state = min((each.state for each in stated), key=_STRICTEST.index)
    return Portrayal(
        state=state,
        persons=_united(each.persons for each in stated),
        groups=_united(each.groups for each in stated),
        by=next(each.by for each in stated if each.state is state),
    )


def _united(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for several in names for name in several))
