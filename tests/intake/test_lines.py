import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.i18n import fold
from portfolio.intake.lines import line_of, lines_of, phrases


@given(st.text(alphabet="aİIıßÆŞğ Éé\u0301Σς\n’", max_size=40))
def test_a_line_is_compared_like_any_text(text: str) -> None:
    assert " ".join(line_of(text).folded.split()) == fold(text.replace("’", "'"))


def test_what_is_found_folded_is_cut_as_it_is_written() -> None:
    line = line_of("  STRASSE  Straße:   İzmir’e ")
    found = line.folded.index("izmir")
    assert line.folded == "strasse strasse: izmir'e"
    assert line.cut(found, found + 5) == "İzmir"
    assert line.cut(8) == "Straße: İzmir’e"


def test_letters_are_composed() -> None:
    assert line_of("e\u0301tude").written == "étude"


def test_empty_lines_are_none() -> None:
    assert [line.written for line in lines_of("Bir\n \n\nİki  üç\n")] == ["Bir", "İki üç"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hizmet ici egitim", "ici"),
        ("webinarlara", None),  # a whole word
        ("katildigini", "katildigini"),
        ("kursintyg", "kursintyg"),
        ("o hizmet ici", "hizmet ici"),  # the longest that begins there
    ],
)
def test_phrases_are_whole_words_but_for_a_star(text: str, found: str | None) -> None:
    pattern = phrases(["içi", "webinar", "katıldığ*", "*intyg"] if "o " not in text else ["hizmet", "hizmet içi"])
    match = pattern.search(text)
    assert (match and match[0]) == found


def test_no_words_are_never_found() -> None:
    assert phrases([]).search("") is None
