"""The application form as Word document and as text, opened again."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from render.test_docx import paragraphs, story_of

from portfolio.audit.docx import inspect_docx
from portfolio.audit.makers import inspect_makers
from portfolio.model.blocks import Column, Row, Run, Table
from portfolio.model.clearance import Audience
from portfolio.model.form import ApplicationForm, FormField, FormPart
from portfolio.model.text import Phrase
from portfolio.render.form_docx import write_form_docx
from portfolio.render.form_text import form_text
from portfolio.themes import load_theme

THEME = load_theme("base", None)
EVIDENCE = Table(
    title="Kanıtlar",
    columns=(Column(title="No", share=1), Column(title="Başlık", share=6), Column(title="Dosya", share=5)),
    rows=(
        Row(cells=((Run(text="4.1"),), (Run(text="Açık gün"),), (Run(text="4/a.jpg"),)), pillar="model", item="E-1"),
        Row(
            cells=(
                (Run(text="4.2"),),
                (Run(text="Haber"),),
                (Run(text="https://a.example", link="https://a.example"),),
            ),
            pillar="model",
            item="E-2",
        ),
    ),
)
FIELDS = (
    FormField(
        key="model",
        title=Phrase(text="Genel"),
        text=("Kapımız <açık> & serin.", "", "- bir", "- iki"),
        counted="38 karakter; sınır 30",
        over="8 karakter fazla",
        evidence=EVIDENCE,
    ),
    FormField(key="model/plan", title=Phrase(text="Plan"), text=("We go on.",), language="en", note="Dili: İngilizce."),
    FormField(key="model/open-days", title=Phrase(text="Açık günler"), evidence=EVIDENCE),
)
FORM = ApplicationForm(
    language="tr",
    audience=Audience.EVALUATOR,
    title="Başvuru – Okul",
    author="Okul",
    subject="Başvuru",
    heading="Başvuru",
    school="Okul · 2027-28",
    notes=("Yapıştırın.", "Onur beyanı platformdadır."),
    begin="Buradan",
    end="Buraya kadar",
    parts=(FormPart(pillar="model", number="4", title=Phrase(text="Rol model"), fields=FIELDS),),
    page_word="sayfa",
)


def test_word_holds_every_text_in_lines_and_nothing_empty(tmp_path: Path):
    target = tmp_path / "application.tr.docx"
    assert write_form_docx(FORM, THEME, target) == ()
    assert (*inspect_docx(target, FORM), *inspect_makers(target, "Okul")) == ()
    story = story_of(zipfile.ZipFile(target))
    said = paragraphs(story)
    start = said.index("Kapımız &lt;açık&gt; &amp; serin.")
    assert said[start : start + 4] == ["Kapımız &lt;açık&gt; &amp; serin.", "", "- bir", "- iki"]
    assert "38 karakter; sınır 30  8 karakter fazla" in said
    assert 'w:lang w:val="en-GB"' in story
    assert said.count("4.1") == 2
    assert story.count("<w:tbl>") == 2


def test_what_is_read_together_stays_on_one_page_and_no_empty_one_follows(tmp_path: Path):
    attached = replace(FIELDS[0], attach="Hepsi tek dosyada")
    long = replace(FIELDS[1], text=("Uzun bir metin. " * 60, "Son."), attach="Eklenecek")
    form = replace(FORM, parts=(replace(FORM.parts[0], fields=(attached, long)),))
    write_form_docx(form, THEME, tmp_path / "a.docx")
    story = story_of(zipfile.ZipFile(tmp_path / "a.docx"))
    kept = {
        words for each in re.findall(r"<w:p>.*?</w:p>", story) if "<w:keepNext/>" in each for words in paragraphs(each)
    }
    assert {"- bir", "Hepsi tek dosyada", "Son."} <= kept
    assert not kept & {"- iki", long.text[0].strip(), "Eklenecek"}
    assert paragraphs(story)[-1] == "Eklenecek"


def test_the_same_form_gives_the_same_bytes(tmp_path: Path):
    write_form_docx(FORM, THEME, tmp_path / "a.docx")
    write_form_docx(FORM, THEME, tmp_path / "b.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_lost_text_is_found(tmp_path: Path):
    target = tmp_path / "application.tr.docx"
    write_form_docx(FORM, THEME, target)
    longer = replace(FIELDS[0], text=(*FIELDS[0].text, "- üç"))
    asked = replace(FORM, parts=(replace(FORM.parts[0], fields=(longer,)),))
    assert [problem.code for problem in inspect_docx(target, asked)] == ["audit.field"]


def test_a_draft_is_marked(tmp_path: Path):
    draft = replace(FORM, watermark="TASLAK")
    write_form_docx(draft, THEME, tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert any(b"TASLAK" in archive.read(name) for name in archive.namelist() if "frame" in name)
    assert form_text(draft).startswith("TASLAK\n")


def test_text_is_copied_field_by_field():
    lines = form_text(FORM).splitlines()
    begin = next(place for place, line in enumerate(lines) if line.startswith("··· Buradan"))
    end = next(place for place, line in enumerate(lines) if line.startswith("··· Buraya kadar"))
    assert tuple(lines[begin + 1 : end]) == FIELDS[0].text
    assert lines[begin - 1] == "38 karakter; sınır 30 · 8 karakter fazla"
    assert lines.count("  4.2   Haber") == 2
    assert lines.count("        https://a.example") == 2


@pytest.mark.parametrize("word", ["Yapıştırın.", "Onur beyanı platformdadır.", "Rol model", "Dili: İngilizce."])
def test_text_says_what_word_says(word: str):
    assert word in form_text(FORM)
