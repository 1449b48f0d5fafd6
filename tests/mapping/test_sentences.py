"""How often words lead to the right pillar, on sentences to develop with and on those that nobody may tune on.

The floors stand a little below what was reached; `benchmarks/lexicon.py` prints the figures of each language.
"""

from itertools import combinations

import pytest

from benchmarks.lexicon import DEVELOPING, SETS, Reader, measure, read_everyday, read_sentences
from portfolio.i18n import fold

LANGUAGES = {"cs", "de", "en", "it", "pl", "ro", "sv", "tr"}


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.mark.parametrize("name", DEVELOPING)
def test_what_was_developed_with_does_not_get_worse(reader, name):
    figures = measure(read_sentences(name), reader)
    assert figures.first >= 0.95 * figures.proving
    assert figures.one_of_two >= 0.97 * figures.proving
    assert figures.silent >= 0.98 * figures.neutral
    assert figures.surely_wrong == 0


def test_nor_does_what_nobody_tunes_on(reader):
    figures = measure(read_sentences("blind"), reader)
    assert figures.first >= 0.85 * figures.proving
    assert figures.one_of_two >= 0.93 * figures.proving
    assert figures.silent >= 0.82 * figures.neutral  # misses the aim of 0.90 (benchmarks/README.md)
    assert figures.surely_wrong <= 0.02 * figures.all


def test_nor_does_a_second_set_of_other_words(reader):
    figures = measure(read_sentences("blind2"), reader)
    assert figures.first >= 0.79 * figures.proving
    assert figures.one_of_two >= 0.88 * figures.proving
    assert figures.silent >= 0.86 * figures.neutral  # misses the aim of 0.90 (benchmarks/README.md)
    assert figures.surely_wrong <= 0.02 * figures.all


def test_every_language_leads_most_often_to_the_right_one(reader):
    for language in LANGUAGES:
        figures = measure([each for each in read_sentences("blind") if each.language == language], reader)
        assert figures.first >= 0.7 * figures.proving, language


def test_school_life_gets_no_suggestion(reader):
    figures = measure(read_everyday(), reader)
    assert figures.silent >= 0.97 * figures.neutral
    assert figures.surely_wrong == 0


def test_the_sets_share_no_sentence():
    sets = {name: {(each.language, fold(each.text)) for each in read_sentences(name)} for name in SETS}
    assert all({language for language, _ in each} == LANGUAGES for each in sets.values())
    sets["everyday"] = {(each.language, fold(each.text)) for each in read_everyday()}
    # Names of sets only: a failure must not show a blind sentence.
    sharing = [(one, other) for one, other in combinations(sets, 2) if sets[one] & sets[other]]
    assert [pair for pair in sharing if pair != ("dev", "everyday")] == []
