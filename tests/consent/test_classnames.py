"""A class is found in what schools write over their lists, and in nothing else."""

import pytest

from portfolio.consent.classnames import class_in, classes_in, is_class


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4. Sınıf / A Şubesi (ALANI YOK) Sınıf Listesi", "4-A"),
        ("4. SINIF / Ğ ŞUBESİ SINIF LİSTESİ", "4-Ğ"),
        ("2026-2027 Öğretim Yılı 11. Sınıf/B Şubesi", "11-B"),
        ("2026-2027 ÖĞRETİM YILI 4-A SINIFI LİSTESİ", "4-A"),
        ("4 A SINIFI", "4 A"),
        ("Sınıfı: 4 Şubesi: C", "4-C"),
        ("Klass 5B", "5B"),
        ("Klasslista 5B, läsåret 2026/27", "5B"),
        ("Class list 4-A", "4-A"),
        ("Year 6C register", "6C"),
        ("4/A", "4/A"),
        ("5B", "5B"),
    ],
)
def test_the_class_of_a_title(text, expected):
    assert class_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sayfa1",
        "Sheet1",
        "2026-2027 Öğretim Yılı Sınıf Listesi",
        "Klass 5 i Fabelskolan",
        "4. Sınıf öğrencileri",
        "Sınıf öğretmeni: Elif A. Uçanhalı",
        "12 Ada Ak",
        "class 14-Abc",
        "",
    ],
)
def test_what_is_no_class(text):
    assert class_in(text) == ""


def test_a_class_alone():
    assert is_class("4-A")
    assert is_class("4 a")
    assert not is_class("4-A sınıfı")


@pytest.mark.parametrize("dash", ["-", "‐", "‑", "–", "—", " – ", "−", "/", ".", " "])
def test_a_class_is_the_same_with_any_dash(dash):
    assert is_class(f"4{dash}A")
    assert class_in(f"4{dash}A sınıfı") != ""
    assert classes_in(f"4{dash}a pupils") == {"4-a"}


def test_several_classes_of_a_grade_may_stand_in_one_name():
    assert classes_in("4-A/B pupils") == classes_in("4-A ve B") == {"4-a", "4-b"}
    assert classes_in("4-A ile 3-B") == {"4-a", "3-b"}
    assert classes_in("Sınıfı: 4 Şubesi: C") >= {"4-c"}
    assert classes_in("Ada B.") == classes_in("2026 yılı") == frozenset()
