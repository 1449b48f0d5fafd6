"""Pictures that reach beyond what is seen of a page: what lies outside is in the file no more, what is seen stays."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageChops, ImageDraw, ImageStat
from render.foreign import make_pdf

from portfolio.render.clean import Handling, Job, clean_pdf

OPEN, SECRET = (0, 90, 200), (250, 20, 20)  # the left half may be seen, the right one is red
SIZE = (120, 60)
INSIDE = (0, 0, 100, 200)  # of a page of 300 by 200; pictures are placed 200 wide from 0 on


def picture():
    image = Image.new("RGB", SIZE, OPEN)
    ImageDraw.Draw(image).rectangle((SIZE[0] // 2 + 2, 0, *SIZE), fill=SECRET)
    return image


def placed(pdf, stream, operators="200 0 0 100 0 50 cm", crop=INSIDE):
    """A picture on the first page, which is cropped."""
    page = pdf.pages[0]
    page.obj.Resources["/XObject"] = Dictionary(Im=stream)
    page.contents_add(f"q {operators} /Im Do Q".encode())
    page.obj["/CropBox"] = Array(crop)
    return pdf


def stored(pdf, data, **keys):
    stream = pdf.make_stream(data)
    said = {"Type": Name.XObject, "Subtype": Name.Image, "Width": SIZE[0], "Height": SIZE[1]}
    said |= {"ColorSpace": Name.DeviceRGB, "BitsPerComponent": 8, **keys}
    for key, value in said.items():
        stream[f"/{key}"] = value
    return stream


def as_jpeg(pdf):
    data = io.BytesIO()
    picture().save(data, "JPEG", quality=95, subsampling=0)
    return stored(pdf, data.getvalue(), Filter=Name.DCTDecode)


def as_samples(pdf):
    return stored(pdf, picture().tobytes())


def as_indexed(pdf):
    """Two colours in one bit each."""
    bits = picture().convert("L").point(lambda grey: 255 if grey > 80 else 0).convert("1")
    palette = Array([Name.Indexed, Name.DeviceRGB, 1, bytes(OPEN + SECRET)])
    return stored(pdf, bits.tobytes(), ColorSpace=palette, BitsPerComponent=1)


def as_masked(pdf):
    stream = as_samples(pdf)
    stream["/SMask"] = stored(pdf, bytes([255]) * (SIZE[0] * SIZE[1]), ColorSpace=Name.DeviceGray)
    return stream


def as_form(pdf):
    """The picture in a form in a form."""
    stream = as_jpeg(pdf)
    for _ in range(2):
        form = pdf.make_stream(b"q 1 0 0 1 0 0 cm /Inner Do Q")
        form["/Type"], form["/Subtype"], form["/BBox"] = Name.XObject, Name.Form, Array([0, 0, 1, 1])
        form["/Resources"] = Dictionary(XObject=Dictionary(Inner=stream))
        stream = form
    return stream


def cleaned(tmp_path, pdf):
    source, target = tmp_path / "source.pdf", tmp_path / "target.pdf"
    pdf.save(source)
    return clean_pdf(Job(source=source, target=target, shown="belge.pdf")), source, target


def red_in(path):
    """How many reddish pixels all pictures of a file have together."""
    found = 0
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
                image = pikepdf.PdfImage(thing).as_pil_image().convert("RGB")
                found += sum(n for n, (red, _, blue) in image.getcolors(2**24) if red > 150 > blue)
    return found


def look(path):
    document = pypdfium2.PdfDocument(path)
    image = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()
    return image


def assert_looks_the_same(one, other):
    difference = ImageStat.Stat(ImageChops.difference(look(one), look(other)))
    assert max(difference.mean) < 1.5


KINDS = (as_jpeg, as_samples, as_indexed, as_masked, as_form)


@pytest.mark.parametrize("kind", KINDS)
def test_what_lies_outside_the_box_is_in_the_file_no_more(tmp_path, kind):
    pdf = make_pdf("Seen")
    done, source, target = cleaned(tmp_path, placed(pdf, kind(pdf)))
    assert (done.handling, done.problems) == (Handling.CLEAN, ())
    assert red_in(source) > 3000
    assert red_in(target) == 0
    assert_looks_the_same(source, target)


@pytest.mark.parametrize(
    ("operators", "crop"),
    [
        ("0 200 -100 0 150 0 cm", [0, 0, 300, 100]),
        ("-200 0 0 -100 200 150 cm", [100, 0, 300, 200]),
        ("0 -200 100 0 0 200 cm", [0, 100, 300, 200]),
        ("-200 0 0 100 200 0 cm", [100, 0, 300, 200]),
    ],
)
def test_turned_by_quarters_or_mirrored(tmp_path, operators, crop):
    pdf = make_pdf("Seen")
    done, source, target = cleaned(tmp_path, placed(pdf, as_samples(pdf), operators, crop))
    assert done.handling is Handling.CLEAN
    assert (red_in(source) > 3000, red_in(target)) == (True, 0)
    assert_looks_the_same(source, target)


def test_what_lies_wholly_outside_is_dropped(tmp_path):
    pdf = make_pdf("Seen")
    done, source, target = cleaned(tmp_path, placed(pdf, as_jpeg(pdf), "90 0 0 90 150 50 cm"))
    assert done.handling is Handling.CLEAN
    with pikepdf.open(target) as written:
        assert not any(isinstance(each, pikepdf.Stream) and "/Width" in each for each in written.objects)
    assert_looks_the_same(source, target)


def test_what_is_wholly_seen_or_overhangs_by_a_hair_is_not_touched(tmp_path):
    for operators in ("90 0 0 90 5 50 cm", "101.5 0 0 90 0 50 cm"):
        pdf = make_pdf("Seen")
        data = as_jpeg(pdf).read_raw_bytes()
        _, _, target = cleaned(tmp_path, placed(pdf, as_jpeg(pdf), operators))
        with pikepdf.open(target) as written:
            (kept,) = written.pages[0].get_images().values()
            assert kept.read_raw_bytes()[-200:] == data[-200:]


def test_a_picture_that_one_page_shows_whole_stays_whole_there(tmp_path):
    pdf = make_pdf("Cut", "Whole")
    stream = as_samples(pdf)
    placed(pdf, stream)
    pdf.pages[1].obj.Resources["/XObject"] = Dictionary(Im=stream)
    pdf.pages[1].contents_add(b"q 200 0 0 100 0 50 cm /Im Do Q")
    _, _, target = cleaned(tmp_path, pdf)
    with pikepdf.open(target) as written:
        widths = [int(image.Width) for page in written.pages for image in page.get_images().values()]
    assert widths == [60, 120]


def slanted(pdf):
    return placed(pdf, as_samples(pdf), "180 40 -40 180 0 0 cm")


def in_content(pdf):
    pdf.pages[0].contents_add(b"q 200 0 0 100 0 50 cm BI /W 2 /H 1 /CS /G /BPC 8 ID \x00\xff EI Q")
    pdf.pages[0].obj["/CropBox"] = Array(INSIDE)
    return pdf


def faxed(pdf):
    parms = Dictionary(K=-1, Columns=SIZE[0], Rows=SIZE[1])
    said = {"ColorSpace": Name.DeviceGray, "BitsPerComponent": 1, "Filter": Name.CCITTFaxDecode, "DecodeParms": parms}
    return stored(pdf, b"\x00\x10\x01", **said)


def as_fax(pdf):
    return placed(pdf, faxed(pdf))


def damaged(pdf):
    return placed(pdf, stored(pdf, b"\xff\xd8\xff\xd9", Filter=Name.DCTDecode))


@pytest.mark.parametrize("made", [slanted, in_content, as_fax, damaged])
def test_what_cannot_be_cut_keeps_its_document_out(tmp_path, made):
    done, _, target = cleaned(tmp_path, made(make_pdf("Seen")))
    assert (done.handling, [each.code for each in done.problems]) == (Handling.REFUSED, ["pdf.uncleanable"])
    assert not target.exists()


def straightened(pdf):
    """A scan on its whole page, turned by a degree."""
    return placed(pdf, as_samples(pdf), "300 -5 5 200 -2 3 cm", (0, 0, 300, 200))


def bled(pdf):
    """A fax that overhangs by a little on all sides."""
    return placed(pdf, faxed(pdf), "306 0 0 206 -3 -3 cm", (0, 0, 300, 200))


@pytest.mark.parametrize("made", [straightened, bled])
def test_a_scan_may_reach_beyond_its_page_by_its_margin(tmp_path, made):
    done, source, target = cleaned(tmp_path, made(make_pdf("Seen")))
    assert (done.handling, done.problems) == (Handling.CLEAN, ())
    assert_looks_the_same(source, target)


def test_a_drawing_in_itself_keeps_its_document_out(tmp_path):
    pdf = make_pdf("Seen")
    form = pdf.make_stream(b"/Self Do")
    form["/Type"], form["/Subtype"], form["/BBox"] = Name.XObject, Name.Form, Array([0, 0, 1, 1])
    form["/Resources"] = Dictionary(XObject=Dictionary(Self=form))
    done, _, _ = cleaned(tmp_path, placed(pdf, form))
    assert done.handling is Handling.REFUSED


def test_what_is_not_seen_of_a_picture_in_the_content_is_dropped(tmp_path):
    pdf = make_pdf("Seen")
    pdf.pages[0].contents_add(b"q 50 0 0 50 200 50 cm BI /W 2 /H 1 /CS /G /BPC 8 ID \x11\xee EI Q")
    pdf.pages[0].obj["/CropBox"] = Array(INSIDE)
    done, source, target = cleaned(tmp_path, pdf)
    assert done.handling is Handling.CLEAN
    with pikepdf.open(target) as written:
        assert b"\x11\xee" not in written.pages[0].Contents.read_bytes()
    assert_looks_the_same(source, target)


def test_a_page_that_draws_nothing(tmp_path):
    pdf = Pdf.new()
    pdf.add_blank_page(page_size=(300, 200))
    assert cleaned(tmp_path, pdf)[0].handling is Handling.CLEAN
