"""Letters that a school signs: the texts of the theme, filled with what is known of the school and its project.

A text is Markdown whose first heading is the title. A paragraph that is nothing but `{wanted}` becomes the list of what
is asked for, one that is `{folders}` the list of where to put it; a bullet is a line to fill in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from portfolio.compose.papers import PaperText, blank_line, filled
from portfolio.compose.prose import set_prose
from portfolio.i18n import Locale
from portfolio.model.blocks import Block, Heading, Paragraph, ParagraphStyle, Run
from portfolio.model.paper import Blanks, Paper, PaperBlock
from portfolio.model.problem import Problem

COLLEAGUES, EMBLEM = "colleagues", "emblem"
NAMES = (COLLEAGUES, EMBLEM)
TEACHERS = "teachers"  # no letter to sign, but a page for all: how to hand in evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Something that colleagues are asked for: a criterion in words, its pillar, what would do, where to put it."""

    criterion: str
    pillar: str
    example: str
    folder: str


def compose_letter(
    text: PaperText,
    *,
    locale: Locale,
    known: Mapping[str, str],
    asked: Sequence[Asked] = (),
    folders: Mapping[str, str] | None = None,
) -> tuple[Paper, tuple[Problem, ...]]:
    """A letter with what is known in its placeholders, dots for the rest. Problems are those of the text (`prose.…`).

    `folders` are those for evidence, each with what belongs there. The letter's `mark`, which stands on every page, is
    the letterhead: school, place, and how to reach it.
    """
    blocks, problems = set_prose(text.source, file=text.file, anchor=text.name)
    title = next((block.text for block in blocks if isinstance(block, Heading)), text.name)
    rest = [block for block in blocks if not (isinstance(block, Heading) and block.text == title)]
    lists = {
        "{wanted}": tuple(_entry(each, locale) for each in asked),
        "{folders}": tuple(_folder(*each) for each in (folders or {}).items()),
    }
    paper = Paper(
        name=text.name,
        language=locale.language,
        title=title,
        author=known.get("school", ""),
        mark=" · ".join(filter(None, (known.get("school"), known.get("place"), known.get("contact")))),
        page_word=locale.word("document.page"),
        landscape=False,
        sheets=(tuple(_sheet(rest, known, lists)),),
    )
    return paper, problems


def _sheet(
    blocks: Sequence[Block], known: Mapping[str, str], lists: Mapping[str, tuple[Paragraph, ...]]
) -> Iterator[PaperBlock]:
    for is_blank, group in groupby(blocks, _is_bullet):
        listed = tuple(group)
        if is_blank:
            lines = (block.runs for block in filled(listed, known) if isinstance(block, Paragraph))
            yield Blanks(lines=tuple(map(blank_line, lines)))
            continue
        for block in listed:
            said = "".join(run.text for run in block.runs).strip() if isinstance(block, Paragraph) else ""
            if said in lists:
                yield from lists[said]
            else:
                yield from (each for each in filled([block], known) if isinstance(each, Paragraph | Heading))


def _is_bullet(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style is ParagraphStyle.BULLET


def _entry(asked: Asked, locale: Locale) -> Paragraph:
    """An entry of the list."""
    said = locale.word("letters.wanted", criterion=asked.criterion.rstrip("."), pillar=asked.pillar)
    example = locale.word("letters.example", example=asked.example) if asked.example else ""
    folder = locale.word("letters.folder", folder=asked.folder)
    rest = " ".join(filter(None, (example, folder)))
    return Paragraph(style=ParagraphStyle.NUMBERED, runs=(Run(text=f"{said} ", strong=True), Run(text=rest)))


def _folder(folder: str, what: str) -> Paragraph:
    return Paragraph(style=ParagraphStyle.BULLET, runs=(Run(text=folder, strong=True), Run(text=f": {what}")))
