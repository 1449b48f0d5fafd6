"""The columns of a review sheet about the place of a piece: what it proves, and whether it is left out, and why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from portfolio.build.sheetfields import CellFault, tidy
from portfolio.files.sheetbook import fitting
from portfolio.files.workbook import ERRORS
from portfolio.i18n import fold
from portfolio.mapping.decided import NO_PILLAR
from portfolio.model.decision import UNDECIDED, Field
from portfolio.model.evidence import EvidenceItem
from portfolio.model.mapping import Link
from portfolio.model.mapping import Mapping as Placed
from portfolio.targets import Targets

PILLAR, FURTHER, EXCLUDE, BECAUSE = "pillar", "further", "exclude", "because"
PLACES = (PILLAR, FURTHER, EXCLUDE, BECAUSE)
# Which columns decide a field together.
PAIRS: Mapping[Field, tuple[str, str]] = {Field.PILLAR: (PILLAR, FURTHER), Field.EXCLUDE: (EXCLUDE, BECAUSE)}

_PARTS = re.compile(r"[;\n]")


class SheetPlaces:
    """Shows and reads the places of pieces.

    `labels` are the targets as the sheet calls them, `named` what each label of any language means (folded), `yes` how
    the sheet says that a piece is left out.
    """

    def __init__(
        self,
        placed: Placed,
        targets: Targets,
        answers: Mapping[str, Iterable[str]],
        *,
        labels: Mapping[str, str],
        named: Mapping[str, str],
        yes: str,
    ) -> None:
        self._placed = placed
        self._targets = targets
        self._labels, self._named, self._yes_word = labels, named, yes
        self._none = {NO_PILLAR, *map(fold, answers.get("none", ()))}
        self._undecided = {UNDECIDED, *map(fold, answers.get("unknown", ()))}
        self._yes, self._no = (set(map(fold, answers.get(word, ()))) for word in ("yes", "no"))
        self._links: dict[str, list[Link]] = defaultdict(list)
        for link in placed.links:
            self._links[link.item].append(link)

    @property
    def choices(self) -> tuple[str, ...]:
        """What a cell for a target offers."""
        return tuple(self._labels.values())

    def label(self, target: str) -> str:
        """How the sheet calls a target."""
        return self._labels.get(target, target)

    def shown(self, item: EvidenceItem) -> dict[str, str]:
        """What the cells of a piece say: its first target, the further ones, whether it is left out, and why."""
        first, *rest = [self.label(link.target) for link in self._links[item.id]] or [""]
        why = self._placed.excluded.get(item.id)
        cells = {
            PILLAR: first,
            FURTHER: "\n".join(rest),
            EXCLUDE: self._yes_word if why else "",
            BECAUSE: dict(why.values).get("because", "") if why else "",
        }
        return {key: fitting(text) for key, text in cells.items()}

    def read(self, key: str, text: str) -> tuple[str, ...]:
        """What a cell says: targets, or only "?" for not decided; "yes" or nothing; a reason or nothing.

        Raises CellFault: `sheet.pillar`, `.exclude`, `.formula`.
        """
        text = tidy(text)
        if text in ERRORS:
            raise CellFault("sheet.formula")
        if not text:
            return ()
        match key:
            case "pillar" | "further":
                return self._targets_in(text)
            case "exclude":
                return self._exclusion_in(text)
        return (text,)

    def meaning(self, field: Field, cells: Sequence[tuple[str, ...]], before: Sequence[str]) -> tuple[str, ...]:
        """What the two cells of a field say together; `before` is what was written into them.

        Raises CellFault `sheet.because`: a new reason for leaving out what is not left out.
        """
        one, other = cells
        if field is Field.PILLAR:
            both = tuple(dict.fromkeys((*one, *other)))
            return (UNDECIDED,) if UNDECIDED in both else both
        if other and not one and other != (tidy(before[1]),):
            raise CellFault("sheet.because")
        return (*one, *other) if one else ()

    def values(self, field: Field, meant: tuple[str, ...], *, again: bool) -> tuple[str, ...]:
        """The lines of decisions.csv that make it hold; `again` when lines about this piece stand there already."""
        if field is Field.EXCLUDE:
            return ("yes",) if meant else ("no",)
        if not meant or meant == (UNDECIDED,):
            return meant or (NO_PILLAR,)
        return (NO_PILLAR, *meant) if again else meant

    def _targets_in(self, text: str) -> tuple[str, ...]:
        if fold(text) in self._none:
            return ()
        if fold(text) in self._undecided:
            return (UNDECIDED,)
        parts = [part for part in map(str.strip, _PARTS.split(text)) if part]
        found = [self._named.get(fold(part)) or self._targets.find(part) for part in parts]
        if not all(found):
            raise CellFault("sheet.pillar")
        return tuple(dict.fromkeys(found))

    def _exclusion_in(self, text: str) -> tuple[str, ...]:
        if fold(text) in self._yes:
            return ("yes",)
        if text == NO_PILLAR or fold(text) in self._no:
            return ()
        raise CellFault("sheet.exclude")
