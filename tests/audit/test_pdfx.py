"""What may say that it is PDF/X-4, and each rule seen failing by a fault planted into such a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from printing import THEME, ordered_poster, press_profile, put_profile, sheet_order

from portfolio.audit.pdfx import RULES, judge_pdfx
from portfolio.build.printshop import for_press
from portfolio.files.icc import read_profile
from portfolio.model.sheet import Purpose
from portfolio.render.inks import set_inks
from portfolio.render.pdf import write_pdf
from portfolio.render.pdfx import VERSION, claim_pdfx, withdraw_pdfx
from portfolio.render.press import put_on_press, rewritten
from portfolio.render.sheets import sheet_html

Damage = Callable[[Pdf], None]
CLAIM = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    sheet = for_press(replace(ordered_poster(sheet_order(Purpose.PRINT, marks=True)), profile="press.icc"))
    path = folder / "poster.pdf"
    assert write_pdf(sheet_html(sheet, THEME, {}, {}), path, theme=THEME, files=()) == ()
    with rewritten(path, path, version=VERSION) as pdf:
        put_on_press(pdf, sheet.geometry)
        set_inks(pdf, THEME.cmyk)
        claim_pdfx(pdf, read_profile(put_profile(folder)), title=sheet.title, dated="2026-11-20")
    return path


def codes(path: Path) -> list[str]:
    found = judge_pdfx(path)
    assert all(problem.where and problem.where.file == path.name for problem in found)
    return [problem.code.removeprefix("pdfx.") for problem in found]


def page(pdf: Pdf) -> Dictionary:
    return pdf.pages[0].obj


def metadata_without(*keys: str) -> Damage:
    def damage(pdf: Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for key in keys:
                del metadata[key]

    return damage


def intent_without(key: str) -> Damage:
    def damage(pdf: Pdf) -> None:
        del pdf.Root.OutputIntents[0][key]

    return damage


def profile_of_a_screen(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.write(press_profile(kind=b"mntr"))


def web_page_as_profile(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.write(b"<!DOCTYPE html>")


def no_intent(pdf: Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def two_intents(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def trapping_unknown(pdf: Pdf) -> None:
    pdf.docinfo["/Trapped"] = Name.Unknown


def no_trim_box(pdf: Pdf) -> None:
    del page(pdf)["/TrimBox"]


def art_box(pdf: Pdf) -> None:
    page(pdf)["/ArtBox"] = page(pdf).TrimBox


def bleed_inside_the_trim(pdf: Pdf) -> None:
    page(pdf)["/BleedBox"] = Array([0, 0, 600, 1000])


def font_left_out(pdf: Pdf) -> None:
    font = next(iter(page(pdf).Resources.Font.values()))
    descriptor = font.DescendantFonts[0].FontDescriptor
    for key in [key for key in descriptor if key.startswith("/FontFile")]:
        del descriptor[key]


def rgb_of_no_kind(pdf: Pdf) -> None:
    del page(pdf).Resources.ColorSpace["/DefaultRGB"]


def picture_in_rgb_of_no_kind(pdf: Pdf) -> None:
    form = pdf.make_stream(b"/I Do")
    image = pdf.make_stream(b"\x80\x80\x80")
    image.update(
        {"/Subtype": Name.Image, "/Width": 1, "/Height": 1, "/ColorSpace": Name.DeviceRGB, "/BitsPerComponent": 8}
    )
    form.update(
        {"/Subtype": Name.Form, "/BBox": Array([0, 0, 1, 1]), "/Resources": Dictionary(XObject=Dictionary(I=image))}
    )
    page(pdf).Resources["/XObject"] = Dictionary(F=form)
    page(pdf).Contents.write(page(pdf).Contents.read_bytes() + b"\n/F Do\n")


def transparent_in_bare_rgb(pdf: Pdf) -> None:
    page(pdf)["/Group"] = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


def link(pdf: Pdf) -> None:
    page(pdf)["/Annots"] = Array([Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))])


def script(pdf: Pdf) -> None:
    pdf.Root["/Names"] = Dictionary(JavaScript=Dictionary())


def opening(pdf: Pdf) -> None:
    pdf.Root["/OpenAction"] = Dictionary(S=Name.GoTo)


def attached_file(pdf: Pdf) -> None:
    pdf.attachments["x.txt"] = b"x"


def replaced_picture(pdf: Pdf) -> None:
    form = pdf.make_stream(b"")
    form.update({"/Subtype": Name.Form, "/BBox": Array([0, 0, 1, 1]), "/OPI": Dictionary()})
    page(pdf).Resources["/XObject"] = Dictionary(F=form)


def transfer_curve(pdf: Pdf) -> None:
    page(pdf).Resources.ExtGState["/T"] = Dictionary(TR=Name.Identity)


FAULTS = [
    ("claim", metadata_without(CLAIM)),
    ("date", metadata_without("{http://ns.adobe.com/xap/1.0/}ModifyDate")),
    ("title", metadata_without("dc:title")),
    ("title", metadata_without("{http://ns.adobe.com/xap/1.0/mm/}DocumentID")),
    ("trapped", trapping_unknown),
    ("intent", no_intent),
    ("intent", two_intents),
    ("intent", intent_without("/Info")),
    ("intent", intent_without("/OutputConditionIdentifier")),
    ("intent", intent_without("/DestOutputProfile")),
    ("intent", profile_of_a_screen),
    ("intent", web_page_as_profile),
    ("boxes", no_trim_box),
    ("boxes", art_box),
    ("boxes", bleed_inside_the_trim),
    ("font", font_left_out),
    ("colours", rgb_of_no_kind),
    ("colours", picture_in_rgb_of_no_kind),
    ("colours", transparent_in_bare_rgb),
    ("action", link),
    ("action", script),
    ("action", opening),
    ("elsewhere", attached_file),
    ("elsewhere", replaced_picture),
    ("press", transfer_curve),
]


def test_a_print_file_with_a_profile_passes(sound: Path) -> None:
    assert codes(sound) == []


@pytest.mark.parametrize(("code", "damage"), FAULTS)
def test_a_planted_fault_is_found(code: str, damage: Damage, sound: Path, tmp_path: Path) -> None:
    with pikepdf.open(sound) as pdf:
        damage(pdf)
        pdf.save(tmp_path / "x.pdf", force_version="1.6")
    assert codes(tmp_path / "x.pdf") == [code]


def test_a_later_or_locked_file_is_found(sound: Path, tmp_path: Path) -> None:
    with pikepdf.open(sound) as pdf:
        pdf.save(tmp_path / "later.pdf", force_version="1.7")
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="", R=4))
    assert codes(tmp_path / "later.pdf") == ["file"]
    assert "file" in codes(tmp_path / "locked.pdf")


def test_what_is_no_pdf_fails(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_text("<html>")
    assert codes(tmp_path / "x.pdf") == ["unreadable"]


def test_every_rule_was_seen_failing() -> None:
    assert len({code for code, _ in FAULTS} | {"file"}) == len(RULES)


def test_a_withdrawn_claim_takes_the_profile_along_and_nothing_else(sound: Path, tmp_path: Path) -> None:
    copy = tmp_path / "poster.pdf"
    copy.write_bytes(sound.read_bytes())
    withdraw_pdfx(copy)
    with pikepdf.open(copy) as pdf, pikepdf.open(sound) as before:
        assert "/OutputIntents" not in pdf.Root
        assert CLAIM not in pdf.open_metadata()
        assert pdf.docinfo["/Title"] == before.docinfo["/Title"] != String("")
        assert page(pdf).Contents.read_bytes() == page(before).Contents.read_bytes()
