"""When the emblem is shown, with which statement, and what is said when it is not."""

from dataclasses import replace
from datetime import date

import pytest

from portfolio.model.lockup import Artwork
from portfolio.model.project import Funding, FundingBasis, Label, LabelStatus
from portfolio.model.text import LocalText, Phrase
from portfolio.visibility.lockup import find_lockup
from portfolio.visibility.statements import read_eu_texts

NOVEMBER = date(2026, 11, 20)
OWN = LocalText(texts=(("", "Metin."),))
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
        (grant(share=""), HELD, NOVEMBER, "funding.grant-share"),
        (grant(programme=""), HELD, NOVEMBER, "funding.grant-programme"),
        (grant(number=""), HELD, NOVEMBER, "funding.grant-number"),
        (grant(authority=""), HELD, NOVEMBER, "funding.grant-authority"),
    ],
)
def test_without_a_basis_no_emblem_and_one_sentence_why(funding, label, today, code):
    lockup, problems = find_lockup(funding, label, "en", today=today)
    assert lockup is None
    assert codes(problems) == [code]


def test_all_that_a_grant_lacks_is_asked_for_at_once_in_a_sentence_each():
    lockup, problems = find_lockup(Funding(basis=FundingBasis.GRANT), HELD, "en", today=NOVEMBER)
    assert lockup is None
    assert codes(problems) == [f"funding.grant-{part}" for part in ("share", "programme", "number", "authority")]


def test_a_whole_grant_needs_no_label():
    funding = grant(share="co-funded", disclaimer=LocalText(texts=(("en", "Views and opinions …"),)))
    lockup, problems = find_lockup(funding, Label(status=LabelStatus.NONE), "en", today=NOVEMBER)
    assert lockup.statement == Phrase(text="Co-funded by\nthe European Union")
    assert lockup.disclaimer == "Views and opinions …"
    assert problems == ()


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


@pytest.mark.parametrize("language", sorted(read_eu_texts()))
@pytest.mark.parametrize("share", ["funded", "co-funded"])
def test_only_what_is_sure_is_printed_without_asking(language, share):
    texts = read_eu_texts()[language]
    wording = texts.funded if share == "funded" else texts.cofunded
    lockup, problems = find_lockup(replace(BY_LABEL, share=share), HELD, language, today=NOVEMBER)
    if wording.confidence in ("legal text", "official artwork", "attested", "attested widely"):
        assert lockup.statement == Phrase(text=wording.text)
        assert problems == ()
    else:
        assert lockup.statement.text.endswith("by\nthe European Union")
        assert lockup.statement.language == "en"
        (problem,) = problems
        assert problem.code == "funding.statement-in-english"
        assert dict(problem.values) == {"language": language, "known": wording.line}


def test_a_language_that_nobody_knows_is_set_in_english():
    lockup, problems = find_lockup(BY_LABEL, HELD, "cy", today=NOVEMBER)
    assert lockup.statement == Phrase(text="Funded by\nthe European Union", language="en")
    assert codes(problems) == ["funding.statement-unknown"]


def test_what_the_school_confirms_is_printed_in_the_lines_that_are_known():
    funding = replace(BY_LABEL, statement=LocalText(texts=(("et", "Rahastanud Euroopa Liit"),)))
    lockup, problems = find_lockup(funding, HELD, "et", today=NOVEMBER)
    assert lockup.statement == Phrase(text="Rahastanud\nEuroopa Liit")
    assert problems == ()


def test_another_wording_of_the_schools_is_printed_and_to_be_compared():
    given = "Avrupa Birliği tarafından eş finanse edilmektedir"
    funding = grant(
        share="co-funded",
        statement=LocalText(texts=(("tr", given),)),
        disclaimer=LocalText(texts=(("tr", "Metin."),)),
    )
    lockup, (problem,) = find_lockup(funding, HELD, "tr", today=NOVEMBER)
    assert lockup.statement == Phrase(text="Avrupa Birliği tarafından\neş finanse edilmektedir")
    assert problem.code == "funding.statement-differs"
    assert dict(problem.values)["known"] == "Avrupa Birliği tarafından ortaklaşa finanse edilmektedir"


def test_a_second_language_stands_beside_the_first_unless_both_are_english():
    funding = replace(BY_LABEL, second_language="en")
    lockup, problems = find_lockup(funding, HELD, "tr", today=NOVEMBER)
    assert [each.text for each in lockup.statements] == [
        "Avrupa Birliği tarafından\nfinanse edilmektedir",
        "Funded by\nthe European Union",
    ]
    assert (lockup.second.language, problems) == ("en", ())
    assert find_lockup(funding, HELD, "en", today=NOVEMBER)[0].second is None
    assert find_lockup(funding, HELD, "is", today=NOVEMBER)[0].second is None


def test_official_artwork_brings_its_own_words():
    artwork = Artwork(name="TR.png", shape=4.5)
    funding = grant(share="co-funded", artwork=LocalText(texts=(("tr", "TR.png"),)), disclaimer=OWN)
    lockup, problems = find_lockup(funding, HELD, "tr", today=NOVEMBER, artworks={"TR.png": artwork})
    assert lockup.artwork == artwork
    assert list(lockup.letters) == ["Metin."]
    assert lockup.read_out == "Avrupa Birliği bayrağı. Co-funded by the European Union"
    assert problems == ()
    assert find_lockup(funding, HELD, "sv", today=NOVEMBER, artworks={"TR.png": artwork})[0].artwork is None


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
