"""The review workbook of a small project: written, changed as people change it, and taken back."""

import csv
import io
import subprocess

import pytest
from openpyxl import load_workbook
from projects import portfolio

OPEN_DAY, UNKNOWN = "4-rol-model/açık kapı günü.jpg", "3-ogrenciler/IMG_20251014_101532.jpg"


def sheet_of(root, name="review.xlsx"):
    return root / "output" / "private" / name


def write(root, *more):
    assert portfolio("review", "--sheet", "review.xlsx", *more, root=root) == 0
    return sheet_of(root)


def take(root, path="review.xlsx", *more, by="Elif Uçanhalı"):
    return portfolio("review", "--from-sheet", path, "--by", by, *more, root=root)


def table(path):
    return load_workbook(path).worksheets[1]


def headings(sheet):
    return [cell.value for cell in sheet[1]]


def row_of(sheet, file):
    column = headings(sheet).index("Dosya") + 1
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, column).value == file)


def cell(sheet, file, heading):
    return sheet.cell(row_of(sheet, file), headings(sheet).index(heading) + 1)


def change(path, *changes, prepare=None):
    """Open the workbook, write (file, heading, value) into its cells, and save it."""
    book = load_workbook(path)
    for file, heading, value in changes:
        changed = cell(book.worksheets[1], file, heading)
        changed.value = value
        if value:
            changed.data_type = "s"  # as a spreadsheet keeps what is typed into a cell for text
    if prepare:
        prepare(book.worksheets[1])
    book.save(path)


def decided(root):
    rows = csv.DictReader(io.StringIO((root / "decisions.csv").read_text(encoding="utf-8-sig")), delimiter=";")
    return [(row["file"], row["field"], row["value"]) for row in rows if row["id"]]


def convert(path, suffix, folder):
    """The file as LibreOffice saves it, below a folder."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", suffix, "--outdir", folder / "out"]
    subprocess.run([*command, path], check=True, capture_output=True, timeout=180)
    saved = folder / "out" / f"{path.stem}.{suffix}"
    if not saved.exists():
        pytest.skip("LibreOffice is here without Calc")
    return saved
