"""The announcement: "we are an eTwinning School" while that is so, what eTwinning is, what the school does in it.

No name, title or number in it takes an ending, so that its sentences are right in languages that would need one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portfolio.compose.edition import Edition
from portfolio.compose.label import label_state
from portfolio.compose.partners import partner_countries
from portfolio.compose.place import school_place, website
from portfolio.compose.projects import latest_projects
from portfolio.compose.selection import Selection
from portfolio.i18n import spoken
from portfolio.model.blocks import Paragraph, Run
from portfolio.model.paste import Announcement
from portfolio.model.problem import Problem

LONGEST_TITLE = 40  # letters of a project's title that is named


def compose_announcement(edition: Edition, selection: Selection) -> tuple[Announcement, tuple[Problem, ...]]:
    """The announcement of an edition, of about 120 words, and what is to be said of the label (`label_state`)."""
    state, problems = label_state(edition)
    project, word = edition.project, edition.locale.word
    school, years = project.school, project.label.years
    round_name = project.round.name if project.round else ""
    round_said = word("paste.round", round=round_name) if round_name else ""
    place = school_place(edition)
    values = {"school": f"{school.name} ({place})" if place else school.name, "years": years, "round": round_said}
    paragraphs = [
        " ".join((word(f"paste.status.{state}", **values), word(f"paste.whole_school.{state}"))),
        " ".join(filter(None, (word("paste.what"), _numbers(edition)))),
        " ".join(_projects(edition, selection)),
    ]
    announcement = Announcement(
        headline=word(f"paste.headline.{state}", years=years),
        paragraphs=(*(Paragraph(runs=(Run(text=text),)) for text in paragraphs), *_closing(edition)),
        notes=tuple(_notes(edition)),
        disclaimer=edition.lockup.disclaimer if edition.lockup else "",
    )
    return announcement, problems


def _numbers(edition: Edition) -> str:
    """What the community counts, in the latest year of which a source says something; "" for nothing."""
    sure = [each for each in edition.framework.numbers if each.printable]
    if not sure:
        return ""
    locale, year = edition.locale, max(each.year for each in sure)
    counted = [
        locale.word(
            "paste.more_than" if each.more else "paste.number",
            n=locale.number(each.number),
            what=spoken(each.what, edition.language)[0],
        )
        for each in sure
        if each.year == year
    ]
    return locale.word("paste.numbers", year=year, numbers=_listed(counted, edition))


def _listed(parts: Sequence[str], edition: Edition) -> str:
    """Several things in a sentence: "a, b and c"."""
    *first, last = parts
    return edition.locale.word("paste.and", first=", ".join(first), last=last) if first else last


def _projects(edition: Edition, selection: Selection) -> Iterator[str]:
    """How many projects the list has, from how many other countries the partners are, and what the first one is."""
    found, locale = latest_projects(edition, selection), edition.locale
    if not found:
        yield locale.word("paste.no_projects")
        return
    yield locale.count("paste.projects", len(found))
    if countries := partner_countries(edition, (item for item, _ in found)):
        yield locale.count("paste.countries", len(countries))
    title = found[0][1].title.value
    if len(title) <= LONGEST_TITLE:
        yield locale.word("paste.first_project", title=title)


def _closing(edition: Edition) -> Iterator[Paragraph]:
    word, (_, address) = edition.locale.word, website(edition.project.school)
    runs = [Run(text=word("paste.thanks"))]
    if address:
        runs += [Run(text=f" {word('paste.more')} "), Run(text=address, link=address)]
    yield Paragraph(runs=tuple(runs))


def _notes(edition: Edition) -> Iterator[str]:
    """Whose text it is; the EU's statement and disclaimer only where the funding allows the emblem."""
    yield edition.locale.word("paste.own_text")
    if edition.lockup:
        yield from (each.text for each in edition.lockup.sentences)
        if edition.lockup.disclaimer:
            yield edition.lockup.disclaimer
