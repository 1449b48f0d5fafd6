"""The words of the sheet that goes to a print shop with a poster or plaque."""

from __future__ import annotations

from portfolio.i18n import Locale
from portfolio.model.project import Project
from portfolio.model.sheetorder import SheetOrder
from portfolio.model.shopsheet import ShopSheet

_WORDS = "shop."
_CONTACT = ("address", "phone", "email", "website")


def compose_shop(project: Project, locale: Locale, order: SheetOrder) -> ShopSheet:
    """The shop's sheet of an order; `locale` is that of the school's own language."""
    school = project.school
    kind = locale.word(f"{_WORDS}kinds.{order.kind}")
    contact = ((locale.word(f"school.{key}"), getattr(school, key)) for key in _CONTACT)
    return ShopSheet(
        language=locale.language,
        title=locale.word("document.title", title=locale.word(f"{_WORDS}title", kind=kind), school=school.name),
        school=school.name,
        kind=kind,
        contact=tuple((label, value) for label, value in contact if value),
        words=tuple((key.removeprefix(_WORDS), text) for key, text in locale.words.items() if key.startswith(_WORDS)),
        dated=project.edition_on.isoformat() if project.edition_on else "",
    )
