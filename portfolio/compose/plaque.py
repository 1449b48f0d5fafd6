"""The texts of the school's own plaques: what they say is true on the day, and they imitate nothing official."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from portfolio.compose.edition import Edition
from portfolio.compose.inks import ordered_ink
from portfolio.compose.label import label_line
from portfolio.compose.orderedproject import ordered_project
from portfolio.compose.place import school_place
from portfolio.compose.selection import select
from portfolio.compose.titles import dated
from portfolio.compose.wording import country_name
from portfolio.model.problem import Place, Problem, error, note, warning
from portfolio.model.sheet import LineRole, PageGeometry, Plaque, PlaqueLine
from portfolio.model.sheetorder import SheetKind, SheetOrder

HOLES = 15.0  # mm: the side of each corner that is kept clear for screws
SMALL = 0.1  # of the shorter side: what is kept clear on plates too small for that
MARGIN = 0.075  # of the shorter side, on large plates: for the look
PLATE = PageGeometry(width=300.0, height=200.0)
_PLAIN = SheetOrder(kind=SheetKind.PLAQUE, geometry=PLATE)

Lines = tuple[tuple[PlaqueLine, ...], tuple[Problem, ...]]


def compose_plaque(edition: Edition, order: SheetOrder = _PLAIN) -> tuple[Plaque | None, tuple[Problem, ...]]:
    """The plaque of an order; None, with the error, where it is not known whom or what it is about.

    Those of `ordered_project`, `plaque.no-partner`. The label stands on it only while it holds (`plaque.not-held`).
    A disclaimer is not set: it belongs to what can be read closely, and its letters would be too small to engrave.
    """
    lines, problems = _LINES[order.kind](edition, order)
    if not lines:
        return None, problems
    word, lockup = edition.locale.word, ordered_ink(order, edition)
    main = next(line.text for line in lines if line.role is LineRole.MAIN)
    plaque = Plaque(
        language=edition.language,
        title=word("document.title", title=word("plaque.title"), school=main),
        geometry=replace(order.geometry, safe_margin=margin_of(order.geometry)),
        purposes=order.purposes,
        profile=order.profile,
        lines=lines,
        lockup=replace(lockup, disclaimer="") if lockup else None,
        pillars=tuple(pillar.key for pillar in edition.framework.pillars),
        watermark=word("document.watermark") if edition.draft else "",
    )
    return plaque, (*problems, *_signs(edition, order))


def margin_of(geometry: PageGeometry) -> float:
    """What is kept clear at each edge, in mm: the corners with their screws, and on large plates more for the look.

    On a plate whose shorter side is below 150 mm the corners are a tenth of it, and never less than the safe margin.
    """
    shorter = min(geometry.width, geometry.height)
    return max(min(HOLES, SMALL * shorter), MARGIN * shorter, geometry.safe_margin)


def _signs(edition: Edition, order: SheetOrder) -> Iterator[Problem]:
    """That the ministry's rules may apply in Türkiye: to what hangs outside, and to what names a room at its door.

    Millî Eğitim Bakanlığı Kurum Tanıtım Yönetmeliği (Official Gazette 9 August 2006, 26254; articles 1, 2 and 4 as
    changed in February 2019), read in copies: muftulukhaberler.com, hasanhoca.net.
    """
    if edition.project.school.country.upper() != "TR":
        return
    if order.outdoors:
        yield warning("plaque.outdoors", order.where)
    elif order.kind is SheetKind.PLAQUE_ROOM:
        yield note("plaque.door", order.where)


def _of_label(edition: Edition, order: SheetOrder) -> Lines:
    label, word = edition.project.label, edition.locale.word
    held = label.holds_on(edition.today)
    lines = [
        PlaqueLine(text=edition.project.school.name, role=LineRole.MAIN, own=True),
        *_own(order.title),
        *([PlaqueLine(text=word("school.label"), role=LineRole.LABEL)] if held else []),
        *([PlaqueLine(text=label.years, role=LineRole.YEARS)] if held else []),
        *_own(order.text, word("plaque.awarded") if held else word("plaque.at_work")),
        *_foot(edition, order),
    ]
    _, problems = label_line(edition)
    return tuple(lines), problems if held else (*problems, note("plaque.not-held", Place(file="portfolio.yaml")))


def _of_project(edition: Edition, order: SheetOrder) -> Lines:
    found = ordered_project(order, edition, select(edition))
    if isinstance(found, Problem):
        return (), (found,)
    item, record = found
    years = record.years.value if record.years else dated(item, edition)
    partners = record.partners.value if record.partners else ()
    names = edition.locale.listed(dict.fromkeys(country_name(country, edition) for _, country in partners if country))
    lines = [
        PlaqueLine(text=edition.locale.word("plaque.project"), role=LineRole.LABEL),
        PlaqueLine(text=order.title or record.title.value, role=LineRole.MAIN, own=True),
        *([PlaqueLine(text=years, role=LineRole.YEARS)] if years else []),
        *(
            [PlaqueLine(text=f"{edition.locale.word('project.partners')}: {names}", role=LineRole.TEXT)]
            if names
            else []
        ),
        *_own(order.text),
        *_signed(edition, order),
    ]
    return tuple(lines), ()


def _of_room(edition: Edition, order: SheetOrder) -> Lines:
    word = edition.locale.word
    lines = [
        PlaqueLine(text=order.title or word("plaque.room"), role=LineRole.MAIN, own=True),
        *_own(order.text, word("plaque.at_work")),
        *_signed(edition, order),
    ]
    return tuple(lines), ()


def _of_thanks(edition: Edition, order: SheetOrder) -> Lines:
    word = edition.locale.word
    if not order.partner:
        return (), (error("plaque.no-partner"),)
    lines = [
        PlaqueLine(text=order.title or word("plaque.thanks"), role=LineRole.LABEL, own=bool(order.title)),
        PlaqueLine(text=order.partner, role=LineRole.MAIN, own=True),
        *_own(order.text, word("plaque.thanks_for")),
        *_signed(edition, order),
    ]
    return tuple(lines), ()


_LINES: dict[SheetKind, Callable[[Edition, SheetOrder], Lines]] = {
    SheetKind.PLAQUE: _of_label,
    SheetKind.PLAQUE_PROJECT: _of_project,
    SheetKind.PLAQUE_ROOM: _of_room,
    SheetKind.PLAQUE_THANKS: _of_thanks,
}


def _own(said: str, otherwise: str = "") -> Iterator[PlaqueLine]:
    """What the school says, line by line, or else what is said for it."""
    for text in (said or otherwise).splitlines():
        if text.strip():
            yield PlaqueLine(text=text.strip(), role=LineRole.TEXT, own=bool(said))


def _signed(edition: Edition, order: SheetOrder) -> Iterator[PlaqueLine]:
    """Whose the plaque is."""
    yield PlaqueLine(text=edition.project.school.name, role=LineRole.SCHOOL, own=True)
    yield from _foot(edition, order)


def _foot(edition: Edition, order: SheetOrder) -> Iterator[PlaqueLine]:
    """Where the school is, and the day that is to be remembered."""
    texts = (school_place(edition), edition.locale.date(order.day) if order.day else "")
    yield from (PlaqueLine(text=text, role=LineRole.TEXT) for text in texts if text)
