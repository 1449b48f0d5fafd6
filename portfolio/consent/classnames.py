"""Which class a title, the name of a sheet or a cell speaks of ("4. Sınıf / A Şubesi", "Klass 5B", "4-A")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from portfolio.consent.columns import words
from portfolio.consent.keys import BETWEEN, key_of
from portfolio.i18n import fold

_BLANK = re.compile(r"\{(\w+)\}")
_GRADE = r"(?<![\w.])(?P<grade>\d{1,2})"
_SECTION = r"(?P<section>[^\W\d_])(?!\w)"
_PARTS = {"grade": _GRADE, "section": _SECTION, "class": rf"{_GRADE}{BETWEEN}{_SECTION}"}
_KEY = re.compile(r"\d{1,2}-[^\W\d_]")
# A grade, its section, and letters standing alone behind it, which may be further sections ("4-A ve B").
_SEVERAL = re.compile(rf"(?<![^\W_])(\d{{1,2}}){BETWEEN}[^\W\d_](?!\w)\D*")
_ALONE = re.compile(r"(?<![^\W\d_])[^\W\d_](?!\w)")


def is_class(text: str) -> bool:
    """Whether a text is nothing but a class with its section: "4-A", "4/A", "5B"."""
    return _KEY.fullmatch(key_of(text)) is not None


def class_in(text: str) -> str:
    """The class that a text is, or that it speaks of in the words of `titles`; "" where it is not said.

    "4. Sınıf / A Şubesi" is "4-A"; "Klass 5B" is "5B", as written.
    """
    if is_class(text):
        return text.strip()
    folded, places = _folded(text)
    for meaning, pattern in _patterns():
        for found in pattern.finditer(folded):
            section = text[places[found.start("section")]]
            if not section.isupper():  # in a sentence, "5 i" is no class
                continue
            if meaning == "whole":
                return text[places[found.start("grade")] : places[found.start("section")] + 1]
            return f"{found['grade']}-{section}"
    return ""


def classes_in(text: str) -> frozenset[str]:
    """The keys of all classes that somebody may mean who is asked for a name: "4-a" and "4-b" of "4-A/B pupils".

    Wider than `class_in`, for nobody is cleared by a class too many.
    """
    found = {
        f"{several[1]}-{section}" for several in _SEVERAL.finditer(fold(text)) for section in _ALONE.findall(several[0])
    }
    return frozenset({*found, *filter(None, [key_of(class_in(text))])})


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The titles as expressions for folded texts, those with the parts of a class apart first."""
    titles = ((title, meaning) for title, meaning in words("titles").items() if "{" in title)
    return tuple((meaning, re.compile("".join(_expressions(title)))) for title, meaning in titles)


def _expressions(title: str) -> Iterator[str]:
    for number, word in enumerate(title.split()):
        yield r"[\W_]*" if number else r"(?<!\w)"
        blank = _BLANK.fullmatch(word)
        yield _PARTS[blank[1]] if blank else rf"{re.escape(word)}(?!\w)"


def _folded(text: str) -> tuple[str, list[int]]:
    """A text letter by letter as it is compared, and where in the text each of its letters stands."""
    letters = [
        (folded, place) for place, letter in enumerate(text) for folded in (" " if letter.isspace() else fold(letter))
    ]
    return "".join(letter for letter, _ in letters), [place for _, place in letters]
