"""More than a thousand secrets planted wherever a school's files can hold them, and none of them handed over.

The search is deliberately another one than the program's: letters in a row, bytes of every stream, pixels.
"""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from random import Random

import pikepdf
import pytest
from artefacts import attached, inside, pictures, words_of
from docx import Document
from PIL import Image, ImageDraw
from PIL.TiffImagePlugin import IFDRational
from projects import portfolio
from scans import installed_tesseract, page

GIVEN = ("Işıl", "İpek", "Çağla", "Şirin", "Ömür", "Ülkü", "Iğıl", "Ağca", "Gökçe", "İnci", "Doğa", "Yağız")
ROOTS = ("Kızılırmak", "İncirlidağ", "Şimşekyayla", "Çiğdemtepe")
ENDS = ("oğlu", "ışık", "bükü", "düzü", "çalı")
SUFFIXES = ("'ın", "’a", "'dan", "’yla", "'NIN", "ın", "lar", "da")
IDENTITY = ("10000000146", "19191919190", "27893612148")
SECRET_COLOUR = (255, 0, 200)  # what is below a covered box
ROLES = ("title", "caption", "alternative", "credit", "place")

SETTINGS = """\
school:
  name: Masalköy Işıltı İlkokulu
  country: TR
languages: [tr]
label: {status: held, years: 2025-2026}
artefacts: [dossier, dossier-print, dossier-web, site, bundle, upload, application, poster-mission, plaque, info-sheet,
  paste]
max_exhibits: 1000
"""


@dataclass(frozen=True, slots=True)
class Child:
    """A pupil who answered nothing."""

    given: tuple[str, ...]
    surname: str

    @property
    def name(self) -> str:
        return " ".join((*self.given, self.surname))


def children() -> list[Child]:
    surnames = [f"{root}{end}" for root in ROOTS for end in ENDS]
    given = cycle(GIVEN)
    return [
        Child(given=(next(given), next(given)) if number % 3 == 0 else (next(given),), surname=surname)
        for number, surname in enumerate(surnames)
    ]


def upper(text: str) -> str:
    return text.replace("i", "İ").upper()


def plain(text: str) -> str:
    """A name as somebody writes it who has no Turkish keyboard."""
    bare = unicodedata.normalize("NFD", text.replace("ı", "i").replace("İ", "I"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def forms(child: Child) -> list[str]:
    """A pupil's name as people, programs and typesetters write it."""
    first, last, whole = child.given[0], child.surname, child.name
    return [
        whole,
        f"{last} {' '.join(child.given)}",
        f"{last}, {first}",
        upper(whole),
        plain(whole),
        plain(whole).upper(),
        whole.replace("İ", "i").replace("I", "ı").lower(),
        unicodedata.normalize("NFD", whole),
        f"{first}\u00a0{last}",
        f"{first[:2]}\u00ad{first[2:]} {last[:4]}\u00ad{last[4:]}",
        f"{child.given[-1]} {last}",
        *(f"{first} {last}{suffix}" for suffix in SUFFIXES),
    ]


def squeezed(text: str) -> str:
    """The small letters of a text in a row, without marks, however it was written or set."""
    bare = unicodedata.normalize("NFKD", text.replace("İ", "i").replace("I", "i").lower().replace("ı", "i"))
    return "".join(letter for letter in bare if letter.isalpha() and not unicodedata.combining(letter))


def told_of(children: list[Child], text: str) -> set[str]:
    """The pupils whose full name a text tells."""
    row = squeezed(text)
    return {
        child.name
        for child in children
        for given in (*child.given, "".join(child.given))
        if squeezed(given + child.surname) in row or squeezed(child.surname + given) in row
    }


@dataclass(slots=True)
class Planted:
    """A school full of secrets: the pupils, what cameras and programs wrote, numbers; `count` of all of them."""

    root: Path
    children: list[Child]
    marks: list[str] = field(default_factory=list)  # what only bytes tell: serial numbers, comments, authors
    count: int = 0

    def hide(self, *secrets: str) -> None:
        self.marks += secrets
        self.count += len(secrets)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """A school whose every kind of file holds secrets, with all its artefacts."""
    installed_tesseract()
    school = Planted(root=tmp_path_factory.mktemp("gizli") / "okul", children=children())
    root, random = school.root, Random(7)
    evidence = root / "evidence" / "4-rol-model"
    evidence.mkdir(parents=True)
    (root / "portfolio.yaml").write_text(SETTINGS, encoding="utf-8")
    pupils = "\n".join(f"{' '.join(child.given)};{child.surname};4-A" for child in school.children)
    (root / "pupils.csv").write_text(f"Adı;Soyadı;Sınıfı\n{pupils}\n", encoding="utf-8-sig")
    (root / "consent.csv").write_text(
        "person;role;scopes;given_on;by;expires_on;withdrawn_on;note\n", encoding="utf-8-sig"
    )
    names = [form for child in school.children for form in forms(child)]
    plant_photos(school, evidence, names, random)
    plant_documents(school, evidence)
    plant_pages(school, evidence)
    plant_quotations(school, evidence)
    plant_narratives(school, names)
    assert portfolio("build", root=root) == 0
    return school


def plant_photos(school: Planted, folder: Path, names: list[str], random: Random) -> None:
    """Photos of nobody: names in all that is said of them and in a file's name, secrets in metadata and below boxes."""
    rows, decisions = ["file;title;caption;alternative;credit;place;people"], ["id;file;field;value;by;on;because"]
    given = iter(names)
    for number in range(1, len(names) // (2 * len(ROLES)) + 1):
        name = f"foto_{number:03}.jpg"
        photograph(school, folder / name, number, random)
        said = [f"{number}. {next(given)} ile {next(given)} bahçede".replace("\n", " ") for _ in ROLES]
        school.count += 2 * len(ROLES)
        rows.append(";".join((name, *said, "yok")))
        decisions.append(f";4-rol-model/{name};cover;0.5 0.5 0.25 0.25;Koordinatör;2026-11-01;")
        school.count += 1  # what is below the box
    for number, child in enumerate(school.children[:10]):
        name = f"{plain(child.given[0])}{plain(child.surname)}_{number}.jpg"
        photograph(school, folder / name, 900 + number, random)
        rows.append(f"{name};;;;;;yok")
        decisions.append(f";4-rol-model/{name};cover;0.5 0.5 0.25 0.25;Koordinatör;2026-11-01;")
        school.count += 2
    (folder / "captions.csv").write_text("\n".join(rows) + "\n", encoding="utf-8-sig")
    (school.root / "decisions.csv").write_text("\n".join(decisions) + "\n", encoding="utf-8-sig")


def photograph(school: Planted, path: Path, number: int, random: Random) -> None:
    picture = Image.new("RGB", (480, 360), (40, 90, 60))
    draw = ImageDraw.Draw(picture)
    for _ in range(12):
        x, y, colour = random.randrange(480), random.randrange(360), (random.randrange(120), random.randrange(256), 90)
        draw.ellipse((x - 60, y - 60, x + 60, y + 60), fill=colour)
    draw.rectangle((250, 190, 350, 260), fill=SECRET_COLOUR)
    serial, comment, author = f"SERI{number:05}GIZLI", f"YORUM{number:05}GIZLI", f"YAZAR{number:05}GIZLI"
    exif = Image.Exif()
    exif[0x013B] = author
    exif.get_ifd(0x8769)[0xA431] = serial
    exif.get_ifd(0x8825).update(
        {1: "N", 2: tuple(map(IFDRational, (41, number % 60, 2))), 3: "E", 4: tuple(map(IFDRational, (29, 1, 2)))}
    )
    packet = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a b='XMP{number:05}GIZLI'/></x:xmpmeta>".encode()
    picture.save(path, "JPEG", exif=exif, comment=comment, xmp=packet, quality=90)
    school.hide(serial, comment, f"XMP{number:05}GIZLI", "GPS")
    if number < 900:  # else the credit is told, as the camera's owner wrote it
        school.hide(author)


def plant_documents(school: Planted, folder: Path) -> None:
    """Word documents whose properties and texts tell names and numbers."""
    for number, child in enumerate(school.children[:10]):
        document = Document()
        document.core_properties.author = child.name
        document.core_properties.title = f"{child.name} için eylem planı"
        document.core_properties.comments = f"BELGE{number:05}GIZLI"
        document.add_paragraph(f"{child.name}, T.C. {IDENTITY[number % 3]}, veli 0532 123 45 6{number}")
        document.save(folder / f"plan {number}.docx")
        school.count += 5
        school.hide(f"BELGE{number:05}GIZLI")


def plant_pages(school: Planted, folder: Path) -> None:
    """PDFs and a scan that tell names and numbers on their pages, in bookmarks, properties and attachments."""
    rows = []
    for number, child in enumerate(school.children[5:15]):
        data = io.BytesIO()
        page(f"{number} numaralı tutanak").save(data, "PDF", title=f"{child.name} tutanağı", author=child.name)
        with pikepdf.open(data) as document:
            document.attachments[f"{plain(child.name)}.txt"] = f"{child.name} {IDENTITY[number % 3]}".encode()
            with document.open_outline() as outline:
                outline.root.append(pikepdf.OutlineItem(child.name, 0))
            document.save(folder / f"tutanak {number}.pdf")
        rows.append(f"tutanak {number}.pdf;yok")
        school.count += 6
    for number, child in enumerate(school.children[15:18]):
        page("Katılımcılar", child.name, f"T.C. {IDENTITY[number]}").save(folder / f"tarama {number}.pdf", "PDF")
        rows.append(f"tarama {number}.pdf;yok")
        school.count += 2
    sheet = folder / "captions.csv"
    more = "\n".join(f"{row.partition(';')[0]};;;;;;{row.partition(';')[2]}" for row in rows)
    sheet.write_text(f"{sheet.read_text(encoding='utf-8-sig')}{more}\n", encoding="utf-8-sig")


def plant_quotations(school: Planted, folder: Path) -> None:
    """What pupils said of each other, with leave to quote it."""
    rows = ["Görüş;Kim;İzin"]
    for one, other in zip(school.children, reversed(school.children), strict=True):
        rows.append(f"{other.name} ile köprü kurmak çok güzeldi.;{one.name}, 4-A öğrencisi;değerlendirici, baskı, web")
        school.count += 2
    (folder / "görüşler.csv").write_text("\n".join(rows) + "\n", encoding="utf-8-sig")


def plant_narratives(school: Planted, names: list[str]) -> None:
    """Names in texts: plain, over a line's end, partly bold, in a link."""
    folder = school.root / "narrative"
    folder.mkdir()
    keys = ("school", "leadership", "collaboration", "students", "model", "inclusion", "e-safety")
    for place, key in enumerate(keys):
        mine = names[place :: len(keys)]
        told = [f"Burada {name} anlatıyor." for name in mine]
        for child in school.children[place :: len(keys)]:
            told += [
                f"Sonra {child.given[0]}\n{child.surname} konuştu.",
                f"**{child.given[0]}** {child.surname} yazdı.",
                f"[sayfa](https://example.org/{plain(child.given[0])}-{plain(child.surname)})",
            ]
        (folder / f"{key}.tr.md").write_text("\n\n".join(told) + "\n", encoding="utf-8")
        school.count += len(told)


def handed_out(school: Planted) -> Iterator[Path]:
    """Every artefact, and every file that is attached to one."""
    (school.root / "attached").mkdir(exist_ok=True)
    for audience in ("evaluator", "print", "web"):
        for path in sorted(each for each in (school.root / "output" / audience).rglob("*") if each.is_file()):
            yield path
            yield from attached(path, school.root / "attached")


def test_more_than_a_thousand_secrets_are_planted_and_the_search_finds_them(planted: Planted) -> None:
    assert planted.count > 1_200
    whole = "\n".join(path.read_text(encoding="utf-8-sig") for path in (planted.root / "narrative").iterdir())
    assert told_of(planted.children, whole) == {child.name for child in planted.children}
    first = (planted.root / "evidence" / "4-rol-model" / "foto_001.jpg").read_bytes()
    assert all(secret in first for secret in (b"SERI00001GIZLI", b"YORUM00001GIZLI", b"XMP00001GIZLI", b"Exif"))
    assert any(is_secret(colour) for colour in colours(Image.open(io.BytesIO(first))))


def test_no_full_name_is_told_anywhere(planted: Planted) -> None:
    looked_at, copies, uploads, pasted, pages = 0, 0, 0, 0, 0
    for path in handed_out(planted):
        text = "\n".join((path.name, words_of(path), inside(path).decode("utf-8", errors="ignore")))
        assert told_of(planted.children, text) == set(), path
        copies += path.parent.name == "attached"
        uploads += path.parent.name == "upload"
        pasted += "paste" in path.parts
        pages += path.name == "index.html"
        beside = path.suffix == ".svg" or ".engraving" in path.name or path.name.startswith("manifest-")
        looked_at += "site" not in path.relative_to(planted.root).parts and not beside
    assert looked_at - copies - uploads - pasted == 14
    assert pasted == 12
    assert pages == 1
    assert copies > 0
    assert uploads > 0


def test_the_names_were_there_and_are_shortened(planted: Planted) -> None:
    text = words_of(planted.root / "output" / "evaluator" / "dossier.tr.pdf")
    assert len(re.findall(r"\b[^\W\d_]{3,}\s[^\W\d_]\.", text)) > 600


def test_nothing_that_cameras_and_programs_wrote_is_left(planted: Planted) -> None:
    secrets = [mark.encode() for mark in planted.marks if mark != "GPS"]
    for path in handed_out(planted):
        data = inside(path)
        assert not [secret for secret in secrets if secret in data], path
        assert b"Exif\0\0" not in data
        assert b"GPSLatitude" not in data


def test_no_identity_number_and_no_telephone_number_is_left(planted: Planted) -> None:
    for path in handed_out(planted):
        digits = re.sub(r"[\s.-]", "", words_of(path))
        assert not [number for number in (*IDENTITY, "0532123456") if number in digits], path


def test_what_was_covered_is_seen_nowhere(planted: Planted) -> None:
    seen = 0
    for path in handed_out(planted):
        for picture in pictures(path):
            assert not [colour for colour in colours(picture) if is_secret(colour)], path
            seen += 1
    assert seen > 200


def colours(picture: Image.Image) -> list[tuple[int, int, int]]:
    return [colour for _, colour in picture.convert("RGB").getcolors(picture.width * picture.height) or []]


def is_secret(colour: tuple[int, int, int]) -> bool:
    red, green, blue = colour
    return red > 200 and green < 90 and blue > 150


def test_the_evidence_itself_is_as_it_was(planted: Planted) -> None:
    assert b"SERI00001GIZLI" in (planted.root / "evidence" / "4-rol-model" / "foto_001.jpg").read_bytes()
