"""One piece with all that can be said of it: its fields, who may see it, where it stands and why, its better twin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portfolio.build.sheetfields import SheetField
from portfolio.cli.desk.cards import Card, card_of
from portfolio.cli.desk.desk import Seen
from portfolio.errors import ProjectError
from portfolio.model.clearance import HANDED_OUT
from portfolio.model.decision import LOCAL, Field
from portfolio.model.mapping import Link
from portfolio.model.problem import error


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedField:
    """A field as the page asks for it: `long` for texts of several words, `hint` beside it."""

    key: str
    label: str
    hint: str
    text: str
    language: str
    long: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceSheet:
    """A piece as its page shows it; `links` and `suggestions` are titles with reasons, `audiences` names with why."""

    card: Card
    fields: tuple[AskedField, ...]
    links: tuple[tuple[str, str, str], ...]
    suggestions: tuple[tuple[str, str, str], ...]
    audiences: tuple[tuple[str, bool, str], ...]
    twins: tuple[str, ...]
    left_out: str
    before: str
    after: str


def sheet_of(item: str, seen: Seen) -> PieceSheet:
    """The page of a piece. Raises ProjectError (`desk.gone`)."""
    from portfolio.cli.map import title_of

    piece = seen.items.get(item)
    if piece is None:
        raise ProjectError(error("desk.gone", id=item))
    words, mapping = seen.words, seen.survey.mapping
    order = list(seen.items)
    at = order.index(item)

    def told(links: Iterable[Link]) -> tuple[tuple[str, str, str], ...]:
        return tuple(
            (link.target, title_of(link.target, seen.survey.framework, words.language), words.why(link.rationale))
            for link in links
        )

    excluded = mapping.excluded.get(item)
    return PieceSheet(
        card=card_of(piece, seen),
        fields=tuple(_asked(each, seen.fields.shown(piece, each), seen) for each in seen.asked),
        links=told(mapping.links_of(item)),
        suggestions=told(mapping.suggestions_of(item)),
        audiences=tuple(
            (words.say(f"audiences.{entry.audience}"), entry.allowed, words.why(entry.why))
            for entry in seen.judged.of(piece)
            if entry.audience in HANDED_OUT
        ),
        twins=tuple(name for name in piece.files[1:]),
        left_out=words.why(excluded) if excluded else "",
        before=order[at - 1] if at else "",
        after=order[at + 1] if at + 1 < len(order) else "",
    )


def _asked(asked: SheetField, text: str, seen: Seen) -> AskedField:
    words = seen.words
    label = words.say(f"sheet.columns.{asked.field}")
    return AskedField(
        key=asked.key,
        label=f"{label} ({asked.language})" if asked.language else label,
        hint=words.say(f"sheet.hints.{asked.field}"),
        text=text,
        language=asked.language,
        long=asked.field in LOCAL or asked.field is Field.PEOPLE,
    )
