"""What somebody or something says about a piece, and which of several such statements holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from portfolio.columns import Columns
from portfolio.i18n import fold
from portfolio.intake.reading import Cell
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.decision import BY_FOLDER, BY_PATTERN, LOCAL, REDACTING, Field
from portfolio.model.problem import Place, Problem, note, spot, warning
from portfolio.model.text import LocalText, Origin, Sourced

# What a person decides in place of a text or a date: there is none, whatever weaker voices say.
NOTHING = "-"
# The heading of what a description is about.
FILE = "file"
# What says in every language that it is not known who is in a picture.
NOT_KNOWN = "?"
# "Fotoğrafta" and "fotoğraftakiler" reach 0.77, "Günler" and "görünenler" 0.75.
_NEAR_PEOPLE = 0.76
# A column with names must not be taken for one that covers or crops: so like one of these a heading has to be.
_NEAR_REDACTION = 0.8
# What a project record calls its summary is a caption where a picture is described ("Description", "Beskrivning").
_SUMMARY = "summary"
# The column of project records that tells how many pupils took part, and others with names: people write there who is
# in a picture.
_PUPILS = "pupils"
_NAMING = frozenset({_PUPILS, "teachers", "classes", "by"})
# In a text a longer heading with a word for people in it is a sentence.
_LONGEST_IN_TEXT = 3
_COUNT = re.compile(r"\d+(?:\s+[^\W\d]+)?")

_STRENGTH = {origin: place for place, origin in enumerate(Origin)}
# What is one value, though it may be written as a mapping ("partner.school", "partner.on", …).
_WHOLE = frozenset({*REDACTING, Field.PARTNER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One field of a piece as stated: `text` as written; `by` names the person who decided it, "" else.

    `aim` is how closely a decision is aimed at the piece (`Decision.aim`); `stale`: its content has changed since;
    `in_doubt`: the line could not be read, but may guard somebody.
    """

    field: Field
    text: str
    origin: Origin
    where: Place
    language: str = ""
    by: str = ""
    aim: tuple[int, int] = (0, 0)
    stale: bool = False
    in_doubt: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether a person decided that there is none."""
        return self.origin is Origin.DECISION and self.text == NOTHING


def stated(
    cells: Iterable[Cell], columns: Columns, fields: Collection[Field], file: str, origin: Origin
) -> Iterator[Statement]:
    """What cells of a file (as shown) say under the headings of some fields."""
    for cell in cells:
        name, language = columns.field_of(cell.heading)
        if name in fields:
            yield _statement(cell, Field(name), language, Place(file=file, line=cell.line or None), origin)


def _statement(cell: Cell, field: Field, language: str, where: Place, origin: Origin) -> Statement:
    spoken = language if field in LOCAL else ""
    return Statement(field=field, text=cell.text, origin=origin, where=where, language=spoken)


def described(
    cells: Iterable[Cell], columns: Columns, fields: Collection[Field], file: str, origin: Origin
) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """What the cells of a description say, and a Problem for each heading that is none of its fields.

    Where a heading only nearly says who is in a picture, or people are named without saying that they are in it,
    that is not known, whatever others say: nobody is shown by a guess. Codes: `description.misspelt-key`,
    `.misspelt-people`, `.unknown-key`.
    """
    statements: list[Statement] = []
    problems: list[Problem] = []
    for cell in joined(cells, columns):
        where = Place(file=file, line=cell.line or None)
        name, language = columns.field_of(cell.heading)
        name = Field.CAPTION if name == _SUMMARY else name
        if name in fields:
            statements.append(_statement(cell, Field(name), language, where, origin))
        elif near := _people_meant(cell, columns, fields):
            statements.append(Statement(field=Field.PEOPLE, text=NOT_KNOWN, origin=origin, where=where))
            problems.append(warning("description.misspelt-people", where, key=cell.heading, nearest=near))
        elif not name and (near := _nearest(cell.heading, columns, fields)):
            problems.append(warning("description.misspelt-key", where, key=cell.heading, nearest=near))
            meant = columns.field_of(near)[0]
            if meant in REDACTING:  # without a value: what was to be covered is not known, so nobody is shown it
                statements.append(Statement(field=Field(meant), text="", origin=origin, where=where))
        else:
            problems.append(note("description.unknown-key", where, key=cell.heading))
    return tuple(statements), tuple(problems)


def describes(cells: Iterable[Cell], columns: Columns, fields: Collection[Field]) -> bool:
    """Whether cells describe something else, and are no record of their own: some are of these fields, none of records.

    What only nearly says who is in a picture describes it too.
    """
    headings = [cell.heading for cell in cells]
    known = {columns.field_of(heading)[0] for heading in headings} - {"", FILE, _SUMMARY}
    return known <= set(Field) and any(
        columns.field_of(heading)[0] in fields or says_people(heading, columns, fields) for heading in headings
    )


def is_field(heading: str, columns: Columns, fields: Collection[Field], least: float) -> bool:
    """Whether a heading is one that is known, whatever for, or so much like one of some fields as `least` says."""
    known = columns.field_of(heading)[0] or columns.nearest(heading, fields, least)
    return bool(known) or says_people(heading, columns, fields)


def says_people(heading: str, columns: Columns, fields: Collection[Field]) -> bool:
    """Whether a heading says who is there, or may do so, where that is one of the fields."""
    if Field.PEOPLE not in fields:
        return False
    name = columns.field_of(heading)[0]
    if name:
        return name == Field.PEOPLE or name in _NAMING
    if _is_near_people(heading, columns):
        return True
    words = _words(heading)
    return len(words) <= _LONGEST_IN_TEXT and _names_people(words)


def _people_meant(cell: Cell, columns: Columns, fields: Collection[Field]) -> str:
    """The heading that should say who is there, where one does that only nearly; "" for all others."""
    if Field.PEOPLE not in fields:
        return ""
    name, people = columns.field_of(cell.heading)[0], columns.heading_of(Field.PEOPLE)
    if name:
        is_count = name == _PUPILS and _COUNT.fullmatch(cell.text.strip())
        return people if name in _NAMING and not is_count else ""
    is_near = _is_near_people(cell.heading, columns) or (
        columns.field_of(_nearest(cell.heading, columns, fields))[0] == Field.PEOPLE
    )
    return people if is_near or _names_people(_words(cell.heading)) else ""


def _is_near_people(heading: str, columns: Columns) -> bool:
    """Whether a heading is much like one for who is there, and not more like one for something else."""
    near = columns.nearest(heading, {Field.PEOPLE}, _NEAR_PEOPLE)
    return bool(near) and columns.field_of(columns.nearest(heading, (), _NEAR_PEOPLE))[0] == Field.PEOPLE


def _nearest(heading: str, columns: Columns, fields: Collection[Field]) -> str:
    """The heading of a field that is most like one that is not known, "" for none."""
    covering = {field for field in fields if field in REDACTING}
    return columns.nearest(heading, covering, _NEAR_REDACTION) or columns.nearest(heading, {*fields} - covering)


def _words(heading: str) -> list[str]:
    return re.findall(r"\w+", fold(heading))


def _names_people(words: Iterable[str]) -> bool:
    return not vocabulary().people_words.isdisjoint(words)


def joined(cells: Iterable[Cell], columns: Columns) -> tuple[Cell, ...]:
    """Cells with those of a mapping that is one value put together: its keys and values as "key: value" lines."""
    found: list[Cell] = []
    for cell in cells:
        head, _, part = cell.heading.partition(".")
        if not part or columns.field_of(head)[0] not in _WHOLE:
            found.append(cell)
            continue
        text = f"{part}: " + cell.text.replace("\n", ", ")
        if found and found[-1].heading == head:
            found[-1] = replace(found[-1], text=f"{found[-1].text}\n{text}")
        else:
            found.append(Cell(heading=head, text=text, line=cell.line))
    return tuple(found)


def about(statements: Iterable[Statement], field: Field) -> tuple[Statement, ...]:
    """The statements about one field, the strongest origin first; within an origin their order is kept."""
    chosen = (statement for statement in statements if statement.field is field)
    return tuple(sorted(chosen, key=lambda statement: _STRENGTH[statement.origin]))


def holding(statements: Iterable[Statement], field: Field) -> tuple[Statement, ...]:
    """The statements about a field that are as strong as the strongest and aimed as closely, in the order written."""
    found = about(statements, field)
    equal = tuple(each for each in found if (each.origin, each.aim) == (found[0].origin, found[0].aim))
    return equal[::-1] if equal and equal[0].origin is Origin.DECISION else equal  # of decisions the last is the first


def rising(statements: Iterable[Statement], field: Field) -> tuple[Statement, ...]:
    """All statements about a field, the weakest first, equals in the order written: what adds up, and is taken back.

    Weakest are those about many files at once.
    """
    found = about(statements, field)
    decisions = [each for each in found if each.origin is Origin.DECISION]
    others = sorted((each for each in found if each not in decisions), key=lambda each: -_STRENGTH[each.origin])
    return tuple(sorted((*others, *reversed(decisions)), key=_is_of_many, reverse=True))


def nearest_of(statements: Iterable[Statement], fields: Collection[Field]) -> tuple[Statement, ...]:
    """The statements without decisions about many files at once where somebody speaks of the one file itself.

    This holds for some fields: who is in a picture, and what is to be covered there, is not overruled from afar.
    """
    said = tuple(statements)
    near = {each.field for each in said if each.field in fields and not _is_of_many(each)}
    return tuple(each for each in said if each.field not in near or _is_near(each))


def _is_of_many(statement: Statement) -> bool:
    return statement.origin in (Origin.FOLDER_NOTE, Origin.FOLDER_NAME) or not _is_near(statement)


def _is_near(statement: Statement) -> bool:
    return statement.aim[0] not in (BY_FOLDER, BY_PATTERN)


def said_text(statements: Iterable[Statement], field: Field) -> Sourced[str] | None:
    """The text of the strongest statement about a field; None when that is nothing."""
    found = about(statements, field)
    if not found or found[0].is_nothing:
        return None
    return Sourced(value=found[0].text, origin=found[0].origin, where=spot(found[0].where))


def said_local(statements: Iterable[Statement], field: Field, original: str) -> Sourced[LocalText] | None:
    """A text for people in all languages stated: in each the strongest; origin and place are the strongest one's.

    `original` is the school's own language: a statement without a language counts as in that one. Where the strongest
    is nothing, there is no text in that language.
    """
    strongest: dict[str, Statement] = {}
    for statement in about(statements, field):
        strongest.setdefault(statement.language or original, statement)
    spoken = [statement for statement in strongest.values() if not statement.is_nothing]
    if not spoken:
        return None
    texts = tuple((statement.language, statement.text) for statement in spoken)
    return Sourced(value=LocalText(texts=texts), origin=spoken[0].origin, where=spot(spoken[0].where))


def stronger(first: Origin, second: Origin) -> bool:
    """Whether the first origin goes before the second."""
    return _STRENGTH[first] < _STRENGTH[second]
