"""Marks are read from PDFs as all kinds of programs write them."""

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from portfolio.audit.marks import read_marks
from portfolio.files.fault import FileFault
from portfolio.model.marks import Box

MM = 25.4 / 72
STAR = "0 10 m 2.2 3.1 l 9.5 3.1 l 3.6 -1.2 l 5.9 -8.1 l 0 -3.8 l -5.9 -8.1 l -3.6 -1.2 l -9.5 3.1 l -2.2 3.1 l h"


@pytest.fixture
def marks(tmp_path):
    """The marks of a page of 300 by 200 pt with this content."""

    def read(content, *, resources=None, **keys):
        pdf = Pdf.new()
        page = pdf.add_blank_page(page_size=(300, 200))
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Verdana,
            FirstChar=32,
            Widths=Array([500] * 224),
            Encoding=Dictionary(Differences=Array([65, Name.Aogonek, Name("/uni0130")])),
        )
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        for key, value in (resources(pdf) if resources else {}).items():
            page.obj.Resources[key] = value
        for key, value in keys.items():
            page.obj[f"/{key}"] = value
        page.obj.Contents = pdf.make_stream(content.encode("latin-1"))
        pdf.save(tmp_path / "x.pdf")
        return read_marks(tmp_path / "x.pdf").pages[0]

    return read


def rounded(box):
    return [round(value / MM, 2) for value in (box.left, box.top, box.right, box.bottom)]


def test_shapes_have_their_colours_and_their_place(marks):
    page = marks("0 0.2 0.6 rg 10 20 30 40 re f 0 1 1 0 K 5 w 0 0 m 10 0 l S 0.5 g 0 0 5 5 re B n")
    blue, line, grey = page.shapes
    assert (blue.fill, blue.stroke, rounded(blue.box)) == ((0, 0.2, 0.6), None, [10, 140, 40, 180])
    assert (line.fill, line.stroke) == (None, (0, 1, 1, 0))
    assert (grey.fill, grey.stroke) == ((0.5,), (0, 1, 1, 0))


def test_what_is_kept_and_cut_off_is_followed(marks):
    page = marks("q 2 0 0 2 10 10 cm 0 0 20 20 re W n 1 0 0 rg 10 10 50 50 re f Q 0 0 5 5 re f")
    assert [rounded(shape.box) for shape in page.shapes] == [[30, 150, 50, 170], [0, 195, 5, 200]]
    assert page.shapes[1].fill == (0,)


def test_a_turned_page_is_read_as_it_is_seen(marks):
    page = marks("10 20 30 40 re f", Rotate=90)
    assert (page.width, page.height) == pytest.approx((200 * MM, 300 * MM))
    assert rounded(page.shapes[0].box) == [20, 10, 60, 40]


def test_lengths_begin_at_the_trimmed_sheet(marks):
    page = marks("10 20 30 40 re f", TrimBox=Array([10, 10, 290, 190]))
    assert (page.width, page.height) == pytest.approx((280 * MM, 180 * MM))
    assert rounded(page.shapes[0].box) == [0, 130, 30, 170]


def test_letters_have_size_place_and_typeface(marks):
    (text,) = marks("BT /F1 10 Tf 1 0 0 1 20 50 Tm 0 0.2 0.6 rg (Ab) Tj ET").texts
    assert (text.text, text.font, text.slanted) == ("Ąb", "Verdana", False)
    assert text.size == pytest.approx(10 * MM)
    assert text.colour == (0, 0.2, 0.6)
    assert (text.box.left, text.box.right, text.baseline) == pytest.approx((20 * MM, 30 * MM, 150 * MM))


def test_the_pen_goes_on_behind_what_was_written(marks):
    texts = marks("BT /F1 10 Tf 12 TL 20 50 Td [(a) -500 (b)] TJ (c) Tj T* (d) ' 3 Tr (unseen) Tj ET").texts
    assert [(each.text, round(each.box.left / MM, 1), round(each.baseline / MM)) for each in texts] == [
        ("ab", 20, 150),
        ("c", 35, 150),
        ("d", 20, 174),
    ]


def test_letters_that_a_matrix_leans_are_slanted(marks):
    (text,) = marks("BT /F1 10 Tf 1 0 0.25 1 20 50 Tm (x) Tj ET").texts
    assert text.slanted


def test_a_drawing_inside_a_drawing_is_followed(marks):
    def resources(pdf):
        form = pdf.make_stream(b"0 0 10 10 re f")
        form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 5, 10])))
        form["/Matrix"] = Array([1, 0, 0, 1, 100, 0])
        return {"/XObject": Dictionary(D=form)}

    (shape,) = marks("2 0 0 2 0 0 cm /D Do", resources=resources).shapes
    assert rounded(shape.box) == [200, 180, 210, 200]


def test_a_drawing_that_draws_itself_ends(marks):
    def resources(pdf):
        form = pdf.make_indirect(pdf.make_stream(b"0 0 10 10 re f /D Do"))
        form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])))
        form["/Resources"] = Dictionary(XObject=Dictionary(D=form))
        return {"/XObject": Dictionary(D=form)}

    assert 1 < len(marks("/D Do", resources=resources).shapes) < 50


def test_colours_of_a_profile_count_as_those_of_its_kind_and_spot_colours_are_unknown(marks):
    def resources(pdf):
        profile = pdf.make_stream(b"")
        profile["/N"] = 3
        spot = Array([Name.Separation, Name("/PANTONE Reflex Blue C"), Name.DeviceCMYK, Dictionary()])
        return {"/ColorSpace": Dictionary(P=Array([Name.ICCBased, profile]), S=spot)}

    first, second = marks("/P cs 0 0.2 0.6 sc 0 0 1 1 re f /S cs 1 scn 0 0 1 1 re f", resources=resources).shapes
    assert (first.fill, second.fill) == ((0, 0.2, 0.6), ())


def stars(count, more=""):
    places = " ".join(f"q 1 0 0 1 {25 * at + 20} 100 cm {STAR} f Q" for at in range(count))
    return f"0 0.2 0.6 rg 0 60 300 80 re f 1 0.8 0 rg {places} {more}"


def test_stars_in_a_row_of_paths_are_one_emblem(marks):
    (emblem,) = marks(stars(11)).emblems
    assert (len(emblem.stars), emblem.colour, emblem.star_colour) == (11, (0, 0.2, 0.6), (1, 0.8, 0))
    assert rounded(emblem.box) == [0, 60, 300, 140]


def test_a_few_stars_are_none(marks):
    assert marks(stars(5)).emblems == ()


def test_a_picture_stands_where_its_matrix_puts_it(marks):
    def resources(pdf):
        picture = pdf.make_stream(b"\x00" * 12)
        picture.update(Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=2, Height=2))
        return {"/XObject": Dictionary(P=picture)}

    (picture,) = marks("q 30 0 0 20 100 50 cm /P Do Q", resources=resources).pictures
    assert (rounded(picture.box), picture.pixels, picture.seen) == ([100, 130, 130, 150], (2, 2), None)


def test_what_is_no_pdf_is_a_fault(tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"no PDF at all")
    with pytest.raises(FileFault):
        read_marks(tmp_path / "x.pdf")


@pytest.mark.parametrize("content", ["1 0 rg f", "10 10 re f", "BT (x) Tj ET", "/None Do", "Q Q q cm", "/F1 Tf"])
def test_a_content_with_faults_is_read_or_refused(content, marks):
    try:
        assert marks(content).emblems == ()
    except FileFault as fault:
        assert fault.code == "pdf.damaged"


def test_boxes():
    box, other = Box(0, 0, 10, 10), Box(13, 14, 20, 20)
    assert box.far_from(other) == 5
    assert not box.meets(other)
    assert box.grown(5).meets(other)
    assert box.cut(other).area == 0
