"""Words point to concepts, concepts lend weight to pillars; what says nothing suggests nothing."""

import pytest

from portfolio.framework import read_framework
from portfolio.mapping.lexicon import Lexicon, rank
from portfolio.model.framework import Concept


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon(read_framework("etwinning-school", None).concepts)


def best(lexicon, text, *languages):
    return [suggestion.target for suggestion in rank(lexicon.mentions(text, languages))]


def concept(key, *stems, **weights):
    return Concept(key=key, titles={"en": key}, stems={"en": stems}, weights=weights)


@pytest.mark.parametrize(
    ("language", "text", "target"),
    [
        ("tr", "Öğretmenler kurulu toplantı tutanağı, Ekim 2025", "leadership"),
        ("tr", "Okulumuzun stratejik planında eTwinning", "leadership"),
        ("tr", "eTwinning ekibimiz yeni dönem için eylem planını hazırladı", "collaboration"),
        ("tr", "İSVEÇLİ ORTAK OKULUMUZLA ÇEVRİM İÇİ BULUŞMA", "collaboration"),
        ("tr", "Öğrenci elçilerimiz projeyi anlattı", "students"),
        ("tr", "Ogrenci meclisi toplantisi", "students"),
        ("tr", "Açık günde komşu okulların öğretmenleri okulumuzdaydı", "model"),
        ("tr", "Yerel gazetede projemiz", "model"),
        ("tr", "Kaynaştırma öğrencileriyle dokunmatik kitap", "inclusion"),
        ("tr", "Güvenli İnternet Günü panosu", "e-safety"),
        ("en", "Minutes of the staff meeting, October", "leadership"),
        ("en", "Planning meeting of our eTwinning team", "collaboration"),
        ("en", "Pupil ambassadors present the project", "students"),
        ("en", "Open day for neighbouring schools", "model"),
        ("en", "Tactile books made in special education", "inclusion"),
        ("en", "Our acceptable use policy", "e-safety"),
        ("sv", "Rektorn berättar om skolutvecklingsplanen", "leadership"),
        ("sv", "Arbetslaget skriver en handlingsplan", "collaboration"),
        ("sv", "Elevrådet diskuterar surfplattor", "students"),
        ("sv", "Öppet hus för grannskolorna", "model"),
        ("sv", "Nyanlända elever berättar sagor", "inclusion"),
        ("sv", "Samtyckesblankett och nätregler", "e-safety"),
    ],
)
def test_evidence_as_schools_name_it(lexicon, language, text, target):
    assert best(lexicon, text, language)[0] == target


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Bahçede bir gün"),
        ("tr", "IMG 20251014 101532"),
        ("tr", "Yağmurlu bir sabahta basınç ölçtük"),
        ("en", "A rainy morning in the garden"),
        ("en", "Fairy tales, standard edition, twenty minutes under pressure"),
        ("en", "Every safety pin"),
        ("sv", "En regnig morgon på skolgården"),
        ("sv", "Sen kväll, måltid för alla"),
    ],
)
def test_neutral_texts_suggest_nothing(lexicon, language, text):
    assert lexicon.mentions(text, [language]) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Pupil inclusion in decisions"), ("tr", "Öğrenci katılımı"), ("sv", "Elevers delaktighet")],
)
def test_pupils_involvement_is_agency_not_inclusion(lexicon, language, text):
    assert best(lexicon, text, language) == ["students"]
    assert best(lexicon, "An inclusive school", "en") == ["inclusion"]


def test_a_pupil_ambassador_is_no_ambassador_school(lexicon):
    assert best(lexicon, "Minik elçilerimiz velilere sundu", "tr")[0] == "students"


def test_the_longest_stem_takes_its_words():
    short, long = concept("ball", "ball", a=1), concept("ball-game", "ball game", b=1)
    mentions = Lexicon([short, long]).mentions("The ball games of May", ["en"])
    assert [(mention.concept.key, mention.words) for mention in mentions] == [("ball-game", "ball games")]


def test_words_are_given_as_written_and_stems_are_whole_words_where_marked():
    lexicon = Lexicon([concept("fair", "=fair", a=1)])
    assert [mention.words for mention in lexicon.mentions("The FAIR of fairies", ["en"])] == ["FAIR"]
    assert lexicon.mentions("fairies", ["en"]) == ()


def test_a_concept_counts_once_and_weights_add_up():
    lexicon = Lexicon([concept("x", "xylo", a=0.5), concept("y", "yellow", a=0.25, b=0.5)])
    first, second = rank(lexicon.mentions("Xylophone, xylophone and yellow", ["en"]))
    assert (first.target, first.score) == ("a", 0.75)
    assert (second.target, second.score) == ("b", 0.5)
    assert [mention.words for mention in first.mentions] == ["Xylophone", "yellow"]


def test_no_stem_stands_under_two_concepts_of_a_language(lexicon):
    seen = {}
    for each in read_framework("etwinning-school", None).concepts:
        for language, stems in each.stems.items():
            for stem in stems:
                seen.setdefault((language, stem.casefold()), set()).add(each.key)
    assert len(seen) > 500
    assert {stem: keys for stem, keys in seen.items() if len(keys) > 1} == {}
