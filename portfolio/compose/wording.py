"""The framework's wordings in a document's language: mission, pillars, countries, kinds of certificates."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio.compose.edition import Edition
from portfolio.i18n import fold, spoken
from portfolio.model.blocks import PillarEntry
from portfolio.model.evidence import OTHER_CERTIFICATE, SPEAKERS
from portfolio.model.framework import Pillar, Wording
from portfolio.model.labelfacts import Fact
from portfolio.model.sheetorder import SheetOrder
from portfolio.model.text import Phrase, local
from portfolio.pillarnames import kernel


def phrase(wordings: Mapping[str, Wording], language: str) -> Phrase:
    """A wording as it is printed, marked when it is in another language."""
    wording, code = spoken(wordings, language)
    return Phrase(text=wording.print, language=code)


def short_title(pillar: Pillar, edition: Edition) -> str:
    """The kernel of a title that is a sentence with a brand in it ("Shared leadership"); other titles as they are."""
    wording, _ = spoken(pillar.titles, edition.language)
    title = wording.print
    if not any(brand in title for brand in edition.locale.brands):
        return title
    return edition.locale.capitalise(kernel(wording))


def pillar_entries(edition: Edition) -> tuple[PillarEntry, ...]:
    """The pillars in the mission's order; `note` says of a text of ours that it is not official."""
    return tuple(
        PillarEntry(
            key=pillar.key,
            number=pillar.number,
            title=phrase(pillar.titles, edition.language),
            body=phrase(pillar.bodies, edition.language),
            note="" if _official(edition, pillar.titles, pillar.bodies) else edition.locale.word("mission.note"),
        )
        for pillar in sorted(edition.framework.pillars, key=lambda pillar: pillar.number)
    )


def pillar_lines(edition: Edition) -> tuple[PillarEntry, ...]:
    """The pillars with what the pack says of each in one line; no text where that is not to be printed."""
    return tuple(_line(pillar, edition) for pillar in edition.framework.pillars)


def _line(pillar: Pillar, edition: Edition) -> PillarEntry:
    fact = edition.framework.label.elements.get(pillar.key)
    _, language = spoken(pillar.titles, edition.language)
    return PillarEntry(
        key=pillar.key,
        number=pillar.number,
        title=Phrase(text=short_title(pillar, edition), language=language),
        body=fact_phrase(fact, edition) if fact and fact.printable else Phrase(text=""),
        note="",
    )


def fact_phrase(fact: Fact, edition: Edition) -> Phrase:
    """What a fact of the pack says, marked when it is in another language."""
    text, language = spoken(fact.says, edition.language)
    return Phrase(text=text, language=language)


def all_official(edition: Edition) -> bool:
    """Whether every wording of mission and pillars in the document's language is attested by a source."""
    mission, pillars = edition.framework.mission, edition.framework.pillars
    texts = [texts for pillar in pillars for texts in (pillar.titles, pillar.bodies)]
    return _official(edition, mission.titles, mission.bodies, *texts)


def _official(edition: Edition, *texts: Mapping[str, Wording]) -> bool:
    return all(spoken(wordings, edition.language)[0].official for wordings in texts)


def country_name(code: str, edition: Edition) -> str:
    """A country's name in the document's language; what was written when it is no known code.

    The pack knows them in the languages of documents; a sheet in another one has them among its words.
    """
    names = edition.framework.countries.get(code.upper())
    if not names:
        return code
    name, other = spoken(names, edition.language)
    return edition.locale.words.get(f"countries.{code.upper()}", name) if other else name


def partner(school: str, country: str, edition: Edition) -> str:
    """A partner school with its country; either may be all that is known."""
    name = country_name(country, edition) if country else ""
    return edition.locale.word("project.partner", school=school, country=name) if school and name else school or name


def foreign(text: str, edition: Edition) -> Phrase:
    """A text of the school in its own language."""
    original = edition.project.language
    return Phrase(text=text, language="" if original == edition.language else original)


def ordered(text: str, order: SheetOrder, edition: Edition) -> Phrase:
    """A text that an order gives for a sheet, in the language that the order says, else the school's own."""
    spoken = order.language or edition.project.language
    return Phrase(text=text, language="" if spoken == edition.language else spoken)


def means(text: str, answer: str, edition: Edition) -> bool:
    """Whether a word that somebody wrote is one for an answer of the pack ("ongoing"), in any language."""
    return fold(text) in map(fold, edition.framework.answers.get(answer, ()))


def certificate_title(kind: str, edition: Edition) -> str:
    """What a kind of certificate is called; "" for one whose kind nobody recognised."""
    for known in edition.framework.certificate_kinds:
        if known.key == kind != OTHER_CERTIFICATE:
            return edition.locale.capitalise(spoken(known.titles, edition.language)[0])
    return ""


def speaker(role: str, edition: Edition) -> Phrase:
    """In which role somebody speaks ("a parent"); who it is, is never said."""
    if role in SPEAKERS:
        return Phrase(text=edition.locale.word(f"quotation.roles.{role}"))
    return edition.phrase(local(role))


def length(seconds: float) -> str:
    """How long a film or recording is: "0:07", "2:35", "1:02:35"."""
    minutes, rest = divmod(max(1, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
