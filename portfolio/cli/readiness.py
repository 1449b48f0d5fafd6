"""How ready the school is, on a terminal and for programs: compactly, with the page that says all of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.cli.map import title_of
from portfolio.cli.words import Words
from portfolio.i18n import spoken
from portfolio.model.framework import Framework
from portfolio.model.problem import Reason
from portfolio.model.readiness import Evidence, Freshness, Grade, Readiness, Step

if TYPE_CHECKING:
    from portfolio.build.survey import Survey
    from portfolio.cli.console import Console

_SIGNS = {"met": "✓", "unmet": "✕", "unknown": "?", "later": "·"}
COLUMNS = ("criterion", "strength", "pieces", "withheld", "recent")
BESIDE = ("wishes", "questions", "claims", "overused", "untranslated", "orphans")


def show_readiness(survey: Survey, readiness: Readiness, console: Console) -> None:
    """Each pillar with its criteria and how strong they are; then how the conditions for applying stand."""
    words = console.words
    rows = []
    for pillar in survey.framework.all_pillars:
        for target in (pillar.key, *(f"{pillar.key}/{line.key}" for line in pillar.criteria)):
            rows.append(_row(readiness.of(target), readiness.gap_of(target), survey.framework, words))
    headings = [words.say(f"check.columns.{column}") for column in COLUMNS]
    console.line()
    console.say("check.strength", day=readiness.period_from)
    console.table(headings, rows)
    console.line()
    console.say("check.eligibility")
    for each in readiness.conditions:
        title, state = words.say(f"check.conditions.{each.key}"), words.say(f"check.states.{each.state}")
        console.line(f"  {_SIGNS[each.state]} {title}: {state}. {words.why(each.why)}")


def show_beside(readiness: Readiness, files: Sequence[Path], survey: Survey, console: Console) -> None:
    """What else the page tells, counted, and where it is: in the language of who reads this, else the school's."""
    words = console.words
    counted = [(name, len(getattr(readiness, name))) for name in BESIDE]
    pages = {file.name.split(".")[1]: file for file in files if file.suffix == ".html"}
    page = pages.get(words.language) or pages.get(survey.project.language)
    told = [words.say(f"check.beside.{name}", n=n) for name, n in counted if n]
    if told:
        console.line(words.say("check.also", what=" · ".join(told)))
    if page:
        console.say("check.page", file=_shown(page, survey))
    if calendar := next((file for file in files if file.suffix == ".ics"), None):
        console.say("check.calendar", file=_shown(calendar, survey))


def show_days(readiness: Readiness, survey: Survey, console: Console) -> None:
    """The days left until the round closes."""
    left, label_round = readiness.days_left, survey.project.round
    if left is None or label_round is None:
        return
    if left < 0:
        console.say("check.closed", round=label_round.name, day=label_round.closes_on)
    else:
        console.say("check.days", n=left, round=label_round.name, day=label_round.closes_on)


def step_text(step: Step, framework: Framework, words: Words) -> str:
    """A step in words, its target by name, with what would be it."""
    values = dict(step.what.values)
    if target := values.get("target"):
        values["title"] = _title(target, framework, words.language).rstrip(".")
    what = words.say(f"reasons.{step.what.code}", **values)
    return f"{what} {words.say('check.bring', what=spoken(step.bring, words.language)[0])}" if step.bring else what


def first_text(step: Step, left: int | None, words: Words) -> str:
    """Why a step is the first: what depends on it, and how many days are left."""
    name = step.what.code.removeprefix("step.")
    why = words.say(f"check.first.{name}", **dict(step.what.values))
    return words.say("check.why-first" if left is None or left < 0 else "check.why-now", why=why, n=left)


def readiness_json(readiness: Readiness, files: Sequence[Path], survey: Survey, words: Words) -> dict[str, Any]:
    """All of it for programs."""
    return {
        "period_from": readiness.period_from.isoformat(),
        "evidence": [evidence_json(each, words) for each in readiness.evidence],
        "gaps": [{"target": each.target, "code": each.why.code, "why": words.why(each.why)} for each in readiness.gaps],
        "claims": list(readiness.claims),
        "orphans": list(readiness.orphans),
        "overused": [{"piece": each.item, "targets": list(each.targets)} for each in readiness.overused],
        "questions": [
            {"piece": each.item, "target": each.target, "question": spoken(each.texts, words.language)[0]}
            for each in readiness.questions
        ],
        "wishes": [
            {
                "target": each.target,
                "why": words.why(each.why),
                "what": spoken(each.texts, words.language)[0] if each.texts else "",
                "folder": each.folder,
            }
            for each in readiness.wishes
        ],
        "untranslated": [{"key": each.key, "languages": list(each.languages)} for each in readiness.untranslated],
        "conditions": [
            {"condition": each.key, "state": str(each.state), "why": words.why(each.why)}
            for each in readiness.conditions
        ],
        "files": [_shown(file, survey) for file in files],
    }


def evidence_json(each: Evidence, words: Words) -> dict[str, Any]:
    """For programs: what proves a target, and how strong it is."""
    return {
        "target": each.target,
        "strength": str(each.grade),
        "why": [words.why(why) for why in each.why],
        "pieces": list(each.pieces),
        "withheld": list(each.withheld),
        "kinds": {str(kind): n for kind, n in each.kinds.items()},
        "freshness": {str(freshness): each.freshness.get(freshness, 0) for freshness in Freshness},
        "people": each.people,
        "classes": each.classes,
        "quality_labels": each.labels,
        "texts": list(each.texts),
    }


def strength_text(each: Evidence, gap: Reason | None, words: Words) -> str:
    """How strong the evidence for a target is, with what is wrong with it, and with what is not shown.

    As in "thin, only old; strong if 2 pieces could be shown".
    """
    strength = words.say(f"check.grades.{each.grade}")
    if gap and each.grade is not Grade.NONE:
        short = words.say(f"check.gaps.{gap.code.removeprefix('gap.')}")
        strength = f"{strength}, {short}"
    return "; ".join((strength, *map(words.why, each.reasons("could"))))


def _row(each: Evidence, gap: Reason | None, framework: Framework, words: Words) -> list[str]:
    strength = strength_text(each, gap, words)
    current = each.freshness.get(Freshness.CURRENT, 0)
    title = _title(each.target, framework, words.language)
    indented = f"· {title}" if "/" in each.target else title
    return [indented, strength, *(str(n or "–") for n in (len(each.pieces), len(each.withheld), current))]


def _title(target: str, framework: Framework, language: str) -> str:
    """A criterion by its wording, all else by its title."""
    head, _, key = target.partition("/")
    pillar = framework.pillar(head)
    line = next((line for line in pillar.criteria if line.key == key), None) if pillar else None
    return spoken(line.wordings, language)[0].print if line else title_of(target, framework, language)


def _shown(file: Path, survey: Survey) -> str:
    """A file as people find it from the project's folder."""
    root = survey.project.root
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
