"""How ready the school is, all of it at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from portfolio.frameworkfile import ExpectedFile
from portfolio.i18n import spoken
from portfolio.model.catalogue import Catalogue, LedgerRow
from portfolio.model.clearance import Clearance
from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Framework
from portfolio.model.mapping import DECLARATION
from portfolio.model.mapping import Mapping as Links
from portfolio.model.period import period_from
from portfolio.model.project import Project
from portfolio.model.readiness import Condition, Readiness
from portfolio.readiness.declaration import find_declaration
from portfolio.readiness.eligibility import find_conditions
from portfolio.readiness.evidence import find_evidence
from portfolio.readiness.expected import find_questions
from portfolio.readiness.gaps import find_gaps, find_overused, find_wishes
from portfolio.readiness.steps import days_left, next_steps
from portfolio.readiness.texts import find_claims, find_orphans, find_untranslated


def assess(
    project: Project,
    framework: Framework,
    expected: ExpectedFile,
    *,
    catalogue: Catalogue,
    mapping: Links,
    proofs: Mapping[str, tuple[EvidenceItem, ...]],
    cited: Collection[str],
    spoken_of: Mapping[str, frozenset[str]],
    ledger: Sequence[LedgerRow],
    withheld: Sequence[Clearance],
    today: date,
) -> Readiness:
    """`cited`: ids of the pieces that texts cite; `spoken_of`: concepts by piece; `withheld` from the evaluator."""
    since = period_from(project.round, today)
    used = [item for item in catalogue.items if item.id not in mapping.excluded]
    evidence = find_evidence(
        framework,
        proofs,
        narratives=project.narratives,
        labels=expected.quality_labels,
        withheld={entry.item for entry in withheld},
        since=since,
    )
    gaps = tuple(find_gaps(evidence))
    conditions = (
        *find_conditions(project, framework.rounds, used, expected.asked_labels),
        *_declaration(project, framework, catalogue, mapping, today),
    )
    untranslated = tuple(find_untranslated(project.narratives, project.languages))
    wishes = find_wishes(framework, evidence, gaps, expected.collect, project.language)
    left = days_left(project, today)
    return Readiness(
        period_from=since,
        days_left=left,
        evidence=evidence,
        gaps=gaps,
        claims=find_claims(evidence),
        orphans=find_orphans(used, mapping, cited),
        cites=bool(cited),
        overused=tuple(find_overused(evidence)),
        questions=tuple(find_questions(expected, framework, proofs, used, spoken_of)),
        wishes=wishes,
        untranslated=untranslated,
        conditions=conditions,
        steps=next_steps(
            project=project,
            framework=framework,
            catalogue=catalogue,
            ledger=ledger,
            withheld=withheld,
            evidence=evidence,
            conditions=conditions,
            untranslated=untranslated,
            wishes=wishes,
            wanted=expected.collect,
            left=left,
        ),
    )


def _declaration(
    project: Project, framework: Framework, catalogue: Catalogue, mapping: Links, today: date
) -> Iterator[Condition]:
    """How the signed declaration stands, where the pack asks for one."""
    if framework.declaration:
        left_out = {item for item, why in mapping.excluded.items() if why.code == DECLARATION}
        scans = (item for item in catalogue.items if item.id in left_out)
        inbox = spoken(framework.inbox, project.language)[0][0]
        yield from find_declaration(scans, project.round, today, f"{project.evidence.name}/{inbox}")
