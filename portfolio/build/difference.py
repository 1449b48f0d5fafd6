"""What an earlier bag, a copy of an output folder or a manifest holds, against what lies in the output folder now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from portfolio.build.bag import Numbered, is_bag, read_exhibits, read_payload
from portfolio.build.manifest import Sums, files_below, read_manifest, sum_of
from portfolio.errors import ProjectError
from portfolio.model.clearance import HANDED_OUT, Audience
from portfolio.model.problem import Place, error


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What was: the sums of files by audience, and the exhibits that a bag told; None where nothing tells them."""

    sums: dict[Audience, Sums]
    exhibits: tuple[Numbered, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of the files of an audience since; `same` is how many are byte for byte as they were."""

    audience: Audience
    new: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]
    same: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What became of the exhibits: those that are new, gone, and those that bear another number (the old one first)."""

    new: tuple[Numbered, ...]
    gone: tuple[Numbered, ...]
    renumbered: tuple[tuple[str, Numbered], ...]


def read_earlier(place: Path, audience: Audience | None) -> Earlier:
    """What lies at a place: a bag, a copy of an output folder or of one audience's, or a manifest.

    Whose a bag or a manifest is that does not say so is told by `audience`, else it is the evaluator's. Raises
    ProjectError `diff.not-found`, `diff.unreadable`.
    """
    if not place.exists():
        raise ProjectError(error("diff.not-found", Place(file=str(place))))
    try:
        if place.is_dir() and is_bag(place):
            whose = audience or _audience_of_bag(place)
            return Earlier(sums={whose: read_payload(place)}, exhibits=read_exhibits(place))
    except (OSError, ValueError):
        raise ProjectError(error("diff.unreadable", Place(file=str(place)))) from None
    if place.is_file():
        whose = audience or _named(place.resolve().parent.name) or Audience.EVALUATOR
        return Earlier(sums={whose: read_manifest(place) or {}})
    folders = {each: place / each for each in HANDED_OUT if (place / each).is_dir()}
    if not folders and (named := audience or _named(place.resolve().name)):
        folders = {named: place}
    if not folders:
        raise ProjectError(error("diff.unreadable", Place(file=str(place))))
    return Earlier(sums={each: _sums_in(folder) for each, folder in folders.items()})


def compare(earlier: Earlier, output: Path) -> tuple[Change, ...]:
    """What became of the files that were: of the audiences that were told, as they lie in the output folder now."""
    return tuple(_change(audience, old, _sums_in(output / audience)) for audience, old in earlier.sums.items())


def compare_exhibits(old: Sequence[Numbered], now: Sequence[Numbered]) -> Moved:
    """What became of exhibits: they are the same by their pieces, whatever number or title they bear."""
    before, after = ({each.item: each for each in several} for several in (old, now))
    return Moved(
        new=tuple(each for each in now if each.item not in before),
        gone=tuple(each for each in old if each.item not in after),
        renumbered=tuple(
            (before[each.item].number, each)
            for each in now
            if each.item in before and before[each.item].number != each.number
        ),
    )


def _change(audience: Audience, old: Sums, now: Sums) -> Change:
    both = old.keys() & now.keys()
    changed = tuple(sorted(name for name in both if old[name] != now[name]))
    return Change(
        audience=audience,
        new=tuple(sorted(now.keys() - old.keys())),
        gone=tuple(sorted(old.keys() - now.keys())),
        changed=changed,
        same=len(both) - len(changed),
    )


def _sums_in(folder: Path) -> Sums:
    """What lies in a folder, read; its manifest tells what should."""
    return {name: sum_of(folder / name) for name in files_below(folder)}


def _audience_of_bag(place: Path) -> Audience:
    lines = (place / "bag-info.txt").read_text(encoding="utf-8").splitlines()
    told = (line.partition(":")[2].strip() for line in lines if line.startswith("External-Identifier:"))
    return _named(next(told, "")) or Audience.EVALUATOR


def _named(name: str) -> Audience | None:
    return next((audience for audience in HANDED_OUT if audience == name), None)
