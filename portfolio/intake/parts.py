"""What stands several times in one content: project records, links, quotations, a survey; each is a piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from portfolio.intake.dates import parse_dating
from portfolio.intake.decided import decided
from portfolio.intake.duplicates import Content
from portfolio.intake.piece import Knowledge, make_piece, titles_of
from portfolio.intake.quotations import FoundQuotation, quotations_in
from portfolio.intake.reading import WebLink
from portfolio.intake.records import FoundRecord, records_in
from portfolio.intake.statements import Statement
from portfolio.intake.surveys import survey_in
from portfolio.intake.weblinks import links_in_table, without_password
from portfolio.model.decision import LOCAL, Field
from portfolio.model.evidence import EvidenceItem, Kind, Quotation
from portfolio.model.problem import Place, Problem, place_in, spot, warning
from portfolio.model.text import Origin, Sourced

# What is said of a whole file neither names nor dates the single parts of it.
_OF_ONE = frozenset({*LOCAL, Field.DATE})

T = TypeVar("T")

One = tuple[EvidenceItem, tuple[Problem, ...]]
Made = tuple[tuple[EvidenceItem, ...], tuple[Problem, ...]]


def projects_of(content: Content, said: Sequence[Statement], knowledge: Knowledge) -> Made:
    """The project records of a content; what is said of a file with several concerns them all."""
    found, faults = records_in(content.reading, content.first.file.name, knowledge.columns, knowledge.framework)
    items, problems = _all(_project(content, part, each, said, knowledge) for part, each in _parts(content, found))
    return items, (*faults, *problems) if items else ()


def links_of(content: Content, said: Sequence[Statement], knowledge: Knowledge) -> Made:
    """The links of a content that is nothing else; one without a title has that of its file when it is alone in it."""
    found = content.reading.links or links_in_table(content.reading, knowledge.columns)
    return _all(_link(content, part, each, said, knowledge) for part, each in _parts(content, found))


def quotations_of(content: Content, said: Sequence[Statement], knowledge: Knowledge) -> Made:
    """The quotations of a content that is a list of them."""
    name, country = content.first.file.name, knowledge.country
    found = quotations_in(content.reading, name, knowledge.columns, country, knowledge.framework)
    return _all(_quotation(content, part, each, said, knowledge) for part, each in _parts(content, found))


def survey_of(content: Content, said: Sequence[Statement], knowledge: Knowledge) -> Made:
    """A survey, which lasts from its first answer to its last, and what may be quoted of it as its parts."""
    found = survey_in(content.reading, content.first.file.base, knowledge.country, knowledge.framework)
    if not found:
        return (), ()
    own = [*decided(knowledge.decisions, (content.id,), content.names), *said, *titles_of(content)]
    if found.first_day:
        days = " – ".join(dict.fromkeys((found.first_day, found.last_day)))
        own.append(_said_in(content, Field.DATE, days))
    item, problems = make_piece(content, content.id, own, (), knowledge)
    asked = "\n".join(question.text for question in found.survey.questions)
    survey = replace(item, kind=Kind.SURVEY, survey=found.survey, text=asked)
    parts = ((f"{content.id}.{number}", each) for number, each in enumerate(found.quotations, start=1))
    quoted, more = _all(_quotation(content, part, each, said, knowledge) for part, each in parts)
    return (survey, *quoted), (*problems, *more)


def _project(content: Content, part: str, found: FoundRecord, said: Sequence[Statement], knowledge: Knowledge) -> One:
    """A record as a piece: it has the record's title, and lasts as long as its school years."""
    title, years = found.record.title, found.record.years
    told = [(Field.TITLE, title)]
    if years and parse_dating(years.value, knowledge.country):
        told.append((Field.DATE, years))
    own = (
        Statement(field=field, text=value.value, origin=value.origin, where=place_in(value.where))
        for field, value in told
    )
    statements = (*_of_part(content, part, said, found.statements, knowledge), *own)
    item, problems = make_piece(content, part, statements, (), knowledge)
    return replace(item, kind=Kind.PROJECT, project=found.record, text=found.text), problems


def _link(content: Content, part: str, found: WebLink, said: Sequence[Statement], knowledge: Knowledge) -> One:
    own = [_said_in(content, Field.TITLE, found.title, found.line)] if found.title else []
    if part == content.id:
        own += titles_of(content)
    item, problems = make_piece(content, part, _of_part(content, part, said, own, knowledge), (), knowledge)
    bare = without_password(found.address)
    if bare != found.address:
        problems = (*problems, warning("address.password", _line(content, found.line)))
    address = _sourced(content, bare, found.line)
    return replace(item, kind=Kind.LINK, address=address, text=f"{found.title}\n{bare}".strip()), problems


def _quotation(
    content: Content, part: str, found: FoundQuotation, said: Sequence[Statement], knowledge: Knowledge
) -> One:
    """What was said as a piece; who is named is somebody to be asked."""
    own = [*found.statements]
    if found.day:
        own.append(_said_in(content, Field.DATE, found.day, found.line))
    if found.speaker.name:
        own.append(_said_in(content, Field.PEOPLE, found.speaker.name, found.line))
    item, problems = make_piece(content, part, _of_part(content, part, said, own, knowledge), (), knowledge)
    quotation = Quotation(
        text=_sourced(content, found.words, found.line),
        role=_sourced(content, found.speaker.role, found.line) if found.speaker.role else None,
        question=_sourced(content, found.question, found.line) if found.question else None,
        agreed=_sourced(content, found.agreed, found.line) if found.agreed else None,
    )
    text = "\n".join(dict(found.words.texts).values())
    return replace(item, kind=Kind.QUOTATION, quotation=quotation, text=text), problems


def _all(made: Iterable[One]) -> Made:
    made = tuple(made)
    return tuple(item for item, _ in made), tuple(problem for _, more in made for problem in more)


def _parts(content: Content, found: Sequence[T]) -> Iterator[tuple[str, T]]:
    """The ids of what stands in a content: its own id when it is all there is, else with the number behind."""
    for number, each in enumerate(found, start=1):
        yield (content.id if len(found) == 1 else f"{content.id}.{number}"), each


def _of_part(
    content: Content, part: str, said: Sequence[Statement], own: Sequence[Statement], knowledge: Knowledge
) -> tuple[Statement, ...]:
    """What holds for a part: what it says itself, and what is said of the file, except a name or date of the whole."""
    statements = (*decided(knowledge.decisions, (part,), content.names), *said, *own)
    if part == content.id:
        return statements
    its = {*decided(knowledge.decisions, (part,), ()), *own}
    return tuple(each for each in statements if each.field not in _OF_ONE or each in its)


def _said_in(content: Content, field: Field, text: str, line: int = 0) -> Statement:
    return Statement(field=field, text=text, origin=Origin.DOCUMENT, where=_line(content, line))


def _sourced(content: Content, value: T, line: int) -> Sourced[T]:
    """What stands in a line of a content."""
    return Sourced(value=value, origin=Origin.DOCUMENT, where=spot(_line(content, line)))


def _line(content: Content, line: int) -> Place:
    return Place(file=content.first.file.name, line=line or None)
