"""Stylesheets that many documents have are read once, and nothing about a document is another for that."""

import shutil
from pathlib import Path

import pytest

from portfolio.render.pdf import write_pdf
from portfolio.resources import templates_folder
from portfolio.themes import load_theme

PAGE = """<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>Deneme</title>
<link rel="stylesheet" href="theme:css/fonts.css">
<link rel="stylesheet" href="theme:css/text.css">
<style>@page {{ size: 80mm 40mm }}
:root {{ --text: #000; font-family: "Ubuntu", "Noto Sans", "Noto Sans Georgian" }}</style>
</head><body><h1>{text}</h1><p>Okul</p></body></html>"""


@pytest.mark.parametrize(("language", "text"), [("tr", "Açık gün"), ("ka", "ღია კარი"), ("tr", "Bakı, Azərbaycan")])
def test_a_document_is_the_same_with_stylesheets_read_before(tmp_path: Path, language: str, text: str) -> None:
    theme = load_theme("base", None)
    html = PAGE.format(language=language, text=text)
    files = [tmp_path / name for name in ("alone.pdf", "first.pdf", "second.pdf")]
    for file, shared in zip(files, (False, True, True), strict=True):
        assert write_pdf(html, file, theme=theme, files=(), shared=shared) == ()
    assert len({file.read_bytes() for file in files}) == 1


def test_what_is_wrong_with_a_stylesheet_is_said_of_every_document(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "ours"
    (own / "css").mkdir(parents=True)
    shutil.copy(templates_folder() / "base" / "css" / "text.css", own / "css" / "text.css")
    with (own / "css" / "text.css").open("a", encoding="utf-8") as css:
        css.write("p { nothing-like-this: 1 }\n")
    (own / "theme.yaml").write_text("parent: base\n", encoding="utf-8")
    theme = load_theme("ours", tmp_path)
    html = PAGE.format(language="tr", text="Açık gün")
    said = [write_pdf(html, tmp_path / f"{name}.pdf", theme=theme, files=(), shared=True) for name in ("a", "b")]
    assert [[problem.code for problem in each] for each in said] == [["pdf.warning"], ["pdf.warning"]]
