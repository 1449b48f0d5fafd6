"""The words of posters and plaques: in many more languages than documents have, so kept apart from documents' words.

`sheets/<language>.yaml` of a theme has them; a language of documents has them among its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from portfolio.i18n import Locale, missing_words, read_locale
from portfolio.theme import SHEET_WORDS, Theme

_CHECKED = "checked"  # "false" while no speaker of the language has read its words
_MODEL = "de"  # every shipped file has the same keys: this one tells them
# For languages whose names the framework pack has not, and for those in which a month behind a day is another word.
_PERHAPS = ("countries.", "dates.months_alone.", _CHECKED)


def sheet_word_folders(theme: Theme, pack: Sequence[Path]) -> list[Path]:
    """Where a sheet's words are: a school's own theme speaks first, then the framework pack, then the base theme."""
    *own, _ = theme.folders
    ours = [folder for folder in theme.sheet_folders if folder.parent in own]
    return [*ours, *pack, *theme.sheet_folders[len(ours) :]]


def missing_sheet_words(language: str, folders: Sequence[Path]) -> tuple[str, ...]:
    """The keys of sheets' words that a language has not, sorted. Raises what `read_yaml` raises."""
    shipped = next(folder for folder in reversed(folders) if folder.name == SHEET_WORDS)
    model = read_locale(_MODEL, [shipped]).words
    return missing_words(language, folders, {key for key in model if not key.startswith(_PERHAPS)})


def is_unchecked(locale: Locale) -> bool:
    """Whether the words of a language are ours, and no speaker of it has said that they are right."""
    return locale.words.get(_CHECKED) == "false"
