"""`portfolio clean`: take away what the program keeps of a project for itself and can make again."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio.cli.options import Call, find_project, folder_options, hold_project
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode, OutputError
from portfolio.files.filesize import told_size
from portfolio.model.problem import Place, error

if TYPE_CHECKING:
    from portfolio.build.cleaning import Cleanable


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def clean(folder: Path | None, as_json: bool, everything: bool, yes: bool) -> ExitCode:
        from portfolio.build.cleaning import find_cleanable, remove

        call = find_project(words, folder=folder, on=None, as_json=as_json)
        console = call.console
        with hold_project(call) if call.cache.is_dir() else nullcontext():
            found = find_cleanable(call.cache, everything=everything)
            _foretell(call, found, everything)
            removed = bool(found.paths) and (yes or _agreed(call))
            if removed:
                try:
                    remove(found)
                except OSError as fault:
                    problem = error("output.unwritable", Place(file=str(call.cache)), why=fault.strerror or fault)
                    raise OutputError(problem) from fault
                console.say("clean.removed", size=told_size(found.size))
            elif found.paths:
                console.say("clean.kept")
        console.json(
            "clean",
            {
                "cache": str(call.cache),
                "files": found.files,
                "bytes": found.size,
                "all": everything,
                "removed": removed,
            },
            (),
        )
        return ExitCode.DONE

    options = [
        click.Option(["--all", "everything"], is_flag=True, help=words.say("options.clean_all")),
        click.Option(["--yes"], is_flag=True, help=words.say("options.clean_yes")),
    ]
    return WordedCommand("clean", words, clean, [*options, *folder_options(words)])


def _foretell(call: Call, found: Cleanable, everything: bool) -> None:
    """Say what would go, and what that costs."""
    console = call.console
    if not found.paths:
        console.say("clean.nothing", folder=call.cache)
        return
    console.say("clean.found", n=found.files, size=told_size(found.size), folder=call.cache)
    console.say("clean.cost")
    console.say("clean.cost_all" if everything else "clean.kept_memory")


def _agreed(call: Call) -> bool:
    """Whether a person says yes; nobody is asked where nobody can answer."""
    if call.console.as_json or not sys.stdin.isatty():
        return False
    return click.confirm(call.console.words.say("clean.ask"), default=False)
