"""Lists in one cell: schools with their countries however they are set apart, and lists of anything else."""

import pytest
from intake.evidence import PACK

from portfolio.intake.partnerlists import list_in, partners_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Szkoła nr 7 (PL), Scuola (IT)", (("Szkoła nr 7", "PL"), ("Scuola", "IT"))),
        ("Szkoła, Poland; Scuola, İtalya", (("Szkoła", "PL"), ("Scuola", "IT"))),
        ("Szkoła, Kraków, PL\nScuola", (("Szkoła, Kraków", "PL"), ("Scuola", ""))),
        ("Szkoła, PL, Scuola, IT", (("Szkoła", "PL"), ("Scuola", "IT"))),
        ("Szkoła, Scuola", (("Szkoła", ""), ("Scuola", ""))),
        ("Skola (Atlantis)", (("Skola", "Atlantis"),)),
    ],
)
def test_partners(text: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert partners_in(text, PACK.countries) == expected


def test_lists() -> None:
    assert list_in("4-A, 4-B, 4-A") == ("4-A", "4-B")
    assert list_in("Uçanhalı, Elif; Bulutsever, Defne") == ("Uçanhalı, Elif", "Bulutsever, Defne")


@pytest.mark.parametrize("text", ["İtalya, Polonya", "Italy, Poland", "İtalya; Polonya", "İtalya\nPolonya", "IT, PL"])
def test_a_list_of_countries_is_no_list_of_schools(text: str) -> None:
    assert partners_in(text, PACK.countries) == (("", "IT"), ("", "PL"))


def test_a_country_among_schools_is_one() -> None:
    assert partners_in("Szkoła, Polonya; İtalya", PACK.countries) == (("Szkoła", "PL"), ("", "IT"))
