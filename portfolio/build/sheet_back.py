"""What a person changed in a review sheet, as decisions; all of it, or nothing and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from portfolio.build.sheet import Judged
from portfolio.build.sheetfields import CellFault, SheetField, SheetFields, tidy
from portfolio.build.sheetfile import ID, ReturnedRow, ReturnedSheet
from portfolio.build.sheetplaces import PAIRS, PLACES, SheetPlaces
from portfolio.build.survey import Survey
from portfolio.errors import ProjectError
from portfolio.model.decision import GUARDING, UNDECIDED, Decision, Field
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Place, Problem, error, warning

FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a person wrote into a cell: the piece, the field, its values for decisions.csv, the row of the sheet.

    `because` is the reason where the sheet asks for one.
    """

    item: EvidenceItem
    asked: SheetField
    values: tuple[str, ...]
    row: int
    because: str = ""


def changes_in(
    sheet: ReturnedSheet, survey: Survey, fields: SheetFields, asked: Sequence[SheetField], places: SheetPlaces
) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """What was changed in a sheet against what was written into it, and a warning for what only shows something.

    An untouched cell decides nothing, and neither does one that says what the project says by now. Raises ProjectError
    with all that is wrong: `sheet.no-id`, `.unknown-id`, `.id-twice`, `.other-file`, `.gone`, `.changed-meanwhile`, and
    what CellFault names. No Problem repeats what stands in a cell: it may be a name. Warning: `sheet.read-only`.
    """
    found = tuple(_Comparison(sheet, survey, fields, asked, places).outcome())
    problems = [each for each in found if isinstance(each, Problem)]
    if problems:
        raise ProjectError(*problems)
    changes = tuple(each for each in found if isinstance(each, Change))
    return changes, tuple(_only_shown(sheet, {*PLACES, *(each.key for each in asked)}))


def decisions_of(changes: Iterable[Change], *, by: str, on: str, because: Callable[[int], str]) -> tuple[Decision, ...]:
    """The lines for decisions.csv; `because` says in words which row of the sheet it was."""
    return tuple(
        Decision(
            item=change.item.id,
            file=change.item.files[0],
            field=change.asked.field,
            value=value,
            where=Place(file="decisions.csv"),
            language=change.asked.language,
            by=by,
            on=on,
            because=change.because or because(change.row),
        )
        for change in changes
        for value in change.values
    )


class _Comparison:
    """The rows of a sheet against what was written into them, and against what the project says now."""

    def __init__(
        self,
        sheet: ReturnedSheet,
        survey: Survey,
        fields: SheetFields,
        asked: Sequence[SheetField],
        places: SheetPlaces,
    ) -> None:
        self._sheet = sheet
        self._places = places
        self._pairs = [(field, pair) for field, pair in PAIRS.items() if sheet.headings.keys() >= set(pair)]
        self._fields = fields
        self._asked = [each for each in asked if each.key in sheet.headings]
        self._judged = Judged(survey.clearances)
        self._pieces = {item_id: item for item in survey.catalogue.items for item_id in item.ids}
        self._decided = {(each.item, each.field, each.language): each.value for each in survey.project.decisions}

    def outcome(self) -> Iterator[Change | Problem]:
        """The changes of every row, or what is wrong in it."""
        lines: dict[str, int] = {}
        for row in self._sheet.rows:
            item_id = row.cells[ID]
            where = Place(file=self._sheet.file, line=row.line)
            if not item_id:  # people sum up, or leave notes, below a table
                keys = (*(each.key for each in self._asked), *(key for _, pair in self._pairs for key in pair))
                if any(row.cells[key] for key in keys):
                    yield error("sheet.no-id", where, column=self._sheet.headings[ID])
            elif item_id not in self._sheet.written:
                yield error("sheet.unknown-id", where, id=item_id)
            elif item_id in lines:
                yield error("sheet.id-twice", where, id=item_id, first=lines[item_id])
            else:
                lines[item_id] = row.line
                found = (*self._row(row, item_id, where), *self._placed(row, item_id, where))
                yield from self._of_another(row, item_id, where) if found else ()
                yield from found

    def _of_another(self, row: ReturnedRow, item_id: str, where: Place) -> Iterator[Problem]:
        """That id and file of a row with changes are of two pieces: one of the columns was sorted without the other."""
        if FILE not in self._sheet.headings:
            return
        own, said = tidy(self._sheet.written[item_id][FILE]), tidy(row.cells[FILE])
        guards = any(
            tidy(row.cells[each.key]) != tidy(self._sheet.written[item_id][each.key])
            for each in self._asked
            if each.field in GUARDING
        )
        others = (tidy(each[FILE]) for each in self._sheet.written.values())
        if said and said != own and (guards or said in others):
            yield error("sheet.other-file", where, id=item_id, column=self._sheet.headings[FILE])

    def _row(self, row: ReturnedRow, item_id: str, where: Place) -> Iterator[Change | Problem]:
        for asked in self._asked:
            text, before = row.cells[asked.key], self._sheet.written[item_id][asked.key]
            if tidy(text) == tidy(before):
                continue
            heading = self._sheet.headings[asked.key]
            try:
                meant = self._fields.meaning(asked, text)
            except CellFault as fault:
                yield error(fault.code, where, column=heading)
                continue
            if meant == self._meant(asked, before):
                continue
            if item_id not in self._pieces:
                yield error("sheet.gone", where, id=item_id)
                return
            item, values = self._pieces[item_id], self._fields.values(asked, text)
            now = self._meant(asked, self._judged.shown(item, asked, self._fields))
            if meant == now or self._decided.get((item.id, asked.field, asked.language)) == values[-1]:
                continue
            if now != self._meant(asked, before):
                yield error("sheet.changed-meanwhile", where, column=heading)
            else:
                yield Change(item=item, asked=asked, values=values, row=row.line)

    def _placed(self, row: ReturnedRow, item_id: str, where: Place) -> Iterator[Change | Problem]:
        """What was changed about the place of a piece: two cells decide a field together."""
        for field, pair in self._pairs:
            before = [self._sheet.written[item_id][key] for key in pair]
            if [tidy(row.cells[key]) for key in pair] == [tidy(text) for text in before]:
                continue
            cells: list[tuple[str, ...]] = []
            key = pair[0]
            try:
                for key in pair:
                    cells.append(self._places.read(key, row.cells[key]))
                meant = self._places.meaning(field, cells, before)
            except CellFault as fault:
                yield error(fault.code, where, column=self._sheet.headings[key])
                continue
            was = self._meant_by(field, before)
            if meant == was:
                continue
            if item_id not in self._pieces:
                yield error("sheet.gone", where, id=item_id)
                return
            item = self._pieces[item_id]
            shown = self._judged.places(item, self._places)
            now = self._meant_by(field, [shown[key] for key in pair])
            last = self._decided.get((item.id, field, ""))
            values = self._places.values(field, meant, again=last is not None)
            if meant == now or (field is Field.PILLAR and len(values) == 1 and last == values[0] == UNDECIDED):
                continue
            if now != was:
                yield error("sheet.changed-meanwhile", where, column=self._sheet.headings[pair[0]])
            else:
                because = meant[1] if field is Field.EXCLUDE and len(meant) > 1 else ""
                asked = SheetField(field=field)
                yield Change(item=item, asked=asked, values=values, row=row.line, because=because)

    def _meant_by(self, field: Field, texts: Sequence[str]) -> tuple[str, ...]:
        """What our own texts mean; those that nobody understands any more mean nothing but themselves."""
        try:
            cells = [self._places.read(key, text) for key, text in zip(PAIRS[field], texts, strict=True)]
            return self._places.meaning(field, cells, texts)
        except CellFault:
            return tuple(map(tidy, texts))

    def _meant(self, asked: SheetField, text: str) -> object:
        """What one of our own texts means; one that only shows how much is unknown means nothing but itself."""
        try:
            return self._fields.meaning(asked, text)
        except CellFault:
            return tidy(text)


def _only_shown(sheet: ReturnedSheet, asked: set[str]) -> Iterator[Problem]:
    """A warning for each column that only shows something and was written into."""
    for key, heading in sheet.headings.items():
        lines = [
            row.line
            for row in sheet.rows
            if key not in asked
            and key in row.cells
            and row.cells[ID] in sheet.written
            and tidy(row.cells[key]) != tidy(sheet.written[row.cells[ID]][key])
        ]
        if lines:
            yield warning("sheet.read-only", Place(file=sheet.file, line=lines[0]), column=heading, n=len(lines))
