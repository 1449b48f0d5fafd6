"""Where somebody is shown: the pieces, the files in the output folder, and the copies that others have."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from portfolio.build.sheet import Judged
from portfolio.build.state import Written
from portfolio.build.survey import Survey
from portfolio.build.workbooks import told_in, workbooks_in
from portfolio.consent.clearance import ENDED
from portfolio.consent.mentions import Mention
from portfolio.files.manifest import NAME as MANIFEST
from portfolio.handedover import Copy
from portfolio.model.artefact import ArtefactSpec, folder_in
from portfolio.model.clearance import HANDED_OUT, Audience
from portfolio.model.problem import Place, Problem, warning


class Fate(StrEnum):
    """What becomes of the pieces in a file."""

    REMOVED = "removed"  # the next build takes at least one of them out
    ALLOWED = "allowed"  # they may be shown there
    GONE = "gone"  # they are not in the evidence any more, so the next build makes it without them
    EDITED = "edited"  # a person edited the file, so it is never overwritten
    DRAFT = "draft"  # the school's own, which shows everything
    UNKNOWN = "unknown"  # nothing is remembered of it: an older version made it, or the project was moved since
    WORKBOOK = "workbook"  # a review workbook, the school's own
    REWRITTEN = "rewritten"  # one that the next build writes again without them
    FILLED_IN = "filled-in"  # one that a person filled in, so that only a person may delete it


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A file in the output folder that shows some of the pieces, and what the next build does about it."""

    path: str
    pieces: tuple[str, ...]
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A copy that somebody has, those of the pieces that it shows, and whether all may still be shown there."""

    copy: Copy
    pieces: tuple[str, ...]
    allowed: bool


def audiences_of(item: str, survey: Survey) -> tuple[Audience, ...]:
    """Whom a piece may be shown to, whether or not it proves anything yet."""
    return tuple(each.audience for each in survey.clearances if each.item == item and each.allowed)


def holdings(ids: Set[str], survey: Survey, written: Sequence[Written]) -> Iterator[Holding]:
    """The artefacts and review workbooks that show one of the pieces, or of which nobody knows."""
    yield from _artefacts(ids, survey, written)
    if ids:
        for path, _ in unrecorded(survey, written):
            yield Holding(path=path, pieces=(), fate=Fate.UNKNOWN)
        yield from _workbooks(ids, survey, written)


def formerly(item: str, shown: Iterable[Collection[str]]) -> frozenset[str]:
    """Of the ids that files and copies show those of a piece that is gone, and of its parts."""
    return frozenset(each for ids in shown for each in ids if each == item or each.startswith(f"{item}."))


def _artefacts(ids: Set[str], survey: Survey, written: Sequence[Written]) -> Iterator[Holding]:
    for each in (one for one in written if one.fingerprint):  # lists have none
        file = survey.project.output / each.path
        if not file.exists():
            continue
        if each.pieces is None:
            yield Holding(path=_whole(each.path), pieces=(), fate=Fate.UNKNOWN)
        elif shown := tuple(sorted(ids & each.pieces.keys())):
            yield Holding(path=_whole(each.path), pieces=shown, fate=_fate(each, shown, survey, file))


def unrecorded(survey: Survey, written: Sequence[Written]) -> Iterator[tuple[str, Audience]]:
    """The files that lie in an audience's folder though nothing is remembered of them, with that audience.

    So it is with all files after a project was moved or its cache was lost. What is a folder of files, such as a site,
    is told once, by its folder.
    """
    known = {each.path for each in written}
    for audience in HANDED_OUT:
        files = sorted((survey.project.output / audience).rglob("*"))
        paths = (
            file.relative_to(survey.project.output).as_posix()
            for file in files
            if file.is_file() and not file.name.startswith(".") and file.name != MANIFEST
        )
        for path in dict.fromkeys(_whole(path) for path in paths if path not in known):
            yield path, audience


def _workbooks(ids: Set[str], survey: Survey, written: Sequence[Written]) -> Iterator[Holding]:
    judged = Judged(survey.clearances)
    gone = {each for item in survey.catalogue.items if judged.withdrawn(item) for each in item.ids}
    for each in workbooks_in(written):
        file = survey.project.output / each.path
        told = told_in(file) if file.exists() else frozenset()
        if shown := ids if told is None else ids & told:  # one that cannot be read may show anybody
            left = Fate.REWRITTEN if each.is_whole(file) else Fate.FILLED_IN
            fate = Fate.WORKBOOK if gone.isdisjoint(shown) else left
            yield Holding(path=each.path, pieces=tuple(sorted(shown)), fate=fate)


def given(ids: Set[str], survey: Survey, copies: Sequence[Copy]) -> Iterator[Given]:
    """The copies that show one of the pieces."""
    for copy in copies:
        if shown := tuple(sorted(ids & set(copy.pieces))):
            yield Given(copy=copy, pieces=shown, allowed=_allowed(shown, survey, _audience(copy.artefact)))


def still_showing(
    survey: Survey, written: Sequence[Written], chosen: Collection[ArtefactSpec] | None = None
) -> tuple[Problem, ...]:
    """A warning for each artefact that shows its audience somebody who refused, withdrew, or whose consent has expired.

    To be called after a build. Codes: `artefact.edited-withdrawn`, `.old-withdrawn` (no new one could be made),
    `.unknown-withdrawn` (nothing is remembered of it, so it may), `.unchosen-withdrawn` (only some `chosen`
    artefacts were built, and it is none of them). Of a draft nothing is said: it is the school's own,
    and a new one would show the same.
    """
    items = {item.id: item for item in survey.catalogue.items}
    ended = {
        (name, each.audience)
        for each in survey.clearances
        if not each.allowed and each.why.code in ENDED
        for name in items[each.item].ids
    }
    found = []
    for each in written:
        file, audience = survey.project.output / each.path, _audience(each.path)
        if file.exists() and any((item, audience) in ended for item in each.pieces or ()):
            found.append(warning(_why_left(each, file, chosen), Place(file=_whole(each.path))))
    audiences = {audience for _, audience in ended}
    found += [
        warning("artefact.unknown-withdrawn", Place(file=path))
        for path, audience in unrecorded(survey, written)
        if audience in audiences
    ]
    return tuple(found)


def _why_left(each: Written, file: Path, chosen: Collection[ArtefactSpec] | None) -> str:
    if not each.is_whole(file):
        return "artefact.edited-withdrawn"
    if chosen is not None and not any(spec.covers(each.artefact) for spec in chosen):
        return "artefact.unchosen-withdrawn"
    return "artefact.old-withdrawn"


def _fate(each: Written, shown: Sequence[str], survey: Survey, file: Path) -> Fate:
    if _audience(each.path) is Audience.PRIVATE:
        return Fate.DRAFT
    if _allowed(shown, survey, _audience(each.path)):
        return Fate.ALLOWED
    if not each.is_whole(file):
        return Fate.EDITED
    return Fate.REMOVED if any(map(survey.catalogue.item, shown)) else Fate.GONE


def _allowed(shown: Sequence[str], survey: Survey, audience: Audience) -> bool:
    """Whether an audience may see all these pieces, which may be known by another id by now."""
    if audience not in HANDED_OUT:
        return False
    ids = {each for piece in survey.pieces(audience) for each in piece.item.ids}
    return ids.issuperset(shown)


def _whole(path: str) -> str:
    """What has to go with a file: the folder of a site, for its pictures lie beside its page; else the file alone."""
    return folder_in(path) or path


def _audience(path: str) -> Audience:
    """The audience whose folder a file lies in; the school's where it is nobody's."""
    folder = path.partition("/")[0]
    return next((audience for audience in Audience if audience == folder), Audience.PRIVATE)


def ids_of(found: Iterable[Mention]) -> frozenset[str]:
    """All ids that the pieces answer to."""
    return frozenset(each for mention in found for each in mention.item.ids)
