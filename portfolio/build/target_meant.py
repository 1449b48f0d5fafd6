"""What people mean when they name a pillar, a bucket, a criterion or a plan."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.files.nearest import nearest
from portfolio.model.framework import PLAN, Framework
from portfolio.pillarnames import bare_name
from portfolio.targets import Targets


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMeant:
    """The target, "" where it is none: then `several` are those it could be, and `nearest` is the name most like it."""

    target: str = ""
    several: tuple[str, ...] = ()
    nearest: str = ""


def find_target(said: str, framework: Framework, language: str) -> TargetMeant:
    """By key, title, folder or wording as `Targets` knows them; a criterion by its key alone; "model/plan" for a plan.

    `language` is the school's. Of a wording its beginning or a part of it is enough where that leaves one.
    """
    targets = Targets(framework, language)
    name = bare_name(said)
    head, _, rest = said.rpartition("/")
    pillar = targets.find(head)
    if target := targets.find(said) or (targets.find(f"{pillar}/{rest}") if pillar else ""):
        return TargetMeant(target=target)
    if pillar and bare_name(rest) == PLAN:
        return TargetMeant(target=f"{PLAN}/{pillar}")
    if name == PLAN:
        return TargetMeant(several=tuple(f"{PLAN}/{each.key}" for each in framework.pillars))
    keys = {f"{each.key}/{line.key}": line for each in framework.all_pillars for line in each.criteria}
    named = [target for target, line in keys.items() if bare_name(line.key) == name]
    worded = [
        target
        for target, line in keys.items()
        if name and any(name in bare_name(wording.print) for wording in line.wordings.values())
    ]
    for found in (named, worded):
        if len(found) == 1:
            return TargetMeant(target=found[0])
        if found:
            return TargetMeant(several=tuple(found))
    known = [*keys, *(line.key for line in keys.values())]
    return TargetMeant(nearest=nearest(said, known) or targets.nearest(said))
