from dataclasses import replace
from datetime import date

from compose.editions import certificate, document, edition_of, on, photo, piece, project_record, said

from portfolio.compose.exhibits import set_card
from portfolio.model.blocks import Exhibit, Run
from portfolio.model.evidence import Kind, Question, Quotation, Raster, Survey
from portfolio.model.text import Phrase, local

EDITION = edition_of(language="en")


def card(item) -> Exhibit:
    return set_card(item, "2.1", "model", EDITION)


def test_a_project_says_when_with_whom_and_where():
    shown = card(project_record("a")[0])
    address = "https://school-education.ec.europa.eu/en/etwinning/projects/isik-avcilari"
    assert shown.details == (
        ("School years", (Run(text="2024-2025"),)),
        ("Partners", (Run(text="Skola Norr (Sweden) · Italy"),)),
        ("Pupils taking part", (Run(text="24"),)),
        ("Address", (Run(text=address.removeprefix("https://"), link=address),)),
    )
    assert shown.caption == Phrase(text="Gölgeleri ölçtük.", language="tr")
    assert shown.picture is None


def test_states_and_dates_are_said_in_the_language_of_the_document():
    item = project_record("a")[0]
    record = replace(item.project, status=said("Kapandı"), role=said("gözlemci"), national_label=said("2025-06-12"))
    words = replace(EDITION.framework, answers={"closed": ("kapandı",)})
    details = dict(set_card(replace(item, project=record), "2.1", "model", replace(EDITION, framework=words)).details)
    assert details["Status"] == (Run(text="closed"),)
    assert details["National Quality Label"] == (Run(text="12 June 2025"),)
    assert details["Our role"] == (Run(text="gözlemci", language="tr"),)


def test_an_address_that_is_none_is_left_out():
    item = project_record("a")[0]
    item = replace(item, project=replace(item.project, url=said("javascript:alert(1)")))
    assert "Address" not in dict(card(item).details)


def test_a_certificate_shows_its_first_page_and_keeps_its_holder_to_itself():
    item = certificate("a")[0]
    item = replace(item, certificate=replace(item.certificate, holder=said("Ayşe Yılmaz")))
    shown = card(item)
    assert (shown.picture.page, shown.picture.width_mm, shown.picture.height_mm) == (1, 40.0, 56.57)
    assert shown.title.text == "National Quality Label: Işık Avcıları"
    assert shown.details == ()
    assert "Ayşe" not in str(shown)


def test_a_page_keeps_its_shape():
    picture = card(certificate("wide", page_shape=1.414)[0]).picture
    assert (picture.page, picture.width_mm, picture.height_mm) == (1, 53.0, 37.48)


def test_a_scan_keeps_its_shape():
    raster = Raster(width=2000, height=1000, dhash="0" * 16)
    item, _ = piece("scan", kind=Kind.CERTIFICATE, media_type="image/png", raster=raster)
    picture = card(item).picture
    assert (picture.width_mm, picture.height_mm, picture.page) == (53.0, 26.5, None)


def test_what_cannot_be_opened_has_no_picture():
    assert card(certificate("locked", pages=None)[0]).picture is None
    assert card(document("minutes")[0]).picture is None


def test_a_date_that_the_title_says_is_not_said_again():
    assert card(photo("a", dated=on(date(2025, 10, 14)))[0]).dated == ""
    assert card(project_record("a", dated=on(date(2025, 10, 14)))[0]).dated == "14 October 2025"


def test_keys_of_pictures_differ_by_size():
    item, _ = photo("a")
    assert card(item).picture.key == f"{item.id}-53x39.75"


def test_of_who_speaks_only_the_role_is_told():
    item, _ = document("a")
    spoken = replace(item, quotation=Quotation(text=said(local("Güzeldi.")), role=said("parent")))
    assert card(spoken).details == (("Said by", (Run(text="a parent"),)),)
    asked = Quotation(text=said(local("Güzeldi.")), role=said("pupil"), question=said("Nasıldı?"))
    assert card(replace(item, quotation=asked)).details == (
        ("Asked", (Run(text="Nasıldı?", language="tr"),)),
        ("Said by", (Run(text="a pupil"),)),
    )
    long = replace(item, quotation=Quotation(text=said(local("Güzeldi. " * 20)), role=said("parent")))
    assert (card(long).title.text, card(long).details) == ("A parent", ())
    unknown = replace(item, quotation=Quotation(text=said(local("Güzeldi.")), role=said("muhtar")))
    assert card(unknown).details == (("Said by", (Run(text="muhtar", language="tr"),)),)


def test_a_survey_tells_how_many_chose_what():
    questions = (Question(text="Nasıldı?", answers=(("İyi", 1200), ("Kötü", 1))), Question(text="Neden?", answers=()))
    item, _ = document("a")
    assert card(replace(item, survey=Survey(responses=1201, questions=questions))).details == (
        ("Answers", (Run(text="1,201"),)),
        (
            "Question 1",
            (Run(text="Nasıldı? ", language="tr"), Run(text="İyi 1,200 · Kötü 1", strong=True, language="tr")),
        ),
    )
