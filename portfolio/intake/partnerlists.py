"""Lists in a cell: entries, partner schools with their countries, countries alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from portfolio.i18n import fold


def list_in(text: str) -> tuple[str, ...]:
    """The entries of a list in a cell: by line feeds or semicolons, else by commas."""
    parts = re.split(r"[;\n]" if re.search(r"[;\n]", text) else ",", text)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def partners_in(text: str, countries: Mapping[str, Mapping[str, str]]) -> tuple[tuple[str, str], ...]:
    """Schools with their countries: "School (PL), School (IT)", "School, Poland; School, IT", or one on each line.

    A country is given as its code where it is known, else as written; "" where none is given. A list of nothing but
    countries has no schools.
    """
    codes = _codes(countries)
    listed = list_in(text)
    if listed and all(fold(each) in codes for each in (part for line in listed for part in line.split(","))):
        return countries_in(text, countries)
    if re.search(r"[;\n]", text):
        parts = re.split(r"[;\n]", text)
    elif re.search(r"\)\s*,", text):
        parts = re.split(r"(?<=\))\s*,", text)
    else:
        parts = list(_by_countries(text, codes))
    return tuple(_partner(part.strip(), codes) for part in parts if part.strip())


def countries_in(text: str, countries: Mapping[str, Mapping[str, str]]) -> tuple[tuple[str, str], ...]:
    """A list of countries as partners of which no more is known; one that is not known stays as written."""
    codes = _codes(countries)
    listed = (part.strip() for part in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(("", codes.get(fold(each), each)) for each in listed if each))


def _codes(countries: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    return {fold(name): code for code, names in countries.items() for name in (code, *names.values())}


def _by_countries(text: str, codes: Mapping[str, str]) -> Iterator[str]:
    """A list with commas only, cut behind each country; without countries each entry is a school."""
    pieces = [piece.strip() for piece in text.split(",")]
    if not any(fold(piece) in codes for piece in pieces[1:]):
        yield from pieces
        return
    school: list[str] = []
    for piece in pieces:
        school.append(piece)
        if len(school) > 1 and fold(piece) in codes:
            yield ", ".join(school)
            school = []
    yield ", ".join(school)


def _partner(text: str, codes: Mapping[str, str]) -> tuple[str, str]:
    if found := re.fullmatch(r"(.+?)\s*\(([^()]+)\)", text):
        school, country = found.groups()
        return school, codes.get(fold(country), country.strip())
    if fold(text) in codes:
        return "", codes[fold(text)]
    school, comma, country = text.rpartition(",")
    if comma and fold(country) in codes:
        return school.strip(), codes[fold(country)]
    return text, ""
