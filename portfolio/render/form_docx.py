"""The application form as a Word document: the brand's look, each text on the ground of its pillar, ready to be copied.

A text stands there in lines, as it was counted: copied as plain text it is what the platform measures.
"""

from __future__ import annotations

from pathlib import Path

from portfolio.model.document import Section, SectionRole
from portfolio.model.form import ApplicationForm, FormField, FormPart
from portfolio.model.problem import Problem
from portfolio.render import docx_front, wordml
from portfolio.render.docx_blocks import Blocks
from portfolio.render.docx_package import Package, Properties
from portfolio.render.docx_references import References, language_tag
from portfolio.render.glyphs import read_faces
from portfolio.render.wordml import NOTHING, Markup, join, run
from portfolio.themes import Theme

INSET = 8  # pt between the ground of a text and its letters
SHORT = 700  # letters: so short a text stands on one page


def write_form_docx(form: ApplicationForm, theme: Theme, target: Path) -> tuple[Problem, ...]:
    """Writes a form from the theme's reference document. Raises OSError."""
    package = Package(theme, References({}))
    blocks = Blocks(theme=theme, styles=package.styles, references=package.references)
    page, face = theme.page, read_faces(theme).regular
    header = package.add_frame(
        "header", docx_front.header(form.heading, form.author, theme.quiet, form.watermark, blocks, face)
    )
    footer = package.add_frame("footer", docx_front.footer(form.page_word, blocks))
    width, height = docx_front.PAGE
    closing = wordml.section(
        header, footer, width_mm=width, height_mm=height, margins_mm=(page.top, page.outside, page.foot, page.inside)
    )
    head = (
        blocks.paragraph("Title", run(form.heading)),
        blocks.paragraph("Cover Note", run(form.school)),
        *(blocks.paragraph("List Bullet", run(note)) for note in form.notes),
    )
    text = blocks.ended(join(*head, *(_part(part, blocks) for part in form.parts)))
    story = wordml.root("document", wordml.w("body", text, closing))
    properties = Properties(title=form.title, author=form.author, subject=form.subject, language=form.language)
    return package.write(story, properties, target)


def _part(part: FormPart, blocks: Blocks) -> Markup:
    opening = Section(
        anchor=f"part-{part.pillar}",
        title=part.title.text,
        role=SectionRole.PILLAR,
        number=part.number,
        pillar=part.pillar,
        blocks=(),
    )
    gap = blocks.paragraph("Gap", before_mm=6)
    return join(gap, docx_front.opener(opening, blocks), *(_field(field, part, blocks) for field in part.fields))


def _field(field: FormField, part: FormPart, blocks: Blocks) -> Markup:
    """Heading, length, the text to paste, and what goes with it; what is read together stays together."""
    colours = blocks.theme.pillar(part.pillar)
    name = run(field.title.text, colour=colours.ink, language=language_tag(field.title.language))
    language = language_tag(field.language)
    last, short = len(field.text) - 1, sum(map(len, field.text)) <= SHORT
    closed = bool(field.attach and not field.evidence)  # else a table follows, and the page may end between them
    lines = (
        blocks.paragraph(
            "Table Text",
            run(line, language=language),
            tint=colours.tint,
            inset_pt=INSET,
            keep_next=closed if place == last else short,
        )
        for place, line in enumerate(field.text)
    )
    evidence = Section(anchor="", title="", role=SectionRole.PLAIN, pillar=part.pillar, blocks=())
    if field.evidence:
        evidence = Section(anchor="", title="", role=SectionRole.PLAIN, pillar=part.pillar, blocks=(field.evidence,))
    return join(
        blocks.paragraph("heading 2", name),
        _measure(field, blocks) if field.text else NOTHING,
        *lines,
        blocks.paragraph("Gap", keep_next=closed) if field.text else NOTHING,
        blocks.paragraph("Note", run(field.attach), keep_next=bool(field.evidence)) if field.attach else NOTHING,
        blocks.section(evidence),
    )


def _measure(field: FormField, blocks: Blocks) -> Markup:
    over = run(f"  {field.over}", bold=True) if field.over else NOTHING
    note = run(f"  {field.note}") if field.note else NOTHING
    return blocks.paragraph("Note", run(field.counted), over, note, keep_next=True)
