"""One content as pieces of evidence: what it is, and what all that speaks of it says together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from portfolio.columns import Columns
from portfolio.files.tesseract import LEAST
from portfolio.intake.certificates import certificate_in, describe
from portfolio.intake.credentials import certificate_of
from portfolio.intake.dates import find_day, parse_dating
from portfolio.intake.dating import dated
from portfolio.intake.decided import decided
from portfolio.intake.duplicates import Content
from portfolio.intake.identify import FORMATS, RECORDED, Family
from portfolio.intake.kinds import kind_of
from portfolio.intake.people import portrayal_of_copies
from portfolio.intake.reading import Reading, WebLink
from portfolio.intake.recognise import is_scan
from portfolio.intake.records import FoundRecord, record_of_title, records_in
from portfolio.intake.statements import Statement, about, said_local, said_text
from portfolio.intake.titles import is_title, title_in
from portfolio.intake.weblinks import links_in_table
from portfolio.model.decision import LOCAL, Decision, Field
from portfolio.model.evidence import OTHER_CERTIFICATE, Certificate, EvidenceItem, Kind
from portfolio.model.framework import Framework
from portfolio.model.problem import Place, Problem, note, place_in, spot, warning
from portfolio.model.text import Origin, Sourced

# What is said of a whole file neither names nor dates the single records in it.
_OF_ONE = frozenset({*LOCAL, Field.DATE})

T = TypeVar("T")

Made = tuple[tuple[EvidenceItem, ...], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What pieces are made with: the pack, the school's language and country, what people said of files and decided."""

    framework: Framework
    columns: Columns
    language: str
    country: str
    said: Mapping[str, Sequence[Statement]]
    decisions: Sequence[Decision]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """The kind that people stated, None when nobody did, with the kind of certificate where they named one."""

    kind: Kind | None = None
    certificate: str = ""


def pieces_of(content: Content, knowledge: Knowledge) -> Made:
    """A content's pieces, one or one for each project record or link in it, and what is wrong with what is said."""
    said = tuple(statement for name in content.names for statement in knowledge.said.get(name, ()))
    decisions = decided(knowledge.decisions, (content.id,), content.names)
    stated, problems = _stated_kind((*decisions, *said), knowledge.framework)
    if stated.kind in (None, Kind.PROJECT):
        found, faults = records_in(content.reading, content.first.file.name, knowledge.columns, knowledge.framework)
        if found:
            items, more = _projects(content, found, said, knowledge)
            return items, (*problems, *faults, *more)
    if stated.kind in (None, Kind.LINK):
        links = content.reading.links or links_in_table(content.reading, knowledge.columns)
        if links:
            items, more = _links(content, links, said, knowledge)
            return items, (*problems, *more)
    item, more = _single(content, stated, (*decisions, *said), knowledge)
    return (item,), (*problems, *more)


def called_certificates(contents: Iterable[Content], knowledge: Knowledge) -> frozenset[str]:
    """The ids of contents that a person calls certificates."""
    called = set()
    for content in contents:
        said = (statement for name in content.names for statement in knowledge.said.get(name, ()))
        decisions = decided(knowledge.decisions, (content.id,), content.names)
        stated, _ = _stated_kind((*decisions, *said), knowledge.framework)
        if stated.kind is Kind.CERTIFICATE:
            called.add(content.id)
    return frozenset(called)


def _stated_kind(statements: Sequence[Statement], framework: Framework) -> tuple[_Kind, tuple[Problem, ...]]:
    """The first stated kind that is one, and a Problem for each that is none."""
    read = [(each, kind_of(each.text, framework)) for each in about(statements, Field.KIND)]
    problems = tuple(warning("description.kind", each.where, value=each.text) for each, (kind, _) in read if not kind)
    known = (_Kind(kind=kind, certificate=key) for _, (kind, key) in read if kind)
    return next(known, _Kind()), problems


def _single(
    content: Content, stated: _Kind, statements: Sequence[Statement], knowledge: Knowledge
) -> tuple[EvidenceItem, tuple[Problem, ...]]:
    """A content that is one piece."""
    certificate = _certificate(content, stated, knowledge)
    inscribed = [*_inscribed(content), *_titles(content)]
    properties = [each for each in inscribed if each.field is Field.DATE and each.origin is Origin.DOCUMENT]
    inscribed = [each for each in inscribed if each not in properties]
    if certificate and (day := _day(content.reading, knowledge.country)):
        inscribed.append(_said_in(content, Field.DATE, day))
    item, problems = _piece(content, content.id, (*statements, *inscribed), properties, knowledge)
    item = replace(item, kind=stated.kind or _natural_kind(content, certificate), certificate=certificate)
    if item.kind is Kind.PROJECT:
        item = replace(item, project=record_of_title(item.title, content.first.file.name))
    return item, (*problems, *_of_pictures(content.reading, item))


def _projects(content: Content, found: Sequence[FoundRecord], said: Sequence[Statement], knowledge: Knowledge) -> Made:
    """The records of a content, each a piece; what is said of a file with several concerns them all."""
    made = []
    for part, record in _parts(content, found):
        statements = _of_part(content, part, said, record.statements, knowledge)
        made.append(_project(content, part, record, statements, knowledge))
    return tuple(item for item, _ in made), tuple(problem for _, more in made for problem in more)


def _links(content: Content, links: Sequence[WebLink], said: Sequence[Statement], knowledge: Knowledge) -> Made:
    """The links of a content, each a piece; a link without a title has that of its file when it is alone in it."""
    made = []
    for part, link in _parts(content, links):
        where = Place(file=content.first.file.name, line=link.line or None)
        own = [Statement(field=Field.TITLE, text=link.title, origin=Origin.DOCUMENT, where=where)] if link.title else []
        if part == content.id:
            own += _titles(content)
        item, problems = _piece(content, part, _of_part(content, part, said, own, knowledge), (), knowledge)
        address = Sourced(value=link.address, origin=Origin.DOCUMENT, where=spot(where))
        text = f"{link.title}\n{link.address}".strip()
        made.append((replace(item, kind=Kind.LINK, address=address, text=text), problems))
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


def _project(
    content: Content, part: str, found: FoundRecord, statements: Sequence[Statement], knowledge: Knowledge
) -> tuple[EvidenceItem, tuple[Problem, ...]]:
    """A record as a piece: it has the record's title, and lasts as long as its school years."""
    title, years = found.record.title, found.record.years
    said = [(Field.TITLE, title)]
    if years and parse_dating(years.value, knowledge.country):
        said.append((Field.DATE, years))
    own = (
        Statement(field=field, text=value.value, origin=value.origin, where=place_in(value.where))
        for field, value in said
    )
    item, problems = _piece(content, part, (*statements, *own), (), knowledge)
    return replace(item, kind=Kind.PROJECT, project=found.record, text=found.text), problems


def _piece(
    content: Content,
    item_id: str,
    statements: Sequence[Statement],
    properties: Sequence[Statement],
    knowledge: Knowledge,
) -> tuple[EvidenceItem, tuple[Problem, ...]]:
    """A piece with what statements say of it; its kind is only a document's yet."""
    first, reading = content.first, content.reading
    dating, problems = dated(statements, properties, content.names, knowledge.country)
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
        text=reading.text,
        recognised=reading.recognised,
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


def _natural_kind(content: Content, certificate: Certificate | None) -> Kind:
    if certificate:
        return Kind.CERTIFICATE
    if FORMATS[content.reading.format].family in RECORDED:
        return Kind.MEDIA
    return Kind.PHOTO if content.reading.raster else Kind.DOCUMENT


def _certificate(content: Content, stated: _Kind, knowledge: Knowledge) -> Certificate | None:
    """What a certificate says: of a credential, of a PDF that reads like one, or of what a person calls one."""
    reading, name, framework = content.reading, content.first.file.name, knowledge.framework
    found = None
    if reading.credential:
        found = certificate_of(reading.credential, framework, knowledge.language, name)
    elif reading.recognised or FORMATS[reading.format].family is Family.PDF:
        found = certificate_in(reading.text, reading.pages or 0, framework, name)
    match stated:
        case _Kind(kind=None):
            return found
        case _Kind(kind=Kind.CERTIFICATE, certificate=key):
            if found and key in ("", found.kind):
                return found
            if found and reading.credential:
                return replace(found, kind=key, matched="")
            return describe(reading.text, key or OTHER_CERTIFICATE, "", name)
        case _:
            return None


def _day(reading: Reading, country: str) -> str:
    """The day in a certificate, "" for none."""
    if reading.credential:
        return reading.credential.day
    day = find_day(reading.text, country)
    return day.first.isoformat() if day else ""


def _inscribed(content: Content) -> Iterator[Statement]:
    """What a content says of itself: a picture in its metadata, a document in its properties or head."""
    for inscription in content.reading.inscriptions:
        if inscription.field in (Field.TITLE, Field.CAPTION) and not is_title(inscription.text):
            continue
        yield replace(_said_in(content, inscription.field, inscription.text), language=inscription.language)


def _said_in(content: Content, field: Field, text: str) -> Statement:
    origin = Origin.EMBEDDED if content.reading.raster else Origin.DOCUMENT
    return Statement(field=field, text=text, origin=origin, where=Place(file=content.first.file.name))


def _titles(content: Content) -> Iterator[Statement]:
    """What the names of the files say; beside a credential's titles nothing, whatever languages those are in."""
    if content.reading.credential and content.reading.credential.titles:
        return
    for each in content.files:
        base = each.file.base
        if title := title_in(base.rpartition(".")[0] or base):
            yield Statement(field=Field.TITLE, text=title, origin=Origin.FILE_NAME, where=Place(file=each.file.name))


def _of_pictures(reading: Reading, item: EvidenceItem) -> tuple[Problem, ...]:
    """A note on pages that are pictures: their text was recognised, or nobody can search it and a kind must be told."""
    where = Place(file=item.files[0])
    if reading.recognised:
        return (note("ocr.read" if len(reading.text) >= LEAST else "ocr.nothing", where),)
    if not is_scan(reading) or item.kind is Kind.CERTIFICATE:
        return ()
    return (note("pdf.no-text", where),)
