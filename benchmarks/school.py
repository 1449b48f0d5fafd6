"""A made-up school with as many pieces as wanted: photos of many shapes, certificates, projects, texts, captions.

The same number always gives the same files. Nothing in it shows or names anybody.
"""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

LANGUAGES = ("tr", "en", "sv")
PILLARS = ("leadership", "collaboration", "students", "model", "inclusion")
SHAPES = ((1600, 1200), (1200, 1600), (1600, 1067), (1600, 900), (1200, 1200))
COUNTRIES = ("SE", "IT", "PL", "RO", "GR", "ES", "PT", "DE", "CZ", "FI")
SENTENCE = "Öğretmenler ve öğrenciler ortak ülkelerle birlikte çalışıyor, sonuçları okulda ve köyde gösteriyor. "
BEGUN = date(2025, 1, 8)

SETTINGS = """\
school: {{name: Masalköy Işıltı İlkokulu, country: TR, city: Masalköy, pupils: 412, teachers: 27}}
languages: [{languages}]
label: {{status: held, years: 2025-2026}}
round: {{name: 2027-28, closes_on: 2027-03-09}}
edition_on: 2026-11-20
artefacts: [{artefacts}]
max_exhibits: {most}
"""

RECORD = """\
title: "Proje {n}: Köprüler"
years: 2025-2026
summary: "{sentence}"
partners:
  - {{school: Fabelskolan, country: {first}}}
  - {{school: Scuola della Luna, country: {second}}}
"""


def make_school(
    root: Path,
    pieces: int,
    *,
    languages: tuple[str, ...] = LANGUAGES,
    artefacts: tuple[str, ...] = ("dossier",),
    most: int = 1000,
) -> Path:
    """A project in `root` with so many pieces: of ten, seven photos, two certificates and a project."""
    rows = [_lay(root / "evidence", number) for number in range(pieces)]
    root.mkdir(parents=True, exist_ok=True)
    (root / "portfolio.yaml").write_text(
        SETTINGS.format(languages=", ".join(languages), artefacts=", ".join(artefacts), most=most), encoding="utf-8"
    )
    with (root / "evidence" / "captions.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(("file", "title", "caption", "caption.en", "alternative", "date", "people", "pillar"))
        writer.writerows(rows)
    (root / "narrative").mkdir(exist_ok=True)
    for pillar in PILLARS:
        for language in languages:
            text = "\n\n".join(SENTENCE * 5 for _ in range(4))
            (root / "narrative" / f"{pillar}.{language}.md").write_text(text + "\n\n## plan\n\n- Bir\n- İki\n", "utf-8")
    return root


def _lay(evidence: Path, number: int) -> tuple[str, ...]:
    """One piece in the folder, and its row of the caption sheet."""
    evidence.mkdir(parents=True, exist_ok=True)
    day = (BEGUN + timedelta(days=number * 2 % 680)).isoformat()
    pillar = PILLARS[number % len(PILLARS)]
    said = (SENTENCE * (1 + number % 3)).strip()
    title = f"Kanıt {number}: {SENTENCE.split()[number % 8]}"
    if number % 10 == 9:
        name = f"proje-{number:04}.yaml"
        first, second = COUNTRIES[number // 10 % 10], COUNTRIES[(number // 10 + 3) % 10]
        (evidence / name).write_text(RECORD.format(n=number, sentence=said, first=first, second=second), "utf-8")
    elif number % 5 == 3:
        name = f"sertifika-{number:04}.pdf"
        _certificate(evidence / name, number)
    else:
        name = f"foto-{number:04}.jpg"
        _photo(evidence / name, number)
    return name, title, said, f"In English: {title}", f"Renkli bir yüzey, {number}", day, "none", pillar


def _photo(path: Path, number: int) -> None:
    from PIL import Image, ImageChops

    chance = random.Random(number)
    size = SHAPES[number % len(SHAPES)]
    tones = [
        ImageChops.add(
            Image.radial_gradient("L").rotate(chance.randrange(360)).resize(size),
            Image.frombytes("L", (64, 64), chance.randbytes(64 * 64)).resize(size),
            scale=2,
        )
        for _ in "RGB"
    ]
    Image.merge("RGB", tones).save(path, quality=88)


def _certificate(path: Path, number: int) -> None:
    """A page of text as an office program writes it, one to three pages."""
    import pikepdf

    pdf = pikepdf.new()
    font = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    )
    for page in range(1 + number % 3):
        made = pdf.add_blank_page(page_size=((842, 595), (595, 842))[number % 2])
        made.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        lines = (f"Certificate of participation {number}", f"Page {page + 1}", "Masal Ulusal Destek Servisi")
        shown = " ".join(f"({line}) Tj 0 -40 Td" for line in lines)
        made.Contents = pdf.make_stream(f"BT /F 24 Tf 80 480 Td {shown} ET".encode())
    pdf.save(path, deterministic_id=True)
