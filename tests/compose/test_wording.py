from dataclasses import replace

from compose.editions import FRAMEWORK, edition_of, wordings

from portfolio.compose.wording import (
    all_official,
    certificate_title,
    country_name,
    phrase,
    pillar_entries,
    short_title,
)
from portfolio.model.framework import CertificateKind, Wording
from portfolio.model.text import Phrase


def test_english_stands_in_and_is_marked():
    assert phrase(wordings(en="Models"), "tr") == Phrase(text="Models", language="en")


def test_a_long_title_has_a_kernel():
    titles = {
        "en": Wording(
            print="eTwinning Schools share leadership", official=True, source="", match=("share leadership",)
        ),
        "tr": Wording(print="Ortak liderlik", official=True, source="", match=("liderlik",)),
    }
    pillar = replace(FRAMEWORK.pillars[0], titles=titles)
    assert short_title(pillar, edition_of(language="en")) == "Share leadership"
    assert short_title(pillar, edition_of(language="tr")) == "Ortak liderlik"


def test_what_is_ours_is_noted_at_each_pillar():
    assert [entry.number for entry in pillar_entries(edition_of(language="en"))] == [1, 2]
    assert {entry.note for entry in pillar_entries(edition_of(language="en"))} == {""}
    assert {entry.note for entry in pillar_entries(edition_of(language="tr"))} == {
        "Bize ait bir ifadedir, resmî metin değildir."
    }
    assert all_official(edition_of(language="en"))
    assert not all_official(edition_of(language="tr"))


def test_countries_by_code_and_as_written():
    assert country_name("se", edition_of(language="tr")) == "İsveç"
    assert country_name("Nordland", edition_of(language="tr")) == "Nordland"


def test_kinds_of_certificates_begin_with_a_capital_and_keep_brands():
    def kind(key: str, title: str) -> CertificateKind:
        return CertificateKind(key=key, names=(), targets=(), titles={"en": title})

    kinds = (
        kind("course", "course certificate"),
        kind("label", "eTwinning School Label"),
        kind("other", "certificate"),
    )
    edition = edition_of(language="en", framework=replace(FRAMEWORK, certificate_kinds=kinds))
    assert certificate_title("course", edition) == "Course certificate"
    assert certificate_title("label", edition) == "eTwinning School Label"
    assert certificate_title("other", edition) == ""
    assert certificate_title("unheard-of", edition) == ""
