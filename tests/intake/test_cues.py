from dataclasses import fields
from pathlib import Path

import pytest

from portfolio.files.yamlfile import plain, read_yaml
from portfolio.intake import cues as module
from portfolio.intake.cues import Cues, cues
from portfolio.intake.lines import bare

WORDS = plain(read_yaml(Path(module.__file__).with_name("cues.yaml")))
LANGUAGES = {"en", "tr", "sv", "de", "fr", "es", "it", "pl", "ro", "el", "pt", "hr"}
# One list for all languages, or what only one of them needs.
EXCEPTIONS = {"known_issuers", "label_words", "name_particles", "expires_behind", "papers", "issued_behind"} | {
    "gains",
    "own_news",
    "work_for_projects",
    "schools_before_names",
    "school_particles",
}


def test_every_list_of_words_is_used_and_has_some_in_every_language() -> None:
    assert WORDS.keys() == {field.name for field in fields(Cues)}
    by_language = {name: words for name, words in WORDS.items() if name not in EXCEPTIONS}
    assert len(by_language) > 20
    assert {name: LANGUAGES ^ words.keys() for name, words in by_language.items()} == {
        name: set() for name in by_language
    }
    assert all(words for lists in by_language.values() for words in lists.values())


def test_a_paper_is_not_called_certificate_and_something_else_by_one_word() -> None:
    names = {bare(word).strip("*") for words in WORDS["titles"].values() for word in words}
    assert len(names) > 20
    assert {name for name in names if cues().other_papers.search(name)} == set()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("ogretmen: elif", True),
        ("ogretmen : elif", True),
        ("ogretmen", True),  # alone: its value stands below
        ("ogretmen / teacher", True),
        ("ogretmen / teacher: elif", True),
        ("ogretmen toplantisi", False),
        ("sinif ogretmen: elif", False),
    ],
)
def test_a_word_of_a_form_begins_its_line(line: str, found: bool) -> None:
    assert bool(cues().holders.field.match(line)) == found
