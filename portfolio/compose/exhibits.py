"""Pieces as numbered exhibits, with what is known of them in label → value rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

from portfolio.compose.edition import Edition
from portfolio.compose.photopages import Size
from portfolio.compose.pictures import CARDS, card_picture
from portfolio.compose.titles import caption, dated, title
from portfolio.compose.wording import certificate_title, foreign, length, means, partner, speaker
from portfolio.model.annex import AnnexState
from portfolio.model.blocks import Exhibit, PlacedPicture, Run
from portfolio.model.evidence import Certificate, EvidenceItem, ProjectRecord, Quotation, Survey
from portfolio.model.text import Phrase

# A reader of a dossier looks at so many questions of a survey.
MOST_QUESTIONS = 6

Detail = tuple[str, tuple[Run, ...]]


def exhibit_anchor(number: str) -> str:
    """Where a shown piece stands."""
    return f"x-{number}"


def register_anchor(number: str) -> str:
    """Where a piece's row in the register stands."""
    return f"r-{number}"


def overview_anchor(number: str) -> str:
    """Where a piece's row stands in the section of its kind: projects, professional development."""
    return f"o-{number}"


def annex_anchor(number: str) -> str:
    """Where a piece's document is listed among the annexes; in a bundle, where its pages begin."""
    return f"a-{number}"


def run(phrase: Phrase, link: str = "") -> Run:
    """A phrase as a run."""
    return Run(text=phrase.text, language=phrase.language, link=link)


def set_exhibit(
    item: EvidenceItem, number: str, pillar: str, edition: Edition, picture: PlacedPicture | None
) -> Exhibit:
    """A piece as an exhibit with a given picture; what its title says already is not said again."""
    name, when = title(item, edition), dated(item, edition)
    return Exhibit(
        number=number,
        anchor=exhibit_anchor(number),
        register=register_anchor(number),
        item=item.id,
        kind=item.kind,
        kind_label=edition.locale.word(f"kinds.{item.kind}.name"),
        pillar=pillar,
        title=name,
        caption=caption(item, edition) or _summary(item, edition),
        dated="" if when and when in name.text else when,
        place=item.place.value if item.place else "",
        credit=edition.locale.word("exhibit.credit", name=item.credit.value) if item.credit else "",
        details=(*_details(item, edition, name), *_annexed(item, number, edition)),
        picture=picture,
    )


def set_card(item: EvidenceItem, number: str, pillar: str, edition: Edition, room: Size = CARDS[0]) -> Exhibit:
    """A piece as a card: with its small picture where it has one."""
    return set_exhibit(item, number, pillar, edition, card_picture(item, edition, room))


def _summary(item: EvidenceItem, edition: Edition) -> Phrase | None:
    if item.project and item.project.summary:
        return edition.phrase(item.project.summary.value)
    return None


def _details(item: EvidenceItem, edition: Edition, name: Phrase) -> Iterator[Detail]:
    if item.project:
        yield from _project(item.project, edition, with_years=item.dated is None)
    if item.address:
        yield edition.locale.word("link.address"), (_address(item.address.value),)
    if item.seconds:
        yield edition.locale.word("media.length"), (Run(text=length(item.seconds)),)
    if item.quotation:
        yield from _quotation(item.quotation, edition, name)
    if item.survey:
        yield from _survey(item.survey, edition)
    if item.certificate:
        said = _certificate(item.certificate, edition)
        yield from ((label, runs) for label, runs in said if runs[0].text not in name.text)


def _annexed(item: EvidenceItem, number: str, edition: Edition) -> Iterator[Detail]:
    """That the pages of a document are there as well, in the annex of the same number."""
    copy = edition.copies.get(item.id)
    if copy and copy.state is AnnexState.BOUND:
        label = edition.locale.word("annexes.label", number=number)
        yield edition.locale.word("annexes.whole"), (Run(text=label, link=f"#{annex_anchor(number)}"),)


def _project(record: ProjectRecord, edition: Edition, *, with_years: bool) -> Iterator[Detail]:
    """What a reader looks for first: when (unless its date says so), with whom, how far, with which recognition."""
    word = edition.locale.word
    if record.years and with_years:
        yield word("project.years"), (Run(text=record.years.value),)
    if record.partners:
        partners = " · ".join(partner(school, country, edition) for school, country in record.partners.value)
        yield word("project.partners"), (Run(text=partners),)
    for key, said in (
        ("national_label", record.national_label),
        ("european_label", record.european_label),
        ("status", record.status),
        ("role", record.role),
        ("ages", record.ages),
    ):
        if said:
            yield word(f"project.{key}"), (_said(said.value, edition),)
    if record.pupils:
        yield word("project.pupils"), (Run(text=edition.locale.number(record.pupils.value)),)
    if record.subjects:
        yield word("project.subjects"), (run(foreign(", ".join(record.subjects.value), edition)),)
    if record.results:
        yield word("project.results"), (run(edition.phrase(record.results.value)),)
    if record.url and record.url.value.startswith(("https://", "http://")):
        yield word("project.address"), (_address(record.url.value),)


def _quotation(quotation: Quotation, edition: Edition, name: Phrase) -> Iterator[Detail]:
    """What was asked, and in which role somebody answered."""
    if quotation.question:
        yield edition.locale.word("quotation.asked"), (run(foreign(quotation.question.value, edition)),)
    if quotation.role:
        who = speaker(quotation.role.value, edition)
        if edition.locale.capitalise(who.text) != name.text:
            yield edition.locale.word("quotation.by"), (run(who),)


def _survey(survey: Survey, edition: Edition) -> Iterator[Detail]:
    """How many answered, and how many chose what."""
    yield edition.locale.word("survey.responses"), (Run(text=edition.locale.number(survey.responses)),)
    counted = [question for question in survey.questions if question.answers][:MOST_QUESTIONS]
    for number, question in enumerate(counted, start=1):
        answers = " · ".join(f"{text} {edition.locale.number(n)}" for text, n in question.answers)
        said = (run(foreign(f"{question.text} ", edition)), replace(run(foreign(answers, edition)), strong=True))
        yield edition.locale.word("survey.question", n=number), said


def _address(address: str) -> Run:
    """An address of the web, short as people write it, with its link."""
    return Run(text=address.partition("://")[2].rstrip("/"), link=address)


def _said(text: str, edition: Edition) -> Run:
    """What a record says in a word or a date, in the document's language where it is understood."""
    with suppress(ValueError):
        return Run(text=edition.locale.date(date.fromisoformat(text)))
    for key in ("closed", "ongoing", "founder", "member"):
        if means(text, key, edition):
            return Run(text=edition.locale.word(f"project.said.{key}"))
    return run(foreign(text, edition))


def _certificate(certificate: Certificate, edition: Edition) -> Iterator[Detail]:
    """The holder is left out: the page shows it, and it may be a pupil."""
    word = edition.locale.word
    kind = certificate_title(certificate.kind, edition)
    if kind:
        yield word("certificate.kind"), (Run(text=kind),)
    if certificate.project:
        yield word("certificate.project"), (Run(text=certificate.project.value),)
    if certificate.issuer:
        yield word("certificate.issuer"), (Run(text=certificate.issuer.value),)
