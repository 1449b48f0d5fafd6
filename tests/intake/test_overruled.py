"""What is said and does not hold is kept, with who says it: somebody will ask why a caption is another one."""

from portfolio.intake.overruled import overruled_in
from portfolio.intake.statements import Statement
from portfolio.model.dating import Dating
from portfolio.model.decision import Field
from portfolio.model.problem import Place
from portfolio.model.text import Origin, Sourced


def says(field, text, origin, where, language=""):
    file, _, line = where.partition(":")
    place = Place(file=file, line=int(line) if line else None)
    return Statement(field=field, text=text, origin=origin, where=place, language=language)


def told(*statements, properties=(), dating=None):
    found = overruled_in(statements, properties, dating, "tr")
    return [(each.field, each.said.value, each.said.origin, each.said.where) for each in found]


def test_a_weaker_caption_is_kept():
    holds = says(Field.CAPTION, "Açık gün", Origin.DECISION, "decisions.csv:3")
    weaker = says(Field.CAPTION, "Bahçe", Origin.CAPTION_SHEET, "captions.csv:2", "tr")
    assert told(weaker, holds) == [("caption", "Bahçe", Origin.CAPTION_SHEET, "captions.csv:2")]


def test_another_language_and_the_same_words_are_not_against_it():
    holds = says(Field.TITLE, "Açık gün", Origin.CAPTION_SHEET, "captions.csv:2")
    english = says(Field.TITLE, "Open day", Origin.DOCUMENT, "a.pdf", "en")
    same = says(Field.TITLE, "Açık gün", Origin.FILE_NAME, "a.pdf")
    assert told(holds, english, same) == []


def test_dates_that_do_not_hold_also_those_of_the_camera():
    stated = says(Field.DATE, "2026-05-09", Origin.CAPTION_SHEET, "captions.csv:2")
    camera = says(Field.DATE, "2016:01:01 00:00:00", Origin.EMBEDDED, "a.jpg")
    assert told(stated, camera, dating=Sourced(value=Dating, origin=stated.origin, where="captions.csv:2")) == [
        ("date", "2016:01:01 00:00:00", Origin.EMBEDDED, "a.jpg")
    ]
    assert len(told(stated, properties=[camera])) == 2  # neither holds


def test_of_people_nothing_is_repeated():
    line = says(Field.PEOPLE, "Ada Billurköşk", Origin.CAPTION_SHEET, "captions.csv:2")
    other = says(Field.PEOPLE, "yok", Origin.DECISION, "decisions.csv:2")
    assert told(line, other) == []
