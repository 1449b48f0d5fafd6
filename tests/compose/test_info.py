"""What the information sheet says, by label, language and what is known."""

from dataclasses import replace
from datetime import date

import pytest
from compose.editions import FRAMEWORK, edition_of, photo, project, project_record, said

from portfolio.compose.info import PROJECTS, compose_info
from portfolio.framework import read_framework
from portfolio.model.clearance import Audience
from portfolio.model.info import words_of
from portfolio.model.labelfacts import Certainty, Fact, Gain, LabelFacts
from portfolio.model.project import Figures, Label, LabelStatus
from portfolio.namerule import NameRule

HELD = Label(status=LabelStatus.HELD, years="2025-2026")
TODAY = date(2026, 11, 22)
CLAIMS = {"en": "We are an eTwinning School", "tr": "eTwinning Okuluyuz", "sv": "Vi är en eTwinning-skola"}


def fact(text, certainty=Certainty.OFFICIAL, source="label.example/page"):
    return Fact(says={"en": text}, source=source, certainty=certainty)


TOLD = replace(
    FRAMEWORK,
    label=LabelFacts(
        about=(fact("It is for schools."), fact("It is blue.", Certainty.REPORTED)),
        elements={"model": fact("They show how.")},
        benefits={Gain.SCHOOL: (fact("A flag."),), Gain.PUPILS: (fact("Fun.", Certainty.REPORTED),)},
    ),
)


def sheet(*pieces, language="en", framework=TOLD, today=TODAY, audience=Audience.PRINT, **changes):
    edition = edition_of(
        *pieces, language=language, of=project(**changes), today=today, framework=framework, audience=audience
    )
    return compose_info(edition)


def school(**changes):
    return replace(project().school, **changes)


def codes(problems):
    return [problem.code for problem in problems]


def test_a_held_label_is_said_with_its_years():
    made, problems = sheet(label=HELD)
    assert made.label == "We are an eTwinning School 2025-2026"
    assert problems == ()


@pytest.mark.parametrize("language", ["en", "tr", "sv"])
@pytest.mark.parametrize(
    ("label", "today"),
    [
        (Label(status=LabelStatus.NONE), TODAY),
        (Label(status=LabelStatus.APPLYING), TODAY),
        (Label(status=LabelStatus.EXPIRED, years="2023-2024"), TODAY),
        (Label(status=LabelStatus.HELD), TODAY),
        (HELD, date(2024, 12, 31)),
        (HELD, date(2027, 1, 1)),
    ],
)
def test_no_school_is_called_one_before_it_holds_the_label_or_after(label, today, language):
    pack = read_framework("etwinning-school", None, lexica=())
    made, _ = sheet(language=language, label=label, today=today, framework=pack)
    assert CLAIMS[language] not in " ".join(words_of(made))
    held, _ = sheet(language=language, label=HELD, framework=pack)
    assert CLAIMS[language] in held.label


@pytest.mark.parametrize(
    ("status", "label"),
    [
        (LabelStatus.APPLYING, "We are applying for the eTwinning School Label"),
        (LabelStatus.NONE, "We are preparing for the eTwinning School Label"),
    ],
)
def test_else_where_the_school_stands(status, label):
    assert sheet(label=Label(status=status))[0].label == label


def test_facts_that_nobody_has_verified_are_not_printed():
    made, _ = sheet()
    assert made.about and [text.text for text in made.about.texts] == ["It is for schools."]
    assert [(each.title, [text.text for text in each.texts]) for each in made.benefits] == [
        ("To a school", ["A flag."])
    ]


def test_the_elements_in_the_order_of_the_framework_each_in_a_line():
    made, _ = sheet()
    assert [(each.number, each.title.text, each.body.text) for each in made.elements] == [
        (1, "Students in eTwinning Schools are agents of change", ""),
        (2, "eTwinning Schools are models", "They show how."),
    ]


def test_a_pack_that_tells_nothing_leaves_it_out():
    made, _ = sheet(framework=FRAMEWORK)
    assert (made.about, made.benefits, made.has_back) == (None, (), False)
    assert len(made.notes) == 1


def test_whose_words_they_are():
    made, _ = sheet()
    assert made.notes[0].startswith("Compiled by Masalköy Işıltı İlkokulu")
    assert made.notes[1] == "What is said of the label is in our own words, after label.example."


def test_figures_of_what_is_known_and_none_that_is_nothing():
    made, _ = sheet(project_record("a", "model"), figures=Figures(active_teachers=9))
    assert [(each.number, each.label) for each in made.figures] == [
        ("1", "project"),
        ("2", "partner countries"),
        ("9", "active teachers"),
    ]
    assert sheet(framework=FRAMEWORK)[0].figures == ()


def test_a_project_in_a_sentence_or_two():
    item, targets = project_record("a", "model")
    record = replace(item.project, national_label=said("2025"))
    made, _ = sheet((replace(item, project=record), targets))
    (told,) = made.projects
    assert (told.item, told.title.text, told.time) == (item.id, "Işık Avcıları", "2024-2025")
    assert told.text == (
        "Partner schools: Italy, Sweden. 24 pupils took part. Recognised with: National Quality Label 2025."
    )


def test_of_many_countries_some_and_how_many_more():
    item, targets = project_record("a", "model")
    partners = said(tuple(("", f"Land {n}") for n in range(8)))
    made, _ = sheet((replace(item, project=replace(item.project, partners=partners)), targets))
    assert made.projects[0].text.startswith(
        "Partner schools: Land 0, Land 1, Land 2, Land 3, Land 4, Land 5 and 2 more."
    )


def test_the_latest_projects_and_no_more_than_find_room():
    pieces = []
    for year in range(2018, 2025):
        item, targets = project_record(str(year), "model")
        pieces.append((replace(item, project=replace(item.project, years=said(f"{year}-{year + 1}"))), targets))
    made, _ = sheet(*pieces)
    assert [told.time for told in made.projects] == ["2024-2025", "2023-2024", "2022-2023", "2021-2022"][:PROJECTS]
    assert made.figures[0].number == "7"


def test_a_picture_only_when_one_is_cleared():
    shown, hidden = photo("a", "model"), photo("b", "model")
    made, _ = sheet(shown)
    assert made.picture and made.picture.item == shown[0].id
    edition = edition_of(withheld=(hidden,), audience=Audience.PRINT)
    assert compose_info(edition)[0].picture is None


def test_how_to_reach_the_school_and_nobody_in_person():
    known = school(address="Masal Caddesi 1", phone="0212 000 00 00", email="isilti@example.org", principal="Feride K.")
    made, _ = sheet(school=known)
    rows = {label: runs[0] for label, runs in made.contact.rows}
    assert {label: run.text for label, run in rows.items()} == {
        "Address": "Masal Caddesi 1, Masalköy, Türkiye",
        "Telephone": "0212 000 00 00",
        "E-mail": "isilti@example.org",
    }
    assert rows["E-mail"].link == "mailto:isilti@example.org"
    assert "Feride" not in " ".join(words_of(made))


@pytest.mark.parametrize("website", ["isilti.example/ana-sayfa/", "https://isilti.example/ana-sayfa/"])
def test_the_site_in_words_beside_its_code(website):
    contact = sheet(school=school(website=website))[0].contact
    assert contact.address == "https://isilti.example/ana-sayfa/"
    assert contact.site[0].text == "isilti.example/ana-sayfa"
    assert contact.alternative == "QR code: isilti.example/ana-sayfa"


def test_no_code_without_a_site_and_which_key_to_write():
    made, problems = sheet(school=school(website=""))
    assert (made.contact.address, made.contact.scan, made.contact.site) == ("", "", ())
    assert codes(problems) == ["info.no-website"]


def test_an_address_too_long_for_a_code_stands_in_words():
    made, problems = sheet(school=school(website=f"isilti.example/{'a' * 200}"))
    assert made.contact.address == ""
    assert made.contact.rows[-1][0] == "Website"
    assert codes(problems) == ["info.long-website"]


def test_a_site_that_tells_a_hidden_name_has_no_code():
    from portfolio.compose.naming import with_short_names
    from portfolio.nameways import PersonName

    made, _ = sheet(school=school(website="isilti.example/anna-karlsson"))
    rule = NameRule([PersonName(given=("Anna",), surname=("Karlsson",))])
    assert with_short_names(made, rule).contact.address == ""


def test_a_draft_says_so():
    assert sheet(language="tr", audience=Audience.PRIVATE)[0].watermark == "TASLAK – dağıtılmaz"
