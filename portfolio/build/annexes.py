"""The documents that are annexed for an audience, before anything is composed: cleaned, or named with the reason.

It fails closed: what is partly covered, tells what its readers may not know, or shares its file with pieces that they
may not see is not bound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from portfolio.build.annexcache import Copy, Wanted, copies_of
from portfolio.build.survey import REGISTER, Survey
from portfolio.consent.keys import FILE_PREFIX, key_of
from portfolio.consent.pupils import read_pupils
from portfolio.consent.register import read_register
from portfolio.consent.texts import withhold_telling
from portfolio.files.originals import Originals
from portfolio.model.annex import AnnexCopy, AnnexState, Refusal
from portfolio.model.clearance import Audience
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.problem import Place, Problem, Severity, note, warning
from portfolio.personal import find_personal
from portfolio.render.clean import Handling

PDF = "application/pdf"
# Those whose other formats are missed as well: a record or a recording was never a paper.
PAPERS = frozenset({Kind.DOCUMENT, Kind.CERTIFICATE})
# Those to whom a signed document may be given as it is.
SIGNED_FOR = frozenset({Audience.EVALUATOR, Audience.PRIVATE})
_WHY = {
    "pdf.password": Refusal.PASSWORD,
    "pdf.damaged": Refusal.DAMAGED,
    "pdf.large": Refusal.LARGE,
    "file.late": Refusal.LARGE,
    "file.memory": Refusal.LARGE,
    "file.crashed": Refusal.DAMAGED,
    "pdf.redaction": Refusal.COVERED,
}
_SAID = {
    Refusal.COVERED: "annex.covered",
    Refusal.TELLING: "annex.telling",
    Refusal.SHARED: "annex.shared",
    Refusal.SIGNED: "annex.signed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Annexed:
    """What was made of the documents of an edition, by item; `contents` are the sha256 of all that were looked at."""

    copies: Mapping[str, AnnexCopy]
    contents: frozenset[str]
    problems: tuple[Problem, ...]


def prepare_annexes(survey: Survey, audience: Audience) -> Annexed:
    """Cleans the documents among the pieces that an audience may see. Raises OSError for a cache that is read-only."""
    project = survey.project
    originals = Originals(evidence=project.evidence, cache=project.cache)
    pieces = [piece.item for piece in survey.pieces(audience)]
    shared = _shared(survey, {item.id for item in pieces})
    documents = [item for item in _once(pieces) if item.media_type == PDF]
    wanted = [
        Wanted(sha256=item.sha256, path=originals.path(item.source, item.sha256), shown=item.files[0])
        for item in documents
        if item.redaction is None and item.sha256 not in shared
    ]
    cleaned = copies_of(wanted, project.cache)
    telling = _telling(survey, audience, documents, cleaned)
    unseen = _unseen(survey, audience, documents, cleaned)
    copies: dict[str, AnnexCopy] = {}
    problems: list[Problem] = []
    for item in _once(pieces):
        if item.media_type == PDF:
            copies[item.id], said = _of_pdf(
                item, cleaned.get(item.sha256), audience, shared, telling, unseen.get(item.id, ())
            )
            problems += said
        elif item.kind in PAPERS:
            copies[item.id] = _of_other(item)
    others = sum(copy.why is Refusal.OTHER_FORMAT for copy in copies.values())
    if others:
        problems.append(note("annex.other-format", n=others))
    return Annexed(
        copies=copies,
        contents=frozenset(document.sha256 for document in wanted),
        problems=tuple(problems),
    )


def _once(pieces: Iterable[EvidenceItem]) -> Iterator[EvidenceItem]:
    """The first piece of each file: its pages are bound once, whatever else was found in them."""
    seen: set[str] = set()
    for item in pieces:
        if item.sha256 not in seen:
            seen.add(item.sha256)
            yield item


def _shared(survey: Survey, cleared: set[str]) -> set[str]:
    """The contents in which a piece stands that is not cleared, or was left out."""
    items: dict[str, set[str]] = defaultdict(set)
    for item in survey.catalogue.items:
        items[item.sha256].add(item.id)
    return {sha for sha, ids in items.items() if ids - cleared}


def _telling(
    survey: Survey, audience: Audience, documents: Iterable[EvidenceItem], cleaned: Mapping[str, Copy]
) -> set[str]:
    """Which pieces tell what the audience may not read, by all texts of their copies: notes and what a box cuts off.

    The rule is that of the clearance, which knows only what the readers read.
    """
    if audience is Audience.PRIVATE:
        return set()
    project = survey.project
    read = [replace(item, text=cleaned[item.sha256].text) for item in documents if item.sha256 in cleaned]
    ids = {item.id for item in read}
    entries, _ = read_register(project.root / REGISTER, project.language)
    pupils, _ = read_pupils(project.root, project.language)
    judged = withhold_telling(
        [each for each in survey.clearances if each.audience is audience and each.item in ids],
        replace(survey.catalogue, items=tuple(read)),
        entries,
        survey.names,
        pupils,
        country=project.school.country,
        public=project.public,
    )
    return {each.item for each in judged if not each.allowed}


def _unseen(
    survey: Survey, audience: Audience, documents: Iterable[EvidenceItem], cleaned: Mapping[str, Copy]
) -> dict[str, tuple[Problem, ...]]:
    """Where signed documents tell beside their pages what the audience may not know, by piece.

    Nothing can be taken out of these. Where somebody decided about the very file in the register, nothing is asked.
    """
    if audience is Audience.PRIVATE:
        return {}
    project = survey.project
    entries, _ = read_register(project.root / REGISTER, project.language)
    decided = {key_of(entry.who) for entry in entries}
    rule, country, public = survey.names[audience], project.school.country, project.public
    return {
        item.id: tuple(dict.fromkeys(found))
        for item in documents
        if item.sha256 in cleaned and not any(key_of(FILE_PREFIX + file) in decided for file in item.files)
        if (
            found := [
                warning(f"annex.signed-{each.corner}", Place(file=item.files[0]), page=each.page)
                for each in cleaned[item.sha256].unseen
                if each.is_path or rule.find(each.text) or find_personal(each.text, country, public)
            ]
        )
    }


def _of_pdf(
    item: EvidenceItem,
    copy: Copy | None,
    audience: Audience,
    shared: set[str],
    telling: set[str],
    unseen: tuple[Problem, ...],
) -> tuple[AnnexCopy, tuple[Problem, ...]]:
    """What becomes of a PDF, and what is to be said of it."""
    if item.sha256 in shared:
        return _refused(item, Refusal.SHARED)
    if item.redaction is not None:  # boxes are said of the first page alone, and burned into its picture
        single = AnnexCopy(item=item.id, state=AnnexState.BOUND, pages=1)
        return (single, ()) if item.pages == 1 else _refused(item, Refusal.COVERED)
    assert copy is not None, item.id
    if item.id in telling:
        return _refused(item, Refusal.TELLING)
    said = tuple(replace(each, severity=min(each.severity, Severity.WARNING, key=_weight)) for each in copy.problems)
    if copy.handling is Handling.SIGNED:
        if audience not in SIGNED_FOR:
            return _refused(item, Refusal.UNCLEANABLE)
        if unseen:
            return AnnexCopy(item=item.id, state=AnnexState.REFUSED, why=Refusal.TELLING), unseen
        whole = AnnexCopy(item=item.id, state=AnnexState.SEPARATE, sha256=item.sha256, why=Refusal.SIGNED)
        return whole, (note("annex.signed", Place(file=item.files[0])),)
    if copy.handling is Handling.REFUSED:
        why = next((_WHY[each.code] for each in copy.problems if each.code in _WHY), Refusal.UNCLEANABLE)
        return AnnexCopy(item=item.id, state=AnnexState.REFUSED, why=why), said
    if any(each.code == "pdf.drawn-over" for each in copy.problems):
        return AnnexCopy(item=item.id, state=AnnexState.REFUSED, why=Refusal.COVERED), said
    return AnnexCopy(item=item.id, state=AnnexState.BOUND, pages=copy.pages, sha256=copy.sha256), said


def _of_other(item: EvidenceItem) -> AnnexCopy:
    """A scan is a page; any other format has none."""
    if item.media_type.startswith("image/") and item.raster is not None:
        return AnnexCopy(item=item.id, state=AnnexState.BOUND, pages=1)
    return AnnexCopy(item=item.id, state=AnnexState.REFUSED, why=Refusal.OTHER_FORMAT)


def _refused(item: EvidenceItem, why: Refusal) -> tuple[AnnexCopy, tuple[Problem, ...]]:
    said = (warning(_SAID[why], Place(file=item.files[0])),) if why in _SAID else ()
    return AnnexCopy(item=item.id, state=AnnexState.REFUSED, why=why), said


def _weight(severity: Severity) -> int:
    return list(Severity).index(severity)
