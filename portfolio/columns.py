"""Headings, in any language, as the fields they mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from portfolio.files.nearest import NEAR, likeness, nearest
from portfolio.i18n import fold

_HARDLY = 0.1  # "piller" is more like "pillar" than like "pikselleştir"
_SEPARATORS = re.compile(r"[\s._\-/:'’]+")
# Between a heading and the same one in another language: "Kişiler / People", "Dosya (file)".
_BESIDE = re.compile(r"\s*[/|()]\s*")
_LANGUAGE = re.compile(r"(?P<heading>.+?)\s*[ ._(-]\s*(?P<language>[a-z]{2})\)?")


class Columns:
    """Looks up headings: case, diacritics and separators do not matter.

    A language may stand behind ("caption.tr"), or the same heading in another one ("Kişiler / People").
    `spoken`: field → how the school calls it, for those who have to be told.
    """

    def __init__(self, names: Mapping[str, Iterable[str]], spoken: Mapping[str, str] | None = None) -> None:
        self._spoken = spoken or {}
        self._fields = {_bare(heading): field for field, headings in names.items() for heading in (*headings, field)}
        # Bare → as people write it, the first of each.
        self._headings: dict[str, str] = {}
        for heading in (heading for field, headings in names.items() for heading in (*headings, field)):
            self._headings.setdefault(_bare(heading), heading)
        self._answers: dict[str, tuple[str, str]] = {}

    def field_of(self, heading: str) -> tuple[str, str]:
        """The field and the language of a heading ("" for none given); ("", "") for a heading nobody knows."""
        if heading not in self._answers:  # thousands of files have the same few
            self._answers[heading] = self._field_of(heading)
        return self._answers[heading]

    def _field_of(self, heading: str) -> tuple[str, str]:
        if field := self._fields.get(_bare(heading)):
            return field, ""
        found = _LANGUAGE.fullmatch(fold(heading))
        field = self._fields.get(_bare(found["heading"]), "") if found else ""
        if found and field:
            return field, found["language"]
        twice = {self._fields.get(_bare(part), "") for part in _BESIDE.split(heading) if part.strip()}
        return (twice.pop(), "") if len(twice) == 1 else ("", "")

    def heading_of(self, field: str) -> str:
        """How the school calls a field; else its first name, or its own where it has no other."""
        if spoken := self._spoken.get(field):
            return spoken
        return next((self._headings[bare] for bare, known in self._fields.items() if known == field), field)

    def nearest(self, heading: str, fields: Collection[str] = (), least: float = NEAR) -> str:
        """The known heading that is most like one that is not known; "" when none is near.

        The school's own goes before one in another language that is hardly more like it. Of some `fields` where they
        are given; `least` is the likeness to reach, as in `files.nearest`.
        """
        spoken = {_bare(name): name for field, name in self._spoken.items() if not fields or field in fields}
        known = (bare for bare, field in self._fields.items() if not fields or field in fields)
        written = _bare(heading)
        own, best = nearest(written, spoken, least), nearest(written, known, least)
        if own and likeness(written, own) + _HARDLY >= likeness(written, best):
            return spoken[own]
        return self._headings.get(best, "")


def _bare(heading: str) -> str:
    return _SEPARATORS.sub(" ", fold(heading)).strip()
