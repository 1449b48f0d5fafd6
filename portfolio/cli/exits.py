"""Which exit code a run ends with when several apply."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio.errors import ExitCode

# The first that applies wins.
ORDER = (
    ExitCode.INTERRUPTED,
    ExitCode.UNEXPECTED,
    ExitCode.USAGE,
    ExitCode.PROJECT,
    ExitCode.IN_USE,
    ExitCode.DEPENDENCY,
    ExitCode.OUTPUT,
    ExitCode.ARTEFACT,
    ExitCode.DIFFERENCES,
    ExitCode.EVIDENCE,
    ExitCode.GAPS,
)


def first_of(codes: Iterable[ExitCode]) -> ExitCode:
    """The code that tells most; DONE when there is none."""
    found = set(codes)
    return next((code for code in ORDER if code in found), ExitCode.DONE)
