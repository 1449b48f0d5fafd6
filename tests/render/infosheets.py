"""Information sheets to set: of the shipped pack, with much and with little."""

from dataclasses import replace

from compose.editions import edition_of, photo, project, project_record, said

from portfolio.compose.info import compose_info
from portfolio.framework import read_framework
from portfolio.model.clearance import Audience
from portfolio.model.info import InfoSheet
from portfolio.model.lockup import Lockup
from portfolio.model.project import Figures
from portfolio.model.text import Phrase

LOCKUP = Lockup(
    statement=Phrase(text="Avrupa Birliği tarafından\nfinanse edilmektedir"),
    alternative="Avrupa Birliği bayrağı",
    disclaimer="Burada yazılanlar okulun görüşüdür.",
)
LONG = (
    "Şehit Öğretmen Muhammed Abdülkerim Karamehmetoğlu ve Hacı Fatma Işıltı Eğitim Vakfı "
    "Masalköy Mesleki ve Teknik Lisesi XY"
)


def sheet_of(*pieces, language="tr", pack="etwinning-school", lockup=LOCKUP, **changes) -> InfoSheet:
    """The sheet of a school with some pieces; `changes` are of the school."""
    known = {"address": "Masal Caddesi 1", "email": "isilti@example.org", **changes}
    edition = edition_of(
        *pieces,
        language=language,
        of=project(school=replace(project().school, **known), figures=Figures(active_teachers=9 if pieces else None)),
        framework=read_framework(pack, None, lexica=()),
        audience=Audience.PRINT,
    )
    return compose_info(replace(edition, lockup=lockup))[0]


def full_sheet(language: str = "tr", **changes) -> InfoSheet:
    """A sheet with a picture and more projects than it tells of."""
    return sheet_of(photo("a", "model"), *_projects("Işık Avcıları", 3), language=language, **changes)


def crowded_sheet(language: str = "tr") -> InfoSheet:
    """A sheet on which everything is as long as may be."""
    return sheet_of(
        photo("a", "model"),
        *_projects("Rüzgârın Taşıdığı Masallar ve Denizin Öte Yakasından Gelen Mektuplarla Kurulan Köprüler " * 2, 12),
        language=language,
        name=LONG,
        address="Cumhuriyet Mahallesi, Işıltı Bulvarı, Üçüncü Ara Sokak, No 128/4, Yukarı Masalköy, posta kodu 00000",
        phone="dahili 1, 2 ve 3",
        email="yazisma-isleri.mudurlugu@masalkoy-isilti-anadolu-lisesi.example.org",
        website=f"https://masalkoy-isilti.example.org/{'etwinning-' * 12}",
    )


def _projects(name, countries):
    for year in range(2019, 2025):
        item, targets = project_record(str(year), "model")
        record = replace(
            item.project,
            title=said(f"{name} {year}"),
            years=said(f"{year}-{year + 1}"),
            national_label=said("2025"),
            partners=said(tuple(("", code) for code in ("SE", "IT", "DE", "FR", "ES", "GR", "PL", "RO")[:countries])),
        )
        yield replace(item, project=record), targets
