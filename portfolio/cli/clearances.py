"""Who may see what, as the school reads it: a yes or no for every piece and audience, in private/clearance.csv."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.cli.words import Words, school_words
from portfolio.files.csvfile import write_csv
from portfolio.model.problem import Problem

if TYPE_CHECKING:
    from portfolio.build.survey import Survey

CLEARANCES = "private/clearance.csv"  # below the output folder
COLUMNS = ("id", "audience", "cleared", "why")


def write_clearances(survey: Survey, words: Words) -> tuple[Path, tuple[Problem, ...]]:
    """Write what every audience may see, by ids and reasons alone: no name and no file's name stands in it.

    Returns where it is, and a Problem when it stands beside an edited one. Raises OutputError, OSError.
    """
    from portfolio.build.place import put_down

    language = survey.project.language
    words = school_words(language, words)
    header = [words.say(f"clearances.{column}") for column in COLUMNS]
    rows = [
        [
            each.item,
            words.say(f"audiences.{each.audience}"),
            words.say("clearances.yes" if each.allowed else "clearances.no"),
            words.why(each.why),
        ]
        for each in survey.clearances
    ]
    return put_down(CLEARANCES, survey.project, lambda path: write_csv(path, header, rows, language))
