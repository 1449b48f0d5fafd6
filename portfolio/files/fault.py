"""A file that cannot be used, with the reason as a code."""

from __future__ import annotations

from portfolio.model.problem import Place, Problem, Severity, values_of


class FileFault(Exception):  # noqa: N818 - a fault lies in the file; errors are what stops a run
    """A file that cannot be used; `code` and `values` make its sentence, `line` and `column` count from 1."""

    def __init__(self, code: str, *, line: int | None = None, column: int | None = None, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.column = column
        self.values = values_of(values)

    def problem(self, file: str, severity: Severity = Severity.ERROR) -> Problem:
        """The fault as a Problem of a file as people are shown it."""
        where = Place(file=file, line=self.line, column=self.column)
        return Problem(code=self.code, severity=severity, where=where, values=self.values)
