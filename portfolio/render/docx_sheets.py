"""Which way the sheets of a Word document lie: across where a table is too wide for an upright one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from portfolio.model.blocks import Block, Heading, Table
from portfolio.model.document import Section
from portfolio.render import docx_front
from portfolio.render.docx_blocks import Blocks
from portfolio.render.docx_layout import Layout
from portfolio.render.docx_tables import is_too_wide
from portfolio.render.glyphs import Faces
from portfolio.render.wordml import Markup, join


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """A stretch of text on sheets that lie one way; it begins on a new one."""

    text: Markup
    across: bool = False


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


def count_pages(sheets: list[Sheets], layouts: Mapping[bool, Layout]) -> int:
    """How many pages they fill; `layouts` by whether a sheet lies across."""
    return sum(layouts[each.across].count_pages(each.text) for each in sheets)


def _stretches(blocks: tuple[Block, ...], ways: list[bool]) -> Iterator[tuple[bool, tuple[Block, ...]]]:
    for lies, group in groupby(zip(ways, blocks, strict=True), lambda pair: pair[0]):
        yield lies, tuple(block for _, block in group)


def _ending(text: Markup, blocks: Blocks) -> Markup:
    """Sheets without the gap below a table at their end: that gap alone would fill another page."""
    return Markup(text.removesuffix(blocks.paragraph("Gap")))
