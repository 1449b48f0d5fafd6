"""The columns of the lists about people, by what schools call them (`words.yaml` beside this module)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from portfolio.errors import ProjectError
from portfolio.files.nearest import nearest
from portfolio.files.table import Table
from portfolio.files.yamlfile import plain, read_yaml
from portfolio.i18n import fold
from portfolio.model.problem import Place, Problem, error, warning

_BETWEEN_WORDS = re.compile(r"[\s_-]+")

Words = Mapping[str, str]  # bare, in any language → ours


def read_columns(table: Table, file: str, part: str, needed: Collection[str]) -> tuple[list[str], tuple[Problem, ...]]:
    """Our name of each column of a file ("" for what is not read), and warnings; `part` of the words names them.

    Raises ProjectError with all that is wrong: `consent.missing-column`, `consent.misspelt-column`,
    `consent.column-twice`.
    """
    where = Place(file=file, line=table.header_line)
    names = words(part)
    columns = [names.get(bare(heading), "") for heading in table.header]
    faults = [
        error("consent.column-twice", where, column=name)
        for name in dict.fromkeys(columns)
        if name and columns.count(name) > 1
    ]
    missing = [name for name in needed if name not in columns]
    unread: list[Problem] = []
    for heading in (heading for heading, name in zip(table.header, columns, strict=True) if heading and not name):
        meant = names.get(nearest(bare(heading), names), "")
        if meant and meant not in columns:
            faults.append(error("consent.misspelt-column", where, column=heading, nearest=meant))
            missing = [name for name in missing if name != meant]
        else:
            unread.append(warning("consent.column", where, column=heading))
    faults += [error("consent.missing-column", where, column=name) for name in missing]
    if faults:
        raise ProjectError(*faults)
    return columns, tuple(unread)


@cache
def words(part: str) -> Words:
    """The headings or scopes of a part of the words, bare, with what each means."""
    meanings = plain(read_yaml(Path(__file__).with_name("words.yaml")))
    assert isinstance(meanings, dict)
    named = meanings[part]
    assert isinstance(named, dict)
    return {bare(str(name)): meaning for meaning, names in named.items() for name in (meaning, *names)}


def bare(text: str) -> str:
    """A word as it is compared: case, diacritics, blanks, hyphens and underscores do not matter."""
    return _BETWEEN_WORDS.sub(" ", fold(text)).strip()
