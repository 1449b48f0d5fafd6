import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.compose.prose import set_prose
from portfolio.model.blocks import Heading, Paragraph, ParagraphStyle, Run


def blocks(source: str, **options: object):
    return set_prose(source, **{"file": "narrative/model.tr.md", "anchor": "model", **options})[0]


def problems(source: str):
    found = set_prose(source, file="narrative/model.tr.md", anchor="model")[1]
    return [(problem.code, problem.where.line) for problem in found]


def texts(source: str) -> list[tuple[str, str]]:
    return [
        (block.style.value, "".join(run.text for run in block.runs))
        for block in blocks(source)
        if isinstance(block, Paragraph)
    ]


def test_a_paragraph_keeps_its_looks():
    assert blocks("We **show** *what\nwe do* on [our site](https://isilti.example).") == (
        Paragraph(
            runs=(
                Run(text="We "),
                Run(text="show", strong=True),
                Run(text=" "),
                Run(text="what we do", emphasis=True),
                Run(text=" on "),
                Run(text="our site", link="https://isilti.example"),
                Run(text="."),
            )
        ),
    )


def test_lists_quotations_and_broken_lines():
    assert texts("- one\n- two\n\n1. first\n\n> said\n\nhere\\\nthere") == [
        ("bullet", "one"),
        ("bullet", "two"),
        ("numbered", "first"),
        ("quote", "said"),
        ("body", "here"),
        ("body", "there"),
    ]


def test_headings_have_anchors_and_two_levels():
    assert blocks("# Open days\n\n## In *May*\n\n#### and later", level=2) == (
        Heading(text="Open days", level=2, anchor="model-h1"),
        Heading(text="In May", level=3, anchor="model-h2"),
        Heading(text="and later", level=3, anchor="model-h3"),
    )


def test_another_language_is_marked_on_every_run():
    assert blocks("# Vi\n\när **här**", language="sv") == (
        Heading(text="Vi", level=2, anchor="model-h1", language="sv"),
        Paragraph(runs=(Run(text="är ", language="sv"), Run(text="här", strong=True, language="sv"))),
    )


def test_an_indented_paragraph_is_a_paragraph():
    assert texts("    Dear reader") == [("body", "Dear reader")]


def test_a_table_is_set_as_a_list():
    source = "Our year:\n\n| month | what |\n|---|---|\n| May | **open** day |\n"
    assert texts(source) == [("body", "Our year:"), ("bullet", "month · what"), ("bullet", "May · open day")]
    assert problems(source) == [("prose.table", 3)]


def test_html_loses_its_marks_and_keeps_its_words():
    assert texts("<div>Hello</div>\n\nand <b>more</b>") == [("body", "Hello"), ("body", "and more")]
    assert problems("<div>Hello</div>\n\nand <b>more</b>") == [("prose.html", 1), ("prose.html", 3)]


def test_comments_are_hints_to_the_writer():
    assert blocks("<!-- write here -->\n\nText <!-- more? -->") == (Paragraph(runs=(Run(text="Text"),)),)
    assert problems("<!-- write here -->\n\nText <!-- more? -->") == []


def test_a_picture_is_named():
    assert texts("![our hall](hall.jpg)") == [("body", "our hall")]
    assert problems("text\n\n![our hall](hall.jpg)") == [("prose.picture", 3)]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "photos/hall.jpg", "data:text/html,x"]
)
def test_only_links_that_a_reader_can_follow_are_links(address: str):
    assert blocks(f"[here]({address})") == (Paragraph(runs=(Run(text="here"),)),)
    assert problems(f"[here]({address})") == [("prose.link", 1)]


def test_nothing_comes_of_nothing():
    for source in ("", "   \n\n", "***", "#", "| |\n|-|\n"):
        assert blocks(source) == ()


@given(st.text())
def test_any_text_can_be_set(source: str):
    for block in blocks(source):
        if isinstance(block, Paragraph):
            assert block.runs
            assert block.style in ParagraphStyle
