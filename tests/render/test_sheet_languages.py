"""A poster in every language of the EU's statements: one sheet, in the shipped fonts, its words there to be read."""

import unicodedata
from dataclasses import replace

import pypdfium2
import pytest
from compose.editions import edition_of, project
from pypdf import PdfReader

from portfolio.compose.poster import compose_poster
from portfolio.framework import read_framework
from portfolio.i18n import read_locale
from portfolio.model.clearance import Audience
from portfolio.model.project import Funding, FundingBasis
from portfolio.model.text import LocalText
from portfolio.render.pdf import write_pdf
from portfolio.render.poster import poster_html
from portfolio.sheetwords import sheet_word_folders
from portfolio.themes import load_theme
from portfolio.visibility.lockup import find_lockup
from portfolio.visibility.statements import read_eu_texts

THEME = load_theme("base", None)
PACK = read_framework("etwinning-school", None)
# Nine schools in letters of their own; everywhere else the one of fairy tales does.
SCHOOLS = {
    "el": ("3ο Δημοτικό Σχολείο Παραμυθούπολης", "GR", "Ελλάδα"),
    "bg": ("Училище „Приказка“", "BG", "България"),
    "uk": ("Казкова гімназія № 7 «Їжачок»", "UA", "Україна"),
    "ka": ("ზღაპრების 23-ე სკოლა", "GE", "საქართველო"),
    "hy": ("Հեքիաթների թիվ 8 դպրոց", "AM", "Հայաստան"),
    "az": ("Nağıl şəhəri 23 nömrəli məktəb", "AZ", "Azərbaycan"),
    "ar": ("مدرسة الحكايات رقم 12", "TN", "تونس"),
    "mt": ("Skola tal-Ħrejjef Ħaż-Żebbuġ", "MT", "Malta"),
    "is": ("Þórðarskóli", "IS", "Ísland"),
}
NOWHERE = ("Masalköy Işıltı İlkokulu", "", "")
SOME = ["en", "tr", "sv", "el", "ar", "ka"]
LANGUAGES = [pytest.param(code, marks=() if code in SOME else pytest.mark.slow) for code in read_eu_texts()]


def poster_in(language):
    name, country, _ = SCHOOLS.get(language, NOWHERE)
    confirmed = LocalText(texts=((language, read_eu_texts()[language].funded.text),))
    funding = Funding(basis=FundingBasis.LABEL, prescribed_by="Masal Destek Birimi", statement=confirmed)
    school = replace(project().school, name=name, country=country, city="")
    of = project(school=school, funding=funding)
    edition = edition_of(language=language, of=of, framework=PACK, audience=Audience.PRINT)
    lockup, problems = find_lockup(of.funding, of.label, language, today=edition.today)
    assert problems == ()
    locale = read_locale(language, sheet_word_folders(THEME, []))
    return compose_poster(replace(edition, locale=locale, lockup=lockup))


def bare(text):
    """A text as it can be found again: letters joined or not, without blanks, hyphens and marks of direction."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKC", text)
        if not letter.isspace() and unicodedata.category(letter) not in ("Cf", "Cc", "Pd") and letter != "\ufffe"
    )


def fonts_in(path):
    page = PdfReader(path).pages[0]
    return {str(font.get_object()["/BaseFont"]).partition("+")[2] for font in page["/Resources"]["/Font"].values()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_poster_is_set_in_every_language(language, tmp_path):
    poster, problems = poster_in(language)
    assert problems == ()
    path = tmp_path / "poster.pdf"
    assert write_pdf(poster_html(poster, THEME, {}), path, theme=THEME, files=()) == ()
    pdf = pypdfium2.PdfDocument(path)
    assert len(pdf) == 1
    told = bare(pdf[0].get_textpage().get_text_range())
    pdf.close()
    said = (poster.school, poster.place, poster.brand, poster.years, poster.claim, poster.mission_title)
    said += (poster.lockup.statement.text, *(entry.title.text for entry in poster.pillars))
    assert [word for text in said for word in text.split() if bare(word) not in told] == []
    assert {font for font in fonts_in(path) if not font.startswith(("Ubuntu", "Noto-Sans"))} == set()


@pytest.mark.parametrize("language", SCHOOLS)
def test_a_country_is_called_as_the_language_does(language):
    assert poster_in(language)[0].place == SCHOOLS[language][2]


def test_what_we_have_no_words_for_is_english_under_a_heading_in_the_language():
    poster, _ = poster_in("el")
    assert poster.mission_title == "Η αποστολή των σχολείων eTwinning"
    assert {run.language for paragraph in poster.mission for run in paragraph.runs} == {"en"}
    assert {(entry.title.language, entry.body.language) for entry in poster.pillars} == {("en", "en")}
