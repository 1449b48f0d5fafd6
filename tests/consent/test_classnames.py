"""A class is found in what schools write over their lists, and in nothing else."""

import pytest

from portfolio.consent.classnames import class_in, is_class


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
