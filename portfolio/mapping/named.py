"""Pillars as people wrote them in decisions and descriptions, and a Problem for each that there is not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from portfolio.files.nearest import nearest
from portfolio.model.problem import Place, Problem, error, note
from portfolio.targets import Targets

_EDITED = "mapping.criterion-edited"


def read_names(
    text: str, where: Place | None, targets: Targets
) -> tuple[tuple[tuple[str, str], ...], tuple[Problem, ...]]:
    """The (name, target) pairs of a list of names, and a Problem for each name of no target.

    A criterion that is not there, below a pillar that is, gives the pillar: what was placed stays placed. Codes:
    `mapping.criterion-gone` (the school has put other criteria in its place), `mapping.criterion` (with the criteria of
    its pillar), `mapping.criterion-edited` (with the pasted line that it was most likely made of), `mapping.pillar`
    (with the folders there are), `mapping.misspelt-pillar` (with the nearest name).
    """
    pairs = tuple((name, target, _pillar(name, targets)) for name, target in targets.find_all(text))
    named = tuple((name, target or pillar) for name, target, pillar in pairs if target or pillar)
    return named, tuple(_unknown([name for name, target, _ in pairs if not target], where, targets))


def only_new_lines(problems: Iterable[Problem], targets: Targets, used: Collection[str]) -> tuple[Problem, ...]:
    """The Problems; an edited line is proposed to one name alone, and not where its key is in use (`used`: targets)."""
    told = tuple(problems)
    names = {dict(each.values)["name"] for each in told if each.code == _EDITED}
    claimed = [line.target for line in map(targets.edited, names) if line]
    free = {target for target in claimed if claimed.count(target) == 1 and target not in used}
    return tuple(_without_line(each, targets, free) if each.code == _EDITED else each for each in told)


def _without_line(problem: Problem, targets: Targets, free: Collection[str]) -> Problem:
    """A Problem that proposes a line, without that where it is not free."""
    name = dict(problem.values)["name"]
    line = targets.edited(name)
    if line and line.target in free:
        return problem
    known = ", ".join(targets.criteria_of(targets.pillar_above(name)))
    return error("mapping.criterion", problem.where, name=name, known=known)


def _pillar(name: str, targets: Targets) -> str:
    return targets.pillar_of_former(name) or targets.pillar_above(name)


def _unknown(names: list[str], where: Place | None, targets: Targets) -> Iterator[Problem]:
    for name in names:
        criteria = targets.criteria_of(targets.pillar_above(name))
        if pillar := targets.pillar_of_former(name):
            known = ", ".join(targets.criteria_of(pillar)) or pillar
            yield note("mapping.criterion-gone", where, name=name, pillar=pillar, known=known)
        elif line := targets.edited(name):
            yield error(_EDITED, where, name=name, text=line.text, line=line.line, file=line.file)
        elif meant := nearest(name, criteria) if criteria else targets.nearest(name):
            yield error("mapping.misspelt-pillar", where, name=name, nearest=meant)
        elif criteria:
            yield error("mapping.criterion", where, name=name, known=", ".join(criteria))
        else:
            yield error("mapping.pillar", where, name=name, known=", ".join(targets.names))
