"""When the emblem is shown, with which statement, and what is said when it is not."""

from datetime import date

import pytest

from portfolio.model.project import Funding, FundingBasis, Label, LabelStatus
from portfolio.model.text import LocalText, Phrase
from portfolio.visibility.lockup import find_lockup

NOVEMBER = date(2026, 11, 20)
HELD = Label(status=LabelStatus.HELD, years="2025-2026")
BY_LABEL = Funding(basis=FundingBasis.LABEL, prescribed_by="National Support Organisation, letter of 3 May 2026")


def grant(**given):
    values = {"share": "funded", "programme": "Erasmus+", "number": "2026-1-TR01-000001", "authority": "EACEA"}
    return Funding(basis=FundingBasis.GRANT, **(values | given))


def codes(problems):
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("funding", "label", "today", "code"),
    [
        (Funding(basis=FundingBasis.NONE), HELD, NOVEMBER, "funding.none"),
        (Funding(basis=FundingBasis.LABEL), HELD, NOVEMBER, "funding.label-unconfirmed"),
        (BY_LABEL, Label(status=LabelStatus.APPLYING), NOVEMBER, "funding.label-not-held"),
        (BY_LABEL, Label(status=LabelStatus.HELD), NOVEMBER, "funding.label-without-years"),
        (BY_LABEL, HELD, date(2027, 1, 1), "funding.label-out-of-date"),
        (BY_LABEL, HELD, date(2024, 12, 31), "funding.label-out-of-date"),
        (grant(number=""), HELD, NOVEMBER, "funding.grant-incomplete"),
    ],
)
def test_without_a_basis_no_emblem_and_one_sentence_why(funding, label, today, code):
    lockup, problems = find_lockup(funding, label, "en", today=today)
    assert lockup is None
    assert codes(problems) == [code]


def test_all_that_a_grant_lacks_is_named_at_once():
    _, (problem,) = find_lockup(grant(share="", authority=""), HELD, "en", today=NOVEMBER)
    assert problem.values == (("missing", "funding.share, funding.authority"),)


@pytest.mark.parametrize(
    ("language", "statement"),
    [
        ("en", "Funded by\nthe European Union"),
        ("tr", "Avrupa Birliği tarafından\nfinanse edilmektedir"),
        ("sv", "Finansieras av\nEuropeiska unionen"),
        ("de-AT", "Finanziert von\nder Europäischen Union"),
    ],
)
def test_a_sure_statement_is_set_in_the_language(language, statement):
    lockup, problems = find_lockup(BY_LABEL, HELD, language, today=NOVEMBER)
    assert lockup.statement == Phrase(text=statement)
    assert lockup.disclaimer == ""
    assert problems == ()


@pytest.mark.parametrize("language", ["et", "is", "cy"])  # known from memory only, twice; not known at all
def test_an_unsure_statement_is_set_in_english_and_said_so(language):
    lockup, problems = find_lockup(BY_LABEL, HELD, language, today=NOVEMBER)
    assert lockup.statement == Phrase(text="Funded by\nthe European Union", language="en")
    assert codes(problems) == ["funding.statement-in-english"]


def test_turkish_cofunding_is_not_settled():
    funding = grant(share="co-funded", disclaimer=LocalText(texts=(("tr", "Metin."),)))
    lockup, problems = find_lockup(funding, HELD, "tr", today=NOVEMBER)
    assert lockup.statement == Phrase(text="Co-funded by\nthe European Union", language="en")
    assert lockup.disclaimer == "Metin."
    assert codes(problems) == ["funding.statement-in-english"]


def test_the_published_disclaimer_serves_only_grants_of_its_own_agency():
    lockup, problems = find_lockup(grant(), HELD, "en", today=NOVEMBER)
    assert lockup.disclaimer.startswith("Funded by the European Union. Views and opinions")
    assert problems == ()
    for other in (grant(authority="Türkiye Ulusal Ajansı"), grant(share="co-funded")):
        lockup, problems = find_lockup(other, HELD, "en", today=NOVEMBER)
        assert lockup.disclaimer == ""
        assert codes(problems) == ["funding.disclaimer-missing"]


def test_the_flag_is_read_out_in_the_language_of_the_document():
    words = {code: find_lockup(BY_LABEL, HELD, code, today=NOVEMBER)[0].alternative for code in ("en", "tr", "sv")}
    assert words == {
        "en": "Flag of the European Union",
        "tr": "Avrupa Birliği bayrağı",
        "sv": "Europeiska unionens flagga",
    }
