"""A full name that stands apart on a page: in two columns, or with something between its words."""

import pytest

from portfolio.consent.scattered import Scattered

LISTED = ("Ayşe Yılmaz", "Mehmet Demir", "Zeynep Nur Kaya")


def found(text: str, *hidden: str) -> int:
    return Scattered(LISTED).count(text, hidden or LISTED)


@pytest.mark.parametrize(
    "text",
    [
        "Ayse\nMehmet\nZeynep\nYilmaz\nDemir\nKaya",
        "Yılmaz\nDemir\nKaya\nAyşe\nMehmet\nZeynep",
        "Adı\n1 AYŞE\n2 MEHMET\n3 ZEYNEP\nSoyadı\n1 YILMAZ\n2 DEMİR\n3 KAYA",
        "Ayse Mehmet Zeynep\nYilmaz Demir Kaya",
    ],
)
def test_columns_are_read_as_the_rows_that_they_are(text: str) -> None:
    assert found(text) == 3
    assert found(text, "Ayşe Yılmaz") == 1


@pytest.mark.parametrize("text", ["Ayse 4-A Yilmaz", "Yılmaz (4-A) Ayşe", "Birinci: Ayşe\n4-A\nYılmaz, 90 puan"])
def test_a_class_or_a_number_may_stand_between(text: str) -> None:
    assert found(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ayşe okulun bahçesinde, Bay Yılmaz ise evde kaldı",
        "Ayşe ile annesi geldi.\nMüdür Yılmaz konuştu.",
        "Ayşe\nCan\nMehmet",
        "Ayşe Çelik",
    ],
)
def test_words_of_a_name_in_sentences_are_not_taken_for_it(text: str) -> None:
    assert found(text) == 0


def test_the_words_of_other_full_names_are_not_put_together() -> None:
    text = "Ayşe Demir\nMehmet Yılmaz"
    assert Scattered([*LISTED, "Ayşe Demir", "Mehmet Yılmaz"]).count(text, LISTED) == 0
