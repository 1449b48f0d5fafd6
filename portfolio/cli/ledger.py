"""The ledger as the school reads it: every file of the evidence folder with its fate, in output/private/ledger.csv."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.cli.map import title_of
from portfolio.cli.words import Words, school_words
from portfolio.files.csvfile import write_csv
from portfolio.model.catalogue import FileState, LedgerRow
from portfolio.model.problem import Problem

if TYPE_CHECKING:
    from portfolio.build.survey import Survey

LEDGER = "private/ledger.csv"  # below the output folder
COLUMNS = ("file", "state", "reason", "id", "proves", "withheld", "bytes")


def write_ledger(survey: Survey, words: Words) -> tuple[Path, tuple[Problem, ...]]:
    """Write the ledger for the school alone; where it is, and a Problem when it stands beside an edited one.

    It is the school's, so it is in its language where the program speaks it, whoever runs the command. Raises
    OutputError, OSError.
    """
    from portfolio.build.place import put_down

    language = survey.project.language
    words = school_words(language, words)
    header = [words.say(f"ledger.{column}") for column in COLUMNS]
    rows = [_cells(row, words, survey) for row in survey.ledger]
    return put_down(LEDGER, survey.project, lambda path: write_csv(path, header, rows, language))


def count_states(rows: Sequence[LedgerRow]) -> dict[FileState, int]:
    """How many files are in each state; states without files are left out."""
    counted = Counter(row.state for row in rows)
    return {state: counted[state] for state in FileState if counted[state]}


def ledger_json(rows: Sequence[LedgerRow], words: Words) -> list[dict[str, Any]]:
    """The ledger for programs."""
    return [
        {
            "file": row.file,
            "state": str(row.state),
            "why": words.why(row.reason),
            "pieces": list(row.items),
            "proves": list(row.targets),
            "withheld": list(row.withheld),
            "bytes": row.size,
        }
        for row in rows
    ]


def _cells(row: LedgerRow, words: Words, survey: Survey) -> list[str]:
    withheld = ", ".join(words.say(f"audiences.{audience}") for audience in row.withheld)
    return [
        row.file,
        words.say(f"states.{row.state}"),
        words.why(row.reason),
        " ".join(row.items),
        ", ".join(title_of(target, survey.framework, survey.project.language) for target in row.targets),
        withheld,
        str(row.size),
    ]
