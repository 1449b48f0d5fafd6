"""Which piece proves what, and why.

The strongest voice that says anything about a piece is believed alone:

1. a person's decision (decisions.csv), "-" for "no pillar", "?" for "not decided after all";
2. a description of the piece (sidecar, caption sheet, folder note);
3. the folders it lies in; copies in two folders count for both;
4. what it is: a certificate of a known kind, a project record.

Two more voices only suggest, and never place a piece: what people decided about pieces like it, then its words. A piece
without a place gets at most two suggestions in all, one with a pillar but none of its criteria is suggested criteria.

So a teacher who has put a file somewhere is never overruled by what the program makes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from portfolio.i18n import fold
from portfolio.mapping.decided import Decided
from portfolio.mapping.declaration import Declarations
from portfolio.mapping.lexicon import Lexicon
from portfolio.mapping.named import only_new_lines
from portfolio.mapping.rules import described, narrowed, placed, recognised, suggested
from portfolio.mapping.similar import Similar
from portfolio.model.catalogue import Catalogue
from portfolio.model.decision import Decision
from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Framework
from portfolio.model.mapping import DECLARATION, Link, Mapping
from portfolio.model.problem import Problem, Reason, reason
from portfolio.targets import Targets

_SUGGESTIONS = 2


def assign(
    catalogue: Catalogue,
    framework: Framework,
    decisions: Sequence[Decision],
    *,
    language: str,
    lexicon: Lexicon | None = None,
) -> tuple[Mapping, tuple[Problem, ...]]:
    """The links of all pieces with their reasons, suggestions for those without, and what people excluded.

    `language` is the school's: that of texts which state none, and of names in the reasons. `lexicon` is the pack's,
    made here where none is at hand. Codes of the Problems:
    `mapping.pillar`, `mapping.misspelt-pillar` (a name of no pillar), `mapping.exclude` (neither yes nor no).
    The signed declaration is left out, whatever anybody decided.
    """
    declarations = Declarations(framework.declaration)
    targets, lexicon = Targets(framework, language), lexicon or Lexicon(framework.concepts, framework.unverified)
    decided = Decided(decisions, framework, targets)
    links: list[Link] = []
    asked: list[tuple[EvidenceItem, tuple[Link, ...], bool]] = []  # with whether a person decided
    examples: list[tuple[EvidenceItem, tuple[Link, ...]]] = []
    excluded: dict[str, Reason] = {}
    problems: list[Problem] = []
    for item in sorted(catalogue.items, key=lambda item: item.id):
        verdict = decided.verdict(item)
        said, unknown = described(item, targets)
        problems.extend((*verdict.problems, *unknown))
        if name := declarations.name_in(item):
            excluded[item.id] = reason(DECLARATION, name=name)
        elif verdict.excluded:
            excluded[item.id] = verdict.excluded
        elif verdict.settled:
            links.extend(_once(verdict.links))
            if verdict.own:
                examples.append((item, verdict.links))
            if verdict.links:
                asked.append((item, verdict.links, True))
        else:
            found = _once(said or placed(item, targets) or recognised(item, framework))
            links.extend(found)
            asked.append((item, found, False))
    inbox = {fold(name) for names in framework.inbox.values() for name in names}
    similar = Similar(catalogue, examples, lambda name: fold(name) in inbox or bool(targets.in_folders([f"{name}/"])))
    suggestions: list[Link] = []
    for item, held, settled in asked:
        alike = () if settled else similar.suggested(item, held)
        worded = narrowed(item, held, lexicon, language) if held else suggested(item, lexicon, language)
        suggestions.extend(_once((*alike, *worded))[:_SUGGESTIONS])
    mapping = Mapping(links=tuple(links), suggestions=tuple(suggestions), excluded=excluded)
    return mapping, only_new_lines(dict.fromkeys(problems), targets, {link.target for link in links})


def _once(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links without those whose target an earlier one has."""
    kept: dict[str, Link] = {}
    for link in links:
        kept.setdefault(link.target, link)
    return tuple(kept.values())
