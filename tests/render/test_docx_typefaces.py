"""Runs of a Word document in the families that have their letters."""

from portfolio.render.docx_typefaces import set_typefaces
from portfolio.render.typefaces import Typefaces
from portfolio.render.wordml import join, paragraph, run
from portfolio.themes import load_theme

FACES = Typefaces(load_theme("base", None))


def test_ordinary_text_stays_as_it_is():
    markup = paragraph("Body", run("Işıltı\nokulu & bahçe", bold=True))
    assert set_typefaces(markup, FACES) is markup


def test_a_run_is_split_where_its_family_changes_and_keeps_its_look():
    markup = join(run("Okul"), run("Tbilisi & თბილისი\nson", style="Quiet", bold=True, language="tr-TR"))
    family = "Noto Sans Georgian"
    fonts = f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:cs="{family}"/>'
    before, after = '<w:rStyle w:val="Quiet"/>', '<w:b/><w:lang w:val="tr-TR"/>'
    assert set_typefaces(markup, FACES) == (
        '<w:r><w:t xml:space="preserve">Okul</w:t></w:r>'
        f'<w:r><w:rPr>{before}{after}</w:rPr><w:t xml:space="preserve">Tbilisi &amp; </w:t></w:r>'
        f'<w:r><w:rPr>{before}{fonts}{after}</w:rPr><w:t xml:space="preserve">თბილისი</w:t></w:r>'
        f"<w:r><w:rPr>{before}{after}</w:rPr><w:br/></w:r>"
        f'<w:r><w:rPr>{before}{after}</w:rPr><w:t xml:space="preserve">son</w:t></w:r>'
    )


def test_what_is_written_from_the_right_says_so():
    made = set_typefaces(run("مدرسة", bold=True, language="ar-EG"), FACES)
    assert '<w:b/><w:bCs/><w:rtl/><w:lang w:val="ar-EG"/></w:rPr>' in made


def test_a_paragraph_that_begins_at_the_right_is_turned_before_its_indents():
    one = paragraph("Body", run("مدرسة eTwinning"), tint="#EEEEEE", align="center")
    other = paragraph("Body", run("Okul مدرسة"))
    made = set_typefaces(join(one, other), FACES)
    assert '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/><w:bidi/><w:jc w:val="center"/></w:pPr>' in made
    assert made.count("<w:bidi/>") == 1


def test_signs_stay_for_word_finds_a_font_for_them():
    assert set_typefaces(run("Yaşasın 🎉"), FACES) == run("Yaşasın 🎉")
