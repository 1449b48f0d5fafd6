"""All that is pasted, from what one audience may see."""

from dataclasses import replace

from compose.editions import edition_of, photo, project, project_record

from portfolio.compose.paste import compose_paste
from portfolio.model.clearance import Audience
from portfolio.model.composed import items_in, pictures_in
from portfolio.model.lockup import Lockup
from portfolio.model.text import Phrase
from portfolio.themes import NO_COVER

LOCKUP = Lockup(statement=Phrase(text="Funded by\nthe European Union"), alternative="Flag", disclaimer="Views …")


def test_it_shows_its_pictures_and_lists_its_projects():
    shown, record = photo("a", "model"), project_record("b", "model")
    paste, problems = compose_paste(edition_of(shown, record, audience=Audience.WEB))
    assert set(items_in(paste)) == {shown[0].id, record[0].id}
    assert [picture.longest for picture in pictures_in(paste)] == [1200, 600, 1200]
    assert paste.card.picture == paste.pictures[0].sizes[0]
    assert [(problem.code, dict(problem.values)) for problem in problems] == [
        ("paste.few-pictures", {"n": "1", "most": "4"})
    ]


def test_four_pictures_need_no_remark():
    pieces = [photo(name, "model") for name in "abcd"]
    assert compose_paste(edition_of(*pieces))[1] == ()


def test_without_a_picture_the_card_has_none_and_without_a_project_there_is_no_list():
    paste, _ = compose_paste(edition_of())
    assert (paste.pictures, paste.card.picture, paste.projects) == ((), None, None)
    assert paste.card.pillars == ("students", "model")


def test_no_picture_stands_on_the_card_where_the_school_wants_none():
    paste, _ = compose_paste(replace(edition_of(photo("a", "model")), cover=NO_COVER))
    assert paste.card.picture is None
    assert len(paste.pictures) == 1


def test_the_words_of_the_card_can_be_read_out():
    edition = replace(edition_of(language="en"), lockup=LOCKUP)
    paste, _ = compose_paste(edition)
    assert paste.card.lockup == replace(LOCKUP, disclaimer="")
    assert [words.text for _, words in paste.card_details] == [
        "Masalköy Işıltı İlkokulu · eTwinning School 2025-2026 · Masalköy, Türkiye · Funded by the European Union"
    ]


def test_one_logo_and_a_draft_says_so():
    school = replace(project().school, logos=("a.png", "b.png"))
    paste, _ = compose_paste(edition_of(of=project(school=school), audience=Audience.PRIVATE, language="en"))
    assert paste.card.logos == ("a.png",)
    assert paste.watermark == "DRAFT – do not distribute"
