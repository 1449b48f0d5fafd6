"""Where the school is, as a document says it."""

from __future__ import annotations

from portfolio.compose.edition import Edition
from portfolio.compose.wording import country_name


def school_place(edition: Edition) -> str:
    """Town and country, as far as they are known: "Masalköy, Türkiye"."""
    school = edition.project.school
    return ", ".join(filter(None, (school.city, country_name(school.country, edition))))
