"""A project on the desk: what is known of it now, taken anew when one of its files has changed."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from stat import S_ISREG

from portfolio.build.forget import forget_contents_of_ended
from portfolio.build.placing import remapped
from portfolio.build.readiness import find_readiness
from portfolio.build.sheet import Judged, thumbnail
from portfolio.build.sheetfields import SheetField, SheetFields, fields_asked
from portfolio.build.survey import Survey, take_survey
from portfolio.cli.sheet import make_fields
from portfolio.cli.words import Words, read_words
from portfolio.decisions import append_decisions, read_decisions
from portfolio.errors import InUseError, OutputError, ProjectError
from portfolio.files.fault import FileFault
from portfolio.files.lock import Held, hold
from portfolio.files.originals import Originals
from portfolio.home import DECISIONS, NARRATIVE, make_cache
from portfolio.i18n import primary
from portfolio.intake.listing import look
from portfolio.model.decision import Decision
from portfolio.model.events import Report, silent
from portfolio.model.evidence import EvidenceItem
from portfolio.model.mapping import Link
from portfolio.model.problem import Place, Problem, error
from portfolio.model.project import Project
from portfolio.model.readiness import Readiness
from portfolio.project import read_project

# By which a change of the project's own files is seen (size in bytes, time in ns), and of the evidence.
Stamps = tuple[dict[Path, tuple[int, int]], tuple[object, ...]]


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
    def links(self) -> Mapping[str, tuple[Link, ...]]:
        """What each piece proves, the place where it is shown first."""
        return _by_piece(self.survey.mapping.links)

    @cached_property
    def suggestions(self) -> Mapping[str, tuple[Link, ...]]:
        """What else each may prove, the likeliest first."""
        return _by_piece(self.survey.mapping.suggestions)

    @cached_property
    def alike(self) -> Mapping[str, tuple[str, ...]]:
        """The pieces that each picture looks like, itself among them."""
        return {item: group for group in self.survey.catalogue.groups for item in group}

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
    def own(self) -> Words:
        """The words of the school's language, in which decisions.csv is written."""
        return _own_words(self.survey.project.language)

    @cached_property
    def fields(self) -> SheetFields:
        """Shows and reads these; people are said in the school's language, as decisions.csv has them."""
        return make_fields(self.survey, self.own)


_own_words = cache(read_words)  # read anew for each decision they would take longer than it


def _by_piece(links: Sequence[Link]) -> Mapping[str, tuple[Link, ...]]:
    found: dict[str, tuple[Link, ...]] = {}
    for link in links:
        found[link.item] = (*found.get(link.item, ()), link)
    return found


@dataclass(kw_only=True)
class Desk:
    """A project that is looked through; one thing at a time is done with it, whoever asks."""

    root: Path
    cache: Path
    today: date
    words: Words

    def __post_init__(self) -> None:
        self.mutex = threading.RLock()  # whoever does several things that belong together holds it meanwhile
        self._is_alone = False
        self._drawing = threading.Lock()  # one picture at a time, so that whoever decides need not wait for many
        self._seen: tuple[Stamps, Seen] | None = None
        self._drawn: dict[object, Path | None] = {}

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else works on the project meanwhile. Raises InUseError when another run does."""
        with self.mutex:
            if self._is_alone:
                yield
                return
            make_cache(self.cache)
            try:
                with hold(self.cache / "lock"):
                    self._is_alone = True
                    try:
                        yield
                    finally:
                        self._is_alone = False
            except Held:
                raise InUseError(error("project.in-use", Place(file=str(self.root)))) from None

    @contextmanager
    def writing(self, file: str) -> Iterator[None]:
        """Alone, while a file of the project is written; what its kind or the system refuses becomes a Problem of it.

        Raises ProjectError, OutputError, InUseError.
        """
        with self.alone():
            try:
                yield
            except FileFault as fault:
                raise ProjectError(fault.problem(file)) from None
            except OSError as fault:
                raise OutputError(error("output.unwritable", Place(file=file), why=fault.strerror or fault)) from fault

    def look(self, report: Report = silent) -> Seen:
        """What is known now. Raises ProjectError, InUseError."""
        with self.mutex:
            if self._seen is None or self._seen[0] != self._stamps(self._seen[1].survey.project):
                with self.alone():
                    project, problems = read_project(self.root, self.cache)
                    stamps = self._stamps(project)
                    before = self._seen[1].survey.lexicon if self._seen else None
                    survey = take_survey(project, today=self.today, report=report, lexicon=before)
                    forget_contents_of_ended(survey)
                    self._seen = (stamps, Seen(survey, self.words, problems))
            return self._seen[1]

    def decide(self, lines: Sequence[Decision], *, places_alone: bool) -> Seen:
        """Write decisions and look again; where `places_alone` are decided nothing else is worked out anew.

        Raises ProjectError, InUseError, OutputError where decisions.csv is held by another program.
        """
        with self.alone():  # until it is looked at again: what is written must not be told as if it were not
            seen = self.look()
            project = seen.survey.project
            before, decisions = self._stamps(project), self.root / DECISIONS
            with self.writing(DECISIONS):
                append_decisions(decisions, lines, project.language, seen.survey.framework.column_names)
            if places_alone and self._seen and self._seen[0] == before and (stamp := _stamp(decisions)):
                survey = remapped(seen.survey, self._decisions(project, seen))
                told, evidence = before
                self._seen = (({**told, decisions: stamp}, evidence), Seen(survey, self.words, seen.problems))
            return self.look()

    def picture(self, item: str, longest: int = 0) -> Path | None:
        """The picture of a piece as a file, small or of `longest` px: upright, redacted, without metadata.

        None where there is none.
        """
        seen = self._seen[1] if self._seen else self.look()  # whether all is as it was is for the pages to ask
        piece = seen.items.get(item)
        if piece is None:
            return None
        known = (piece.source, piece.sha256, piece.redaction, longest)
        drawn = self._drawn.get(known)
        if drawn is None or not drawn.exists():
            project = seen.survey.project
            originals = Originals(evidence=project.evidence, cache=project.cache)
            with self._drawing:
                drawn = self._drawn[known] = thumbnail(piece, originals, project.cache / "derivatives", longest)
        return drawn

    def _stamps(self, project: Project) -> Stamps:
        """By what a change of anything is seen that a survey reads: the project's own files, and the evidence."""
        own = (*self.root.iterdir(), *(self.root / NARRATIVE).glob("*"))
        return {path: stamp for path in own if (stamp := _stamp(path))}, tuple(look(project.evidence).stamps)

    def _decisions(self, project: Project, seen: Seen) -> tuple[Decision, ...]:
        pack = seen.survey.framework
        spoken = pack.spoken.get(primary(project.language))
        return read_decisions(self.root / DECISIONS, project.language, pack.column_names, spoken)[0]


def _stamp(path: Path) -> tuple[int, int] | None:
    """None for what is no file, or is gone by now: programs put theirs beside ours for a moment."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if S_ISREG(status.st_mode) else None
