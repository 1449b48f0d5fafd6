"""Identity numbers, telephone numbers and mail addresses of persons in texts."""

import pytest

from portfolio.personal import Personal, find_personal, is_identity_number

VALID = "10000000146"  # a well-known made-up example with right check digits


def found_in(text: str, country: str = "TR", public: tuple[str, ...] = ()) -> list[tuple[Personal, str]]:
    return [(each.what, text[each.start : each.end]) for each in find_personal(text, country, public)]


def test_an_identity_number_has_right_check_digits() -> None:
    assert is_identity_number(VALID)
    assert not is_identity_number("10000000147")
    assert not is_identity_number("00000000146")
    assert not is_identity_number("1000000014")


@pytest.mark.parametrize(
    "written",
    [VALID, "100 000 001 46", "100-000-001-46", "100.000.001.46", "10 000 000 146", "1 0 0 0 0 0 0 0 1 4 6"],
)
def test_an_identity_number_is_found_however_it_is_grouped(written: str) -> None:
    assert found_in(f"T.C. kimlik no: {written}, sınıfı 4-A") == [(Personal.IDENTITY, written)]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("0532 123 45 67", "TR"),
        ("0(532) 123-45-67", "TR"),
        ("+90 532 123 4567", "SE"),
        ("05321234567", "TR"),
        ("070-174 06 05", "SE"),
        ("+39 320 123 4567", "TR"),
        ("0090 532 123 45 67", "SE"),
        ("0532_123_45_67", "TR"),
        ("0532·123·45·67", "TR"),
        ("0532 123\n45 67", "TR"),
    ],
)
def test_a_mobile_number_is_a_persons(text: str, country: str) -> None:
    assert found_in(f"Annesi: {text} (Ada)", country) == [(Personal.PHONE, text)]


@pytest.mark.parametrize("row", ["4-A 12 {} 67", "2014 {} 10000000146", "{} {}", "12\t{}\t13", "Ada 0312 413 10 00 {}"])
def test_a_mobile_number_is_found_in_a_row_of_numbers(row: str) -> None:
    assert (Personal.PHONE, "0532 123 45 67") in found_in(row.replace("{}", "0532 123 45 67"))


@pytest.mark.parametrize(
    "text",
    [
        "Okulumuz: 0312 413 10 00",  # a line that stands still: an institution's
        "2024-2025 eğitim yılı, 12.03.2025 - 28.05.2025",
        "Proje 2023-1-TR01-KA122-SCH-000123456",
        "https://school-education.ec.europa.eu/en/etwinning/projects/123456",
        "28 öğrenci, 12.345.678 adım",
        "info@masal.example, 712345@meb.k12.tr, okul.mudurluk@meb.example",
        "16 tam 11 haneli: 12345678901",
    ],
)
def test_what_is_no_persons_is_let_be(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize("years", ["2023-2024", "2023–2024", "2023/2026"])
def test_years_behind_a_number_are_not_dialled(years: str) -> None:
    assert found_in(f"Masal 57\n{years}") == []
    assert [what for what, _ in found_in(f"Masal 57\n{years}, 0532 123 45 67")] == [Personal.PHONE]


def test_numbers_that_no_project_lasts_are_dialled() -> None:
    assert [what for what, _ in found_in("57 2023-2029")] == [Personal.PHONE]


def test_a_persons_mail_address_is_found() -> None:
    assert found_in("Yazın: ayse.yilmaz@example.org.") == [(Personal.MAIL, "ayse.yilmaz@example.org")]


@pytest.mark.parametrize("address", ["ayse-okul@gmail.com", "info.veli@hotmail.com", "okul@yandex.com.tr"])
def test_an_address_at_a_free_host_is_a_persons_whatever_it_is_called(address: str) -> None:
    assert found_in(address) == [(Personal.MAIL, address)]


def test_what_the_school_publishes_itself_is_let_be() -> None:
    public = ("elif@masal.example", "0532 123 45 67")
    assert found_in("elif@masal.example, 0(532) 123 45 67, can@masal.example", public=public) == [
        (Personal.MAIL, "can@masal.example")
    ]
