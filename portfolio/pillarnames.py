"""What pillars are called, by people, in folders and in texts; and how such names are compared."""

from __future__ import annotations

import re

from portfolio.i18n import fold
from portfolio.model.framework import Pillar, Wording

_SEPARATORS = re.compile(r"[\W_]+")
_NUMBER_IN_FRONT = re.compile(r"^\d+ (?=\S)")


def kernel(title: Wording) -> str:
    """What a title that is a sentence comes down to: the first of its other forms that it contains, else itself."""
    return next((form for form in title.match if fold(form) in fold(title.print)), title.print)


def bare_text(text: str) -> str:
    """A text as it is compared: only its letters and digits, folded, a blank between words."""
    return _SEPARATORS.sub(" ", fold(text)).strip()


def bare_name(name: str) -> str:
    """A name as it is compared, of a pillar, folder or heading: "3-Öğrenciler" and "3. ogrenciler" are "ogrenciler"."""
    return _NUMBER_IN_FRONT.sub("", bare_text(name))


def names_of(pillar: Pillar) -> tuple[str, ...]:
    """All that a pillar or bucket is called, in any language: its key, titles and folders, as written."""
    titles = (name for title in pillar.titles.values() for name in (title.print, *title.match))
    folders = (name for names in pillar.folders.values() for name in names)
    return tuple(dict.fromkeys((pillar.key, *titles, *folders)))
