"""Papers to print: what is asked, what is filled in, and what the shipped texts rest on."""

import re

import pytest

from portfolio.compose.papers import BLANK, NAMES, Fact, Form, PaperText, compose_paper
from portfolio.files.yamlfile import plain, read_yaml
from portfolio.i18n import read_locale
from portfolio.model.blocks import Paragraph, ParagraphStyle, Table
from portfolio.model.paper import Blanks, Choices, Grid
from portfolio.resources import templates_folder

BASE = templates_folder() / "base"
PAPERS = BASE / "papers"
LAWS = {"kvkk": ("tr", "en"), "gdpr": ("en", "sv")}
SHIPPED = [(law, language) for law, languages in LAWS.items() for language in languages]
KNOWN = {"school": "Masalköy *Işıltı* İlkokulu", "place": "Masalköy, Türkiye", "contact": "", "years": "2025-2026"}
FACTS = (Fact(says="It is so.", source="somebody", sure="reported"),)
CITED = re.compile(r"<!-- fact: ([\w-]+) -->")
OF_THE_LAW = re.compile(r"6698|KVKK|GDPR|EACEA|\bm\. \d|article \d|Article \d|artikel \d")


def find(name, law, language):
    """The shipped text of a paper: the law's own, or one for all laws."""
    own = PAPERS / law / language / f"{name}.md"
    return own if own.is_file() else PAPERS / language / f"{name}.md"


def compose(name, law="kvkk", language="tr", *, forms=(), source=None):
    text = PaperText(
        name=name, source=source or find(name, law, language).read_text(encoding="utf-8"), file=f"{name}.md"
    )
    locale = read_locale(language, [BASE / "messages"])
    paper, problems = compose_paper(text, locale=locale, known=KNOWN, forms=forms, facts=FACTS)
    assert problems == ()
    return paper


def blocks_of(paper, kind):
    return [block for sheet in paper.sheets for block in sheet if isinstance(block, kind)]


def words_of(paper):
    paragraphs = blocks_of(paper, Paragraph)
    return "\n".join("".join(run.text for run in block.runs) for block in paragraphs)


@pytest.mark.parametrize(("law", "language"), SHIPPED)
def test_consent_is_asked_for_each_of_three_purposes_by_itself(law, language):
    (choices,) = blocks_of(compose("consent", law, language), Choices)
    assert len(choices.questions) == 3
    assert choices.yes
    assert choices.no
    assert all(question[0].strong for question in choices.questions)


@pytest.mark.parametrize(("law", "language"), SHIPPED)
def test_every_paper_says_that_it_is_a_sample_and_whom_it_is_from(law, language):
    for name in NAMES:
        paper = compose(name, law, language)
        assert paper.mark.split()[0] in ("ÖRNEK", "SAMPLE", "EXEMPEL")
        assert paper.author == KNOWN["school"]
        assert paper.title
        assert KNOWN["school"] in words_of(paper)


@pytest.mark.parametrize(("law", "language"), SHIPPED)
def test_a_school_of_unknown_address_leaves_dots_and_its_name_is_no_markdown(law, language):
    words = words_of(compose("notice", law, language))
    assert BLANK in words
    assert KNOWN["school"] in words
    assert not re.search(r"\{\w+\}", words)


def test_a_class_has_a_sheet_of_its_own_and_so_many_rows_as_pupils():
    forms = (Form(name="4-A", pupils=24), Form(name="4-B", pupils=3))
    lists = compose("class-list", forms=forms)
    assert [grid.rows for grid in blocks_of(lists, Grid)] == [24, 3]
    assert sum(column.share for column in blocks_of(lists, Grid)[0].columns) == 12
    assert lists.landscape
    assert "sınıf: 4-A" in words_of(lists)
    asked = compose("consent", forms=forms)
    assert [dict(blanks.lines)["Sınıfı:"] for blanks in blocks_of(asked, Blanks)] == ["4-A", "4-B"]


def test_without_a_list_of_pupils_the_class_is_left_open():
    (blanks,) = blocks_of(compose("consent"), Blanks)
    assert {value for _, value in blanks.lines} == {""}
    (grid,) = blocks_of(compose("class-list"), Grid)
    assert grid.rows == 30


def test_the_notice_keeps_its_lists_and_asks_nothing():
    notice = compose("notice")
    styles = {block.style for block in blocks_of(notice, Paragraph)}
    assert {ParagraphStyle.BULLET, ParagraphStyle.NUMBERED} <= styles
    assert blocks_of(notice, Choices) == []
    assert blocks_of(notice, Blanks) == []


def test_what_the_papers_rest_on_is_listed_with_its_source_and_how_sure():
    (table,) = blocks_of(compose("read-first", language="en"), Table)
    assert ["".join(run.text for run in cell) for cell in table.rows[0].cells] == [
        "It is so.",
        "somebody",
        "read in a secondary source",
    ]


@pytest.mark.parametrize("law", LAWS)
def test_every_fact_has_words_a_source_and_a_degree_and_is_cited_in_every_language(law):
    facts = plain(read_yaml(PAPERS / law / "sources.yaml"))["facts"]
    for language in LAWS[law]:
        sure = {key.rpartition(".")[2] for key in read_locale(language, [BASE / "messages"]).words if ".sure." in key}
        cited = set()
        for name in NAMES:
            cited |= set(CITED.findall(find(name, law, language).read_text(encoding="utf-8")))
        assert cited == set(facts)
        for fact in facts.values():
            assert fact["says"][language]
            assert fact["source"]
            assert fact["sure"] in sure


def uncited(text):
    return [line for line in text.splitlines() if OF_THE_LAW.search(line) and not CITED.search(line)]


@pytest.mark.parametrize(("law", "language"), SHIPPED)
def test_every_line_on_the_law_cites_what_it_rests_on(law, language):
    for name in ("notice", "consent"):
        assert uncited(find(name, law, language).read_text(encoding="utf-8")) == []
    assert uncited("Article 13 of the GDPR says so.") == ["Article 13 of the GDPR says so."]
