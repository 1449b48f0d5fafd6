"""One piece of evidence: what all that speaks of a content, or of a part of it, says together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portfolio.columns import Columns
from portfolio.intake.dating import dated
from portfolio.intake.decided import decided
from portfolio.intake.duplicates import Content
from portfolio.intake.formats import FORMATS, RECORDED, Family
from portfolio.intake.overruled import overruled_in
from portfolio.intake.partners import partners_of
from portfolio.intake.people import portrayal_of_copies
from portfolio.intake.redactions import veil_of
from portfolio.intake.statements import Statement, about, holding, nearest_of, said_local, said_text
from portfolio.intake.titles import title_in
from portfolio.model.decision import GUARDING, REDACTING, Decision, Field
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.framework import Framework
from portfolio.model.problem import Place, Problem, Reason, reason, spot
from portfolio.model.text import READ_IN_FILE, Origin, Sourced

# Where who speaks of one file goes before who speaks of many; what is to be covered adds up instead.
_NEAREST = frozenset(GUARDING) - frozenset(REDACTING)


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
    """A piece with what statements say of it; its kind is only a document's yet.

    Of a redacted one nothing is said that was read in it, for it may stand below a box; only who is named there is, and
    its text for the search for what nobody may read.
    """
    first, reading = content.first, content.reading
    form = FORMATS[reading.format]
    answers = knowledge.framework.answers
    places = tuple(_places(content, item_id, statements, knowledge))
    drawn = item_id == content.id and (
        reading.raster is not None or (form.family is Family.PDF and bool(reading.pages))
    )
    current = tuple(tuple(each for each in said if not _is_void(each)) for said in places)
    veil = veil_of(places, answers, file=first.file.name, drawn=drawn)
    if veil.redaction:
        statements = [each for each in statements if each.origin not in READ_IN_FILE or each.field is Field.PEOPLE]
    portrayal = portrayal_of_copies((about(said, Field.PEOPLE) for said in current), answers)
    partners, doubts = partners_of(current, answers, knowledge.country, portrayal)
    taken = reading.raster is not None or form.family in RECORDED
    dating, problems = dated(statements, properties, content.names, knowledge.country, knowledge.today, taken=taken)
    item = EvidenceItem(
        id=item_id,
        kind=Kind.DOCUMENT,
        files=content.names,
        source=first.file.path,
        sha256=first.sha256,
        media_type=form.media_type,
        size=first.file.size,
        title=said_local(statements, Field.TITLE, knowledge.language),
        caption=said_local(statements, Field.CAPTION, knowledge.language),
        alternative=said_local(statements, Field.ALTERNATIVE, knowledge.language),
        dated=dating,
        place=said_text(statements, Field.PLACE),
        credit=said_text(statements, Field.CREDIT),
        pillars=tuple(_pillars(statements)),
        portrayal=portrayal,
        partners=partners,
        redaction=veil.redaction,
        barred=veil.barred or next(filter(None, map(_objection, places)), None),
        raster=reading.raster,
        pages=reading.pages,
        page_shape=reading.page_shape,
        seconds=reading.seconds,
        text="" if veil.redaction else reading.whole,
        veiled=reading.whole if veil.redaction else "",
        recognised=reading.read_by if not veil.redaction else "",
        overruled=overruled_in(statements, () if veil.redaction else properties, dating, knowledge.language),
    )
    return item, (*problems, *veil.problems, *doubts)


def _places(
    content: Content, item_id: str, statements: Sequence[Statement], knowledge: Knowledge
) -> Iterator[tuple[Statement, ...]]:
    """What is said at each place of a content, there and by the content itself. An id means all places."""
    there = {name: knowledge.said.get(name, ()) for name in content.names}
    outside = {statement for said in there.values() for statement in said}
    own = [each for each in statements if each.origin is not Origin.DECISION and each not in outside]
    for name, said in there.items():
        yield nearest_of((*decided(knowledge.decisions, (item_id,), (name,)), *said, *own), _NEAREST)


def _is_void(statement: Statement) -> bool:
    """Whether it says nothing of who is there: it was made for another content, or nobody can read it."""
    return statement.field in GUARDING and (statement.stale or statement.in_doubt)


def _objection(said: Sequence[Statement]) -> Reason | None:
    """Why what has to be known for certain is not: somebody spoke of another content in this place, or unclearly."""
    guarding = [each for field in GUARDING for each in holding(said, field)]
    if any(each.in_doubt for each in guarding):
        return reason("clearance.doubt")
    return reason("clearance.stale") if any(each.stale for each in guarding) else None


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
