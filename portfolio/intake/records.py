"""Project records: rows, mappings and forms whose headings are those of projects, as ProjectRecords."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from portfolio.columns import Columns
from portfolio.i18n import fold
from portfolio.intake.formats import FORMATS, Family
from portfolio.intake.lasting import Said, is_long, years_in
from portfolio.intake.partnerlists import countries_in, list_in, partners_in
from portfolio.intake.reading import Cell, Entry, Reading
from portfolio.intake.statements import Statement, stated
from portfolio.intake.vocabulary import vocabulary
from portfolio.intake.weblinks import leads_to_page, without_password
from portfolio.model.decision import Field
from portfolio.model.evidence import Kind, ProjectRecord
from portfolio.model.framework import Framework
from portfolio.model.problem import Place, Problem, note, spot, warning
from portfolio.model.text import LocalText, Origin, Sourced

T = TypeVar("T")

# Beside its title a record has at least so many fields of a project; fewer, and it is some other table or text.
_LEAST = 2
# One of these is enough, for nothing else has it, unless a date tells of a day on which partners met. When the title is
# no more than the heading of a text, it must have one of them, or a word for project in a heading.
_TELLING = frozenset({"partners", "partner_countries", "national_label", "european_label"})
_COUNTRIES = "partner_countries"
_FIELDS = (frozenset(field.name for field in fields(ProjectRecord)) | {_COUNTRIES}) - {"title"}
# A longer heading is the beginning of a sentence with a colon in it.
_LONGEST_HEADING = 4
_SENTENCE = re.compile(r"[^\W\d]{3,}[.!?]\s")  # where one ends and something else begins; not an abbreviation
_PROSE = frozenset({"summary", "results"})  # fields of sentences
_TABLES = frozenset({Family.TABLE, Family.WORKBOOK, Family.RECORDS})
# Fields of a piece that a record may have beside its own.
_BESIDE = frozenset(
    {Field.PILLAR, Field.DATE, Field.PEOPLE, Field.CREDIT, Field.PLACE, Field.CAPTION, Field.ALTERNATIVE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRecord:
    """One record of a file: what it says of a project, of itself as a piece, and all of it as text to search in."""

    record: ProjectRecord
    statements: tuple[Statement, ...]
    text: str


def records_in(
    reading: Reading, name: str, columns: Columns, framework: Framework
) -> tuple[tuple[FoundRecord, ...], tuple[Problem, ...]]:
    """The project records of a file (shown as `name`), none when its headings are not those of projects.

    Codes: `record.untitled`, `.unknown-keys` (what it says of projects that no record has), `.pupils`, `.url`,
    `address.password`, and as in `lasting.years_in`.
    """
    entries = [(entry, _by_field(entry, columns)) for entry in _whole(reading, columns)]
    if not _are_records(reading, entries):
        return (), ()
    found: list[FoundRecord] = []
    problems: list[Problem] = []
    for entry, said in entries:
        if "title" in said:
            builder = _Builder(said, name, framework)
            beside = tuple(stated(entry.cells, columns, _BESIDE, name, Origin.DOCUMENT))
            found.append(FoundRecord(record=builder.record(), statements=beside, text=_text(entry)))
            problems += builder.problems
        elif said.keys() & _FIELDS:
            problems.append(warning("record.untitled", Place(file=name, line=entry.line or None)))
    if strange := _unknown((entry for entry, said in entries if "title" in said), columns):
        problems.append(note("record.unknown-keys", Place(file=name), keys=", ".join(strange)))
    return tuple(found), tuple(problems)


def _are_records(reading: Reading, entries: Sequence[tuple[Entry, Said]]) -> bool:
    """Whether entries have the fields of projects.

    What has partners and a day tells of a meeting, unless it is the row of a table that calls its titles projects'.
    """
    present = {field for _, said in entries for field in said}
    if "title" not in present:
        return False
    dated = [said for _, said in entries if "date" in said]
    listed = FORMATS[reading.format].family in _TABLES and any(_called_project(said) for _, said in entries)
    lasting = bool(dated) and all(map(is_long, dated))
    telling = bool(present & _TELLING) and (not dated or lasting or listed)
    known = present & _FIELDS
    if listed and (lasting or present & {"starts", "ends"}):
        known |= {"years"}
    return telling or len(known) >= _LEAST


def _unknown(entries: Iterable[Entry], columns: Columns) -> tuple[str, ...]:
    """The headings of records that nobody knows; what only may be one is left out."""
    headings = dict.fromkeys(cell.heading for entry in entries for cell in entry.cells)
    return tuple(
        heading for heading in headings if not columns.field_of(heading)[0] and len(heading.split()) <= _LONGEST_HEADING
    )


def _called_project(said: Said) -> bool:
    """Whether the heading of a title speaks of a project."""
    return any(_has_project(cell.heading) for cell, _ in said.get("title", ()))


def record_of_title(title: Sourced[LocalText] | None, name: str) -> ProjectRecord:
    """The record of a piece that a person calls a project, of which no more than a title is known."""
    if title:
        return ProjectRecord(title=Sourced(value=title.value.texts[0][1], origin=title.origin, where=title.where))
    stem = name.rpartition("/")[2].rpartition(".")[0] or name
    return ProjectRecord(title=Sourced(value=stem, origin=Origin.FILE_NAME, where=name))


class _Builder:
    """Makes a record's fields of its cells; `problems` are those met on the way."""

    def __init__(self, said: Said, name: str, framework: Framework) -> None:
        self._said = said
        self._name = name
        self._framework = framework
        self.problems: list[Problem] = []

    def record(self) -> ProjectRecord:
        title = self._sourced("title", str)
        assert title is not None  # records_in asks for it
        return ProjectRecord(
            title=title,
            number=self._sourced("number", str),
            url=self._url(),
            summary=self._local("summary"),
            years=self._years(),
            status=self._sourced("status", str),
            role=self._sourced("role", str),
            partners=self._partners(),
            teachers=self._sourced("teachers", list_in),
            classes=self._sourced("classes", list_in),
            subjects=self._sourced("subjects", list_in),
            languages=self._sourced("languages", list_in),
            pupils=self._pupils(),
            ages=self._sourced("ages", str),
            results=self._local("results"),
            national_label=self._label("national_label"),
            european_label=self._label("european_label"),
        )

    def _sourced(self, field: str, read: Callable[[str], T]) -> Sourced[T] | None:
        if field not in self._said:
            return None
        cell, _ = self._said[field][0]
        return Sourced(value=read(cell.text), origin=Origin.DOCUMENT, where=spot(_place(self._name, cell)))

    def _local(self, field: str) -> Sourced[LocalText] | None:
        if field not in self._said:
            return None
        texts = {language: cell.text for cell, language in reversed(self._said[field])}
        where = spot(_place(self._name, self._said[field][0][0]))
        return Sourced(value=LocalText(texts=tuple(reversed(texts.items()))), origin=Origin.DOCUMENT, where=where)

    def _url(self) -> Sourced[str] | None:
        """The address of a web page, without a password in it."""
        url = self._sourced("url", str)
        if url is None:
            return None
        where = _place(self._name, self._said["url"][0][0])
        if not leads_to_page(url.value):
            self.problems.append(warning("record.url", where))
            return None
        bare = without_password(url.value)
        if bare != url.value:
            self.problems.append(warning("address.password", where))
        return replace(url, value=bare)

    def _partners(self) -> Sourced[tuple[tuple[str, str], ...]] | None:
        """Partner schools, and countries of partners that are in no school's entry."""
        countries = self._framework.countries
        schools = self._sourced("partners", lambda text: partners_in(text, countries))
        named = self._sourced(_COUNTRIES, lambda text: countries_in(text, countries))
        if not schools or not named:
            return schools or named
        known = {country for _, country in schools.value}
        return replace(schools, value=(*schools.value, *(each for each in named.value if each[1] not in known)))

    def _label(self, field: str) -> Sourced[str] | None:
        """A quality label; "no" in any language means that there is none."""
        label = self._sourced(field, str)
        denied = {fold(word) for key in ("no", "none") for word in self._framework.answers.get(key, ())} | {"-", "–"}
        return None if label and fold(label.value) in denied else label

    def _years(self) -> Sourced[str] | None:
        years, problems = years_in(self._said, self._name)
        self.problems += problems
        return years

    def _pupils(self) -> Sourced[int] | None:
        text = self._sourced("pupils", str)
        if text is None:
            return None
        found = re.search(r"\d{1,3}(?:[.  ]\d{3})+(?!\d)|\d+", text.value)
        if not found:
            cell, _ = self._said["pupils"][0]
            self.problems.append(warning("record.pupils", _place(self._name, cell)))
            return None
        return Sourced(value=int(re.sub(r"\D", "", found[0])), origin=text.origin, where=text.where)


def _titled(reading: Reading, columns: Columns) -> tuple[Entry, ...]:
    """The entries of a reading; the form of a project in a text without a field for its title has the text's heading.

    Minutes, lesson plans and worksheets have classes, languages and numbers too, so the form must speak of a project,
    and have no date: what has one tells of a day.
    """
    if reading.heading is None:
        return reading.entries
    forms = [entry for entry in reading.entries if len(_by_field(entry, columns).keys() & _FIELDS) >= _LEAST]
    if len(forms) != 1:
        return reading.entries
    (form,) = forms
    said = {field for entry in reading.entries for field in _by_field(entry, columns)}
    if said & {"title", "date"} or not _speaks_of_project(form, columns):
        return reading.entries
    return (replace(form, cells=(reading.heading, *form.cells)),)


def _whole(reading: Reading, columns: Columns) -> Sequence[Entry]:
    """The entries of a reading; what a text tells of its only titled project in other places belongs to that.

    So a report has the partners in a line and all else in a table. What should be a few words and is a sentence is not
    taken from there, and nothing where one thing is told twice: these are rows of a table.
    """
    entries = _titled(reading, columns)
    parts = [(entry, said) for entry in entries if (said := _by_field(entry, columns).keys() & {"title", *_FIELDS})]
    titled = [entry for entry, said in parts if "title" in said]
    told = [field for _, said in parts for field in said]
    if FORMATS[reading.format].family in _TABLES or len(titled) != 1 or len(told) > len(set(told)):
        return entries
    lines = (cell for entry, _ in parts if entry is not titled[0] for cell in entry.cells)
    said_of_it = (cell for cell in lines if _tells(cell, columns.field_of(cell.heading)[0]))
    apart = (entry for entry in entries if all(entry is not part for part, _ in parts))
    return (replace(titled[0], cells=(*titled[0].cells, *said_of_it)), *apart)


def _tells(cell: Cell, field: str) -> bool:
    """Whether a line says what its field is for, and does not only begin like it."""
    return bool(field) and (field in _BESIDE | _PROSE or not _SENTENCE.search(cell.text))


def _speaks_of_project(entry: Entry, columns: Columns) -> bool:
    """Whether a form has partners or a label, or a heading such as "project number", in any language."""
    return any(
        field in _TELLING or (field in _FIELDS and _has_project(cell.heading))
        for field, cells in _by_field(entry, columns).items()
        for cell, _ in cells
    )


def _has_project(heading: str) -> bool:
    """Whether a heading has a word for project, in any language."""
    words = tuple(word for word, kind in vocabulary().kinds.items() if kind is Kind.PROJECT)
    return any(part.startswith(words) for part in fold(heading).split())


def _by_field(entry: Entry, columns: Columns) -> Said:
    said: dict[str, list[tuple[Cell, str]]] = {}
    for cell in entry.cells:
        field, language = columns.field_of(cell.heading)
        if field:
            said.setdefault(field, []).append((cell, language))
    return said


def _place(name: str, cell: Cell) -> Place:
    return Place(file=name, line=cell.line or None)


def _text(entry: Entry) -> str:
    return "\n".join(cell.text for cell in entry.cells)
