"""`portfolio map`: what each piece proves, and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from portfolio.cli.options import open_project, project_options
from portfolio.cli.origins import known_of, origin_lines
from portfolio.cli.withheld import show_decision
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode
from portfolio.home import DECISIONS
from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Framework
from portfolio.model.mapping import SURE, Link
from portfolio.model.problem import Problem

if TYPE_CHECKING:
    from portfolio.build.survey import Survey
    from portfolio.cli.console import Console

LONGEST_TITLE = 40  # letters: longer titles are whole sentences
LONGEST_CRITERION = 60


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""
    from portfolio.cli.decide import carry_out, decide_options, orders_of

    def map_evidence(
        folder: Path | None, on: str | None, strict: bool, as_json: bool, origins: bool, **asked: Any
    ) -> ExitCode:
        from portfolio.build.forget import forget_contents_of_ended
        from portfolio.build.survey import take_survey

        orders = orders_of(asked, words)
        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            survey = take_survey(here.project, today=here.today, report=here.console.report)
            forget_contents_of_ended(survey)
            here.console.rest()
            if orders:
                return carry_out(orders, survey, here, origins=origins, **asked)
            for item in pieces_of(survey):
                show_piece(item, survey, here.console, origins=origins)
            problems = (*here.problems, *survey.problems)
            here.console.line()
            placed = sum(1 for item in survey.catalogue.items if survey.mapping.links_of(item.id))
            _show_alike(survey, here.console)
            _show_unplaced(survey, here.console)
            here.console.problems(_about_placing(problems))
            here.console.say("map.done", placed=placed, pieces=len(survey.catalogue.items))
            here.console.say("map.next")
            pieces = [piece_json(item, survey, words) for item in pieces_of(survey)]
            alike = [list(group) for group in _alike(survey)]
            here.console.json("map", {"pieces": pieces, "alike": alike}, problems)
            return here.exit_code(problems)

    option = click.Option(["--origins"], is_flag=True, help=words.say("options.origins"))
    return WordedCommand("map", words, map_evidence, [*decide_options(words), *project_options(words), option])


def _about_placing(problems: Iterable[Problem]) -> list[Problem]:
    """What is wrong with what people decided, and with the names of pillars anywhere: `check` tells all the rest."""
    return [
        each
        for each in problems
        if each.code.startswith("mapping.") or (each.where is not None and each.where.file == DECISIONS)
    ]


def title_of(target: str, framework: Framework, language: str) -> str:
    """A target as people call it: the pillar's number and title, behind it the criterion, short enough for a line."""
    from portfolio.i18n import spoken, upper
    from portfolio.pillarnames import kernel

    head, _, criterion = target.partition("/")
    pillar = framework.pillar(criterion if head == "plan" else head)
    if pillar is None:
        return target
    wording, spoken_in = spoken(pillar.titles, language)
    title = wording.print if len(wording.print) <= LONGEST_TITLE else kernel(wording)
    if title.split()[0].islower():  # a kernel begins inside a sentence; “eTwinning” keeps its small letter
        title = upper(title[0], spoken_in) + title[1:]
    number = f"{pillar.number} " if pillar.number else ""
    if head == "plan" or not criterion:
        return f"{number}{title}"
    line = next((each for each in pillar.criteria if each.key == criterion), None)
    named = spoken(line.wordings, language)[0].print.rstrip(" .") if line else criterion
    short = textwrap.shorten(named, LONGEST_CRITERION, placeholder=" …")
    return f"{number}{title} / {short.replace(', …', ' …')}"


def pieces_of(survey: Survey) -> list[EvidenceItem]:
    """All pieces by their first file, as they lie in the folder."""
    return sorted(survey.catalogue.items, key=lambda item: (item.files, item.id))


def show_piece(item: EvidenceItem, survey: Survey, console: Console, *, origins: bool) -> None:
    """A piece with what it proves and why, and what it may prove."""
    for line in _lines(item, survey, console.words, origins):
        console.line(line)


def _lines(item: EvidenceItem, survey: Survey, words: Words, origins: bool) -> Iterator[str]:
    yield f"{item.id}  {item.files[0]}{_which(item)}"
    yield from (f"    · {line}" for line in origin_lines(item, words) if origins)
    if item.id in survey.mapping.excluded:
        yield f"    – {words.why(survey.mapping.excluded[item.id])}"
        return
    links = survey.mapping.links_of(item.id)
    for link in links:
        yield f"    → {title_of(link.target, survey.framework, words.language)}: {words.why(link.rationale)}"
    if not links:
        yield f"    ? {words.say('states.unplaced')}"
    for link in survey.mapping.suggestions_of(item.id):
        title = title_of(link.target, survey.framework, words.language)
        likely = "map.probably" if link.rationale.code == SURE else "map.perhaps"
        yield f"    ? {words.say(likely, title=title)}: {words.why(link.rationale)}"


def _which(item: EvidenceItem) -> str:
    """Behind the file, which of the pieces in it this is: a project by its title, a quotation by its first words."""
    if item.quotation:
        text = item.quotation.text.value.texts[0][1]
    elif item.project:
        text = item.project.title.value
    else:
        return ""
    return f": {textwrap.shorten(text, LONGEST_TITLE, placeholder=' …')}"


def _alike(survey: Survey) -> list[tuple[str, ...]]:
    """The groups of pieces that look alike, without what is left out; of one that is left there is no choice."""
    shown = (tuple(item for item in group if item not in survey.mapping.excluded) for group in survey.catalogue.groups)
    return [group for group in shown if len(group) > 1]


def _show_alike(survey: Survey, console: Console) -> None:
    """How many groups of photos look alike, so that somebody chooses."""
    files = {item.id: item.files[0] for item in survey.catalogue.items}
    groups = [sorted(files[item] for item in group) for group in _alike(survey)]
    if groups:
        first = max(groups, key=len)[0]
        console.say("map.alike", n=len(groups), photos=sum(map(len, groups)), first=first)


def _show_unplaced(survey: Survey, console: Console) -> None:
    """How many pieces have no pillar, and a line for the first of them to copy."""
    from portfolio.i18n import spoken

    unplaced = [
        item
        for item in pieces_of(survey)
        if item.id not in survey.mapping.excluded and not survey.mapping.links_of(item.id)
    ]
    if unplaced:
        folders, _ = spoken(survey.framework.pillars[0].folders, survey.project.language)
        console.say("map.unplaced", n=len(unplaced))
        show_decision(survey, console, unplaced[0].files[0], "pillar", folders[0])


def piece_json(item: EvidenceItem, survey: Survey, words: Words) -> dict[str, Any]:
    """A piece for programs."""
    excluded = survey.mapping.excluded.get(item.id)
    return {
        "id": item.id,
        "kind": str(item.kind),
        "files": list(item.files),
        "links": [link_json(link, words) for link in survey.mapping.links_of(item.id)],
        "suggestions": [link_json(link, words) for link in survey.mapping.suggestions_of(item.id)],
        "excluded": words.why(excluded) if excluded else None,
        "known": [asdict(known) for known in known_of(item)],
    }


def link_json(link: Link, words: Words) -> dict[str, str]:
    """A link for programs."""
    return {
        "target": link.target,
        "strength": str(link.strength),
        "why": words.why(link.rationale),
        "origin": link.origin,
    }
