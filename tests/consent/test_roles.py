"""What somebody is counts for the names in texts: who may be a pupil is one."""

import pytest

from portfolio.consent.roles import nearly, role_of


@pytest.mark.parametrize(
    "text",
    [
        *("pupil", "4-A sınıfı öğrencisi", "Schüler", "Schülerin der 4b", "öğr.", "kız", "veli çocuğu", "learner"),
        *("alumno", "alumna", "uczeń", "uczniowie", "girl", "talebe", "élève", "alunna", "elevă", "μαθήτρια", "aluna"),
        *("učenica", "parent of a pupil", "head girl", "student teacher", "öğrenci, öğretmen", "elevråd", "niña"),
    ],
)
def test_a_role_with_a_pupils_word_in_it_is_a_pupils(text):
    assert role_of(text) == "pupil"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("class teacher", "staff"),
        ("4-A sınıf öğretmeni", "staff"),
        ("okul müdürü", "staff"),
        ("Klassenlehrerin", "staff"),
        ("nauczycielka", "staff"),
        ("ravnatelj", "staff"),
        ("grandparent", "guest"),
        ("Ada'nın ninesi", "guest"),
        ("mormor", "guest"),
        ("grand-mère", "guest"),
        ("παππούς", "guest"),
        ("nine", "guest"),
        ("class", "group"),
        ("kulüp", "group"),
        ("τάξη", "group"),
        ("kulüp üyesi", "kulüp üyesi"),
        ("gökbilimci", "gökbilimci"),
        ("", ""),
    ],
)
def test_any_other_role(text, role):
    assert role_of(text) == role


def test_a_misspelt_pupil_is_nearly_one():
    assert nearly("öğrnci") == nearly("pupl") == "pupil"
    assert nearly("pupil") == nearly("gökbilimci") == nearly("") == ""
