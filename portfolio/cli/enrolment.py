"""`portfolio consent --import`: what a class list changes is shown, class by class and never by name, then written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.cli.options import Invocation
from portfolio.errors import ExitCode
from portfolio.model.problem import Place, warning

if TYPE_CHECKING:
    from portfolio.consent.enrolment import Enrolment


def take_over(here: Invocation, source: Path, form: str, *, preview: bool) -> ExitCode:
    """Show what a class list changes in the list of pupils, and write it unless it is only a preview.

    `form` is the class of a list that says none. Raises ProjectError, OutputError.
    """
    from portfolio.consent.classlist import read_classlist
    from portfolio.consent.enrolment import LIST, compare, enrol

    project, console = here.project, here.console
    enrolment = compare(project.root, read_classlist(source, project.language, form), project.language)
    _show(enrolment, here)
    if not preview:
        enrol(project.root, enrolment, project.language)
    console.line()
    console.say("enrolment.preview" if preview else "enrolment.done", n=len(enrolment.new), file=LIST)
    console.say("enrolment.next-preview" if preview else "enrolment.next")
    inside = source.resolve().is_relative_to(project.evidence)
    problems = (warning("classlist.in-evidence", Place(file=source.name)),) if inside else ()
    console.problems(problems)
    console.json(
        "consent",
        {
            "list": LIST,
            "written": not preview,
            "classes": [
                {
                    "class": change.form,
                    "new": change.new,
                    "known": change.known,
                    "absent": change.absent,
                    "elsewhere": change.elsewhere,
                }
                for change in enrolment.changes
            ],
        },
        problems,
    )
    return here.exit_code(problems)


def _show(enrolment: Enrolment, here: Invocation) -> None:
    console, say = here.console, here.console.words.say
    console.table(
        (say("enrolment.class"), say("enrolment.new"), say("enrolment.known")),
        [(change.form, str(change.new), str(change.known)) for change in enrolment.changes],
    )
    for change in enrolment.changes:
        if change.absent:
            console.say("enrolment.absent", n=change.absent, form=change.form)
        if change.elsewhere:
            console.say("enrolment.elsewhere", n=change.elsewhere, form=change.form)
