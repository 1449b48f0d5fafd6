"""What is said of a piece and does not hold, because a stronger voice says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portfolio.intake.statements import Statement, about
from portfolio.model.dating import Dating
from portfolio.model.decision import LOCAL, Field
from portfolio.model.evidence import Overruled
from portfolio.model.problem import spot
from portfolio.model.text import Sourced

# Of people nothing is repeated: names stand nowhere but where they were written.
_TOLD = (*LOCAL, Field.PLACE, Field.CREDIT)


def overruled_in(
    statements: Sequence[Statement], properties: Sequence[Statement], dating: Sourced[Dating] | None, original: str
) -> tuple[Overruled, ...]:
    """The statements about titles, captions, places and dates that do not hold, the strongest first.

    `dating` is the date that holds, `properties` are those of the file, `original` is the school's own language.
    """
    found = [each for field in _TOLD for each in _weaker(about(statements, field), original)]
    dates = about((*statements, *properties), Field.DATE)
    found += [each for each in dates if not (dating and spot(each.where) == dating.where)]
    return tuple(dict.fromkeys(map(_overruled, found)))


def _weaker(said: Sequence[Statement], original: str) -> Iterator[Statement]:
    """All but the first in each language, unless they say the same."""
    holding: dict[str, Statement] = {}
    for each in said:
        if holding.setdefault(each.language or original, each).text != each.text:
            yield each


def _overruled(statement: Statement) -> Overruled:
    said = Sourced(value=statement.text, origin=statement.origin, where=spot(statement.where))
    return Overruled(field=str(statement.field), said=said)
