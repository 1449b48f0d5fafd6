"""Which family sets which words, with the shipped fonts."""

import pytest

from portfolio.render.typefaces import Lack, Typefaces, class_typefaces, set_typefaces
from portfolio.themes import load_theme

FACES = Typefaces(load_theme("base", None))


def split(text):
    return [(stretch.text, stretch.family.removeprefix("Noto Sans ")) for stretch in FACES.stretches(text)]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("", []),
        ("Işıltı okulu – Αθήνα, Київ", [("Işıltı okulu – Αθήνα, Київ", "Ubuntu")]),
        ("Azərbaycan, Bakı (23)", [("Azərbaycan, Bakı (23)", "Noto Sans")]),  # all of it, for the sake of one letter
        ("Tbilisi: თბილისი", [("Tbilisi: ", "Ubuntu"), ("თბილისი", "Georgian")]),
        ("თბილისის 23-ე სკოლა.", [("თბილისის 23-ე სკოლა.", "Georgian")]),  # its digits come from the next family
        ("Երևանի դպրոց", [("Երևանի դպրոց", "Armenian")]),
        (
            "Okul مدرسة الأمل (تونس) 2025 ile (مدرسة).",
            [
                ("Okul ", "Ubuntu"),
                ("مدرسة الأمل (تونس)", "Arabic"),
                (" 2025 ile (", "Ubuntu"),
                ("مدرسة", "Arabic"),
                (").", "Ubuntu"),
            ],
        ),
        ("مدرسة eTwinning, 12.", [("مدرسة ", "Arabic"), ("eTwinning, 12.", "Ubuntu")]),
        ("中国 okulu", [("中国 okulu", "Ubuntu")]),  # nobody has it: no reason to set the rest otherwise
    ],
)
def test_words_are_set_whole(text, stretches):
    assert split(text) == stretches


def test_a_family_for_a_line_that_cannot_be_split():
    assert FACES.one_for(["Masalköy", "Malmö"]) == "Ubuntu"
    assert FACES.one_for(["Masalköy", "Bakı şəhəri"]) == "Noto Sans"
    assert FACES.order("Noto Sans")[:3] == ("Noto Sans", "Ubuntu", "Noto Sans Armenian")


def test_a_document_may_be_set_in_another_family_than_the_themes_first():
    faces = Typefaces(load_theme("base", None), "Noto Sans")
    assert faces.families[:2] == ("Noto Sans", "Ubuntu")
    assert faces.is_plain("Azərbaycan")


def test_in_a_browser_a_class_says_who_sets_a_word():
    html = '<title>ə</title><p title="ə">Bakı, Azərbaycan &amp; თ</p><svg><text>ə</text></svg>'
    assert class_typefaces(html, FACES) == (
        '<title>ə</title><p title="ə"><span class="family-2">Bakı, Azərbaycan &amp; </span>'
        '<span class="family-4">თ</span></p><svg><text>ə</text></svg>'
    )
    assert class_typefaces("<p>🎈 Işıltı</p>", FACES) == "<p>🎈 Işıltı</p>"


def test_an_ordinary_document_stays_as_it_is():
    html = '<p title="ə">Işıltı &amp; okulu</p>'.replace("ə", "e")
    assert set_typefaces(html, FACES) == (html, ())


def test_words_are_marked_where_another_family_sets_them_and_nowhere_else():
    html = '<title>ə</title><style>/* ə */</style><p class="x">A &lt;b&gt; &amp; c</p><p title="ə">ə &amp; თ</p>'
    marked, lacks = set_typefaces(html, FACES)
    assert lacks == ()
    assert marked.startswith('<title>ə</title><style>/* ə */</style><p class="x">A &lt;b&gt; &amp; c</p><p title="ə">')
    assert "<span style=\"font-family: 'Noto Sans', 'Ubuntu'" in marked
    assert "<span style=\"font-family: 'Noto Sans Georgian', 'Ubuntu'" in marked
    assert "&amp;</span>" in marked
    assert "> თ</span>" in marked  # behind a blank at a stretch's end the line would be broken too early
    assert "rtl" not in marked


def test_what_is_written_from_the_right_says_so_as_a_whole_where_it_begins_a_text():
    inside, _ = set_typefaces("<p>Okul مدرسة</p>", FACES)
    assert inside.count("direction: rtl") == 1
    whole, _ = set_typefaces("<p>مدرسة eTwinning</p>", FACES)
    assert whole.startswith(
        '<p><span style="overflow-wrap: normal; direction: rtl"><span style="font-family: \'Noto Sans Arabic\''
    )
    assert whole.endswith("eTwinning</span></p>")


def test_drawings_have_fonts_of_their_own():
    html = "<svg><text>ə</text></svg>"
    assert set_typefaces(html, FACES) == (html, ())


def test_signs_that_nobody_has_are_left_out_and_named_with_a_few_words_round_them():
    long = "önce " * 30
    html = f'<header data-section="Bahar 🎉" data-x="🎉"></header><p>{long}Yaşasın 👩‍🏫 bitti</p><p>中国</p>'
    marked, lacks = set_typefaces(html, FACES)
    assert 'data-section="Bahar "' in marked
    assert 'data-x="🎉"' in marked
    assert "Yaşasın  bitti" in marked
    assert "中国" in marked  # a font of the system may have letters
    assert lacks == (
        Lack(letters="🎉", text="Bahar 🎉"),
        Lack(letters="🏫👩", text="önce önce önce önce Yaşasın 👩‍🏫 bitti"),
        Lack(letters="中国", text="中国"),
    )
