"""Sentences by code; a value in braces is not filled again; a missing language is English."""

import pytest

from portfolio.cli.words import fill, read_words, school_words
from portfolio.model.problem import error


def test_a_problem_says_what_is_wrong_and_what_to_do():
    words = read_words("tr_TR.UTF-8")
    assert words.language == "tr"
    problem = error("output.unwritable", why="disk dolu")
    assert words.what(problem) == "yazılamıyor (disk dolu)."
    assert words.remedy(problem).startswith("Dosyayı açık tutan")


@pytest.mark.parametrize("language", ["de_DE", "", "C", "xx"])
def test_other_languages_are_english(language):
    assert read_words(language).language == "en"


@pytest.mark.parametrize(("language", "spoken"), [("sv", "sv"), ("tr", "tr"), ("fi", "en")])
def test_what_is_written_for_a_school_is_in_its_language_where_the_program_speaks_it(language, spoken):
    assert school_words(language, read_words("en")).language == spoken


@pytest.mark.parametrize("language", ["sv", "sv_SE.UTF-8", "sv-FI"])
def test_swedish_is_spoken(language):
    words = read_words(language)
    assert words.language == "sv"
    assert words.say("collect.done", n=1, pieces=1).startswith("1 fil, 1 underlag.")


def test_values_are_filled_once():
    assert fill("{a} and {b}", {"a": "{b}", "b": "x"}) == "{b} and x"
    assert fill("{unknown}", {}) == "{unknown}"
