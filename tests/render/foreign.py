"""PDFs as others make them, with something planted where nobody looks; and all that can be read in one."""

import io
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

SECRET = "Ayberk"  # a name that must not come out


def jpeg(secret: str = SECRET) -> bytes:
    """A photo with a place, an owner and a comment in its head, and more behind its end."""
    exif = Image.Exif()
    exif[0x013B] = secret
    exif.get_ifd(0x8825)[29] = f"{secret} 2026:05:01"
    data = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").save(data, "JPEG", exif=exif, comment=secret.encode())
    return data.getvalue() + secret.encode()


def make_pdf(*texts: str) -> Pdf:
    """Pages with a line of text each, in Helvetica."""
    pdf = Pdf.new()
    for text in texts or ("Page",):
        page = pdf.add_blank_page(page_size=(300, 200))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.obj["/Resources"] = Dictionary(Font=Dictionary(F1=font))
        page.obj["/Contents"] = pdf.make_stream(f"BT /F1 18 Tf 20 150 Td ({text}) Tj ET\n".encode())
    return pdf


def add_picture(pdf: Pdf, data: bytes, name: str = "Im1", **keys: Any) -> Any:
    """A JPEG on the first page."""
    picture = pdf.make_stream(data)
    for key, value in {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": 256,
        "Height": 256,
        "ColorSpace": Name.DeviceRGB,
        "BitsPerComponent": 8,
        "Filter": Name.DCTDecode,
        **keys,
    }.items():
        picture[f"/{key}"] = value
    page = pdf.pages[0]
    if "/XObject" not in page.obj.Resources:
        page.obj.Resources["/XObject"] = Dictionary()
    page.obj.Resources["/XObject"][f"/{name}"] = picture
    page.contents_add(f"q 80 0 0 80 20 20 cm /{name} Do Q\n".encode())
    return picture


def add_note(pdf: Pdf, kind: str, *, look: str = "", **keys: Any) -> Any:
    """An annotation on the first page; `look` are the operators that draw it in a box of 40 points."""
    note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([200, 20, 240, 60]), F=4)
    for key, value in keys.items():
        note[f"/{key}"] = value
    if look:
        form = pdf.make_stream(look.encode())
        form["/Type"], form["/Subtype"], form["/BBox"] = Name.XObject, Name.Form, Array([0, 0, 40, 40])
        note["/AP"] = Dictionary(N=form)
    page = pdf.pages[0].obj
    if "/Annots" not in page:
        page["/Annots"] = Array()
    made = pdf.make_indirect(note)
    page["/Annots"].append(made)
    return made


def add_layer(pdf: Pdf, content: str, *, hidden: bool, name: str = "L1") -> Any:
    """Content in a layer of the first page."""
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=f"Layer of {SECRET}"))
    page = pdf.pages[0].obj
    if "/Properties" not in page.Resources:
        page.Resources["/Properties"] = Dictionary()
    page.Resources["/Properties"][f"/{name}"] = group
    if "/OCProperties" not in pdf.Root:
        pdf.Root["/OCProperties"] = Dictionary(OCGs=Array(), D=Dictionary(OFF=Array(), ON=Array()))
    pdf.Root.OCProperties.OCGs.append(group)
    if hidden:
        pdf.Root.OCProperties.D.OFF.append(group)
    pdf.pages[0].contents_add(f"/OC /{name} BDC\n{content}\nEMC\n".encode())
    return group


def everything_in(path: Path) -> bytes:
    """The bytes of a PDF, and of each of its objects, with streams decoded as far as can be."""
    read = [path.read_bytes()]
    with pikepdf.open(path) as pdf:
        read.append(pdf.trailer.unparse(resolved=True))
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Object) and not isinstance(thing, pikepdf.Stream):
                read.append(thing.unparse(resolved=True))
            if isinstance(thing, pikepdf.Stream):
                read += [thing.stream_dict.unparse(resolved=True), thing.read_raw_bytes()]
                try:
                    read.append(thing.read_bytes())
                except pikepdf.PdfError:
                    continue
    return b"\n".join(read)


def pages_of(path: Path, scale: float = 1.0) -> list[tuple[Any, ...]]:
    """Boxes and pixels of each page as PDFium shows them, forms filled in."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    shown = []
    for page in document:
        size = min(scale, 800 / max(page.get_size()))
        pixels = page.render(scale=size).to_pil().convert("RGB").tobytes()
        boxes = (page.get_mediabox(), page.get_cropbox(), page.get_trimbox(), page.get_rotation())
        shown.append((page.get_size(), boxes, pixels))
    document.close()
    return shown
