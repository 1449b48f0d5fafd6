"""`portfolio why-not CRITERION`: what counts for a pillar, a criterion or a plan, what does not and why, what helps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from portfolio.cli.options import Invocation, open_project, project_options
from portfolio.cli.readiness import evidence_json, strength_text
from portfolio.cli.targets import target_title, wording_of
from portfolio.cli.worded import WordedCommand
from portfolio.cli.words import Words
from portfolio.errors import ExitCode
from portfolio.i18n import spoken
from portfolio.model.problem import Problem, error, spot

if TYPE_CHECKING:
    from portfolio.build.survey import Survey
    from portfolio.build.target_meant import TargetMeant
    from portfolio.build.whynot import Standing
    from portfolio.model.mapping import Link

VERDICTS = ("proven", "withheld", "nothing", "plan")
# What is said, in this order, each under its heading.
GROUPS = (
    "criteria",
    "counting",
    "withheld",
    "suggested",
    "pillar_only",
    "elsewhere",
    "left_out",
    "files",
    "stale",
    "unplaced",
    "texts",
    "helps",
    "helps_pillar",
    "todo",
)
_MOST = 10  # lines of a group


def make_command(words: Words) -> click.Command:
    """The command, speaking the given words."""

    def why_not(folder: Path | None, on: str | None, strict: bool, as_json: bool, criterion: str) -> ExitCode:
        with open_project(words, folder=folder, on=on, strict=strict, as_json=as_json) as here:
            return _why_not(criterion, here)

    argument = click.Argument(["criterion"], metavar=words.say("options.criterion"))
    return WordedCommand("why-not", words, why_not, [argument, *project_options(words)])


def _why_not(said: str, here: Invocation) -> ExitCode:
    from portfolio.build.explain import numbers_of
    from portfolio.build.forget import forget_contents_of_ended
    from portfolio.build.meant import find_meant
    from portfolio.build.readiness import find_readiness
    from portfolio.build.survey import take_survey
    from portfolio.build.target_meant import find_target
    from portfolio.build.whynot import why_not

    project, console, words = here.project, here.console, here.console.words
    survey = take_survey(project, today=here.today, report=console.report)
    forget_contents_of_ended(survey)
    console.rest()
    meant = find_target(said, survey.framework, project.language)
    if not meant.target:
        pieces = find_meant(said, survey, numbers_of(survey))
        if not pieces.is_nothing:
            return here.refuse("why-not", error("why-not.piece", said=said))
        return here.refuse("why-not", _not_found(said, meant, survey))
    standing = why_not(meant.target, survey, find_readiness(survey), words.language)
    console.lines(_lines(standing, survey, words))
    console.json("why-not", _standing_json(standing, survey, words), ())
    return here.exit_code(())


def _not_found(said: str, meant: TargetMeant, survey: Survey) -> Problem:
    if meant.several:
        return error("why-not.several", said=said, names="; ".join(meant.several))
    if meant.nearest:
        return error("why-not.nearest", said=said, nearest=meant.nearest)
    return error("why-not.nothing", said=said, known=", ".join(pillar.key for pillar in survey.framework.all_pillars))


def _lines(standing: Standing, survey: Survey, words: Words) -> Iterator[str]:
    """The verdict, then a group for each thing there is to say."""
    say = words.say
    named = standing.target if standing.is_plan else standing.pillar.key  # a criterion's wording has its own line
    yield f"{standing.target}  {target_title(named, survey.framework, words)}"
    if "/" in standing.target and (wording := wording_of(standing.target, survey.framework, words)):
        yield f"  {wording}"
    yield from _verdict(standing, words)
    groups = _groups(standing, survey, words)
    for name in GROUPS:
        lines = tuple(groups.get(name, ()))
        if lines:
            yield say(f"why-not.groups.{name}")
            yield from (f"  {line}" for entry in lines[:_MOST] for line in entry.split("\n"))
            if len(lines) > _MOST:
                yield f"  {say('why-not.more', n=len(lines) - _MOST)}"


def _groups(standing: Standing, survey: Survey, words: Words) -> dict[str, Iterable[str]]:
    """The lines of each group by its name."""
    helps = "helps_pillar" if standing.helps_pillar else "helps"
    unplaced = () if standing.seen else standing.unplaced
    return {
        "criteria": _criteria(standing, survey, words),
        "counting": _counting(standing, words),
        "withheld": _withheld(standing, words),
        "suggested": _placeless(standing.suggested, survey, words),
        "pillar_only": _placeless(standing.pillar_only, survey, words),
        "elsewhere": _placeless(standing.elsewhere, survey, words),
        "left_out": (f"– {item.id}  {item.files[0]}: {words.why(why)}" for item, why in standing.left_out),
        "files": (f"– {row.file}: {words.why(row.reason)}" for row in standing.files),
        "stale": (f"– {spot(each.where)}: {each.file or each.item}" for each in standing.stale),
        "unplaced": (f"? {item.id}  {item.files[0]}" for item in unplaced),
        "texts": _texts(standing, survey, words),
        helps: [f"– {', '.join(standing.helps)}"] if standing.helps else [],
        "todo": _todo(standing, survey, words),
    }


def _verdict(standing: Standing, words: Words) -> Iterator[str]:
    """Whether it is proven and by how much, then how strong that is and what lacks, as readiness has it."""
    say, evidence = words.say, standing.evidence
    if not evidence.pieces:
        yield say("why-not.verdict.plan" if standing.is_plan else "why-not.verdict.nothing")
        return
    has = ", ".join(words.why(why) for why in evidence.why if why.code.startswith("has."))
    yield say("why-not.verdict.proven" if standing.seen else "why-not.verdict.withheld", has=has)
    if standing.is_plan:
        return
    strength = strength_text(evidence, standing.gap, words)
    lacks = "; ".join(words.why(why) for why in evidence.why if why.code.startswith("lacks."))
    yield say("why-not.strength.lacks" if lacks else "why-not.strength.whole", strength=strength, lacks=lacks)


def _criteria(standing: Standing, survey: Survey, words: Words) -> Iterator[str]:
    """Each by its wording, with the key to ask for it by."""
    for each, gap in standing.criteria:
        wording = wording_of(each.target, survey.framework, words).rstrip(" .")
        pieces = ", ".join(words.why(why) for why in each.why if why.code in ("has.pieces", "has.withheld"))
        strength = strength_text(each, gap, words)
        key = each.target.partition("/")[2]
        yield f"{'→' if each.pieces else '–'} {wording} ({key}): {strength}{f' ({pieces})' if pieces else ''}"


def _counting(standing: Standing, words: Words) -> Iterator[str]:
    for each in standing.seen:
        said = f"{words.say(f'strengths.{each.link.strength}')}, {each.link.origin}"
        yield f"→ {each.item.id}  {each.item.files[0]}: {words.why(each.link.rationale)} ({said})"


def _withheld(standing: Standing, words: Words) -> Iterator[str]:
    from portfolio.build.release import release_of

    for each in standing.withheld:
        release = words.say(f"releases.{release_of(each.evaluator.why.code, each.item)}", file=each.item.files[0])
        yield f"– {each.item.id}  {each.item.files[0]}: {words.why(each.evaluator.why)}. {release}"


def _placeless(links: tuple[Link, ...], survey: Survey, words: Words) -> Iterator[str]:
    """A line for the pieces of a file of which the same is said."""
    files = {item.id: item.files[0] for item in survey.catalogue.items}
    together: dict[tuple[str, str], list[str]] = {}
    for link in links:
        together.setdefault((files[link.item], words.why(link.rationale)), []).append(link.item)
    for (file, why), items in together.items():
        yield f"? {', '.join(items)}  {file}: {why}"


def _texts(standing: Standing, survey: Survey, words: Words) -> Iterator[str]:
    for language, state in standing.texts:
        yield f"– {_place_of(standing, survey, language)}: {words.say(f'why-not.text.{state}')}"


def _place_of(standing: Standing, survey: Survey, language: str) -> str:
    """Where a text of the target is written: its file, and the heading in it."""
    _, _, part = standing.text_key.partition("/")
    file = survey.project.narratives.place(standing.text_key, language).file
    return f"{file} (## {part})" if part else file


def _todo(standing: Standing, survey: Survey, words: Words) -> Iterator[str]:
    """The commands and steps that change it."""
    say = words.say
    folder, _ = spoken(standing.pillar.folders, survey.project.language)
    if standing.withheld:
        yield f"– {say('why-not.do.explain', id=standing.withheld[0].item.id)}"
    if standing.left_out and not standing.seen:
        yield f"– {say('explain.change.include', id=standing.left_out[0][0].id)}"
    if standing.proposed:
        yield f"– {say('why-not.do.place', id=standing.proposed.item, target=standing.target)}"
    elif standing.pillar_only and not standing.seen:
        yield f"– {say('why-not.do.choose', target=standing.target)}"
    elif standing.unplaced and not standing.seen:
        yield f"– {say('why-not.do.look', id=standing.unplaced[0].id, target=standing.target)}"
    if not standing.is_plan:
        key = "why-not.do.drop" if standing.target == standing.pillar.key else "why-not.do.drop-named"
        yield f"– {say(key, folder=f'{survey.project.evidence.name}/{folder[0]}', target=standing.target)}"
    missing = [f"\n  {_place_of(standing, survey, language)}" for language, state in standing.texts if state != "own"]
    if missing:
        yield f"– {say('why-not.do.write')}{''.join(missing)}"
    elif standing.is_plan:
        yield f"– {say('why-not.do.written')}"


def _standing_json(standing: Standing, survey: Survey, words: Words) -> dict[str, Any]:
    files = {item.id: item.files[0] for item in survey.catalogue.items}

    def named(links: tuple[Link, ...]) -> list[dict[str, str]]:
        return [{"piece": each.item, "file": files[each.item], "why": words.why(each.rationale)} for each in links]

    return {
        "target": standing.target,
        "wording": wording_of(standing.target, survey.framework, words),
        "evidence": evidence_json(standing.evidence, words),
        "criteria": {each.target.partition("/")[2]: len(each.pieces) for each, _ in standing.criteria},
        "counting": [
            {
                "piece": each.item.id,
                "file": each.item.files[0],
                "strength": str(each.link.strength),
                "why": words.why(each.link.rationale),
                "origin": each.link.origin,
                "evaluator": each.evaluator.allowed,
            }
            for each in standing.counting
        ],
        "withheld": [
            {"piece": each.item.id, "file": each.item.files[0], "why": words.why(each.evaluator.why)}
            for each in standing.withheld
        ],
        "suggested": named(standing.suggested),
        "elsewhere": named(standing.elsewhere),
        "pillar_only": named(standing.pillar_only),
        "left_out": [
            {"piece": item.id, "file": item.files[0], "why": words.why(why)} for item, why in standing.left_out
        ],
        "files": [{"file": row.file, "why": words.why(row.reason)} for row in standing.files],
        "stale": [spot(each.where) for each in standing.stale],
        "unplaced": [item.id for item in standing.unplaced],
        "texts": {language: str(state) for language, state in standing.texts},
        "helps": list(standing.helps),
    }
