import pytest

from portfolio.intake.titles import is_title, mended, title_in


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("2025-05-09_acik-gun", "acik gun"),
        ("Açık gün (2)", "Açık gün"),
        ("Öğretmenler Kurulu tutanağı 14.10.2025", "Öğretmenler Kurulu tutanağı"),
        ("eTwinning eylem planı 2026-2027", "eTwinning eylem planı 2026-2027"),
        ("e-Güvenlik politikası", "e-Güvenlik politikası"),
        ("Seminer belgesi - Elif", "Seminer belgesi - Elif"),
        ("IMG_20250509_101010 (1)", ""),
        ("DSC00417", ""),
        ("MVI_2021", ""),
        ("WhatsApp Image 2025-05-23 at 17.49", ""),
        ("Ekran Görüntüsü 2021-02-10 21.11.34", ""),
        ("a1b2c3d4-5566-7788-99aa-bbccddeeff00", ""),
        ("taranmış belge", ""),
        ("WhatsApp Görsel 2025-11-21 saat 10.32.45_abc", ""),
        ("WhatsApp-bild 2025-11-21 kl. 10.32.45_0fd3a1b2", ""),
        ("WhatsApp Görsel 2025-11-21 saat 10.32.45 Bahçe", "WhatsApp Görsel saat Bahçe"),
        ("3-B", ""),
        ("yalniz (conflicted copy 2025-05-09)", "yalniz"),
        ("Açık gün (Elif's conflicted copy 2025-05-09 101112)", "Açık gün"),
        ("erasmus-2025-05-09-banner", "erasmus banner"),
        ("gezi (2025-05-09)", "gezi"),
        ("gezi (bahçe, 2025-05-09)", "gezi (bahçe)"),
        ("gezi 2025-05-09 - bahçe", "gezi - bahçe"),
        ("Açık gün (4-A)", "Açık gün (4-A)"),
    ],
)
def test_names_that_people_gave_are_titles_and_those_of_devices_are_not(stem: str, expected: str) -> None:
    assert title_in(stem) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Açık gün", True),
        ("OLYMPUS DIGITAL CAMERA", False),
        ("Microsoft Word - rapor.docx", False),
        ("rapor.pdf", False),
        ("untitled", False),
        ("Created with GIMP", False),
        ("123", False),
    ],
)
def test_what_programs_write_by_themselves_is_no_title(text: str, expected: bool) -> None:
    assert is_title(text) is expected


def test_what_had_to_be_escaped_in_a_name_is_no_part_of_its_title() -> None:
    assert title_in("satır<U+000A>sonu<FE>") == "satır sonu"


def test_a_title_whose_letters_were_lost_is_none_and_a_garbled_one_is_mended() -> None:
    assert mended("Ay?e Y?lmaz") == ""
    assert mended("Ay\N{REPLACEMENT CHARACTER}e") == ""
    assert mended("AyÅŸe YÄ±lmaz") == "Ayşe Yılmaz"
    assert mended("BahÃ§ede 3-A") == "Bahçede 3-A"
    assert mended("Neden? Nasıl?") == "Neden? Nasıl?"
    assert mended("https://a.org/?a=1") == "https://a.org/?a=1"
    assert mended("Skåne på våren, Ângela") == "Skåne på våren, Ângela"
