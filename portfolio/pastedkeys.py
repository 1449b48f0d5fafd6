"""The keys that pasted criteria get of their texts, and the line that one of them was made of before it was edited."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from portfolio.files.nearest import likeness
from portfolio.model.framework import Criterion, Wording
from portfolio.pillarnames import bare_text

_WORDS, _DIGITS = 4, 4
_MADE = re.compile(r"(?P<words>[a-z0-9]+(?:-[a-z0-9]+)*)-[0-9a-f]{4}", re.ASCII)
# A mended typo leaves "staf-decide-together" at 0.97, another word in its place at 0.7.
_VERY_NEAR = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedLine:
    """A pasted line that was most likely edited: its target now, text, place, and how to write it with its old key."""

    target: str
    text: str
    file: str
    line: str


def key_of(text: str) -> str:
    """A key that a text always has: its first words, and digits of its digest."""
    words = _words(text)
    digest = hashlib.sha256(bare_text(text).encode()).hexdigest()
    return "-".join((*words, digest[:_DIGITS])) if words else f"c-{digest[: 2 * _DIGITS]}"


def edited_line(old: str, criteria: Iterable[Criterion]) -> EditedLine | None:
    """The one line whose first words are very near to those of a key that is gone; None where none or several are.

    Only of keys that were made of a text, for lines that have such a one. In other alphabets they have no words.
    """
    made = _MADE.fullmatch(old)
    if made is None:
        return None
    lines = ((line, text) for line in criteria for text in line.wordings.values() if _is_made(line.key, text))
    near = [each for each in lines if likeness(made["words"], "-".join(_words(each[1].print))) >= _VERY_NEAR]
    if len(near) != 1:
        return None
    [(line, text)] = near
    return EditedLine(target=line.target, text=text.print, file=text.where, line=f"{old}: {text.print}")


def _is_made(key: str, text: Wording) -> bool:
    return bool(text.where) and key == key_of(text.print)


def _words(text: str) -> list[str]:
    return [word for word in bare_text(text).split() if word.isascii()][:_WORDS]
