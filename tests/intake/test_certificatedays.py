from datetime import date

import pytest

from portfolio.intake.certificatedays import Days, days_in


def given(text: str) -> str:
    return days_in(text, "TR").given


@pytest.mark.parametrize(
    ("text", "day", "until"),
    [
        ("Date: 13.06.2025\nValid until: 13.06.2027", "13.06.2025", date(2027, 6, 13)),
        ("Date: 13.06.2025 - Valid until: 13.06.2027", "13.06.2025", date(2027, 6, 13)),
        ("Geçerlilik tarihi: 13.06.2027\n13 Haziran 2025", "13 Haziran 2025", date(2027, 6, 13)),
        ("13.06.2025 tarihinde verilmiştir, 13.06.2027 tarihine kadar geçerlidir", "13.06.2025", date(2027, 6, 13)),
        ("13.06.2027’ye kadar geçerlidir", "", date(2027, 6, 13)),
        ("Giltigt till 2027-06-13", "", date(2027, 6, 13)),
        ("Gültig bis 13.06.2027", "", date(2027, 6, 13)),
        ("Valable jusqu’au 13 juin 2027", "", date(2027, 6, 13)),
        ("Válido hasta 13/06/2027", "", date(2027, 6, 13)),
        ("Valido fino al 13/06/2027", "", date(2027, 6, 13)),
        ("Ważny do 13.06.2027", "", date(2027, 6, 13)),
        ("Valabil până la 13.06.2027", "", date(2027, 6, 13)),
        ("Ισχύει έως 13/06/2027", "", date(2027, 6, 13)),
        ("Válido até 13/06/2027", "", date(2027, 6, 13)),
        ("Vrijedi do 13.06.2027.", "", date(2027, 6, 13)),
        ("Son geçerlilik: 13.06.2027", "", date(2027, 6, 13)),
        (
            "Başlangıç: 13.06.2025 Bitiş: 14.06.2025 Geçerlilik bitiş tarihi: 13.06.2027",
            "13.06.2025 – 14.06.2025",
            date(2027, 6, 13),
        ),
        ("Geçerlilik başlangıç tarihi: 13.06.2025, geçerlilik bitiş tarihi: 13.06.2027", "", date(2027, 6, 13)),
        ("Bitiş tarihi: 13.06.2027", "", date(2027, 6, 13)),
        ("Valid until\n13.06.2027", "", date(2027, 6, 13)),
        ("Valid from 13.06.2025 to 13.06.2027", "", date(2027, 6, 13)),
        ("Valid from 13.06.2025", "", None),
    ],
)
def test_the_day_on_which_it_ends_is_not_the_day_it_was_given(text: str, day: str, until: date | None) -> None:
    found = days_in(text, "TR")
    assert (found.given, found.valid_until and found.valid_until.last) == (day, until)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("held on 3 June 2025\nIssued on 20 June 2025", "20 June 2025"),
        ("3 Haziran 2025 ve 5 Haziran 2025 günlerinde\nAnkara, 20 Haziran 2025", "20 Haziran 2025"),
        ("5 Mayıs 2025 – 9 Mayıs 2025\nAnkara, 20 Mayıs 2025", "20 Mayıs 2025"),
        ("attended from 5 May 2025 to 9 May 2025", "5 May 2025 to 9 May 2025"),
        ("held in June 2025 in Ankara", "June 2025"),
        ("on June 12, 2025", "June 12, 2025"),
        ("Fait à Lyon, le 12 juin 2025", "12 juin 2025"),
        ("12.06.2025’te", "12.06.2025"),
        ("10.11.2025 günü ve 12.11.2025 günü\nBelge 15 Kasım 2025 tarihinde verilmiştir.", "15 Kasım 2025"),
        ("10.11.2025 – 12.11.2025\nBu belge 15.11.2025 tarihinde düzenlenmiştir", "15.11.2025"),
        ("10 Kasım 2025 günü\nBu belge 15 Kasım 2025 tarihindeki seminere", ""),  # which?
        ("15 Kasım 2025 tarihinde verilen eğitim, 20 Kasım 2025", ""),
        ("Başlama: 10.11.2025  Bitiş: 12.11.2025", "10.11.2025 – 12.11.2025"),
        ("Başlama tarihi: 10.11.2025\nBitiş tarihi: 12.11.2025\nTarih: 15.11.2025", "15.11.2025"),
        ("Startdatum: 2025-11-10\nSlutdatum: 2025-11-12", "2025-11-10 – 2025-11-12"),
        ("Başlama: 12.11.2025 Bitiş: 10.11.2025", ""),  # no period
        ("from 05/04/2025 to 09/04/2025", "05/04/2025 to 09/04/2025"),
        ("10/11/2025-12/11/2025 tarihlerinde\nYazdırma tarihi: 05.01.2026", "10/11/2025-12/11/2025"),
        ("Printed on 05.01.2026", ""),
    ],
)
def test_the_day_of_issue_goes_before_the_event(text: str, day: str) -> None:
    assert given(text) == day


def test_a_doubtful_day_is_given_as_it_is_written() -> None:
    assert given("05/06/2025 tarihinde katılmıştır") == "05/06/2025"


@pytest.mark.parametrize(
    "text",
    [
        "on 3 June 2025 and on 5 June 2025",  # which?
        "Doğum tarihi: 12.06.2014",
        "2024-2025 öğretim yılında",
        "Belge no: 20250612",
        "© 2025",
        "",
    ],
)
def test_what_dates_no_certificate(text: str) -> None:
    assert days_in(text, "TR") == Days()


@pytest.mark.parametrize(
    "period", ["5-9 Mayıs 2025", "5 - 9 Mayıs 2025", "5 ile 9 Mayıs 2025", "28 Nisan - 2 Mayıs 2025"]
)
def test_the_end_of_a_period_is_never_taken_for_the_day(period: str) -> None:
    assert given(f"{period} tarihleri arasında") in ("", period)


def test_what_holds_from_a_day_to_a_day_is_valid_until_the_last_one() -> None:
    found = days_in("valid from 1 September 2024 to 31 August 2026", "TR").valid_until
    assert found is not None
    assert (found.first, found.last) == (date(2026, 8, 31), date(2026, 8, 31))
    assert days_in("Geçerlilik: 2025-2026\n15 Mart 2025", "TR").valid_until is None  # nobody says the day
