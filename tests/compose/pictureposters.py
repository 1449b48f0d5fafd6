"""Posters of projects and events to look at: of the shipped pack and theme, with much and with little."""

from __future__ import annotations

from dataclasses import replace

from compose.editions import edition_of, project, project_record, said

from portfolio.build.compose import _sheet
from portfolio.compose.edition import Edition
from portfolio.framework import read_framework
from portfolio.model.clearance import Audience
from portfolio.model.lockup import Lockup
from portfolio.model.sheetorder import SheetKind, SheetOrder
from portfolio.model.text import Phrase
from portfolio.sheetkeys import SheetKeys
from portfolio.themes import load_theme

THEME = load_theme("base", None)
LOCKUP = Lockup(
    statement=Phrase(text="Avrupa Birliği tarafından\nfinanse edilmektedir"), alternative="Avrupa Birliği bayrağı"
)
# The longest of everything, in Turkish words.
LONG_SCHOOL = (
    "ŞEHİT ÖĞRETMEN MUHAMMED ABDÜLKERİM KARAMEHMETOĞLU VE HACI FATMA IŞILTI EĞİTİM VAKFI "
    "MASALKÖY MESLEKİ VE TEKNİK LİSESİ XY"
)
LONG_TITLE = "Rüzgârın Taşıdığı Masallar ve Denizin Öte Yakasından Gelen Mektuplarla Kurulan Köprülerimiz"[:90]
LONG_TEXT = ("Öğrencilerimiz dört ülkedeki arkadaşlarıyla rüzgârı ölçtü, masallar yazdı ve mektuplar gönderdi. " * 5)[
    :400
]
PROGRAMME = "\n".join(LONG_TEXT[line * 66 : line * 66 + 65].strip() for line in range(6))
COUNTRIES = ("PT", "EE", "HR", "DE", "FR", "IT", "ES")
MANY = tuple((f"Escola Básica do Dragão Azul {place}", code) for place, code in enumerate(COUNTRIES))
NAMED = ("A4", "A3", "A2", "A1", "A0", "roll-up")


def edition(
    *pieces, language: str = "tr", lockup: Lockup | None = LOCKUP, audience=Audience.PRINT, **school
) -> Edition:
    """An edition for print with the widths of the theme's letters; `school` are changes of the school."""
    made = edition_of(
        *pieces,
        language=language,
        of=project(school=replace(project().school, **school)),
        framework=read_framework("etwinning-school", None, lexica=()),
        audience=audience,
    )
    return replace(made, lockup=lockup, sheet=_sheet(THEME))


def record(name: str = "record", **changes):
    """A project record with some of its facts changed."""
    item, targets = project_record(name, "collaboration")
    return replace(item, project=replace(item.project, **{key: said(value) for key, value in changes.items()})), targets


def order(kind: SheetKind, **keys) -> SheetOrder:
    """An order as portfolio.yaml gives it."""
    return SheetKeys.model_validate(keys).order(kind)


def event(**keys) -> SheetOrder:
    """An open day on 9 May 2027, a Sunday."""
    return order(
        SheetKind.EVENT, **{"title": "Açık gün", "on": "2027-05-09", "time": "14:00", "place": "Salon", **keys}
    )
