"""`portfolio diff OLD`: what is new, gone and changed since an earlier bag, copy or manifest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio.cli.export import audience_option
from portfolio.cli.options import open_project, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode
from portfolio.model.clearance import Audience

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portfolio.build.bag import Numbered
    from portfolio.build.difference import Change, Earlier, Moved
    from portfolio.cli.console import Console
    from portfolio.cli.options import Invocation


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def diff(
        folder: Path | None, on: str | None, strict: bool, as_json: bool, old: Path, audience: str | None
    ) -> ExitCode:
        from portfolio.build.difference import compare, read_earlier

        earlier = read_earlier(old, Audience(audience) if audience else None)
        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            changes = compare(earlier, here.project.output)
            moved = _exhibits(earlier, here)
            here.console.rest()
            _tell(changes, moved, here.console)
            here.console.json("diff", {"audiences": _changes_json(changes), "exhibits": _moved_json(moved)}, ())
            differs = any(each.new or each.gone or each.changed for each in changes)
            return ExitCode.DIFFERENCES if differs else ExitCode.DONE

    options: list[click.Parameter] = [
        click.Argument(["old"], metavar=words.say("options.old"), type=click.Path(path_type=Path)),
        audience_option(words),
    ]
    return WordedCommand("diff", words, diff, [*options, *project_options(words)])


def _exhibits(earlier: Earlier, here: Invocation) -> Moved | None:
    """What became of the exhibits that a bag told; None where nothing tells what they were."""
    if earlier.exhibits is None:
        return None
    from portfolio.build.difference import compare_exhibits
    from portfolio.build.export import exhibits_of
    from portfolio.build.forget import forget_contents_of_ended
    from portfolio.build.survey import take_survey
    from portfolio.themes import load_theme

    survey = take_survey(here.project, today=here.today, report=here.console.report)
    theme = load_theme(here.project.theme, here.project.root)
    now = exhibits_of(survey, theme, next(iter(earlier.sums)))
    forget_contents_of_ended(survey)
    return compare_exhibits(earlier.exhibits, now)


def _tell(changes: Sequence[Change], moved: Moved | None, console: Console) -> None:
    words = console.words
    rows = [
        (words.say(f"diff.{what}"), f"{change.audience}/{name}")
        for change in changes
        for what in ("new", "gone", "changed")
        for name in getattr(change, what)
    ]
    if rows:
        console.table([words.say("diff.what"), words.say("diff.file")], rows)
        console.line()
    exhibits = _exhibit_rows(moved, words) if moved else []
    if exhibits:
        headings = [words.say("diff.what"), words.say("diff.number"), words.say("diff.exhibit")]
        console.table(headings, exhibits)
        console.line()
    elif moved is None:
        console.say("diff.no-exhibits")
    if rows:
        console.say("diff.done", n=len(rows), same=sum(change.same for change in changes))
    else:
        console.say("diff.same", n=sum(change.same for change in changes))


def _exhibit_rows(moved: Moved, words: Words) -> list[tuple[str, str, str]]:
    return [
        *((words.say("diff.new"), each.number, each.title) for each in moved.new),
        *((words.say("diff.gone"), each.number, each.title) for each in moved.gone),
        *((words.say("diff.renumbered"), f"{old} → {each.number}", each.title) for old, each in moved.renumbered),
    ]


def _changes_json(changes: Sequence[Change]) -> list[dict[str, object]]:
    return [
        {
            "audience": str(each.audience),
            "new": list(each.new),
            "gone": list(each.gone),
            "changed": list(each.changed),
            "same": each.same,
        }
        for each in changes
    ]


def _moved_json(moved: Moved | None) -> dict[str, object] | None:
    if moved is None:
        return None

    def told(several: Sequence[Numbered]) -> list[dict[str, str]]:
        return [{"number": each.number, "title": each.title, "item": each.item} for each in several]

    return {
        "new": told(moved.new),
        "gone": told(moved.gone),
        "renumbered": [
            {"was": was, "number": each.number, "title": each.title, "item": each.item}
            for was, each in moved.renumbered
        ],
    }
