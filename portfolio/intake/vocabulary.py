"""The words by which file names and texts are understood, from `words.yaml` beside this module, folded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from portfolio.files.yamlfile import plain, read_yaml
from portfolio.i18n import fold
from portfolio.model.clearance import FULL_NAME
from portfolio.model.evidence import Kind
from portfolio.resources import PACKAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Folded words → what they mean."""

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    beside_dates: frozenset[str]
    before_times: frozenset[str]
    counted: frozenset[str]
    caption_sheets: frozenset[str]
    folder_notes: frozenset[str]
    nearly_notes: frozenset[str]
    people_words: frozenset[str]
    copy_marks: frozenset[str]
    all_files: frozenset[str]
    name_fillers: frozenset[str]
    machine_titles: frozenset[str]
    machine_beginnings: tuple[str, ...]
    kinds: Mapping[str, Kind]
    partner_keys: Mapping[str, str]
    audiences: Mapping[str, str]
    group_words: frozenset[str]
    ended: tuple[str, ...]
    project_pages: tuple[str, ...]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that comes with the program."""
    words = plain(read_yaml(Path(__file__).with_name("words.yaml")))
    assert isinstance(words, dict)
    consent = plain(read_yaml(PACKAGE / "consent" / "words.yaml"))  # one list of audiences is enough
    assert isinstance(consent, dict)
    scopes = consent["scopes"]
    assert isinstance(scopes, dict)
    kinds = words["kinds"]
    assert isinstance(kinds, dict)
    return Vocabulary(
        months=_months(words["months"]),
        short_months=_months(words["short_months"]),
        beside_dates=_in_any_language(words["beside_dates"]),
        before_times=_in_any_language(words["before_times"]),
        counted=_in_any_language(words["counted"]),
        caption_sheets=_in_any_language(words["caption_sheets"]),
        folder_notes=_in_any_language(words["folder_notes"]),
        nearly_notes=_in_any_language(words["nearly_notes"]),
        people_words=_in_any_language(words["people_words"]),
        copy_marks=_in_any_language(words["copy_marks"]),
        all_files=_in_any_language(words["all_files"]),
        name_fillers=_folded(words["name_fillers"]),
        machine_titles=_folded(words["machine_titles"]),
        machine_beginnings=tuple(sorted(_folded(words["machine_beginnings"]))),
        kinds={name: Kind(kind) for kind, names in kinds.items() for name in _folded(names)},
        partner_keys=_meanings(words["partner_keys"]),
        audiences=_meanings({key: names for key, names in scopes.items() if key != FULL_NAME}),
        group_words=_in_any_language(consent["group-words"]),
        ended=tuple(sorted(_folded(words["ended"]))),
        project_pages=_listed(words["project_pages"]),
    )


def _listed(texts: object) -> tuple[str, ...]:
    assert isinstance(texts, list)
    return tuple(map(str, texts))


def _months(names: object) -> Mapping[str, int]:
    """Folded names → the number of the month."""
    assert isinstance(names, dict)
    return {
        form: number
        for months in names.values()
        for number, forms in enumerate(months, start=1)
        for form in fold(str(forms)).split()
    }


def _in_any_language(names: object) -> frozenset[str]:
    assert isinstance(names, dict)
    return frozenset().union(*map(_folded, names.values()))


def _meanings(names: object) -> Mapping[str, str]:
    """Folded words → the key that they stand under."""
    assert isinstance(names, dict)
    return {word: str(key) for key, each in names.items() for word in _folded(each)}


def _folded(names: object) -> frozenset[str]:
    assert isinstance(names, list)
    return frozenset(fold(str(name)) for name in names)
