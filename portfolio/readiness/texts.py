"""What the school's own texts rest on: which pieces they cite, which of them have no evidence, which no translation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from portfolio.model.evidence import EvidenceItem
from portfolio.model.mapping import Mapping
from portfolio.model.project import Narratives
from portfolio.model.readiness import Evidence, Untranslated

_PLAN = "plan"


def find_orphans(items: Iterable[EvidenceItem], mapping: Mapping, cited: Collection[str]) -> tuple[str, ...]:
    """The placed pieces that no text cites; `cited` are the ids of those that one does."""
    placed = {link.item for link in mapping.links} - mapping.excluded.keys()
    return tuple(item.id for item in items if item.id in placed and item.id not in cited)


def text_key(target: str) -> str:
    """The key under which a target's text stands: that of "plan/model" is "model/plan"."""
    head, _, pillar = target.partition("/")
    return f"{pillar}/{_PLAN}" if head == _PLAN else target


def find_claims(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The targets that have a text and no piece; a plan claims nothing yet."""
    return tuple(
        each.target for each in evidence if each.texts and not each.pieces and not each.target.startswith(f"{_PLAN}/")
    )


def find_untranslated(narratives: Narratives, languages: Sequence[str]) -> Iterator[Untranslated]:
    """The texts that are there in some of the languages and not in all."""
    for key, texts in narratives.texts.items():
        missing = tuple(language for language in languages if language not in texts)
        if missing and len(missing) < len(languages):
            yield Untranslated(key=key, languages=missing)
