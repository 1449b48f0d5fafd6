"""The section of a pillar: its sentence and figures, what proves its criteria, the school's text, evidence and plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from portfolio.compose.above import band, left_below, pieces_of, plain_opener
from portfolio.compose.criteria import proofs_of, set_criteria, set_proofs
from portfolio.compose.edition import Edition
from portfolio.compose.ending import ending
from portfolio.compose.exhibits import set_card
from portfolio.compose.links import numbers_of
from portfolio.compose.narrative import NO_BREAK, set_narrative
from portfolio.compose.numbering import prefix
from portfolio.compose.photopages import Size
from portfolio.compose.photos import set_photos
from portfolio.compose.pictures import CARDS
from portfolio.compose.selection import NOWHERE, Selection
from portfolio.compose.titles import title
from portfolio.compose.wording import phrase, short_title
from portfolio.i18n import spoken
from portfolio.model.blocks import (
    Block,
    ExhibitList,
    Figure,
    Heading,
    Paragraph,
    ParagraphStyle,
    PhotoRow,
    Run,
)
from portfolio.model.document import Section, SectionRole
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.framework import PLAN, Pillar
from portfolio.model.problem import Problem
from portfolio.model.stack import Piece, room
from portfolio.model.text import Phrase

SHRUNK = 0.2  # what it costs to show all pages of documents one step smaller
LOWERED = 0.5  # and that a pillar begins with a lower band than others
LITTLE = 0.3  # of a page: a plan that takes less never stands alone on one


def pillar_anchor(pillar: Pillar) -> str:
    """Where the section of a pillar or bucket begins."""
    return f"pillar-{pillar.key}"


def set_pillar(edition: Edition, selection: Selection, pillar: Pillar) -> tuple[Section, tuple[Problem, ...]]:
    """The whole section of a pillar or bucket; it depends on nothing outside it but the numbers."""
    narrative, problems = set_narrative(edition, pillar.key, selection=selection)
    criteria, criteria_problems = set_criteria(edition, selection, pillar)
    plan, plan_problems = _plan(edition, selection, pillar)
    proofs = set_proofs(edition, selection, pillar)
    above = (
        *_hints(edition, selection, pillar, has_text=bool(narrative)),
        *((proofs,) if proofs else ()),
        *narrative,
        *criteria,
    )
    name = phrase(pillar.titles, edition.language)
    lead = phrase(pillar.bodies, edition.language) if pillar.bodies else None
    figures = _figures(edition, selection.members[pillar.key])
    sheet = edition.sheet
    below = (*_pointers(edition, selection, pillar.key), *plan)

    def blocks_below(opener: Piece) -> tuple[Block, ...]:
        return (*above, *set_evidence(edition, selection, pillar.key, opener, above, below))

    def cost(compact: bool) -> float:
        return ending((openers[compact], *pieces_of(ways[compact], sheet)), sheet.depth, sheet.depth)

    openers = [band(name.text, lead, figures, sheet, compact=compact) for compact in (False, True)]
    ways = [blocks_below(opener) for opener in openers]
    composed = any(isinstance(block, PhotoRow) for block in ways[0])  # photos fill their pages as they are
    compact = not composed and cost(True) + LOWERED < cost(False)
    section = Section(
        anchor=pillar_anchor(pillar),
        title=name.text,
        short_title=short_title(pillar, edition),
        role=SectionRole.PILLAR,
        number=prefix(pillar),
        pillar=pillar.key,
        lead=lead,
        figures=figures,
        compact=compact,
        blocks=ways[compact],
    )
    return section, (*problems, *criteria_problems, *plan_problems)


def set_evidence(
    edition: Edition,
    selection: Selection,
    key: str,
    opener: Piece,
    above: Sequence[Block] = (),
    below: Sequence[Block] = (),
) -> tuple[Block, ...]:
    """The shown pieces of a section, a heading for each kind: photos on composed pages, then cards, then `below`.

    Quotations of a pillar stand among the voices. `opener` and `above` are what the section begins with.
    """
    sheet = edition.sheet
    shown = [item for item in selection.shown_of(key) if key == NOWHERE or not item.quotation]
    photos = [item for item in shown if item.kind is Kind.PHOTO]
    others = [item for item in shown if item.kind is not Kind.PHOTO]
    ways = [(*_cards(edition, selection, key, others, room), *below) for room in (CARDS if others else CARDS[:1])]
    rows: tuple[Heading | PhotoRow, ...] = ()
    if photos:
        heading = _heading(Kind.PHOTO, key, edition)
        left = left_below(opener, above, heading, sheet)
        tail = pieces_of(ways[0], sheet)
        rows, filled = set_photos(edition, selection, key, photos, heading=heading, left=left, tail=tail)
        empty = sheet.depth - filled
    else:
        empty = left_below(opener, above, None, sheet)

    def cost(way: Sequence[Block]) -> float:
        return ending(pieces_of(way, sheet), empty, sheet.depth) + SHRUNK * ways.index(tuple(way))

    return (*rows, *min(ways, key=cost))


def _cards(
    edition: Edition, selection: Selection, key: str, items: Sequence[EvidenceItem], room: Size
) -> Iterator[Block]:
    """Cards under a heading for each kind, their pictures in a room."""
    for kind in Kind:
        cards = tuple(
            set_card(item, selection.numbers[item.id], key, edition, room) for item in items if item.kind is kind
        )
        if cards:
            yield _heading(kind, key, edition)
            yield ExhibitList(exhibits=cards)


def _heading(kind: Kind, key: str, edition: Edition) -> Heading:
    return Heading(text=edition.locale.word(f"kinds.{kind}.heading"), level=2, anchor=f"{kind}-{key or 'unplaced'}")


def _figures(edition: Edition, items: Sequence[EvidenceItem]) -> tuple[Figure, ...]:
    """How many pieces, and how many of the two most frequent kinds: three figures are seen at a glance."""
    counts = Counter(item.kind for item in items)
    most = sorted(counts, key=lambda kind: -counts[kind])[:2]
    kinds = [(f"kinds.{kind}.figure", counts[kind]) for kind in Kind if kind in most]
    wanted = kinds if len(kinds) < 2 else [("pillar.figures.pieces", len(items)), *kinds]
    return tuple(
        Figure(number=edition.locale.number(count), label=edition.locale.count(key, count)) for key, count in wanted
    )


def _hints(edition: Edition, selection: Selection, pillar: Pillar, *, has_text: bool) -> Iterator[Paragraph]:
    """What a draft tells the school of a section with a gap; no other edition speaks of gaps."""
    if not edition.draft or has_text:
        return
    values = {"key": pillar.key, "language": edition.language}
    if selection.members[pillar.key]:
        yield _note(Run(text=edition.locale.word("pillar.no_text_yet", **values)))
    else:
        folder = spoken(pillar.folders, edition.project.language)[0][0] if pillar.folders else pillar.key
        yield _note(Run(text=edition.locale.word("pillar.nothing_yet", folder=folder, **values)))


def _pointers(edition: Edition, selection: Selection, key: str) -> Iterator[Paragraph]:
    """Where else to look: voices, pieces shown in other sections, and those that only the register lists."""
    voices = [item for item in selection.shown_of(key) if key != NOWHERE and item.quotation]
    if voices:
        yield _note(Run(text=edition.locale.word("pillar.voices") + " "), *numbers_of(voices, selection))
    cited = selection.cited_in(key)
    if cited:
        named = {item.id: title(item, edition).text for item in cited}
        lead = Run(text=edition.locale.word("pillar.see_also") + " ")
        yield _note(lead, *numbers_of(cited, selection, named))
    unseen = len(selection.members[key]) - len(selection.shown_of(key))
    if unseen:
        yield _note(Run(text=edition.locale.count("pillar.register_only", unseen)))


def _plan(edition: Edition, selection: Selection, pillar: Pillar) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The two-year plan under its heading, with what is there to prove it."""
    text, problems = set_narrative(edition, f"{pillar.key}/{PLAN}", level=3, selection=selection)
    proofs = proofs_of(f"{PLAN}/{pillar.key}", edition, selection)
    if not (text or proofs):
        return (), problems
    plans = edition.framework.plans
    name = phrase(plans, edition.language) if plans else Phrase(text=edition.locale.word("pillar.plan"))
    heading = Heading(text=name.text, level=2, anchor=f"plan-{pillar.key}", language=name.language)
    lead = Run(text=edition.locale.word("exhibit.cited") + NO_BREAK)
    shown = (_note(lead, *numbers_of(proofs, selection)),) if proofs else ()
    plan = (heading, *text, *shown)
    little = room(pieces_of(plan, edition.sheet)) < LITTLE * edition.sheet.depth
    return (replace(heading, close=little), *text, *shown), problems


def set_unplaced(edition: Edition, selection: Selection) -> Section:
    """What no pillar has yet; only in a draft."""
    name = edition.locale.word("unplaced.section")
    lead = Paragraph(runs=(Run(text=edition.locale.word("unplaced.lead")),), style=ParagraphStyle.LEAD)
    pointers = tuple(_pointers(edition, selection, NOWHERE))
    return Section(
        anchor="unplaced",
        title=name,
        role=SectionRole.PLAIN,
        blocks=(
            lead,
            *set_evidence(edition, selection, NOWHERE, plain_opener(name, edition.sheet), (lead,), pointers),
        ),
    )


def _note(*runs: Run) -> Paragraph:
    return Paragraph(runs=runs, style=ParagraphStyle.NOTE)
