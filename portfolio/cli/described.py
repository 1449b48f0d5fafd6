"""What a caption sheet or another description says, a line for each file that it speaks of."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portfolio.cli.origins import Known, known_of, value_of
from portfolio.cli.words import Words
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import place_in

if TYPE_CHECKING:
    from portfolio.build.survey import Survey

_MOST = 20  # files that are listed
_LONGEST = 60  # letters of a value


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A piece with what a description says of it, also where another is believed; `line` is 0 where there is none."""

    item: EvidenceItem
    line: int
    said: tuple[Known, ...]


def described_in(file: str, survey: Survey) -> tuple[Described, ...]:
    """The pieces that a description speaks of, in its order."""
    found = []
    for item in survey.catalogue.items:
        said = tuple(known for known in _all_said(item) if place_in(known.where).file == file)
        if said:
            found.append(Described(item=item, line=place_in(said[0].where).line or 0, said=said))
    return tuple(sorted(found, key=lambda each: (each.line, each.item.files, each.item.id)))


def described_lines(found: tuple[Described, ...], words: Words) -> Iterator[str]:
    """In words: "2  a.jpg: title: Open day; date: 2026-05-09", at most so many."""
    for each in found[:_MOST]:
        said = "; ".join(_said(known, words) for known in each.said)
        number = words.say("explain.line", line=each.line) if each.line else "–"
        yield f"{number} {each.item.files[0]}: {said}"
    if len(found) > _MOST:
        yield words.say("why-not.more", n=len(found) - _MOST)


def _all_said(item: EvidenceItem) -> Iterator[Known]:
    yield from known_of(item)
    for each in item.overruled:
        yield Known(field=each.field, value=each.said.value, origin=str(each.said.origin), where=each.said.where)
    for said in item.pillars:
        yield Known(field="pillar", value=said.value, origin=str(said.origin), where=said.where)


def _said(known: Known, words: Words) -> str:
    value = textwrap.shorten(value_of(known, words), _LONGEST, placeholder=" …")
    return f"{words.say(f'fields.{known.field}')}: {value}"
