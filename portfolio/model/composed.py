"""Any composed document, and what is in it."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.model.annex import Annex
from portfolio.model.blocks import PlacedPicture, Table
from portfolio.model.bundle import Bundle
from portfolio.model.document import Dossier, exhibits_in
from portfolio.model.form import ApplicationForm
from portfolio.model.info import InfoSheet
from portfolio.model.paste import Paste
from portfolio.model.pictureposter import PicturePoster, ProjectPoster
from portfolio.model.sheet import SchoolPoster, Sheet
from portfolio.model.site import Site
from portfolio.model.upload import Upload

Document = Dossier | Sheet | InfoSheet | ApplicationForm | Bundle | Upload | Paste | Site


def items_in(document: Document) -> Iterator[str]:
    """The id of every piece that a document shows or lists; of several mentions each."""
    yield from (picture.item for picture in pictures_in(document))
    document = _within(document)
    if isinstance(document, Dossier):
        yield from (exhibit.item for exhibit in exhibits_in(document))
    if isinstance(document, InfoSheet):
        yield from (project.item for project in document.projects)
    if isinstance(document, ProjectPoster):
        yield document.item
    yield from (row.item for table in _tables(document) for row in table.rows if row.item)


def _within(document: Document) -> Document:
    """The dossier that a document is made round, else itself."""
    if isinstance(document, Upload):
        document = document.bundle
    return document.dossier if isinstance(document, Bundle | Site) else document


def annexes_in(document: Document) -> tuple[Annex, ...]:
    """The annexes that a document lists."""
    return document.annexes if isinstance(document, Dossier) else ()


def _tables(document: Document) -> Iterator[Table]:
    if isinstance(document, Dossier):
        blocks = (block for section in document.sections for block in section.blocks)
        yield from (block for block in blocks if isinstance(block, Table))
    elif isinstance(document, ApplicationForm):
        fields = (field for part in document.parts for field in part.fields)
        yield from (field.evidence for field in fields if field.evidence)
    elif isinstance(document, Paste) and document.projects:
        yield document.projects


def pictures_in(document: Document) -> Iterator[PlacedPicture]:
    """Every picture a document places, in reading order."""
    if isinstance(document, Upload):
        document = document.bundle
    if isinstance(document, Bundle):
        yield from (annex.picture for annex in document.bound if annex.picture)
    if isinstance(document, InfoSheet | SchoolPoster) and document.picture:
        yield document.picture
    if isinstance(document, Paste):
        yield from document.placed
    if isinstance(document, PicturePoster):
        yield from (photo.picture for photo in document.photos)
    document = _within(document)
    if not isinstance(document, Dossier):
        return
    if document.cover and document.cover.picture:
        yield document.cover.picture
    for exhibit in exhibits_in(document):
        if exhibit.picture is not None:
            yield exhibit.picture
