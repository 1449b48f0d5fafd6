"""What can be read in the picture of a page cannot be shortened: a page that tells too much is not shown.

Looked at are pieces whose pages are shown as pictures (PDFs, scans, photographed certificates), by their own text and
by what was recognised in them. A photograph's pixels are not read by anybody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from portfolio.consent.classnames import classes_in
from portfolio.consent.clearance import is_pupil_certificate
from portfolio.consent.groups import Groups
from portfolio.consent.keys import FILE_PREFIX, key_of, without_class
from portfolio.consent.pupils import Pupil
from portfolio.consent.roles import GROUP
from portfolio.consent.scattered import Scattered
from portfolio.model.catalogue import Catalogue
from portfolio.model.clearance import Audience, Clearance, ConsentEntry
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Place, Problem, Reason, place_in, reason, warning
from portfolio.model.project import Narratives
from portfolio.model.text import LocalText, Sourced
from portfolio.namerule import NameRule
from portfolio.nameways import person_name
from portfolio.personal import Personal, find_personal

_PAGES = "application/pdf"


def withhold_telling(
    clearances: Sequence[Clearance],
    catalogue: Catalogue,
    entries: Sequence[ConsentEntry],
    rules: Mapping[Audience, NameRule],
    pupils: Sequence[Pupil] = (),
    *,
    country: str,
    public: Collection[str] = (),
) -> tuple[Clearance, ...]:
    """The clearances, those of pages taken back that tell a name or a number which their audience may not read.

    Not where somebody decided about the very file in the register, and not for the name of a pupil on the own
    certificate. Who agreed to be seen did not thereby agree to be named. Reason codes: `clearance.tells-names`,
    `clearance.tells-numbers`, `clearance.may-tell-names`, all with `n`; `clearance.named-beside` for what only the
    school's default would show.
    """
    decided = {key_of(entry.who) for entry in entries}
    shown = {
        item.id: item
        for item in catalogue.items
        if _text(item) and _shows_pages(item) and not any(key_of(FILE_PREFIX + file) in decided for file in item.files)
    }
    numbers = {key: _numbers(item, country, public) for key, item in shown.items()}
    pieces = {item.id: item for item in catalogue.items}
    classes = _Classes(entries, pupils)
    scattered = Scattered(_everybody(entries, pupils))
    hidden = {audience: scattered.hidden_by(rule) for audience, rule in rules.items()}
    apart = {(key, each): scattered.count(_text(item), hidden[each]) for key, item in shown.items() for each in rules}
    return tuple(
        replace(each, allowed=False, why=why)
        if each.allowed
        and (
            why := _why_not_by_default(each, pieces[each.item], rules[each.audience], classes)
            or _why_not(shown.get(each.item), numbers.get(each.item, 0), rules[each.audience])
            or _why_perhaps_not(apart.get((each.item, each.audience), 0))
        )
        else each
        for each in clearances
    )


class _Classes:
    """The classes and groups of the lists about people, as texts may speak of them."""

    def __init__(self, entries: Sequence[ConsentEntry], pupils: Sequence[Pupil]) -> None:
        self._groups = Groups(pupils)
        self._registered = frozenset(form for entry in entries for form in classes_in(entry.who))

    def named_in(self, text: str) -> bool:
        """Whether a text speaks of one of them: its pupils are probably in what stands beside it."""
        return bool(self._groups.spoken_of(text) or classes_in(text) & self._registered)


def _why_not_by_default(clearance: Clearance, item: EvidenceItem, rule: NameRule, classes: _Classes) -> Reason | None:
    """The school's default holds for what is merely unknown: not where what stands beside tells who may be in it."""
    if clearance.why.code != "clearance.school-default":
        return None
    if any(rule.find(text) or classes.named_in(text) for text in _beside(item)):
        return reason("clearance.named-beside")
    return None


def personal_in_texts(
    catalogue: Catalogue, narratives: Narratives, *, country: str, public: Collection[str] = ()
) -> tuple[Problem, ...]:
    """A warning for each text of the school that holds a person's number or address: its documents would not be made.

    Code `consent.personal.` with what it is (Personal); it says where, never which.
    """
    found = (
        warning(f"consent.personal.{each.what}", where)
        for where, text in _texts(catalogue, narratives)
        for each in find_personal(text, country, public)
    )
    return tuple(dict.fromkeys(found))


def _texts(catalogue: Catalogue, narratives: Narratives) -> Iterator[tuple[Place, str]]:
    """What people wrote to be printed, with its place."""
    for key, spoken in narratives.texts.items():
        for language, text in spoken.items():
            yield Place(file=narratives.place(key, language).file), text
    for item in catalogue.items:
        for said in _printed(item):
            yield from ((place_in(said.where), text) for text in _strings(said.value))
        for question in item.survey.questions if item.survey else ():
            told = (question.text, *(answer for answer, _ in question.answers))
            yield from ((Place(file=item.files[0]), text) for text in told)


def _printed(item: EvidenceItem) -> Iterator[Sourced[Any]]:
    """All that documents print of a piece, with who said it."""
    parts = (item, item.project, item.certificate, item.quotation)
    values = (getattr(part, each.name) for part in parts if part for each in fields(part))
    yield from (value for value in values if isinstance(value, Sourced))


def _strings(value: object) -> Iterator[str]:
    """The texts in a value: a text in several languages, a list of partners, a name."""
    if isinstance(value, LocalText):
        yield from (text for _, text in value.texts)
    elif isinstance(value, tuple):
        yield from (text for each in value for text in _strings(each))
    elif isinstance(value, str):
        yield value


def _beside(item: EvidenceItem) -> Iterator[str]:
    """What stands beside and in a piece, whoever says it: whom it names is probably in it, or took it."""
    for said in (item.title, item.caption, item.alternative):
        yield from (text for _, text in said.value.texts) if said else ()
    yield from (said.value for said in (item.place, item.credit) if said)
    yield from (each.said.value for each in item.overruled)
    yield from item.files
    yield _text(item)


def _why_not(item: EvidenceItem | None, numbers: int, rule: NameRule) -> Reason | None:
    if item is None:
        return None
    if numbers:
        return reason("clearance.tells-numbers", n=numbers)
    text = _text(item)
    asked = {found.start for found in NameRule(filter(None, map(person_name, _holder(item)))).find(text)}
    told = {text[found.start : found.end] for found in rule.find(text) if found.start not in asked}
    return reason("clearance.tells-names", n=len(set(map(key_of, told)))) if told else None


def _why_perhaps_not(apart: int) -> Reason | None:
    return reason("clearance.may-tell-names", n=apart) if apart else None


def _everybody(entries: Sequence[ConsentEntry], pupils: Sequence[Pupil]) -> Iterator[str]:
    """The full names in the lists about people."""
    yield from (pupil.who for pupil in pupils)
    persons = (entry.who for entry in entries if not entry.who.startswith(FILE_PREFIX) and entry.role != GROUP)
    yield from map(without_class, persons)


def _holder(item: EvidenceItem) -> Iterator[str]:
    """Whose certificate a piece is: a paper with the name on it is what he or she agreed to show."""
    if is_pupil_certificate(item) and item.certificate and item.certificate.holder:
        yield without_class(item.certificate.holder.value)


def _numbers(item: EvidenceItem, country: str, public: Collection[str]) -> int:
    """How many identity numbers and mobile numbers a page tells. Mail addresses stand in every letterhead."""
    return sum(found.what is not Personal.MAIL for found in find_personal(_text(item), country, public))


def _text(item: EvidenceItem) -> str:
    """What can be read in a piece, covered or not: where on a page it stands is not known."""
    return item.text or item.veiled


def _shows_pages(item: EvidenceItem) -> bool:
    return item.raster is not None or item.media_type == _PAGES
