"""What proves each target, the strongest piece first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping as Table

from portfolio.i18n import fold
from portfolio.model.catalogue import Catalogue
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.mapping import Link, Mapping, Strength

# What convinces most when somebody has to choose: a paper that another body issued, then what was done and with whom,
# then what was written down, then what can only be looked at.
_KINDS = (
    Kind.CERTIFICATE,
    Kind.PROJECT,
    Kind.DOCUMENT,
    Kind.SURVEY,
    Kind.PHOTO,
    Kind.QUOTATION,
    Kind.MEDIA,
    Kind.LINK,
)
_STRENGTHS = tuple(Strength)

Proofs = Table[str, tuple[EvidenceItem, ...]]


def find_proofs(catalogue: Catalogue, mapping: Mapping) -> Proofs:
    """The pieces by the target they are linked to, the strongest first; excluded ones nowhere.

    A piece that proves a criterion ("model/open-days") proves its pillar ("model") as well. Strongest: what a person
    decided before what the program found, papers of others before pictures, the newest first.
    """
    items = {item.id: item for item in catalogue.items if item.id not in mapping.excluded}
    found: dict[str, dict[str, Link]] = defaultdict(dict)
    for link in mapping.links:
        if link.item in items:
            for target in dict.fromkeys((link.target, link.pillar or link.target)):
                found[target].setdefault(link.item, link)
    return {
        target: tuple(items[link.item] for link in sorted(links.values(), key=lambda link: _order(link, items)))
        for target, links in found.items()
    }


def _order(link: Link, items: Table[str, EvidenceItem]) -> tuple[int, int, int, str, str]:
    item = items[link.item]
    newest = -item.dated.value.last.toordinal() if item.dated else 0
    name = fold(item.files[0]) if item.files else ""
    return (_STRENGTHS.index(link.strength), _KINDS.index(item.kind), newest, name, item.id)
