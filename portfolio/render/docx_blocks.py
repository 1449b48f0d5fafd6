"""The blocks of a dossier as WordprocessingML: what stands between a section's opener and its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from portfolio.model.blocks import (
    MEASURE,
    Align,
    Block,
    CoverageChart,
    CoverageRow,
    ExhibitList,
    FactTable,
    Figure,
    Figures,
    Heading,
    Paragraph,
    ParagraphStyle,
    PartnerMap,
    PhotoRow,
    PillarList,
    PlacedPicture,
    Run,
    Table,
    Tally,
    Timeline,
    VoiceList,
)
from portfolio.model.document import Section
from portfolio.model.text import Phrase
from portfolio.render import docx_exhibits, wordml
from portfolio.render.docx_fields import marks_of
from portfolio.render.docx_references import References, language_tag
from portfolio.render.lists import is_short, list_style
from portfolio.render.wordml import NOTHING, Markup, cell, join, row, run, table
from portfolio.themes import Theme

LABELS = 45.0  # mm of a fact table's first column
SHARES = 12
BETWEEN = " · "
WHITE = "#FFFFFF"

_STYLES = {
    ParagraphStyle.BODY: "Body Text",
    ParagraphStyle.LEAD: "Lead",
    ParagraphStyle.BULLET: "List Bullet",
    ParagraphStyle.NUMBERED: "List Number",
    ParagraphStyle.QUOTE: "Quote",
    ParagraphStyle.NOTE: "Note",
}


def _counted(tally: Tally) -> bool:
    return tally.count > 0


def _parted(parts: Iterable[Markup]) -> Iterator[Markup]:
    """Parts with a point between them."""
    for place, part in enumerate(parts):
        if place:
            yield run(BETWEEN)
        yield part


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Sets blocks in a theme. `styles`: the ids of the reference document's styles by their names.

    In an `edition` the school's own texts are marked, so that an edit of them can be taken back.
    """

    theme: Theme
    styles: Mapping[str, str]
    references: References
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
                return self.paragraph(_STYLES[block.style], words, number=number, keep_next=keep_next)
            case Heading():
                words = run(block.text, colour=ink, language=language_tag(block.language))
                words = self.references.stamp(mark, self.references.mark(block.anchor, words))
                return self.paragraph(f"heading {block.level}", words)
            case Figures():
                return self.figures(block.figures, ink)
            case FactTable():
                return self._facts(block)
            case Table():
                return self._table(block, title=block.title if block.title != section.title else "")
            case PhotoRow():
                return docx_exhibits.photo_row(block, self)
            case ExhibitList():
                return docx_exhibits.cards(block, self)
            case VoiceList():
                return docx_exhibits.voices(block, self)
            case PillarList():
                return self._pillars(block)
            case CoverageChart():
                return self._coverage(block) if block.gaps else self._tallies(block)
            case Timeline() | PartnerMap():
                return self._told(block)

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

    def _titled(self, title: str, made: Markup) -> Markup:
        return join(self.paragraph("Table Title", run(title)) if title else NOTHING, self.closed(made))

    def _facts(self, block: FactTable) -> Markup:
        widths = (LABELS, MEASURE - LABELS)
        rows = (
            row(
                cell(widths[0], self.paragraph("Table Text", self.quiet(label))),
                cell(widths[1], self.paragraph("Table Text", self.runs(value))),
            )
            for label, value in block.rows
        )
        made = table(self.styles["Ruled"], widths, *rows, heading_column=True, title=block.title)
        return self._titled(block.title, made)

    def _table(self, block: Table, title: str) -> Markup:
        widths = tuple(MEASURE * column.share / SHARES for column in block.columns)
        sides = tuple("right" if column.align is Align.RIGHT else "" for column in block.columns)
        heading = row(
            *(
                cell(width, self.paragraph("Table Heading", run(column.title), align=side))
                for column, width, side in zip(block.columns, widths, sides, strict=True)
            ),
            heading=True,
        )
        rows = []
        for line in block.rows:
            cells = [self.runs(runs) for runs in line.cells]
            cells[0] = self.references.mark(line.anchor, cells[0])
            colours = self.theme.pillar(line.pillar)
            rows.append(
                row(
                    *(
                        cell(
                            width,
                            self.paragraph("Table Text", content, align=side),
                            bar=colours.ink if line.pillar and place == 0 else "",
                            left_mm=2.5 if line.pillar and place == 0 else None,
                        )
                        for place, (content, width, side) in enumerate(zip(cells, widths, sides, strict=True))
                    )
                )
            )
        made = table(self.styles["Ruled"], widths, heading, *rows, heading_row=True, title=block.title)
        return self._titled(title, made)

    def _pillars(self, block: PillarList) -> Markup:
        widths = (14.0, MEASURE - 14.0)
        rows = []
        for entry in block.entries:
            colours = self.theme.pillar(entry.key)
            number = self.paragraph("Figure Number", run(str(entry.number or ""), colour=WHITE), align="center")
            rows.append(
                row(
                    cell(widths[0], number, tint=colours.ink, valign="center"),
                    cell(
                        widths[1],
                        self.paragraph("Card Title", self.phrase(entry.title, colour=colours.ink)),
                        self.paragraph("Table Text", self.phrase(entry.body)),
                        *(self.paragraph("Note", run(note)) for note in (entry.note,) if note),
                        tint=colours.tint,
                        left_mm=4.0,
                        top_mm=1.5,
                    ),
                )
            )
        gap = row(cell(sum(widths), self.paragraph("Gap"), span=2))
        parted = [part for made in rows for part in (made, gap)][:-1]
        return self.closed(table(self.styles["Layout"], widths, *parted))

    def _told(self, block: Timeline | PartnerMap) -> Markup:
        """A chart in words, as a table of what for which month or country."""
        rows = tuple((label, (Run(text=what),)) for label, what in block.told)
        note = block.note if isinstance(block, Timeline) else ""
        return join(
            self._facts(FactTable(title=block.title, rows=rows)),
            self.paragraph("Note", run(note)) if note else NOTHING,
        )

    def _tallies(self, block: CoverageChart) -> Markup:
        """What there is of each pillar, every count with its kind."""
        widths = (LABELS + 15.0, MEASURE - LABELS - 15.0)
        rows = (
            row(
                cell(widths[0], self.paragraph("Table Text", self._pillar_name(line))),
                cell(
                    widths[1], self.paragraph("Table Text", *_parted(map(self._tally, filter(_counted, line.tallies))))
                ),
            )
            for line in block.rows
        )
        made = table(self.styles["Ruled"], widths, *rows, heading_column=True, title=block.title)
        return self._titled(block.title, made)

    def _tally(self, tally: Tally) -> Markup:
        return join(run(str(tally.count), bold=True), run(f" {tally.label}"))

    def _pillar_name(self, line: CoverageRow) -> Markup:
        return run(f"{line.number} {line.title}", bold=True, colour=self.theme.pillar(line.pillar).ink)

    def _coverage(self, block: CoverageChart) -> Markup:
        width = 22.0
        widths = (MEASURE - width * len(block.columns), *(width,) * len(block.columns))
        heading = row(
            cell(widths[0], self.paragraph("Table Heading")),
            *(cell(width, self.paragraph("Table Heading", run(title), align="center")) for title in block.columns),
            heading=True,
        )
        rows = (
            row(
                cell(
                    widths[0],
                    self.paragraph("Table Text", self._pillar_name(line), keep_next=line is not block.rows[-1]),
                    valign="center",
                ),
                *(self._count(tally.count, line.pillar, width) for tally in line.tallies),
                height_mm=9.0,
            )
            for line in block.rows
        )
        made = table(
            self.styles["Ruled"], widths, heading, *rows, heading_row=True, heading_column=True, title=block.title
        )
        return self._titled(block.title, made)

    def _count(self, count: int, pillar: str, width: float) -> Markup:
        """A count on the pillar's tint."""
        colours = self.theme.pillar(pillar)
        words = run(str(count), bold=True, colour=colours.ink) if count else self.quiet("0")
        content = self.paragraph("Table Text", words, align="center")
        return cell(width, content, tint=colours.tint if count else "", valign="center", right_mm=0)
