"""What the school's own page tells in the program's words: which pieces are kept from whom, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from portfolio.compose.edition import Edition
from portfolio.compose.titles import title_alone
from portfolio.model.clearance import Clearance
from portfolio.model.problem import Problem, Reason, Severity, spot
from portfolio.model.readinesspage import Remark
from portfolio.model.text import Phrase


class Speaker(Protocol):
    """The program's own words in a language: refusals and problems have no others."""

    @property
    def language(self) -> str:
        """The language they are in, which may be another than the page's."""

    def say(self, key: str, /, **values: object) -> str:
        """A text by its key."""

    def why(self, reason: Reason) -> str:
        """A Reason in words."""

    def what(self, problem: Problem) -> str:
        """What is wrong."""

    def remedy(self, problem: Problem) -> str:
        """What to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """`kept`: the clearances that keep placed pieces from an audience; `found`: all that is wrong.

    `language` is the page's, the speaker's may be another.
    """

    kept: Sequence[Clearance]
    found: Sequence[Problem]
    speaker: Speaker
    language: str

    def withheld(self, edition: Edition) -> Iterator[Remark]:
        """Each piece that somebody is not shown, with the reasons and whom they keep it from."""
        for item in (piece.item for piece in edition.pieces):
            whom: dict[Reason, list[str]] = {}
            for each in self.kept:
                if each.item == item.id:
                    whom.setdefault(each.why, []).append(self.speaker.say(f"audiences.{each.audience}"))
            if whom:
                said = "; ".join(f"{', '.join(names)}: {self.speaker.why(why)}" for why, names in whom.items())
                pillar = next(iter(edition.mapping.pillars_of(item.id)), "")
                yield self._remark(title_alone(item, edition), said, f"{item.id} · {item.files[0]}", key=pillar)

    def problems(self) -> Iterator[Remark]:
        """What is wrong and what to do, worst first."""
        order = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        for each in sorted(dict.fromkeys(self.found), key=lambda problem: order.index(problem.severity)):
            head = Phrase(text=self.speaker.say(f"severity.{each.severity}"), language=self._foreign)
            said = f"{self.speaker.what(each)} → {self.speaker.remedy(each)}"
            yield self._remark(head, said, spot(each.where) if each.where else "")

    def _remark(self, head: Phrase, text: str, where: str, key: str = "") -> Remark:
        return Remark(key=key, head=head, text=text, where=where, language=self._foreign)

    @property
    def _foreign(self) -> str:
        return "" if self.speaker.language == self.language else self.speaker.language
