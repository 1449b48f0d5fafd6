from pathlib import Path

import pytest

from portfolio.files.yamlfile import plain, read_yaml
from portfolio.i18n import fold
from portfolio.intake import vocabulary as module
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.evidence import Kind

WORDS = plain(read_yaml(Path(module.__file__).with_name("words.yaml")))


def test_every_language_has_twelve_months() -> None:
    assert len(WORDS["months"]) >= 12
    assert {language: len(months) for language, months in WORDS["months"].items()} == dict.fromkeys(WORDS["months"], 12)


@pytest.mark.parametrize("names", ["caption_sheets", "folder_notes"])
def test_what_speaks_of_files_has_a_name_in_every_language(names: str) -> None:
    assert WORDS[names].keys() >= WORDS["months"].keys()
    assert all(WORDS[names].values())


def test_a_form_of_a_month_means_one_month_in_all_languages() -> None:
    meant: dict[str, set[int]] = {}
    for months in WORDS["months"].values():
        for number, forms in enumerate(months, start=1):
            for form in fold(forms).split():
                meant.setdefault(form, set()).add(number)
    assert len(meant) > 120
    assert {form for form, numbers in meant.items() if len(numbers) > 1} == set()


@pytest.mark.parametrize(("word", "month"), [("mayis", 5), ("mars", 3), ("agustos", 8), ("zari", None)])
def test_months(word: str, month: int | None) -> None:
    assert vocabulary().months.get(word) == month


def test_each_kind_has_words_and_no_word_means_two() -> None:
    assert set(vocabulary().kinds.values()) == set(Kind)
    assert len(vocabulary().kinds) == len({fold(name) for names in WORDS["kinds"].values() for name in names})


def test_no_word_of_a_partner_schools_statement_means_two() -> None:
    meant: dict[str, set[str]] = {}
    for key, names in WORDS["partner_keys"].items():
        for name in names:
            meant.setdefault(fold(name), set()).add(key)
    assert {word: keys for word, keys in meant.items() if len(keys) > 1} == {}
    assert set(vocabulary().partner_keys.values()) == {"school", "on", "by", "for"}
    assert set(vocabulary().audiences.values()) == {"evaluator", "print", "web", "none"}
