"""A paper to print as HTML for the typesetter: the theme's templates, filled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from portfolio.model.blocks import Heading, Paragraph, ParagraphStyle, Table
from portfolio.model.paper import Blanks, Choices, Grid, Paper, PaperBlock
from portfolio.themes import Theme

_PLAIN: dict[type[PaperBlock], str] = {
    Heading: "heading",
    Table: "table",
    Choices: "choices",
    Blanks: "blanks",
    Grid: "grid",
}
_LISTS = {ParagraphStyle.BULLET: "bullets", ParagraphStyle.NUMBERED: "numbered"}


def paper_html(paper: Paper, theme: Theme) -> str:
    """The paper as one HTML document. Raises ProjectError (`theme.template`) when a template cannot be filled."""
    return theme.render("papers/paper.html.j2", paper=paper, theme=theme, flow=_flow)


def _flow(sheet: tuple[PaperBlock, ...]) -> Iterator[tuple[str, PaperBlock | tuple[PaperBlock, ...]]]:
    """Blocks with what the template calls them; list entries that follow each other become one list."""
    for kind, group in groupby(sheet, _kind):
        if kind in _LISTS.values():
            yield kind, tuple(group)
        else:
            yield from ((kind, block) for block in group)


def _kind(block: PaperBlock) -> str:
    if isinstance(block, Paragraph):
        return _LISTS.get(block.style, "paragraph")
    return _PLAIN[type(block)]
