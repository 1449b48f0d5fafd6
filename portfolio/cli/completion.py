"""`portfolio completion`: the script by which a shell completes commands and options; printed, nothing is installed."""

from __future__ import annotations

import sys

import click

from portfolio.cli.console import Console
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode

# Where each shell looks for it: what a person types once.
_ONCE = {
    "bash": "mkdir -p ~/.local/share/bash-completion/completions && "
    "portfolio completion bash > ~/.local/share/bash-completion/completions/portfolio",
    "zsh": "echo 'eval \"$(portfolio completion zsh)\"' >> ~/.zshrc",
    "fish": "mkdir -p ~/.config/fish/completions && "
    "portfolio completion fish > ~/.config/fish/completions/portfolio.fish",
}
_VARIABLE = "_PORTFOLIO_COMPLETE"  # as click asks for it


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def completion(shell: str, as_json: bool) -> ExitCode:
        console = Console(words, as_json=as_json)
        script = script_for(shell)
        console.quote(script)
        if sys.stdout.isatty() and not as_json:  # beside the script, so that it can be piped
            print(words.say("completion.once", command=_ONCE[shell]), file=sys.stderr)
        console.json("completion", {"shell": shell, "script": script, "once": _ONCE[shell]}, ())
        return ExitCode.DONE

    shell = click.Argument(["shell"], metavar="|".join(_ONCE), type=click.Choice(tuple(_ONCE)))
    json = click.Option(["--json", "as_json"], is_flag=True, help=words.say("options.json"))
    return WordedCommand("completion", words, completion, [shell, json])


def script_for(shell: str) -> str:
    """The script of a shell, as click writes it. Its own check of bash's version is left to bash."""
    from click.shell_completion import get_completion_class

    maker = get_completion_class(shell)
    assert maker is not None
    made = maker(click.Command("portfolio"), {}, "portfolio", _VARIABLE)
    return (made.source_template % made.source_vars()).strip()
