"""`portfolio consent where NAME`: what shows somebody, what the next build does about it, what people have to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio.cli.options import Invocation, open_project, project_options
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode
from portfolio.model.clearance import Audience

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portfolio.build.survey import Survey
    from portfolio.build.whereabouts import Given, Holding
    from portfolio.consent.mentions import Mention


def make_where(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def where(folder: Path | None, on: str | None, strict: bool, as_json: bool, who: str) -> ExitCode:
        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            return _look_for(who, here)

    name = click.Argument(["who"], metavar=words.say("options.name"))
    return WordedCommand("consent where", words, where, [name, *project_options(words)])


def _file_or_name(who: str, survey: Survey) -> str:
    """A file may be called without the "file:" that it has in consent.csv."""
    from portfolio.consent.keys import FILE_PREFIX, key_of

    files = {key_of(FILE_PREFIX + file) for item in survey.catalogue.items for file in item.files}
    return FILE_PREFIX + who if key_of(FILE_PREFIX + who) in files else who


def _look_for(who: str, here: Invocation) -> ExitCode:
    from portfolio.build.forget import forget_contents_of_ended
    from portfolio.build.state import open_state
    from portfolio.build.survey import REGISTER, take_survey
    from portfolio.build.whereabouts import audiences_of, given, holdings
    from portfolio.consent.keys import FILE_PREFIX
    from portfolio.consent.lookalikes import with_lookalikes
    from portfolio.consent.mentions import lines_of, mentions, narratives_with, unsearched
    from portfolio.consent.pupils import read_pupils
    from portfolio.consent.register import read_register
    from portfolio.handedover import FILE, read_copies

    project, console = here.project, here.console
    survey = take_survey(project, today=here.today, report=console.report)
    forget_contents_of_ended(survey)
    console.rest()
    who = _file_or_name(who, survey)
    entries, _ = read_register(project.root / REGISTER, project.language)
    pupils, _ = read_pupils(project.root, project.language)
    copies, remarks = read_copies(project.root / FILE, project.language)
    lines = {"register": lines_of(entries, who), "pupils": lines_of(pupils, who)}
    found = with_lookalikes(mentions(survey.catalogue, pupils, who), survey.catalogue)
    with open_state(project.cache) as state:
        held = tuple(holdings(found, survey, state.everything()))
    handed = tuple(given(found, survey, copies))
    told = narratives_with(who, project.narratives)
    hidden = unsearched(survey.catalogue)
    for key, numbers in (("where.register", lines["register"]), ("where.pupils", lines["pupils"])):
        if numbers:
            console.say(key, lines=", ".join(map(str, numbers)))
    if not any(lines.values()) and not who.startswith(FILE_PREFIX):
        console.say("where.unlisted")
    _show_pieces(found, survey, here)
    if told:
        console.say("where.narratives", texts=", ".join(told))
    _show_holdings(held, here)
    _show_copies(handed, here)
    if hidden:
        console.line()
        console.say("where.unsearched", n=hidden)
    console.problems(remarks)
    console.json(
        "consent where",
        {
            "lines": {name: list(numbers) for name, numbers in lines.items()},
            "pieces": [
                {
                    "piece": each.item.id,
                    "files": list(each.item.files),
                    "how": str(each.way),
                    "shown_to": list(map(str, audiences_of(each.item.id, survey))),
                }
                for each in found
            ],
            "narratives": list(told),
            "artefacts": [{"path": each.path, "pieces": list(each.pieces), "fate": str(each.fate)} for each in held],
            "copies": [
                {
                    "artefact": each.copy.artefact,
                    "to": each.copy.to,
                    "on": each.copy.on,
                    "pieces": list(each.pieces),
                    "allowed": each.allowed,
                }
                for each in handed
            ],
            "unsearched": hidden,
        },
        remarks,
    )
    return here.exit_code(remarks)


def _show_pieces(found: Sequence[Mention], survey: Survey, here: Invocation) -> None:
    """Each piece, how it names whom was asked for, and whom it may be shown to or why nobody."""
    from portfolio.build.whereabouts import audiences_of

    console, words = here.console, here.console.words
    console.line()
    console.say("where.pieces" if found else "where.no-pieces", n=len(found))
    for each in found:
        console.line(f"  {each.item.id}  {each.item.files[0]}: {words.say(f'ways.{each.way}')}")
        audiences = ", ".join(words.say(f"audiences.{audience}") for audience in audiences_of(each.item.id, survey))
        if each.item.id in survey.mapping.excluded:
            console.line(f"    – {words.why(survey.mapping.excluded[each.item.id])}")
        elif audiences:
            console.line(f"    → {words.say('where.shown', audiences=audiences)}")
        else:
            whys = {entry.why for entry in survey.clearances if entry.item == each.item.id}
            text = "; ".join(sorted(map(words.why, whys)))
            console.line(f"    – {words.say('where.withheld', why=text)}")


def _show_holdings(held: Sequence[Holding], here: Invocation) -> None:
    console, words = here.console, here.console.words
    if held:
        console.line()
        console.say("where.artefacts", folder=here.project.output)
    for each in held:
        console.line(f"  {each.path}: {words.say(f'fates.{each.fate}')}")


def _show_copies(handed: Sequence[Given], here: Invocation) -> None:
    console, words = here.console, here.console.words
    if not handed:
        return
    console.line()
    console.say("where.copies")
    for each in handed:
        draft = each.copy.artefact.startswith(f"{Audience.PRIVATE}/")
        what = "where.copy-draft" if draft else "where.copy-allowed" if each.allowed else "where.copy-recall"
        console.line(f"  {words.say(what, artefact=each.copy.artefact, to=each.copy.to, on=each.copy.on)}")
