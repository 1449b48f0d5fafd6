"""Caption sheets: tables that say something of a file in each row, known by their name, or by what they say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from portfolio.columns import Columns
from portfolio.files.csvfile import parse_csv
from portfolio.files.fault import FileFault
from portfolio.i18n import fold
from portfolio.intake.contents import ReadFile
from portfolio.intake.copymarks import without_marks
from portfolio.intake.description import DESCRIBED, Description
from portfolio.intake.formats import FORMATS, RECORDED, Family, known_suffix
from portfolio.intake.places import Places
from portfolio.intake.readers.tables import entries_of
from portfolio.intake.reading import Cell, Entry
from portfolio.intake.scan import FoundFile
from portfolio.intake.statements import FILE, NOT_KNOWN, Statement, described, describes
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.decision import REDACTING, Field
from portfolio.model.problem import Place, Problem, warning
from portfolio.model.text import Origin

_SEPARATORS = re.compile(r"[-_\s]+")
_TABLES = (Family.TABLE, Family.WORKBOOK)
# What guards those in a picture holds wherever it is said: in a list of projects, in a row that goes on.
_HELD = frozenset({Field.PEOPLE, *REDACTING})


def is_caption_sheet(name: str) -> bool:
    """Whether a file (without its suffix) or a sheet is called like a caption sheet, or a copy or version of one."""
    return any(
        _SEPARATORS.sub(" ", fold(each)).strip() in vocabulary().caption_sheets for each in (name, without_marks(name))
    )


def read_caption_sheet(each: ReadFile, columns: Columns, places: Places) -> Description | None:
    """What a file says in the rows of its caption sheets, None when it has none.

    A table of any name is one when its rows name files and say of them what is said of pictures; one that says more (a
    list of projects) holds for who is there and what is covered alone. Where a file is called like one and cannot be
    read, nobody knows who is in the pictures that it names. Codes: as in `described`, `description.moved`,
    `.no-file`, `.no-file-near`, `.no-file-column`, `.row-without-file`, `.nameless-column`, `.unread`.
    """
    family = FORMATS[each.reading.format].family
    if family is Family.PICTURE or family in RECORDED:
        return None
    called = is_caption_sheet(each.file.base.rpartition(".")[0])
    rows = _Rows(each, columns, places)
    if family in _TABLES or family is Family.WORD or (called and family is Family.TEXT):
        entries = _in_text(each.reading.text) if family is Family.TEXT else each.reading.entries
        sheets = {
            name: _with_files(said, columns, places, each.file)
            for name, said in _by_sheet(_unformed(entries, columns) if family is Family.WORD else entries).items()
        }
        only = {
            name
            for name, said in sheets.items()
            if rows.name_files(said)
            and (called or is_caption_sheet(name) or (rows.find_files(said) and rows.describe(said)))
        }
        partly = {name for name in sheets.keys() - only if rows.find_files(sheets[name])}
        for name, said in sheets.items():
            if name in only or name in partly:
                rows.take(said, guarding=name in partly)
        if only or (partly and rows.said):
            rest = sheets.keys() - only
            if called:
                rows.give_up("\n".join(_text(entry) for name in rest - partly for entry in sheets[name]))
            whole = bool(only) and (called or (family in _TABLES and not rest))
            return rows.description(whole=whole, sheets=frozenset(only) if rest else frozenset())
        if called and family in _TABLES and sheets:
            rows.problems.append(warning("description.no-file-column", Place(file=each.file.name)))
            rows.give_up(each.reading.text)
            return rows.description(whole=True)
    if called or _has_no_headings(each, places):
        rows.give_up(each.reading.text)
    return rows.description(whole=called and family in (*_TABLES, Family.WORD, Family.TEXT)) if rows.said else None


class _Rows:
    """Gathers what the rows of a file's sheets say, and what is wrong with them."""

    def __init__(self, each: ReadFile, columns: Columns, places: Places) -> None:
        self._name, self._folder = each.file.name, each.file.folder
        self._columns, self._places = columns, places
        self.said: dict[str, tuple[Statement, ...]] = {}
        self.problems: list[Problem] = []
        self._strange: dict[str, Problem] = {}  # what is wrong with a heading is told once, not in each row

    def description(self, *, whole: bool, sheets: frozenset[str] = frozenset()) -> Description:
        problems = (*self.problems, *self._strange.values())
        return Description(file=self._name, said=self.said, problems=problems, whole=whole, sheets=sheets)

    def name_files(self, entries: Iterable[Entry]) -> bool:
        """Whether rows have a column of files."""
        return any(self._named(entry) for entry in entries)

    def find_files(self, entries: Iterable[Entry]) -> bool:
        """Whether rows name files that are there."""
        return any(self._files(name)[0] for entry in entries if (name := self._named(entry)))

    def describe(self, entries: Iterable[Entry]) -> bool:
        """Whether rows say of files what is said of pictures, and nothing else."""
        return describes([cell for entry in entries for cell in self._cells(entry)], self._columns, DESCRIBED)

    def take(self, entries: Sequence[Entry], *, guarding: bool) -> None:
        """All that rows say; `guarding`: only what guards those in a picture."""
        above: tuple[str, ...] = ()
        for entry in entries:
            where = Place(file=self._name, line=entry.line or None)
            name = self._named(entry)
            statements, faults = described(
                self._cells(entry), self._columns, DESCRIBED, self._name, Origin.CAPTION_SHEET
            )
            if guarding or not name:
                statements = tuple(each for each in statements if each.field in _HELD)
                faults = tuple(each for each in faults if each.code == "description.misspelt-people")
            if name:
                above, lost = self._files(name)
                self._say(self._mentioned("\n".join(lost)), (_unknown(where),))
                self.problems += [] if guarding else [missing(each, self._places, self._folder, where) for each in lost]
            elif not guarding and (entry.cells or entry.unheaded):
                self.problems.append(warning("description.row-without-file", where))
            if entry.unheaded and not guarding:
                statements = (*statements, _unknown(where))
                fault = warning("description.nameless-column", Place(file=self._name))
                self._strange.setdefault("", fault)
            for fault in faults:
                self._strange.setdefault(dict(fault.values)["key"], replace(fault, where=Place(file=self._name)))
            self._say(above, statements)

    def give_up(self, text: str) -> None:
        """Of the files that a text names it is not known who is in them, for what it says of them is not read."""
        if mentioned := self._mentioned(text):
            where = Place(file=self._name)
            self._say(mentioned, (_unknown(where),))
            self.problems.append(warning("description.unread", where, n=len(mentioned)))

    def _say(self, files: Iterable[str], statements: tuple[Statement, ...]) -> None:
        for file in files:
            if statements or file not in self.said:
                self.said[file] = (*self.said.get(file, ()), *statements)

    def _named(self, entry: Entry) -> str:
        """What a row says that it is about."""
        names = (cell.text for cell in entry.cells if self._columns.field_of(cell.heading)[0] == FILE)
        return next(names, "")

    def _cells(self, entry: Entry) -> tuple[Cell, ...]:
        """What a row says, but of what."""
        return tuple(cell for cell in entry.cells if self._columns.field_of(cell.heading)[0] != FILE)

    def _files(self, said: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self._places.find_all(said, self._folder, but=self._name)

    def _mentioned(self, text: str) -> tuple[str, ...]:
        return tuple(file for file in self._places.mentioned(text, self._folder) if file != self._name)


def missing(said: str, places: Places, folder: str, where: Place) -> Problem:
    """That there is no file of a name, with where it went, else with the nearest."""
    if now := places.now(said, folder):
        return warning("description.moved", where, said=said, now=now[0], id=now[1])
    if near := places.nearest(said, folder):
        return warning("description.no-file-near", where, said=said, nearest=near)
    return warning("description.no-file", where, said=said)


def _unknown(where: Place) -> Statement:
    return Statement(field=Field.PEOPLE, text=NOT_KNOWN, origin=Origin.CAPTION_SHEET, where=where)


def _text(entry: Entry) -> str:
    return "\n".join(text for cell in (*entry.cells, *entry.unheaded) for text in (cell.heading, cell.text))


def _by_sheet(entries: Iterable[Entry]) -> Mapping[str, Sequence[Entry]]:
    sheets: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        sheets[entry.sheet].append(entry)
    return sheets


def _in_text(text: str) -> tuple[Entry, ...]:
    """The rows of a table that somebody typed into a text."""
    try:
        return entries_of(parse_csv(text))
    except FileFault:
        return ()


def _unformed(entries: Sequence[Entry], columns: Columns) -> tuple[Entry, ...]:
    """The rows of a table of two columns, which a document's reader takes for a form: "file: people, a.jpg: Ada"."""
    cells = [cell for entry in entries for cell in entry.cells]
    if not cells or columns.field_of(cells[0].heading)[0] != FILE or not columns.field_of(cells[0].text)[0]:
        return tuple(entries)
    file, other = cells[0].heading, cells[0].text
    return tuple(
        Entry(cells=(replace(cell, heading=file, text=cell.heading), replace(cell, heading=other)), line=cell.line)
        for cell in cells[1:]
    )


def _with_files(entries: Sequence[Entry], columns: Columns, places: Places, sheet: FoundFile) -> Sequence[Entry]:
    """Rows without a column of files, where what may be one or say who took them ("Foto") names files: it is that."""
    cells = [(cell, columns.field_of(cell.heading)[0]) for entry in entries for cell in entry.cells]
    taken = [cell for cell, field in cells if field == Field.CREDIT]
    if not taken or any(field == FILE for _, field in cells):
        return entries
    heading = next((cell.heading for cell in taken if places.find_all(cell.text, sheet.folder, but=sheet.name)[0]), "")
    return [
        replace(
            entry,
            cells=tuple(replace(cell, heading=FILE) if cell.heading == heading else cell for cell in entry.cells),
        )
        for entry in entries
    ]


def _has_no_headings(each: ReadFile, places: Places) -> bool:
    """Whether the name of a file stands where a table has its headings."""
    if FORMATS[each.reading.format].family not in (*_TABLES, Family.WORD):
        return False
    headings = {cell.heading for entry in each.reading.entries for cell in entry.cells}
    first = each.reading.text.partition("\n")[0]
    return any(known_suffix(heading) and places.find(heading, each.file.folder) for heading in headings) or (
        not each.reading.entries and bool(places.mentioned(first, each.file.folder))
    )
