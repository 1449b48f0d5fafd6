"""Papers to print for consent: the texts of the theme, filled with what is known of the school.

A text is Markdown whose first heading is the title. On the consent sheet a numbered list are questions to answer with
yes or no, and a bullet is a line to fill in; on lists a bullet is the heading of a column. No person's name is filled
in, whoever is known: people write their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from portfolio.compose.prose import set_prose
from portfolio.i18n import Locale
from portfolio.model.blocks import Block, Column, Heading, Paragraph, ParagraphStyle, Row, Run, Table
from portfolio.model.paper import Blanks, Choices, Grid, Paper, PaperBlock
from portfolio.model.problem import Problem

NOTICE, CONSENT, CLASS_LIST, READ_FIRST = "notice", "consent", "class-list", "read-first"
NAMES = (READ_FIRST, NOTICE, CONSENT, CLASS_LIST)
BLANK = "…" * 16
ROWS = 30  # of a class whose pupils nobody has counted for us
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SHARES = {CLASS_LIST: (1, 3, 1, 1, 1, 2, 1, 2), READ_FIRST: (6, 4, 2)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A class to which papers are handed out, with the number of its pupils."""

    name: str
    pupils: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a paper says of the law, its source, and how sure it is: a key of `papers.sure` in the document words."""

    says: str
    source: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperText:
    """The Markdown of a paper, and the file it is from, as people are shown it."""

    name: str
    source: str
    file: str


def compose_paper(
    text: PaperText, *, locale: Locale, known: Mapping[str, str], forms: Sequence[Form], facts: Iterable[Fact]
) -> tuple[Paper, tuple[Problem, ...]]:
    """A paper with what is known in its placeholders ("school", "place", "contact", "years"), dots for the rest.

    Consent sheets and class lists have a sheet for each of `forms`, or one with the class left open. Problems are
    those of the text (`prose.…`).
    """
    blocks, problems = set_prose(text.source, file=text.file, anchor=text.name)
    title = next((block.text for block in blocks if isinstance(block, Heading)), text.name)
    rest = [block for block in blocks if not (isinstance(block, Heading) and block.text == title)]
    by_form = text.name in (CONSENT, CLASS_LIST) and forms
    sheets = tuple(
        tuple(_sheet(text.name, filled(rest, {**known, "class": form.name}), form, locale, tuple(facts)))
        for form in (forms if by_form else (Form(name="", pupils=ROWS),))
    )
    paper = Paper(
        name=text.name,
        language=locale.language,
        title=title,
        author=known.get("school", ""),
        mark=locale.word("papers.sample"),
        page_word=locale.word("document.page"),
        landscape=text.name == CLASS_LIST,
        sheets=sheets,
    )
    return paper, problems


def _sheet(
    name: str, blocks: Sequence[Block], form: Form, locale: Locale, facts: tuple[Fact, ...]
) -> Iterator[PaperBlock]:
    """The blocks of one sheet, with lists made into what they stand for."""
    for style, group in groupby(blocks, lambda block: block.style if isinstance(block, Paragraph) else None):
        listed = tuple(block for block in group if isinstance(block, Paragraph | Heading))
        entries = tuple(block.runs for block in listed if isinstance(block, Paragraph))
        if name == CONSENT and style is ParagraphStyle.NUMBERED:
            yield Choices(questions=entries, yes=locale.word("papers.yes"), no=locale.word("papers.no"))
        elif name == CONSENT and style is ParagraphStyle.BULLET:
            yield Blanks(lines=tuple(map(blank_line, entries)))
        elif name in _SHARES and style is ParagraphStyle.BULLET:
            columns = tuple(
                Column(title=_words(runs), share=share) for runs, share in zip(entries, _SHARES[name], strict=True)
            )
            yield _facts(columns, facts, locale) if name == READ_FIRST else Grid(columns=columns, rows=form.pupils)
        else:
            yield from listed


def _facts(columns: tuple[Column, ...], facts: tuple[Fact, ...], locale: Locale) -> Table:
    rows = ((fact.says, fact.source, locale.word(f"papers.sure.{fact.sure}")) for fact in facts)
    return Table(
        title="", columns=columns, rows=tuple(Row(cells=tuple((Run(text=cell),) for cell in row)) for row in rows)
    )


def blank_line(runs: tuple[Run, ...]) -> tuple[str, str]:
    """A line to fill in: a label, with what is known behind its colon."""
    label, colon, value = _words(runs).partition(":")
    return f"{label}{colon}", "" if BLANK in value else value.strip()


def _words(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def filled(blocks: Iterable[Block], known: Mapping[str, str]) -> list[Block]:
    """The blocks with what is known in their placeholders; it is no Markdown, whatever signs a school's name has."""

    def fill(text: str) -> str:
        return _PLACEHOLDER.sub(lambda found: known.get(found[1]) or BLANK, text)

    filled: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            filled.append(replace(block, runs=tuple(replace(run, text=fill(run.text)) for run in block.runs)))
        elif isinstance(block, Heading):
            filled.append(replace(block, text=fill(block.text)))
    return filled
