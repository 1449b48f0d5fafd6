"""What stops a run, and with which exit code.

PortfolioError
├── ProjectError           3  carries Problems: project files invalid, folders overlapping
├── MissingDependencyError 6  a system library is not there
├── OutputError            7  the output folder cannot be written
└── InUseError             9  another run is at work on this project
"""

from __future__ import annotations

from enum import IntEnum

from portfolio.model.problem import Problem


class ExitCode(IntEnum):
    """The stable interface to scripts; never renumbered."""

    DONE = 0
    UNEXPECTED = 1
    USAGE = 2
    PROJECT = 3
    EVIDENCE = 4
    ARTEFACT = 5
    DEPENDENCY = 6
    OUTPUT = 7
    GAPS = 8
    IN_USE = 9
    DIFFERENCES = 10
    INTERRUPTED = 130


class PortfolioError(Exception):
    """Something that stops a run; `problems` say what, where and what to do."""

    exit_code = ExitCode.UNEXPECTED

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


class ProjectError(PortfolioError):
    """The project's own files cannot be used; all that is wrong with them at once."""

    exit_code = ExitCode.PROJECT


class MissingDependencyError(PortfolioError):
    """A system library or program is missing."""

    exit_code = ExitCode.DEPENDENCY


class OutputError(PortfolioError):
    """The output folder cannot be written."""

    exit_code = ExitCode.OUTPUT


class InUseError(PortfolioError):
    """Another run is at work on this project."""

    exit_code = ExitCode.IN_USE
