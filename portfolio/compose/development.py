"""The section of professional development: the courses and stays of which the school's staff have certificates."""

from __future__ import annotations

from datetime import date

from portfolio.compose.edition import Edition
from portfolio.compose.exhibits import overview_anchor
from portfolio.compose.links import number_run
from portfolio.compose.selection import Selection
from portfolio.compose.titles import dated, title
from portfolio.compose.wording import certificate_title
from portfolio.model.blocks import Column, Figure, Row, Run, Table
from portfolio.model.document import Section, SectionRole
from portfolio.model.evidence import EvidenceItem

_NONE = "–"


def set_development(edition: Edition, selection: Selection) -> Section | None:
    """A row for each certificate of a kind that tells of professional development, the latest first; None without any.

    The holder has no column: the certificate shows the name, to those who may see it.
    """
    found = [item for item in selection.items if is_development(item, edition)]
    if not found:
        return None
    found.sort(key=lambda item: item.dated.value.last if item.dated else date.min, reverse=True)
    issued = any(item.certificate and item.certificate.issuer for item in found)
    headings = [("register.number", 1), ("development.what", 5 if issued else 8)]
    headings += [("certificate.issuer", 3)] if issued else []
    headings += [("register.date", 3)]
    count = len(found)
    table = Table(
        title="",
        columns=tuple(Column(title=edition.locale.word(key), share=share) for key, share in headings),
        rows=tuple(_row(item, edition, selection, issued=issued) for item in found),
    )
    return Section(
        anchor="development",
        title=edition.locale.word("development.section"),
        role=SectionRole.PLAIN,
        figures=(
            Figure(number=edition.locale.number(count), label=edition.locale.count("kinds.certificate.figure", count)),
        ),
        blocks=(table,),
    )


def is_development(item: EvidenceItem, edition: Edition) -> bool:
    """Whether a piece is a certificate of somebody's professional development."""
    kinds = {kind.key for kind in edition.framework.certificate_kinds if kind.development}
    return item.certificate is not None and item.certificate.kind in kinds


def _row(item: EvidenceItem, edition: Edition, selection: Selection, *, issued: bool) -> Row:
    assert item.certificate is not None
    name, kind = title(item, edition), certificate_title(item.certificate.kind, edition)
    what = [Run(text=name.text, strong=True, language=name.language)]
    what += [Run(text=f"\n{kind}")] if kind not in name.text else []
    issuer = item.certificate.issuer.value if item.certificate.issuer else _NONE
    cells = (
        (number_run(item, selection),),
        tuple(what),
        *(((Run(text=issuer),),) if issued else ()),
        (Run(text=dated(item, edition) or _NONE),),
    )
    return Row(
        cells=cells,
        anchor=overview_anchor(selection.numbers[item.id]),
        pillar=selection.home_of(item.id),
        item=item.id,
    )
