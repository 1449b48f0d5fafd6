"""Whether the EU emblem may be shown, and with which statement. Never guessed: without a basis there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from portfolio.i18n import primary
from portfolio.model.lockup import Arrangement, Artwork, Lockup
from portfolio.model.problem import Place, Problem, note, warning
from portfolio.model.project import Funding, FundingBasis, Label, LabelStatus
from portfolio.model.text import LocalText, Phrase
from portfolio.visibility.layout import in_two_lines
from portfolio.visibility.statements import ENGLISH, EuTexts, EuWording, read_eu_texts

COFUNDED = "co-funded"
_WHERE = Place(file="portfolio.yaml")
_GRANT_NEEDS = ("share", "programme", "number", "authority")


def find_lockup(
    funding: Funding, label: Label, language: str, *, today: date, artworks: Mapping[str, Artwork] | None = None
) -> tuple[Lockup | None, tuple[Problem, ...]]:
    """The lock-up in a language, or None with the Problems that say why there is none: one for each thing that lacks.

    A statement is set in the language only where its wording is sure or the school confirmed it (`funding.statement`),
    else in English, which is always allowed. The disclaimer is the school's own text; for a fully funded grant of
    EACEA the published translation. `artworks` are the official files of the school by the names that it gives them.
    """
    if objections := find_objections(funding, label, today):
        return None, objections
    wordings = read_eu_texts()
    english = wordings[ENGLISH]
    artwork = (artworks or {}).get(given_for(funding.artwork, language))
    statement, problems = _statement(funding, wordings, language)
    second = None
    if funding.second_language and primary(funding.second_language) != primary(language):
        other, more = _statement(funding, wordings, funding.second_language)
        second = Phrase(text=other.text, language=other.language or funding.second_language)
        problems += more
    if artwork:  # it brings its own words: ours are only read out
        second, problems = None, ()
    if second and second.text == statement.text:  # both fell back to English
        second = None
    texts = _texts_of(wordings, language)
    disclaimer = _disclaimer(funding, texts, language)
    if disclaimer is None:
        problems = (*problems, warning("funding.disclaimer-missing", _WHERE, language=language))
    languages = (language, funding.second_language or ENGLISH, ENGLISH)
    names = (_texts_of(wordings, each).name for each in languages)
    lockup = Lockup(
        statement=statement,
        alternative=texts.flag or english.flag,
        disclaimer=disclaimer or "",
        second=second,
        arrangement=Arrangement(funding.arrangement),
        artwork=artwork,
        names=tuple(dict.fromkeys(filter(None, names))),
    )
    return lockup, problems


def given_for(texts: LocalText | None, language: str) -> str:
    """What the school gave for a language: for just it, for its primary, or for all; "" for nothing."""
    given = dict(texts.texts) if texts else {}
    return given.get(language) or given.get(primary(language)) or given.get("") or ""


def find_objections(funding: Funding, label: Label, today: date) -> tuple[Problem, ...]:
    """Why no emblem may be shown on a day, one for each thing that lacks; nothing when it may."""
    return tuple(_objections(funding, label, today))


def _objections(funding: Funding, label: Label, today: date) -> Iterator[Problem]:
    if funding.basis is FundingBasis.NONE:
        yield note("funding.none", _WHERE)
    elif funding.basis is FundingBasis.GRANT:
        yield from (warning(f"funding.grant-{key}", _WHERE) for key in _GRANT_NEEDS if not getattr(funding, key))
    elif funding.unconfirmed:
        yield warning("funding.label-unconfirmed", _WHERE)
    elif label.status is not LabelStatus.HELD:
        yield warning("funding.label-not-held", _WHERE, status=label.status)
    elif not label.years:
        yield warning("funding.label-without-years", _WHERE)
    elif not label.holds_on(today):
        yield warning("funding.label-out-of-date", _WHERE, years=label.years)


def _texts_of(wordings: Mapping[str, EuTexts], language: str) -> EuTexts:
    return wordings.get(language) or wordings.get(primary(language)) or wordings[ENGLISH]


def _statement(funding: Funding, wordings: Mapping[str, EuTexts], language: str) -> tuple[Phrase, tuple[Problem, ...]]:
    """The statement in a language: the school's, or ours where it is sure; else in English, which is said."""
    english = _wording(wordings[ENGLISH], funding)
    texts = _texts_of(wordings, language)
    is_known = texts is not wordings[ENGLISH] or primary(language) == ENGLISH
    known = _wording(texts, funding) if is_known else None
    own = given_for(funding.statement, language)
    if own and known and own.split() == known.text.split():
        return Phrase(text=own if len(own.splitlines()) > 1 else known.text), ()
    if own:
        differs = warning("funding.statement-differs", _WHERE, language=language, known=known.line) if known else None
        return Phrase(text=in_two_lines(own.strip(), texts.name)), (differs,) if differs else ()
    if known and known.sure:
        return Phrase(text=known.text), ()
    if known:
        problem = warning("funding.statement-in-english", _WHERE, language=language, known=known.line)
    else:
        problem = warning("funding.statement-unknown", _WHERE, language=language)
    return Phrase(text=english.text, language=ENGLISH), (problem,)


def _wording(texts: EuTexts, funding: Funding) -> EuWording:
    return texts.cofunded if funding.share == COFUNDED else texts.funded


def _disclaimer(funding: Funding, texts: EuTexts, language: str) -> str | None:
    """The disclaimer, "" where none is due, None where one is due and nobody gave it."""
    if own := given_for(funding.disclaimer, language):
        return own
    if funding.basis is FundingBasis.LABEL and not funding.disclaimer:
        return ""
    # The published translations name EACEA, inflected, and open with "Funded": they fit no other grant.
    published = texts.disclaimer
    if published and published.sure and "EACEA" in funding.authority and funding.share != COFUNDED:
        return published.text
    return None
