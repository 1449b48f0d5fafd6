"""A workbook for people to fill in: a page of advice, a table with pictures, and a hidden table of what was written."""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.drawing.image import Image
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MAX_CELL = 32_767  # letters: Excel's own limit, beyond which it calls the file damaged
PICTURE_PX = (150, 120)  # the room for a picture; it is drawn finer than that, for sharp screens and paper
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold: the clock is never printed

_LISTS = "portfolio lists"
_MAX_LIST = 255  # letters of a list in a formula: Excel's own limit
_PADDING_PX = 4
_LINE_PX = 17
_MAX_ROW_PX = 545  # Excel's limit of 409 points
_EMU_PER_PX = 9525  # ECMA-376: 914,400 to the inch, at 96 px
_POINTS_PER_PX = 0.75
_GUIDE_WIDTH = 72  # letters: as wide as upright A4, also in the wider letters of other programs
_A3, _A4 = 8, 9  # ECMA-376 part 1, 18.3.1.63; on A4 the table would be too small to read
# What XML 1.0 cannot hold (section 2.2), and a carriage return, which it would read as a line feed.
_NO_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# ECMA-376 part 1, 22.9.2.19: what stands so is read as a letter; with the underscore written in the same way it stays.
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


class Tone(StrEnum):
    """What the colour of a cell says."""

    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """A column: its width in letters; `choices` are offered, anything else may be written; `hint` is shown beside."""

    heading: str
    width: int
    locked: bool = True
    choices: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """The texts of a row, its picture, and the colour of some of its cells by their index."""

    cells: tuple[str, ...]
    picture: Path | None = None
    tones: Mapping[int, Tone] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with its pictures in one column; the columns up to that one stay in sight."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]
    pictures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A sheet of plain rows."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def fitting(text: str) -> str:
    """A text as a cell can hold it: what XML has no place for becomes "\N{REPLACEMENT CHARACTER}", the end is cut."""
    text = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= MAX_CELL else f"{text[: MAX_CELL - 1]}…"


def write_sheetbook(path: Path, guide: Lines, sheet: Sheet, memory: Lines) -> None:
    """Write the workbook: advice first, then the table; `memory` is hidden. The same content makes the same bytes.

    Every cell is text, whatever it begins with: no spreadsheet computes it, and it comes back unchanged. Locked columns
    are grey and protected without a password. Raises OSError.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "portfolio"
    book.properties.created = datetime(*EPOCH)  # noqa: DTZ001 - the format knows no time zone here
    _add_styles(book)
    _fill_guide(book.create_sheet(guide.name), guide)
    page = book.create_sheet(sheet.name)
    _fill(page, sheet)
    hidden = book.create_sheet(memory.name)
    for number, row in enumerate(memory.rows, start=1):
        for column, text in enumerate(row, start=1):
            _write(hidden.cell(number, column), text, "plain")
    hidden.sheet_state = "veryHidden"
    _advise(book, page, sheet)
    book.active = 1
    data = io.BytesIO()
    book.save(data)
    path.write_bytes(_without_times(data))


def _add_styles(book: Workbook) -> None:
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

    line = Side(style="thin", color="BFBFBF")
    border = Border(left=line, right=line, top=line, bottom=line)
    for name, font, colour, locked in (
        ("plain", Font(name="Calibri", size=11), None, True),
        ("title", Font(name="Calibri", size=16, bold=True, color="1F3864"), None, True),
        ("heading", Font(name="Calibri", size=11, bold=True, color="FFFFFF"), "7F7F7F", True),
        ("heading open", Font(name="Calibri", size=11, bold=True, color="FFFFFF"), "1F3864", True),
        ("locked", Font(name="Calibri", size=11, color="404040"), "EDEDED", True),
        ("open", Font(name="Calibri", size=11), None, False),
        (Tone.GOOD.value, Font(name="Calibri", size=11, color="1E4620"), "E2EFDA", True),
        (Tone.BAD.value, Font(name="Calibri", size=11, color="7B1E1E"), "FBE5E1", True),
    ):
        style = NamedStyle(name=f"portfolio {name}", number_format="@")  # text, also for what is typed later
        style.font = font
        style.alignment = Alignment(vertical="center" if name.startswith("heading") else "top", wrap_text=True)
        style.protection = Protection(locked=locked)
        if colour:
            style.fill = PatternFill("solid", start_color=colour)
        if name not in ("plain", "title"):
            style.border = border
        book.add_named_style(style)


def _write(cell: Cell | MergedCell, text: str, style: str) -> None:
    cell.value = _LOOKS_ESCAPED.sub("_x005F_", fitting(text)) or None
    if text:
        cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
    cell.style = f"portfolio {style}"


def _fill_guide(page: Worksheet, guide: Lines) -> None:
    page.column_dimensions["A"].width = _GUIDE_WIDTH
    page.sheet_view.showGridLines = False
    for number, row in enumerate(guide.rows, start=1):
        _write(page.cell(number, 1), row[0], "title" if number == 1 else "plain")
        page.row_dimensions[number].height = (
            34 if number == 1 else _lines(row[0], _GUIDE_WIDTH) * _LINE_PX + 6
        ) * _POINTS_PER_PX
    _fit_to_width(page, "portrait", _A4)


def _fill(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter

    letters = [get_column_letter(number) for number in range(1, len(sheet.columns) + 1)]
    last = len(sheet.rows) + 1
    for letter, column in zip(letters, sheet.columns, strict=True):
        page.column_dimensions[letter].width = column.width
        _write(page[f"{letter}1"], column.heading, "heading" if column.locked else "heading open")
    page.row_dimensions[1].height = 36
    for number, row in enumerate(sheet.rows, start=2):
        for index, (column, text) in enumerate(zip(sheet.columns, row.cells, strict=True)):
            style = row.tones[index].value if index in row.tones else "locked" if column.locked else "open"
            _write(page.cell(number, index + 1), text, style)
        height = _height(row, sheet.columns)
        if row.picture:
            shown = _picture(row.picture, sheet.pictures, number - 1)
            page.add_image(shown)
            height = max(height, shown.height + 2 * _PADDING_PX)
        page.row_dimensions[number].height = min(height, _MAX_ROW_PX) * _POINTS_PER_PX
    page.freeze_panes = f"{letters[sheet.pictures + 1]}2"
    page.auto_filter.ref = f"A1:{letters[-1]}{last}"
    _set_up(page)


def _advise(book: Workbook, page: Worksheet, sheet: Sheet) -> None:
    """What each column offers, and the hint that is shown beside its cells."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    lists: dict[tuple[str, ...], str] = {}
    for number, column in enumerate(sheet.columns, start=1):
        if not sheet.rows or not (column.choices or column.hint):
            continue
        if column.choices and column.choices not in lists:
            lists[column.choices] = _listed(book, column.choices)
        listed = lists.get(column.choices)
        advice = DataValidation(type="list" if listed else None, formula1=listed, allow_blank=True)
        advice.showErrorMessage = False  # names are as right as what the list offers
        if column.hint:
            advice.showInputMessage = True
            advice.promptTitle, advice.prompt = column.heading[:32], column.hint[:255]
        letter = get_column_letter(number)
        advice.add(f"{letter}2:{letter}{len(sheet.rows) + 1}")
        page.add_data_validation(advice)


def _listed(book: Workbook, choices: Sequence[str]) -> str:
    """The formula of a list: the texts themselves, or where they stand in a hidden sheet when they do not fit in."""
    from openpyxl.utils import get_column_letter

    written = ",".join(choices)
    if len(written) <= _MAX_LIST and written.count(",") == len(choices) - 1 and '"' not in written:
        return f'"{written}"'
    page = book[_LISTS] if _LISTS in book.sheetnames else book.create_sheet(_LISTS)
    page.sheet_state = "veryHidden"
    number = page.max_column + 1 if page["A1"].value else 1
    for row, text in enumerate(choices, start=1):
        _write(page.cell(row, number), text, "plain")
    letter = get_column_letter(number)
    return f"'{_LISTS}'!${letter}$1:${letter}${len(choices)}"


def _set_up(page: Worksheet) -> None:
    """Paper, and what may still be done to the protected sheet."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem

    _fit_to_width(page, "landscape", _A3)
    page.page_margins.left = page.page_margins.right = 0.4  # inches
    page.print_title_rows = "1:1"
    page.oddFooter = HeaderFooterItem()
    page.oddFooter.center.text = "&P / &N"
    page.protection.sheet = True
    for allowed in ("autoFilter", "sort", "formatCells", "formatColumns", "formatRows", "insertColumns", "deleteRows"):
        setattr(page.protection, allowed, False)  # in the format these say what is forbidden


def _fit_to_width(page: Worksheet, orientation: Literal["landscape", "portrait"], paper: int) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.orientation, page.page_setup.paperSize = orientation, paper
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _picture(path: Path, column: int, row: int) -> Image:
    """A picture inside one cell, so that it is sorted and filtered with its row."""
    from openpyxl.drawing.image import Image
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

    image = Image(io.BytesIO(path.read_bytes()))  # of a path openpyxl leaves the file open
    scale = min(PICTURE_PX[0] / image.width, PICTURE_PX[1] / image.height, 1)
    image.width, image.height = max(1, int(image.width * scale)), max(1, int(image.height * scale))
    start, width, height = _PADDING_PX * _EMU_PER_PX, image.width * _EMU_PER_PX, image.height * _EMU_PER_PX
    image.anchor = TwoCellAnchor(
        editAs="twoCell",
        _from=AnchorMarker(col=column, colOff=start, row=row, rowOff=start),
        to=AnchorMarker(col=column, colOff=start + width, row=row, rowOff=start + height),
    )
    return image


def _height(row: SheetRow, columns: Sequence[SheetColumn]) -> int:
    """The height in px that the longest text of a row needs."""
    return max(_lines(text, each.width) for text, each in zip(row.cells, columns, strict=True)) * _LINE_PX + _PADDING_PX


def _lines(text: str, width: int) -> int:
    return sum(max(1, math.ceil(len(line) * 1.1 / width)) for line in text.split("\n"))


def _without_times(data: io.BytesIO) -> bytes:
    """The package with fixed times; pictures are compressed already."""
    out = io.BytesIO()
    with zipfile.ZipFile(data) as made, zipfile.ZipFile(out, "w") as archive:
        for old in made.infolist():
            content = made.read(old)
            if old.filename == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            member = zipfile.ZipInfo(old.filename, EPOCH)
            member.external_attr = 0o644 << 16
            stored = old.filename.startswith("xl/media/")
            archive.writestr(member, content, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()
