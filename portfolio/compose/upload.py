"""The upload set: for each field of the form a file that stands alone, with the field's text, evidence and annexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from portfolio.compose.above import head_band, left_below, pieces_of
from portfolio.compose.annexes import annex_table, find_annexes
from portfolio.compose.back import NOT_KNOWN, set_funding
from portfolio.compose.edition import Edition
from portfolio.compose.exhibits import exhibit_anchor, register_anchor, run, set_card
from portfolio.compose.fields import Field, fields_of, file_names, parts_of, points_are_official, shown_of
from portfolio.compose.label import label_line
from portfolio.compose.narrative import set_narrative
from portfolio.compose.numbering import prefix
from portfolio.compose.photos import ROW_END, set_photos
from portfolio.compose.pictures import is_photo
from portfolio.compose.selection import Selection
from portfolio.compose.titles import dated, title
from portfolio.compose.wording import phrase, short_title
from portfolio.model.annex import Annex
from portfolio.model.blocks import (
    Block,
    Column,
    ExhibitList,
    Paragraph,
    ParagraphStyle,
    Row,
    Run,
    Table,
)
from portfolio.model.bundle import Bundle
from portfolio.model.document import Dossier, Head, Section, SectionRole
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Problem
from portfolio.model.stack import Piece
from portfolio.model.upload import Upload


def compose_uploads(edition: Edition) -> tuple[dict[str, Upload], tuple[Problem, ...]]:
    """The file of every field that has a text or evidence, by its name without language and suffix."""
    names = file_names(edition)
    made: dict[str, Upload] = {}
    problems: list[Problem] = []
    for pillar in parts_of(edition):
        for field in fields_of(pillar, edition):
            upload, found = _upload(field, names[field.key], edition)
            problems += found
            if upload:
                made[names[field.key]] = upload
    return made, tuple(dict.fromkeys(problems))


def _upload(field: Field, name: str, edition: Edition) -> tuple[Upload | None, tuple[Problem, ...]]:
    """The file of a field, None when it has neither text nor evidence."""
    items = shown_of(field, edition)
    selection = _selection(field, items, edition)
    text, problems = set_narrative(edition, field.key, selection=selection)
    if not (text or items):
        return None, ()
    annexes = find_annexes(edition, selection, f"{name}.")
    label, _ = label_line(edition)
    head = Head(school=edition.project.school.name, label=label)
    opened = _section(field, edition)
    below: tuple[Block, ...] = (*_annexes(annexes, edition), *_closing(field, edition))
    opener = head_band(head, opened.title, opened.lead, edition.sheet, draft=edition.draft)
    evidence = _evidence(field, selection, edition, opener, text, below)
    section = replace(opened, blocks=(*text, *evidence, *below))
    wording = phrase(field.pillar.titles, edition.language) if field.is_whole else field.title
    word, school = edition.locale.word, edition.project.school.name
    dossier = Dossier(
        language=edition.language,
        audience=edition.audience,
        title=word("document.title", title=wording.text, school=school),
        author=school,
        subject=word("form.subject", school=school),
        cover=None,
        contents_title="",
        page_word=word("document.page"),
        sections=(section,),
        watermark=word("document.watermark") if edition.draft else "",
        annexes=annexes,
        head=head,
    )
    return _bound(dossier, section, edition), problems


def _selection(field: Field, items: Sequence[EvidenceItem], edition: Edition) -> Selection:
    """Nothing but the pieces of a field, all of them shown, with the numbers that they have everywhere."""
    return Selection(
        members={field.pillar.key: tuple(items)},
        numbers=edition.numbers,
        shown=frozenset(item.id for item in items),
        serves={item.id: (field.pillar.key,) for item in items},
        heroes=frozenset(),
        cover=None,
    )


def _bound(dossier: Dossier, section: Section, edition: Edition) -> Upload:
    word = edition.locale.word
    bundle = Bundle(
        dossier=dossier,
        outline=f"{section.number} {section.title}",
        note=word("upload.note"),
        volume="",
        contents="",
        page=word("document.page"),
    )
    return Upload(bundle=bundle, limit=edition.project.upload_limit, left_out=word("annexes.why.limit"))


def _section(field: Field, edition: Edition) -> Section:
    """The pillar's band with the field's wording, before all else of the file."""
    pillar = field.pillar
    sentence = phrase(pillar.bodies, edition.language) if pillar.bodies else None
    return Section(
        anchor=f"field-{field.key.replace('/', '-')}",
        title=short_title(pillar, edition),
        role=SectionRole.PILLAR,
        number=prefix(pillar),
        pillar=pillar.key,
        lead=sentence if field.is_whole else field.title,
        blocks=(),
    )


def _closing(field: Field, edition: Edition) -> Iterator[Paragraph]:
    """What the file is and of when, in small letters, and what is said of the EU."""
    word = edition.locale.word
    said = [word("upload.what", school=edition.project.school.name)]
    if not (field.is_whole or field.is_plan or points_are_official(edition)):
        said.append(word("upload.own_wording"))
    if edition.project.edition_on:
        said.append(word("colophon.edition", date=edition.locale.date(edition.project.edition_on)))
    yield Paragraph(runs=(Run(text=" ".join(said)),), style=ParagraphStyle.NOTE)
    yield from (Paragraph(runs=(line,), style=ParagraphStyle.NOTE) for line in set_funding(edition))


def _evidence(
    field: Field,
    selection: Selection,
    edition: Edition,
    opener: Piece,
    text: tuple[Block, ...],
    below: tuple[Block, ...],
) -> tuple[Block, ...]:
    """The list of the pieces, then the pieces, the strongest first: photos on composed pages, all others as cards.

    `opener` and `text` stand above them, `below` follows.
    """
    items = selection.items
    if not items:
        return ()
    key, word, sheet = field.pillar.key, edition.locale.word, edition.sheet
    columns = (("number", 1), ("title", 6), ("kind", 2), ("date", 3))
    table = Table(
        title=word("form.evidence"),
        columns=tuple(Column(title=word(f"register.{name}"), share=share) for name, share in columns),
        rows=tuple(_row(item, key, edition) for item in items),
    )
    found: list[Block] = [table]
    above: tuple[Block, ...] = (*text, table)
    groups = [(pictured, tuple(group)) for pictured, group in groupby(items, key=is_photo)]
    cards = [() if pictured else (_cards(group, key, edition),) for pictured, group in groups]
    for place, (pictured, group) in enumerate(groups):
        if not pictured:
            found += cards[place]
            above = (*above, *cards[place])
            continue
        tail = cards[place + 1] if place + 1 < len(groups) else ()
        tail = (*tail, *below) if place + 2 >= len(groups) else tail
        left = left_below(opener, above, None, sheet)
        rows, filled = set_photos(edition, selection, key, group, left=left, tail=pieces_of(tail, sheet))
        found += rows
        opener, above = Piece(lines=1, height=filled, after=ROW_END), ()
    return tuple(found)


def _cards(items: Sequence[EvidenceItem], key: str, edition: Edition) -> ExhibitList:
    return ExhibitList(exhibits=tuple(set_card(item, edition.numbers[item.id], key, edition) for item in items))


def _row(item: EvidenceItem, key: str, edition: Edition) -> Row:
    number = edition.numbers[item.id]
    return Row(
        cells=(
            (Run(text=number, link=f"#{exhibit_anchor(number)}"),),
            (run(title(item, edition)),),
            (Run(text=edition.locale.word(f"kinds.{item.kind}.name")),),
            (Run(text=dated(item, edition) or NOT_KNOWN),),
        ),
        anchor=register_anchor(number),
        pillar=key,
        item=item.id,
    )


def _annexes(annexes: tuple[Annex, ...], edition: Edition) -> Iterator[Table]:
    word = edition.locale.word
    if annexes:
        yield annex_table(edition, annexes, word("upload.bound"), title=word("annexes.section"))
