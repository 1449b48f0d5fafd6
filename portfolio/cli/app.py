"""The `portfolio` command: chooses the language, runs a sub-command, turns whatever stops it into words and a code."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

import click

from portfolio import __version__
from portfolio.cli.console import Console
from portfolio.cli.interruption import interruptible
from portfolio.cli.worded import WordedCommand, WordedGroup
from portfolio.cli.words import Words, read_words
from portfolio.errors import ExitCode, PortfolioError

COMMANDS: Mapping[str, str] = {
    "init": "portfolio.cli.init",
    "collect": "portfolio.cli.collect",
    "map": "portfolio.cli.map",
    "explain": "portfolio.cli.explain",
    "why-not": "portfolio.cli.whynot",
    "check": "portfolio.cli.check",
    "describe": "portfolio.cli.describe",
    "review": "portfolio.cli.review",
    "narrative": "portfolio.cli.narrative",
    "build": "portfolio.cli.build",
    "poster": "portfolio.cli.poster",
    "letters": "portfolio.cli.letters",
    "verify": "portfolio.cli.verify",
    "export": "portfolio.cli.export",
    "diff": "portfolio.cli.diff",
    "consent": "portfolio.cli.consent",
    "handed-over": "portfolio.cli.handedover",
    "watch": "portfolio.cli.watch",
    "doctor": "portfolio.cli.doctor",
    "practice": "portfolio.cli.practice",
    "clean": "portfolio.cli.clean",
    "completion": "portfolio.cli.completion",
}


def find_language(environment: Mapping[str, str]) -> str:
    """The language to speak: PORTFOLIO_LANG, else the locale's variables, else Windows's own setting."""
    for name in ("PORTFOLIO_LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        if environment.get(name) and environment[name] not in ("C", "POSIX", "C.UTF-8"):
            return environment[name]
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "en")
    return "en"


def make_group(words: Words) -> click.Group:
    """The command with its sub-commands, speaking the given words."""
    group = WordedGroup(words, COMMANDS)

    def show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(f"portfolio {__version__}")
            ctx.exit()

    group.params.append(
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=show_version,
            help=words.say("help.version"),
        )
    )
    return group


def run(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> ExitCode:
    """Run the command line and return its exit code; nothing but a bug leaves it as an exception's text."""
    _speak_utf8()
    words = read_words(find_language(os.environ if environment is None else environment))
    console = Console(words, as_json="--json" in arguments)
    try:
        with interruptible():
            outcome = make_group(words).main(args=list(arguments), prog_name="portfolio", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as no_arguments:
        print(no_arguments.ctx.get_help() if no_arguments.ctx else "")
        return ExitCode.USAGE
    except click.UsageError as fault:
        return _refuse(fault, words, _command(arguments))
    except (click.exceptions.Abort, KeyboardInterrupt):
        print(words.say("run.interrupted"), file=sys.stderr)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        return ExitCode.DONE
    except PortfolioError as stop:
        console.json(_command(arguments), {"exit_code": int(stop.exit_code)}, stop.problems)
        console.problems(stop.problems)
        return stop.exit_code
    except Exception as bug:  # the last resort: a person gets a sentence, the details go into a file
        return confess(bug, words)
    return outcome if isinstance(outcome, ExitCode) else ExitCode(outcome or 0)


def _command(arguments: Sequence[str]) -> str:
    return next((argument for argument in arguments if argument in COMMANDS), "portfolio")


def _speak_utf8() -> None:
    """Say every letter: a console may be set to a code page without Turkish, the name of a file may be no UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _refuse(fault: click.UsageError, words: Words, command: str) -> ExitCode:
    """Say what is wrong with how `command` was called, and where help is."""
    match fault:
        case click.NoSuchOption():
            possible = ", ".join(fault.possibilities or [])
            text = words.say("usage.option", option=fault.option_name)
            hint = words.say("usage.perhaps", possible=possible) if possible else ""
        case click.BadOptionUsage():
            text, hint = words.say("usage.argument", option=fault.option_name), ""
        case click.MissingParameter():
            text, hint = words.say("usage.missing", name=_name(fault)), _example(fault, words)
        case click.BadParameter(param=click.Option(type=click.Choice(choices=choices))):
            text, hint = words.say("usage.choice", name=_name(fault), choices=", ".join(choices)), ""
        case click.BadParameter():
            text, hint = words.say("usage.value", name=_name(fault), message=fault.message), ""
        case _:  # our own, already in words
            text, hint = fault.format_message(), ""
    alone = "portfolio" if command == "portfolio" else f"portfolio {command}"  # the parser knows of no context
    name = fault.ctx.command_path if fault.ctx else alone
    print(" ".join(part for part in (text, hint) if part), file=sys.stderr)
    print(words.say("usage.help", command=name), file=sys.stderr)
    return ExitCode.USAGE


def _example(fault: click.UsageError, words: Words) -> str:
    """A right call of the command, from its help."""
    command = fault.ctx.command if fault.ctx else None
    if not isinstance(command, WordedCommand):
        return ""
    return words.say("usage.for-example", example=words.say(f"{command.key}.example").splitlines()[0])


def _name(fault: click.BadParameter) -> str:
    """What a person types for the parameter at fault: the option, or what help calls the argument."""
    if isinstance(fault.param, click.Argument) and fault.ctx:
        return fault.param.make_metavar(fault.ctx)
    return fault.param.opts[0] if fault.param else str(fault.param_hint or "")


def confess(bug: Exception, words: Words) -> ExitCode:
    """Say that the program has a fault, with the file that holds the details."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="portfolio-", suffix=".log", delete=False, encoding="utf-8", errors="replace"
    ) as log:
        log.write("".join(traceback.format_exception(bug)))
    print(words.say("run.bug", kind=type(bug).__name__, file=log.name), file=sys.stderr)
    return ExitCode.UNEXPECTED
