"""A paper to print as a Word document, to be edited: the reference document's styles, empty boxes and lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from portfolio.model.blocks import Column, Heading, Paragraph, ParagraphStyle, Table
from portfolio.model.paper import Blanks, Choices, Grid, Paper, PaperBlock
from portfolio.model.problem import Problem
from portfolio.render import wordml
from portfolio.render.docx_blocks import Blocks
from portfolio.render.docx_package import Package, Properties
from portfolio.render.docx_references import References
from portfolio.render.docx_tables import SHARES
from portfolio.render.wordml import Markup, cell, join, row, run, table
from portfolio.themes import Theme

A4 = (210.0, 297.0)
MARGINS = (24.0, 20.0, 20.0, 20.0)  # mm: top, right, bottom, left
BOX = 18.0  # mm: a column of boxes
LABEL = 75.0
LINE, ROW = 10.0, 8.5  # mm: room for handwriting, below each other and in a list
_STYLES = {
    ParagraphStyle.BULLET: "List Bullet",
    ParagraphStyle.NUMBERED: "List Number",
    ParagraphStyle.NOTE: "Note",
    ParagraphStyle.QUOTE: "Quote",
    ParagraphStyle.LEAD: "Lead",
    ParagraphStyle.BODY: "Body Text",
}
# An empty box as Word itself writes it; the fonts of dossiers have none.
_BOX = Markup(
    '<w:r><w:rPr><w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="MS Gothic" '
    'w:cs="Segoe UI Symbol"/><w:sz w:val="32"/></w:rPr><w:t>\N{BALLOT BOX}</w:t></w:r>'
)


def write_paper_docx(paper: Paper, theme: Theme, target: Path) -> tuple[Problem, ...]:
    """Writes a paper from the theme's reference document. Raises OSError."""
    package = Package(theme, References({}))
    blocks = Blocks(theme=theme, styles=package.styles, references=package.references)
    width, height = A4[::-1] if paper.landscape else A4
    setter = _Setter(blocks, width - MARGINS[1] - MARGINS[3])
    header = package.add_frame("header", _header(paper, blocks))
    footer = package.add_frame("footer", _footer(paper, blocks))
    closing = wordml.section(header, footer, width_mm=width, height_mm=height, margins_mm=MARGINS)
    *before, last = [setter.sheet(paper, sheet) for sheet in paper.sheets]
    ended = (join(sheet, blocks.paragraph("End", section=closing)) for sheet in before)
    story = wordml.root("document", wordml.w("body", *ended, last, blocks.paragraph("End"), closing))
    properties = Properties(title=paper.title, author=paper.author, subject=paper.mark, language=paper.language)
    return package.write(story, properties, target)


def _header(paper: Paper, blocks: Blocks) -> Markup:
    return wordml.root("hdr", blocks.paragraph("header", run(paper.mark, bold=True, colour=blocks.theme.text)))


def _footer(paper: Paper, blocks: Blocks) -> Markup:
    folio = wordml.field("PAGE", run("1"))
    line = blocks.paragraph("footer", run(f"{paper.page_word} "), folio, run(f" · {paper.author}"))
    return wordml.root("ftr", line)


class _Setter:
    """Sets the blocks of papers on a measure in mm."""

    def __init__(self, blocks: Blocks, measure: float) -> None:
        self.blocks, self.measure = blocks, measure

    def sheet(self, paper: Paper, sheet: Sequence[PaperBlock]) -> Markup:
        """The title and what stands below it."""
        title = self.blocks.paragraph("heading 1", run(paper.title))
        number: int | None = None
        parts = []
        for block in sheet:
            numbered = isinstance(block, Paragraph) and block.style is ParagraphStyle.NUMBERED
            number = (number or self.blocks.references.new_list()) if numbered else None
            parts.append(self._block(block, number))
        return join(title, *parts)

    def _block(self, block: PaperBlock, number: int | None) -> Markup:
        match block:
            case Paragraph():
                return self.blocks.paragraph(_STYLES[block.style], self.blocks.runs(block.runs), number=number)
            case Heading():
                return self.blocks.paragraph("heading 3", run(block.text), keep_next=True)
            case Table():
                return self._table(block)
            case Choices():
                return self._choices(block)
            case Blanks():
                return self._blanks(block)
            case Grid():
                return self._grid(block)

    def _choices(self, block: Choices) -> Markup:
        widths = (self.measure - 2 * BOX, BOX, BOX)
        head = self._row(
            (
                self.blocks.paragraph("Table Heading", run(words), align="center" if words else "")
                for words in ("", block.yes, block.no)
            ),
            widths,
            heading=True,
        )
        box = self.blocks.paragraph("Table Text", _BOX, align="center")
        rows = (
            self._row((self.blocks.paragraph("Table Text", self.blocks.runs(runs)), box, box), widths, height_mm=LINE)
            for runs in block.questions
        )
        return self._ruled(widths, head, *rows)

    def _blanks(self, block: Blanks) -> Markup:
        widths = (LABEL, self.measure - LABEL)
        rows = (
            self._row(
                (
                    self.blocks.paragraph("Table Text", self.blocks.quiet(label)),
                    self.blocks.paragraph("Table Text", run(value, bold=True)),
                ),
                widths,
                height_mm=LINE,
            )
            for label, value in block.lines
        )
        return self._ruled(widths, *rows, headed=False)

    def _grid(self, block: Grid) -> Markup:
        widths = self._widths(block.columns)
        empty = [self.blocks.paragraph("Table Text")] * (len(widths) - 1)
        rows = (
            self._row((self.blocks.paragraph("Table Text", run(str(n))), *empty), widths, height_mm=ROW)
            for n in range(1, block.rows + 1)
        )
        return self._ruled(widths, self._head(block.columns, widths), *rows, lines=True)

    def _table(self, block: Table) -> Markup:
        widths = self._widths(block.columns)
        rows = (
            self._row((self.blocks.paragraph("Table Text", self.blocks.runs(runs)) for runs in line.cells), widths)
            for line in block.rows
        )
        return self._ruled(widths, self._head(block.columns, widths), *rows)

    def _widths(self, columns: Sequence[Column]) -> tuple[float, ...]:
        return tuple(self.measure * column.share / SHARES for column in columns)

    def _head(self, columns: Sequence[Column], widths: tuple[float, ...]) -> Markup:
        words = (self.blocks.paragraph("Table Heading", run(column.title)) for column in columns)
        return self._row(words, widths, heading=True)

    def _row(
        self, contents: Iterable[Markup], widths: tuple[float, ...], *, heading: bool = False, height_mm: float = 0
    ) -> Markup:
        valign = "center" if height_mm else ""
        cells = (cell(width, content, valign=valign) for width, content in zip(widths, contents, strict=True))
        return row(*cells, heading=heading, height_mm=height_mm)

    def _ruled(self, widths: tuple[float, ...], *rows: Markup, lines: bool = False, headed: bool = True) -> Markup:
        colour = self.blocks.theme.rule if lines else ""
        made = table(self.blocks.styles["Ruled"], widths, *rows, heading_row=headed, upright=colour)
        return self.blocks.closed(made)
