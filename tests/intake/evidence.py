"""Small evidence folders and a small framework, made where they are needed.

folder = lay(tmp_path, {"a/IMG_1.jpg": jpeg(), "a/IMG_1.jpg.yaml": "title: Açık gün"})
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from portfolio.intake.collect import collect
from portfolio.intake.contents import ReadFile
from portfolio.intake.examine import Task, examine
from portfolio.intake.scan import scan
from portfolio.model.catalogue import Catalogue
from portfolio.model.decision import Decision, Field
from portfolio.model.events import silent
from portfolio.model.framework import CertificateKind, Framework, Mission, Pillar, Wording
from portfolio.model.problem import Place, Problem

TODAY = date(2026, 11, 20)


def lay(folder: Path, files: Mapping[str, bytes | str]) -> Path:
    """The folder with these files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return folder


def read(folder: Path, language: str = "tr") -> tuple[ReadFile, ...]:
    """What the files of a folder contain, read without workers."""
    files, _ = scan(folder)
    return tuple(
        ReadFile(
            file=file,
            sha256=hashlib.sha256((folder / file.path).read_bytes()).hexdigest(),
            reading=examine(Task(path=folder / file.path, language=language)),
        )
        for file in files
        if not file.rule
    )


def collected(folder: Path, *decisions: Decision, cache: Path | None = None, today: date = TODAY) -> Catalogue:
    """The catalogue of a folder, for a school in Türkiye."""
    return collect(
        folder,
        PACK,
        decisions,
        language="tr",
        country="TR",
        cache=cache or folder.with_name(f"{folder.name}-cache"),
        report=silent,
        today=today,
    )


def decision(file: str, field: Field, value: str, *, item: str = "", line: int = 2, language: str = "") -> Decision:
    """A line of decisions.csv."""
    where = Place(file="decisions.csv", line=line)
    return Decision(item=item, file=file, field=field, value=value, where=where, language=language, by="Elif Uçanhalı")


def codes(problems: Sequence[Problem]) -> list[tuple[str, str, int | None]]:
    """Code and place of problems."""
    return [
        (each.code, each.where.file if each.where else "", each.where.line if each.where else None) for each in problems
    ]


def jpeg(
    colour: tuple[int, int, int] = (200, 80, 40), *, date: str = "", description: str = "", orientation: int = 0
) -> bytes:
    """A small JPEG with EXIF; `date` as EXIF writes it."""
    from PIL import Image

    image = Image.new("RGB", (64, 48), colour)
    image.paste((255, 255, 255), (0, 0, 20, 48))
    exif = image.getexif()
    if date:
        exif.get_ifd(0x8769)[0x9003] = date
    if description:
        exif[0x010E] = description.encode("utf-8")
    if orientation:
        exif[0x0112] = orientation
    data = io.BytesIO()
    image.save(data, "JPEG", exif=exif)
    return data.getvalue()


def pdf(*lines: str, pages: int = 1, title: str = "", created: str = "") -> bytes:
    """A PDF with lines of text (Latin letters) on each page."""
    text = " ".join(f"({line}) Tj T*" for line in lines)
    content = f"BT /F1 12 Tf 14 TL 72 720 Td {text} ET".encode("latin-1")
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for page in range(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * page} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects.append(f"<< /Title ({title}) /CreationDate ({created}) >>".encode("latin-1"))
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(objects),
        start,
    )
    return bytes(out)


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(*blocks: str | Sequence[Sequence[str]], title: str = "", created: str = "") -> bytes:
    """A Word document of paragraphs ("# …" is a heading) and tables."""
    body = "".join(_paragraph(block) if isinstance(block, str) else _table(block) for block in blocks)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {_WORD}><w:body>{body}</w:body></w:document>")
        archive.writestr(
            "docProps/core.xml",
            '<c:coreProperties xmlns:c="c" xmlns:dc="dc" xmlns:t="t">'
            f"<dc:title>{title}</dc:title><t:created>{created}</t:created></c:coreProperties>",
        )
    return data.getvalue()


def _paragraph(text: str) -> str:
    style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if text.startswith("# ") else ""
    return f"<w:p>{style}<w:r><w:t>{text.removeprefix('# ')}</w:t></w:r></w:p>"


def _table(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def xlsx(*rows: Sequence[object]) -> bytes:
    """A workbook with one sheet."""
    return workbook(Sheet=rows)


def workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook with the rows of each sheet."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _wording(text: str) -> Mapping[str, Wording]:
    return {"tr": Wording(print=text, official=False, source="test")}


def _kind(key: str, *names: str) -> CertificateKind:
    return CertificateKind(key=key, names=names, targets=(), titles={"en": key})


PACK = Framework(
    name="test",
    mission=Mission(titles={}, bodies={}),
    pillars=tuple(
        Pillar(key=key, number=number, titles=_wording(title), bodies={}, folders={}, criteria=())
        for number, (key, title) in enumerate((("leadership", "Ortak liderlik"), ("model", "Rol model")), start=1)
    ),
    buckets=(),
    rounds=(),
    certificate_kinds=(
        _kind("school-label", "eTwinning School Label"),
        _kind("national-quality-label", "National Quality Label", "NQL", "Ulusal Kalite Etiketi"),
        _kind("european-quality-label", "European Quality Label", "AKE"),
        _kind(
            "project-participation", "project participation certificate", "certificate of participation in the project"
        ),
        _kind("pupil-certificate", "pupil quality label certificate"),
        _kind("other"),
    ),
    column_names={
        "file": ("dosya", "fil"),
        "title": ("başlık", "proje adı", "project title"),
        "caption": ("açıklama", "bildtext"),
        "alternative": ("alternatif metin",),
        "pillar": ("sütun",),
        "date": ("tarih",),
        "people": ("kişiler",),
        "credit": ("fotoğrafı çeken",),
        "place": ("yer",),
        "kind": ("tür",),
        "number": ("proje no", "project number"),
        "url": ("bağlantı", "link"),
        "summary": ("özet",),
        "years": ("okul yılı", "school year"),
        "starts": ("başlangıç", "başlangıç tarihi", "start"),
        "ends": ("bitiş", "bitiş tarihi", "end"),
        "status": ("durum",),
        "role": ("rol",),
        "partners": ("ortaklar",),
        "partner_countries": ("ortak ülkeler",),
        "teachers": ("öğretmenler",),
        "classes": ("sınıflar",),
        "subjects": ("dersler",),
        "languages": ("diller",),
        "pupils": ("öğrenci sayısı", "participants"),
        "ages": ("yaş",),
        "results": ("sonuçlar",),
        "national_label": ("ulusal kalite etiketi",),
        "european_label": ("avrupa kalite etiketi",),
    },
    concepts=(),
    countries={"PL": {"en": "Poland", "tr": "Polonya"}, "IT": {"en": "Italy", "tr": "İtalya"}},
    inbox={},
    answers={
        "none": ("none", "yok"),
        "unrecognisable": ("unrecognisable", "tanınmıyor"),
        "unknown": ("unknown", "?"),
        "yes": ("yes", "evet"),
        "no": ("no", "hayır"),
    },
)
