"""The review sheet in words: its columns, its advice, and how a row is said, in the school's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.build.sheetfields import PeopleWords, SheetField, SheetFields
from portfolio.build.sheetfile import ID, MEMORY, remember
from portfolio.build.sheetplaces import BECAUSE, EXCLUDE, FURTHER, PILLAR, PLACES, SheetPlaces
from portfolio.cli.map import title_of
from portfolio.cli.words import Words
from portfolio.files.sheetbook import Lines, Sheet, SheetColumn, SheetRow, Tone
from portfolio.i18n import fold, spoken
from portfolio.model.clearance import Clearance
from portfolio.model.decision import REDACTING, Field
from portfolio.model.framework import Framework
from portfolio.model.mapping import Link
from portfolio.targets import Targets

if TYPE_CHECKING:
    from portfolio.build.sheet import ReviewRow
    from portfolio.build.survey import Survey

PICTURE = "picture"
# Every column by its key, and its width in letters; those of SheetFields stand where None does. Beside their picture
# people write; who may see it comes last.
BEFORE = {ID: 15, PICTURE: 23, "file": 28, "kind": 14, "title": 26}
PLACED = {PILLAR: 34, FURTHER: 34, "suggestions": 34, "reasons": 34, EXCLUDE: 12, BECAUSE: 24}
AFTER = {"said": 28, "evaluator": 24, "print": 24, "web": 24}
BOXES = dict.fromkeys(REDACTING, 18)
WIDTHS = {Field.PEOPLE: 28, **BOXES, Field.PARTNER: 26, Field.CAPTION: 34, Field.ALTERNATIVE: 34, Field.DATE: 16}
COLUMNS = (*BEFORE, *WIDTHS, *PLACED, *AFTER)


def people_words(words: Words) -> PeopleWords:
    """How a language says who is in a piece."""
    return PeopleWords(**{each.name: words.say(f"sheet.people.{each.name}") for each in fields(PeopleWords)})


def make_fields(survey: Survey, words: Words) -> SheetFields:
    """The fields of a project's sheet, people said in a language."""
    project = survey.project
    return SheetFields(
        survey.framework.answers, people_words(words), language=project.language, country=project.school.country
    )


def make_places(survey: Survey, words: Words) -> SheetPlaces:
    """The places of a project's pieces, called as in the school's language; read as they are called in any."""
    framework, own = survey.framework, survey.project.language
    codes = dict.fromkeys((own, *(code for pillar in framework.all_pillars for code in pillar.titles)))
    labels = {code: _labels(framework, code) for code in codes}
    return SheetPlaces(
        survey.mapping,
        Targets(framework, own),
        framework.answers,
        labels=labels[own],
        named={fold(label): target for code in codes for target, label in labels[code].items()},
        yes=words.say("clearances.yes"),
    )


def _labels(framework: Framework, language: str) -> dict[str, str]:
    """The pillars with their titles and the criteria in words, each behind its pillar; no two alike."""
    labels: dict[str, str] = {}
    for pillar in framework.all_pillars:
        title = title_of(pillar.key, framework, language)
        labels[pillar.key] = title
        for line in pillar.criteria:
            wording = spoken(line.wordings, language)[0].print
            labels[f"{pillar.key}/{line.key}"] = (
                f"{pillar.number or title} – {' '.join(wording.replace(';', ',').split()).rstrip('.')}"
            )
    met = Counter(map(fold, labels.values()))
    return {target: label if met[fold(label)] == 1 else target for target, label in labels.items()}


def heading_of(key: str, words: Words) -> str:
    """The heading of a column by its key: "caption.tr" is “Caption (tr)”."""
    name, _, language = key.partition(".")
    heading = words.say(f"sheet.columns.{name}")
    return f"{heading} ({language})" if language else heading


def guide_page(survey: Survey, words: Words) -> Lines:
    """The page of advice."""
    title = words.say("sheet.guide_title", school=survey.project.school.name)
    lines = words.say("sheet.guide").splitlines()
    return Lines(name=words.say("sheet.guide_name"), rows=tuple((line,) for line in (title, *lines)))


def review_sheet(
    rows: Sequence[ReviewRow],
    asked: Sequence[SheetField],
    thumbnails: Mapping[str, Path],
    survey: Survey,
    places: SheetPlaces,
    words: Words,
) -> tuple[Sheet, Lines]:
    """The table, and the hidden one of what is written into it."""
    widths = {**BEFORE, **{each.key: WIDTHS[each.field] for each in asked}, **PLACED, **AFTER}
    headings = [heading_of(key, words) for key in widths]
    open_to = {**{each.key: str(each.field) for each in asked}, **dict(zip(PLACES, PLACES, strict=True))}
    columns = tuple(
        SheetColumn(
            heading=heading,
            width=width,
            locked=key not in open_to,
            choices=_choices(key, places, words),
            hint=words.say(f"sheet.hints.{open_to[key]}") if key in open_to else "",
        )
        for (key, width), heading in zip(widths.items(), headings, strict=True)
    )
    cells = [_cells(row, survey, places, words) for row in rows]
    sheet = Sheet(
        name=words.say("sheet.name"),
        columns=columns,
        rows=tuple(
            SheetRow(cells=each, picture=thumbnails.get(row.item.id), tones=_tones(row, len(columns)))
            for row, each in zip(rows, cells, strict=True)
        ),
        pictures=list(widths).index(PICTURE),
    )
    return sheet, Lines(name=MEMORY, rows=remember(tuple(widths), headings, cells))


def _choices(key: str, places: SheetPlaces, words: Words) -> tuple[str, ...]:
    said = people_words(words)
    match key:
        case Field.PEOPLE:
            return (said.none, said.unrecognisable, said.partner, said.partners, said.unknown)
        case "pillar" | "further":
            return places.choices
        case "exclude":
            return (words.say("clearances.yes"),)
    return ()


def _cells(row: ReviewRow, survey: Survey, places: SheetPlaces, words: Words) -> tuple[str, ...]:
    """The texts of a row in the order of the columns."""
    item, seen = row.item, not row.withdrawn
    title = item.title.value.phrase(survey.project.language, survey.project.language).text if item.title else ""
    return (
        item.id,
        "",
        "\n".join(item.files),
        words.say(f"kinds.{item.kind}") if seen else "",
        title if seen else "",
        *row.values,
        row.places[PILLAR],
        row.places[FURTHER],
        _told(row.suggestions, places, words) if seen else "",
        _why(row, places, words) if seen else "",
        row.places[EXCLUDE],
        row.places[BECAUSE],
        item.portrayal.where if seen else "",
        *(_clearance(entry, row, words) for entry in row.clearances),
    )


def _why(row: ReviewRow, places: SheetPlaces, words: Words) -> str:
    """Why a piece stands where it does, or is left out."""
    if row.excluded:
        return words.why(row.excluded)
    if len(row.links) == 1:
        return words.why(row.links[0].rationale)
    return _told(row.links, places, words) or words.say("states.unplaced")


def _told(links: Sequence[Link], places: SheetPlaces, words: Words) -> str:
    return "\n".join(f"{places.label(link.target)}: {words.why(link.rationale)}" for link in links)


def _clearance(entry: Clearance, row: ReviewRow, words: Words) -> str:
    why = row.excluded if row.excluded and entry.allowed else entry.why
    return words.say("sheet.shown" if entry.allowed and not row.excluded else "sheet.not_shown", why=words.why(why))


def _tones(row: ReviewRow, columns: int) -> dict[int, Tone]:
    first = columns - len(row.clearances)
    return {
        first + index: Tone.GOOD if entry.allowed and not row.excluded else Tone.BAD
        for index, entry in enumerate(row.clearances)
    }
