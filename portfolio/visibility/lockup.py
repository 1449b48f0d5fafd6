"""Whether the EU emblem may be shown, and with which statement. Never guessed: without a basis there is none."""

from __future__ import annotations

from datetime import date

from portfolio.i18n import primary
from portfolio.model.document import Lockup
from portfolio.model.problem import Place, Problem, note, warning
from portfolio.model.project import Funding, FundingBasis, Label, LabelStatus
from portfolio.model.text import Phrase
from portfolio.visibility.statements import ENGLISH, EuTexts, EuWording, read_eu_texts

COFUNDED = "co-funded"
_WHERE = Place(file="portfolio.yaml")
_GRANT_NEEDS = ("share", "programme", "number", "authority")


def find_lockup(
    funding: Funding, label: Label, language: str, *, today: date
) -> tuple[Lockup | None, tuple[Problem, ...]]:
    """The lock-up in a language, or None with the Problem that says why there is none.

    A statement is set in the language only where its wording is sure, else in English, which is always allowed.
    The disclaimer is the school's own text; for a fully funded grant of EACEA the published translation.
    """
    objection = _objection(funding, label, today)
    if objection is not None:
        return None, (objection,)
    wordings = read_eu_texts()
    english = wordings[ENGLISH]
    texts = wordings.get(language) or wordings.get(primary(language)) or english
    problems = []
    wording = _wording(texts, funding)
    statement = Phrase(text=wording.text)
    if not wording.sure or (texts is english and primary(language) != ENGLISH):
        statement = Phrase(text=_wording(english, funding).text, language=ENGLISH)
        problems.append(warning("funding.statement-in-english", _WHERE, language=language))
    disclaimer = _disclaimer(funding, texts, language)
    if disclaimer is None:
        problems.append(warning("funding.disclaimer-missing", _WHERE, language=language))
    lockup = Lockup(statement=statement, alternative=texts.flag or english.flag, disclaimer=disclaimer or "")
    return lockup, tuple(problems)


def _objection(funding: Funding, label: Label, today: date) -> Problem | None:
    """Why no emblem may be shown, or None."""
    if funding.basis is FundingBasis.NONE:
        return note("funding.none", _WHERE)
    if funding.basis is FundingBasis.GRANT:
        missing = [f"funding.{key}" for key in _GRANT_NEEDS if not getattr(funding, key)]
        return warning("funding.grant-incomplete", _WHERE, missing=", ".join(missing)) if missing else None
    if not funding.prescribed_by:
        return warning("funding.label-unconfirmed", _WHERE)
    if label.status is not LabelStatus.HELD:
        return warning("funding.label-not-held", _WHERE, status=label.status)
    if not label.years:
        return warning("funding.label-without-years", _WHERE)
    if not label.holds_on(today):
        return warning("funding.label-out-of-date", _WHERE, years=label.years)
    return None


def _wording(texts: EuTexts, funding: Funding) -> EuWording:
    return texts.cofunded if funding.share == COFUNDED else texts.funded


def _disclaimer(funding: Funding, texts: EuTexts, language: str) -> str | None:
    """The disclaimer, "" where none is due, None where one is due and nobody gave it."""
    pasted = dict(funding.disclaimer.texts) if funding.disclaimer else {}
    if own := pasted.get(language) or pasted.get(""):
        return own
    if funding.basis is FundingBasis.LABEL and not pasted:
        return ""
    # The published translations name EACEA, inflected, and open with "Funded": they fit no other grant.
    published = texts.disclaimer
    if published and published.sure and "EACEA" in funding.authority and funding.share != COFUNDED:
        return published.text
    return None
