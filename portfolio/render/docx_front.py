"""The pages of a Word dossier before its first section, the openers of the sections, and what frames every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portfolio.i18n import is_right_to_left
from portfolio.model.blocks import MEASURE, PillarEntry
from portfolio.model.document import Cover, Dossier, Head, Section, SectionRole
from portfolio.model.face import PT, Face
from portfolio.model.lockup import Lockup
from portfolio.model.text import Phrase
from portfolio.render import wordml
from portfolio.render.docx_blocks import Blocks
from portfolio.render.docx_layout import Layout
from portfolio.render.docx_references import PictureFile
from portfolio.render.wordml import NOTHING, Markup, cell, join, row, run, table
from portfolio.themes import WHITE
from portfolio.visibility.emblem import WIDTH as EMBLEM_WIDTH
from portfolio.visibility.layout import CLEAR, GAP

PAGE = (210.0, 297.0)
EMBLEM_HEIGHT = 14.0  # mm; at least 12 on A4, and no logo on the page is higher
STATEMENT = 66.0  # mm for the statement, where something stands before the emblem
ABOVE = 4.0  # mm over what stands before the emblem
LOGO = (50.0, EMBLEM_HEIGHT)
SLACK = 8.0  # mm left free on the cover, for letters that run wider elsewhere
LOGO_GAP = "      "
HEADER, HEADER_GAP = 8.0, 6.0  # pt of the running header, mm between its two sides
INSET = 14  # pt between an opener's band and its text


def cover(given: Cover, blocks: Blocks, logos: Sequence[PictureFile], emblem: PictureFile, layout: Layout) -> Markup:
    """The first page: the school first, then label and years, a picture, the pillars, and the EU line at its foot."""
    head = (
        logo_line(logos, given.school, blocks),
        blocks.paragraph("Title", run(given.school)),
        blocks.paragraph("Cover Label", run(given.label)),
        blocks.paragraph("Subtitle", run(given.title)),
        blocks.paragraph("Cover Note", run(" · ".join(filter(None, (given.place, given.printed_on))))),
        blocks.paragraph("Gap"),
    )
    foot = lockup(given.lockup, blocks, emblem) if given.lockup else NOTHING
    strip = join(blocks.paragraph("Gap"), _strip(given.pillars, blocks))
    clear = CLEAR * EMBLEM_HEIGHT if foot else 0.0
    if given.picture:
        limit = MEASURE, layout.depth - layout.room(join(*head, strip, foot)) - SLACK - clear
        body = join(blocks.picture(given.picture, given.title, limit=limit), strip)
    else:
        body = _panels(given.pillars, blocks)
    free = layout.depth - layout.room(join(*head, body, foot)) - SLACK
    return join(*head, body, blocks.paragraph("Gap", before_mm=max(clear, free)) if foot else NOTHING, foot)


def head(given: Head, blocks: Blocks) -> Markup:
    """What stands above the first section where there is no cover."""
    return blocks.paragraph("Cover Note", run(given.school, bold=True), run(f" · {given.label}"))


def contents(dossier: Dossier, blocks: Blocks, pages: Mapping[str, int]) -> Markup:
    """The contents as a field of Word's with its result written out: every entry leads to its heading.

    `pages`: page numbers by anchor; Word reckons them anew when a reader updates the field.
    """
    # The field begins inside its first entry and ends behind the last one.
    start = wordml.field_start('TOC \\o "1-1" \\h \\z \\u')
    entries = [_entry(section, blocks, pages) for section in dossier.sections]
    return join(
        blocks.paragraph("TOC Heading", run(dossier.contents_title)),
        Markup(join(*entries).replace("</w:pPr>", f"</w:pPr>{start}", 1)),
        blocks.paragraph("End", wordml.field_end()),
    )


def opener(section: Section, blocks: Blocks) -> Markup:
    """A section's title with its lead and figures: a band of the pillar's ink, or plain."""
    colours = blocks.theme.pillar(section.pillar)
    banded = section.role is SectionRole.PILLAR
    ink, ground = (WHITE, colours.ink) if banded else ("", "")
    inset = INSET if banded else 0
    number = run(f"{section.number}\n", colour=colours.tint) if section.number else NOTHING
    title = blocks.references.mark(section.anchor, run(section.title, colour=ink))
    lead = (
        blocks.paragraph(
            "Opener Lead" if banded else "Lead", blocks.phrase(section.lead, colour=ink), tint=ground, inset_pt=inset
        )
        if section.lead
        else NOTHING
    )
    return join(
        blocks.paragraph("heading 1", number, title, tint=ground, inset_pt=inset),
        lead,
        blocks.paragraph("Gap", keep_next=True) if banded else NOTHING,
        blocks.figures(figures, colours.ink, colours.tint) if (figures := section.opening_figures) else NOTHING,
    )


def header(title: str, school: str, ink: str, watermark: str, blocks: Blocks, face: Face) -> Markup:
    """The running header: the section at the left, the school at the right, and the watermark behind the page.

    It is one line: what has no room in it is cut, the longer of the two first.
    """
    em = HEADER * PT
    most = (MEASURE - HEADER_GAP) / em
    title, school = (
        face.fitted(words, max(most / 2, most - face.width(other)))
        for words, other in ((title, school), (school, title))
    )
    line = blocks.paragraph("header", run(title, colour=ink), run("\t"), run(school), wordml.watermark(watermark))
    return wordml.root("hdr", line)


def cover_header(watermark: str, blocks: Blocks) -> Markup:
    """The cover's header: nothing but the watermark, in words as well, for the picture may hide it."""
    words = run(watermark, bold=True, colour=blocks.theme.quiet)
    return wordml.root("hdr", blocks.paragraph("Note", words, wordml.watermark(watermark), align="right"))


def footer(page_word: str, blocks: Blocks) -> Markup:
    """The folio at the right."""
    folio = wordml.field("PAGE", run("1"))
    return wordml.root("ftr", blocks.paragraph("footer", run("\t"), run(f"{page_word} "), folio))


def cover_footer(blocks: Blocks) -> Markup:
    """The cover's footer: nothing."""
    return wordml.root("ftr", blocks.paragraph("End"))


def _entry(section: Section, blocks: Blocks, pages: Mapping[str, int]) -> Markup:
    """A section in the contents: number, title and page, its figures below."""
    ink = blocks.theme.pillar(section.pillar).ink
    title = join(run(f"{section.number}\t", colour=ink), run(section.title, colour=ink))
    link = blocks.references.link(f"#{section.anchor}", title, _page(section.anchor, blocks, pages))
    counts = " · ".join(f"{figure.number} {figure.label}" for figure in section.figures)
    return join(blocks.paragraph("toc 1", link), blocks.paragraph("toc 2", run(counts)) if counts else NOTHING)


def _page(anchor: str, blocks: Blocks, pages: Mapping[str, int]) -> Markup:
    number = wordml.field(f"PAGEREF {blocks.references.bookmark(anchor)} \\h", run(str(pages[anchor])))
    return join(run("\t"), number)


def logo_line(logos: Sequence[PictureFile], school: str, blocks: Blocks) -> Markup:
    """The school's own logos side by side."""
    if not logos:
        return NOTHING
    drawn = (blocks.references.picture(logo, logo.within(*LOGO), school, "") for logo in logos)
    return blocks.paragraph("Picture", *(part for logo in drawn for part in (logo, run(LOGO_GAP))))


def _strip(pillars: tuple[PillarEntry, ...], blocks: Blocks) -> Markup:
    """The pillars side by side: a bar of ink, the number, the title."""
    width = MEASURE / max(len(pillars), 1)
    bars, names = [], []
    for entry in pillars:
        colours = blocks.theme.pillar(entry.key)
        bars.append(cell(width, blocks.paragraph("Gap"), tint=colours.ink))
        names.append(
            cell(
                width,
                blocks.paragraph("Table Text", run(str(entry.number), bold=True, colour=colours.ink)),
                blocks.paragraph("caption", blocks.phrase(entry.title, colour=colours.ink)),
                blocks.paragraph("Gap"),
                tint=colours.tint,
                left_mm=2.5,
                right_mm=1.5,
            )
        )
    made = table(blocks.styles["Layout"], (width,) * len(pillars), row(*bars), row(*names, height_mm=18.0))
    return join(made, blocks.paragraph("Gap"))


def _panels(pillars: tuple[PillarEntry, ...], blocks: Blocks) -> Markup:
    """The pillars as broad bands, where there is no picture."""
    widths = (24.0, MEASURE - 24.0)
    rows = []
    for entry in pillars:
        colours = blocks.theme.pillar(entry.key)
        number = blocks.paragraph("Figure Number", run(str(entry.number), colour=WHITE), align="center")
        title = blocks.paragraph("Cover Label", blocks.phrase(entry.title, colour=colours.ink))
        rows.append(
            row(
                cell(widths[0], number, tint=colours.ink, valign="center"),
                cell(widths[1], title, tint=colours.tint, left_mm=6.0, valign="center"),
                height_mm=22.0,
            )
        )
    return join(table(blocks.styles["Layout"], widths, *rows), blocks.paragraph("Gap"))


def lockup(given: Lockup, blocks: Blocks, emblem: PictureFile, before: Sequence[Markup] = ()) -> Markup:
    """The emblem with its statement beside it, at the foot of the page; nothing else stands in its clear field.

    `emblem` is the official artwork where the lock-up has one. A first statement that is written from the right stands
    left of it. What is to stand `before` it, on the same row, keeps half its height away; with two statements it has a
    row for itself.
    """
    height = EMBLEM_HEIGHT * (2 if given.artwork and given.artwork.upright else 1)
    size = height * (given.artwork.shape if given.artwork else EMBLEM_WIDTH), height
    statements = () if given.artwork else given.statements
    first = size[0] + GAP * EMBLEM_HEIGHT
    left = MEASURE - first - STATEMENT * len(statements) if before and len(statements) < 2 else 0.0
    each = (MEASURE - left - first) / max(len(statements), 1)
    leading = [said for said in statements[:1] if is_right_to_left(said.text)]
    following = statements[len(leading) :]
    widths = (*((left,) if left else ()), *[each] * len(leading), first, *[each] * len(following))
    drawn = blocks.references.picture(emblem, size, given.read_out if given.artwork else given.alternative, "")
    clear = EMBLEM_HEIGHT * CLEAR
    above = before if before and not left else ()
    top = clear if above else None

    def statement(said: Phrase, gap: float | None = None) -> Markup:
        words = blocks.paragraph("EU Statement", blocks.phrase(said))
        return cell(each, words, right_mm=gap, top_mm=top, valign="center")

    line = row(
        *((cell(left, *before, right_mm=clear),) if left else ()),
        *(statement(said, GAP * EMBLEM_HEIGHT) for said in leading),
        cell(first, blocks.paragraph("Picture", drawn), top_mm=top, valign="center" if left else ""),
        *map(statement, following),
    )

    def across(top_mm: float, *content: Markup) -> Markup:
        return row(cell(sum(widths), *content, span=len(widths), top_mm=top_mm))

    over = [across(ABOVE, *above)] if above else []
    below = [across(clear, blocks.paragraph("Note", run(given.disclaimer)))] if given.disclaimer else []
    return table(blocks.styles["Layout"], widths, *over, line, *below)
