"""The review sheet in words: its columns, its advice, and how a row is said, in the school's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.build.sheetfields import PeopleWords, SheetField, SheetFields
from portfolio.build.sheetfile import ID, MEMORY, remember
from portfolio.cli.map import title_of
from portfolio.cli.words import Words
from portfolio.files.sheetbook import Lines, Sheet, SheetColumn, SheetRow, Tone
from portfolio.model.clearance import Clearance
from portfolio.model.decision import REDACTING, Field

if TYPE_CHECKING:
    from portfolio.build.sheet import ReviewRow
    from portfolio.build.survey import Survey

PICTURE = "picture"
# Every column by its key, and its width in letters; those of SheetFields stand where None does. Beside their picture
# people write; who may see it comes last.
BEFORE = {ID: 15, PICTURE: 23, "file": 28, "kind": 14, "title": 26}
AFTER = {"said": 28, "pillar": 28, "evaluator": 24, "print": 24, "web": 24}
BOXES = dict.fromkeys(REDACTING, 18)
WIDTHS = {Field.PEOPLE: 28, **BOXES, Field.PARTNER: 26, Field.CAPTION: 34, Field.ALTERNATIVE: 34, Field.DATE: 16}
COLUMNS = (*BEFORE, *WIDTHS, *AFTER)


def people_words(words: Words) -> PeopleWords:
    """How a language says who is in a piece."""
    return PeopleWords(**{each.name: words.say(f"sheet.people.{each.name}") for each in fields(PeopleWords)})


def make_fields(survey: Survey, words: Words) -> SheetFields:
    """The fields of a project's sheet, people said in a language."""
    project = survey.project
    return SheetFields(
        survey.framework.answers, people_words(words), language=project.language, country=project.school.country
    )


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
    words: Words,
) -> tuple[Sheet, Lines]:
    """The table, and the hidden one of what is written into it."""
    widths = {**BEFORE, **{each.key: WIDTHS[each.field] for each in asked}, **AFTER}
    headings = [heading_of(key, words) for key in widths]
    open_to = {each.key: each.field for each in asked}
    columns = tuple(
        SheetColumn(
            heading=heading,
            width=width,
            locked=key not in open_to,
            choices=_choices(open_to.get(key), words),
            hint=words.say(f"sheet.hints.{open_to[key]}") if key in open_to else "",
        )
        for (key, width), heading in zip(widths.items(), headings, strict=True)
    )
    cells = [_cells(row, survey, words) for row in rows]
    sheet = Sheet(
        name=words.say("sheet.name"),
        columns=columns,
        rows=tuple(
            SheetRow(cells=each, picture=thumbnails.get(row.item.id), tones=_tones(row.clearances, len(columns)))
            for row, each in zip(rows, cells, strict=True)
        ),
        pictures=list(widths).index(PICTURE),
    )
    return sheet, Lines(name=MEMORY, rows=remember(tuple(widths), headings, cells))


def _choices(field: Field | None, words: Words) -> tuple[str, ...]:
    said = people_words(words)
    return (said.none, said.unrecognisable, said.partner, said.partners, said.unknown) if field is Field.PEOPLE else ()


def _cells(row: ReviewRow, survey: Survey, words: Words) -> tuple[str, ...]:
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
        item.portrayal.where if seen else "",
        _pillars(row, survey, words) if seen else "",
        *(_clearance(entry, words) for entry in row.clearances),
    )


def _pillars(row: ReviewRow, survey: Survey, words: Words) -> str:
    titles = [title_of(each, survey.framework, words.language) for each in row.pillars]
    return "\n".join(titles) or words.say("states.unplaced")


def _clearance(entry: Clearance, words: Words) -> str:
    return words.say("sheet.shown" if entry.allowed else "sheet.not_shown", why=words.why(entry.why))


def _tones(clearances: Sequence[Clearance], columns: int) -> dict[int, Tone]:
    first = columns - len(clearances)
    return {first + index: Tone.GOOD if entry.allowed else Tone.BAD for index, entry in enumerate(clearances)}
