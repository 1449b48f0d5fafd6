"""The annexes of a dossier: which documents they are, the section that lists them, and the bundle that binds them."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.compose.edition import Edition
from portfolio.compose.exhibits import annex_anchor, exhibit_anchor, register_anchor, run
from portfolio.compose.photopages import within
from portfolio.compose.pictures import is_picture, placed, shape
from portfolio.compose.selection import Selection
from portfolio.compose.titles import alternative, title
from portfolio.model.annex import Annex, AnnexState
from portfolio.model.blocks import Column, Paragraph, ParagraphStyle, PlacedPicture, Row, Run, Table
from portfolio.model.bundle import Bundle
from portfolio.model.document import Dossier, Section, SectionRole
from portfolio.model.evidence import EvidenceItem

SECTION = "annexes"
# What a scan may fill of an A4 page, in mm.
SHEET_WIDTH, SHEET_HEIGHT = 186.0, 263.0


def find_annexes(edition: Edition, selection: Selection, beside: str = "") -> tuple[Annex, ...]:
    """The annexes of a selection in its order: every piece of it whose document was looked at.

    `beside` begins the names of the files that are handed over beside it.
    """
    return tuple(_annex(item, edition, selection, beside) for item in selection.items if item.id in edition.copies)


def _annex(item: EvidenceItem, edition: Edition, selection: Selection, beside: str) -> Annex:
    number, copy = selection.numbers[item.id], edition.copies[item.id]
    word = edition.locale.word
    return Annex(
        number=number,
        anchor=annex_anchor(number),
        claim=exhibit_anchor(number) if item.id in selection.shown else register_anchor(number),
        label=word("annexes.label", number=number),
        stamp=word("annexes.stamp", number=number, page="{page}"),
        title=title(item, edition),
        item=item.id,
        source=item.source,
        file=item.files[0],
        sha256=item.sha256,
        state=copy.state,
        pages=copy.pages,
        copy=copy.sha256,
        why=copy.why,
        picture=_sheet(item, edition) if copy.state is AnnexState.BOUND and not copy.sha256 else None,
        name=separate_name(number, edition, beside) if copy.state is AnnexState.SEPARATE else "",
    )


def separate_name(number: str, edition: Edition, beside: str = "") -> str:
    """The name of the file of a document that is handed over untouched, by its piece's number."""
    return f"{beside}annex-{number}.{edition.language}.pdf"


def _sheet(item: EvidenceItem, edition: Edition) -> PlacedPicture:
    """A scan, or the one page of a PDF of which parts are covered, as large as it fits a page."""
    size = within(shape(item), SHEET_WIDTH, SHEET_HEIGHT)
    return placed(item, size, alternative(item, edition), page=None if is_picture(item) else 1)


def set_annexes(edition: Edition, annexes: tuple[Annex, ...]) -> Section:
    """The list of the annexes: number and title lead to what they prove; what is not bound says why."""
    word = edition.locale.word
    bound = sum(annex.state is AnnexState.BOUND for annex in annexes)
    intro = edition.locale.count("annexes.intro", len(annexes), name=f"bundle.{edition.language}")
    lines = [Paragraph(runs=(Run(text=intro),))]
    if bound < len(annexes):
        missing = edition.locale.count("annexes.missing", len(annexes) - bound)
        lines.append(Paragraph(runs=(Run(text=missing),), style=ParagraphStyle.NOTE))
    return Section(
        anchor=SECTION,
        title=word("annexes.section"),
        role=SectionRole.REGISTER,
        blocks=(
            *lines,
            annex_table(edition, annexes, word("annexes.bound")),
        ),
    )


def annex_table(edition: Edition, annexes: tuple[Annex, ...], bound: str, title: str = "") -> Table:
    """A row for each annex; its last cell says where the document is, `bound` of those that are bound."""
    shares = {"number": 2, "title": 6, "pages": 1, "state": 3}
    columns = (Column(title=edition.locale.word(f"annexes.{key}"), share=share) for key, share in shares.items())
    return Table(title=title, columns=tuple(columns), rows=tuple(_rows(edition, annexes, bound)))


def _rows(edition: Edition, annexes: tuple[Annex, ...], bound: str) -> Iterator[Row]:
    for annex in annexes:
        link = f"#{annex.claim}"
        yield Row(
            cells=(
                (Run(text=annex.label, link=link),),
                (run(annex.title, link),),
                (Run(text=edition.locale.number(annex.pages) if annex.pages else "–"),),
                (Run(text=bound if annex.state is AnnexState.BOUND else _why(annex, edition)),),
            ),
            anchor=annex.anchor,
            item=annex.item,
        )


def _why(annex: Annex, edition: Edition) -> str:
    """Why the document is not bound."""
    if annex.why is None:
        raise AssertionError(f"{annex.label} is not bound for no reason")
    return edition.locale.word(f"annexes.why.{annex.why}", file=annex.name)


def set_bundle(edition: Edition, dossier: Dossier) -> Bundle:
    """The bundle of a dossier that lists annexes."""
    word = edition.locale.word
    return Bundle(
        dossier=dossier,
        outline=word("annexes.section"),
        note=word("bundle.note", file=f"dossier.{edition.language}.pdf"),
        volume=word("bundle.volume", volume="{volume}", volumes="{volumes}"),
        contents=word("bundle.contents", volume="{volume}", volumes="{volumes}"),
        page=word("document.page"),
        limit=edition.project.volume_limit,
    )
