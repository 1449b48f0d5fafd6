"""Where artefacts are made: what is fresh is left alone, the rest is rendered aside, audited, and only then placed."""

from __future__ import annotations

import shutil
import tempfile
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from portfolio.audit.search import search
from portfolio.build.fingerprint import Fingerprint, changes, fingerprint
from portfolio.build.guard import guard_of
from portfolio.build.make import failed, inspect, render
from portfolio.build.place import beside, is_known, place
from portfolio.build.shown import shown_in
from portfolio.build.state import State, Written, open_state
from portfolio.build.survey import Survey
from portfolio.errors import MissingDependencyError
from portfolio.files.originals import Originals
from portfolio.model.artefact import Artefact, ArtefactSpec, Outcome
from portfolio.model.clearance import Audience
from portfolio.model.composed import Document, pictures_in
from portfolio.model.problem import Place, Problem, Reason, error, note, reason, warning
from portfolio.model.project import Project
from portfolio.render.derivatives import derive
from portfolio.themes import Theme

_MAKING = "making-"


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

    def bring_up_to_date(self, spec: ArtefactSpec, document: Document) -> Artefact:
        """Make an artefact unless nothing it depends on has changed; a failure leaves the old one whole."""
        marks = fingerprint(document, self.theme, self.logos)
        written = self.state.of_artefact(spec.path)
        fresh = next((one for one in written if one.fingerprint == marks and self._file(one).exists()), None)
        if fresh is not None:
            return self._leave(spec, fresh)
        return self._make(spec, document, marks, _reasons(spec, written, marks, self.project.output))

    def prune(self, artefacts: Sequence[Artefact], *, draft: bool) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
        """Remove what we once wrote and is no longer wanted, or was beside an edited version that has gone.

        Edited files stay, are named where unwanted, and are remembered with what they show. Of an artefact that could
        not be made the old versions stay. Drafts are apart.
        """
        wanted = {artefact.spec.path for artefact in artefacts}
        kept = {artefact.path for artefact in artefacts}
        unmade = {artefact.spec.path for artefact in artefacts if artefact.outcome is Outcome.FAILED}
        removed: list[str] = []
        problems: list[Problem] = []
        for written in self.state.everything():
            is_list = not written.fingerprint  # such as the ledger: no artefact
            is_draft = written.artefact.startswith(f"{Audience.PRIVATE}/")
            if is_list or is_draft is not draft or written.path in kept or written.artefact in unmade:
                continue
            file = self._file(written)
            if file.exists() and not written.is_whole(file):
                if written.artefact not in wanted:
                    problems.append(warning("artefact.unwanted-edited", Place(file=written.path)))
                continue
            if file.exists():
                file.unlink()
                removed.append(written.path)
            self.state.forget(written.path)
        return tuple(removed), tuple(problems)

    def _leave(self, spec: ArtefactSpec, written: Written) -> Artefact:
        file = self._file(written)
        edited = not written.is_whole(file)
        remarks = (note("artefact.edited", Place(file=written.path)),) if edited else ()
        size = file.stat().st_size
        return Artefact(spec=spec, outcome=Outcome.FRESH, path=written.path, size=size, problems=remarks)

    def _make(
        self, spec: ArtefactSpec, document: Document, marks: Fingerprint, reasons: tuple[Reason, ...]
    ) -> Artefact:
        target = self.folder / spec.path  # the artefact's own name: what a renderer says of it makes sense
        target.parent.mkdir(exist_ok=True)
        problems: tuple[Problem, ...] = ()
        try:
            cache = self.project.cache / "derivatives"
            originals = Originals(evidence=self.project.evidence, cache=self.project.cache)
            derivatives, problems = derive(pictures_in(document), originals, cache)
            problems += render(document, spec.format, self.theme, derivatives, self.logos, target)
            if not failed(problems):
                problems += inspect(document, spec.format, target)
                guard = guard_of(self.survey, spec.audience, pictures_in(document), derivatives, self.logos)
                problems += search(target, spec.format, guard)
        except MissingDependencyError as missing:
            problems = (*problems, *missing.problems)
        except Exception as bug:  # law 7: one artefact that fails, for whatever cause, does not stop the rest
            problems = (*problems, self._note_down(spec, bug))
        if failed(problems):
            summary = error("artefact.failed", Place(file=spec.path))
            return Artefact(
                spec=spec,
                outcome=Outcome.FAILED,
                path=spec.path,
                size=0,
                reasons=reasons,
                problems=(*problems, summary),
            )
        known = is_known(spec.path, self.state)
        written = place(target, spec.path, self.project.output, self.state, marks, shown_in(document))
        outcome = Outcome.MADE
        if written.path != spec.path:
            outcome = Outcome.BESIDE
            problems = (*problems, beside(spec.path, written, known=known))
        return Artefact(
            spec=spec, outcome=outcome, path=written.path, size=written.size, reasons=reasons, problems=problems
        )

    def _note_down(self, spec: ArtefactSpec, bug: Exception) -> Problem:
        """A sentence for people; the details for those who mend the program, in a file beside the state."""
        log = self.project.cache / f"{spec.path.replace('/', '-')}.log"
        log.write_text("".join(traceback.format_exception(bug)), encoding="utf-8", errors="replace")
        return error("artefact.bug", Place(file=spec.path), kind=type(bug).__name__, log=log)

    def _file(self, written: Written) -> Path:
        return self.project.output / written.path


def _reasons(spec: ArtefactSpec, written: tuple[Written, ...], marks: Fingerprint, output: Path) -> tuple[Reason, ...]:
    """Why an artefact is made: it never was, its file is gone, or what it depends on has changed."""
    if not written:
        return changes(None, marks)
    if not (output / spec.path).exists():
        return (reason("stale.gone"),)
    return changes(written[-1].fingerprint, marks)


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
            logos={name: project.root / name for name in project.school.logos},
            folder=Path(folder),
        )
