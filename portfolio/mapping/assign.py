"""Which piece proves what, and why.

Five voices can say it. The strongest that says anything about a piece is believed alone:

1. a person's decision (decisions.csv), "-" for "no pillar";
2. a description of the piece (sidecar, caption sheet, folder note);
3. the folders it lies in; copies in two folders count for both;
4. what it is: a certificate of a known kind, a project record;
5. its words, and they only suggest: a piece without a place gets at most two suggestions, and no link;
   one that has a pillar, but none of its criteria, may get a suggestion for one of these.

So a teacher who has put a file somewhere is never overruled by what the program makes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from portfolio.mapping.decided import Decided
from portfolio.mapping.lexicon import Lexicon
from portfolio.mapping.rules import described, narrowed, placed, recognised, suggested
from portfolio.model.catalogue import Catalogue
from portfolio.model.decision import Decision
from portfolio.model.framework import Framework
from portfolio.model.mapping import Link, Mapping
from portfolio.model.problem import Problem, Reason
from portfolio.targets import Targets


def assign(
    catalogue: Catalogue, framework: Framework, decisions: Sequence[Decision], *, language: str
) -> tuple[Mapping, tuple[Problem, ...]]:
    """The links of all pieces with their reasons, suggestions for those without, and what people excluded.

    `language` is the school's: that of texts which state none, and of names in the reasons. Codes of the Problems:
    `mapping.pillar`, `mapping.misspelt-pillar` (a name of no pillar), `mapping.exclude` (neither yes nor no).
    """
    targets, lexicon = Targets(framework, language), Lexicon(framework.concepts, framework.unverified)
    decided = Decided(decisions, framework, targets)
    links: list[Link] = []
    suggestions: list[Link] = []
    excluded: dict[str, Reason] = {}
    problems: list[Problem] = []
    for item in sorted(catalogue.items, key=lambda item: item.id):
        verdict = decided.verdict(item)
        said, unknown = described(item, targets)
        problems.extend((*verdict.problems, *unknown))
        if verdict.excluded:
            excluded[item.id] = verdict.excluded
        elif verdict.settled:
            links.extend(_once(verdict.links))
            suggestions.extend(narrowed(item, verdict.links, lexicon, language))
        elif found := said or placed(item, targets) or recognised(item, framework, language):
            links.extend(_once(found))
            suggestions.extend(narrowed(item, found, lexicon, language))
        else:
            suggestions.extend(suggested(item, lexicon, language))
    mapping = Mapping(links=tuple(links), suggestions=tuple(suggestions), excluded=excluded)
    return mapping, tuple(dict.fromkeys(problems))


def _once(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links without those whose target an earlier one has."""
    kept: dict[str, Link] = {}
    for link in links:
        kept.setdefault(link.target, link)
    return tuple(kept.values())
