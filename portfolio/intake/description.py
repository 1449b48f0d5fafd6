"""A file that describes others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from portfolio.intake.statements import Statement
from portfolio.model.decision import Field
from portfolio.model.problem import Problem

# What only the coordinator decides is no description.
DESCRIBED = frozenset(Field) - {Field.EXCLUDE, Field.HERO}


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A file that describes others: what it says of each, by name, and what is wrong in it.

    `whole`: it does nothing else. A workbook whose other sheets say something (a list of projects) is evidence too,
    and so is a text that is a report. `sheets` are the sheets of a workbook that only describe.
    """

    file: str
    said: Mapping[str, tuple[Statement, ...]]
    problems: tuple[Problem, ...]
    whole: bool = True
    sheets: frozenset[str] = frozenset()
