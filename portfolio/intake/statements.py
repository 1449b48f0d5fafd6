"""What somebody or something says about a piece, and which of several such statements holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from portfolio.columns import Columns
from portfolio.intake.reading import Cell
from portfolio.model.decision import LOCAL, Field
from portfolio.model.problem import Place, spot
from portfolio.model.text import LocalText, Origin, Sourced

# What a person decides in place of a text or a date: there is none, whatever weaker voices say.
NOTHING = "-"

_STRENGTH = {origin: place for place, origin in enumerate(Origin)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One field of a piece as stated: `text` as written; `by` names the person who decided it, "" else."""

    field: Field
    text: str
    origin: Origin
    where: Place
    language: str = ""
    by: str = ""

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
            field, where = Field(name), Place(file=file, line=cell.line or None)
            spoken = language if field in LOCAL else ""
            yield Statement(field=field, text=cell.text, origin=origin, where=where, language=spoken)


def about(statements: Iterable[Statement], field: Field) -> tuple[Statement, ...]:
    """The statements about one field, the strongest origin first; within an origin their order is kept."""
    chosen = (statement for statement in statements if statement.field is field)
    return tuple(sorted(chosen, key=lambda statement: _STRENGTH[statement.origin]))


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
