import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portfolio.files.yamlfile import plain, read_yaml
from portfolio.i18n import (
    Locale,
    fold,
    is_right_to_left,
    is_written_leftwards,
    languages_in,
    missing_words,
    read_locale,
    spoken,
    upper,
)
from portfolio.model.dating import Dating, Precision
from portfolio.resources import templates_folder

MESSAGES = templates_folder() / "base" / "messages"
NARROW = "\N{NARROW NO-BREAK SPACE}"


def locale(language: str) -> Locale:
    return read_locale(language, [MESSAGES])


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("İIıi", "iiii"),
        ("Şehit İSKENDER ığdır", "sehit iskender igdir"),
        ("  Öğrenci\t çalışması ", "ogrenci calismasi"),
        ("Straße", "strasse"),
        ("ﬁnal №2", "final no2"),
        ("Łódź Ørsted Ærø", "lodz orsted aero"),
        ("ΔΉΜΟΣ", "δημοσ"),
    ],
)
def test_fold_compares_as_people_do(text: str, folded: str):
    assert fold(text) == folded


@given(st.text())
@example("İ")
@example("ŉ")
def test_fold_twice_is_fold_once(text: str):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="iıİIşŞğĞöÖabcABC "))
def test_fold_does_not_see_turkish_capitals(text: str):
    assert fold(upper(text, "tr")) == fold(text)


@pytest.mark.parametrize(
    ("language", "text", "capitals"),
    [
        ("tr", "ışıl ışıl ilkokul", "IŞIL IŞIL İLKOKUL"),
        ("az", "birinci", "BİRİNCİ"),
        ("en", "eTwinning is in", "ETWINNING IS IN"),
        ("el", "Δημοτικό Σχολείο Αθήνας προϊόν", "ΔΗΜΟΤΙΚΟ ΣΧΟΛΕΙΟ ΑΘΗΝΑΣ ΠΡΟΪΟΝ"),
        ("de", "Straße", "STRASSE"),
    ],
)
def test_capitals_follow_the_language(language: str, text: str, capitals: str):
    assert upper(text, language) == capitals


def test_brand_words_keep_their_letters():
    school = "Şehit İskender Ercan İlkokulu"
    assert locale("tr").upper("eTwinning ilkeleri") == "eTwinning İLKELERİ"
    assert locale("tr").upper(f"{school} misyonu", keep=[school]) == f"{school} MİSYONU"


@pytest.mark.parametrize(
    ("language", "day", "month", "period"),
    [
        ("en", "20 November 2026", "October 2025", "school year 2024–2025"),
        ("tr", "20 Kasım 2026", "Ekim 2025", "2024-2025 eğitim ve öğretim yılı"),
        ("sv", "20 november 2026", "oktober 2025", "läsåret 2024/2025"),
    ],
)
def test_dates_are_as_exact_as_they_are_known(language: str, day: str, month: str, period: str):
    def dating(first: date, last: date, precision: Precision) -> str:
        return locale(language).dating(Dating(first=first, last=last, precision=precision))

    assert dating(date(2026, 11, 20), date(2026, 11, 20), Precision.DAY) == day
    assert dating(date(2025, 10, 1), date(2025, 10, 31), Precision.MONTH) == month
    assert dating(date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR) == "2025"
    assert dating(date(2024, 9, 1), date(2025, 6, 30), Precision.PERIOD) == period


@pytest.mark.parametrize(
    ("language", "weekday", "month"),
    [("tr", "Pazar", "Mayıs 2027"), ("en", "Sunday", "May 2027"), ("sv", "söndag", "maj 2027")],
)
def test_a_day_has_its_weekday_and_its_month(language: str, weekday: str, month: str):
    day = date(2027, 5, 9)
    assert (locale(language).weekday(day), locale(language).month_and_year(day)) == (weekday, month)


def test_a_period_that_is_no_school_year_names_both_ends():
    dating = Dating(first=date(2025, 5, 5), last=date(2025, 5, 9), precision=Precision.PERIOD)
    assert locale("en").dating(dating) == "5 May 2025 – 9 May 2025"


def test_numbers_are_grouped():
    assert [locale(code).number(1234) for code in ("tr", "en", "sv")] == ["1.234", "1,234", f"1{NARROW}234"]
    assert locale("tr").number(999) == "999"


@pytest.mark.parametrize(("language", "said"), [("tr", "a, b"), ("ar", "a، b"), ("he", "a, b")])
def test_what_is_listed_has_the_language_s_comma_between(language, said):
    assert Locale(language=language, words={}).listed(["a", "", "b"]) == said


def test_words_go_with_their_number():
    assert [locale("en").count("kinds.photo.figure", n) for n in (0, 1, 2)] == ["photos", "photo", "photos"]
    assert locale("sv").count("kinds.photo.figure", 2) == "foton"
    assert locale("tr").count("register.intro", 1200).startswith("Bu dosya 1.200 kanıta")


def test_order_is_that_of_the_alphabet():
    turkish = ["cam", "çay", "dağ", "ışık", "izci", "ömür", "şeker", "zil"]
    assert sorted(turkish, key=locale("tr").sort_key) == turkish
    swedish = ["10 A", "Ek", "Zon", "Ågren", "Ärlig", "Öst"]
    assert sorted(swedish, key=locale("sv").sort_key) == swedish
    assert sorted(["Östersund", "Oslo", "Paris"], key=locale("en").sort_key) == ["Oslo", "Östersund", "Paris"]


def test_languages_are_named():
    assert locale("tr").language_name("sv") == "İsveççe"
    assert locale("en").language_name("fr-BE") == "French"
    assert locale("en").language_name("xx") == "xx"


def test_a_missing_word_falls_back_to_the_wider_language_and_the_parent_theme(tmp_path: Path):
    base, brand = tmp_path / "base", tmp_path / "brand"
    for folder, name, text in [
        (base, "en", "a: en\nb: en\nc: en\nd: en"),
        (base, "fr", "a: fr\nb: fr\nc: fr"),
        (base, "fr-BE", "a: belge"),
        (brand, "fr", "b: maison"),
    ]:
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    words = read_locale("fr-BE", [brand, base]).words
    assert words == {"a": "belge", "b": "maison", "c": "fr", "d": "en"}
    assert languages_in([brand, base]) == ("en", "fr", "fr-BE")


def holes(text):
    return set(re.findall(r"\{\w+\}", text))


@pytest.mark.parametrize("language", languages_in([MESSAGES]))
def test_every_shipped_language_is_complete(language):
    assert missing_words(language, [MESSAGES]) == ()
    english, words = locale("en").words, read_locale(language, [MESSAGES]).words
    assert [key for key, text in words.items() if not holes(text) <= holes(english[key])] == []


def test_a_new_language_is_one_file_and_what_it_lacks_is_named(tmp_path: Path):
    swedish = (MESSAGES / "sv.yaml").read_text(encoding="utf-8")
    assert "  contents: Innehåll" in swedish.replace('"', "")
    without = "".join(line for line in swedish.splitlines(keepends=True) if not line.startswith("  contents:"))
    (tmp_path / "nb.yaml").write_text(without, encoding="utf-8")
    assert missing_words("nb", [tmp_path, MESSAGES]) == ("bundle.contents", "document.contents")
    assert missing_words("nb-NO", [tmp_path, MESSAGES]) == ("bundle.contents", "document.contents")
    assert read_locale("nb", [tmp_path, MESSAGES]).word("document.contents") == locale("en").word("document.contents")
    assert len(missing_words("xx", [MESSAGES])) == len(locale("en").words)


def test_a_file_that_was_corrected_is_read_again(tmp_path: Path):
    for text in ("a: one", "a: other"):
        (tmp_path / "en.yaml").write_text(text, encoding="utf-8")
        assert read_locale("en", [tmp_path]).words == {"a": text[3:]}


@pytest.mark.parametrize(
    ("text", "leftwards"), [("Okul", False), ("12 مدرسة", True), ("Okul مدرسة", False), ("שלום", True), ("12", False)]
)
def test_where_a_text_begins(text, leftwards):
    assert is_right_to_left(text) is leftwards


def test_languages_that_are_written_from_the_right():
    assert [code for code in ("ar-EG", "az", "fa", "he", "tr") if is_written_leftwards(code)] == ["ar-EG", "fa", "he"]


def test_without_any_words_there_is_no_locale(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        read_locale("tr", [tmp_path])


def test_a_forgotten_value_is_an_error():
    with pytest.raises(KeyError):
        locale("en").word("label.held")


def keys(node: object, prefix: str = "") -> dict[str, str]:
    if not isinstance(node, dict):
        return {prefix: str(node)}
    return {key: text for part in node for key, text in keys(node[part], f"{prefix}.{part}".strip(".")).items()}


def test_a_wider_language_serves_then_english_then_any():
    assert spoken({"fr": "chat", "en": "cat"}, "fr-BE") == ("chat", "")
    assert spoken({"fr": "chat", "en": "cat"}, "sv") == ("cat", "en")
    assert spoken({"fr": "chat"}, "sv") == ("chat", "fr")
    with pytest.raises(LookupError):
        spoken({}, "sv")


@pytest.mark.parametrize("language", ["tr", "sv"])
def test_every_language_has_all_words_with_the_same_placeholders(language: str):
    english, other = (keys(plain(read_yaml(MESSAGES / f"{code}.yaml"))) for code in ("en", language))
    assert len(english) > 120
    assert other.keys() == english.keys()
    for key, text in english.items():
        assert placeholders(other[key]) == placeholders(text), key
        assert other[key], key


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{\w*\}", text))
