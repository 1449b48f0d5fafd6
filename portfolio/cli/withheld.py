"""What each audience may not see, counted by reason: nothing is left out in silence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from portfolio.cli.words import Words
from portfolio.model.clearance import Audience

if TYPE_CHECKING:
    from portfolio.build.survey import Survey
    from portfolio.cli.console import Console

AUDIENCES = (Audience.EVALUATOR, Audience.PRINT, Audience.WEB)


def show_withheld(survey: Survey, console: Console, audiences: tuple[Audience, ...] = AUDIENCES) -> None:
    """For each audience how many placed pieces are withheld and why, then the command that helps."""
    words = console.words
    anything = False
    for audience in audiences:
        withheld = survey.withheld(audience)
        if not withheld:
            continue
        anything = True
        name = words.say(f"audiences.{audience}")
        console.say("withheld.head", n=len(withheld), audience=name)
        for why, n in Counter(words.why(entry.why) for entry in withheld).most_common():
            console.line(f"    {n} × {why}")
    if anything:
        console.say("withheld.next")


def withheld_json(survey: Survey, words: Words) -> dict[str, list[dict[str, Any]]]:
    """For programs: by audience, the withheld pieces with their reasons (never a person's name)."""
    return {
        str(audience): [{"piece": entry.item, "why": words.why(entry.why)} for entry in survey.withheld(audience)]
        for audience in AUDIENCES
    }
