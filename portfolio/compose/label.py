"""What a document may say of the label: never that it is held when it is not."""

from __future__ import annotations

from portfolio.compose.edition import Edition
from portfolio.model.problem import Place, Problem, warning
from portfolio.model.project import LabelStatus

_WHERE = Place(file="portfolio.yaml")


def label_line(edition: Edition, words: str = "label") -> tuple[str, tuple[Problem, ...]]:
    """The line under the school's name; "eTwinning School 2025-2026" only while the label holds.

    `words` is the key of the messages that say it, with the label's name and the claim to have it where they want them.

    A label said to be held whose years are over, are not yet there or are not given is a Problem and not printed so.
    """
    label = edition.project.label

    def word(key: str, **values: str) -> str:
        names = {"label": edition.locale.word("school.label"), "claim": edition.locale.word("label.claim")}
        return edition.locale.word(f"{words}.{key}", **names, **values)

    if label.holds_on(edition.today):
        return word("held", years=label.years), ()
    match label.status:
        case LabelStatus.APPLYING:
            name = edition.project.round.name if edition.project.round else ""
            return (word("applying_round", round=name) if name else word("applying")), ()
        case LabelStatus.EXPIRED:
            return (word("expired", years=label.years) if label.years else word("none")), ()
        case LabelStatus.NONE:
            return word("none"), ()
        case LabelStatus.HELD:
            if label.last_day is None:
                return word("none"), (warning("label.years-missing", _WHERE),)
            if edition.today > label.last_day:
                return word("expired", years=label.years), (warning("label.expired", _WHERE, years=label.years),)
            return word("none"), (warning("label.not-yet", _WHERE, years=label.years),)
