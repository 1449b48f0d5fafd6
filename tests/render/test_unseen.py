"""What a PDF tells beside its pages is found wherever it is planted, with its page; what pages show is not."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, String
from render.awkward import framed, signed

from portfolio.render.unseen import Corner, Unseen, unseen_in

WORDS = "Ayla Kaya"


def noted(pdf, page, **keys):
    note = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([10, 10, 90, 30]), **keys))
    pdf.pages[page].obj["/Annots"] = Array([note])
    return pdf


def leading(action):
    return noted(framed(pages=2), 1, Subtype=Name.Link, A=action)


def bookmarked():
    pdf = framed()
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem(WORDS, 0))
    return pdf


def by_somebody():
    pdf = framed()
    pdf.docinfo["/Author"] = WORDS
    return pdf


def with_metadata():
    pdf = framed()
    pdf.Root["/Metadata"] = pdf.make_stream(f"<dc:creator>{WORDS}</dc:creator> uuid:05321234567-1".encode())
    return pdf


def with_field():
    pdf = framed()
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([pdf.make_indirect(Dictionary(FT=Name.Tx, V=WORDS, T="t"))]))
    return pdf


PLANTED = {
    "an address": (lambda: leading(Dictionary(S=Name.URI, URI="https://example.org/Ayla%20Kaya")), Corner.LINK, 2),
    "a file to start": (lambda: leading(Dictionary(S=Name.Launch, F=Dictionary(UF=WORDS))), Corner.LINK, 2),
    "what follows": (
        lambda: leading(Dictionary(S=Name.URI, URI="x", Next=Dictionary(S=Name.JavaScript, JS=WORDS))),
        Corner.LINK,
        2,
    ),
    "a note": (lambda: noted(framed(), 0, Subtype=Name.Text, Contents=WORDS), Corner.NOTE, 1),
    "its writer": (lambda: noted(framed(), 0, Subtype=Name.Highlight, T=WORDS), Corner.NOTE, 1),
    "a field": (with_field, Corner.PROPERTIES, 0),
    "a bookmark": (bookmarked, Corner.PROPERTIES, 0),
    "the author": (by_somebody, Corner.PROPERTIES, 0),
    "the metadata": (with_metadata, Corner.PROPERTIES, 0),
}


@pytest.mark.parametrize("what", PLANTED)
def test_it_is_found_where_it_stands(what):
    make, corner, page = PLANTED[what]
    (found,) = (each for each in unseen_in(make()) if WORDS in each.text)
    assert (found.corner, found.page) == (corner, page)


def test_numbers_that_only_count_copies_are_nobodys():
    (found,) = unseen_in(with_metadata())
    assert "0532" not in found.text


def test_what_pages_show_and_what_a_signature_is_made_of_is_not_asked():
    assert unseen_in(framed(text=WORDS)) == ()
    assert [each.text for each in unseen_in(signed())] == ["s"]


@pytest.mark.parametrize(
    ("address", "is_path"),
    [
        ("file:///C:/Users/kaya/plan.docx", True),
        ("C:\\Users\\kaya\\plan.docx", True),
        ("\\\\okul\\kaya\\plan.docx", True),
        ("/home/kaya/plan.odt", True),
        ("https://example.org/home/plan", False),
        ("mailto:okul@example.org", False),
        ("plan.pdf", False),
    ],
)
def test_a_link_into_somebodys_computer(address, is_path):
    assert Unseen(corner=Corner.LINK, page=1, text=address).is_path is is_path
    assert not Unseen(corner=Corner.NOTE, page=1, text=address).is_path


def test_a_tree_without_end_is_left():
    pdf = framed()
    pdf.Root["/Odd"] = pdf.make_indirect(Dictionary())
    pdf.Root.Odd["/More"] = Array([pdf.Root.Odd, String("once")])
    assert [each.text for each in unseen_in(pdf)] == ["once"]
    assert isinstance(pdf.Root.Odd, pikepdf.Dictionary)
