"""What a document may say of the label: never that it is held when it is not."""

from __future__ import annotations

from portfolio.compose.edition import Edition
from portfolio.model.problem import Place, Problem, warning
from portfolio.model.project import LabelStatus

_WHERE = Place(file="portfolio.yaml")


def label_state(edition: Edition) -> tuple[LabelStatus, tuple[Problem, ...]]:
    """Where the school stands on the day: HELD only while the label holds, EXPIRED only with the years it was held.

    A label said to be held whose years are over, are not yet there or are not given is a Problem and no held one.
    """
    label = edition.project.label
    if label.holds_on(edition.today):
        return LabelStatus.HELD, ()
    if label.status is LabelStatus.EXPIRED and not label.years:
        return LabelStatus.NONE, ()
    if label.status is not LabelStatus.HELD:
        return label.status, ()
    if label.last_day is None:
        return LabelStatus.NONE, (warning("label.years-missing", _WHERE),)
    if edition.today > label.last_day:
        return LabelStatus.EXPIRED, (warning("label.expired", _WHERE, years=label.years),)
    return LabelStatus.NONE, (warning("label.not-yet", _WHERE, years=label.years),)


def label_line(edition: Edition, words: str = "label") -> tuple[str, tuple[Problem, ...]]:
    """The line under the school's name: "eTwinning School 2025-2026" only while the label holds.

    `words` is the key of the messages that say it, with the label's name and the claim to have it where they want them.
    Problems as `label_state` has them.
    """
    state, problems = label_state(edition)
    round_name = edition.project.round.name if edition.project.round else ""
    by_round = state is LabelStatus.APPLYING and round_name
    line = edition.locale.word(
        f"{words}.{state}_round" if by_round else f"{words}.{state}",
        years=edition.project.label.years,
        round=round_name,
        label=edition.locale.word("school.label"),
        claim=edition.locale.word("label.claim"),
    )
    return line, problems
