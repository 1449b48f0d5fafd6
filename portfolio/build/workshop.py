"""Where artefacts are made: what is fresh is left alone, the rest is rendered aside, audited, and only then placed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from portfolio.build.annexcache import copy_path
from portfolio.build.budget import Budget, is_tight, limit_for
from portfolio.build.guard import cleared_for
from portfolio.build.job import Job, Made
from portfolio.build.look import files_of, profile_of
from portfolio.build.orders import Order, Orders, part_marks, partial_marks, parts_of, waves
from portfolio.build.place import New, beside, candidates, is_known, place, place_folder
from portfolio.build.processes import draw_all, make_all
from portfolio.build.shown import shown_in
from portfolio.build.site import by_steps
from portfolio.build.state import State, Written, open_state
from portfolio.build.survey import Survey
from portfolio.build.visibility import standing_of
from portfolio.files.originals import Originals
from portfolio.model.annex import Annex
from portfolio.model.artefact import Artefact, ArtefactSpec, Format, Outcome
from portfolio.model.blocks import PlacedPicture
from portfolio.model.bundle import Bundle
from portfolio.model.composed import Document, pictures_in
from portfolio.model.document import Dossier
from portfolio.model.events import Progress, Report, Stage
from portfolio.model.problem import Place, Problem, Reason, error, note
from portfolio.model.project import Project
from portfolio.model.site import Site
from portfolio.model.upload import Upload
from portfolio.render.quality import LADDER
from portfolio.themes import Theme

_MAKING = "making-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """A project's theme, state and working folder for the time of one run; `orders` tells what is to be made."""

    survey: Survey
    theme: Theme
    state: State
    logos: Mapping[str, Path]
    folder: Path
    orders: Orders

    @property
    def project(self) -> Project:
        """The project whose workshop this is."""
        return self.survey.project

    def bring_up_to_date(self, documents: Mapping[ArtefactSpec, Document], report: Report) -> tuple[Artefact, ...]:
        """Make those artefacts of which anything they depend on has changed; a failure leaves the old one whole.

        They come back in the order in which they are wanted. Raises OutputError.
        """
        done: dict[str, Artefact] = {}
        for wave in waves(documents):
            orders: list[Order] = []
            for spec in wave:
                if lacking := [path for path in spec.after if not self._is_whole(done[path])]:
                    lack = error("artefact.lacks", Place(file=spec.path), file=", ".join(lacking))
                    done[spec.path] = _failed(spec, (), (lack,))
                    continue
                files = {path: self.project.output / done[path].path for path in spec.after}
                order = self.orders.of(spec, documents[spec], files)
                if order.fresh:
                    done[spec.path] = self._leave(spec, order.fresh)
                else:
                    orders.append(order)
            for artefact in self._make(orders):
                done[artefact.spec.path] = artefact
                report(Progress(stage=Stage.RENDER, done=len(done), total=len(documents), name=artefact.spec.path))
        return tuple(done[spec.path] for spec in documents)

    def _leave(self, spec: ArtefactSpec, written: Written) -> Artefact:
        parts = parts_of(self.state.of_artefact(spec.path), written.fingerprint)
        edited = [each for each in (written, *parts) if not each.is_whole(self.orders.file(each))]
        size = sum(self.orders.file(each).stat().st_size for each in (written, *parts))
        return Artefact(
            spec=spec,
            outcome=Outcome.FRESH,
            path=written.path,
            size=size,
            problems=(*self._beside(spec, written), *(_edited(spec, each.path) for each in edited)),
            parts=tuple(part.path for part in parts),
        )

    def _beside(self, spec: ArtefactSpec, written: Written) -> Iterator[Problem]:
        """What somebody edited and what stands in the way of a file that has another name for it."""
        wanted, main = (spec.folder, f"/{spec.main}") if spec.folder else (spec.path, "")
        now = written.path.removesuffix(main)
        for name in takewhile(lambda name: name != now, candidates(wanted)):
            if (self.project.output / name).exists():
                yield beside(name, now, known=is_known(f"{name}{main}", self.state, spec.path), code=_beside_code(spec))

    def _make(self, orders: Sequence[Order]) -> Iterator[Artefact]:
        """Make what is stale, each picture once for all; each artefact is placed when it is done."""
        if not orders:
            return
        project = self.project
        originals = Originals(evidence=project.evidence, cache=project.cache)
        faults = self._draw(orders, originals)
        standing = standing_of(project, self.theme, self.survey.today)
        cleared = {audience: cleared_for(self.survey, audience) for audience in {each.spec.audience for each in orders}}
        jobs: dict[Path, Order] = {}
        made: list[Job] = []
        for order in orders:
            target = self.folder / order.spec.path  # its own name: what a renderer says of it makes sense
            target.parent.mkdir(parents=True, exist_ok=True)
            jobs[target] = order
            made.append(
                Job(
                    document=order.document,
                    format=order.spec.format,
                    theme=self.theme,
                    logos=self.logos,
                    derivatives=project.cache / "derivatives",
                    faults=faults,
                    cleared=cleared[order.spec.audience],
                    files=order.files,
                    documents=self._documents(order, originals),
                    target=target,
                    budget=self._budget(order, originals),
                    profile=profile_of(order.document, project.root),
                    standing=standing,
                )
            )
        for job, result in make_all(made):
            yield self._place(jobs[job.target], job, result)

    def _draw(self, orders: Sequence[Order], originals: Originals) -> dict[str, Problem]:
        """Draw what the artefacts show, smaller as well where it may be too much; the Problems by mark."""
        folder, limit = self.project.cache / "derivatives", self.project.size_limit
        sites = [order.document for order in orders if isinstance(order.document, Site)]
        paper = [order for order in orders if not isinstance(order.document, Site)]
        faults = draw_all(_pictures(paper), originals, folder)
        for steps, pictures in by_steps(sites).items():
            faults |= draw_all(pictures, originals, folder, steps, faults)
        logos = tuple(self.logos.values())
        tight = [each for each in orders if is_tight(each.document, each.spec.format, self.theme, logos, folder, limit)]
        return faults | draw_all(_pictures(tight), originals, folder, LADDER[1:], faults)

    def _budget(self, order: Order, originals: Originals) -> Budget | None:
        limit = limit_for(order.document, order.spec.format, self.project.size_limit)
        return None if limit is None else Budget(limit=limit, originals=originals)

    def _place(self, order: Order, job: Job, made: Made) -> Artefact:
        spec, problems = order.spec, made.problems
        if made.bug:
            problems = (*problems, self._note_down(spec, made))
        if not made.usable:
            return _failed(spec, order.reasons, problems)
        marks = order.marks if made.whole else partial_marks(order.marks)
        news = [
            New(
                file=file,
                path=file.relative_to(self.folder).as_posix(),
                marks=part_marks(marks, number) if number else marks,
                pieces=shown_in(order.document) if not (number and spec.folder) else {},
            )
            for number, file in enumerate(made.files or (job.target,))
        ]
        known = {new.path: is_known(new.path, self.state, spec.path) for new in news}
        if spec.folder:
            placed = place_folder(news, spec.folder, self.project.output, self.state, spec.path)
            moved = {spec.folder: placed[0].path.removesuffix(f"/{spec.main}")}
            known[spec.folder] = known[spec.path]
        else:
            # The first file is placed last: where it stands with these marks, all the others do.
            placed = [place(new, self.project.output, self.state, spec.path) for new in reversed(news)][::-1]
            moved = {new.path: written.path for new, written in zip(news, placed, strict=True)}
        code = _beside_code(spec)
        besides = tuple(beside(path, to, known=known[path], code=code) for path, to in moved.items() if to != path)
        first, *parts = placed
        return Artefact(
            spec=spec,
            outcome=Outcome.BESIDE if besides else Outcome.MADE,
            path=first.path,
            size=sum(each.size for each in placed),
            reasons=order.reasons,
            problems=(*problems, *besides),
            parts=tuple(part.path for part in parts),
        )

    def _documents(self, order: Order, originals: Originals) -> dict[str, Path]:
        """The files of annexes: the cleaned copies that are attached or bound; beside a bundle the signed ones."""
        signed: tuple[Annex, ...] = ()
        match order.document, order.spec.format:
            case (Bundle() as bundle, _) | (Upload(bundle=bundle), _):
                annexes, signed = bundle.bound, bundle.separate
            case Dossier() as dossier, Format.PDF:
                annexes = dossier.annexes
            case _:
                return {}
        copies = {each.item: copy_path(each.sha256, self.project.cache) for each in annexes if each.has_copy}
        return copies | {each.item: originals.path(each.source, each.sha256) for each in signed}

    def _is_whole(self, artefact: Artefact) -> bool:
        """Whether the file of an artefact is there as we wrote it: another may be made of it."""
        written = (each for each in self.state.of_artefact(artefact.spec.path) if each.path == artefact.path)
        return artefact.outcome is not Outcome.FAILED and any(each.is_whole(self.orders.file(each)) for each in written)

    def _note_down(self, spec: ArtefactSpec, made: Made) -> Problem:
        """A sentence for people; the details for those who mend the program, in a file beside the state."""
        log = self.project.cache / f"{spec.path.replace('/', '-')}.log"
        log.write_text(made.details, encoding="utf-8", errors="replace")
        return error("artefact.bug", Place(file=spec.path), kind=made.bug, log=log)


def _pictures(orders: Iterable[Order]) -> Iterator[PlacedPicture]:
    return (picture for order in orders for picture in pictures_in(order.document))


def _edited(spec: ArtefactSpec, path: str) -> Problem:
    """That somebody edited a file that needs no new version; what was changed in a dossier can be taken back."""
    where = Place(file=path)
    return note("artefact.edited-dossier", where, file=path) if _gives_back(spec) else note("artefact.edited", where)


def _beside_code(spec: ArtefactSpec) -> str:
    """What says that a new version stands beside an edited one, with the way on from there."""
    if spec.folder:
        return "artefact.beside-folder"
    return "artefact.beside-dossier" if _gives_back(spec) else "artefact.beside"


def _gives_back(spec: ArtefactSpec) -> bool:
    """Whether the texts that somebody changed in it can be taken back into their sources."""
    return spec.name == "dossier" and spec.format is Format.DOCX


def _failed(spec: ArtefactSpec, reasons: tuple[Reason, ...], problems: tuple[Problem, ...]) -> Artefact:
    summary = error("artefact.failed", Place(file=spec.path))
    return Artefact(
        spec=spec, outcome=Outcome.FAILED, path=spec.path, size=0, reasons=reasons, problems=(*problems, summary)
    )


@contextmanager
def open_workshop(survey: Survey, theme: Theme) -> Iterator[Workshop]:
    """A workshop with an empty working folder below the project's cache, removed afterwards.

    Those that killed runs left are removed as well: they may hold what nobody may see any more.
    """
    project = survey.project
    for leftover in project.cache.glob(f"{_MAKING}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    with open_state(project.cache) as state, tempfile.TemporaryDirectory(dir=project.cache, prefix=_MAKING) as folder:
        state.settle(project.output)
        logos = files_of(project, theme)
        orders = Orders(survey=survey, theme=theme, state=state, logos=logos)
        yield Workshop(survey=survey, theme=theme, state=state, logos=logos, folder=Path(folder), orders=orders)
