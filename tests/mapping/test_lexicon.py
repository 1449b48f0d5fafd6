"""Words point to concepts, concepts lend weight to pillars; what says nothing suggests nothing."""

import pytest

from portfolio.framework import read_framework
from portfolio.mapping.lexicon import Lexicon
from portfolio.mapping.weighing import rank, suggest_criteria, suggest_pillars
from portfolio.model.framework import Concept


@pytest.fixture(scope="module")
def lexicon():
    pack = read_framework("etwinning-school", None)
    return Lexicon(pack.concepts, pack.unverified)


def best(lexicon, text, *languages):
    return [suggestion.target for suggestion in suggest_pillars(lexicon.mentions(text, languages))]


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
    assert best(lexicon, text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Pupil inclusion in decisions"),
        ("tr", "Öğrenci katılımı"),
        ("sv", "Elevers delaktighet"),
        ("cs", "Zapojení žáků do života školy"),
        ("it", "Il coinvolgimento degli alunni"),
        ("ro", "Implicarea elevilor"),
        ("hr", "Uključenost učenika"),
        ("sl", "Vključenost učencev"),
    ],
)
def test_pupils_involvement_is_agency_not_inclusion(lexicon, language, text):
    assert best(lexicon, text, language) == ["students"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An inclusive school"),
        ("tr", "Kaynaştırma öğrencileri"),
        ("cs", "Začleňování žáků"),
        ("hr", "Uključivanje"),
        ("sl", "Vključenost"),
    ],
)
def test_inclusion_alone_is_inclusion(lexicon, language, text):
    assert best(lexicon, text, language) == ["inclusion"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Letter to parents about head lice"),
        ("en", "Password of the teachers' printer"),
        ("tr", "Okulun eski gazeteleri geri dönüşüme gitti"),
        ("tr", "Gezi için veli toplantısı"),
        ("tr", "Yazıcının şifresi"),
        ("sv", "Brev till föräldrar om löss"),
        ("de", "Eltern begleiten den Ausflug"),
        ("de", "Protokoll der Feuerwehrübung"),
        ("it", "Password della stampante"),
        ("it", "Visita alla mostra sui dinosauri"),
        ("pl", "Zgoda na wycieczkę do zoo"),
        ("pl", "Nowe krzesła w pracowni komputerowej"),
        ("cs", "Heslo k tiskárně"),
        ("cs", "Sběr starých novin"),
        ("ro", "Adeverință medicală"),
        ("ro", "Lista elevilor din clasa I"),
    ],
)
def test_school_life_that_only_sounds_like_evidence(lexicon, language, text):
    assert best(lexicon, text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Sitzung: Schulentwicklungsplan und Beauftragte", "Schulentwicklungsplan"),
        ("de", "Der Konferenzbeschluss", "Konferenzbeschluss"),
        ("sv", "Naturvetarklassens lokaltidning", "lokaltidning"),
        ("tr", "Öğrenci elçilerimizin", "Öğrenci elçilerimizin"),
        ("pl", "O radzie pedagogicznej", "radzie pedagogicznej"),
        ("cs", "Ve ŠVP", "ŠVP"),
    ],
)
def test_compounds_and_declined_words_are_met(lexicon, language, text, words):
    assert words in [mention.words for mention in lexicon.mentions(text, [language])]


def test_the_commonest_words_are_no_abbreviation(lexicon):
    assert lexicon.mentions("I år är det så", ["sv"]) == ()  # “AR”, folded
    assert lexicon.mentions("Ar fi bine", ["ro"]) == ()


@pytest.mark.parametrize(
    ("stem", "text", "met"),
    [
        ("basın", "basında", True),
        ("basın", "BASINDA", True),
        ("basın", "dersin başında", False),
        ("öğrenci", "ogrenci", True),
        ("öğrenci", "öğrencı", True),
        ("ogrenci", "öğrenci", False),
        ("host", "hösten", False),
        ("szkół", "szkol", True),
        ("szkol", "szkół", False),
        ("știri", "ştiri", True),
        ("sjätteklassare", "sjatteklassare", True),
        ("*schüler", "Mitschuler", True),
        ("*schuler", "Mitschüler", False),
        ("straße", "STRASSE", True),
        ("forsøg", "forsog", True),
        ("*ana", "anänana", True),
    ],
)
def test_marks_may_be_missing_in_a_text_but_others_make_it_another_word(stem, text, met):
    assert bool(Lexicon([concept("it", stem, a=1)]).mentions(text, ["en"])) is met


def test_an_abbreviation_is_met_in_capitals_only():
    fair = Lexicon([concept("fair", "SETT", "=AR", a=1)])
    assert fair.mentions("Vi har sett en ar", ["en"]) == ()
    assert [mention.words for mention in fair.mentions("På SETT i Kista", ["en"])] == ["SETT"]
    assert [mention.words for mention in fair.mentions("AR in class", ["en"])] == ["AR"]


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


def test_a_star_stands_for_what_comes_before_in_a_word():
    lexicon = Lexicon([concept("committee", "*ausschuss", "=*rat", a=1)])
    found = lexicon.mentions("Der Steuerungsausschuss, die Ausschusssitzung, der Beirat, die Ratte", ["en"])
    assert [mention.words for mention in found] == ["Steuerungsausschuss"]
    assert [mention.words for mention in lexicon.mentions("Beirat", ["en"])] == ["Beirat"]
    assert lexicon.mentions("Beiratswahl", ["en"]) == ()


def test_a_pair_counts_where_one_sentence_speaks_of_both():
    who, what = concept("pupils", "pupil", a=0.25), concept("teaching", "teach", b=0.25)
    lexicon = Lexicon([who, what, Concept(key="pupils+teaching", titles={}, stems={}, weights={"a": 0.5})])
    (first, _) = rank(lexicon.mentions("On Friday pupils of 6b teach us.", ["en"]))
    assert (first.target, first.score) == ("a", 0.75)
    assert first.mentions[0].words == "pupils … teach"
    assert [part.concept.key for part in first.mentions[0].parts] == ["pupils", "teaching"]
    apart = rank(lexicon.mentions("Pupils were there. We teach.", ["en"]))
    assert {each.target: each.score for each in apart} == {"a": 0.25, "b": 0.25}


def test_school_life_that_proves_nothing_must_be_outweighed():
    lexicon = Lexicon([concept("mentor", "mentor", model=0.9), concept("lunch", "lunch", none=0.5)])
    assert best(lexicon, "Mentors", "en") == ["model"]
    assert best(lexicon, "Mentors at lunch", "en") == []


def test_what_says_a_lot_and_leads_is_sure_and_words_that_nobody_checked_never_are():
    concepts = [concept("one", "one", a=1), concept("two", "two", a=1), concept("three", "three", b=0.9)]
    for text, sure in [("one", False), ("one two", True), ("one three", False), ("one two three", True)]:
        assert suggest_pillars(Lexicon(concepts).mentions(text, ["en"]))[0].sure is sure
    assert not suggest_pillars(Lexicon(concepts, ["en"]).mentions("one two", ["en"]))[0].sure


def test_a_criterion_is_suggested_when_it_leads_inside_its_pillar():
    weights = {"a": 0.8, "a/x": 0.8}
    lexicon = Lexicon([concept("x", "xylo", **weights), concept("y", "yellow", **{"a": 0.8, "a/y": 0.8})])
    assert [each.target for each in suggest_criteria(lexicon.mentions("xylophone", ["en"]), "a")] == ["a/x"]
    assert suggest_criteria(lexicon.mentions("xylophone", ["en"]), "b") == ()
    assert suggest_criteria(lexicon.mentions("yellow xylophone", ["en"]), "a") == ()


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
