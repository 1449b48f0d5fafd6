"""What `portfolio consent --papers` shows: where the papers to print are, and what to do with them."""

from __future__ import annotations

from portfolio.cli.options import Invocation
from portfolio.errors import ExitCode
from portfolio.model.problem import Severity


def print_papers(here: Invocation) -> ExitCode:
    """Make the papers and say where they are. Raises what `make_papers` does."""
    from portfolio.build.papers import FOLDER, make_papers

    files, found = make_papers(here.project)
    problems = (*here.problems, *found)
    for file in files:
        here.console.quote(str(file.relative_to(here.project.output)))
    here.console.line()
    here.console.problems(problems)
    here.console.say("papers.next", folder=here.project.output / FOLDER)
    here.console.json("consent", {"papers": [str(file) for file in files]}, problems)
    broken = any(problem.severity is Severity.ERROR for problem in found)
    return here.exit_code(problems, *([ExitCode.ARTEFACT] if broken else []))
