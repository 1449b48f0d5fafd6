from dataclasses import replace
from datetime import date

from compose.editions import certificate, edition_of, in_both, on, photo, project_record, said

from portfolio.compose.titles import alternative, caption, drafted, title, title_alone
from portfolio.model.clearance import Audience
from portfolio.model.evidence import Portrayal, PortrayalState, Quotation
from portfolio.model.text import Origin, Phrase, Sourced, local

EDITION = edition_of(language="en")


def of_file_name(text: str) -> Sourced:
    return Sourced(value=local(text), origin=Origin.FILE_NAME, where="a.jpg")


def test_a_stated_title_is_shown_in_the_reader_s_language_or_marked():
    item, _ = photo("a", title=said(in_both("Açık kapı günü", "Open day")))
    assert title(item, EDITION) == Phrase(text="Open day")
    item, _ = photo("a", title=said(local("Açık kapı günü")))
    assert title(item, EDITION) == Phrase(text="Açık kapı günü", language="tr")


def test_without_one_it_is_drawn_from_what_is_known():
    assert title(project_record("a")[0], EDITION).text == "Işık Avcıları"
    assert title(certificate("a")[0], EDITION).text == "National Quality Label: Işık Avcıları"
    assert title(photo("a", caption=said(local("Kapıda", "en")))[0], EDITION).text == "Kapıda"
    assert title(photo("a", title=of_file_name("Açık kapı"))[0], EDITION) == Phrase(text="Açık kapı", language="tr")
    assert title(photo("a", dated=on(date(2025, 10, 14)))[0], EDITION).text == "Photo, 14 October 2025"
    assert title(photo("a")[0], EDITION).text == "Photo"


def test_a_certificate_is_named_before_its_file_is():
    item, _ = certificate("a", title=of_file_name("Ayşe sertifika"))
    assert title(item, EDITION).text == "National Quality Label: Işık Avcıları"


def test_a_file_name_that_names_a_person_is_no_title():
    item, _ = photo("a", title=of_file_name("Ayşe Yılmaz sahnede"))
    shown = replace(item, portrayal=Portrayal(state=PortrayalState.RECOGNISABLE, persons=("AYŞE YILMAZ",)))
    assert title(shown, EDITION).text == "Photo"


def test_a_long_caption_lends_its_beginning_and_stays():
    long = (
        "Pupils of three classes show their parents how shadows are measured in the school yard, with sticks and string"
    )
    item, _ = photo("a", caption=said(local(long, "en")))
    assert title(item, EDITION).text == (
        "Pupils of three classes show their parents how shadows are measured in the school yard …"
    )
    assert caption(item, EDITION) == Phrase(text=long)


def test_a_caption_that_serves_as_title_is_not_said_twice():
    item, _ = photo("a", caption=said(local("At the door", "en")))
    assert caption(item, EDITION) is None


def test_alternative_texts_are_stated_or_drafted():
    item, _ = photo("a", alternative=said(local("Two pupils hold a stick", "en")))
    assert alternative(item, EDITION) == Phrase(text="Two pupils hold a stick")
    assert alternative(photo("a", caption=said(local("At the door", "en")))[0], EDITION).text == "Photo: At the door"
    assert alternative(photo("a", dated=on(date(2025, 10, 14)))[0], EDITION).text == "Photo, 14 October 2025"


def test_a_draft_says_date_and_place_where_its_text_does_not():
    item, _ = photo("a", caption=said(local("At the door", "en")), dated=on(date(2025, 10, 14)), place=said("Masalköy"))
    assert drafted(item, EDITION).text == "Photo: At the door (14 October 2025, Masalköy)"
    item, _ = photo("a", caption=said(local("Masalköy, at the door", "en")), place=said("Masalköy"))
    assert drafted(item, EDITION).text == "Photo: Masalköy, at the door"


def test_in_the_school_s_own_edition_a_draft_says_that_it_is_one():
    own = edition_of(language="en", audience=Audience.PRIVATE)
    item, _ = photo("a", caption=said(local("At the door", "en")))
    assert alternative(item, own).text == "Photo: At the door (draft, confirmed by nobody)"
    stated = replace(item, alternative=said(local("Two pupils hold a stick", "en")))
    assert alternative(stated, own).text == "Two pupils hold a stick"


def test_a_draft_in_another_language_is_marked_and_not_mixed():
    item, _ = photo("a", caption=said(local("Kapıda", "tr")))
    assert alternative(item, EDITION) == Phrase(text="Kapıda", language="tr")


def test_words_that_were_said_stand_in_marks_and_are_their_own_title():
    item, _ = photo("a")
    spoken = replace(item, quotation=Quotation(text=said(local("Okul artık bizim evimiz."))))
    assert title(spoken, EDITION) == Phrase(text="“Okul artık bizim evimiz.”", language="tr")
    assert caption(spoken, EDITION) is None
    long = Quotation(text=said(local("Ve " * 40 + "son.", "en")), role=said("parent"))
    assert title(replace(item, quotation=long), EDITION).text == "A parent"
    alone = title_alone(replace(item, quotation=long), EDITION).text
    assert alone.startswith("“Ve Ve Ve")
    assert alone.endswith("Ve …”")
    assert title_alone(spoken, EDITION) == title(spoken, EDITION)
    assert title(replace(item, quotation=replace(long, role=None)), EDITION).text == "Voice"
    assert caption(replace(item, quotation=long), EDITION) == Phrase(text="“" + "Ve " * 40 + "son.”")
