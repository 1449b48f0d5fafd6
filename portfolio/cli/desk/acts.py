"""What is done on the desk, as lines of decisions.csv; each can be taken back, the last first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from portfolio.build.placing import Act, Order, Placing
from portfolio.build.sheetfields import CellFault, SheetField, tidy
from portfolio.cli.desk.desk import Desk, Seen
from portfolio.cli.words import read_words
from portfolio.errors import ProjectError
from portfolio.home import DECISIONS
from portfolio.mapping.decided import NO_PILLAR
from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Place, error


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field that says something else by now than the page showed: what was shown, what it says, what was written."""

    asked: SheetField
    shown: str
    now: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What takes an act back: orders about places, or the texts that fields had before, by piece and key."""

    orders: tuple[Order, ...] = ()
    because: str = ""
    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def pieces(self) -> tuple[str, ...]:
        """The pieces that it is about."""
        return tuple(dict.fromkeys((*(order.piece for order in self.orders), *(item for item, _ in self.texts))))


class Acts:
    """Acts on the pieces of a desk, in the name of the school's coordinator."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._steps: list[Step] = []

    @property
    def last(self) -> Step | None:
        """What would be taken back."""
        return self._steps[-1] if self._steps else None

    def place(self, items: Sequence[str], targets: Sequence[str]) -> None:
        """Put pieces to pillars or criteria, or with none of them into the inbox. Raises ProjectError."""
        names = tuple(targets) or (NO_PILLAR,)
        self._order([Order(act=Act.SET, piece=item, names=names) for item in items])

    def leave_out(self, items: Sequence[str], because: str) -> None:
        """Leave pieces out, for a reason. Raises ProjectError (`desk.no-reason`)."""
        if not because.strip():
            raise ProjectError(error("desk.no-reason"))
        self._order([Order(act=Act.EXCLUDE, piece=item) for item in items], because.strip())

    def take_in(self, items: Sequence[str]) -> None:
        """Take pieces in again that were left out."""
        self._order([Order(act=Act.INCLUDE, piece=item) for item in items])

    def write(self, item: str, texts: Mapping[str, str], shown: Mapping[str, str]) -> tuple[Conflict, ...]:
        """Write fields of a piece by their keys; `shown` is what the page said of them.

        Where one of them says something else by now, nothing is written, and each such field comes back with both.
        Raises ProjectError with all that cannot be understood: `desk.gone`, and what `CellFault` names.
        """
        seen = self._desk.look()
        piece = _piece(item, seen)
        changes, conflicts, faults = {}, [], []
        for asked in seen.asked:
            written, before = tidy(texts.get(asked.key, shown.get(asked.key, ""))), tidy(shown.get(asked.key, ""))
            if asked.key not in texts or written == before:
                continue
            now = tidy(seen.fields.shown(piece, asked))
            try:
                meaning = seen.fields.meaning(asked, written)
            except CellFault as fault:
                faults.append(error(fault.code, Place(file=piece.files[0]), column=self._heading(asked)))
                continue
            if now != before and now != written:
                conflicts.append(Conflict(asked=asked, shown=before, now=now, written=written))
            elif now != written and meaning != seen.fields.meaning(asked, now):
                changes[asked] = written
        if faults:
            raise ProjectError(*faults)
        if changes and not conflicts:
            before_all = {(piece.id, asked.key): seen.fields.shown(piece, asked) for asked in changes}
            self._write(seen, {(piece, asked): text for asked, text in changes.items()})
            self._steps.append(Step(texts=before_all))
        return tuple(conflicts)

    def nobody(self, items: Sequence[str]) -> None:
        """Say of pieces that nobody is in them."""
        seen = self._desk.look()
        asked = SheetField(field=Field.PEOPLE)
        word = read_words(seen.survey.project.language).say("sheet.people.none")
        pieces = [_piece(item, seen) for item in items]
        before = {(piece.id, asked.key): seen.fields.shown(piece, asked) for piece in pieces}
        self._write(seen, {(piece, asked): word for piece in pieces})
        self._steps.append(Step(texts=before))

    def undo(self) -> None:
        """Take the last act back; nothing without one."""
        if not self._steps:
            return
        step = self._steps.pop()
        if step.orders:
            self._carry_out(step.orders, step.because)
        else:
            seen = self._desk.look()
            by_key = {asked.key: asked for asked in seen.asked}
            self._write(seen, {(_piece(item, seen), by_key[key]): text for (item, key), text in step.texts.items()})

    def _order(self, orders: Sequence[Order], because: str = "") -> None:
        if step := self._carry_out(orders, because):
            self._steps.append(step)

    def _carry_out(self, orders: Sequence[Order], because: str) -> Step | None:
        """What takes it back; None where it is so already."""
        seen = self._desk.look()
        for order in orders:
            _piece(order.piece, seen)
        own = read_words(seen.survey.project.language)
        placing = Placing(
            seen.survey,
            by=self._who(seen),
            on=self._desk.today.isoformat(),
            because=because,
            why=lambda why: own.say("decide.confirmed", why=own.why(why)),
        )
        done = placing.carry_out(orders)
        lines = [line for each in done for line in each.lines]
        if not lines:
            return None
        excluding = any(line.field is Field.EXCLUDE for line in lines)
        self._desk.decide(lines, places_alone=not excluding)
        undo = tuple(order for each in done if each.lines for order in each.undo)
        return Step(orders=undo, because=next((each.because for each in done if each.because), ""))

    def _write(self, seen: Seen, texts: Mapping[tuple[EvidenceItem, SheetField], str]) -> None:
        """Write fields of pieces; "" takes away what was said."""
        lines = [
            Decision(
                item=piece.id,
                file=piece.files[0],
                field=asked.field,
                value=value,
                where=Place(file=DECISIONS),
                language=asked.language,
                by=self._who(seen),
                on=self._desk.today.isoformat(),
                because=read_words(seen.survey.project.language).say("desk.because"),
            )
            for (piece, asked), text in texts.items()
            for value in seen.fields.values(asked, text)
        ]
        self._desk.decide(lines, places_alone=False)

    def _who(self, seen: Seen) -> str:
        """Raises ProjectError (`decide.by`) where nobody is named."""
        if who := seen.survey.project.school.coordinator:
            return who
        raise ProjectError(error("decide.by", Place(file="portfolio.yaml")))

    def _heading(self, asked: SheetField) -> str:
        heading = self._desk.words.say(f"sheet.columns.{asked.field}")
        return f"{heading} ({asked.language})" if asked.language else heading


def _piece(item: str, seen: Seen) -> EvidenceItem:
    """Raises ProjectError (`desk.gone`)."""
    if piece := seen.items.get(item):
        return piece
    raise ProjectError(error("desk.gone", id=item))
