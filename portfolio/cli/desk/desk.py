"""A project on the desk: what is known of it now, taken anew when one of its files has changed."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from portfolio.build.forget import forget_contents_of_ended
from portfolio.build.placing import remapped
from portfolio.build.readiness import find_readiness
from portfolio.build.sheet import Judged, thumbnail
from portfolio.build.sheetfields import SheetField, SheetFields, fields_asked
from portfolio.build.sheetplaces import SheetPlaces
from portfolio.build.survey import Survey, take_survey
from portfolio.cli.sheet import make_fields, make_places
from portfolio.cli.words import Words, read_words
from portfolio.decisions import append_decisions, read_decisions
from portfolio.errors import InUseError, OutputError
from portfolio.files.lock import Held, hold
from portfolio.files.originals import Originals
from portfolio.home import DECISIONS, NARRATIVE, make_cache
from portfolio.i18n import primary
from portfolio.intake.listing import look
from portfolio.model.decision import Decision
from portfolio.model.events import silent
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Place, Problem, error
from portfolio.model.project import Project
from portfolio.model.readiness import Readiness
from portfolio.project import read_project


class Seen:
    """What is known of a project at one moment, as the page shows it."""

    def __init__(self, survey: Survey, words: Words, problems: tuple[Problem, ...]) -> None:
        self.survey, self.words, self.problems = survey, words, problems

    @cached_property
    def items(self) -> Mapping[str, EvidenceItem]:
        """The pieces by id, those that nobody may see any more left out."""
        judged = self.judged
        ordered = sorted(self.survey.catalogue.items, key=lambda item: (item.files, item.id))
        return {item.id: item for item in ordered if not judged.withdrawn(item)}

    @cached_property
    def judged(self) -> Judged:
        """Who may see which piece."""
        return Judged(self.survey.clearances)

    @cached_property
    def readiness(self) -> Readiness:
        """How strong the evidence is."""
        return find_readiness(self.survey)

    @cached_property
    def asked(self) -> tuple[SheetField, ...]:
        """The fields that are asked of each piece."""
        return fields_asked(self.survey.project.languages)

    @cached_property
    def fields(self) -> SheetFields:
        """Shows and reads these; people are said in the school's language, as decisions.csv has them."""
        return make_fields(self.survey, read_words(self.survey.project.language))

    @cached_property
    def places(self) -> SheetPlaces:
        """Pillars and criteria as the school calls them."""
        return make_places(self.survey, self.words)


@dataclass(kw_only=True)
class Desk:
    """A project that is looked through; one thing at a time is done with it, whoever asks."""

    root: Path
    cache: Path
    today: date
    words: Words

    def __post_init__(self) -> None:
        self._mutex = threading.RLock()
        self._seen: tuple[object, Seen] | None = None

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else works on the project meanwhile. Raises InUseError when another run does."""
        with self._mutex:
            make_cache(self.cache)
            try:
                with hold(self.cache / "lock"):
                    yield
            except Held:
                raise InUseError(error("project.in-use", Place(file=str(self.root)))) from None

    def look(self) -> Seen:
        """What is known now. Raises ProjectError, InUseError."""
        with self._mutex:
            if self._seen is None or self._seen[0] != self._stamps(self._seen[1].survey.project):
                with self.alone():
                    project, problems = read_project(self.root, self.cache)
                    stamps = self._stamps(project)
                    survey = take_survey(project, today=self.today, report=silent)
                    forget_contents_of_ended(survey)
                    self._seen = (stamps, Seen(survey, self.words, problems))
            return self._seen[1]

    def decide(self, lines: Sequence[Decision], *, places_alone: bool) -> Seen:
        """Write decisions and look again; where `places_alone` are decided nothing else is worked out anew.

        Raises ProjectError, InUseError, OutputError where decisions.csv is held by another program.
        """
        seen = self.look()
        with self.alone():
            project = seen.survey.project
            try:
                append_decisions(self.root / DECISIONS, lines, project.language, seen.survey.framework.column_names)
            except OSError as fault:
                raise OutputError(
                    error("output.unwritable", Place(file=DECISIONS), why=fault.strerror or fault)
                ) from fault
            if places_alone:
                survey = remapped(seen.survey, self._decisions(project, seen))
                self._seen = (self._stamps(project), Seen(survey, self.words, seen.problems))
        return self.look()

    def thumbnail(self, item: str) -> Path | None:
        """The small picture of a piece as a file: upright, redacted, without metadata; None where there is none."""
        seen = self.look()
        piece = seen.items.get(item)
        if piece is None:
            return None
        project = seen.survey.project
        originals = Originals(evidence=project.evidence, cache=project.cache)
        return thumbnail(piece, originals, project.cache / "derivatives")

    def _stamps(self, project: Project) -> object:
        """By what a change of anything is seen that a survey reads: the project's own files, and the evidence."""
        own = [path for path in (*self.root.iterdir(), *(self.root / NARRATIVE).glob("*")) if path.is_file()]
        told = [(path, status.st_size, status.st_mtime_ns) for path in sorted(own) if (status := path.stat())]
        return told, tuple(look(project.evidence).stamps)

    def _decisions(self, project: Project, seen: Seen) -> tuple[Decision, ...]:
        pack = seen.survey.framework
        spoken = pack.spoken.get(primary(project.language))
        return read_decisions(self.root / DECISIONS, project.language, pack.column_names, spoken)[0]
