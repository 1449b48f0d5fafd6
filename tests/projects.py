"""Small projects to run the whole program on."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from datetime import date
from pathlib import Path

from PIL import Image, ImageDraw

from portfolio.cli.app import run
from portfolio.home import default_cache
from portfolio.project import read_project

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 20)

SETTINGS = """\
school:
  name: Masalköy Işıltı İlkokulu
  country: TR
  city: Masalköy
languages: [tr, en]
label: {status: held, years: 2025-2026}
round: {name: 2027-28, closes_on: 2027-03-09}
funding: {basis: label, prescribed_by: Masal Ulusal Destek Servisi}
edition_on: 2026-11-20
artefacts: [dossier, poster-mission, plaque]
"""

RECORD = """\
title: Tales the Wind Carried
years: 2024-2025
partners:
  - {school: Fabelskolan, country: SE}
"""


def photograph(
    path: Path, *, colour: str = "teal", size: tuple[int, int] = (800, 600), at: tuple[int, int] = (1, 1)
) -> None:
    """A picture as a phone leaves it: with a date, a maker and a place in its EXIF, and a comment.

    What stands in it begins `at` so many quarters of the size; those where it stands elsewhere do not look alike.
    """
    picture = Image.new("RGB", size, colour)
    corners = [side * (quarters + more) // 4 for more in (0, 1) for side, quarters in zip(size, at, strict=True)]
    ImageDraw.Draw(picture).ellipse(corners, fill="gold")
    exif = Image.Exif()
    exif[0x010F] = "Masalcam"
    exif.get_ifd(0x8769)[0x9003] = "2025:10:14 10:15:32"
    exif.get_ifd(0x8825).update({1: "N", 2: (41.0, 1.0, 2.0), 3: "E", 4: (29.0, 1.0, 2.0)})
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, "JPEG", exif=exif, comment="Masalcam", quality=80)


def make_project(root: Path) -> Path:
    """A school with two photos (one of a child nobody asked), a project, a note, and texts for one pillar."""
    evidence = root / "evidence"
    photograph(evidence / "4-rol-model" / "açık kapı günü.jpg")
    photograph(evidence / "3-ogrenciler" / "IMG_20251014_101532.jpg", colour="crimson", size=(600, 800))
    (evidence / "2-isbirligi").mkdir()
    (evidence / "2-isbirligi" / "Tales the Wind Carried.yaml").write_text(RECORD, encoding="utf-8")
    (evidence / "1-ortak-liderlik").mkdir()
    (evidence / "1-ortak-liderlik" / "toplantı notu.txt").write_text(
        "Okul müdürü ve öğretmenler eTwinning planını birlikte yazdı.", encoding="utf-8"
    )
    (evidence / "5-icerme-ve-inovasyon").mkdir()
    (evidence / "5-icerme-ve-inovasyon" / "yarım.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00half a picture")
    (root / "portfolio.yaml").write_text(SETTINGS, encoding="utf-8")
    (root / "narrative").mkdir()
    (root / "narrative" / "model.tr.md").write_text(
        "Komşu okullara **kapımızı** açıyoruz.\n\n## plan\n\n- İki okula mentorluk\n", encoding="utf-8"
    )
    (root / "decisions.csv").write_text(
        "id;file;field;value;by;on;because\n;4-rol-model/açık kapı günü.jpg;people;yok;Koordinatör;2026-11-01;\n",
        encoding="utf-8-sig",
    )
    return root


def copy_demo(root: Path, *, languages: str, artefacts: str) -> Path:
    """The demo school's project in `root`, with these languages and artefacts instead of its own."""
    for name in ("portfolio.yaml", "consent.csv", "pupils.csv", "decisions.csv"):
        shutil.copy(ROOT / name, root)
    for folder in ("evidence", "narrative"):
        shutil.copytree(ROOT / folder, root / folder)
    settings = (root / "portfolio.yaml").read_text(encoding="utf-8")
    for key, wanted in (("languages", languages), ("artefacts", artefacts)):
        settings, changed = re.subn(rf"^{key}: \[.*\]", f"{key}: [{wanted}]", settings, flags=re.MULTILINE)
        assert changed == 1, key
    (root / "portfolio.yaml").write_text(settings, encoding="utf-8")
    return root


def cache_of(root: Path) -> Path:
    """Where the program keeps what it knows of a project, when it is run by `portfolio` below."""
    return default_cache(root, root.parent / f"{root.name}-cache")


def load(root: Path):
    """The project of a folder, its cache beside it."""
    project, _ = read_project(root, cache_of(root))
    return project


def portfolio(*arguments: object, root: Path | None = None, language: str = "en") -> int:
    """Run the command line in this process, on a project if one is given; its exit code."""
    more = [] if root is None else ["--project", str(root), "--on", TODAY.isoformat()]
    if root is not None:
        os.environ["PORTFOLIO_CACHE"] = str(root.parent / f"{root.name}-cache")
    try:
        return int(run([*map(str, arguments), *more], {"PORTFOLIO_LANG": language}))
    finally:
        os.environ.pop("PORTFOLIO_CACHE", None)


def fixity(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file of a folder with its sha256 and mtime: equal before and after means untouched."""
    return {
        path.relative_to(folder).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def digests(folder: Path) -> dict[str, str]:
    """Every file of a folder with its sha256."""
    return {name: sha for name, (sha, _) in fixity(folder).items()}


def rewrite(path: Path, old: str, new: str) -> None:
    """Replace a passage of a text file, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old} is not in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")
