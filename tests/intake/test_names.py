import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from portfolio.intake.names import Unused, shown, shown_uniquely


def test_letters_are_composed_and_emoji_kept() -> None:
    assert shown(unicodedata.normalize("NFD", "Öğrenci çalışması.jpg")) == "Öğrenci çalışması.jpg"
    assert shown("🎉 Kutlama 🇹🇷🇪🇺.jpg") == "🎉 Kutlama 🇹🇷🇪🇺.jpg"
    assert shown("👩‍🏫.jpg") == "👩‍🏫.jpg"


def test_what_cannot_be_seen_is_escaped() -> None:
    assert shown("a\nb.jpg") == "a<U+000A>b.jpg"
    assert shown("gpj.\u202eexe") == "gpj.<U+202E>exe"
    assert shown(b"\xff\xfe.jpg".decode("utf-8", "surrogateescape")) == "<FF><FE>.jpg"


def test_a_shown_name_has_nothing_that_a_sheet_would_turn_into_something_else() -> None:
    assert shown("a\\b.jpg") == "a<U+005C>b.jpg"
    assert shown(shown("a\nb\\c.jpg")) == shown("a\nb\\c.jpg")


def test_twins_get_numbers() -> None:
    twins = ["çay.jpg", unicodedata.normalize("NFD", "çay.jpg"), "a.b/çay", unicodedata.normalize("NFD", "a.b/çay")]
    assert list(shown_uniquely(twins).values()) == ["çay.jpg", "çay [2].jpg", "a.b/çay", "a.b/çay [2]"]


def test_a_name_that_is_shown_as_it_is_keeps_it() -> None:
    apart = unicodedata.normalize("NFD", "çay.jpg")
    assert shown_uniquely([apart, "çay [2].jpg", "çay.jpg"]) == {
        apart: "çay [3].jpg",
        "çay [2].jpg": "çay [2].jpg",
        "çay.jpg": "çay.jpg",
    }


@given(st.lists(st.text(min_size=1), unique=True))
def test_no_two_paths_are_shown_alike(paths: list[str]) -> None:
    names = shown_uniquely(paths)
    assert len(set(names.values())) == len(names) == len(paths)


def test_a_name_is_given_out_once() -> None:
    unused = Unused(["c.txt"])
    assert [unused.take(name) for name in ("a.b/c", "a.b/c", "c.txt", "d [2]", "d", "d", "d")] == [
        "a.b/c", "a.b/c [2]", "c [2].txt", "d [2]", "d", "d [3]", "d [4]",
    ]  # fmt: skip
