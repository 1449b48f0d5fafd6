"""The words of posters and plaques: complete in every language, and what a school corrects in them holds."""

import re
from datetime import date

import pytest

from portfolio.files.node import flat
from portfolio.files.yamlfile import read_yaml
from portfolio.framework import read_framework
from portfolio.i18n import primary, read_locale
from portfolio.model.dating import Dating, Precision
from portfolio.project import document_languages, sheet_languages
from portfolio.resources import templates_folder
from portfolio.sheetwords import is_unchecked, missing_sheet_words, sheet_word_folders
from portfolio.themes import load_theme
from portfolio.visibility.statements import read_eu_texts

BASE = templates_folder() / "base"
FILES = {path.stem: flat(read_yaml(path)) for path in sorted((BASE / "sheets").glob("*.yaml"))}
DOCUMENTS = {path.stem: flat(read_yaml(path)) for path in sorted((BASE / "messages").glob("*.yaml"))}
NAMES = {f"countries.{code}" for code in read_framework("etwinning-school", None).countries}
HOLE = re.compile(r"\{(\w+)\}")
LATIN = {"eTwinning", "School", "Label", "QR"}  # what is never translated


def words_of(language, pack=()):
    return read_locale(language, sheet_word_folders(load_theme("base", None), pack))


def test_every_language_of_the_statements_has_words(tmp_path):
    codes = read_eu_texts().keys()
    known = sheet_languages(tmp_path, "base")
    assert [code for code in codes if code not in known and primary(code) not in known] == []
    assert set(known) == FILES.keys() | DOCUMENTS.keys()
    assert FILES.keys().isdisjoint(DOCUMENTS)
    assert document_languages(tmp_path, "base") == tuple(sorted(DOCUMENTS))


@pytest.mark.parametrize("language", FILES)
def test_no_word_is_missing_or_too_many_or_blank(language):
    words = FILES[language]
    assert words.keys() == FILES["de"].keys()
    assert [key for key, text in words.items() if not text] == []
    assert {key for key in words if key.startswith("countries.")} == NAMES
    assert words["checked"] == "false"


def test_what_sheets_say_documents_say_too():
    plain = {key for key in FILES["de"].keys() - NAMES if not key.startswith(("checked", "dates.months_alone."))}
    for language, words in DOCUMENTS.items():
        assert plain - words.keys() == set(), language


@pytest.mark.parametrize("language", FILES)
def test_what_is_filled_in_is_the_same_in_every_language(language):
    english = DOCUMENTS["en"]
    for key in FILES[language].keys() & english.keys():
        assert set(HOLE.findall(FILES[language][key])) == set(HOLE.findall(english[key])), key


@pytest.mark.parametrize(
    "language", [code for code in FILES if code in ("el", "bg", "mk", "sr", "uk", "ka", "hy", "ar")]
)
def test_only_the_brand_is_in_other_letters(language):
    said = (text for key, text in FILES[language].items() if key not in NAMES | {"checked"})
    assert {word for text in said for word in re.findall(r"(?<!\{)\b[A-Za-z]+\b(?!\})", text)} <= LATIN


def test_a_language_with_a_region_has_the_words_of_the_one_without():
    assert words_of("ro-MD").word("label.claim") == words_of("ro").word("label.claim") == "Suntem o școală eTwinning"
    assert words_of("sr-Latn").word("label.claim") != words_of("sr").word("label.claim")


def test_what_is_a_name_is_the_same_everywhere():
    for language in FILES:
        assert words_of(language).word("label.held", years="2025-2026") == "eTwinning School 2025-2026"


def test_a_school_corrects_words_and_says_who_read_them(tmp_path):
    folder = tmp_path / "templates" / "bizim" / "sheets"
    folder.mkdir(parents=True)
    (folder.parent / "theme.yaml").write_text("parent: base\n")
    corrected = 'checked: Nokta, 2026-11-20\nlabel:\n  claim: "Είμαστε ένα σχολείο eTwinning"\n'
    (folder / "el.yaml").write_text(corrected, encoding="utf-8")
    pack = tmp_path / "messages"
    pack.mkdir()
    theme = load_theme("bizim", tmp_path)
    folders = sheet_word_folders(theme, [pack])
    assert folders == [folder, pack, BASE / "sheets", BASE / "messages"]
    greek = read_locale("el", folders)
    assert (is_unchecked(greek), is_unchecked(words_of("el")), is_unchecked(words_of("sv"))) == (False, True, False)
    assert greek.word("label.claim") == "Είμαστε ένα σχολείο eTwinning"
    assert greek.word("mission.section") == words_of("el").word("mission.section")
    assert "el" in sheet_languages(tmp_path, "bizim")


def test_what_a_language_lacks_is_counted_by_the_words_of_sheets_alone(tmp_path):
    (tmp_path / "nb.yaml").write_text("label: {claim: Vi er en eTwinning-skole}\n")
    folders = [tmp_path, *sheet_word_folders(load_theme("base", None), [])]
    lacking = missing_sheet_words("nb", folders)
    assert set(lacking) < FILES["de"].keys() - NAMES
    assert "label.claim" not in lacking
    for complete in (*FILES, *DOCUMENTS, "ro-MD", "de-AT", "en-IE"):
        assert missing_sheet_words(complete, folders) == (), complete


@pytest.mark.parametrize(
    ("language", "on_a_day", "alone"),
    [
        ("cs", "9. května 2026", "květen 2026"),
        ("el", "9 Μαΐου 2026", "Μάιος 2026"),
        ("hu", "2026. május 9.", "2026. május"),
        ("ka", "9 მაისი, 2026", "მაისი, 2026"),
        ("ar", "9 مايو 2026", "مايو 2026"),
        ("sv", "9 maj 2026", "maj 2026"),
    ],
)
def test_days_and_months(language, on_a_day, alone):
    words = words_of(language)
    assert words.date(date(2026, 5, 9)) == on_a_day
    day = date(2026, 5, 1)
    assert words.dating(Dating(first=day, last=date(2026, 5, 31), precision=Precision.MONTH)) == alone
