"""Pillars as people wrote them in decisions and descriptions, and a Problem for each that there is not."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.files.nearest import nearest
from portfolio.model.problem import Place, Problem, error
from portfolio.targets import Targets


def read_names(
    text: str, where: Place | None, targets: Targets
) -> tuple[tuple[tuple[str, str], ...], tuple[Problem, ...]]:
    """The (name, target) pairs of a list of names, and a Problem for each name of no target.

    Codes: `mapping.pillar` (with the folders there are), `mapping.misspelt-pillar` (with the nearest name),
    `mapping.criterion` (with the criteria of its pillar).
    """
    pairs = targets.find_all(text)
    return tuple(pair for pair in pairs if pair[1]), tuple(_unknown(pairs, where, targets))


def _unknown(pairs: tuple[tuple[str, str], ...], where: Place | None, targets: Targets) -> Iterator[Problem]:
    for name in (name for name, target in pairs if not target):
        criteria = targets.criteria_of(targets.pillar_above(name))
        if meant := nearest(name, criteria) if criteria else targets.nearest(name):
            yield error("mapping.misspelt-pillar", where, name=name, nearest=meant)
        elif criteria:
            yield error("mapping.criterion", where, name=name, known=", ".join(criteria))
        else:
            yield error("mapping.pillar", where, name=name, known=", ".join(targets.names))
