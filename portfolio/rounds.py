"""The round a school prepares for: what it says itself, and for the rest what the framework pack knows of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from portfolio.files.nearest import nearest
from portfolio.files.node import Node
from portfolio.files.shape import find_node, place_of
from portfolio.model.framework import Conditions, Form, Round
from portfolio.model.problem import Place, Problem, error, spot

_YEARS = re.compile(r"(\d{4})\D{1,3}(?:\d{2})?(\d{2})", re.ASCII)
_WINDOW = ("opens_on", "closes_on")
_CONDITIONS = tuple(Conditions.__dataclass_fields__)


def find_round(name: str, rounds: Iterable[Round]) -> Round | None:
    """The round of a name, also with its years written otherwise ("2026/2027" is "2026-27"); None if there is none."""
    wanted = _bare(name)
    return next((each for each in rounds if wanted and _bare(each.name) == wanted), None)


def complete_round(own: Round, known: Round | None) -> Round:
    """A school's round with what it does not say itself taken from the pack's, each value with where it comes from."""
    if known is None:
        return own
    said = {name: getattr(own, name) for name in _WINDOW} | {
        name: getattr(own.conditions, name) for name in _CONDITIONS
    }
    beside = {name: getattr(known, name) for name in _WINDOW} | {
        name: getattr(known.conditions, name) for name in _CONDITIONS
    }
    taken = [name for name, value in said.items() if value is None and beside[name] is not None]
    values = said | {name: beside[name] for name in taken}
    sources = dict(own.sources) | {name: known.source_of(name) for name in taken}
    if own.form is None and known.form is not None:
        sources["form"] = known.source_of("form")
    return replace(
        own,
        **{name: values[name] for name in _WINDOW},
        conditions=Conditions(**{name: values[name] for name in _CONDITIONS}),
        form=own.form or known.form,
        sources=sources,
    )


def round_of(
    typed: Round, form: str, node: Node, file: str, rounds: Iterable[Round], forms: Mapping[str, Form]
) -> tuple[Round, tuple[Problem, ...]]:
    """The round that a school typed below `round:` of a file, completed, and what is wrong with the whole.

    Codes: `round.form` (with the forms there are), `round.misspelt-form`, `round.order`, `round.condition-late`: dates
    that only contradict those of the pack too.
    """
    own = replace(typed, form=forms.get(form), sources=dict(_sources(node, file)))
    whole = complete_round(own, find_round(typed.name, rounds))
    return whole, (*_form_faults(form, node, file, forms), *_late(whole, node, file))


def _sources(node: Node, file: str) -> Iterator[tuple[str, str]]:
    for steps in (*((name,) for name in (*_WINDOW, "form")), *(("conditions", name) for name in _CONDITIONS)):
        if found := find_node(node, "round", *steps):
            yield steps[-1], spot(place_of(found, file))


def _form_faults(form: str, node: Node, file: str, forms: Mapping[str, Form]) -> Iterator[Problem]:
    if form and form not in forms:
        where = _place(node, file, "form")
        if meant := nearest(form, forms):
            yield error("round.misspelt-form", where, form=form, nearest=meant)
        else:
            yield error("round.form", where, form=form, known=", ".join(forms))


def _late(whole: Round, node: Node, file: str) -> Iterator[Problem]:
    """Dates that cannot all be true; the order that one file alone breaks, its shape has told."""
    opens, closes, said = whole.opens_on, whole.closes_on, whole.conditions
    if opens and closes and opens > closes:
        yield error("round.order", _place(node, file, "closes_on"), opens=opens, closes=closes)
    if said.label_from and said.label_until and said.label_from > said.label_until:
        values = {"first": said.label_from, "last": said.label_until}
        yield error("round.label-order", _place(node, file, "conditions"), **values)
    last = closes or opens
    for name in ("registered_by", "teachers_since", "label_from"):
        day: date | None = getattr(said, name)
        if day and last and day > last:
            where = _place(node, file, "conditions", name)
            yield error("round.condition-late", where, name=name, day=day, last=last)


def _place(node: Node, file: str, *steps: str) -> Place:
    for length in range(len(steps), -1, -1):
        if found := find_node(node, "round", *steps[:length]):
            return place_of(found, file)
    return Place(file=file)


def _bare(name: str) -> str:
    if years := _YEARS.fullmatch(name.strip()):
        return f"{years[1]}-{years[2]}"
    return name.strip().casefold()
