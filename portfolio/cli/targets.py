"""A target as people are shown it where there is room for a sentence."""

from __future__ import annotations

from portfolio.cli.map import title_of
from portfolio.cli.words import Words
from portfolio.model.framework import Framework
from portfolio.model.mapping import Link
from portfolio.model.readiness import Freshness


def target_title(target: str, framework: Framework, words: Words) -> str:
    """The pillar's number and title with the criterion behind; of a plan that it is one."""
    head, _, pillar = target.partition("/")
    if head == "plan":
        return words.say("explain.plan", title=title_of(pillar, framework, words.language))
    return title_of(target, framework, words.language)


def carried_text(link: Link, words: Words, freshness: Freshness | None = None) -> str:
    """Why a piece is linked, and what makes that stronger or weaker: "folder “4-model” (by folder, recent, a.jpg)".

    `freshness` is the piece's, where its link holds.
    """
    weight = [words.say(f"strengths.{link.strength}"), *([words.say(f"freshness.{freshness}")] if freshness else [])]
    return f"{words.why(link.rationale)} ({', '.join([*weight, link.origin])})"


def wording_of(target: str, framework: Framework, words: Words) -> str:
    """The whole wording of a criterion, or the title of a pillar; "" for a plan."""
    from portfolio.i18n import spoken

    head, _, key = target.partition("/")
    pillar = framework.pillar(head)
    if pillar is None:
        return ""
    line = next((each for each in pillar.criteria if each.key == key), None)
    return spoken(line.wordings if line else pillar.titles, words.language)[0].print
