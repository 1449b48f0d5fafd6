"""The strongest voice that says anything about a piece is believed alone; words only suggest."""

from dataclasses import replace

import pytest
from pieces import caption, catalogue, decide, piece, sourced

from portfolio.framework import read_framework
from portfolio.mapping.assign import assign
from portfolio.model.decision import Field
from portfolio.model.evidence import Certificate, Kind, LocalText, ProjectRecord, Quotation
from portfolio.model.framework import Concept
from portfolio.model.mapping import Strength
from portfolio.model.problem import Severity, reason, values_in

PROJECT = ProjectRecord(title=sourced("Tales the Wind Carried"))


@pytest.fixture(scope="module")
def framework():
    return read_framework("etwinning-school", None)


@pytest.fixture
def mapped(framework):
    """The mapping of pieces under decisions, in Turkish."""

    def run(*items, decisions=()):
        mapping, problems = assign(catalogue(*items), framework, decisions, language="tr")
        assert problems == ()
        return mapping

    return run


def targets(mapping):
    return [(link.target, link.strength) for link in mapping.links]


def test_a_folder_places_what_lies_in_it(mapped):
    mapping = mapped(piece("2025-2026/3-ogrenciler/açık gün/a.jpg"))
    (link,) = mapping.links
    assert (link.target, link.strength) == ("students", Strength.PLACED)
    assert link.rationale == reason("placed.folder", folder="3-ogrenciler")
    assert link.origin == "2025-2026/3-ogrenciler/açık gün/a.jpg"
    assert mapping.suggestions == ()


def test_copies_in_two_folders_count_for_both_the_first_is_where_it_is_shown(mapped):
    photo = piece("2-isbirligi/a.jpg", "4-rol-model/kopya.jpg")
    assert mapped(photo).pillars_of(photo.id) == ("collaboration", "model")


def test_the_folder_of_online_safety_is_a_bucket(mapped):
    assert targets(mapped(piece("e-guvenlik/politika.pdf"))) == [("e-safety", Strength.PLACED)]


def test_a_description_is_believed_before_the_folder(mapped):
    photo = piece("3-ogrenciler/a.jpg", pillars=(sourced("Rol model; inclusion", "3-ogrenciler/captions.csv:4"),))
    mapping = mapped(photo)
    assert targets(mapping) == [("model", Strength.DESCRIBED), ("inclusion", Strength.DESCRIBED)]
    assert mapping.links[0].rationale == reason("placed.described", name="Rol model")
    assert mapping.links[0].origin == "3-ogrenciler/captions.csv:4"


def test_a_decision_is_believed_before_everything(mapped):
    photo = piece("3-ogrenciler/a.jpg", pillars=(sourced("inclusion"),))
    decisions = [
        decide(Field.PILLAR, "model/open-days", file="3-ogrenciler/a.jpg", line=2, because="açık gün"),
        decide(Field.PILLAR, "işbirliği", file="3-ogrenciler/a.jpg", line=3),
    ]
    mapping = mapped(photo, decisions=decisions)
    assert targets(mapping) == [("model/open-days", Strength.DECIDED), ("collaboration", Strength.DECIDED)]
    assert mapping.pillars_of(photo.id) == ("model", "collaboration")
    assert mapping.links[0].rationale == reason("placed.decided-because", because="açık gün")
    assert mapping.links[1].rationale == reason("placed.decided")
    assert mapping.links[1].origin == "decisions.csv:3"


@pytest.mark.parametrize("nothing", ["-", "yok", "none"])
def test_a_person_can_say_that_a_piece_has_no_pillar(mapped, nothing):
    photo = piece("3-ogrenciler/a.jpg", caption=caption("Veli toplantısı"))
    mapping = mapped(photo, decisions=[decide(Field.PILLAR, nothing, file="3-ogrenciler/a.jpg")])
    assert (mapping.links, mapping.suggestions, mapping.excluded) == ((), (), {})


def test_what_is_decided_can_be_taken_back_so_that_the_folder_speaks_again(mapped):
    photo = piece("3-ogrenciler/a.jpg")
    placed = decide(Field.PILLAR, "model", item=photo.id)
    for word in ("?", "bilinmiyor"):
        undone = decide(Field.PILLAR, word, item=photo.id)
        assert targets(mapped(photo, decisions=[placed, undone])) == [("students", Strength.PLACED)]
        again = [placed, undone, decide(Field.PILLAR, "inclusion", item=photo.id)]
        assert targets(mapped(photo, decisions=again)) == [("inclusion", Strength.DECIDED)]


def test_taking_back_reaches_what_was_aimed_as_closely_or_less(mapped):
    photo, other = piece("gelen/a.jpg"), piece("gelen/b.jpg")
    decisions = [
        decide(Field.PILLAR, "model", file="gelen/"),
        decide(Field.PILLAR, "students", file="gelen/a.jpg"),
        decide(Field.PILLAR, "?", item=photo.id),
    ]
    mapping = mapped(photo, other, decisions=decisions)
    assert (mapping.pillars_of(photo.id), mapping.pillars_of(other.id)) == ((), ("model",))
    whole = [*decisions[:2], decide(Field.PILLAR, "?", file="gelen/")]
    mapping = mapped(photo, other, decisions=whole)
    assert (mapping.pillars_of(photo.id), mapping.pillars_of(other.id)) == (("students",), ())


def test_no_pillar_takes_back_what_stands_above_it_and_lines_below_add_up(mapped):
    photo = piece("3-ogrenciler/a.jpg")
    lines = [decide(Field.PILLAR, value, item=photo.id) for value in ("model", "-", "inclusion", "collaboration")]
    assert mapped(photo, decisions=lines).pillars_of(photo.id) == ("inclusion", "collaboration")
    assert mapped(photo, decisions=lines[:2]).pillars_of(photo.id) == ()


def test_what_is_said_of_a_piece_beats_what_is_said_of_its_folder(mapped):
    inner, outer = piece("gelen/2025/a.jpg"), piece("gelen/b.jpg")
    decisions = [
        decide(Field.PILLAR, "model", file="gelen/2025/"),
        decide(Field.PILLAR, "students", file="gelen/"),
    ]
    mapping = mapped(inner, outer, decisions=decisions)
    assert mapping.pillars_of(inner.id) == ("model",)
    assert mapping.pillars_of(outer.id) == ("students",)
    by_id = decide(Field.PILLAR, "inclusion", item=inner.id)
    assert mapped(inner, outer, decisions=[by_id, *decisions]).pillars_of(inner.id) == ("inclusion",)


def test_the_id_of_a_whole_file_decides_for_its_parts(mapped):
    rows = piece("gelen/liste.xlsx", id="E-1.1"), piece("gelen/liste.xlsx", id="E-1.2")
    other = piece("gelen/a.jpg", id="E-10")
    mapping = mapped(*rows, other, decisions=[decide(Field.PILLAR, "model", item="E-1")])
    assert [link.item for link in mapping.links] == ["E-1.1", "E-1.2"]


def test_an_excluded_piece_proves_nothing(mapped):
    photo, other = piece("model/a.jpg"), piece("model/b.jpg")
    decisions = [
        decide(Field.EXCLUDE, "evet", file="model/", because="bulanık"),
        decide(Field.EXCLUDE, "hayır", file="model/b.jpg"),
    ]
    mapping = mapped(photo, other, decisions=decisions)
    assert mapping.excluded == {photo.id: reason("excluded.because", because="bulanık")}
    assert [link.item for link in mapping.links] == [other.id]
    plain = mapped(photo, decisions=[decide(Field.EXCLUDE, "yes", item=photo.id)])
    assert plain.excluded == {photo.id: reason("excluded.decided")}


def test_what_is_neither_yes_nor_no_leaves_out_and_asks(framework):
    decision = decide(Field.EXCLUDE, "blurry", file="model/a.jpg", line=7)
    mapping, (problem,) = assign(catalogue(piece("model/a.jpg")), framework, [decision], language="en")
    assert list(mapping.excluded) == ["E-model/a.jpg"]
    assert (problem.code, problem.severity, problem.where.line) == ("mapping.exclude", Severity.WARNING, 7)


def test_a_certificate_of_a_known_kind_speaks_when_nobody_else_does(mapped):
    label = Certificate(kind="national-quality-label", matched="Ulusal Kalite Etiketi")
    mapping = mapped(piece("gelen/uke.pdf", kind=Kind.CERTIFICATE, certificate=label))
    (link,) = mapping.links
    assert (link.target, link.strength) == ("collaboration", Strength.RECOGNISED)
    assert link.rationale.code == "placed.certificate"
    label = "Ulusal Kalite Etiketi"
    assert values_in(link.rationale.values, "tr") == {"kind": label, "words": label}
    assert values_in(link.rationale.values, "en") == {"kind": "National Quality Label", "words": label}
    stated = Certificate(kind="mobility", matched="")
    (link,) = mapped(piece("gelen/b.pdf", certificate=stated)).links
    assert link.rationale.code == "placed.certificate-stated"
    assert values_in(link.rationale.values, "tr") == {"kind": "hareketlilik sertifikası"}
    assert targets(mapped(piece("students/uke.pdf", certificate=label))) == [("students", Strength.PLACED)]
    assert targets(mapped(piece("gelen/c.pdf", certificate=Certificate(kind="other", matched="")))) == []


def test_a_project_record_speaks_for_collaboration(mapped):
    record = piece("gelen/projeler.csv", kind=Kind.PROJECT, project=PROJECT)
    assert targets(mapped(record)) == [("collaboration", Strength.RECOGNISED)]


def test_words_suggest_and_never_place(mapped):
    mapping = mapped(piece("gelen/IMG_1.jpg", caption=caption("Kasım ayı veli toplantısı")))
    assert mapping.links == ()
    first, second = mapping.suggestions
    assert (first.target, second.target) == ("model", "students")
    assert first.strength is Strength.SUGGESTED
    assert first.rationale.code == "placed.words"
    assert values_in(first.rationale.values, "tr") == {"words": "veli toplantısı", "concepts": "velilere anlatma"}


def test_a_piece_with_a_pillar_gets_a_suggestion_for_a_criterion_in_it(mapped):
    fair, plain, other, precise = (
        piece("4-rol-model/a.jpg", caption=caption("Okulumuzda açık gün")),
        piece("4-rol-model/b.jpg", caption=caption("Bahçede")),
        piece("3-ogrenciler/c.jpg", caption=caption("Okulumuzda açık gün")),
        piece("4-rol-model/d.jpg", caption=caption("Okulumuzda açık gün")),
    )
    decided = decide(Field.PILLAR, "model/visibility", file="4-rol-model/d.jpg")
    (link,) = mapped(fair, plain, other, precise, decisions=[decided]).suggestions
    assert (link.item, link.target, link.strength) == (fair.id, "model/open-days", Strength.SUGGESTED)


def test_how_sure_words_are_is_in_the_reason(mapped):
    (link,) = mapped(piece("gelen/a.jpg", caption=caption("Ekim: açık gün"))).suggestions
    assert link.rationale.code == "placed.words"
    assert values_in(link.rationale.values, "tr") == {"words": "açık gün", "concepts": "açık gün"}
    assert values_in(link.rationale.values, "en") == {"words": "açık gün", "concepts": "open day"}
    (link,) = mapped(piece("gelen/a.jpg", caption=caption("Açık gün ve mentorluk"))).suggestions
    assert link.rationale.code == "placed.words-sure"
    (link,) = mapped(piece("gelen/a.jpg", caption=caption("Uključenost učenika", "hr"))).suggestions
    assert (link.target, link.rationale.code) == ("students", "placed.words-unverified")


def test_a_word_that_weighs_little_is_not_enough_alone_and_a_far_second_is_not_named(framework):
    weights = {"kivi": {"model": 0.4}, "limon": {"model": 0.3}, "nar": {"students": 0.2}}
    concepts = tuple(
        Concept(key=word, titles={"tr": word}, stems={"tr": (word,)}, weights=lent) for word, lent in weights.items()
    )
    photos = [
        piece(f"gelen/{number}.jpg", caption=caption(said)) for number, said in enumerate(("kivi", "kivi limon nar"))
    ]
    mapping, _ = assign(catalogue(*photos), replace(framework, concepts=concepts), [], language="tr")
    assert [(link.item, link.target) for link in mapping.suggestions] == [("E-gelen/1.jpg", "model")]


def test_content_is_asked_only_when_the_headlines_say_nothing(mapped):
    text = "Toplantıda mentorluk ve açık gün konuşuldu. Açık kapı, gazete."
    (link,) = mapped(piece("gelen/Eylem planı 2026.docx", text=text)).suggestions
    assert link.target == "collaboration"
    (link,) = mapped(piece("gelen/Belge1.docx", text=text)).suggestions
    assert link.target == "model"


def test_a_caption_is_read_in_its_own_language(mapped):
    assert mapped(piece("gelen/a.jpg", caption=caption("Föräldramöte i november"))).suggestions == ()
    swedish = mapped(piece("gelen/a.jpg", caption=caption("Föräldramöte i november", "sv"))).suggestions
    assert swedish[0].target == "model"


def test_what_somebody_said_is_read_in_its_own_language(mapped):
    texts = (("tr", "Bu yıl güzeldi."), ("sv", "I år var det fint på föräldramötet."))
    said = Quotation(text=sourced(LocalText(texts=texts)))
    whole = "\n".join(text for _, text in texts)
    link, *_ = mapped(piece("gelen/a.csv", text=whole, quotation=said)).suggestions
    assert link.target == "model"
    assert dict(link.rationale.values)["words"] == "föräldramötet"  # and not “år”, read as Turkish


def test_a_name_of_no_pillar_is_told_with_its_place_and_the_rest_counts(framework):
    photo = piece("gelen/a.jpg", pillars=(sourced("rol modl; students", "gelen/captions.csv:3"),))
    decision = decide(Field.PILLAR, "qqq", file="gelen/b.jpg", line=9)
    mapping, problems = assign(catalogue(photo, piece("gelen/b.jpg")), framework, [decision], language="tr")
    assert targets(mapping) == [("students", Strength.DESCRIBED)]
    assert [(problem.code, problem.where.file, problem.where.line) for problem in problems] == [
        ("mapping.misspelt-pillar", "gelen/captions.csv", 3),
        ("mapping.pillar", "decisions.csv", 9),
    ]
    assert dict(problems[0].values) == {"name": "rol modl", "nearest": "rol model"}
    assert "e-guvenlik" in dict(problems[1].values)["known"]


def test_a_criterion_may_stand_behind_any_name_of_its_pillar_and_an_unknown_one_names_the_others(framework):
    photo = piece("gelen/a.jpg")
    named = decide(Field.PILLAR, "4-rol-model/open-days", file="gelen/a.jpg")
    mapping, _ = assign(catalogue(photo), framework, [named], language="tr")
    assert targets(mapping) == [("model/open-days", Strength.DECIDED)]
    wrong = [decide(Field.PILLAR, name, file="gelen/a.jpg") for name in ("model/qqq", "model/opendays")]
    _, (unknown, misspelt) = assign(catalogue(photo), framework, wrong, language="tr")
    assert (unknown.code, misspelt.code) == ("mapping.criterion", "mapping.misspelt-pillar")
    assert dict(unknown.values)["known"].startswith("model/open-days")
    assert dict(misspelt.values)["nearest"] == "model/open-days"


def test_the_same_name_wrong_for_a_whole_folder_is_told_once(framework):
    decision = decide(Field.PILLAR, "qqq", file="gelen/")
    _, problems = assign(catalogue(piece("gelen/a.jpg"), piece("gelen/b.jpg")), framework, [decision], language="tr")
    assert len(problems) == 1
