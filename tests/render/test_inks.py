"""Colours whose inks are known are written as these; all others stay what they are."""

import pikepdf
from pikepdf import Dictionary, Name

from portfolio.audit.inks import inks_in, inks_of
from portfolio.render.inks import set_inks


def page(content):
    pdf = pikepdf.new()
    blank = pdf.add_blank_page(page_size=(100, 100))
    blank.obj.Contents = pdf.make_stream(content)
    return pdf


def test_known_colours_are_inks_and_others_stay():
    pdf = page(b"0.121569 0.305882 0.611765 rg 0 0 9 9 re f 1 1 1 RG 0.5 0.5 0.5 rg 0 0 0 rg 1 0.8 0 rg 0 0.2 0.6 RG")
    set_inks(pdf, {"#1F4E9C": (0.9, 0.7, 0.0, 0.1), "#003399": (0.5, 0.5, 0.5, 0.5)})  # the emblem's are not a theme's
    assert inks_of(pdf) == {
        "DeviceCMYK": {(0.9, 0.7, 0, 0.1), (0, 0, 0, 0), (0, 0, 0, 1), (0, 0, 1, 0), (1, 0.8, 0, 0)},
        "DeviceRGB": {(0.5, 0.5, 0.5)},
    }


def test_drawings_and_patterns_too(tmp_path):
    pdf = page(b"/F Do /Pattern cs /P scn 0 0 9 9 re f")
    form, pattern = pdf.make_stream(b"1 1 1 rg 0 0 1 1 re f"), pdf.make_stream(b"0 0 0 rg 0 0 1 1 re f")
    form.update({"/Subtype": Name.Form, "/BBox": [0, 0, 1, 1]})
    pattern.update({"/PatternType": 1, "/BBox": [0, 0, 1, 1], "/XStep": 1, "/YStep": 1})
    pdf.pages[0].obj.Resources = Dictionary(
        XObject=Dictionary(F=pdf.make_indirect(form)), Pattern=Dictionary(P=pdf.make_indirect(pattern))
    )
    assert inks_of(pdf)["DeviceRGB"] == {(1, 1, 1), (0, 0, 0)}
    set_inks(pdf, {})
    pdf.save(tmp_path / "x.pdf")
    assert inks_in(tmp_path / "x.pdf")["DeviceCMYK"] == {(0, 0, 0, 0), (0, 0, 0, 1)}
    assert "DeviceRGB" not in inks_in(tmp_path / "x.pdf")
