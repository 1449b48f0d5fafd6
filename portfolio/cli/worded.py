"""Click commands whose help speaks the user's language: headings, help texts and examples from the messages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from portfolio.cli.words import Words
from portfolio.files.nearest import nearest

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

CONTEXT_SETTINGS: Mapping[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_HELP_NAME = "show_help"


class WordedCommand(click.Command):
    """A command that takes its help, its example and its headings from `commands.<name>`.

    The name of a command of a command has both: "consent where".
    """

    def __init__(self, name: str, words: Words, callback: Callable[..., object], params: list[click.Parameter]) -> None:
        self.key = f"commands.{name.replace(' ', '-')}"
        super().__init__(
            name.rpartition(" ")[2],
            context_settings={**CONTEXT_SETTINGS, "allow_extra_args": True},
            callback=callback,
            params=params,
            help=words.say(f"{self.key}.help"),
            add_help_option=True,
        )
        self.words = words

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest:
            raise click.UsageError(self.words.say("usage.extra", text=" ".join(rest)), ctx)
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return help_option(self.words)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_usage(self, ctx, formatter, self.words)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx)) is not None]
        with formatter.section(self.words.say("help.options")):
            formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_lines(formatter, self.words.say("help.example"), self.words.say(f"{self.key}.example"))


class WordedGroup(click.Group):
    """The `portfolio` command: its sub-commands are imported only when one of them is called."""

    def __init__(self, words: Words, modules: Mapping[str, str]) -> None:
        super().__init__(
            "portfolio",
            context_settings=dict(CONTEXT_SETTINGS),
            help=words.say("help.about"),
            no_args_is_help=True,
            options_metavar=None,
            subcommand_metavar=words.say("help.subcommand"),
        )
        self.words = words
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.modules:
            return None
        command: click.Command = import_module(self.modules[cmd_name]).make_command(self.words)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.modules:
            meant = nearest(args[0], self.modules)
            hint = f" {self.words.say('usage.perhaps', possible=meant)}" if meant else ""
            raise click.UsageError(self.words.say("usage.command", name=args[0]) + hint, ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        names = [name for name in self.modules if name.startswith(incomplete)]  # none is imported for its name
        return [CompletionItem(name, help=self.short_of(name)) for name in names] or super().shell_complete(
            ctx, incomplete
        )

    def short_of(self, member: str) -> str:
        """What a sub-command does, in a line."""
        return self.words.say(f"commands.{member}.short")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return help_option(self.words)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_usage(self, ctx, formatter, self.words)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_lines(formatter, self.words.say("help.begin"), self.words.say("help.first"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, self.short_of(name)) for name in self.modules]
        with formatter.section(self.words.say("help.commands")):
            formatter.write_dl(rows)
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx)) is not None]
        with formatter.section(self.words.say("help.options")):
            formatter.write_dl(records)


class WordedFamily(WordedGroup):
    """A command that runs alone, and has commands of its own (name → what makes it)."""

    def __init__(
        self,
        name: str,
        words: Words,
        callback: Callable[..., object],
        params: list[click.Parameter],
        members: Mapping[str, Callable[[Words], click.Command]],
    ) -> None:
        def run_alone(**values: object) -> object:
            ctx = click.get_current_context()
            if ctx.invoked_subcommand is None:
                return callback(**values)
            if any(values.values()):
                raise click.UsageError(words.say("usage.behind", name=ctx.invoked_subcommand), ctx)
            return None

        click.Group.__init__(
            self,
            name,
            context_settings=dict(CONTEXT_SETTINGS),
            callback=run_alone,
            params=params,
            invoke_without_command=True,
            help=words.say(f"commands.{name}.help"),
            subcommand_metavar=words.say("help.perhaps-subcommand"),
        )
        self.words = words
        self.modules = dict.fromkeys(members, "")
        self.members = members

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return self.members[cmd_name](self.words) if cmd_name in self.members else None

    def short_of(self, member: str) -> str:
        return self.words.say(f"commands.{self.name}-{member}.short")

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_lines(formatter, self.words.say("help.example"), self.words.say(f"commands.{self.name}.example"))


def help_option(words: Words) -> click.Option:
    """`-h`, `--help`, explained in the user's language."""

    def show(ctx: click.Context, param: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), color=ctx.color)
            ctx.exit()

    return click.Option(
        ["-h", "--help", _HELP_NAME],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=words.say("help.help"),
    )


def write_lines(formatter: click.HelpFormatter, heading: str, text: str) -> None:
    """A section whose lines stay as they are."""
    with formatter.section(heading):
        for line in text.splitlines():
            formatter.write(f"{' ' * formatter.current_indent}{line}\n")


def write_usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, words: Words) -> None:
    """The usage line, with its heading in the user's language."""
    pieces = [words.say("help.rest") if piece == "[OPTIONS]" else piece for piece in command.collect_usage_pieces(ctx)]
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=f"{words.say('help.usage')}: ")
