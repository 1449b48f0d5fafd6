"""What is done on the desk: lines of decisions.csv, and what forms wrote; each can be taken back, the last first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from portfolio.build.placing import Act, Order, Placing
from portfolio.build.sheetfields import CellFault, SheetField, SheetFields, tidy
from portfolio.cli.desk.desk import Desk, Seen
from portfolio.cli.desk.rewriting import Rewriting
from portfolio.cli.sheet import heading_of
from portfolio.errors import ProjectError
from portfolio.home import DECISIONS
from portfolio.mapping.decided import NO_PILLAR
from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Place, error

# Why an act cannot be taken back, now or later: it was overtaken, its piece is gone, what was there cannot be written.
_FOR_EVER = ("desk.since", "desk.gone", "sheet.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field that says something else by now than the page showed: what was shown, what it says, what was written."""

    asked: SheetField
    shown: str
    now: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of texts that were written: nothing is kept of any where a field is disputed, or not understood.

    `faults` are by the fields' keys: the codes of `CellFault`.
    """

    conflicts: tuple[Conflict, ...] = ()
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What takes an act back: orders about places, or texts by piece and key: what is shown since, what was before."""

    orders: tuple[Order, ...] = ()
    because: str = ""
    texts: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    @property
    def pieces(self) -> tuple[str, ...]:
        """The pieces that it is about."""
        return tuple(dict.fromkeys((*(order.piece for order in self.orders), *(item for item, _ in self.texts))))


class Acts:
    """Acts on the pieces of a desk, in the name of the school's coordinator."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._steps: list[Step | Rewriting] = []
        self._undone: list[tuple[Rewriting, bool]] = []

    @property
    def last(self) -> Step | Rewriting | None:
        """What would be taken back."""
        return self._steps[-1] if self._steps else None

    @property
    def undone(self) -> tuple[tuple[Rewriting, bool], ...]:
        """What forms wrote that was to be taken back, the latest first: whether it could be."""
        return tuple(reversed(self._undone))

    def place(self, items: Sequence[str], targets: Sequence[str]) -> None:
        """Put pieces to pillars or criteria, or with none of them into the inbox. Raises ProjectError."""
        names = tuple(targets) or (NO_PILLAR,)
        self._order([Order(act=Act.SET, piece=item, names=names) for item in items])

    def move(self, items: Sequence[str], target: str) -> None:
        """Put pieces to a pillar or criterion instead of where they stand; what else they prove stays."""
        self._turn(items, target, _moved)

    def add(self, items: Sequence[str], target: str) -> None:
        """Let pieces prove a pillar or criterion as well."""
        self._turn(items, target, _added)

    def leave_out(self, items: Sequence[str], because: str) -> None:
        """Leave pieces out, for a reason. Raises ProjectError (`desk.no-reason`)."""
        if not because.strip():
            raise ProjectError(error("desk.no-reason"))
        self._order([Order(act=Act.EXCLUDE, piece=item) for item in items], because.strip())

    def take_in(self, items: Sequence[str]) -> None:
        """Take pieces in again that were left out."""
        self._order([Order(act=Act.INCLUDE, piece=item) for item in items])

    def write(self, item: str, texts: Mapping[str, str], shown: Mapping[str, str]) -> Written:
        """Write fields of a piece by their keys; `shown` is what the page said of them.

        A field that says something else by now than the page did comes back with both. Raises ProjectError.
        """
        seen = self._desk.look()
        piece = _piece(item, seen)
        changes: dict[SheetField, str] = {}
        conflicts: list[Conflict] = []
        faults: dict[str, str] = {}
        for asked in seen.asked:
            before = tidy(shown.get(asked.key, ""))
            written = tidy(texts.get(asked.key, before))
            now = tidy(seen.fields.shown(piece, asked))
            if written in (before, now):
                continue
            try:
                differs = _differs(seen.fields, asked, written, now)
            except CellFault as fault:
                faults[asked.key] = fault.code
                continue
            if now != before:
                conflicts.append(Conflict(asked=asked, shown=before, now=now, written=written))
            elif differs:
                changes[asked] = written
        if changes and not conflicts and not faults:
            self._write(seen, {(piece, asked): text for asked, text in changes.items()})
        return Written(conflicts=tuple(conflicts), faults=faults)

    def nobody(self, items: Sequence[str]) -> None:
        """Say of pieces that nobody is in them."""
        seen = self._desk.look()
        asked, word = SheetField(field=Field.PEOPLE), seen.own.say("sheet.people.none")
        pieces = [_piece(item, seen) for item in items]
        self._write(seen, {(piece, asked): word for piece in pieces if seen.fields.shown(piece, asked) != word})

    def note(self, written: Rewriting) -> None:
        """Remember what a form wrote, so that it can be taken back."""
        self._steps.append(written)

    def undo(self) -> Step | Rewriting | None:
        """Take the last act back, which it is; nothing without one. What a form wrote is the first of `undone` then.

        Raises ProjectError (`desk.since`) where a field says something else by now: that it says stays. OutputError.
        """
        with self._desk.mutex:  # a button pressed twice takes two acts back, not one of them twice
            if not self._steps:
                return None
            try:
                self._take_back(self._steps[-1])
            except ProjectError as stop:
                if any(problem.code.startswith(_FOR_EVER) for problem in stop.problems):
                    self._steps.pop()  # else nothing that was done before could be taken back any more
                raise
            return self._steps.pop()

    def _take_back(self, step: Step | Rewriting) -> None:
        if isinstance(step, Rewriting):
            with self._desk.writing(step.file.name):
                self._undone.append((step, step.take_back()))
        elif step.orders:
            self._carry_out(step.orders, step.because)
        else:
            self._write_back(step)

    def _write_back(self, step: Step) -> None:
        seen = self._desk.look()
        by_key = {asked.key: asked for asked in seen.asked}
        before: dict[tuple[EvidenceItem, SheetField], str] = {}
        for (item, key), (shown, earlier) in step.texts.items():
            piece, asked = _piece(item, seen), by_key.get(key)  # None in a language that the school has no more
            if asked is None or seen.fields.shown(piece, asked) != shown:
                raise ProjectError(error("desk.since", Place(file=piece.files[0])))
            before[piece, asked] = earlier
        self._record(seen, before)

    def _turn(self, items: Sequence[str], target: str, turned: Callable[[Sequence[str], str], tuple[str, ...]]) -> None:
        links = self._desk.look().links
        now = {item: [link.target for link in links.get(item, ())] for item in items}
        self._order([Order(act=Act.SET, piece=item, names=turned(now[item], target)) for item in items])

    def _order(self, orders: Sequence[Order], because: str = "") -> None:
        with self._desk.mutex:
            if step := self._carry_out(orders, because):
                self._steps.append(step)

    def _carry_out(self, orders: Sequence[Order], because: str) -> Step | None:
        """What takes it back; None where it is so already."""
        seen = self._desk.look()
        for order in orders:
            _piece(order.piece, seen)
        own = seen.own
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
        """Write fields of pieces, so that it can be taken back; nothing where there is nothing to write."""
        if not texts:
            return
        with self._desk.mutex:
            self._record(seen, texts)
            now = self._desk.look()
            step = {
                (piece.id, asked.key): (now.fields.shown(now.items[piece.id], asked), seen.fields.shown(piece, asked))
                for piece, asked in texts
                if piece.id in now.items
            }
            self._steps.append(Step(texts=step))

    def _record(self, seen: Seen, texts: Mapping[tuple[EvidenceItem, SheetField], str]) -> None:
        """The lines of some texts; "" takes away what was said."""
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
                because=seen.own.say("desk.because"),
            )
            for (piece, asked), text in texts.items()
            for value in self._values(seen, asked, text)
        ]
        self._desk.decide(lines, places_alone=False)

    def _values(self, seen: Seen, asked: SheetField, text: str) -> tuple[str, ...]:
        """Raises ProjectError for what can be shown and not be written: who cleared a partner's pupils is not kept."""
        try:
            return seen.fields.values(asked, text)
        except CellFault as fault:
            raise ProjectError(error(fault.code, column=heading_of(asked.key, self._desk.words))) from None

    def _who(self, seen: Seen) -> str:
        """Raises ProjectError (`desk.by`) where nobody is named."""
        if who := seen.survey.project.school.coordinator:
            return who
        raise ProjectError(error("desk.by", Place(file="portfolio.yaml")))


def _differs(fields: SheetFields, asked: SheetField, written: str, now: str) -> bool:
    """Whether what was written means something else than what is shown. Raises CellFault."""
    meaning = fields.meaning(asked, written)
    try:
        return meaning != fields.meaning(asked, now)
    except CellFault:  # not all that is shown can be written
        return True


def _moved(now: Sequence[str], target: str) -> tuple[str, ...]:
    """The targets of a piece that is put to another: it leaves the pillar where it is shown, and stays in others."""
    left = {pillar_of(each) for each in (*now[:1], target)}
    return (target, *(each for each in now if pillar_of(each) not in left))


def _added(now: Sequence[str], target: str) -> tuple[str, ...]:
    """The targets of a piece that proves one more; a criterion takes the place of its bare pillar."""
    bare = pillar_of(target)
    return tuple(dict.fromkeys((*(target if each == bare else each for each in now), target)))


def pillar_of(target: str) -> str:
    """The pillar or bucket of a target."""
    return target.partition("/")[0]


def _piece(item: str, seen: Seen) -> EvidenceItem:
    """Raises ProjectError (`desk.gone`)."""
    if piece := seen.items.get(item):
        return piece
    raise ProjectError(error("desk.gone", id=item))
