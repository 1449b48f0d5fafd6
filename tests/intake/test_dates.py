from datetime import date

import pytest

from portfolio.intake.dates import find_dating, machine_date, parse_dating, school_year
from portfolio.model.dating import Dating, Precision


def day(text: str, *, certain: bool = True) -> Dating:
    return Dating(
        first=date.fromisoformat(text), last=date.fromisoformat(text), precision=Precision.DAY, certain=certain
    )


def span(first: str, last: str, precision: Precision) -> Dating:
    return Dating(first=date.fromisoformat(first), last=date.fromisoformat(last), precision=precision)


SCHOOL_YEAR = span("2025-09-01", "2026-06-30", Precision.PERIOD)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("IMG_20250520_184543", day("2025-05-20")),
        ("IMG-20250523-WA0012", day("2025-05-23")),
        ("PXL_20250520_184543123", day("2025-05-20")),
        ("20250520184543", day("2025-05-20")),
        ("WhatsApp Image 2025-05-23 at 17.49", day("2025-05-23")),
        ("WhatsApp Görsel 2025-05-23 saat 17.49.12_1a2b3c", day("2025-05-23")),
        ("Ekran Görüntüsü 2021-02-10 21.11.34", day("2021-02-10")),
        ("signal-2025-05-20-18-45-43-123", day("2025-05-20")),
        ("photo_2025-05-20_18-45-43", day("2025-05-20")),
        ("FB_IMG_1747766743000", day("2025-05-20")),
        ("mmexport1747766743000", day("2025-05-20")),
        ("14.10.2025 toplantı", day("2025-10-14")),
        ("14_10_2025", day("2025-10-14")),
        ("05-04-2025", day("2025-04-05", certain=False)),
        ("14.10.25", day("2025-10-14", certain=False)),
        ("9 Mayıs 2025 eTwinning Günü", day("2025-05-09")),
        ("9-mayis-2025", day("2025-05-09")),
        ("eTwinning Day, May 9th, 2025", day("2025-05-09")),
        ("9 maj 2025", day("2025-05-09")),
        ("3rd October 2025", day("2025-10-03")),
        ("den 3:e oktober 2025", day("2025-10-03")),
        ("1er mars 2025", day("2025-03-01")),
        ("3rd of October 2025", day("2025-10-03")),
        ("20 de mayo de 2025", day("2025-05-20")),
        ("Ekim 2025 açık gün", span("2025-10-01", "2025-10-31", Precision.MONTH)),
        ("2025_Eylül", span("2025-09-01", "2025-09-30", Precision.MONTH)),
        ("2025-03 veli toplantısı", span("2025-03-01", "2025-03-31", Precision.MONTH)),
        ("ekim-kasım 2025", span("2025-10-01", "2025-11-30", Precision.PERIOD)),
        ("Ekim ve Kasım 2025", span("2025-10-01", "2025-11-30", Precision.PERIOD)),
        ("oct_nov_2025", span("2025-10-01", "2025-11-30", Precision.PERIOD)),
        ("2025 Ekim-Kasım", span("2025-10-01", "2025-11-30", Precision.PERIOD)),
        ("Aralık–Ocak 2026", span("2025-12-01", "2026-01-31", Precision.PERIOD)),
        ("5-9 Mayıs 2025 Erasmus", span("2025-05-05", "2025-05-09", Precision.PERIOD)),
        ("5-9_mayis_2025", span("2025-05-05", "2025-05-09", Precision.PERIOD)),
        ("5.–9. Mai 2025", span("2025-05-05", "2025-05-09", Precision.PERIOD)),
        ("May 5-9, 2025", span("2025-05-05", "2025-05-09", Precision.PERIOD)),
        ("28 Nisan - 2 Mayıs 2025", span("2025-04-28", "2025-05-02", Precision.PERIOD)),
        ("28 Aralık - 3 Ocak 2026", span("2025-12-28", "2026-01-03", Precision.PERIOD)),
        ("05-09.05.2025 gezi", span("2025-05-05", "2025-05-09", Precision.PERIOD)),
        ("28.4.-2.5.2025", span("2025-04-28", "2025-05-02", Precision.PERIOD)),
        ("2025-05-05_2025-05-09 Erasmus", span("2025-05-05", "2025-05-09", Precision.PERIOD)),
        ("20250505-20250509", span("2025-05-05", "2025-05-09", Precision.PERIOD)),
        ("5_9_mayis_2025", day("2025-05-09")),  # the 5 may be a class or a number
        ("9-5 Mayıs 2025", day("2025-05-05")),  # no run of days
        ("31-32 Mayıs 2025", span("2025-05-01", "2025-05-31", Precision.MONTH)),
        ("2025-2026 eylem planı", SCHOOL_YEAR),
        ("2025-26", SCHOOL_YEAR),
        ("erasmus-2025-proje", span("2025-01-01", "2025-12-31", Precision.YEAR)),
        ("2011-12", span("2011-12-01", "2011-12-31", Precision.MONTH)),
        ("IMG_2014", None),
        ("DSC02011", None),
        ("20250520123456789", None),  # a serial number that begins like a date has no valid time behind it
        ("2025-2030 stratejisi", span("2025-01-01", "2025-12-31", Precision.YEAR)),
        ("IMG_20251399", None),
        ("sürüm 1.2.12.4", None),
        ("Öğrenci çalışması", None),
        ("1024x2048", None),
        ("4-A ara 2025 tatili", span("2025-01-01", "2025-12-31", Precision.YEAR)),
        ("drive-download-20250601T101010Z-001", None),
        ("OneDrive_2025-06-01", None),
    ],
)
def test_dates_in_names(name: str, expected: Dating | None) -> None:
    assert find_dating(name, "TR") == expected


def test_the_country_decides_between_day_and_month() -> None:
    assert find_dating("05-04-2025", "US") == day("2025-05-04", certain=False)
    assert find_dating("25-04-2025", "US") == day("2025-04-25")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-05-20", day("2025-05-20")),
        ("20.05.2025", day("2025-05-20")),
        ("3/4/2025", day("2025-04-03", certain=False)),
        ("20 Mayıs 2025", day("2025-05-20")),
        ("Mayıs 2025", span("2025-05-01", "2025-05-31", Precision.MONTH)),
        ("05/2025", span("2025-05-01", "2025-05-31", Precision.MONTH)),
        ("2025", span("2025-01-01", "2025-12-31", Precision.YEAR)),
        ("2025-2026", SCHOOL_YEAR),
        ("2025/26", SCHOOL_YEAR),
        ("2025-05-20 – 2025-05-23", span("2025-05-20", "2025-05-23", Precision.PERIOD)),
        ("20.05.2025 - 23.05.2025", span("2025-05-20", "2025-05-23", Precision.PERIOD)),
        ("2025-05-20/2025-05-23", span("2025-05-20", "2025-05-23", Precision.PERIOD)),
        ("5-9 Mayıs 2025", span("2025-05-05", "2025-05-09", Precision.PERIOD)),
        ("5 to 9 May 2025", span("2025-05-05", "2025-05-09", Precision.PERIOD)),
        ("5–9.05.2025", span("2025-05-05", "2025-05-09", Precision.PERIOD)),
        ("Ekim – Kasım 2025", span("2025-10-01", "2025-11-30", Precision.PERIOD)),
        ("oktober till november 2025", span("2025-10-01", "2025-11-30", Precision.PERIOD)),
        ("2025-05-09T10:30", day("2025-05-09")),
        ("2025-05-09T10:30:00", day("2025-05-09")),
        ("2025-05-09 10:30", day("2025-05-09")),
        ("9 Mayıs 2025 10:30", day("2025-05-09")),
        ("09.05.2025 saat 10.30-12.00", day("2025-05-09", certain=False)),
        ("9 Mayıs 2025 Cuma", day("2025-05-09")),
        ("Cuma, 9 Mayıs 2025", day("2025-05-09")),
        ("Friday, 9 May 2025 at 10:30", day("2025-05-09")),
        ("9 Eki 2025", day("2025-10-09")),
        ("9 Mayıs 2025 Cuma günü, saat 10", day("2025-05-09")),
        ("den 9 maj 2025", day("2025-05-09")),
        ("fredagen den 9 maj 2025", day("2025-05-09")),
        ("9 maj 2025 kl. 10", day("2025-05-09")),
        ("le 9 mai 2025", day("2025-05-09")),
        ("Freitag, den 9. Mai 2025, um 10:30 Uhr", day("2025-05-09")),
        ("läsåret 2025/26", SCHOOL_YEAR),
        ("2025-2026 eğitim öğretim yılı", SCHOOL_YEAR),
        ("2025-2026 Eğitim-Öğretim Yılı", SCHOOL_YEAR),
        ("Ekim 2025 - Mayıs 2026", span("2025-10-01", "2026-05-31", Precision.PERIOD)),
        ("Ekim 2025-Mayıs 2026", span("2025-10-01", "2026-05-31", Precision.PERIOD)),
        ("oktober 2025 - maj 2026", span("2025-10-01", "2026-05-31", Precision.PERIOD)),
        ("15.10.2025-15.05.2026", span("2025-10-15", "2026-05-15", Precision.PERIOD)),
        ("9, 10 Mayıs 2025", span("2025-05-09", "2025-05-10", Precision.PERIOD)),
        ("9, 10 ve 11 Mayıs 2025", span("2025-05-09", "2025-05-11", Precision.PERIOD)),
        ("2025-2030", None),
        ("2025-13-01", None),
        ("2025-05-09 cumaya", None),
        ("4 ara 2", None),
        ("2025-05-23 – 2025-05-20", None),
        ("31.02.2025", None),
        ("geçen yaz", None),
        ("", None),
    ],
)
def test_dates_that_people_state(text: str, expected: Dating | None) -> None:
    assert parse_dating(text, "TR") == expected


def test_school_years_in_texts() -> None:
    assert school_year("Okul 2025-2026 yılında") == SCHOOL_YEAR
    assert school_year("2025-2030") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025:05:20 18:45:43", "2025-05-20"),
        ("2025-05-20T18:45:43+03:00", "2025-05-20"),
        ("D:20250520184543+03'00'", "2025-05-20"),
        ("2025-05", "2025-05"),
        ("2025", "2025"),
        ("0000:00:00 00:00:00", ""),
        ("1980:01:01 00:00:00", ""),
        ("", ""),
        ("    :  :     :  :  ", ""),
    ],
)
def test_dates_that_machines_write(text: str, expected: str) -> None:
    assert machine_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-2025 Kasım", span("2024-11-01", "2024-11-30", Precision.MONTH)),
        ("2024-2025 Ekim", span("2024-10-01", "2024-10-31", Precision.MONTH)),
        ("2024-2025_Mart", span("2025-03-01", "2025-03-31", Precision.MONTH)),
        ("2024/25 mars", span("2025-03-01", "2025-03-31", Precision.MONTH)),
        ("Mart 2024-2025", span("2025-03-01", "2025-03-31", Precision.MONTH)),
        ("Kasım 2024-2025", span("2024-11-01", "2024-11-30", Precision.MONTH)),
        ("2024-2025 29 Ekim", None),
    ],
)
def test_a_month_of_a_school_year(text: str, expected: Dating | None) -> None:
    assert parse_dating(text, "TR") == expected
    if expected:
        assert find_dating(f"{text} gezi", "TR") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5. ožujka 2025.", day("2025-03-05")),
        ("13.03.2025.", day("2025-03-13")),
        ("05.03.2025.", day("2025-03-05", certain=False)),
        ("ožujak 2025.", span("2025-03-01", "2025-03-31", Precision.MONTH)),
        ("2025.", span("2025-01-01", "2025-12-31", Precision.YEAR)),
        ("2025./2026.", SCHOOL_YEAR),
        ("školska godina 2025./2026.", SCHOOL_YEAR),
        ("2025./26.", SCHOOL_YEAR),
    ],
)
def test_dates_with_the_dot_of_an_ordinal_behind_the_year(text: str, expected: Dating) -> None:
    assert parse_dating(text, "HR") == expected


def test_a_school_year_with_dots_in_a_text() -> None:
    assert school_year("Školska godina: 2025./2026.") == SCHOOL_YEAR


@pytest.mark.parametrize(
    "name",
    ["oda1999", "cam2000", "MVI_2021", "2000 kişi", "2010 kişi", "n1990", "1999 gezi", "b2024", "2024x", "MOV 2015"],
)
def test_a_number_in_a_name_that_is_no_year(name: str) -> None:
    assert find_dating(name, "TR") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Doc 5 Haz 2025", day("2025-06-05")),
        ("5_Haz_2025 gezi", day("2025-06-05")),
        ("23052025", day("2025-05-23")),
        ("gezi_23052025", day("2025-05-23")),
        ("05042025", day("2025-04-05", certain=False)),
        ("230520251", None),
    ],
)
def test_short_months_and_days_without_signs_in_names(name: str, expected: Dating | None) -> None:
    assert find_dating(name, "TR") == expected


def test_a_day_with_slashes_and_a_short_year() -> None:
    assert parse_dating("5/4/25", "SE") == parse_dating("5/4/25", "IE") == day("2025-04-05", certain=False)
    assert parse_dating("5/4/25", "US") == day("2025-05-04", certain=False)
    assert parse_dating("25/4/25", "US") == day("2025-04-25", certain=False)
