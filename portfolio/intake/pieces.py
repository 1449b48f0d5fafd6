"""One content as pieces of evidence: what it is, and whether it is one piece or several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from portfolio.intake.certificatedays import days_in
from portfolio.intake.certificatekinds import is_label
from portfolio.intake.certificates import certificate_in, certificate_of, describe, year_in_title
from portfolio.intake.decided import decided
from portfolio.intake.duplicates import Content
from portfolio.intake.formats import FORMATS, RECORDED, Family
from portfolio.intake.kinds import kind_of
from portfolio.intake.parts import Made, links_of, projects_of, quotations_of, survey_of
from portfolio.intake.picturepages import told_of_pictures
from portfolio.intake.piece import Knowledge, make_piece, titles_of
from portfolio.intake.records import record_of_title
from portfolio.intake.statements import Statement, about
from portfolio.intake.titles import is_title, mended
from portfolio.model.decision import REDACTING, Field
from portfolio.model.evidence import OTHER_CERTIFICATE, Certificate, EvidenceItem, Kind
from portfolio.model.framework import Framework
from portfolio.model.problem import Place, Problem, warning
from portfolio.model.text import Origin

# What may stand several times in a content; the first that it holds.
_SEVERAL = (
    (Kind.PROJECT, projects_of),
    (Kind.LINK, links_of),
    (Kind.QUOTATION, quotations_of),
    (Kind.SURVEY, survey_of),
)
# Schools write certificates for their pupils and partners in such files; a label comes from elsewhere, as a PDF.
_TYPED = frozenset({Family.WORD, Family.SLIDES, Family.TEXT})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """The kind that people stated, None when nobody did, with the kind of certificate where they named one."""

    kind: Kind | None = None
    certificate: str = ""


def pieces_of(content: Content, knowledge: Knowledge) -> Made:
    """A content's pieces, one or one for each part of it, and what is wrong with what is said of it."""
    said = tuple(statement for name in content.names for statement in knowledge.said.get(name, ()))
    decisions = decided(knowledge.decisions, (content.id,), content.names)
    stated, problems = _stated_kind((*decisions, *said), knowledge.framework)
    redacted = any(each.field in REDACTING for each in (*decisions, *said))
    certificate = _certificate(content, stated, knowledge)
    # A redaction is one of the whole picture, and a certificate may be filled in like a record.
    for kind, parts_of in () if redacted or certificate else _SEVERAL:
        if stated.kind in (None, kind):
            items, more = parts_of(content, said, knowledge)
            if items:
                return items, (*problems, *more)
    item, more = _single(content, stated, certificate, (*decisions, *said), knowledge)
    return (item,), (*problems, *more)


def called_certificates(contents: Iterable[Content], knowledge: Knowledge) -> frozenset[str]:
    """The ids of contents that a person calls certificates."""
    return frozenset(content.id for content in contents if kind_stated(content, knowledge) is Kind.CERTIFICATE)


def kind_stated(content: Content, knowledge: Knowledge) -> Kind | None:
    """The kind that a person says a content is, None when nobody does."""
    said = (statement for name in content.names for statement in knowledge.said.get(name, ()))
    decisions = decided(knowledge.decisions, (content.id,), content.names)
    return _stated_kind((*decisions, *said), knowledge.framework)[0].kind


def _stated_kind(statements: Sequence[Statement], framework: Framework) -> tuple[_Kind, tuple[Problem, ...]]:
    """The first stated kind that is one, and a Problem for each that is none."""
    read = [(each, kind_of(each.text, framework)) for each in about(statements, Field.KIND)]
    problems = tuple(warning("description.kind", each.where, value=each.text) for each, (kind, _) in read if not kind)
    known = (_Kind(kind=kind, certificate=key) for _, (kind, key) in read if kind)
    return next(known, _Kind()), problems


def _single(
    content: Content,
    stated: _Kind,
    certificate: Certificate | None,
    statements: Sequence[Statement],
    knowledge: Knowledge,
) -> tuple[EvidenceItem, tuple[Problem, ...]]:
    """A content that is one piece."""
    inscribed = [*_inscribed(content), *titles_of(content)]
    properties = [each for each in inscribed if each.field is Field.DATE and each.origin is Origin.PROPERTIES]
    inscribed = [each for each in inscribed if each not in properties]
    if certificate:
        days = tuple(_days(content, knowledge.country))
        inscribed += days
        properties = [*(() if days else _years(content, knowledge.framework)), *properties]
    item, problems = make_piece(content, content.id, (*statements, *inscribed), properties, knowledge)
    if item.redaction and certificate:  # whose it is decides who has to be asked; what was read in it is not shown
        certificate = replace(certificate, project=None, issuer=None)
    item = replace(item, kind=stated.kind or _natural_kind(content, certificate), certificate=certificate)
    if item.kind is Kind.PROJECT:
        item = replace(item, project=record_of_title(item.title, content.first.file.name))
    pictures = told_of_pictures(content.reading, content.first.file.name, certificate=item.kind is Kind.CERTIFICATE)
    return item, (*problems, *pictures)


def _natural_kind(content: Content, certificate: Certificate | None) -> Kind:
    if certificate:
        return Kind.CERTIFICATE
    if FORMATS[content.reading.format].family in RECORDED:
        return Kind.MEDIA
    return Kind.PHOTO if content.reading.raster else Kind.DOCUMENT


def _certificate(content: Content, stated: _Kind, knowledge: Knowledge) -> Certificate | None:
    """What a certificate says: of a credential, of a paper that reads like one, or of what a person calls one."""
    reading, name, framework = content.reading, content.first.file.name, knowledge.framework
    found = None
    if reading.credential:
        found = certificate_of(reading.credential, framework, knowledge.language, name)
    elif reading.recognised or FORMATS[reading.format].family in (Family.PDF, *_TYPED):
        found = certificate_in(reading, framework, knowledge.country, name)
        if found and is_label(found.kind) and FORMATS[reading.format].family in _TYPED:
            found = None
    match stated:
        case _Kind(kind=None):
            return found
        case _Kind(kind=Kind.CERTIFICATE, certificate=key):
            if found and key in ("", found.kind):
                return found
            if found and reading.credential:
                return replace(found, kind=key, matched="")
            return describe(reading, key or OTHER_CERTIFICATE, "", knowledge.country, name)
        case _:
            return None


def _inscribed(content: Content) -> Iterator[Statement]:
    """What a content says of itself: a picture in its metadata, a document in its properties or head."""
    for inscription in content.reading.inscriptions:
        text = inscription.text
        if inscription.field in (Field.TITLE, Field.CAPTION):
            text = mended(text)
            if not is_title(text):
                continue
        yield Statement(
            field=inscription.field,
            text=text,
            origin=inscription.origin,
            where=Place(file=content.first.file.name),
            language=inscription.language,
        )


def _days(content: Content, country: str) -> Iterator[Statement]:
    """The day of a credential, or when a text says that it was given."""
    credential, where = content.reading.credential, Place(file=content.first.file.name)
    if credential and credential.day:
        yield Statement(field=Field.DATE, text=credential.day, origin=Origin.DOCUMENT, where=where)
    for text, origin in () if credential else content.reading.voices:
        if given := days_in(text, country).given:
            yield Statement(field=Field.DATE, text=given, origin=origin, where=where)


def _years(content: Content, framework: Framework) -> Iterator[Statement]:
    """The year in the title of a text: it is believed before the day on which the file was made."""
    for text, origin in content.reading.voices:
        if year := year_in_title(text, framework.certificate_kinds):
            yield Statement(field=Field.DATE, text=year, origin=origin, where=Place(file=content.first.file.name))
