"""The sheets of a Word document: which way they lie, and which short sections share one with what is before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from portfolio.model.blocks import Block, Heading, Table
from portfolio.model.document import Section, SectionRole
from portfolio.model.face import Faces
from portfolio.render import docx_front
from portfolio.render.docx_blocks import Blocks
from portfolio.render.docx_layout import Layout
from portfolio.render.docx_tables import is_too_wide
from portfolio.render.wordml import Markup, join

APART = 9.0  # mm above a section that does not begin a page
SAFETY = 5.0  # mm left free below it: letters run wider elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """A stretch of text on sheets that lie one way; it begins on a new one."""

    text: Markup
    across: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Sections one below the other on the same sheets: each behind the first stands wholly on the last of them."""

    sections: tuple[Section, ...]
    sheets: tuple[Sheets, ...]


def across(page: tuple[float, float]) -> tuple[float, float]:
    """The size of a sheet that lies across."""
    return page[1], page[0]


def sheets_of(section: Section, blocks: Blocks, faces: Faces, measure: float) -> list[Sheets]:
    """A section's sheets; `measure` is the width in mm between the margins of one that lies across."""
    ways = [isinstance(block, Table) and is_too_wide(block, faces.regular, faces.bold) for block in section.blocks]
    for place in reversed(range(len(ways) - 1)):  # a heading stays with its table
        ways[place] |= ways[place + 1] and isinstance(section.blocks[place], Heading)
    stretches = list(_stretches(section.blocks, ways)) or [(False, ())]
    made = []
    for place, (lies, stretch) in enumerate(stretches):
        setting = replace(blocks, measure=measure) if lies else blocks
        opener = [docx_front.opener(section, setting)] if place == 0 else []
        text = join(*opener, setting.section(replace(section, blocks=stretch)))
        made.append(Sheets(text=_ending(text, blocks), across=lies))
    return made


def gather(
    sections: Iterable[Section], texts: Iterable[Sequence[Sheets]], blocks: Blocks, layout: Layout
) -> list[Shared]:
    """Sections with their sheets; one that is no pillar shares the last sheet before it where it has room there."""
    found: list[Shared] = []
    for section, sheets in zip(sections, texts, strict=True):
        before = found[-1] if found else None
        if before and _may_follow(before.sections[-1], section):
            sharing = _sharing(before.sheets[-1], sheets, blocks, layout)
            if sharing:
                found[-1] = Shared(sections=(*before.sections, section), sheets=(*before.sheets[:-1], sharing))
                continue
        found.append(Shared(sections=(section,), sheets=tuple(sheets)))
    return found


def count_pages(sheets: Iterable[Sheets], layouts: Mapping[bool, Layout]) -> int:
    """How many pages they fill; `layouts` by whether a sheet lies across."""
    return sum(layouts[each.across].count_pages(each.text) for each in sheets)


def _may_follow(before: Section, section: Section) -> bool:
    """The colophon stands below what comes last, pillars always begin a page."""
    both = {before.role, section.role}
    return section.role is SectionRole.COLOPHON or SectionRole.PILLAR not in both


def _sharing(above: Sheets, below: Sequence[Sheets], blocks: Blocks, layout: Layout) -> Sheets | None:
    """What stands above with all of what stands below it, unless that takes another sheet."""
    if above.across or len(below) > 1 or below[0].across:
        return None
    text = join(above.text, blocks.paragraph("Gap", before_mm=APART), below[0].text)
    safe = join(text, blocks.paragraph("Gap", before_mm=SAFETY))
    return Sheets(text=text) if layout.count_pages(safe) == layout.count_pages(above.text) else None


def _stretches(blocks: tuple[Block, ...], ways: list[bool]) -> Iterator[tuple[bool, tuple[Block, ...]]]:
    for lies, group in groupby(zip(ways, blocks, strict=True), lambda pair: pair[0]):
        yield lies, tuple(block for _, block in group)


def _ending(text: Markup, blocks: Blocks) -> Markup:
    """Sheets without the gap below a table at their end: that gap alone would fill another page."""
    return Markup(text.removesuffix(blocks.paragraph("Gap")))
