"""What finished artefacts hold, read by other libraries than wrote them: words, bytes and pictures."""

import io
import re
import zipfile
from html import unescape
from xml.etree import ElementTree

import pikepdf
import pypdf
import pypdfium2
from PIL import Image

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pages(path):
    """The text of each page of a PDF, line ends as blanks and divided words whole."""
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [" ".join(re.sub("[\xad\ufffe\x02]\\s*", "", text).split()) for text in texts]


def words_of(path):
    """All that can be read in an artefact."""
    match path.suffix:
        case ".pdf":
            return " ".join(pages(path))
        case ".docx":
            with zipfile.ZipFile(path) as archive:
                roots = [
                    ElementTree.fromstring(archive.read(name))
                    for name in archive.namelist()
                    if "word/" in name and name.endswith(".xml")
                ]
            return " ".join("".join(p.itertext()) for root in roots for p in root.iter(f"{W}p"))
        case ".html":
            blocks = r"</?(?:p|div|li|td|th|tr|h\d|dt|dd|figcaption|title)\b[^>]*>"
            texts = re.split(blocks, path.read_text(encoding="utf-8"))
            return " ".join(unescape(re.sub(r"<[^>]*>", "", text)) for text in texts)
        case ".jpg" | ".png" | ".woff2" | ".ttf":
            return ""
        case _:
            return path.read_text(encoding="utf-8")


def inside(path):
    """All bytes of an artefact, unpacked: members, streams, strings in both encodings of PDF."""
    data = [path.read_bytes()]
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            data += [name.encode() for name in archive.namelist()]
            data += [archive.read(name) for name in archive.namelist()]
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream):
                    data.append(thing.read_raw_bytes())
                    if "/DCTDecode" not in str(thing.get("/Filter", "")):
                        data.append(thing.read_bytes())
                data += strings(thing)
        data.append(words_of(path).encode())
    return b"\n".join(data)


def attached(path, folder):
    """The files that are attached to a PDF, written to a folder."""
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream) and thing.get("/Type") == "/EmbeddedFile":
                    data = thing.read_bytes()
                    file = folder / f"{path.parent.name}-{path.stem}-{thing.objgen[0]}.pdf"
                    file.write_bytes(data)
                    yield file


def strings(thing, depth=0):
    """Every string below a PDF object, as UTF-8; indirect objects are visited by themselves."""
    if isinstance(thing, pikepdf.String):
        return [str(thing).encode()]
    if depth and getattr(thing, "is_indirect", False):
        return []
    match thing:
        case pikepdf.Array():
            return [each for inner in thing for each in strings(inner, depth + 1)]
        case pikepdf.Dictionary() | pikepdf.Stream():
            keys = [str(key).encode() for key in thing]
            return keys + [each for _, inner in thing.items() for each in strings(inner, depth + 1)]
    return []


def pictures(path):
    """Every picture in an artefact."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if re.search(r"\.(jpe?g|png)$", name)]
            return [Image.open(io.BytesIO(archive.read(name))).convert("RGB") for name in names]
    if path.suffix in (".jpg", ".png"):
        return [Image.open(io.BytesIO(path.read_bytes())).convert("RGB")]
    if path.suffix == ".pdf":
        return [image.image.convert("RGB") for page in pypdf.PdfReader(path).pages for image in page.images]
    return []


def shows(path, colour):
    """Whether a photo of a colour is among the pictures."""
    wanted = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
    for picture in pictures(path):
        found = picture.getpixel((picture.width // 20, picture.height // 20))
        if max(abs(one - other) for one, other in zip(found, wanted, strict=True)) < 24:
            return True
    return False
