"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.model.problem import Problem, Values, values_of

# Every check, in the order in which they are told: those of the computer, then those of a project's folders.
CHECKS = (
    *("python", "pango", "heic", "tesseract", "time-zone"),
    *("letters", "disk", "writing", "synchronised", "network", "locked"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found: `values` fill the sentence of what is well, `problem` says what is not.

    An error is something without which artefacts cannot be made.
    """

    check: str
    values: Values = ()
    problem: Problem | None = None


def well(check: str, **values: object) -> Finding:
    """All is well."""
    return Finding(check=check, values=values_of(values))


def ill(check: str, problem: Problem) -> Finding:
    """Something is not."""
    return Finding(check=check, problem=problem)
