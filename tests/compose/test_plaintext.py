"""A text as a form takes it."""

from portfolio.compose.plaintext import flatten, length
from portfolio.compose.prose import set_prose


def lines(source: str) -> tuple[str, ...]:
    return flatten(set_prose(source, file="narrative/model.tr.md", anchor="model")[0])


def test_marks_go_and_order_stays():
    source = "Kapımız **açık**.\n\nGelin.\n\n## Mayıs’ta\n\n- bir\n- iki\n\n1. önce\n2. sonra\n\n> söz"
    assert lines(source) == (
        "Kapımız açık.", "", "Gelin.", "", "Mayıs’ta", "", "- bir", "- iki", "", "1. önce", "2. sonra", "", "söz",
    )  # fmt: skip


def test_addresses_are_kept_behind_their_words():
    assert lines("[*site*miz](https://a.example), [bize](mailto:x@a.example)") == (
        "sitemiz (https://a.example), bize (x@a.example)",
    )


def test_length_is_what_a_field_of_a_form_counts():
    assert length(("ab", "", "c")) == 5
    assert length(("ş".encode().decode(), "s\N{COMBINING CEDILLA}")) == 3  # a letter is one sign, however it is written
    assert length(("🏮",)) == 2
    assert length(()) == 0
