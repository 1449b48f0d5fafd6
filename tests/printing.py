"""What tests of printing share: a profile of a press that never was, and sheets that are set for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from compose.editions import edition_of, project

from portfolio.compose.poster import compose_poster
from portfolio.compose.shop import compose_shop
from portfolio.framework import read_framework
from portfolio.i18n import read_locale
from portfolio.model.clearance import Audience
from portfolio.model.lockup import Ink, Lockup
from portfolio.model.sheet import MissionPoster, PageGeometry, Purpose
from portfolio.model.sheetorder import SheetKind, SheetOrder
from portfolio.model.text import Phrase
from portfolio.themes import load_theme

THEME = load_theme("base", None)
LOCKUP = Lockup(statement=Phrase(text="Funded by\nthe European Union"), alternative="Flag of the European Union")


def press_profile(*, kind: bytes = b"prtr", space: bytes = b"CMYK", name: str = "Masal Press, coated") -> bytes:
    """A whole ICC profile (version 2) of four inks, as small as one can be: two steps of each ink."""
    text = name.encode()
    tags = {
        b"desc": b"desc" + bytes(4) + (len(text) + 1).to_bytes(4, "big") + text + bytes(1 + 8 + 3 + 67),
        b"cprt": b"text" + bytes(4) + b"nobody's\0",
        b"wtpt": b"XYZ " + bytes(4) + bytes.fromhex("0000f6d6000100000000d32d"),
        b"A2B0": _table(4, 3),
        b"B2A0": _table(3, 4),
        b"gamt": _table(3, 1),
    }
    body, entries = b"", len(tags).to_bytes(4, "big")
    start = 128 + 4 + 12 * len(tags)
    for key, data in tags.items():
        entries += key + (start + len(body)).to_bytes(4, "big") + len(data).to_bytes(4, "big")
        body += data + bytes(-len(data) % 4)
    size = start + len(body)
    head = size.to_bytes(4, "big") + bytes(4) + bytes.fromhex("02100000") + kind + space + b"Lab "
    head += bytes(12) + b"acsp" + bytes(28) + bytes.fromhex("0000f6d6000100000000d32d")
    return head.ljust(128, b"\0") + entries + body


def _table(inputs: int, outputs: int) -> bytes:
    """A table of eight bits (ICC.1, 10.10) that says nothing of interest."""
    same = bytes(range(256))
    matrix = b"".join((0x10000 if row == column else 0).to_bytes(4, "big") for row in range(3) for column in range(3))
    grid = bytes((point * 37 + out * 11) % 256 for point in range(2**inputs) for out in range(outputs))
    return b"mft1" + bytes(4) + bytes([inputs, outputs, 2, 0]) + matrix + same * inputs + grid + same * outputs


def sheet_order(*purposes: Purpose, marks: bool = False, width: float = 297.0, height: float = 420.0) -> SheetOrder:
    """A mission poster for these printers."""
    geometry = PageGeometry(width=width, height=height, marks=marks)
    return SheetOrder(kind=SheetKind.MISSION, geometry=geometry, purposes=(Purpose.SCREEN, *purposes))


def ordered_poster(
    order: SheetOrder, *, language: str = "en", name: str = "", logos: tuple[str, ...] = (), ink: Ink = Ink.RGB
) -> MissionPoster:
    """The poster of an order, with what a print shop is told of it in the same language."""
    ours = project()
    school = replace(ours.school, logos=logos, email="okul@masalkoy.example", **({"name": name} if name else {}))
    ours = replace(ours, school=school, edition_on=date(2026, 11, 20))
    framework = read_framework("etwinning-school", None)
    edition = edition_of(language=language, of=ours, framework=framework, audience=Audience.PRINT)
    edition = replace(edition, lockup=replace(LOCKUP, ink=ink))
    poster, _ = compose_poster(edition, replace(order, ink=ink))
    shop = compose_shop(ours, read_locale(language, THEME.message_folders), order)
    return replace(poster, shop=shop)


def put_profile(folder: Path, data: bytes | None = None) -> Path:
    """A file called like a profile."""
    path = folder / "press.icc"
    path.write_bytes(press_profile() if data is None else data)
    return path
