"""What is known of a piece, for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from portfolio.cli.explained import NAMING, releases_of
from portfolio.cli.map import link_json
from portfolio.cli.origins import known_of
from portfolio.cli.words import Words
from portfolio.model.problem import spot

if TYPE_CHECKING:
    from portfolio.build.explain import Explanation
    from portfolio.build.told import Told


def piece_json(told: Explanation, words: Words) -> dict[str, Any]:
    """For programs: the same, without anybody's name that a list of people has."""
    item = told.item
    return {
        "id": item.id,
        "also": list(item.also),
        "kind": str(item.kind),
        "exhibit": told.number or None,
        "files": [{"file": row.file, "state": str(row.state), "why": words.why(row.reason)} for row in told.files],
        "descriptions": list(told.descriptions),
        "known": [asdict(known) for known in known_of(item)],
        "overruled": [
            {"field": each.field, "value": each.said.value, "origin": str(each.said.origin), "where": each.said.where}
            for each in item.overruled
        ],
        "decisions": [_decision_json(each) for each in told.decisions],
        "excluded": words.why(told.excluded) if told.excluded else None,
        "freshness": str(told.freshness),
        "links": [link_json(link, words) for link in told.links],
        "others": [link_json(link, words) for link in told.others],
        "audiences": [
            {"audience": str(each.audience), "allowed": each.allowed, "why": words.why(each.why)}
            for each in told.clearances
        ],
        "releases": list(releases_of(told)),
        "shown": [{"path": each.path, "fate": str(each.fate)} for each in told.shown],
        "copies": [
            {"artefact": each.copy.artefact, "to": each.copy.to, "on": each.copy.on, "allowed": each.allowed}
            for each in told.copies
        ],
        "texts": [spot(place) for place in told.texts],
        "spare": [
            {
                "file": each.file,
                "of": each.of,
                "decisions": [spot(place) for place in each.decisions],
                "descriptions": list(each.descriptions),
                "targets": [link.target for link in each.links],
            }
            for each in told.spare
        ],
        "alike": [each.id for each in told.alike],
        "siblings": [each.id for each in told.siblings],
    }


def _decision_json(told: Told) -> dict[str, Any]:
    decision = told.decision
    return {
        "where": spot(decision.where),
        "field": str(decision.field),
        "language": decision.language,
        "value": None if decision.field in NAMING else decision.value,
        "by": decision.by,
        "on": decision.on,
        "because": decision.because,
        "holds": told.holds,
        "before": spot(told.before) if told.before else None,
        "stale": decision.stale,
    }
