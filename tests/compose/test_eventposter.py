"""The event's poster: its day as a figure or a photo, when, where and what, and what is missing."""

from dataclasses import replace
from datetime import date

import pytest
from compose.editions import photo
from compose.pictureposters import edition, event

from portfolio.compose.eventposter import compose_event_poster
from portfolio.model.pictureposter import TextRole


def poster(order, *pieces, language="tr", **school):
    return compose_event_poster(edition(*pieces, language=language, **school), order)


def texts(made):
    return [text.text.text for text in made.texts]


def codes(problems):
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("language", "month", "weekday"),
    [("tr", "Mayıs 2027", "Pazar"), ("en", "May 2027", "Sunday"), ("sv", "maj 2027", "söndag")],
)
def test_without_a_photo_the_day_is_the_figure(language, month, weekday):
    made, problems = poster(event(), language=language)
    assert texts(made)[:6] == ["9", month, weekday, "Açık gün", "14:00", "Salon"]
    number, title = (
        max(text.size for text in made.texts if text.role is role) for role in (TextRole.NUMBER, TextRole.TITLE)
    )
    assert number > 2 * title
    assert problems == ()


def test_a_photo_is_the_figure_and_the_day_stands_above_the_title():
    item, targets = photo("a", "model")
    made, _ = poster(event(photos=[item.id]), (item, targets))
    assert texts(made)[:2] == ["9 Mayıs 2027 Pazar", "Açık gün"]
    assert [each.picture.item for each in made.photos] == [item.id]
    assert made.photos[0].box.width > 0.6 * made.geometry.width


@pytest.mark.parametrize(("said", "marked"), [("", "tr"), ("en", ""), ("sv", "sv")])
def test_words_are_in_the_language_that_the_order_says_else_in_the_school_s_own(said, marked):
    made, _ = poster(replace(event(title="Open day", place="School hall"), language=said), language="en")
    assert {text.text.language for text in made.texts if "Open" in text.text.text} == {marked}


def test_programme_and_code():
    made, _ = poster(event(text="Müzik\n\nSergi", address="https://okul.example/a"))
    assert texts(made)[6:9] == ["Müzik", "Sergi", "okul.example/a"]
    assert made.code.address == "https://okul.example/a"
    assert poster(event())[0].code is None


def test_a_title_is_needed_a_day_is_not():
    assert (poster(event(title=""))[0], codes(poster(event(title=""))[1])) == (None, ["poster.no-title"])
    made, problems = poster(event(on=None))
    assert texts(made)[:2] == ["Açık gün", "14:00"]
    assert problems == ()


def test_a_day_that_is_past_is_a_note():
    made, (problem,) = poster(event(on="2026-05-09"))
    assert made and (problem.code, dict(problem.values)["day"]) == ("poster.past-day", str(date(2026, 5, 9)))


@pytest.mark.parametrize(
    ("keys", "field", "cut"),
    [
        ({"title": "a" * 91}, "title", "1"),
        ({"text": "a" * 412}, "text", "12"),
        ({"place": "a" * 100}, "place", "20"),
        ({"time": "a" * 45}, "time", "5"),
        ({"address": f"https://okul.example/{'a' * 200}"}, "address", "21"),
    ],
)
def test_what_is_too_long_says_how_many_letters_to_cut(keys, field, cut):
    made, (problem,) = poster(event(**keys))
    assert (made, problem.code) == (None, "poster.long-text")
    assert (dict(problem.values)["key"], dict(problem.values)["cut"]) == (field, cut)


def test_a_school_s_name_of_400_letters_and_a_programme_of_seven_lines():
    assert codes(poster(event(), name="a" * 400)[1]) == ["poster.long-text"]
    assert codes(poster(event(text="\n".join("abcdefg")))[1]) == ["poster.many-lines"]
