"""What comes after the pillars: the evidence register and the colophon."""

from __future__ import annotations

from collections.abc import Iterator

import portfolio
from portfolio.compose.development import is_development
from portfolio.compose.edition import Edition
from portfolio.compose.exhibits import exhibit_anchor, overview_anchor, register_anchor, run
from portfolio.compose.numbering import prefix
from portfolio.compose.pillars import pillar_anchor
from portfolio.compose.selection import Selection
from portfolio.compose.titles import dated, title
from portfolio.compose.wording import all_official
from portfolio.model.blocks import Column, Paragraph, ParagraphStyle, Row, Run, Table
from portfolio.model.document import Section, SectionRole
from portfolio.model.evidence import EvidenceItem
from portfolio.model.project import FundingBasis

NOT_KNOWN = "–"


def set_register(edition: Edition, selection: Selection) -> Section:
    """Every piece of the edition, a row each that its exhibit links to and that links back; files only in a draft."""
    word = edition.locale.word
    shares = {"number": 1, "title": 4, "kind": 2, "date": 3, "pillars": 2}
    if edition.draft:
        shares = {"number": 1, "title": 2, "kind": 2, "date": 2, "pillars": 2, "file": 3}
    return Section(
        anchor="register",
        title=word("register.section"),
        role=SectionRole.REGISTER,
        blocks=(
            Paragraph(runs=(Run(text=edition.locale.count("register.intro", len(selection.items))),)),
            Table(
                title="",
                columns=tuple(Column(title=word(f"register.{key}"), share=share) for key, share in shares.items()),
                rows=tuple(_rows(edition, selection)),
            ),
        ),
    )


def _rows(edition: Edition, selection: Selection) -> Iterator[Row]:
    for key, members in selection.members.items():
        for item in members:
            number = selection.numbers[item.id]
            link = f"#{exhibit_anchor(number)}" if item.id in selection.shown else ""
            cells = (
                (Run(text=number, link=link),),
                (run(title(item, edition)),),
                (Run(text=edition.locale.word(f"kinds.{item.kind}.name"), link=_overview(item, number, edition)),),
                (Run(text=dated(item, edition) or NOT_KNOWN),),
                tuple(_served(item, edition, selection)),
            )
            files = ((Run(text=", ".join(item.files)),),) if edition.draft else ()
            yield Row(cells=(*cells, *files), anchor=register_anchor(number), pillar=key, item=item.id)


def _overview(item: EvidenceItem, number: str, edition: Edition) -> str:
    """Where the piece stands among its like: in the list of projects, or of professional development."""
    return f"#{overview_anchor(number)}" if item.project or is_development(item, edition) else ""


def _served(item: EvidenceItem, edition: Edition, selection: Selection) -> Iterator[Run]:
    """The numbers of the pillars that a piece serves, each leading to its section."""
    known = (edition.framework.pillar(key) for key in selection.serves[item.id])
    pillars = tuple(filter(None, known))
    for place, pillar in enumerate(pillars):
        if place:
            yield Run(text=", ")
        yield Run(text=prefix(pillar), link=f"#{pillar_anchor(pillar)}")
    if not pillars:
        yield Run(text=NOT_KNOWN)


def set_colophon(edition: Edition) -> Section:
    """What this is, of when, made how, and what it is not."""
    return Section(
        anchor="colophon",
        title=edition.locale.word("colophon.section"),
        role=SectionRole.COLOPHON,
        blocks=tuple(Paragraph(runs=(line,), style=ParagraphStyle.BODY) for line in _colophon(edition)),
    )


def _colophon(edition: Edition) -> Iterator[Run]:
    word = edition.locale.word
    yield Run(text=word("colophon.what", school=edition.project.school.name))
    yield from set_funding(edition)
    if not all_official(edition):
        yield Run(text=word("colophon.own_rendering"))
    if edition.withheld:
        yield Run(text=edition.locale.count("colophon.withheld", edition.withheld))
    if edition.project.edition_on:
        yield Run(text=word("colophon.edition", date=edition.locale.date(edition.project.edition_on)))
    made = word("colophon.program", version=portfolio.__version__)
    yield Run(text=f"{made} {word('colophon.fonts', fonts=', '.join(edition.fonts))}" if edition.fonts else made)


def set_funding(edition: Edition) -> Iterator[Run]:
    """What is said of the EU where it applies: the emblem's statement, and its disclaimer."""
    if edition.lockup:
        statement = edition.lockup.statement
        yield from map(run, edition.lockup.statements)
        yield from (Run(text=line) for line in about_label(edition))
        if edition.lockup.disclaimer:
            yield Run(text=edition.lockup.disclaimer, language=statement.language)


def about_label(edition: Edition) -> Iterator[str]:
    """Where the emblem rests on the label: that its statement is about the label, which is no grant."""
    project, word = edition.project, edition.locale.word
    if edition.lockup and project.funding.basis is FundingBasis.LABEL:
        yield word("colophon.label", label=f"{word('school.label')} {project.label.years}")
