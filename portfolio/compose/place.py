"""Where the school is, on the map and on the web, as a document says it."""

from __future__ import annotations

from portfolio.compose.edition import Edition
from portfolio.compose.wording import country_name
from portfolio.model.project import School


def school_place(edition: Edition) -> str:
    """Town and country, as far as they are known: "Masalköy, Türkiye"."""
    school = edition.project.school
    return ", ".join(filter(None, (school.city, country_name(school.country, edition))))


def website(school: School) -> tuple[str, str]:
    """The school's site as people read it ("isilti.example") and its whole address; both "" when it has none."""
    return web_address(school.website)


def web_address(said: str) -> tuple[str, str]:
    """An address of the web as people read it and as a whole, with or without its scheme; both "" for none."""
    if not said:
        return "", ""
    address = said if said.lower().startswith(("https://", "http://")) else f"https://{said}"
    return address.partition("://")[2].rstrip("/"), address
