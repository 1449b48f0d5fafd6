"""The carrying out of a job: each kind of document is written in its own way, and held against what may be in it."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from portfolio.audit.guard import Guard
from portfolio.audit.search import search
from portfolio.build.budget import Draw, Drawn, guess_rest, write_within
from portfolio.build.bundle import make_bundle
from portfolio.build.engraving import engrave
from portfolio.build.guard import guard_of
from portfolio.build.job import Job, Made
from portfolio.build.make import drawings_in, failed, inspect, render
from portfolio.build.paste import make_paste
from portfolio.build.sheets import make_sheet
from portfolio.build.sheetsources import Sources
from portfolio.build.site import make_site
from portfolio.build.upload import Supplies, make_upload
from portfolio.build.visibility import is_whole, lint
from portfolio.errors import PortfolioError
from portfolio.files.garbage import without_collector
from portfolio.model.artefact import Format
from portfolio.model.bundle import Bundle
from portfolio.model.charts import Chart
from portfolio.model.composed import annexes_in, pictures_in
from portfolio.model.document import Dossier
from portfolio.model.paste import Paste
from portfolio.model.problem import Problem
from portfolio.model.sheet import Plaque, Sheet
from portfolio.model.site import Site
from portfolio.model.upload import Upload
from portfolio.render.charts import draw_charts
from portfolio.render.derivatives import Derivative, derive, find_derivatives
from portfolio.render.docx_references import PictureFile
from portfolio.render.quality import FULL, Step

# Takes what is to be said; so it is not lost where the making is stopped.
Say = Callable[[Iterable[Problem]], None]
# The files that were written, the first one first; none for the target alone.
Files = tuple[Path, ...]
Result = tuple[Files, tuple[Problem, ...]]


def carry_out(job: Job) -> Made:
    """Render an artefact and hold it against its document and its guard; raises nothing but MemoryError."""
    problems: list[Problem] = []
    try:
        with without_collector():
            files = _make(job, problems.extend)
    except PortfolioError as stop:
        return Made(problems=(*problems, *stop.problems))
    except MemoryError:
        raise
    except Exception as bug:  # law 7: one artefact that fails, for whatever cause, does not stop the rest
        details = "".join(traceback.format_exception(bug))
        return Made(problems=tuple(problems), bug=type(bug).__name__, details=details)
    return Made(problems=tuple(problems), files=files)


def _make(job: Job, say: Say) -> Files:
    match job.document:
        case Upload() as upload:
            files, problems = make_upload(upload, _supplies(job), job.budget.limit if job.budget else None, job.target)
        case Site() as site:
            files, problems = make_site(
                site, job.theme, job.derivatives, job.faults, job.cleared, job.logos, job.target
            )
            _lint(files[:1], job, say)
        case Bundle() | Paste():
            files, problems = _make_several(job, say)
        case Plaque() as plaque if job.format is not Format.TEXT:
            made, said = _make_one(job, say)
            beside, problems = engrave(plaque, job.format, job.theme, _guard(job, {}), job.target)
            _lint(filter(is_whole, beside), job, say)
            files, problems = (*(made or (job.target,)), *beside), (*said, *problems)
        case _:
            files, problems = _make_one(job, say)
    say(problems)
    return files


def _make_several(job: Job, say: Say) -> Result:
    """The files of a document that has no budget, once all its pictures are there."""
    derivatives, problems = find_derivatives(tuple(pictures_in(job.document)), job.derivatives, job.faults)
    if failed(problems):
        return (), problems
    say(problems)
    guard = _guard(job, derivatives)
    match job.document:
        case Bundle() as bundle:
            return make_bundle(bundle, job.theme, job.files, job.documents, derivatives, guard, job.target)
        case Paste() as paste:
            held = partial(_linted, job)
            return make_paste(paste, job.theme, derivatives, job.logos, guard, job.target, held)
    raise AssertionError(f"a {type(job.document).__name__} is one file")


def _make_one(job: Job, say: Say) -> Result:
    """The one file that most documents are, in a format."""
    charts, said = _charts(job)
    drawn, problems = _written(job, charts)
    say((*said, *problems))
    if not failed((*said, *problems)):
        say(inspect(job.document, job.format, job.target))
        _lint((job.target,), job, say)
        drawings = (*drawings_in(job.document), *(chart.data for chart in charts.values()))
        guard = guard_of(
            job.cleared, pictures_in(job.document), drawn.derivatives, job.logos, annexes_in(job.document), drawings
        )
        say(search(job.target, job.format, guard))
        if isinstance(job.document, Sheet) and job.format is Format.PDF:
            files, problems = make_sheet(job.document, _sources(job, drawn, guard), job.target)
            _lint(filter(is_whole, files), job, say)
            return files, problems
    return (), ()


def _lint(files: Iterable[Path], job: Job, say: Say) -> None:
    """Holds files against the rules of EU visibility."""
    for file in files:
        say(_linted(job, file))


def _linted(job: Job, file: Path) -> tuple[Problem, ...]:
    return lint(file, job.document, job.standing, job.theme, job.logos) if job.standing else ()


def _sources(job: Job, drawn: Drawn, guard: Guard) -> Sources:
    return Sources(
        theme=job.theme,
        derivatives=drawn.derivatives,
        logos=job.logos,
        guard=guard,
        pictures=tuple(pictures_in(job.document)),
        profile=job.profile,
    )


def _guard(job: Job, derivatives: Mapping[str, Derivative]) -> Guard:
    return guard_of(job.cleared, pictures_in(job.document), derivatives, job.logos)


def _supplies(job: Job) -> Supplies:
    return Supplies(
        theme=job.theme,
        documents=job.documents,
        logos=job.logos,
        draw=_drawing(job),
        guard=lambda drawn: _guard(job, drawn.derivatives),
    )


def _charts(job: Job) -> tuple[Mapping[Chart, PictureFile], tuple[Problem, ...]]:
    """Pictures of the charts, for a format that holds no drawings."""
    if job.format is Format.DOCX and isinstance(job.document, Dossier):
        return draw_charts(job.document, job.theme, job.target.name)
    return {}, ()


def _drawing(job: Job) -> Draw:
    """Gives the pictures at a step: drawn where they are not there yet, as only the best were sure to be needed."""
    pictures = tuple(pictures_in(job.document))

    def draw(step: Step) -> Drawn:
        if job.budget:
            made = derive(pictures, job.budget.originals, job.derivatives, step, job.faults)
        else:
            made = find_derivatives(pictures, job.derivatives, job.faults, step)
        return Drawn(step=step, derivatives=made[0], problems=made[1])

    return draw


def _written(job: Job, charts: Mapping[Chart, PictureFile]) -> tuple[Drawn, tuple[Problem, ...]]:
    """Writes the file, within its budget if it has one; what it shows, and all that is to be said of that."""
    draw = _drawing(job)

    def write(drawn: Drawn) -> tuple[Problem, ...]:
        said = render(
            job.document,
            job.format,
            job.theme,
            drawn.derivatives,
            job.logos,
            job.target,
            job.documents,
            charts=charts,
        )
        return (*drawn.problems, *said)

    if not job.budget:
        drawn = draw(FULL)
        return drawn, write(drawn)
    attached = sum(path.stat().st_size for path in job.documents.values())
    drawn_for_it = sum(len(each.data) for each in charts.values())
    rest = guess_rest(job.document, job.format, job.theme, job.logos.values()) + attached + drawn_for_it
    return write_within(job.budget.limit, rest, draw, write, job.target)
