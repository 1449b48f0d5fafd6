"""Foreign PDFs with something planted in each of their corners: it is gone, and the pages look the same."""

import hashlib
import io

import pikepdf
import pytest
from corpus import find_corpus, needs_corpus
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String
from PIL import Image
from render.foreign import SECRET, add_layer, add_note, add_picture, everything_in, jpeg, make_pdf, pages_of

from portfolio.model.problem import Severity
from portfolio.render.clean import Handling, Job, clean_all, clean_pdf

UNREADABLE = {"bos", "empty", "invalid", "issue-335a", "pages-loop", "poppler-395-0-fuzzed", "poppler-85140-0"}
UNREADABLE |= {"renamed-docx", "yarim-sertifika"}
FORMS = {"form_dd0293"}
LOCKED = {"libreoffice-writer-password", "r3-user-password"}
SIGNED = {"certificate-of-participation", "digitally-signed", "signed"}


def clean(tmp_path, pdf, *, title="", **saving):
    """Saves a planted PDF and cleans it: what came of it, the source and the target."""
    source, target = tmp_path / "source.pdf", tmp_path / "target.pdf"
    if isinstance(pdf, Pdf):
        pdf.save(source, **saving)
    else:
        source.write_bytes(pdf)
    before = source.read_bytes()
    cleaned = clean_pdf(Job(source=source, target=target, shown="belge.pdf", title=title))
    assert source.read_bytes() == before
    return cleaned, source, target


def says(cleaned):
    return [(problem.code, problem.severity) for problem in cleaned.problems]


def assert_gone(tmp_path, pdf, *words):
    """What was planted is in the source and not in the target, whose pages look as they did."""
    cleaned, source, target = clean(tmp_path, pdf)
    assert cleaned.handling is Handling.CLEAN
    held, left = everything_in(source), everything_in(target)
    for word in words or (SECRET,):
        assert word.encode() in held
        assert word.encode() not in left
    assert pages_of(target) == pages_of(source)
    return target


def test_properties_and_xmp_go_wherever_they_stand(tmp_path):
    pdf = make_pdf("One", "Two")
    picture = add_picture(pdf, jpeg("nobody"))
    xmp = f"<x:xmpmeta><dc:creator>{SECRET}</dc:creator></x:xmpmeta>".encode()
    pdf.docinfo["/Author"] = SECRET
    pdf.docinfo["/Producer"] = f"{SECRET} office"
    font = pdf.pages[0].obj.Resources.Font.F1
    for home in (pdf.Root, pdf.pages[0].obj, picture, font):
        home["/Metadata"] = pdf.make_stream(xmp)
        home["/PieceInfo"] = Dictionary(Maker=Dictionary(Private=String(SECRET), LastModified=String("D:2026")))
    target = assert_gone(tmp_path, pdf)
    with pikepdf.open(target) as left:
        assert "/Info" not in left.trailer
        assert set(left.Root.keys()) == {"/Type", "/Pages"}


def test_a_title_that_is_given_is_set(tmp_path):
    pdf = make_pdf()
    pdf.docinfo["/Title"] = SECRET
    _, _, target = clean(tmp_path, pdf, title="Seminer belgesi – İğdeli")
    with pikepdf.open(target) as left:
        assert dict(left.docinfo.items()) == {"/Title": "Seminer belgesi – İğdeli"}


def test_where_and_by_whom_a_photo_was_taken_goes_with_its_pixels_untouched(tmp_path):
    pdf = make_pdf()
    add_picture(pdf, jpeg())
    target = assert_gone(tmp_path, pdf, SECRET, "Exif")
    with pikepdf.open(target) as left:
        assert left.pages[0].obj.Resources.XObject.Im1.Filter == Name.DCTDecode


def test_a_photo_packed_once_more_is_stripped_too(tmp_path):
    import zlib

    pdf = make_pdf()
    add_picture(pdf, zlib.compress(jpeg()), Filter=Array([Name.FlateDecode, Name.DCTDecode]))
    cleaned, source, target = clean(tmp_path, pdf)
    assert cleaned.handling is Handling.CLEAN
    assert SECRET.encode() not in everything_in(target)
    assert pages_of(target) == pages_of(source)
    with pikepdf.open(target) as left:
        assert left.pages[0].obj.Resources.XObject.Im1.Filter == Name.DCTDecode


def test_a_picture_from_which_nothing_can_be_taken_refuses_the_document(tmp_path):
    pdf = make_pdf()
    add_picture(pdf, b"no JPEG at all")
    cleaned, _, target = clean(tmp_path, pdf)
    assert says(cleaned) == [("pdf.uncleanable", Severity.ERROR)]
    assert not target.exists()


def test_attachments_go_from_the_document_and_from_its_pages(tmp_path):
    pdf = make_pdf()
    pdf.attachments["list.txt"] = pikepdf.AttachedFileSpec(pdf, f"{SECRET} 4-A".encode(), filename=f"{SECRET}.txt")
    inside = pdf.make_stream(SECRET.encode())
    add_note(pdf, "FileAttachment", FS=Dictionary(Type=Name.Filespec, F=f"{SECRET}.txt", EF=Dictionary(F=inside)))
    pdf.Root["/AF"] = Array([Dictionary(Type=Name.Filespec, F=f"{SECRET}.txt")])
    assert_gone(tmp_path, pdf, SECRET, "Filespec", "EmbeddedFile")


def test_scripts_and_actions_go(tmp_path):
    pdf = make_pdf()
    script = Dictionary(S=Name.JavaScript, JS=f"app.alert('{SECRET}')")
    pdf.Root["/OpenAction"] = script
    pdf.Root["/AA"] = Dictionary(WC=script)
    pdf.Root["/Names"] = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    pdf.pages[0].obj["/AA"] = Dictionary(O=script)
    for action in (
        Dictionary(S=Name.Launch, F=f"{SECRET}.exe"),
        Dictionary(S=Name.SubmitForm, F=f"https://example.org/{SECRET}"),
        Dictionary(S=Name.ImportData, F=f"{SECRET}.fdf"),
        Dictionary(S=Name.URI, URI=f"file:///home/{SECRET}"),
        Dictionary(S=Name.URI, URI=f"javascript:{SECRET}"),
        Dictionary(S=Name.GoToR, F=f"{SECRET}.pdf", D=Array([0, Name.Fit])),
    ):
        add_note(pdf, "Link", A=action, AA=Dictionary(E=script), Border=Array([0, 0, 0]))
    target = assert_gone(tmp_path, pdf, SECRET, "JavaScript", "Launch", "SubmitForm", "ImportData", "OpenAction")
    with pikepdf.open(target) as left:
        assert "/Annots" not in left.pages[0].obj


def test_links_that_people_follow_stay_without_what_was_said_of_them(tmp_path):
    pdf = make_pdf("One", "Two")
    border = Array([0, 0, 0])
    web = Dictionary(S=Name.URI, URI="https://example.org/", Next=Dictionary(S=Name.URI, URI=f"https://{SECRET}.org"))
    add_note(pdf, "Link", A=web, Contents=SECRET, NM=SECRET, Border=border)
    pdf.Root["/Dests"] = Dictionary(second=Array([pdf.pages[1].obj, Name.Fit]))
    add_note(pdf, "Link", A=Dictionary(S=Name.GoTo, D=Name.second), Border=border)
    target = assert_gone(tmp_path, pdf)
    with pikepdf.open(target) as left:
        outside, inside = left.pages[0].obj.Annots
        assert dict(outside.A.items()) == {"/S": Name.URI, "/URI": "https://example.org/"}
        assert inside.Dest[0].objgen == left.pages[1].obj.objgen


def test_notes_go_with_their_authors(tmp_path):
    pdf = make_pdf()
    popup = add_note(pdf, "Popup")
    add_note(pdf, "Text", T=SECRET, Contents=f"{SECRET} was absent", Popup=popup)
    cleaned, source, target = clean(tmp_path, pdf)
    assert cleaned.problems == ()
    assert SECRET.encode() in everything_in(source)
    assert SECRET.encode() not in everything_in(target)


def test_what_is_drawn_on_a_page_is_burnt_in_and_tells_no_author(tmp_path):
    pdf = make_pdf()
    add_note(pdf, "Highlight", look="1 1 0 rg 0 0 40 40 re f", T=SECRET, Contents=SECRET, QuadPoints=Array([0] * 8))
    add_note(pdf, "Ink", look="0 0 40 40 re f", T=SECRET, NM=SECRET, M="D:2026", InkList=Array([]))
    target = assert_gone(tmp_path, pdf)
    with pikepdf.open(target) as left:
        assert "/Annots" not in left.pages[0].obj


def test_what_covers_stays_whatever_its_flags_say_of_unknown_kinds(tmp_path):
    pdf = make_pdf("name below")
    add_note(pdf, "Square", look="0 0 40 40 re f", F=1)
    _, source, target = clean(tmp_path, pdf)
    assert pages_of(target) == pages_of(source)
    assert pages_of(target)[0][2].count(b"\x00\x00\x00") > 1000


@pytest.mark.parametrize("value", [Array([1]), String("x"), Name.X, Dictionary(), 2**40, True])
@pytest.mark.parametrize("place", ["Annots", "Contents", "Resources", "Group", "Rotate"])
def test_what_is_of_another_kind_than_it_should_be_stops_nothing(tmp_path, place, value):
    pdf = make_pdf()
    pdf.pages[0].obj[f"/{place}"] = value
    cleaned, _, _ = clean(tmp_path, pdf)
    assert cleaned.handling in (Handling.CLEAN, Handling.REFUSED)


@pytest.mark.parametrize("place", ["Resources", "Group"])
def test_what_is_no_dictionary_where_one_belongs_is_not_kept(tmp_path, place):
    pdf = make_pdf()
    pdf.pages[0].obj[f"/{place}"] = Array([Dictionary(Subtype=Name.Widget, V=String(SECRET))])
    cleaned, _, target = clean(tmp_path, pdf)
    assert cleaned.handling is Handling.CLEAN
    assert SECRET.encode() not in everything_in(target)


def test_forms_in_forms_without_end_are_refused(tmp_path):
    pdf = make_pdf()
    inner = None
    for _ in range(3000):
        form = pdf.make_stream(b"/In Do" if inner is not None else b"")
        form["/Subtype"], form["/BBox"] = Name.Form, Array([0, 0, 1, 1])
        form["/Resources"] = Dictionary(XObject=Dictionary(In=inner)) if inner is not None else Dictionary()
        inner = form
    pdf.pages[0].obj.Resources["/XObject"] = Dictionary(In=inner)
    pdf.pages[0].contents_add(b"/In Do")
    cleaned, _, _ = clean(tmp_path, pdf)
    assert says(cleaned) == [("pdf.uncleanable", Severity.ERROR)]


def test_a_drawing_may_cover_something_and_that_is_said(tmp_path):
    pdf = make_pdf(SECRET)
    add_note(pdf, "Square", look="0 0 40 40 re f")
    cleaned, _, _ = clean(tmp_path, pdf)
    assert says(cleaned) == [("pdf.drawn-over", Severity.WARNING)]


@pytest.mark.parametrize(
    ("kind", "code"),
    [("Redact", "pdf.redaction"), ("Square", "pdf.uncleanable"), ("Highlight", "pdf.uncleanable")],
)
def test_what_would_be_seen_again_refuses_the_document(tmp_path, kind, code):
    pdf = make_pdf(SECRET)
    add_note(pdf, kind, IC=Array([0, 0, 0]))
    cleaned, _, target = clean(tmp_path, pdf)
    assert says(cleaned) == [(code, Severity.ERROR)]
    assert not target.exists()


def test_an_older_version_of_the_document_is_not_kept(tmp_path):
    source = tmp_path / "source.pdf"
    with make_pdf(SECRET) as pdf:
        pdf.save(source, compress_streams=False)
    old = source.read_bytes()
    contents = old.index(b"stream\nBT")
    number = int(old[: old.rindex(b" 0 obj", 0, contents)].rsplit(b"\n", 1)[-1])
    text = b"BT /F1 18 Tf 20 150 Td (A. B.) Tj ET\n"
    at = len(old)
    body = b"%d 0 obj\n<< /Length %d >>\nstream\n%sendstream\nendobj\n" % (number, len(text), text)
    start = int(old.rsplit(b"startxref\n", 1)[1].split()[0])
    with pikepdf.open(source) as pdf:
        size, root = int(pdf.trailer.Size), pdf.Root.objgen[0]
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, at)
    trailer = b"trailer << /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        root,
        start,
        at + len(body),
    )
    target = assert_gone(tmp_path, old + body + table + trailer)
    assert b"(A. B.)" in everything_in(target)
    assert target.read_bytes().count(b"%%EOF") == 1


def test_a_hidden_layer_goes_and_a_visible_one_stays(tmp_path):
    pdf = make_pdf("Class 4-A")
    drawn = f"BT /F1 14 Tf 1 0 0 1 30 100 Tm ({SECRET} 85 points) Tj ET 0 0 50 50 re f /Im1 Do"
    add_layer(pdf, drawn, hidden=True)
    add_layer(pdf, "BT /F1 14 Tf 120 90 Td (seen by all) Tj ET", hidden=False, name="L2")
    target = assert_gone(tmp_path, pdf, SECRET, "OCG")
    assert b"seen by all" in everything_in(target)


def test_a_picture_of_a_hidden_layer_goes_with_its_bytes(tmp_path):
    pdf = make_pdf()
    group = add_layer(pdf, "", hidden=True)
    add_picture(pdf, jpeg(), OC=group)
    target = assert_gone(tmp_path, pdf, SECRET, "DCTDecode")
    assert b"/Image" not in everything_in(target)


def test_hidden_paths_still_cut_and_hidden_lines_still_advance(tmp_path):
    pdf = make_pdf()
    hidden = f"/OC /L1 BDC 0 0 120 60 re W f 12 TL ({SECRET}) ' EMC (seen) '"
    add_layer(pdf, "", hidden=True)
    pdf.pages[0].contents_add(f"q BT /F1 14 Tf 20 90 Td {hidden} ET 0 0 300 200 re f Q".encode())
    target = assert_gone(tmp_path, pdf)
    assert b"seen" in everything_in(target)


def test_hidden_letters_that_move_visible_ones_refuse_the_document(tmp_path):
    pdf = make_pdf()
    add_layer(pdf, "", hidden=True)
    pdf.pages[0].contents_add(f"BT /F1 14 Tf 20 90 Td /OC /L1 BDC ({SECRET}) Tj EMC (seen) Tj ET".encode())
    cleaned, _, _ = clean(tmp_path, pdf)
    assert says(cleaned) == [("pdf.uncleanable", Severity.ERROR)]


@pytest.mark.parametrize(
    ("membership", "hidden"),
    [
        (lambda on, off: Dictionary(Type=Name.OCMD, OCGs=Array([on, off])), False),
        (lambda on, off: Dictionary(Type=Name.OCMD, OCGs=Array([on, off]), P=Name.AllOn), True),
        (lambda on, off: Dictionary(Type=Name.OCMD, OCGs=Array([on, off]), P=Name.AnyOff), False),
        (lambda _, off: Dictionary(Type=Name.OCMD, OCGs=off), True),
        (lambda on, _: Dictionary(Type=Name.OCMD, OCGs=Array([on]), P=Name.AllOff), True),
        (lambda on, _: Dictionary(Type=Name.OCMD, VE=Array([Name.Not, on])), True),
        (lambda _, off: Dictionary(Type=Name.OCMD, VE=Array([Name.Or, off, Array([Name.Not, off])])), False),
        (lambda on, off: Dictionary(Type=Name.OCMD, VE=Array([Name.And, on, off])), True),
    ],
)
def test_a_membership_hides_by_its_policy_or_expression(tmp_path, membership, hidden):
    pdf = make_pdf()
    on, off = (add_layer(pdf, "", hidden=state, name=name) for state, name in ((False, "L1"), (True, "L2")))
    pdf.pages[0].obj.Resources.Properties["/L3"] = pdf.make_indirect(membership(on, off))
    pdf.pages[0].contents_add(b"/OC /L3 BDC BT /F1 14 Tf 20 90 Td (a member) Tj ET EMC")
    cleaned, source, target = clean(tmp_path, pdf)
    assert cleaned.handling is Handling.CLEAN
    assert (b"a member" not in everything_in(target)) is hidden
    assert pages_of(target) == pages_of(source)


def test_comments_and_words_on_marked_content_go_from_the_content(tmp_path):
    pdf = make_pdf()
    content = f"% drawn by {SECRET}\n/Figure <</Alt (photo of {SECRET}) /MCID 0>> BDC 10 10 20 20 re f EMC\n"
    pdf.pages[0].contents_add(content.encode())
    pdf.Root["/StructTreeRoot"] = Dictionary(Type=Name.StructTreeRoot, K=Dictionary(S=Name.Figure, Alt=SECRET))
    pdf.Root["/MarkInfo"] = Dictionary(Marked=True)
    target = assert_gone(tmp_path, pdf)
    assert b"/MCID 0" in everything_in(target)


def test_thumbnails_and_pictures_that_no_page_draws_go(tmp_path):
    pdf = make_pdf()
    album = pdf.make_stream(jpeg())
    for key, value in (("Subtype", Name.Image), ("Width", 9), ("Height", 9), ("Filter", Name.DCTDecode)):
        album[f"/{key}"] = value
    pdf.pages[0].obj.Resources["/XObject"] = Dictionary(Other=album)
    pdf.pages[0].obj["/Thumb"] = album
    assert_gone(tmp_path, pdf, SECRET, "DCTDecode")


def test_what_stands_in_a_form_stays_as_it_is_seen_and_its_fields_go(tmp_path):
    pdf = make_pdf()
    seen = add_note(pdf, "Widget", look="0 1 0 rg 5 5 30 30 re f", FT=Name.Tx, T=f"child {SECRET}", V=SECRET)
    hidden = add_note(pdf, "Widget", look="0 0 40 40 re f", FT=Name.Tx, T="identity", V=f"{SECRET} 1", F=2)
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([seen, hidden]), NeedAppearances=True)
    cleaned, source, target = clean(tmp_path, pdf)
    assert cleaned.problems == ()
    assert SECRET.encode() not in everything_in(target)
    seen_before, seen_after = pages_of(source), pages_of(target)
    assert seen_after[0][:2] == seen_before[0][:2]
    assert b"\x00\xff\x00" * 10 in seen_after[0][2]
    with pikepdf.open(target) as left:
        assert "/AcroForm" not in left.Root


def test_a_field_that_never_showed_its_value_is_named(tmp_path):
    pdf = make_pdf()
    field = add_note(pdf, "Widget", FT=Name.Tx, T="x", V=SECRET)
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([field]), NeedAppearances=True)
    cleaned, _, target = clean(tmp_path, pdf)
    assert says(cleaned) == [("pdf.fields-lost", Severity.WARNING)]
    assert SECRET.encode() not in everything_in(target)


def test_bookmarks_go_and_pages_keep_their_numbers(tmp_path):
    pdf = make_pdf("One", "Two", "Three")
    with pdf.open_outline() as outline:
        outline.root += [OutlineItem(SECRET, 1)]
    label = Dictionary(S=Name.r, St=3, P=String(SECRET), Private=String(SECRET))
    pdf.Root["/PageLabels"] = Dictionary(Nums=Array([0, label]))
    pdf.Root["/Lang"] = String("tr-TR")
    target = assert_gone(tmp_path, pdf)
    with pikepdf.open(target) as left:
        assert "/Outlines" not in left.Root
        assert [page.label for page in left.pages] == ["iii", "iv", "v"]
        assert str(left.Root.Lang) == "tr-TR"


def test_the_same_input_gives_the_same_bytes_in_any_folder(tmp_path):
    digests = set()
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        pdf = make_pdf("One", "Two")
        pdf.trailer["/ID"] = Array([String(SECRET), String(SECRET)])
        add_picture(pdf, jpeg())
        _, _, target = clean(tmp_path / name, pdf, static_id=True)
        assert SECRET.encode() not in everything_in(target)
        digests.add(hashlib.sha256(target.read_bytes()).hexdigest())
    assert len(digests) == 1


def test_what_a_page_has_from_those_above_it_stays(tmp_path):
    pdf = make_pdf("One", "Two")
    for key, value in (
        ("/MediaBox", Array([0, 0, 300, 200])),
        ("/Rotate", 90),
        ("/CropBox", Array([10, 10, 200, 190])),
    ):
        for page in pdf.pages:
            if key in page.obj:
                del page.obj[key]
        pdf.Root.Pages[key] = value
    pdf.Root.Pages["/Title"] = String(SECRET)
    cleaned, source, target = clean(tmp_path, pdf)
    assert cleaned.handling is Handling.CLEAN
    assert SECRET.encode() not in everything_in(target)
    for (size, boxes, pixels), (size_before, _, pixels_before) in zip(pages_of(target), pages_of(source), strict=True):
        assert (size, pixels) == (size_before, pixels_before)
        assert boxes == ((0, 0, 300, 200), (10, 10, 200, 190), (10, 10, 200, 190), 90)


@pytest.mark.parametrize("signature", ["Sig", "DocTimeStamp"])
def test_a_signed_document_is_never_written(tmp_path, signature):
    pdf = make_pdf()
    signed = Dictionary(Type=Name(f"/{signature}"), ByteRange=Array([0, 1, 2, 3]), Contents=String("signature"))
    field = add_note(pdf, "Widget", FT=Name.Sig, T="s", V=signed)
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([field]), SigFlags=3)
    cleaned, _, target = clean(tmp_path, pdf)
    assert (cleaned.handling, cleaned.pages, cleaned.problems) == (Handling.SIGNED, 0, ())
    assert not target.exists()


def test_the_right_to_fill_a_form_is_no_signature(tmp_path):
    pdf = make_pdf()
    rights = pdf.make_indirect(Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Contents=String("rights")))
    pdf.Root["/Perms"] = Dictionary(UR3=rights)
    cleaned, _, _ = clean(tmp_path, pdf)
    assert cleaned.handling is Handling.CLEAN


def test_an_encrypted_document_that_opens_is_written_in_the_clear(tmp_path):
    pdf = make_pdf("readable")
    add_picture(pdf, jpeg())
    cleaned, source, target = clean(tmp_path, pdf, encryption=pikepdf.Encryption(owner="secret", user=""))
    assert cleaned.handling is Handling.CLEAN
    with pikepdf.open(target) as left:
        assert not left.is_encrypted
    assert SECRET.encode() not in everything_in(target)
    assert pages_of(target) == pages_of(source)


def test_too_many_pages_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("portfolio.render.clean.MAX_PAGES", 2)
    cleaned, _, _ = clean(tmp_path, make_pdf("1", "2", "3"))
    assert says(cleaned) == [("pdf.large", Severity.ERROR)]


def test_many_are_cleaned_at_once_and_one_that_fails_stops_no_other(tmp_path):
    make_pdf("whole").save(tmp_path / "whole.pdf")
    (tmp_path / "damaged.pdf").write_bytes(b"%PDF-1.7\nnothing")
    jobs = [
        Job(source=tmp_path / f"{name}.pdf", target=tmp_path / f"{name}.clean.pdf", shown=f"{name}.pdf")
        for name in ("damaged", "missing", "whole")
    ]
    ends = {job.shown: cleaned for job, cleaned in clean_all(jobs)}
    assert ends["whole.pdf"].handling is Handling.CLEAN
    assert says(ends["damaged.pdf"]) == [("pdf.damaged", Severity.ERROR)]
    assert says(ends["missing.pdf"]) == [("file.crashed", Severity.ERROR)]


@needs_corpus
def test_real_documents_look_the_same_and_tell_nothing(tmp_path):
    corpus = find_corpus()
    handled = {}
    for source in sorted([*corpus.glob("certificates/*.pdf"), *corpus.glob("hostile/*.pdf")]):
        target = tmp_path / source.name
        cleaned = clean_pdf(Job(source=source, target=target, shown=source.name))
        handled[source.stem] = cleaned.handling
        if cleaned.handling is Handling.CLEAN:
            looks = zip(pages_of(target), pages_of(source), strict=True)
            # The buttons of a form are drawn by the program that fills it, and are no part of the page.
            assert all(new[:2] == old[:2] and (new == old or source.stem in FORMS) for new, old in looks), source.name
            left = everything_in(target)
            for word in (b"/Metadata", b"/Author", b"/Producer", b"/EmbeddedFile", b"/JavaScript", b"/Widget"):
                assert word not in left, (source.name, word)
        else:
            assert not target.exists()
    by = {handling: {name for name, found in handled.items() if found is handling} for handling in Handling}
    assert by[Handling.SIGNED] == SIGNED
    assert by[Handling.REFUSED] == UNREADABLE | LOCKED
    assert len(by[Handling.CLEAN]) > 20


def test_nothing_stays_in_what_pages_draw_with_however_deep_it_lies(tmp_path):
    pdf = make_pdf()
    hidden = add_layer(pdf, "", hidden=True)
    box = Array([0, 0, 300, 200])
    told = Dictionary(Maker=Dictionary(Private=String(SECRET)))

    def form(content, **keys):
        drawn = pdf.make_stream(content)
        for key, value in {"Subtype": Name.Form, "BBox": box, "PieceInfo": told, **keys}.items():
            drawn[f"/{key}"] = value
        return pdf.make_indirect(drawn)

    text = f"% {SECRET}\n/OC /L1 BDC 0 0 90 90 re f EMC 0 0 1 rg 5 5 10 10 re f".encode()
    inner = form(text, Resources=Dictionary(Properties=Dictionary(L1=hidden)))
    outer = form(b"/In Do", Resources=Dictionary(XObject=Dictionary(In=inner)), Ref=Dictionary(F=SECRET))
    group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceGray, Made=String(SECRET))
    fade = form(f"% {SECRET}\n0.5 g 0 0 300 200 re f".encode(), Group=group)
    state = Dictionary(SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=fade))
    tile = form(f"% {SECRET}\n0 1 0 rg 0 0 4 4 re f".encode(), PatternType=1, PaintType=1, TilingType=1)
    tile["/XStep"], tile["/YStep"], tile["/BBox"], tile["/Resources"] = 8, 8, Array([0, 0, 8, 8]), Dictionary()
    glyph = pdf.make_stream(f"10 0 0 0 10 10 d1 % {SECRET}\n0 0 8 8 re f".encode())
    drawn = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 10, 10]), CharProcs=Dictionary(a=glyph)
    )
    drawn["/FontMatrix"], drawn["/FirstChar"], drawn["/LastChar"] = Array([0.1, 0, 0, 0.1, 0, 0]), 97, 97
    drawn["/Widths"], drawn["/Encoding"] = Array([10]), Dictionary(Differences=Array([97, Name.a]))
    drawn["/Note"] = String(SECRET)
    resources = pdf.pages[0].obj.Resources
    resources["/XObject"] = Dictionary(Out=outer, Gone=form(f"({SECRET})".encode(), OC=hidden))
    resources["/ExtGState"], resources["/Pattern"] = Dictionary(G1=state), Dictionary(P1=tile)
    resources.Font["/AF"] = pdf.make_indirect(drawn)
    pdf.pages[0].obj["/Group"] = Dictionary(Type=Name.Group, S=Name.Transparency, Made=String(SECRET))
    grey = io.BytesIO()
    Image.radial_gradient("L").save(grey, "JPEG", comment=SECRET.encode())
    soft = add_picture(pdf, grey.getvalue(), "Soft", ColorSpace=Name.DeviceGray)
    add_picture(pdf, jpeg("nobody"), SMask=soft, Alternates=Array([Dictionary(Image=soft, Note=String(SECRET))]))
    pdf.pages[0].contents_add(
        b"/Gone Do q /G1 gs /Out Do Q /Pattern cs /P1 scn 200 100 50 50 re f 0 g BT /AF 20 Tf 150 40 Td (a) Tj ET"
    )
    target = assert_gone(tmp_path, pdf, SECRET, "PieceInfo", "0 0 90 90 re")
    with pikepdf.open(target) as left:
        assert set(left.pages[0].obj.Resources.XObject.keys()) == {"/Out", "/Im1", "/Soft"}
        assert "/AF" in left.pages[0].obj.Resources.Font
