"""The demo school's PDFs, DOCX and XLSX files; the same bytes on every run with the same libraries."""

from __future__ import annotations

import csv
import datetime
import io
import os
import re
import zipfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from demo_school.certificates import AWARDS, FONTS, award_html
from demo_school.texts import ACTION_PLAN, MINUTES, POLICY, PROJECT_SHEET, QUIET_COLOURS, TIMETABLE, VISITS

if TYPE_CHECKING:
    from docx.document import Document

SHEETS = Path(__file__).resolve().parent / "sheets"
WRITTEN_AT = datetime.datetime(2026, 11, 16, 9, 0, tzinfo=datetime.UTC)

POLICY_STYLE = f"""
@font-face {{ font-family: Demo; src: url({FONTS.as_uri()}/Ubuntu-Regular.ttf); }}
@font-face {{ font-family: Demo; font-weight: bold; src: url({FONTS.as_uri()}/Ubuntu-Bold.ttf); }}
@page {{ size: A4; margin: 24mm 24mm 22mm; @bottom-right {{ content: counter(page) " / " counter(pages); font: 9pt Demo; }} }}
body {{ font: 10.5pt/1.55 Demo, "Noto Sans", sans-serif; color: #2b2b33; }}
h1 {{ font-size: 22pt; line-height: 1.2; color: #44546A; margin: 0 0 2mm; }}
h2 {{ font-size: 13pt; color: #44546A; margin: 7mm 0 2mm; }}
p.lead {{ color: #666a75; margin: 0 0 6mm; }}
ol, ul {{ margin: 0; padding-left: 6mm; }}
"""


def write_papers(evidence: Path) -> None:
    """Writes every PDF, DOCX and XLSX below `evidence`."""
    for award in AWARDS:
        _pdf(award_html(award), evidence / award.file)
    _pdf(_policy_html(), evidence / "e-guvenlik" / "Okul e-Güvenlik Politikası.pdf")
    _minutes(evidence / "1-ortak-liderlik" / "Öğretmenler Kurulu tutanağı 14.10.2025.docx")
    _action_plan(evidence / "2-isbirligi" / "eTwinning eylem planı 2026-2027.docx")
    _two_columns(evidence / "5-icerme-ve-inovasyon" / "Quiet Colours, Loud Sounds.docx")
    _workbook(evidence / "gelen" / "proje listesi.xlsx", "Projeler", PROJECT_SHEET)
    _workbook(evidence / "4-rol-model" / "Mentorluk takvimi 2026.xlsx", "Takvim", VISITS)
    _workbook(evidence / "5-icerme-ve-inovasyon" / "Haftalık program 3-B.xlsx", "3-B", TIMETABLE)
    for folder in ("3-ogrenciler", "5-icerme-ve-inovasyon"):
        rows = tuple(tuple(row) for row in csv.reader(io.StringIO((SHEETS / f"{folder}.csv").read_text("utf-8")), delimiter=";"))
        _workbook(evidence / folder / "captions.xlsx", "Açıklamalar", rows)


def _pdf(html: str, target: Path) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = str(int(WRITTEN_AT.timestamp()))  # the day that stands in embedded fonts
    import weasyprint

    weasyprint.HTML(string=html).write_pdf(target)


def _policy_html() -> str:
    parts = [f"<h1>{escape(POLICY.title)}</h1><p class='lead'>{escape(POLICY.lead)}</p>"]
    for heading, lines in POLICY.sections:
        items = "".join(f"<li>{escape(line)}</li>" for line in lines)
        parts.append(f"<h2>{escape(heading)}</h2><ol>{items}</ol>")
    return f"<!doctype html><html lang='tr'><head><meta charset='utf-8'><title>{escape(POLICY.title)}</title><style>{POLICY_STYLE}</style></head><body>{''.join(parts)}</body></html>"


def _minutes(target: Path) -> None:
    document = _document(MINUTES.title, "Cihan Zümrütanka")
    document.add_heading(MINUTES.title, 0)
    document.add_paragraph(MINUTES.lead)
    for heading, lines in MINUTES.sections:
        document.add_heading(heading, 1)
        for line in lines:
            document.add_paragraph(line, style="List Number" if heading == "Kararlar" else None)
    _save(document, target)


def _action_plan(target: Path) -> None:
    document = _document("eTwinning eylem planı 2026-2027", "Defne Bulutsever")
    document.add_heading("eTwinning eylem planı 2026-2027", 0)
    document.add_paragraph("Masalköy Işıltı İlkokulu eTwinning ekibi: dokuz öğretmen, 17 Eylül 2026.")
    _table(document, ACTION_PLAN)
    _save(document, target)


def _two_columns(target: Path) -> None:
    document = _document("Quiet Colours, Loud Sounds", "Zeynep Ayperisi")
    document.add_heading("Proje kartı", 0)
    _table(document, QUIET_COLOURS)
    _save(document, target)


def _document(title: str, author: str) -> Document:
    import docx

    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = author
    document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = WRITTEN_AT.replace(tzinfo=None)
    return document


def _table(document: Document, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _save(document: Document, target: Path) -> None:
    document.save(target)
    settle(target)


def _workbook(target: Path, name: str, rows: tuple[tuple[object, ...], ...]) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = name
    for row in rows:
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, column in enumerate(zip(*rows, strict=True), start=1):
        longest = max(len(str(value or "")) for value in column)
        sheet.column_dimensions[get_column_letter(number)].width = min(60, longest + 2)
    book.save(target)
    settle(target)


def settle(target: Path) -> None:
    """Writes an Office file again with fixed times inside, so that the same content gives the same bytes."""
    with zipfile.ZipFile(target) as source:
        members = [(entry.filename, source.read(entry)) for entry in source.infolist()]
    stamp = WRITTEN_AT.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            entry = zipfile.ZipInfo(name, WRITTEN_AT.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
