"""Whether all is as it was made: files held against their manifests, audited once more, and the evidence as it was."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from portfolio.build.manifest import (
    EVIDENCE,
    Sums,
    evidence_files,
    files_below,
    of_audience,
    read_manifest,
    sum_of,
)
from portfolio.build.reaudit import make_auditor
from portfolio.build.state import open_state
from portfolio.build.survey import Survey
from portfolio.intake.names import shown
from portfolio.model.clearance import HANDED_OUT, Audience
from portfolio.model.events import Progress, Report, Stage
from portfolio.model.problem import Place, Problem, Severity, note, warning
from portfolio.themes import Theme

_NAMED = 3  # files that are named of many


class Difference(StrEnum):
    """How a file differs from what a list says of it."""

    CHANGED = "changed"
    MISSING = "missing"
    UNEXPECTED = "unexpected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was held against what: how many files of artefacts and of the evidence, and all that differs or is wrong.

    `problems` name files below the output folder, those of the evidence below its folder.
    """

    artefacts: int
    evidence: int
    problems: tuple[Problem, ...]

    @property
    def differs(self) -> bool:
        """Whether anything is other than it should be."""
        return any(problem.severity is not Severity.NOTE for problem in self.problems)

    def named(self, code: str) -> tuple[str, ...]:
        """The files of which a Problem of a code is told."""
        return tuple(each.where.file for each in self.problems if each.code == code and each.where)


def verify(
    survey: Survey,
    theme: Theme,
    report: Report,
    audiences: Collection[Audience] = HANDED_OUT,
    *,
    evidence: bool = True,
) -> Verdict:
    """Read everything again, of these audiences, and of the evidence unless that is left out; nothing is written.

    Codes: `verify.changed`, `.missing`, `.unexpected`, those with `evidence-` before, `.no-manifest`, `.no-list`, and
    what auditing says. Raises ProjectError `verify.manifest`.
    """
    output = survey.project.output
    manifests = {audience: read_manifest(output / of_audience(audience)) for audience in audiences}
    there = [f"{audience}/{name}" for audience in audiences for name in files_below(output / audience)]
    listed = {f"{where}/{name}": sha for where, sums in manifests.items() for name, sha in (sums or {}).items()}
    kept = read_manifest(output / EVIDENCE) if evidence else None
    pieces = evidence_files(survey.project.evidence) if kept is not None else ()
    told = _Telling(report, 2 * len(there) + len(pieces))
    problems: list[Problem] = [
        *_unlisted(manifests, there),
        *([note("verify.no-list")] if evidence and there and kept is None else []),
    ]
    known = [name for name in there if manifests[Audience(name.partition("/")[0])] is not None]
    differing = tuple(_differences(listed, known, lambda name: sum_of(output / name), told))
    problems += [warning(f"verify.{what}", Place(file=name)) for what, name in differing]
    changed = {name for what, name in differing if what is not Difference.MISSING}
    with open_state(survey.project.cache) as state:
        auditor = make_auditor(survey, theme, state)
        for name in there:
            problems += auditor.faults(name, changed=name in changed)
            told(name)
    if kept is not None:
        folder = survey.project.evidence
        differing = tuple(_differences(kept, pieces, lambda name: sum_of(folder / name), told))
        problems += [warning(f"verify.evidence-{what}", Place(file=shown(name))) for what, name in differing]
    return Verdict(artefacts=len(there), evidence=len(pieces), problems=tuple(_gathered(problems)))


class _Telling:
    """Tells how far the reading is."""

    def __init__(self, report: Report, total: int) -> None:
        self._report, self._total, self._done = report, total, 0
        report(Progress(stage=Stage.VERIFY, done=0, total=total))

    def __call__(self, name: str) -> None:
        self._done += 1
        self._report(Progress(stage=Stage.VERIFY, done=self._done, total=self._total, name=name))


def _gathered(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Each Problem once; what is to be known of many files alike is said once for all of them."""
    of_many: dict[str, list[str]] = {"verify.forgotten": [], "verify.stale": []}
    for problem in dict.fromkeys(problems):
        if problem.code in of_many and problem.where:
            of_many[problem.code].append(problem.where.file)
        else:
            yield problem
    if files := of_many["verify.forgotten"]:
        yield note("verify.forgotten", n=len(files), files=_some(files))
    if files := of_many["verify.stale"]:
        yield note("verify.stale", n=len(files), files=_some(files))


def _some(files: Sequence[str]) -> str:
    return ", ".join([*files[:_NAMED], *(["…"] if len(files) > _NAMED else [])])


def _unlisted(manifests: Mapping[Audience, Sums | None], there: Collection[str]) -> Iterator[Problem]:
    """The audiences in whose folders something lies, but no manifest."""
    for audience, sums in manifests.items():
        if sums is None and any(name.startswith(f"{audience}/") for name in there):
            yield warning("verify.no-manifest", Place(file=f"{audience}/"))


def _differences(
    listed: Sums, there: Collection[str], sum_now: Callable[[str], str], told: _Telling
) -> Iterator[tuple[Difference, str]]:
    """What is changed, missing and unexpected, by name."""
    for name in sorted({*listed, *there}):
        if name not in there:
            yield Difference.MISSING, name
            continue
        if name not in listed:
            yield Difference.UNEXPECTED, name
        elif sum_now(name) != listed[name]:
            yield Difference.CHANGED, name
        told(name)
