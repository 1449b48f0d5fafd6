"""Posters to set in any size, language and wealth of content, and where their texts then stand on the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from compose.editions import edition_of, photo, project
from PIL import Image

from portfolio.compose.poster import compose_poster
from portfolio.compose.poster_school import compose_school_poster
from portfolio.framework import read_framework
from portfolio.i18n import read_locale
from portfolio.model.clearance import Audience
from portfolio.model.lockup import Lockup
from portfolio.model.papersize import HIDDEN_FOOT, find_paper
from portfolio.model.project import Label, LabelStatus
from portfolio.model.sheet import PageGeometry, Sheet
from portfolio.model.sheetorder import SheetKind, SheetOrder
from portfolio.model.text import LocalText, Phrase
from portfolio.render.pdf import _addressed, _fetcher
from portfolio.render.poster import poster_html, school_poster_html
from portfolio.render.typefaces import Typefaces, set_typefaces
from portfolio.sheetwords import sheet_word_folders
from portfolio.themes import load_theme

PACK = read_framework("etwinning-school", None, lexica=())
THEME = load_theme("base", None)
MM = 25.4 / 96
HELD = Label(status=LabelStatus.HELD, years="2025-2026")
LOCKUP = Lockup(statement=Phrase(text="Funded by\nthe European Union"), alternative="Flag of the European Union")
DISCLAIMER = (
    "Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not "
    "necessarily reflect those of the European Union or the European Education and Culture Executive Agency (EACEA). "
    "Neither the European Union nor EACEA can be held responsible for them."
)
# A long name in each language, of which others are the beginning.
NAMES = {
    "tr": "Şehit-Öğretmen Muhammed Abdülkerim Karamehmetoğlugillerinden ve Hacı Fatma Işıltı Eğitim Vakfı Masalköy "
    "Mesleki ve Teknik Anadolu Lisesi",
    "en": "Saint Bartholomew-the-Great and Llanfairpwllgwyngyllgogerych Voluntary Aided Comprehensive Secondary School "
    "for Performing Arts",
    "sv": "Ekbackens förskole- och grundskoleenhet med naturvetenskapsinriktning och idrottsgymnasiet i Västra "
    "Götalandsregionens kommunalförbund",
    "el": "3ο Πειραματικό Γενικό Λύκειο Θεσσαλονίκης «Αριστοτέλης ο Σταγειρίτης» και Επαγγελματική Σχολή "
    "Ηλεκτρομηχανολογικών Εφαρμογών Αθηνών",
    "uk": "Київська спеціалізована загальноосвітня школа східних мов імені Володимира Івановича Вернадського та "
    "природничо-математичний ліцей № 145",
    "ka": "ქალაქ ქუთაისის აკაკი წერეთლის სახელობის მეორე საჯარო სკოლა და საბუნებისმეტყველო პროფესიული კოლეჯი "
    "საქართველოს მთიანი რეგიონებისთვის",
    "hy": "Երևանի Հովհաննես Թումանյանի անվան թիվ հարյուր քսանութ հիմնական դպրոց և բնագիտամաթեմատիկական "
    "ուղղվածությամբ ավագ վարժարան Շիրակում",
    "ar": "مدرسة الشهيد محمد عبد الكريم النموذجية الثانوية للعلوم والرياضيات والتكنولوجيا في مدينة السلام الجديدة "
    "بالتعاون مع وقف التعليم والتنمية",
}
SHAPES = {"square.png": (300, 300), "wide.png": (500, 100), "tall.png": (200, 300)}


def geometry_of(size: str, *, landscape: bool = False, bleed: float = 0.0) -> PageGeometry:
    """The sheet of a name or of two lengths."""
    width, height = sorted(find_paper(size), reverse=landscape)
    hidden = HIDDEN_FOOT if size == "roll-up" and not landscape else 0.0
    return PageGeometry(width=width, height=height, bleed=bleed, hidden=hidden)


def poster_of(
    kind: SheetKind = SheetKind.MISSION,
    *,
    geometry: PageGeometry | None = None,
    language: str = "en",
    name: str = "Masalköy Işıltı İlkokulu",
    lockup: Lockup | None = LOCKUP,
    logos: Sequence[str] = (),
    label: Label = HELD,
    line: str = "",
    motto: str = "",
    pictured: bool = False,
    draft: bool = False,
    website: str = "https://isilti.example",
) -> Sheet:
    """A poster of a school, the shipped pack's words on it."""
    own = LocalText(texts=((language, motto),)) if motto else None
    school = replace(project().school, name=name, logos=tuple(logos), motto=own, website=website)
    edition = edition_of(
        *([photo("a", "model")] if pictured else []),
        language=language,
        of=project(school=school, label=label),
        framework=PACK,
        audience=Audience.PRIVATE if draft else Audience.PRINT,
    )
    compose = compose_school_poster if kind is SheetKind.SCHOOL else compose_poster
    order = SheetOrder(kind=kind, geometry=geometry or geometry_of("A3"), title=line)
    locale = read_locale(language, sheet_word_folders(THEME, ()))
    return compose(replace(edition, lockup=lockup, locale=locale), order)[0]


def logo_files(folder: Path) -> dict[str, Path]:
    """A square logo, a wide one, a high one."""
    for name, size in SHAPES.items():
        if not (folder / name).exists():
            Image.new("RGB", size, "#2a7a5a").save(folder / name)
    return {name: folder / name for name in SHAPES}


def html_of(poster: Sheet, folder: Path) -> tuple[str, list[Path]]:
    """A poster for the typesetter, and the files that it shows."""
    logos, derivatives = logo_files(folder), {}
    if picture := getattr(poster, "picture", None):
        path = folder / "photo.jpg"
        Image.new("RGB", (1600, 1200), "#88aa99").save(path)
        derivatives = {picture.key: _Made(path)}
    if hasattr(poster, "picture"):
        return school_poster_html(poster, THEME, derivatives, logos), [*logos.values(), *_paths(derivatives)]
    return poster_html(poster, THEME, logos), list(logos.values())


@dataclass(frozen=True)
class _Made:
    path: Path


def _paths(derivatives: dict[str, _Made]) -> list[Path]:
    return [made.path for made in derivatives.values()]


@dataclass(frozen=True)
class Set:
    """An element as it was set, in mm: its text, its reckoned place, and where its letters or it itself really are."""

    tag: str
    text: str
    place: tuple[float, float, float, float]
    real: tuple[float, float, float, float]


def as_set(html: str, files: Sequence[Path]) -> tuple[list[Set], tuple[float, float]]:
    """What stands on the one page of a poster, and the page's size in mm."""
    import weasyprint

    html, given = _addressed(html, files)
    html, _ = set_typefaces(html, Typefaces(THEME))
    pages = (
        weasyprint.HTML(string=html, base_url="theme:", url_fetcher=_fetcher(THEME, given, THEME.fonts)).render().pages
    )
    assert len(pages) == 1
    sheet = pages[0]._page_box
    return [found for box in _below(sheet) if (found := _element(box))], (sheet.width * MM, sheet.height * MM)


def _below(box: object) -> Iterator[object]:
    for child in getattr(box, "children", ()):
        child = getattr(child, "_box", child)
        if getattr(child, "style", None) and child.style["position"] == "absolute":
            yield child
        elif type(child).__name__ == "BlockBox":
            yield from _below(child)


def _element(box: object) -> Set | None:
    if "ground" in (box.element.get("class") or "") or (
        box.element_tag == "img" and "picture" in box.element.get("class")
    ):
        return None
    x, y = box.content_box_x(), box.content_box_y()
    place = (x * MM, y * MM, (x + box.width) * MM, (y + box.height) * MM)
    letters = [each for each in _all(box) if type(each).__name__ == "TextBox" and each.text.strip()]
    if not letters:
        return Set(tag=box.element_tag, text="", place=place, real=place)
    lines = [each for each in _all(box) if type(each).__name__ == "LineBox"]
    left = min(each.position_x for each in letters) * MM
    right = max(each.position_x + each.width for each in letters) * MM
    top = min(each.position_y for each in lines) * MM
    bottom = max(each.position_y + each.height for each in lines) * MM
    text = "".join(each.text for each in letters)
    return Set(tag=box.element_tag, text=text, place=place, real=(left, top, right, bottom))


def _all(box: object) -> Iterator[object]:
    for child in getattr(box, "children", ()):
        child = getattr(child, "_box", child)
        yield child
        yield from _all(child)


def faults_of(poster: Sheet, folder: Path) -> list[str]:
    """What is wrong with a poster as it was set: texts off the sheet, out of their places, or over each other."""
    html, files = html_of(poster, folder)
    elements, size = as_set(html, files)
    sheet = poster.geometry
    found = [] if abs(size[0] - sheet.width) + abs(size[1] - sheet.height) < 0.1 else [f"the page is {size}"]
    read = [each for each in elements if each.text != poster.watermark]
    for each in read:
        left, top, right, bottom = each.real
        near = sheet.safe_margin - 0.2
        foot = sheet.height - max(sheet.hidden, near)
        if left < near or top < near or right > sheet.width - near or bottom > foot + 0.2:
            found.append(f"off the sheet: {each}")
        if bottom > each.place[3] + 0.5 or left < each.place[0] - 1 or right > each.place[2] + 1:
            found.append(f"out of its place: {each}")
    for one, other in combinations(read, 2):
        if _overlap(one.real, other.real):
            found.append(f"over each other: {one} {other}")
    return found


def _overlap(one: Sequence[float], other: Sequence[float], much: float = 0.6) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > much and down > much
