"""A list of posters and plaques to fill in: a workbook whose cells offer what may stand in them, or a CSV file."""

from __future__ import annotations

from pathlib import Path

from portfolio.cli.words import Words
from portfolio.model.papersize import PAPERS
from portfolio.sheetlist import sheet_words

ROWS = 100  # that are laid out; more may be added
_WIDTHS = {"text": 40, "title": 28, "project": 28, "partner": 28, "photos": 28, "address": 28}
_GROUPS = {"kind": "kinds", "ink": "inks", "for": "purposes"}
_SWITCHES = ("landscape", "marks", "outdoors")


def write_posterlist(path: Path, words: Words) -> None:
    """Write an empty list with one example, its headings in a language; Raises OSError."""
    from portfolio.files.csvfile import write_csv
    from portfolio.files.sheetbook import Lines, Sheet, SheetColumn, SheetRow, write_sheetbook

    said = sheet_words()
    example = {
        "kind": said.offered("kinds", words.language)[0],
        "title": words.say("posterlist.title"),
        "size": "A3",
        "for": said.offered("purposes", words.language)[1],
    }
    cells = tuple(example.get(key, "") for key in said.columns)
    headings = tuple(said.heading(key, words.language) for key in said.columns)
    if path.suffix.lower() == ".csv":
        write_csv(path, headings, [cells], words.language)
        return
    columns = tuple(
        SheetColumn(
            heading=heading,
            width=_WIDTHS.get(key, 16),
            locked=False,
            choices=_choices(key, words),
            hint=words.say(f"posterlist.hints.{key}"),
        )
        for key, heading in zip(said.columns, headings, strict=True)
    )
    blank = SheetRow(cells=("",) * len(columns))
    table = Sheet(
        name=words.say("posterlist.name"),
        columns=columns,
        rows=(SheetRow(cells=cells), *[blank] * (ROWS - 1)),
        pictures=0,
    )
    guide = Lines(name=words.say("posterlist.guide"), rows=tuple((line,) for line in _guide(words)))
    write_sheetbook(path, guide, table, Lines(name="portfolio", rows=()))


def _guide(words: Words) -> tuple[str, ...]:
    return tuple(words.say("posterlist.advice").splitlines())


def _choices(key: str, words: Words) -> tuple[str, ...]:
    """What a cell offers, in the words of the language."""
    if key == "size":
        return tuple(PAPERS)
    if key in _SWITCHES:
        return sheet_words().offered("answers", words.language)[:1]
    return sheet_words().offered(_GROUPS[key], words.language) if key in _GROUPS else ()
