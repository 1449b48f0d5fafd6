"""The section of a pillar: its sentence and figures, the school's text, the evidence, and the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from portfolio.compose.edition import Edition
from portfolio.compose.exhibits import exhibit_anchor, register_anchor, set_card, set_exhibit
from portfolio.compose.narrative import set_narrative
from portfolio.compose.numbering import prefix
from portfolio.compose.photopages import Size, fill, hero, justify
from portfolio.compose.pictures import pixels_across, place, shape
from portfolio.compose.selection import NOWHERE, Selection
from portfolio.compose.titles import title
from portfolio.compose.wording import phrase, short_title
from portfolio.i18n import spoken
from portfolio.model.blocks import (
    Block,
    Column,
    ExhibitList,
    Figure,
    Heading,
    Paragraph,
    ParagraphStyle,
    PhotoRow,
    Row,
    Run,
    Table,
)
from portfolio.model.document import Section, SectionRole
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.framework import Pillar
from portfolio.model.problem import Problem
from portfolio.model.text import Phrase

ENOUGH_FOR_A_HERO = 3  # photos of a section whose first may be large though all would fill their rows without that
HERO_PIXELS = 1200
LANDSCAPE = 1.2
LOW = 1.5  # a photo so wide fits below a section's opener


def set_pillar(edition: Edition, selection: Selection, pillar: Pillar) -> tuple[Section, tuple[Problem, ...]]:
    """The whole section of a pillar or bucket; it depends on nothing outside it but the numbers."""
    narrative, problems = set_narrative(edition, pillar.key, selection=selection)
    criteria, criteria_problems = _criteria(edition, selection, pillar)
    plan, plan_problems = _plan(edition, selection, pillar)
    blocks: tuple[Block, ...] = (
        *_hints(edition, selection, pillar, has_text=bool(narrative)),
        *narrative,
        *criteria,
        *set_evidence(edition, selection, pillar.key, opening=not narrative and not criteria),
        *_pointers(edition, selection, pillar.key),
        *plan,
    )
    name = phrase(pillar.titles, edition.language)
    section = Section(
        anchor=f"pillar-{pillar.key}",
        title=name.text,
        short_title=short_title(pillar, edition),
        role=SectionRole.PILLAR,
        number=prefix(pillar),
        pillar=pillar.key,
        lead=phrase(pillar.bodies, edition.language) if pillar.bodies else None,
        figures=_figures(edition, selection.members[pillar.key]),
        blocks=blocks,
    )
    return section, (*problems, *criteria_problems, *plan_problems)


def set_evidence(edition: Edition, selection: Selection, key: str, *, opening: bool = False) -> Iterator[Block]:
    """The shown pieces of a section, a heading for each kind: photos in rows, all others as cards.

    `opening`: they stand right below the section's opener.
    """
    shown = selection.shown_of(key)
    for kind in Kind:
        items = [item for item in shown if item.kind is kind]
        if not items:
            continue
        yield Heading(text=edition.locale.word(f"kinds.{kind}.heading"), level=2, anchor=f"{kind}-{key or 'unplaced'}")
        if kind is Kind.PHOTO:
            yield from _photo_rows(edition, selection, key, items, LOW if opening else LANDSCAPE)
        else:
            yield ExhibitList(
                exhibits=tuple(set_card(item, selection.numbers[item.id], key, edition) for item in items)
            )


def _photo_rows(
    edition: Edition, selection: Selection, key: str, items: Sequence[EvidenceItem], least: float
) -> Iterator[PhotoRow]:
    """Heroes across the measure, one each, then the others in justified rows, all in the order of their numbers.

    The cover's picture is large there already: it stands among the others.
    """
    leading = [item for item in items if item.id in selection.heroes and item != selection.cover]
    leading = leading or ([] if items[0] == selection.cover else _natural_hero(items, least))
    others = [item for item in items if item not in leading]

    def row(members: Iterable[tuple[EvidenceItem, Size]], *, large: bool) -> PhotoRow:
        exhibits = (
            set_exhibit(item, selection.numbers[item.id], key, edition, place(item, size, edition))
            for item, size in members
        )
        return PhotoRow(exhibits=tuple(exhibits), hero=large)

    for item in leading:
        yield row([(item, hero(shape(item)))], large=True)
    waiting = iter(others)
    for sizes in justify([shape(item) for item in others]):
        yield row([(next(waiting), size) for size in sizes], large=False)


def _natural_hero(items: Sequence[EvidenceItem], least: float) -> list[EvidenceItem]:
    """The first photo, if its shape is `least` or wider, it is sharp, and the rows of the others come out full."""
    first, shapes = items[0], [shape(item) for item in items]
    if pixels_across(first) < HERO_PIXELS or shapes[0] < least:
        return []
    wanted = len(items) >= ENOUGH_FOR_A_HERO or not fill(justify(shapes))
    return [first] if wanted and fill(justify(shapes[1:])) else []


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


def _criteria(edition: Edition, selection: Selection, pillar: Pillar) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The school's text for single criteria and a table of where each is shown; those without either are left out.

    What was written for criteria in whose place others have come is shown behind: no text is lost by them.
    """
    blocks: list[Block] = []
    problems: list[Problem] = []
    rows: list[Row] = []
    former = (line for line in edition.framework.former if line.pillar == pillar.key)
    for criterion in (*pillar.criteria, *former):
        name = phrase(criterion.wordings, edition.language)
        text, remarks = set_narrative(edition, f"{pillar.key}/{criterion.key}", level=3, selection=selection)
        if text:
            anchor = f"criterion-{pillar.key}-{criterion.key}"
            blocks += [Heading(text=name.text, level=2, anchor=anchor, language=name.language), *text]
            problems += remarks
        target = f"{pillar.key}/{criterion.key}"
        proof = [
            item for item in selection.items if any(link.target == target for link in edition.mapping.links_of(item.id))
        ]
        if proof:
            rows.append(Row(cells=((Run(text=name.text, language=name.language),), _links(selection, proof))))
    if rows:
        columns = (
            Column(title=edition.locale.word("pillar.criterion"), share=8),
            Column(title=edition.locale.word("pillar.shown_in"), share=4),
        )
        blocks += [
            Heading(text=edition.locale.word("pillar.criteria"), level=2, anchor=f"criteria-{pillar.key}"),
            Table(title="", columns=columns, rows=tuple(rows)),
        ]
    return tuple(blocks), tuple(problems)


def _pointers(edition: Edition, selection: Selection, key: str) -> Iterator[Paragraph]:
    """Where else to look: pieces shown in other sections, and those that only the register lists."""
    cited = selection.cited_in(key)
    if cited:
        named = {item.id: f" {title(item, edition).text}" for item in cited}
        lead = Run(text=edition.locale.word("pillar.see_also") + " ")
        yield _note(lead, *_links(selection, cited, named))
    unseen = len(selection.members[key]) - len(selection.shown_of(key))
    if unseen:
        yield _note(Run(text=edition.locale.count("pillar.register_only", unseen)))


def _links(selection: Selection, items: Sequence[EvidenceItem], named: dict[str, str] | None = None) -> tuple[Run, ...]:
    """Exhibit numbers, each leading to the exhibit or else to its row in the register."""
    runs: list[Run] = []
    for item in items:
        number = selection.numbers[item.id]
        anchor = exhibit_anchor(number) if item.id in selection.shown else register_anchor(number)
        text = number + (named[item.id] if named else "")
        runs += [Run(text=", "), Run(text=text, link=f"#{anchor}")]
    return tuple(runs[1:])


def _plan(edition: Edition, selection: Selection, pillar: Pillar) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The two-year plan under its heading."""
    text, problems = set_narrative(edition, f"{pillar.key}/plan", level=3, selection=selection)
    if not text:
        return (), problems
    plans = edition.framework.plans
    name = phrase(plans, edition.language) if plans else Phrase(text=edition.locale.word("pillar.plan"))
    heading = Heading(text=name.text, level=2, anchor=f"plan-{pillar.key}", language=name.language)
    return (heading, *text), problems


def set_unplaced(edition: Edition, selection: Selection) -> Section:
    """What no pillar has yet; only in a draft."""
    return Section(
        anchor="unplaced",
        title=edition.locale.word("unplaced.section"),
        role=SectionRole.PLAIN,
        blocks=(
            Paragraph(runs=(Run(text=edition.locale.word("unplaced.lead")),), style=ParagraphStyle.LEAD),
            *set_evidence(edition, selection, NOWHERE),
            *_pointers(edition, selection, NOWHERE),
        ),
    )


def _note(*runs: Run) -> Paragraph:
    return Paragraph(runs=runs, style=ParagraphStyle.NOTE)
