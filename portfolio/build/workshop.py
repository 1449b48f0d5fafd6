"""Where artefacts are made: what is fresh is left alone, the rest is rendered aside, audited, and only then placed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from portfolio.build.annexcache import copy_path
from portfolio.build.budget import Budget, is_tight, limit_for
from portfolio.build.fingerprint import Fingerprint, changes, files_digest, fingerprint, limit_digest
from portfolio.build.guard import cleared_for
from portfolio.build.job import Job, Made
from portfolio.build.look import logos_of
from portfolio.build.place import beside, place
from portfolio.build.processes import draw_all, make_all
from portfolio.build.shown import differing, shown_in
from portfolio.build.state import State, Written, open_state
from portfolio.build.survey import Survey
from portfolio.files.originals import Originals
from portfolio.model.annex import Annex
from portfolio.model.artefact import Artefact, ArtefactSpec, Format, Outcome
from portfolio.model.blocks import PlacedPicture
from portfolio.model.bundle import Bundle
from portfolio.model.clearance import Audience
from portfolio.model.composed import Document, pictures_in
from portfolio.model.document import Dossier
from portfolio.model.events import Progress, Report, Stage
from portfolio.model.problem import Place, Problem, Reason, error, note, reason, warning
from portfolio.model.project import Project
from portfolio.model.upload import Upload
from portfolio.render.quality import LADDER
from portfolio.themes import Theme

_MAKING = "making-"
_PART = "part"  # the mark of an artefact's further files: their place among them


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """A project's theme, state and working folder for the time of one run."""

    survey: Survey
    theme: Theme
    state: State
    logos: Mapping[str, Path]
    folder: Path

    @property
    def project(self) -> Project:
        """The project whose workshop this is."""
        return self.survey.project

    def stale(self, documents: Mapping[ArtefactSpec, Document]) -> tuple[tuple[ArtefactSpec, tuple[Reason, ...]], ...]:
        """Every artefact with the reasons why it would be made, none for one that is fresh; nothing is made.

        What is made of the file of a stale artefact is stale as well.
        """
        orders: dict[str, _Order] = {}
        marked: dict[int, Fingerprint] = {}
        for spec in (spec for wave in _waves(documents) for spec in wave):
            first = [path for path in spec.after if not orders[path].fresh]
            fresh = {path: order.fresh for path in spec.after if (order := orders[path]).fresh}
            files = {path: self._file(one) for path, one in fresh.items() if one}
            order = self._order(spec, documents[spec], {} if first else files, marked)
            if first:
                own = [each for each in order.reasons if each.code != "stale.files"]
                after = [reason("stale.after", file=path) for path in first]
                order = replace(order, fresh=None, reasons=tuple(own or after))
            orders[spec.path] = order
        return tuple((spec, orders[spec.path].reasons) for spec in documents)

    def bring_up_to_date(self, documents: Mapping[ArtefactSpec, Document], report: Report) -> tuple[Artefact, ...]:
        """Make those artefacts of which anything they depend on has changed; a failure leaves the old one whole.

        They come back in the order in which they are wanted. Raises OutputError.
        """
        done: dict[str, Artefact] = {}
        marked: dict[int, Fingerprint] = {}
        for wave in _waves(documents):
            orders: list[_Order] = []
            for spec in wave:
                if lacking := [path for path in spec.after if not self._is_whole(done[path])]:
                    lack = error("artefact.lacks", Place(file=spec.path), file=", ".join(lacking))
                    done[spec.path] = _failed(spec, (), (lack,))
                    continue
                files = {path: self.project.output / done[path].path for path in spec.after}
                order = self._order(spec, documents[spec], files, marked)
                if order.fresh:
                    done[spec.path] = self._leave(spec, order.fresh)
                else:
                    orders.append(order)
            for artefact in self._make(orders):
                done[artefact.spec.path] = artefact
                report(Progress(stage=Stage.RENDER, done=len(done), total=len(documents), name=artefact.spec.path))
        return tuple(done[spec.path] for spec in documents)

    def prune(
        self, artefacts: Sequence[Artefact], *, draft: bool, chosen: Collection[ArtefactSpec] | None = None
    ) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
        """Remove what we once wrote and is no longer wanted, or was beside an edited version that has gone.

        Edited files stay, are named where unwanted, and are remembered with what they show. Of an artefact that could
        not be made the old versions stay. Drafts are apart; where some artefacts were `chosen`, so are those that none
        of these covers.
        """
        wanted = {artefact.spec.path for artefact in artefacts}
        kept = {path for artefact in artefacts for path in (artefact.path, *artefact.parts)}
        unmade = {artefact.spec.path for artefact in artefacts if artefact.outcome is Outcome.FAILED}
        removed: list[str] = []
        problems: list[Problem] = []
        for written in self.state.everything():
            is_list = not written.fingerprint  # such as the ledger: no artefact
            is_draft = written.artefact.startswith(f"{Audience.PRIVATE}/")
            if is_list or is_draft is not draft or written.path in kept or written.artefact in unmade:
                continue
            if chosen is not None and not any(spec.covers(written.artefact) for spec in chosen):
                continue
            file = self._file(written)
            if file.exists() and not written.is_whole(file):
                if written.artefact not in wanted:
                    problems.append(warning("artefact.unwanted-edited", Place(file=written.path)))
                continue
            if file.exists():
                file.unlink()
                removed.append(written.path)
                self._close(file.parent)
            self.state.forget(written.path)
        return tuple(removed), tuple(problems)

    def _close(self, folder: Path) -> None:
        """Removes the folder of a set of artefacts when its last file has gone."""
        if folder.parent.parent == self.project.output:
            with suppress(OSError):  # something lies in it
                folder.rmdir()

    def _leave(self, spec: ArtefactSpec, written: Written) -> Artefact:
        file = self._file(written)
        edited = not written.is_whole(file)
        remarks = (note("artefact.edited", Place(file=written.path)),) if edited else ()
        parts = _parts(self.state.of_artefact(spec.path), written.fingerprint)
        size = sum(self._file(each).stat().st_size for each in (written, *parts))
        return Artefact(
            spec=spec,
            outcome=Outcome.FRESH,
            path=written.path,
            size=size,
            problems=remarks,
            parts=tuple(part.path for part in parts),
        )

    def _order(
        self, spec: ArtefactSpec, document: Document, files: Mapping[str, Path], marked: dict[int, Fingerprint]
    ) -> _Order:
        """What is to be done about an artefact; `marked` keeps the fingerprints of documents that several share."""
        if id(document) not in marked:
            marked[id(document)] = fingerprint(document, self.theme, self.logos)
        limit = limit_for(document, spec.format, self.project.size_limit)
        marks = {**marked[id(document)], **files_digest(files), **limit_digest(limit)}
        written = self.state.of_artefact(spec.path)
        there = all(self._file(part).exists() for part in _parts(written, marks))
        fresh = next((one for one in written if there and one.fingerprint == marks and self._file(one).exists()), None)
        reasons = () if fresh else self._reasons(document, written, marks)
        return _Order(spec=spec, document=document, files=files, marks=marks, fresh=fresh, reasons=reasons)

    def _reasons(self, document: Document, written: tuple[Written, ...], marks: Fingerprint) -> tuple[Reason, ...]:
        """Why an artefact is made: it never was, its file is gone, or what it depends on has changed."""
        if not written:
            return changes(None, marks)
        if not all(self._file(one).exists() for one in written):
            return (reason("stale.gone"),)
        files = {name: item.files[0] for item in self.survey.catalogue.items for name in item.ids}
        differ = [files.get(item, item) for item in differing(written[-1].pieces, shown_in(document))]
        return changes(written[-1].fingerprint, marks, differ)

    def _make(self, orders: Sequence[_Order]) -> Iterator[Artefact]:
        """Make what is stale, each picture once for all; each artefact is placed when it is done."""
        if not orders:
            return
        project = self.project
        originals = Originals(evidence=project.evidence, cache=project.cache)
        faults = self._draw(orders, originals)
        cleared = {audience: cleared_for(self.survey, audience) for audience in {each.spec.audience for each in orders}}
        jobs: dict[Path, _Order] = {}
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
                )
            )
        for job, result in make_all(made):
            yield self._place(jobs[job.target], job, result)

    def _draw(self, orders: Sequence[_Order], originals: Originals) -> dict[str, Problem]:
        """Draw what the artefacts show, smaller as well where it may be too much; the Problems by mark."""
        folder, limit = self.project.cache / "derivatives", self.project.size_limit
        faults = draw_all(_pictures(orders), originals, folder)
        logos = tuple(self.logos.values())
        tight = [each for each in orders if is_tight(each.document, each.spec.format, self.theme, logos, folder, limit)]
        return faults | draw_all(_pictures(tight), originals, folder, LADDER[1:], faults)

    def _budget(self, order: _Order, originals: Originals) -> Budget | None:
        limit = limit_for(order.document, order.spec.format, self.project.size_limit)
        return None if limit is None else Budget(limit=limit, originals=originals)

    def _place(self, order: _Order, job: Job, made: Made) -> Artefact:
        spec, problems = order.spec, made.problems
        if made.bug:
            problems = (*problems, self._note_down(spec, made))
        if not made.usable:
            return _failed(spec, order.reasons, problems)
        shown = shown_in(order.document)
        outcome, placed = Outcome.MADE, list[Written]()
        # The first file is placed last: where it stands with these marks, all the others do.
        for number, file in reversed(list(enumerate(made.files or (job.target,)))):
            path = str(PurePosixPath(spec.path).with_name(file.name))
            known = any(written.path == path for written in self.state.of_artefact(spec.path))
            marks = {**order.marks, _PART: str(number)} if number else order.marks
            placed.append(place(file, path, self.project.output, self.state, marks, shown, spec.path))
            if placed[-1].path != path:
                outcome = Outcome.BESIDE
                problems = (*problems, beside(path, placed[-1], known=known))
        *parts, first = placed
        return Artefact(
            spec=spec,
            outcome=outcome,
            path=first.path,
            size=sum(each.size for each in placed),
            reasons=order.reasons,
            problems=problems,
            parts=tuple(part.path for part in reversed(parts)),
        )

    def _documents(self, order: _Order, originals: Originals) -> dict[str, Path]:
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
        return artefact.outcome is not Outcome.FAILED and any(each.is_whole(self._file(each)) for each in written)

    def _note_down(self, spec: ArtefactSpec, made: Made) -> Problem:
        """A sentence for people; the details for those who mend the program, in a file beside the state."""
        log = self.project.cache / f"{spec.path.replace('/', '-')}.log"
        log.write_text(made.details, encoding="utf-8", errors="replace")
        return error("artefact.bug", Place(file=spec.path), kind=made.bug, log=log)

    def _file(self, written: Written) -> Path:
        return self.project.output / written.path


def _parts(written: Iterable[Written], marks: Fingerprint) -> list[Written]:
    """The further files that were written together with one of these marks."""
    parts = [one for one in written if _PART in one.fingerprint]
    return [one for one in parts if one.fingerprint == {**marks, _PART: one.fingerprint[_PART]}]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """An artefact that is wanted: what it would be made of, and the file that need not be made anew if there is one."""

    spec: ArtefactSpec
    document: Document
    files: Mapping[str, Path]
    marks: Fingerprint
    fresh: Written | None
    reasons: tuple[Reason, ...]


def _pictures(orders: Iterable[_Order]) -> Iterator[PlacedPicture]:
    return (picture for order in orders for picture in pictures_in(order.document))


def _waves(specs: Iterable[ArtefactSpec]) -> Iterator[list[ArtefactSpec]]:
    """The artefacts that wait for none, then those that wait for these alone, and so on."""
    waiting, done = list(specs), set[str]()
    while waiting:
        ready = [spec for spec in waiting if done.issuperset(spec.after)]
        if not ready:
            raise AssertionError(f"these wait for each other, or for none: {[spec.path for spec in waiting]}")
        yield ready
        done |= {spec.path for spec in ready}
        waiting = [spec for spec in waiting if spec.path not in done]


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
        yield Workshop(
            survey=survey,
            theme=theme,
            state=state,
            logos=logos_of(project, theme),
            folder=Path(folder),
        )
