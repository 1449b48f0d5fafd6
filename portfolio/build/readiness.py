"""How ready the school is, for the school alone: a page in each language and the round's dates, in output/private."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from portfolio.build.compose import prepare_edition
from portfolio.build.place import clear_away, put_down
from portfolio.build.survey import Survey
from portfolio.compose.naming import with_short_names
from portfolio.compose.readiness import compose_readiness
from portfolio.compose.readinessnotes import Notes, Speaker
from portfolio.i18n import Locale, primary, read_locale
from portfolio.model.clearance import HANDED_OUT, Audience
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Problem
from portfolio.model.readiness import Readiness
from portfolio.readiness.assess import assess
from portfolio.readiness.calendar import Event, calendar
from portfolio.readiness.evidence import asked_of
from portfolio.readiness.expected import read_expected
from portfolio.readiness.period import freshness
from portfolio.readiness.rules import RULES
from portfolio.themes import Theme

# Below the output folder.
CALENDAR = "private/round.ics"
_PAGE = "private/readiness."


def page_of(language: str) -> str:
    """Where the page of a language is, below the output folder."""
    return f"{_PAGE}{language}.html"


def find_readiness(survey: Survey) -> Readiness:
    """How ready a school is. Raises ProjectError when what its pack expects cannot be read."""
    project, framework = survey.project, survey.framework
    return assess(
        project,
        framework,
        read_expected(project.framework, project.root),
        catalogue=survey.catalogue,
        mapping=survey.mapping,
        proofs=survey.proofs,
        cited=frozenset(survey.citations.values()),
        spoken_of=_concepts(survey),
        ledger=survey.ledger,
        withheld=survey.withheld(Audience.EVALUATOR),
        today=survey.today,
    )


def write_readiness(
    survey: Survey,
    readiness: Readiness,
    theme: Theme,
    *,
    remarks: Sequence[Problem],
    words: Callable[[str], Speaker],
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Write the page in every language of the project, and the calendar if there is a date; where they are.

    `remarks` are what composing had to say; `words` gives the program's own words in a language, or those nearest.
    A file that somebody edited stays, with a Problem that names the new one beside it. Raises OutputError, OSError,
    and ProjectError (`theme.template`).
    """
    files: list[Path] = []
    problems: list[Problem] = []
    kept = tuple(each for audience in HANDED_OUT for each in survey.withheld(audience))
    found = (*survey.problems, *survey.expiring, *remarks)
    texts = {
        page_of(language): _page(
            survey, readiness, theme, Notes(kept=kept, found=found, speaker=words(language), language=language)
        )
        for language in survey.project.languages
    }
    if dates := _calendar(survey, read_locale(survey.project.language, theme.message_folders)):
        texts[CALENDAR] = dates
    for path, text in texts.items():
        file, beside = put_down(path, survey.project, partial(_write, text))
        files.append(file)
        problems += beside
    for begun in (_PAGE, CALENDAR):
        clear_away(survey.project, begun, texts)
    return tuple(files), tuple(problems)


def _write(text: str, path: Path) -> None:
    path.write_bytes(text.encode())


def _page(survey: Survey, readiness: Readiness, theme: Theme, notes: Notes) -> str:
    edition, _ = prepare_edition(survey, theme, notes.language, Audience.PRIVATE)
    fresh = {item.id: freshness(item, readiness.period_from) for item in survey.catalogue.items}
    rules = [(str(rule.grade), asked_of(rule)) for rule in RULES]
    composed = compose_readiness(readiness, edition, fresh, rules, notes)
    page = with_short_names(composed, survey.names[Audience.PRIVATE])
    return theme.render("readiness/readiness.html.j2", page=page, theme=theme, word=edition.locale.word)


def _concepts(survey: Survey) -> dict[str, frozenset[str]]:
    """What the title and caption of each piece speak of, in the words of the pack's lexicon."""
    return {
        item.id: frozenset(
            mention.concept.key
            for language, text in _headlines(item)
            for mention in survey.lexicon.mentions(text, (primary(language or survey.project.language), "en"))
        )
        for item in survey.catalogue.items
    }


def _headlines(item: EvidenceItem) -> Iterator[tuple[str, str]]:
    for said in (item.title, item.caption):
        if said:
            yield from said.value.texts


def _calendar(survey: Survey, locale: Locale) -> str:
    """The round's dates, "" without any."""
    events = tuple(_events(survey, locale))
    if not events:
        return ""
    project = survey.project
    stamp = project.edition_on or events[0].day
    name = locale.word("readiness.calendar.name", school=project.school.name)
    return calendar(events, name=name, stamp=stamp)


def _events(survey: Survey, locale: Locale) -> Iterator[Event]:
    project = survey.project
    if label_round := project.round:
        name = label_round.name
        for key, day in (("opens", label_round.opens_on), ("closes", label_round.closes_on)):
            if day:
                yield _event(f"{name} {key}", key, day, locale, round=name)
    if project.label.last_day:
        yield _event(f"{project.label.years} ends", "ends", project.label.last_day, locale, years=project.label.years)
    for problem in survey.expiring:
        said = dict(problem.values)
        title = locale.count("readiness.calendar.consent", int(said["n"]))
        text = locale.word("readiness.calendar.consent_text", lines=said["lines"])
        yield Event(key=f"consent {said['day']}", day=date.fromisoformat(said["day"]), title=title, text=text)


def _event(key: str, kind: str, day: date, locale: Locale, **values: object) -> Event:
    title = locale.word(f"readiness.calendar.{kind}", **values)
    return Event(key=key, day=day, title=title, text=locale.word(f"readiness.calendar.{kind}_text", **values))
