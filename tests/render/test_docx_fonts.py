"""Fonts of single runs in a Word document: which, with which letters, and so that Word finds them."""

import io
import re
import zipfile
from dataclasses import replace
from uuid import UUID

import pytest
from fontTools.ttLib import TTFont
from render.samples import empty_dossier

from portfolio.render.docx import write_docx
from portfolio.render.docx_fonts import letters_by_family, obfuscated
from portfolio.render.wordml import Markup
from portfolio.themes import load_theme

THEME = load_theme("base", None)
FONT = re.compile(r'<w:font w:name="([^"]+)">((?:(?!</w:font>).)*)</w:font>')
EMBEDDED = re.compile(r'<w:embed(\w+) r:id="([^"]+)" w:fontKey="\{([^}]+)\}" w:subsetted="1"/>')


def written(folder, school):
    dossier = empty_dossier("en")
    dossier = replace(dossier, cover=replace(dossier.cover, school=school))
    assert write_docx(dossier, THEME, {}, {}, folder / "x.docx") == ()
    with zipfile.ZipFile(folder / "x.docx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def fonts_in(parts):
    """The families that were added, with the font of each of their styles."""
    related = dict(
        re.findall(r'Id="([^"]+)"[^>]*? Target="([^"]+)"', parts["word/_rels/fontTable.xml.rels"].decode())
    ) | {
        name: target
        for target, name in re.findall(
            r'Target="([^"]+)"[^>]*? Id="([^"]+)"', parts["word/_rels/fontTable.xml.rels"].decode()
        )
    }
    return {
        family: {
            style: TTFont(io.BytesIO(obfuscated(parts[f"word/{related[name].removeprefix('/word/')}"], UUID(key))))
            for style, name, key in EMBEDDED.findall(styles)
        }
        for family, styles in FONT.findall(parts["word/fontTable.xml"].decode())
        if "subsetted" in styles
    }


def test_a_document_in_the_first_family_takes_nothing_along(tmp_path):
    assert fonts_in(written(tmp_path, "Okul")) == {}


@pytest.mark.parametrize(
    ("school", "family", "styles"),
    [
        ("مدرسة الأمل", "Noto Sans Arabic", {"Regular", "Bold"}),
        ("Azərbaycan", "Noto Sans", {"Regular", "Bold", "Italic", "BoldItalic"}),
    ],
)
def test_a_family_of_a_run_is_taken_along_with_its_letters(tmp_path, school, family, styles):
    parts = written(tmp_path, school)
    ((found, fonts),) = fonts_in(parts).items()
    assert (found, fonts.keys()) == (family, styles)
    for font in fonts.values():
        assert set(map(ord, school)) <= font.getBestCmap().keys()
        assert len(font.getBestCmap()) < 140
    assert b"fonts/own1.odttf" in parts["[Content_Types].xml"]
    assert parts == written(tmp_path, school), "the same bytes each time"


def test_letters_are_those_of_the_runs_that_name_a_family():
    run = '<w:r><w:rPr><w:rFonts w:ascii="{}" w:hAnsi="x"/><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    plain = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">z</w:t></w:r>'
    found = letters_by_family([Markup(plain + run.format("A", "b&amp;c") + plain), Markup(run.format("A", "d"))])
    assert found == {"A": set("b&cd")}
