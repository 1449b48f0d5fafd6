"""Work divided among processes, where it is worth their start: the pictures first, each once, then the artefacts."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from portfolio.build.job import Job, Made
from portfolio.build.makers import carry_out
from portfolio.files.garbage import without_clearing_up
from portfolio.files.originals import Originals
from portfolio.files.workers import FATES, Fate, run
from portfolio.model.blocks import PlacedPicture
from portfolio.model.problem import Place, Problem, error
from portfolio.render.derivatives import draw, undrawn
from portfolio.render.quality import FULL, Step
from portfolio.render.stylesheets import forget_stylesheets

# More do not help: one process may need 900 MB, and the longest artefact is the last to be ready anyway.
MOST = 4
# Below so many mentions of pieces in all, a process takes longer to start and to load its libraries than it saves.
WORTH = 120
WORTH_PICTURES = 24
# Address space: a dossier of 1000 pieces needs 900 MB of memory, and its libraries map more than they use.
MEMORY = 4 * 2**30
# Wall time: a dossier takes about 30 ms for each mention of a piece; a slow computer, busy with others, 50 times that.
SECONDS = 300.0
SECONDS_EACH = 1.5
SECONDS_PICTURE = 90.0

_FATES = {
    Fate.LATE: "artefact.late",
    Fate.MEMORY: "artefact.memory",
    Fate.DIED: "artefact.died",
    Fate.FAILED: "artefact.died",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sitting:
    """One picture to draw."""

    mark: str
    picture: PlacedPicture
    originals: Originals
    folder: Path
    steps: Sequence[Step]


def cores() -> int:
    """How many processes can work at once."""
    if hasattr(os, "sched_getaffinity"):  # not on Windows and macOS
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def draw_all(
    pictures: Iterable[PlacedPicture],
    originals: Originals,
    folder: Path,
    steps: Sequence[Step] = (FULL,),
    faults: Collection[str] = (),
) -> dict[str, Problem]:
    """Make the derivatives that are missing, each once; the Problems of those that cannot be made, by mark.

    `faults` are the marks of those that were tried before.
    """
    sittings = [
        _Sitting(mark=mark, picture=picture, originals=originals, folder=folder, steps=steps)
        for mark, picture in undrawn(pictures, folder, steps, faults).items()
    ]
    count = min(cores(), MOST)
    found: dict[str, Problem] = {}
    if count < 2 or len(sittings) < WORTH_PICTURES:
        told = ((each, _draw(each)) for each in sittings)
        return {each.mark: fault for each, fault in told if fault}
    for outcome in run(_draw, sittings, count=count, seconds=SECONDS_PICTURE):
        lost = outcome.fate is not Fate.DONE
        place = Place(file=outcome.given.picture.file)
        fault = error(FATES[outcome.fate], place) if lost else outcome.result
        if fault:
            found[outcome.given.mark] = fault
    return found


def make_all(jobs: Sequence[Job], task: Callable[[Job], Made] = carry_out) -> Iterator[tuple[Job, Made]]:
    """Carry out jobs that do not need each other, the longest first; each as it is done.

    One that is late, wants too much memory or ends its process is told so by a Problem about the artefact's name.
    """
    with _at_work():
        yield from _make_all(jobs, task)


def _make_all(jobs: Sequence[Job], task: Callable[[Job], Made]) -> Iterator[tuple[Job, Made]]:
    count = min(cores(), MOST, sum(1 for job in jobs if job.size))
    if count < 2 or sum(job.size for job in jobs) < WORTH:
        for job in jobs:
            yield job, _alone(job, task)
        return
    longest_first = sorted((job for job in jobs if job.size), key=lambda job: -job.size)
    for job in jobs:
        if not job.size:
            yield job, _alone(job, task)
    for outcome in run(task, longest_first, count=count, memory=MEMORY, seconds=_seconds, around=_at_work):
        yield outcome.given, outcome.result or _lost(outcome.given, outcome.fate)


@contextmanager
def _at_work() -> Iterator[None]:
    """What a process that makes artefacts keeps meanwhile, the style sheets, and what it does not do.

    Set documents are large and their boxes hold each other: to take them apart takes long.
    """
    try:
        with without_clearing_up():
            yield
    finally:
        forget_stylesheets()


def _draw(sitting: _Sitting) -> Problem | None:
    return draw(sitting.picture, sitting.originals, sitting.folder, sitting.steps)


def _alone(job: Job, task: Callable[[Job], Made]) -> Made:
    try:
        return task(job)
    except MemoryError:
        return _lost(job, Fate.MEMORY)


def _lost(job: Job, fate: Fate) -> Made:
    return Made(problems=(error(_FATES[fate], Place(file=job.target.name)),))


def _seconds(job: Job) -> float:
    return SECONDS + SECONDS_EACH * job.size
