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
    known = school.website
    if not known:
        return "", ""
    address = known if known.lower().startswith(("https://", "http://")) else f"https://{known}"
    return address.partition("://")[2].rstrip("/"), address
