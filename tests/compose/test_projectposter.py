"""The project's poster: which project, what is said of it, and which photos it shows."""

from dataclasses import replace

import pytest
from compose.editions import certificate, in_both, photo, said
from compose.pictureposters import LONG_TITLE, MANY, edition, order, record

from portfolio.compose.projectposter import compose_project_poster, first_sentences
from portfolio.model.clearance import Audience
from portfolio.model.composed import items_in, pictures_in
from portfolio.model.evidence import Certificate
from portfolio.model.face import PT
from portfolio.model.lettering import Lettering
from portfolio.model.pictureposter import TextRole
from portfolio.model.sheetorder import SheetKind
from portfolio.model.text import local


def poster(*pieces, language="tr", audience=Audience.PRINT, **keys):
    return compose_project_poster(
        edition(*pieces, language=language, audience=audience), order(SheetKind.PROJECT, **keys)
    )


def texts(made, *roles):
    return [text.text.text for text in made.texts if not roles or text.role in roles]


def codes(problems):
    return [problem.code for problem in problems]


def test_the_facts_of_the_record():
    made, problems = poster(record())
    assert texts(made, TextRole.TITLE) == ["Işık Avcıları"]
    assert texts(made)[0] == "eTwinning projesi · 2024-2025"
    assert [text for text in texts(made) if text in ("2", "24")] == ["2", "2", "24"]
    assert "Gölgeleri ölçtük." in texts(made, TextRole.LEAD)
    assert "Ortaklarımız: Skola Norr (İsveç), İtalya" in texts(made)
    assert made.code.address == "https://school-education.ec.europa.eu/en/etwinning/projects/isik-avcilari"
    assert (made.school, made.pillar) == ("Masalköy Işıltı İlkokulu", "collaboration")
    assert list(items_in(made)) == [made.item]
    assert codes(problems) == ["poster.project-without-photos"]


def test_a_quality_label_is_named_and_goes_before_a_later_project():
    later = record("later", title="Yeni proje", years="2026-2027")
    made, _ = poster(later, record(national_label="2025"))
    assert texts(made, TextRole.TITLE) == ["Işık Avcıları"]
    assert "Ulusal Kalite Etiketi 2025" in texts(made, TextRole.STRONG)
    assert texts(poster(later, record())[0], TextRole.TITLE) == ["Yeni proje"]
    paper = Certificate(kind="national-quality-label", matched="", project=said("Işık Avcıları"))
    proved, _ = poster(later, record(), certificate("nql", "students", certificate=paper))
    assert texts(proved, TextRole.TITLE) == ["Işık Avcıları"]


@pytest.mark.parametrize("named", ["Yeni proje", "yeni", "YENİ PROJE"])
def test_a_project_is_named_by_its_title_or_a_part_of_it(named):
    made, _ = poster(record(), record("later", title="Yeni proje"), project=named)
    assert texts(made, TextRole.TITLE) == ["Yeni proje"]


def test_a_project_is_named_by_its_id():
    other = record("later", title="Yeni proje")
    made, _ = poster(record(), other, project=other[0].id)
    assert made.item == other[0].id


def test_without_the_project_there_is_no_poster():
    assert poster(photo("a", "model")) == (None, poster()[1])
    assert codes(poster()[1]) == ["poster.no-project"]
    made, (problem,) = poster(record(), project="Başka")
    assert (made, problem.code) == (None, "poster.unknown-project")
    assert dict(problem.values) == {"project": "Başka", "known": "Işık Avcıları"}
    both = (record(title="Yeni ışık"), record("later", title="Yeni proje"))
    assert codes(poster(*both, project="yeni")[1]) == ["poster.unknown-project"]


def test_the_school_s_words_stand_in_place_of_the_record_s():
    made, _ = poster(record(), title="Gölge avı", text="Bizim sözümüz.", address="www.okul.example/golge")
    assert texts(made, TextRole.TITLE) == ["Gölge avı"]
    assert texts(made, TextRole.LEAD) == ["Bizim sözümüz."]
    assert made.code.address == "https://www.okul.example/golge"
    assert "www.okul.example/golge" in texts(made)


def test_what_is_too_long_says_how_many_letters_to_cut():
    made, (problem,) = poster(record(), title=f"{LONG_TITLE}{'x' * 7}")
    assert (made, problem.code) == (None, "poster.long-text")
    values = dict(problem.values)
    assert (values["key"], values["letters"], values["most"], values["cut"]) == ("title", "97", "90", "7")
    assert codes(poster(record(), text="a" * 401)[1]) == ["poster.long-text"]
    assert poster(record(), title=LONG_TITLE, text="a " * 200)[0]


def test_of_a_long_summary_whole_sentences_are_kept():
    made, problems = poster(record(summary=in_both("Kısa. " + "Uzun " * 60 + ".", "Short.")))
    assert texts(made, TextRole.LEAD) == ["Kısa."]
    assert "poster.sentences" in codes(problems)
    assert first_sentences("One. Two! Three?", 9) == "One. Two!"
    assert first_sentences("One long one.", 5) == ""


def test_of_many_partners_the_countries_are_named():
    made, _ = poster(record(partners=MANY), language="en")
    (line,) = [text for text in texts(made) if text.startswith("With ")]
    assert line == "With Croatia, Estonia, France, Germany, Italy, Portugal, Spain"
    one, _ = poster(record(partners=(("Skola", "SE"),)))
    assert "Ortaklarımız: Skola (İsveç)" in texts(one) and "1" not in texts(one)


def test_photos_that_name_the_project_are_shown_whole():
    ours = photo("ours", "model", caption=said(local("“Işık Avcıları”: gölgeler", "tr")))
    theirs = photo("theirs", "model", caption=said(local("Kermes", "tr")))
    item, targets = photo("folder", "model")
    in_folder = replace(item, files=("projeler/Işık Avcıları/a.jpg",)), targets
    made, problems = poster(record(), ours, theirs, in_folder)
    assert {picture.item for picture in pictures_in(made)} == {ours[0].id, item.id}
    for each in made.photos:
        assert each.box.width / each.box.height == pytest.approx(4 / 3)
    assert codes(problems) == []


def test_named_photos_are_those_and_only_what_is_cleared():
    named = [photo(letter, "model") for letter in "abcdefg"]
    made, problems = poster(record(), *named, photos=[item.id for item, _ in named])
    assert len(made.photos) == 6
    assert codes(problems) == ["poster.many-photos"]
    uncleared = photo("z", "model")[0].id
    assert poster(record(), photos=[uncleared])[0].photos == ()


def test_a_draft_says_so():
    made, _ = poster(record(), audience=Audience.PRIVATE)
    assert made.watermark == "TASLAK – dağıtılmaz"


def test_what_is_in_another_language_is_marked():
    item, targets = record()
    turkish = replace(item, project=replace(item.project, url=None)), targets
    made, _ = poster(turkish, language="en", title="Gölge avı")
    assert [text.text.language for text in made.texts if text.role in (TextRole.TITLE, TextRole.LEAD)] == ["tr", "tr"]
    assert made.code is None


def taken_by(name, letter):
    item, targets = photo(letter, "model", width=2400, height=1800)
    return replace(item, credit=said(name) if name else None), targets


@pytest.mark.parametrize(
    ("names", "credit"),
    [
        (("Efe Yıldız", "", "Efe Yıldız"), ["Fotoğraf: Efe Yıldız"]),
        (("Efe Yıldız", "Ada Kaya"), ["Fotoğraf: Efe Yıldız, Ada Kaya"]),
        (("",), []),
    ],
)
def test_who_took_the_photos_is_said_once_where_it_is_known(names, credit):
    taken = [taken_by(name, letter) for name, letter in zip(names, "abc", strict=False)]
    made, _ = poster(record(), *taken, size="A3", photos=[item.id for item, _ in taken])
    assert len(made.photos) == len(names)
    assert [text for text in texts(made, TextRole.NOTE) if text != "Devamı için okutun"] == credit


@pytest.mark.parametrize("size", ["A4", "A3", "A1", "roll-up"])
@pytest.mark.parametrize("photos", [0, 1, 3])
def test_no_word_below_a_number_is_broken(size, photos):
    named = [photo(letter, "model", width=2400, height=1800) for letter in "abc"]
    made, _ = poster(record(), *named, size=size, photos=[item.id for item, _ in named[:photos]])
    lettering = Lettering(edition().sheet.faces)
    labels = [block for block in made.blocks for text in block.texts if text.role is TextRole.LABEL]
    assert len(labels) == 3
    for block in labels:
        (text,) = (text for text in block.texts if text.role is TextRole.LABEL)
        assert lettering.widest(text.text.text) * text.size * PT <= block.box.width + 0.01
