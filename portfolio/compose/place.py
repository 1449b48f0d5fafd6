"""Where the school is, on the map and on the web, as a document says it."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.compose.edition import Edition
from portfolio.compose.wording import country_name
from portfolio.model.blocks import Run
from portfolio.model.problem import Place, Problem, note, warning
from portfolio.model.project import School
from portfolio.model.sheet import SiteCode

LONGEST_ADDRESS = 200  # letters that a code holds before it is larger than its place


def school_place(edition: Edition) -> str:
    """Town and country, as far as they are known: "Masalköy, Türkiye"."""
    school = edition.project.school
    return edition.locale.listed((school.city, country_name(school.country, edition)))


def website(school: School) -> tuple[str, str]:
    """The school's site as people read it ("isilti.example") and its whole address; both "" when it has none."""
    return web_address(school.website)


def web_address(said: str) -> tuple[str, str]:
    """An address of the web as people read it and as a whole, with or without its scheme; both "" for none."""
    if not said:
        return "", ""
    address = said if said.lower().startswith(("https://", "http://")) else f"https://{said}"
    return address.partition("://")[2].rstrip("/"), address


def site_code(edition: Edition) -> SiteCode:
    """The school's site and what stands beside its QR code; all "" without one, or one that is too long for a code."""
    word = edition.locale.word
    site, address = website(edition.project.school)
    if not 0 < len(address) <= LONGEST_ADDRESS:
        return SiteCode()
    runs = (Run(text=site, link=address),)
    return SiteCode(site=runs, scan=word("info.scan"), alternative=word("info.code", address=site))


def find_site_faults(school: School) -> Iterator[Problem]:
    """Why there is no code (`info.no-website`, `info.long-website`)."""
    _, address = website(school)
    if not address:
        yield note("info.no-website", Place(file="portfolio.yaml"))
    elif len(address) > LONGEST_ADDRESS:
        where = Place(file="portfolio.yaml")
        yield warning("info.long-website", where, letters=len(address), longest=LONGEST_ADDRESS)
