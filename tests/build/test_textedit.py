"""A text is set between its headings, and its neighbours stay as they are."""

import pytest

from portfolio.build.textedit import body_of, with_body
from portfolio.errors import ProjectError
from portfolio.narratives import texts_in

SOURCE = """\
<!-- a hint -->
We open **our doors**.

## plan

- one

## Open days
Neighbours come.
"""
WORDS = {"model": {"plan": "plan", "open days": "open-days"}}


def put(key, body, source=SOURCE, newline="\n"):
    return with_body(source, key, body, WORDS, file="narrative/model.en.md", newline=newline)


def test_a_text_is_shown_with_its_comments_and_only_it_is_replaced():
    assert body_of(SOURCE, "model", WORDS) == "<!-- a hint -->\nWe open **our doors**."
    assert body_of(SOURCE, "model/open-days", WORDS) == "Neighbours come."
    assert put("model/plan", "- one\r\n- two") == SOURCE.replace("- one\n", "- one\n- two\n")
    assert put("model/open-days", "They come.") == SOURCE.replace("Neighbours come.\n", "\nThey come.\n")
    for key in ("model", "model/plan", "model/open-days"):
        assert texts_in(put(key, body_of(SOURCE, key, WORDS)), "model", WORDS) == texts_in(SOURCE, "model", WORDS)


def test_line_ends_stay_those_of_the_file():
    source = SOURCE.replace("\n", "\r\n")
    assert put("model/plan", "- two\n- three", source, "\r\n") == source.replace("- one", "- two\r\n- three")


def test_what_word_puts_between_lines_is_a_letter_and_stays():
    source = SOURCE.replace("- one", "- one\u2028and two")
    assert body_of(source, "model/plan", WORDS) == "- one\u2028and two"
    assert put("model/open-days", "They come.", source) == source.replace("Neighbours come.\n", "\nThey come.\n")


def test_what_is_not_there_yet_begins_at_the_end_or_in_a_new_file():
    assert put("model/plan", "- one", "", "\n") == "## plan\n\n- one\n"
    assert put("model", "Hello", "", "\n") == "Hello\n"
    assert put("model/plan", "x", "Hello").startswith("Hello\n\n## plan\n\nx")


def test_a_text_is_taken_away_and_its_heading_stays():
    assert body_of(put("model/plan", "  "), "model/plan", WORDS) == ""
    assert "## plan" in put("model/plan", "")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Text\n## open-days\nmore", "narrative.begins-other"),
        ("```\nnever closed", "narrative.swallows"),
        ("<!-- never closed", ""),
    ],
)
def test_a_text_that_would_change_its_neighbours_is_refused(body, code):
    if not code:
        assert texts_in(put("model", body), "model", WORDS)["model/plan"] == "- one"
        return
    with pytest.raises(ProjectError) as stop:
        put("model", body)
    assert [each.code for each in stop.value.problems] == [code]
