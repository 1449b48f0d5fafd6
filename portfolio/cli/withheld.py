"""What each audience may not see, counted by reason, and what to write where to release it: nothing goes in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from portfolio.cli.words import Words
from portfolio.decisions import HEADER
from portfolio.files.csvfile import format_row, separator_of
from portfolio.model.clearance import HANDED_OUT, Audience
from portfolio.model.decision import GUARDING
from portfolio.starter import CSV_HEADERS

if TYPE_CHECKING:
    from portfolio.build.survey import Survey
    from portfolio.cli.console import Console

# What was agreed to once, so that copies may be about.
_ENDED = ("clearance.withdrawn", "clearance.expired")
# Whom a decision helps: nobody has said yet who is in the piece. All others need a line in the register.
_UNSAID = ("clearance.unknown", "clearance.unnamed")


def show_withheld(survey: Survey, console: Console, audiences: tuple[Audience, ...] = HANDED_OUT) -> None:
    """How many placed pieces are not shown to whom and why, which a consent that ended hides, and lines to write."""
    words = console.words
    alike: dict[tuple[tuple[str, int], ...], list[str]] = {}
    for audience in audiences:
        counts = Counter(words.why(entry.why) for entry in survey.withheld(audience))
        if counts:
            alike.setdefault(tuple(counts.most_common()), []).append(words.say(f"audiences.{audience}"))
    for counted, names in alike.items():
        console.say("withheld.head", n=sum(n for _, n in counted), audience=", ".join(names))
        for why, n in counted:
            console.line(f"    {n} × {why}")
    if alike:
        _show_ended(survey, console, audiences)
        _show_release(survey, console, audiences)


def _show_ended(survey: Survey, console: Console, audiences: tuple[Audience, ...]) -> None:
    """The pieces that somebody saw perhaps, and that a withdrawal or an expiry hides now: by id, title and file."""
    kept = (entry for audience in audiences for entry in survey.withheld(audience))
    ended = {entry.item for entry in kept if entry.why.code in _ENDED}
    if not ended:
        return
    console.say("withheld.ended", n=len(ended))
    hide = survey.names[Audience.PRIVATE].hide
    for item in survey.catalogue.items:
        if item.id in ended:
            spoken = item.title.value.phrase(console.words.language, survey.project.language).text if item.title else ""
            console.line(f"    {item.id}  {' – '.join(filter(None, (hide(spoken), hide(item.files[0]))))}")
    console.lines(console.words.say("withheld.where").split("\n"))


def show_decision(survey: Survey, console: Console, file: str, field: str, value: str) -> None:
    """A line of decisions.csv to copy, below the columns it needs, as the school's spreadsheet writes it.

    Of what guards children it has the id of what lies there, so that it holds for no other picture of that name.
    """
    there = [each.id for each in survey.catalogue.items if file in each.files] if field in GUARDING else []
    item = there[0] if len(there) == 1 else there[0].partition(".")[0] if there else ""
    _show_rows(survey, console, HEADER[:4], (item, file, field, value))


def withheld_json(survey: Survey, words: Words) -> dict[str, list[dict[str, Any]]]:
    """For programs: by audience, the withheld pieces with their reasons (never a person's name)."""
    return {
        str(audience): [{"piece": entry.item, "why": words.why(entry.why)} for entry in survey.withheld(audience)]
        for audience in HANDED_OUT
    }


def _show_release(survey: Survey, console: Console, audiences: tuple[Audience, ...]) -> None:
    words = console.words
    files = {item.id: item.files[0] for item in survey.catalogue.items}
    withheld = [entry for audience in audiences for entry in survey.withheld(audience)]
    unsaid = [files[entry.item] for entry in withheld if entry.why.code in _UNSAID]
    if unsaid:
        console.say("withheld.people")
        show_decision(survey, console, unsaid[0], "people", words.say("withheld.nobody"))
    console.say("withheld.consent")
    example = words.say("withheld.agreed", day=survey.today).split("; ")
    _show_rows(survey, console, CSV_HEADERS["consent.csv"], example)
    console.say("withheld.next")


def _show_rows(survey: Survey, console: Console, header: Sequence[str], row: Sequence[str]) -> None:
    separator = separator_of(survey.project.language)
    for cells in (header, [*row, *[""] * (len(header) - len(row))]):
        console.quote(f"    {format_row(cells, separator).rstrip()}")
