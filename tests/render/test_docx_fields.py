"""The marks of a Word document's fields, held against what is read of the written document."""

from dataclasses import replace

import pytest
from render.samples import draw_derivatives, sample_dossier

from portfolio.audit.docx import inspect_docx
from portfolio.files.wordstory import read_story
from portfolio.model.blocks import Heading, Paragraph, ParagraphStyle, Run, Source
from portfolio.model.document import Section, SectionRole, exhibits_in
from portfolio.render.docx import write_docx
from portfolio.render.docx_fields import (
    Mark,
    Of,
    caption_mark,
    digest_of,
    edition_of,
    field_id,
    marks_in,
    marks_of,
    outside,
    read_mark,
    shown_as,
)
from portfolio.themes import load_theme

TEXT = Source(key="model", language="tr")
PLAN = Source(key="model/plan", language="tr")
BLOCKS = (
    Paragraph(runs=(Run(text="Bizim sözümüz değil."),)),
    Paragraph(
        runs=(
            Run(text="Bir "),
            Run(text="kalın", strong=True),
            Run(text=" ve "),
            Run(text="eğik", emphasis=True),
            Run(text=", "),
            Run(text="bağlantı", link="https://example.org/a_b"),
            Run(text=" (Kanıt\N{NO-BREAK SPACE}"),
            Run(text="metin", link="#own"),
            Run(text="). 3 * 4 ve [x] <b>, მშვიდობა."),
        ),
        source=TEXT,
    ),
    Heading(text="Bir *başlık*", level=2, anchor="text-model-h1", source=replace(TEXT, number=1)),
    *(
        Paragraph(runs=(Run(text=f"- {style} 1. madde"),), style=style, source=replace(TEXT, number=2 + number))
        for number, style in enumerate((ParagraphStyle.BULLET, ParagraphStyle.NUMBERED, ParagraphStyle.QUOTE))
    ),
    Heading(text="Plan", level=2, anchor="plan-model"),
    Paragraph(runs=(Run(text="# Söz"),), source=PLAN),
)
EDITION = edition_of("evaluator", "tr")


def test_a_mark_is_read_as_it_was_written():
    mark = Mark(of=Of.CAPTION, field=field_id(EDITION, "caption/E-1", "tr"), number=0, digest=digest_of(["Söz"]))
    assert read_mark(mark.name) == mark
    assert len(mark.name) <= 40  # Word cuts off what is longer
    assert read_mark("_pf1p_12") is None
    assert read_mark("_Toc123") is None


def test_marks_differ_by_text_language_and_edition():
    ids = {
        field_id(edition, key, "tr") for edition in (EDITION, "web/tr", "evaluator/en") for key in ("model", "e-safety")
    }
    assert len(ids) == 6


def test_only_the_schools_own_blocks_are_marked_each_text_with_one_digest():
    marks = {place: read_mark(name) for place, name in marks_of(BLOCKS, EDITION).items()}
    assert list(marks) == [1, 2, 3, 4, 5, 7]
    assert [mark.number for mark in marks.values() if mark] == [0, 1, 2, 3, 4, 0]
    assert len({mark.digest for mark in marks.values() if mark}) == 2


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A dossier with these blocks and captions in two languages: composed, and as it is read."""
    folder = tmp_path_factory.mktemp("fields")
    dossier = sample_dossier("tr", 6)
    own = Section(anchor="own", title="Metin", role=SectionRole.PLAIN, blocks=BLOCKS)
    sections = tuple(
        replace(
            section,
            blocks=tuple(
                replace(block, exhibits=tuple(replace(each, captioned="tr") for each in block.exhibits))
                if hasattr(block, "exhibits")
                else block
                for block in section.blocks
            ),
        )
        for section in dossier.sections
    )
    dossier = replace(dossier, sections=(own, *sections))
    target = folder / "dossier.docx"
    assert write_docx(dossier, load_theme("base", None), draw_derivatives(dossier, folder), {}, target) == ()
    assert inspect_docx(target, dossier) == ()
    return dossier, read_story(target)


def test_each_field_is_read_as_it_was_composed(written):
    _, story = written
    parts = [part for part in story.parts if any(marks_in(part, Of.PARAGRAPH))]
    assert [line for part in parts for line in part.lines] == [shown_as(block) for block in BLOCKS if block.source]
    for source in (TEXT, PLAN):
        marked = [
            (mark.digest, part.lines)
            for part in parts
            for mark, _ in marks_in(part, Of.PARAGRAPH)
            if mark.field == field_id(edition_of("evaluator", "tr"), source.key, "tr")
        ]
        assert {digest for digest, _ in marked} == {digest_of(line for _, lines in marked for line in lines)}


def test_each_caption_is_marked_once(written):
    dossier, story = written
    edition = edition_of(dossier.audience, dossier.language)
    wanted = sorted(filter(None, (caption_mark(exhibit, edition) for exhibit in exhibits_in(dossier))))
    found = [(mark.name, mark.digest, span) for part in story.parts for mark, span in marks_in(part, Of.CAPTION)]
    assert {name for name, _, _ in found} <= set(wanted)
    assert len(found) > 3
    assert all(digest == digest_of([" ".join(span.inside.split())]) for _, digest, span in found)


def test_the_document_tells_what_stands_outside(written):
    dossier, story = written
    ((mark, _),) = [each for part in story.parts for each in marks_in(part, Of.DOCUMENT)]
    assert mark.field == field_id(edition_of(dossier.audience, dossier.language))
    assert mark.digest == digest_of(text for _, text in outside(story.parts))
    texts = [text for _, text in outside(story.parts)]
    assert "Bizim sözümüz değil." in texts
    assert not [text for text in texts if "1. madde" in text or "# Söz" in text]
