"""What nobody may see any more is not kept either: its pictures and texts leave the cache.

A piece has ended when no audience may see it, and somebody in it refused, withdrew, or gave a consent that has expired.
The evidence itself is never touched, so every run reads the piece again, for the school's ledger, and forgets it again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields

from portfolio.build import annexcache
from portfolio.build.shown import shown_in
from portfolio.build.state import State
from portfolio.build.survey import Survey
from portfolio.consent.clearance import ENDED
from portfolio.files.originals import unpacked_name
from portfolio.intake.catalogue import forget_contents
from portfolio.intake.recall import forget
from portfolio.model.catalogue import CataloguedFile, FileState
from portfolio.model.clearance import Clearance
from portfolio.model.composed import Document
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import place_in
from portfolio.model.text import Sourced
from portfolio.render.derivatives import remove_all_but


def ended(survey: Survey) -> tuple[EvidenceItem, ...]:
    """The pieces that have ended."""
    judged: dict[str, list[Clearance]] = defaultdict(list)
    for clearance in survey.clearances:
        judged[clearance.item].append(clearance)
    return tuple(
        item
        for item in survey.catalogue.items
        if not any(each.allowed for each in judged[item.id]) and any(each.why.code in ENDED for each in judged[item.id])
    )


def forget_contents_of_ended(survey: Survey) -> None:
    """Remove from the cache what pieces that have ended say, what others say of them, and what was unpacked of them.

    Raises OutputError, InUseError.
    """
    items = ended(survey)
    if not items:
        return
    cache = survey.project.cache
    said = {name for item in items for name in _said_in(item)}
    files = [
        file for file in survey.catalogue.files if file.sha256 and (file.name in said or _may_describe(file, said))
    ]
    forget_contents(cache, {file.sha256 for file in files})
    forget(cache)
    for file in files:
        annexcache.remove([file.sha256], cache)
        (cache / "unpacked" / unpacked_name(file.path, file.sha256)).unlink(missing_ok=True)


def forget_pictures(survey: Survey, documents: Iterable[Document], state: State) -> None:
    """Remove the derivatives of pieces that have ended, and those that no document of any edition places any more.

    The cleaned copies of documents go with their pieces.

    To be called when all documents are made.
    """
    gone = {name for item in ended(survey) for name in item.ids}
    placed = [written.pieces for written in state.everything()] + [shown_in(document) for document in documents]
    keep = {mark for pieces in placed if pieces for item, marks in pieces.items() if item not in gone for mark in marks}
    remove_all_but(keep, survey.project.cache / "derivatives")
    contents = {item.sha256 for item in survey.catalogue.items if not gone.intersection(item.ids)}
    annexcache.remove_all_but(contents, survey.project.cache)


def _may_describe(file: CataloguedFile, names: Collection[str]) -> bool:
    """Whether a file may say something of one of these: of several who do, a piece names the strongest alone."""
    about = dict(file.reason.values).get("file")  # of a sidecar; a sheet may speak of any
    return file.state is FileState.DESCRIPTION and (about is None or about in names)


def _said_in(item: EvidenceItem) -> Iterator[str]:
    """The files that a piece lies in, and those that something was said about it in."""
    yield from item.files
    yield place_in(item.portrayal.where).file
    for holder in (item, item.project, item.certificate, item.quotation):
        for field in fields(holder) if holder else ():
            value = getattr(holder, field.name)
            for said in value if isinstance(value, tuple) else (value,):
                if isinstance(said, Sourced):
                    yield place_in(said.where).file
