"""Changed paragraphs go back into Markdown; every other byte of it stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio.build.rewriting import Rewriting, Rewritten, Shown, patches, restore
from portfolio.compose.prose import prose_lines, set_prose
from portfolio.files.wordprose import Look
from portfolio.files.wordstory import normal_runs
from portfolio.model.blocks import Source
from portfolio.render.docx_fields import number_of, shown_as

SOURCE = """\
Birinci paragraf burada,
iki satırda. <!-- müdüre sor -->

<!-- sonra tamamlanacak -->

İkinci **kalın** paragraf, [bağlantılı](https://example.org).

- elma
- armut
  ve ayva

### Başlık

Son söz."""


def tell(source: str) -> tuple[str, ...]:
    return tuple(map(shown_as, set_prose(source, file="", anchor="")[0]))


def rewriting_of(source: str) -> Rewriting:
    blocks, _ = set_prose(source, file="", anchor="", origin=Source(key="model", language="tr"))
    spans = prose_lines(source)
    shown = [Shown(line=shown_as(each), full=shown_as(each), lines=spans[number_of(each)]) for each in blocks]
    return Rewriting(raw=source.split("\n"), shown=shown, tell=tell, cited=lambda line: line)


def rewrite(source: str, after: list[str]) -> Rewritten:
    return rewriting_of(source).rewrite(after)


def rewritten(source: str, after: list[str]) -> str:
    found = rewrite(source, after)
    assert found.kept == ()
    assert found.said == tuple(after)
    return "\n".join(found.lines)


def test_what_nobody_changed_stays_byte_for_byte():
    assert rewritten(SOURCE, list(tell(SOURCE))) == SOURCE


def test_a_changed_word_changes_only_that_word():
    after = [line.replace("burada", "şurada").replace("armut", "kiraz") for line in tell(SOURCE)]
    assert rewritten(SOURCE, after) == SOURCE.replace("burada", "şurada").replace("armut", "kiraz")


def test_a_comment_a_link_and_a_line_break_stay_in_a_changed_paragraph():
    after = [line.replace("İkinci", "Öteki").replace("iki satırda.", "iki satırda!") for line in tell(SOURCE)]
    new = rewritten(SOURCE, after)
    assert "burada,\niki satırda! <!-- müdüre sor -->" in new
    assert "Öteki **kalın** paragraf, [bağlantılı](https://example.org)." in new


def test_a_paragraph_written_anew_keeps_its_comment():
    after = ["Bambaşka bir şey.", *tell(SOURCE)[1:]]
    assert rewritten(SOURCE, after) == SOURCE.replace(
        "Birinci paragraf burada,\niki satırda. <!-- müdüre sor -->", "Bambaşka bir şey. <!-- müdüre sor -->"
    )


def test_new_paragraphs_entries_and_headings():
    first, second, apple, pear, heading, last = tell(SOURCE)
    after = [first, "Yeni paragraf.", second, apple, "- erik", pear, heading, last, "# Ek", "1. bir", "1. iki"]
    assert rewritten(SOURCE, after) == (
        SOURCE.replace("<!-- müdüre sor -->\n", "<!-- müdüre sor -->\n\nYeni paragraf.\n").replace(
            "- elma\n", "- elma\n- erik\n"
        )
        + "\n\n### Ek\n\n1. bir\n1. iki"
    )


def test_deleted_paragraphs_take_their_blank_line_along():
    first, second, apple, pear, heading, _ = tell(SOURCE)
    new = rewritten(SOURCE, [first, apple, pear, heading])
    assert new.startswith(
        "Birinci paragraf burada,\niki satırda. <!-- müdüre sor -->\n\n<!-- sonra tamamlanacak -->\n\n-"
    )
    assert "kalın" not in new
    assert "Son söz" not in new
    assert rewritten(SOURCE, [second, apple, pear, heading]).startswith("<!-- sonra tamamlanacak -->")


def test_joined_and_split_paragraphs():
    source = "Bir iki üç.\n\nDört beş altı."
    assert rewritten(source, ["Bir iki üç. Dört beş altı."]) == "Bir iki üç. Dört beş altı."
    assert rewritten(source, ["Bir iki", "üç.", "Dört beş altı."]) == "Bir iki\n\nüç.\n\nDört beş altı."


def test_bold_italic_and_links_of_a_person():
    assert rewritten("Bir iki üç.", ["Bir **iki** *üç*. [dört](<https://example.org/4>)"]) == (
        "Bir **iki** *üç*. [dört](<https://example.org/4>)"
    )


def test_a_line_that_was_broken_on_purpose_is_a_paragraph():
    assert rewritten("bir  \niki  \nüç", ["bir", "iki buçuk", "üç"]) == "bir  \niki buçuk  \nüç"
    assert tell(rewritten("bir  \niki  \nüç", ["bir", "bambaşka", "üç"])) == ("bir", "bambaşka", "üç")


def test_a_heading_does_not_become_a_part_of_the_file():
    assert rewritten("Söz.", ["Söz.", "# plan"]) == "Söz.\n\n### plan"


def test_what_stands_in_a_table_is_not_taken():
    source = "Söz.\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    found = rewrite(source, ["Yeni söz.", *tell(source)[1:-1], "- 1 · 3"])
    assert [(each.code, each.after) for each in found.kept] == [("edited.table", "- 1 · 3")]
    assert "\n".join(found.lines) == source.replace("Söz", "Yeni söz")


def test_patch_finds_only_what_stands_in_the_source():
    assert set(patches("Bak [[E-3f9a]], sonra.", "Bak (Kanıt 4.2), sonra.", "Bak (Kanıt 4.2), hemen.")) == {
        "Bak [[E-3f9a]], hemen."
    }
    assert "Bak [[E-3f9a]]. Gel." in patches("Bak [[E-3f9a]].", "Bak (Kanıt 4.2).", "Bak (Kanıt 4.2). Gel.")
    assert "1 [[E-3f9a]]. Gel. <!-- ne? -->" in patches("1 [[E-3f9a]]. <!-- ne? -->", "1 (K 4.2).", "1 (K 4.2). Gel.")
    assert list(patches("Bak [[E-3f9a]].", "Bak (Kanıt 4.2).", "Bak.")) == []


@pytest.mark.parametrize(
    ("after", "restored"),
    [
        ("Bugün Ayşe Y. yeniden geldi.", "Bugün Ayşe Yılmaz yeniden geldi."),
        ("Ayşe Y. ve Ali geldi.", "Ayşe Yılmaz ve Ali geldi."),
        ("Ayşe Yıldız geldi.", None),
        ("Hiç kimse.", None),
    ],
)
def test_a_shortened_name_comes_back_in_full_or_not_at_all(after: str, restored: str | None):
    assert restore("Ayşe Yılmaz geldi.", "Ayşe Y. geldi.", after) == restored


SIGNS = ("ev", "okul", "*yıldız*", "[köşeli]", "3.", "#", "-", ">", "`kod`", "<b>", "a_b", "&", "ğ", "4.2")
WORDS = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=6)
LINES = WORDS.map(lambda words: normal_runs([(" ".join(words), Look())]))
PIECES = st.one_of(
    WORDS.map(lambda words: normal_runs([(" ".join(words), Look())])),
    st.sampled_from(
        ["<!-- not -->", "- bir\n- iki\n- üç", "satır bir\nsatır iki", "**kalın** söz  \nkırık", "> alıntı"]
    ),
)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, list[str], list[str]]:
    """A source, what it says, and what somebody made of that."""
    source = "\n\n".join(draw(st.lists(PIECES, min_size=1, max_size=5)))
    before = list(tell(source))
    after = list(before)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(after)))
        match draw(st.sampled_from(["change", "add", "delete", "join"])):
            case "add":
                after.insert(place, draw(LINES))
            case "change" if place < len(after):
                after[place] = draw(LINES)
            case "delete" if place < len(after):
                del after[place]
            case "join" if place + 1 < len(after) and after[place][:1].isalpha() and after[place + 1][:1].isalpha():
                after[place : place + 2] = [f"{after[place]} {after[place + 1]}"]
    return source, before, [line for line in after if line]


@settings(max_examples=300, deadline=None)
@given(edits())
def test_any_edit_is_taken_as_it_is_or_named_and_a_second_time_changes_nothing(edit: tuple[str, list[str], list[str]]):
    source, before, after = edit
    found = rewrite(source, after)
    new = "\n".join(found.lines)
    assert tell(new) == found.said
    if not found.kept:
        assert list(found.said) == after
    blocks = rewriting_of(source).shown
    stays = [line for line in before if line in after] == [line for line in after if line in before]
    for each in blocks if stays else ():  # what is moved is written anew where it goes
        if each.line in after and each.lines and before.count(each.line) == 1:
            chunk = "\n".join(source.split("\n")[slice(*each.lines)])
            assert chunk in new
    again = rewrite(new, list(found.said))
    assert "\n".join(again.lines) == new
