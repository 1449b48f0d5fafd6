import time
from pathlib import Path

import pytest
from scans import LINES, installed_tesseract, laid, page

from portfolio.files.picture import draw_upright
from portfolio.files.tesseract import (
    LANGUAGES,
    Tesseract,
    TesseractError,
    find_tesseract,
    installed_languages,
    read_image,
)


@pytest.fixture
def tesseract() -> Tesseract:
    return installed_tesseract()


def test_printed_text_is_read_with_its_turkish_letters(tesseract: Tesseract) -> None:
    assert read_image(page(*LINES), tesseract, "tur+eng", time.monotonic() + 60).split("\n") == list(LINES)


def test_a_page_on_its_side_is_read(tesseract: Tesseract) -> None:
    lines = read_image(page(*LINES, *LINES[2:]).rotate(90, expand=True), tesseract, "tur+eng", time.monotonic() + 60)
    assert "Elif Uçanhalı" in lines
    assert "Tarih: 13.06.2025" in lines


@pytest.mark.parametrize(("askew", "turned"), [(2, 0), (4, 0), (-4, 0), (7, 0), (4, 90), (-4, 270)])
def test_a_page_askew_is_read_like_a_straight_one(tesseract: Tesseract, askew: float, turned: int) -> None:
    told = (*LINES, *LINES[2:])
    picture = laid(page(*told), askew, turned)
    assert read_image(picture, tesseract, "tur+eng", time.monotonic() + 60).split("\n") == list(told)


def test_few_letters_and_drawings_are_no_text(tesseract: Tesseract) -> None:
    assert read_image(page("4-A"), tesseract, "tur+eng", time.monotonic() + 60) == ""
    assert read_image(page("~~~ /\\/\\/\\ ~~~", "| | | | |"), tesseract, "tur+eng", time.monotonic() + 60) == ""


def test_when_the_time_is_over_it_is_stopped(tesseract: Tesseract) -> None:
    with pytest.raises(TesseractError, match="too long"):
        read_image(page(*LINES), tesseract, "tur+eng", time.monotonic() - 1)


def test_languages_that_are_not_installed_are_left_out(tesseract: Tesseract) -> None:
    assert installed_languages(tesseract, "xx") == "eng"


def test_a_program_that_is_none_reads_nothing(tmp_path: Path) -> None:
    absent = Tesseract(program=str(tmp_path / "tesseract"), stamp="")
    with pytest.raises(TesseractError, match="could not be run"):
        installed_languages(absent, "tr")
    with pytest.raises(TesseractError, match="could not be run"):
        read_image(page("x"), absent, "tur+eng", time.monotonic() + 60)


def test_without_the_program_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    assert find_tesseract() is None


def test_every_language_has_a_name_of_three_letters() -> None:
    assert LANGUAGES["tr"] == "tur"
    assert {len(name) for name in LANGUAGES.values()} == {3}


def test_a_photo_is_drawn_upright_and_small(tmp_path: Path) -> None:
    path = tmp_path / "yan.jpg"
    exif = page().getexif()
    exif[0x0112] = 6
    page("x").save(path, exif=exif)
    assert draw_upright(path, 600).size == (400, 600)
