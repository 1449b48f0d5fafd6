"""The files of the output folder audited once more, as they lie there, by what is cleared today."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from portfolio.audit.conformance import is_claiming, judge
from portfolio.audit.guard import Guard
from portfolio.audit.links import inspect_links
from portfolio.audit.pictures import metadata_in
from portfolio.audit.search import PICTURES, search, search_headings, search_site_file
from portfolio.audit.site import inspect_site
from portfolio.build.compose import BINDING, compose_all
from portfolio.build.guard import Cleared, cleared_for, guard_of
from portfolio.build.look import files_of
from portfolio.build.make import drawings_in, inspect
from portfolio.build.orders import Orders, is_part
from portfolio.build.plan import is_listed, plan
from portfolio.build.state import Pieces, State, Written
from portfolio.build.survey import Survey
from portfolio.model.artefact import Format
from portfolio.model.clearance import Audience
from portfolio.model.composed import Document, annexes_in
from portfolio.model.document import Dossier
from portfolio.model.problem import Place, Problem, Severity, error, note, warning
from portfolio.model.site import Site
from portfolio.render.charts import draw_charts
from portfolio.render.derivatives import derivatives_marked
from portfolio.themes import Theme

_NAMED = 3  # pieces that are named of those that may not be seen
# What only who knows the pieces of a file can tell of it.
_BY_PIECES = ("audit.picture", "audit.attachment")
# What says that somebody may be shown whom nobody may show, or that nobody can tell; numbers and addresses as well.
_TELLING = (
    *("verify.uncleared", "verify.gone", "verify.name", "verify.picture"),
    *("audit.name", *_BY_PIECES, "audit.metadata", "audit.unreadable"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Auditor:
    """Audits files of a project once more; `fresh` are the documents of the artefacts of which nothing has changed."""

    survey: Survey
    theme: Theme
    logos: Mapping[str, Path]
    fresh: Mapping[str, Document]
    written: Mapping[str, Written]
    shown: Mapping[str, Pieces | None]  # by artefact
    _cleared: dict[Audience, Cleared] = field(default_factory=dict)

    def faults(self, path: str, *, changed: bool) -> Iterator[Problem]:
        """What is wrong with a file at a path below the output folder; of one that was `changed` no text is missed.

        Codes: those of the audits, `verify.uncleared`, `verify.gone`, `verify.stale`, `verify.forgotten`.
        """
        where = Place(file=path)
        written = self.written.get(path)
        audience = Audience(path.partition("/")[0])
        document = self.fresh.get(written.artefact) if written else None
        pieces = self.shown.get(written.artefact) if written else None
        part = written is not None and is_part(written)
        if pieces is None:
            yield note("verify.forgotten", where)
        else:
            yield from self._shown_faults(where, pieces, audience)
            if document is None and not part and not is_listed(path):  # a build does not compose those
                yield note("verify.stale", where)
        alone = changed and PurePosixPath(path).suffix in PICTURES  # it is one that was made for its folder, or not
        known = pieces is not None and (alone or (document is not None and not part))
        guard, whole = self._guard(audience, document, pieces or {}, path)
        # A file that is as it was made was held against its pictures then; by now these may have been cleared away.
        unknown = () if known and (whole or changed) else _BY_PIECES
        for problem in self._file_faults(path, None if changed else document, guard, written):
            if problem.severity is not Severity.NOTE and problem.code not in unknown:
                yield replace(_put_in(problem) if changed else problem, where=where)

    def _shown_faults(self, where: Place, pieces: Pieces, audience: Audience) -> Iterator[Problem]:
        """The pieces in a file that its audience may not see today, and those that are not in the evidence any more."""
        allowed = {name for piece in self.survey.pieces(audience) for name in piece.item.ids}
        files = {name: item.files[0] for item in self.survey.catalogue.items for name in item.ids}
        lost = sorted(files.get(item, "") for item in pieces if item not in allowed)
        if barred := [file for file in lost if file]:
            yield error("verify.uncleared", where, n=len(barred), pieces=", ".join(barred[:_NAMED]))
        if gone := lost.count(""):
            yield warning("verify.gone", where, n=gone)

    def _file_faults(
        self, path: str, document: Document | None, guard: Guard, written: Written | None
    ) -> Iterator[Problem]:
        file = self.survey.project.output / path
        suffix = PurePosixPath(path).suffix
        bound = PurePosixPath(path.partition("/")[2]).parts[0].partition(".")[0] in BINDING
        whole = document if written and not is_part(written) and not bound else None
        if suffix == ".pdf" and bound:
            if not (written and is_part(written)):  # beside it lie signed documents of others, as they are
                yield from _foreign_faults(file, guard)
        elif suffix in (".pdf", ".docx", ".svg", ".txt"):
            form = Format(suffix[1:])
            if whole and not isinstance(whole, Site):
                yield from inspect(whole, form, file)
            elif form is Format.PDF:
                yield from inspect_links(file)
            yield from search(file, form, guard)
            if form is Format.PDF and is_claiming(file):
                yield from judge(file)
        elif suffix == ".html" and isinstance(whole, Site):
            yield from inspect_site(file, whole, guard)
        elif suffix == ".html":
            yield from search(file, Format.TEXT, guard)
        elif suffix in PICTURES:
            data = file.read_bytes()
            if found := metadata_in(data):
                yield error("audit.metadata", kinds=", ".join(found))
            yield from search_site_file(file.name, data, guard)

    def _guard(self, audience: Audience, document: Document | None, pieces: Pieces, path: str) -> tuple[Guard, bool]:
        """What a file may hold: the pictures that were made of its pieces, of those that are cleared today.

        And whether they are all there still.
        """
        if audience not in self._cleared:
            self._cleared[audience] = cleared_for(self.survey, audience)
        cleared = self._cleared[audience]
        drawings = list(drawings_in(document)) if document else []
        if isinstance(document, Dossier) and path.endswith(".docx"):
            drawings += [
                chart.data for chart in draw_charts(document, self.theme, PurePosixPath(path).name)[0].values()
            ]
        annexes = annexes_in(document) if document else ()
        guard = guard_of(cleared, (), {}, self.logos, annexes, drawings)
        marks = {mark: item for item, own in pieces.items() if item in cleared.items for mark in own}
        made = derivatives_marked(marks, self.survey.project.cache / "derivatives")
        found = [(marks[mark], each) for mark, several in made.items() for each in several]
        guard = replace(
            guard,
            pictures=guard.pictures | {each.sha256 for _, each in found},
            origins={each.sha256: cleared.originals[item] for item, each in found if item in cleared.originals},
            seen={each.sha256: each.look for _, each in found},
            looks=guard.looks | {each.look for _, each in found},
        )
        return guard, marks.keys() <= made.keys()


def make_auditor(survey: Survey, theme: Theme, state: State) -> Auditor:
    """An auditor of all that is planned for a project; what composing has to say is the build's to tell."""
    logos = files_of(survey.project, theme)
    documents, _ = compose_all(survey, theme, plan(survey.project))
    orders = Orders(survey=survey, theme=theme, state=state, logos=logos)
    stale = {spec.path for spec, reasons in orders.stale(documents) if reasons}
    everything = state.everything()
    return Auditor(
        survey=survey,
        theme=theme,
        logos=logos,
        fresh={spec.path: document for spec, document in documents.items() if spec.path not in stale},
        written={each.path: each for each in everything},
        shown=_shown(everything),
    )


def _shown(written: Sequence[Written]) -> dict[str, Pieces | None]:
    """What the files of each artefact show together; None where it is not known of one of them."""
    shown: dict[str, Pieces | None] = {}
    for each in written:
        before = shown.get(each.artefact, {})
        shown[each.artefact] = None if before is None or each.pieces is None else {**before, **each.pieces}
    return shown


def _foreign_faults(file: Path, guard: Guard) -> Iterator[Problem]:
    """Of a file that binds pages of others: its links, and its own words about them."""
    faults = inspect_links(file)
    yield from faults
    if all(fault.code != "audit.unreadable" for fault in faults):
        yield from search_headings(file, guard)


def _put_in(problem: Problem) -> Problem:
    """What is wrong with a file that is not as it was made: it is somebody else's doing, and has another way out."""
    match problem.code:
        case "audit.name":
            return replace(problem, code="verify.name")
        case "audit.picture":
            return replace(problem, code="verify.picture")
        case _:
            return problem


def telling(problems: Collection[Problem]) -> tuple[Problem, ...]:
    """Those of some Problems that say that somebody may be shown whom nobody may show, or that nobody can tell."""
    return tuple(each for each in problems if each.code in _TELLING or each.code.startswith("audit.personal."))
