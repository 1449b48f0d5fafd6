"""What every voice says of the place of a piece, also where a stronger one is believed (`assign`)."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.mapping.decided import Decided
from portfolio.mapping.lexicon import Lexicon
from portfolio.mapping.rules import described, placed, recognised, suggested
from portfolio.model.decision import Decision
from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Framework
from portfolio.model.mapping import Link, Mapping, Strength
from portfolio.targets import Targets


class Voices:
    """Asks each of them about pieces; `language` is the school's, `mapping` what likeness to other pieces came to."""

    def __init__(self, framework: Framework, decisions: Sequence[Decision], mapping: Mapping, language: str) -> None:
        self._framework, self._mapping, self._language = framework, mapping, language
        self._targets, self._lexicon = Targets(framework, language), Lexicon(framework.concepts, framework.unverified)
        self._decided = Decided(decisions, framework, self._targets)

    def of(self, item: EvidenceItem) -> tuple[Link, ...]:
        """What they say, the strongest first; each target once a voice."""
        links = (
            *self._decided.verdict(item).links,
            *described(item, self._targets)[0],
            *placed(item, self._targets),
            *recognised(item, self._framework),
            *(link for link in self._mapping.suggestions_of(item.id) if link.strength is Strength.SIMILAR),
            *suggested(item, self._lexicon, self._language),
        )
        return tuple({(link.target, link.strength): link for link in reversed(links)}.values())[::-1]
