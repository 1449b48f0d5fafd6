"""`portfolio map --set …`: what people decide about the places of pieces, written into decisions.csv."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from portfolio.cli.options import Invocation
from portfolio.cli.words import Words, read_words
from portfolio.errors import ExitCode, ProjectError
from portfolio.model.problem import Place, error

if TYPE_CHECKING:
    from portfolio.build.placing import Done, Order
    from portfolio.build.survey import Survey
    from portfolio.model.decision import Decision

_MOST = 10  # pieces of a folder that are shown


def decide_options(words: Words) -> list[click.Parameter]:
    """`--set`, `--unset`, `--confirm`, `--exclude`, `--include`, and `--because`, `--by`, `--preview` for them."""
    piece, pillar = words.say("options.piece"), words.say("options.pillar")
    several = [
        click.Option([f"--{act}", act], multiple=True, metavar=piece, help=words.say(f"options.{act}"))
        for act in ("unset", "confirm", "exclude", "include")
    ]
    return [
        click.Option(
            ["--set", "set"],
            type=(str, str),
            multiple=True,
            metavar=f"{piece} {pillar}",
            help=words.say("options.set"),
        ),
        *several,
        click.Option(["--because"], metavar=words.say("options.text"), help=words.say("options.because")),
        click.Option(["--by"], metavar=words.say("options.name"), help=words.say("options.decided-by")),
        click.Option(["--preview"], is_flag=True, help=words.say("options.preview")),
    ]


def orders_of(asked: Mapping[str, Any], words: Words) -> tuple[Order, ...]:
    """The orders of a command line, several targets of a piece together.

    Raises click.UsageError for an exclusion without a reason, and for what belongs to an order and stands alone.
    """
    from portfolio.build.placing import Act, Order

    targets: dict[str, list[str]] = {}
    for piece, name in asked["set"]:
        targets.setdefault(piece, []).append(name)
    orders = tuple(
        order
        for act in Act
        for order in (
            [Order(act=act, piece=piece, names=tuple(names)) for piece, names in targets.items()]
            if act is Act.SET
            else [Order(act=act, piece=piece) for piece in dict.fromkeys(asked[act])]
        )
    )
    if asked["exclude"] and not (asked["because"] or "").strip():
        raise click.UsageError(words.say("decide.why"), click.get_current_context())
    if not orders and (asked["because"] or asked["by"] or asked["preview"]):
        raise click.UsageError(words.say("decide.alone"), click.get_current_context())
    return orders


def carry_out(
    orders: Sequence[Order],
    survey: Survey,
    here: Invocation,
    *,
    origins: bool,
    because: str | None,
    by: str | None,
    preview: bool,
    **_: object,
) -> ExitCode:
    """Write the decisions, and show what becomes of their pieces and how to take it back.

    Raises ProjectError (`decide.by`, what `Placing` finds wrong), OutputError.
    """
    from portfolio.build.placing import Placing, remapped
    from portfolio.cli.map import piece_json
    from portfolio.cli.review import write_decisions

    project, words = survey.project, here.console.words
    who = by or project.school.coordinator
    if not who:
        raise ProjectError(error("decide.by", Place(file="portfolio.yaml")))
    own = read_words(project.language)
    placing = Placing(
        survey,
        by=who,
        on=here.today.isoformat(),
        because=(because or "").strip(),
        why=lambda why: own.say("decide.confirmed", why=own.why(why)),
    )
    done = placing.carry_out(orders)
    lines = [line for each in done for line in each.lines]
    if lines and not preview:
        write_decisions(project, lines, survey.framework.column_names)
        survey = remapped(survey, _decisions_of(survey))
    else:
        survey = remapped(survey, (*project.decisions, *lines))
    pieces = {item.id: item for each in done for item in each.chosen.pieces}
    _show(done, survey, here, by=who, preview=preview, origins=origins)
    content = {
        "decided": [_done_json(each) for each in done],
        "written": bool(lines) and not preview,
        "pieces": [piece_json(item, survey, words) for item in pieces.values()],
    }
    here.console.json("map", content, here.problems)
    return here.exit_code(here.problems)


def _show(done: Sequence[Done], survey: Survey, here: Invocation, *, by: str, preview: bool, origins: bool) -> None:
    from portfolio.build.placing import Act, keeping_their_own
    from portfolio.cli.map import show_piece
    from portfolio.home import DECISIONS

    console, excluded = here.console, survey.mapping.excluded
    for each in done:
        for item in each.chosen.pieces[:_MOST]:
            show_piece(item, survey, console, origins=origins)
        if len(each.chosen.pieces) > _MOST:
            console.say("decide.more", n=len(each.chosen.pieces) - _MOST)
        if not each.lines:
            console.say(f"decide.already-{each.act}", piece=each.chosen.name)
        if each.act in (Act.SET, Act.CONFIRM) and any(item.id in excluded for item in each.chosen.pieces):
            console.say("decide.hidden", piece=each.chosen.name)
        if apart := keeping_their_own(each, survey):
            console.say("decide.apart", n=len(apart), piece=each.chosen.name, first=apart[0].files[0])
    lines = sum(len(each.lines) for each in done)
    console.line()
    if not lines:
        console.say("decide.nothing")
        return
    file = survey.project.root / DECISIONS
    if preview:
        console.say("decide.preview", n=lines, file=file)
        return
    console.say("decide.written", n=lines, file=file, by=by)
    for command in _undoing(done):
        console.quote(f"    {command}")
    console.say("map.next")


def _undoing(done: Sequence[Done]) -> list[str]:
    """The commands that take back what was done: one for all places, one for each exclusion with its reason."""
    parts: list[str] = []
    apart: list[str] = []
    for each in done:
        if not each.lines:
            continue
        words = [word for order in each.undo for word in _arguments(order)]
        if each.act == "include":
            because = ["--because", each.because or "…"]
            apart.append(shlex.join(["portfolio", "map", *words, *because]))
        else:
            parts += words
    return [*([shlex.join(["portfolio", "map", *parts])] if parts else []), *apart]


def _arguments(order: Order) -> list[str]:
    if order.names:
        return [word for name in order.names for word in (f"--{order.act}", order.piece, name)]
    return [f"--{order.act}", order.piece]


def _done_json(done: Done) -> dict[str, Any]:
    return {
        "act": str(done.act),
        "piece": done.chosen.name,
        "pieces": [item.id for item in done.chosen.pieces],
        "lines": [
            {"id": line.item, "file": line.file, "field": str(line.field), "value": line.value} for line in done.lines
        ],
        "undo": _undoing([done]),
    }


def _decisions_of(survey: Survey) -> tuple[Decision, ...]:
    """The decisions as they stand in the file now."""
    from portfolio.decisions import read_decisions
    from portfolio.home import DECISIONS
    from portfolio.i18n import primary

    project, pack = survey.project, survey.framework
    spoken = pack.spoken.get(primary(project.language))
    return read_decisions(project.root / DECISIONS, project.language, pack.column_names, spoken)[0]
