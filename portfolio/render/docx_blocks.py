"""The blocks of a dossier as WordprocessingML: what stands between a section's opener and its end.

What has a form of its own is set by a module of its own: tables, charts, exhibits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from portfolio.model.blocks import (
    MEASURE,
    Block,
    ExhibitList,
    FactTable,
    Figure,
    Figures,
    Heading,
    Paragraph,
    ParagraphStyle,
    PhotoRow,
    PillarList,
    PlacedPicture,
    Run,
    Table,
    VoiceList,
)
from portfolio.model.charts import Chart, CoverageChart, PartnerMap, Timeline
from portfolio.model.document import Section, SectionRole
from portfolio.model.lists import is_short, list_style
from portfolio.model.text import Phrase
from portfolio.render import docx_charts, docx_exhibits, docx_tables, wordml
from portfolio.render.docx_fields import marks_of
from portfolio.render.docx_references import PictureFile, References, language_tag
from portfolio.render.wordml import NOTHING, Markup, cell, join, row, run, table
from portfolio.themes import Theme

_STYLES = {
    ParagraphStyle.BODY: "Body Text",
    ParagraphStyle.LEAD: "Lead",
    ParagraphStyle.BULLET: "List Bullet",
    ParagraphStyle.NUMBERED: "List Number",
    ParagraphStyle.QUOTE: "Quote",
    ParagraphStyle.NOTE: "Note",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Sets blocks in a theme. `styles`: the ids of the reference document's styles by their names.

    `charts`: the drawings that were made of charts. `measure`: the width in mm between the margins. In an `edition` the
    school's own texts are marked, so that an edit of them can be taken back.
    """

    theme: Theme
    styles: Mapping[str, str]
    references: References
    charts: Mapping[Chart, PictureFile] = field(default_factory=dict)
    measure: float = MEASURE
    edition: str = ""

    def section(self, section: Section) -> Markup:
        """The blocks of a section in the colours of its pillar, one below the other."""
        ink = self.theme.pillar(section.pillar).ink
        parts: list[Markup] = []
        marks = marks_of(section.blocks, self.edition) if self.edition else {}
        for style, group in groupby(section.blocks, list_style):
            blocks = tuple(group)
            number = self.references.new_list() if style is ParagraphStyle.NUMBERED else None
            kept = len(blocks) - 1 if style and is_short(blocks) else 0
            first = len(parts)
            parts += [
                self._block(block, section, ink, number, mark=marks.get(first + place, ""), keep_next=place < kept)
                for place, block in enumerate(blocks)
            ]
        return join(*parts)

    def paragraph(self, style: str, *content: Markup, **look: object) -> Markup:
        """A paragraph in a style of the reference document, known by its name."""
        return wordml.paragraph(self.styles[style], *content, **look)  # type: ignore[arg-type]  # passed on as given

    def phrase(self, phrase: Phrase, *, bold: bool = False, colour: str = "", style: str = "") -> Markup:
        """A phrase as a run in its language."""
        look = self.styles[style] if style else ""
        return run(phrase.text, bold=bold, colour=colour, style=look, language=language_tag(phrase.language))

    def quiet(self, words: str) -> Markup:
        """Words of less importance."""
        return run(words, style=self.styles["Quiet"])

    def runs(self, runs: Sequence[Run]) -> Markup:
        """Stretches of text with their emphasis, links and languages."""
        return join(*map(self._run, runs))

    def figures(self, figures: Sequence[Figure], ink: str, tint: str = "") -> Markup:
        """Big figures side by side, on a tint if one is given."""
        width = MEASURE / max(len(figures), 3)
        cells = (
            cell(
                width,
                self.paragraph("Figure Number", run(figure.number, colour=ink)),
                self.paragraph("Figure Label", run(figure.label)),
                tint=tint,
                left_mm=4.0 if tint else None,
            )
            for figure in figures
        )
        return self.closed(table(self.styles["Layout"], (width,) * len(figures), row(*cells)))

    def picture(self, picture: PlacedPicture, title: str, *, limit: tuple[float, float] | None = None) -> Markup:
        """A picture in its place, its proportions kept; its words where no file could be made of it.

        `limit` is the largest width and height in mm, when it must not have its own.
        """
        file = self.references.derivative(picture.key)
        if file is None:
            return self.paragraph("Note", self.phrase(picture.alternative))
        size = file.within(*(limit or (picture.width_mm, picture.height_mm)))
        drawn = self.references.picture(file, size, picture.alternative.text, title)
        return self.paragraph("Picture", drawn)

    def _block(
        self, block: Block, section: Section, ink: str, number: int | None, *, mark: str, keep_next: bool
    ) -> Markup:
        match block:
            case Paragraph():
                words = self.references.stamp(mark, self.runs(block.runs))
                style = "Note" if section.role is SectionRole.COLOPHON else _STYLES[block.style]
                return self.paragraph(style, words, number=number, keep_next=keep_next)
            case Heading():
                words = run(block.text, colour=ink, language=language_tag(block.language))
                words = self.references.stamp(mark, self.references.mark(block.anchor, words))
                return self.paragraph(f"heading {block.level}", words)
            case Figures():
                return self.figures(block.figures, ink)
            case FactTable():
                return docx_tables.facts(block, self)
            case Table():
                return docx_tables.columns(block, self, title=block.title if block.title != section.title else "")
            case PhotoRow():
                return docx_exhibits.photo_row(block, self)
            case ExhibitList():
                return docx_exhibits.cards(block, self)
            case VoiceList():
                return docx_exhibits.voices(block, self)
            case PillarList():
                return docx_tables.pillars(block, self)
            case CoverageChart() | Timeline() | PartnerMap():
                return docx_charts.chart(block, self)

    def _run(self, given: Run) -> Markup:
        words = run(
            given.text,
            bold=given.strong,
            italic=given.emphasis,
            style=self.styles["Hyperlink"] if given.link else "",
            language=language_tag(given.language),
        )
        return self.references.link(given.link, words) if given.link else words

    def closed(self, made: Markup) -> Markup:
        """A table with a small gap below: Word would make one of two tables that touch."""
        return join(made, self.paragraph("Gap"))

    def ended(self, story: Markup) -> Markup:
        """A story as a document may end with it: behind a table a paragraph must follow, which could fill a page."""
        return join(story, self.paragraph("End")) if story.endswith("</w:tbl>") else story

    def titled(self, title: str, made: Markup) -> Markup:
        """A table below its title; none for ""."""
        return join(self.paragraph("Table Title", run(title)) if title else NOTHING, self.closed(made))
