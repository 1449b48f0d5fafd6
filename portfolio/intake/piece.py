"""One piece of evidence: what all that speaks of a content, or of a part of it, says together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portfolio.columns import Columns
from portfolio.intake.dating import dated
from portfolio.intake.decided import decided
from portfolio.intake.duplicates import Content
from portfolio.intake.identify import FORMATS, RECORDED
from portfolio.intake.people import portrayal_of_copies
from portfolio.intake.statements import Statement, about, said_local, said_text
from portfolio.intake.titles import title_in
from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.framework import Framework
from portfolio.model.problem import Place, Problem, spot
from portfolio.model.text import Origin, Sourced


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What pieces are made with: the pack, the school's language and country, what people said of files and decided.

    `today` tells which dates lie in the future.
    """

    framework: Framework
    columns: Columns
    language: str
    country: str
    today: date
    said: Mapping[str, Sequence[Statement]]
    decisions: Sequence[Decision]


def make_piece(
    content: Content,
    item_id: str,
    statements: Sequence[Statement],
    properties: Sequence[Statement],
    knowledge: Knowledge,
) -> tuple[EvidenceItem, tuple[Problem, ...]]:
    """A piece with what statements say of it; its kind is only a document's yet."""
    first, reading = content.first, content.reading
    taken = reading.raster is not None or FORMATS[reading.format].family in RECORDED
    dating, problems = dated(statements, properties, content.names, knowledge.country, knowledge.today, taken=taken)
    item = EvidenceItem(
        id=item_id,
        kind=Kind.DOCUMENT,
        files=content.names,
        source=first.file.path,
        sha256=first.sha256,
        media_type=FORMATS[reading.format].media_type,
        size=first.file.size,
        title=said_local(statements, Field.TITLE, knowledge.language),
        caption=said_local(statements, Field.CAPTION, knowledge.language),
        alternative=said_local(statements, Field.ALTERNATIVE, knowledge.language),
        dated=dating,
        place=said_text(statements, Field.PLACE),
        credit=said_text(statements, Field.CREDIT),
        pillars=tuple(_pillars(statements)),
        portrayal=portrayal_of_copies(_people(content, item_id, statements, knowledge), knowledge.framework.answers),
        raster=reading.raster,
        pages=reading.pages,
        page_shape=reading.page_shape,
        seconds=reading.seconds,
        text=reading.whole,
        recognised=reading.recognised.languages if reading.recognised else "",
    )
    return item, problems


def _people(
    content: Content, item_id: str, statements: Sequence[Statement], knowledge: Knowledge
) -> Iterator[tuple[Statement, ...]]:
    """What is said of people at each place of a content: there, and by the content itself. An id means all places."""
    there = {name: knowledge.said.get(name, ()) for name in content.names}
    outside = {statement for said in there.values() for statement in said}
    own = [each for each in statements if each.origin is not Origin.DECISION and each not in outside]
    for name, said in there.items():
        yield about((*decided(knowledge.decisions, (item_id,), (name,)), *said, *own), Field.PEOPLE)


def _pillars(statements: Sequence[Statement]) -> Iterator[Sourced[str]]:
    """What descriptions say of the pillar, as written; decisions are read where pieces are mapped."""
    described = [each for each in about(statements, Field.PILLAR) if each.origin is not Origin.DECISION]
    for each in described:
        if each.origin is described[0].origin:
            yield Sourced(value=each.text, origin=each.origin, where=spot(each.where))


def titles_of(content: Content) -> Iterator[Statement]:
    """What the names of the files say; beside a credential's titles nothing, whatever languages those are in."""
    if content.reading.credential and content.reading.credential.titles:
        return
    for each in content.files:
        base = each.file.base
        if title := title_in(base.rpartition(".")[0] or base):
            yield Statement(field=Field.TITLE, text=title, origin=Origin.FILE_NAME, where=Place(file=each.file.name))
