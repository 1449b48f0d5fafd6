"""What the EU emblem, its statement and the label may and must be in a file: what the rules hold it against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from portfolio.model.lockup import Artwork, Ink, Lockup
from portfolio.model.project import Funding, FundingBasis, Label
from portfolio.visibility.lockup import COFUNDED, find_objections
from portfolio.visibility.statements import read_eu_texts

_NEW_WORDING = 2021  # the first year of grants that have the disclaimer of today


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a school may show on a day. `basis` is why no emblem may be shown, a code of a Problem, "" where it may.

    `claims` say that it is an eTwinning School, in every language; `lines` that it has the label of its years, and
    `former` that it had it. `held` is whether it has it. `grant` tells of a grant with the disclaimer of today.
    """

    basis: str
    held: bool
    years: str
    grant: bool = False
    cofunded: bool = False
    school: str = ""
    claims: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


def find_standing(funding: Funding, label: Label, school: str, *, today: date) -> Standing:
    """What a school may show on a day, without the words that say so."""
    objections = find_objections(funding, label, today)
    year = funding.number[:4]
    return Standing(
        basis=objections[0].code if objections else "",
        held=label.holds_on(today),
        years=label.years,
        grant=funding.basis is FundingBasis.GRANT and not (year.isdecimal() and int(year) < _NEW_WORDING),
        cofunded=funding.share == COFUNDED,
        school=school,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a file is held against.

    `required`: the emblem must be in it, on the first page where `front` is true. `statements` are the wordings that
    are right: each must stand beside the emblem, in a file that is not our `own` one of them; `others` are those for
    the other share. `ink` is what was ordered, None where nothing was; `artwork` the official file that stands in
    place of what is drawn. `logos` are the sizes of the school's in px. `substitutes` are typefaces that may stand in
    for those of the EU. One of the `disclaimers` must be in it; there are none where none is due. `poster`: it is
    read from afar. `smaller`: a sheet as an office printer sets it, with a margin; how large things are was judged of
    it. `covered`: its first page is a cover; behind it stands evidence, of its own time, and `quoted` are texts there
    in others' words. `inside`: only what stands behind it is judged.
    """

    standing: Standing
    required: bool = False
    statements: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    ink: Ink | None = None
    artwork: Artwork | None = None
    logos: frozenset[tuple[int, int]] = frozenset()
    substitutes: tuple[str, ...] = ()
    disclaimers: tuple[str, ...] = ()
    front: bool = True
    own: bool = True
    poster: bool = False
    smaller: bool = False
    covered: bool = False
    inside: bool = False
    quoted: tuple[str, ...] = ()


def wanted_of(lockup: Lockup | None, standing: Standing) -> Wanted:
    """What a document of ours is held against that has a lock-up, or none."""
    if lockup is None:
        return Wanted(standing=standing)
    return Wanted(
        standing=standing,
        required=True,
        statements=tuple(each.text for each in lockup.sentences),
        others=_wordings(cofunded=not standing.cofunded),
        ink=lockup.ink,
        artwork=lockup.artwork,
        disclaimers=(lockup.disclaimer,) if lockup.disclaimer else (),
    )


def wanted_elsewhere(lockups: Iterable[Lockup], standing: Standing) -> Wanted:
    """What somebody else's file is held against, whose language nobody knows; `lockups` are those of the project's."""
    lockups = tuple(lockups)
    own = (each.text for lockup in lockups for each in lockup.sentences)
    return Wanted(
        standing=standing,
        statements=tuple(dict.fromkeys([*own, *_wordings(cofunded=standing.cofunded)])),
        others=_wordings(cofunded=not standing.cofunded),
        disclaimers=tuple(dict.fromkeys(each.disclaimer for each in lockups if each.disclaimer)),
        own=False,
        front=False,
    )


@cache
def _wordings(*, cofunded: bool) -> tuple[str, ...]:
    """The statements in all languages."""
    texts = read_eu_texts().values()
    return tuple(dict.fromkeys(each.cofunded.line if cofunded else each.funded.line for each in texts))
