"""One value of portfolio.yaml as a form asks for it, and as text between the form and the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from portfolio.files.node import Listing, Node, Scalar
from portfolio.files.shape import find_node
from portfolio.files.yamledit import Value

_GROUPS = frozenset(
    {"school", "label", "round", "conditions", "eligibility", "funding", "artefacts", "sheets", "consent", "limits"}
)
_APART = re.compile(r"[\s,;]+")
_YES = frozenset({"true", "yes", "on", "y", "t", "1"})  # what a file may say, as pydantic reads it
_NO = frozenset({"", "false", "no", "off", "n", "f", "0"})


class Shape(StrEnum):
    """How a setting is asked."""

    LINE = "line"
    SHORT = "short"  # a number, a day, a code
    LINES = "lines"  # a text whose lines stay
    NAMES = "names"  # several, one a line
    WORDS = "words"  # several, with commas between
    CHOICE = "choice"
    CHECKS = "checks"
    SWITCH = "switch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One value of portfolio.yaml: the keys that lead to it, and how it is asked.

    `called` is the key of its words, where several settings are called alike: "school.motto", "sheets.size". `label`
    stands in place of its words where these are the school's or a pack's.
    """

    steps: tuple[str, ...]
    shape: Shape = Shape.LINE
    choices: tuple[str, ...] = ()
    usual: str = ""  # what holds where nothing is said
    language: str = ""
    called: str = ""
    label: str = ""

    @property
    def key(self) -> str:
        """Its keys with dots between: "school.motto.tr"."""
        return ".".join(self.steps)

    @property
    def name(self) -> str:
        """What it is called by."""
        return self.called or self.key

    @property
    def group(self) -> str:
        """Under what it is asked."""
        above = self.steps[:-1] or self.steps
        return next((step for step in reversed(above) if step in _GROUPS), "documents")

    def value(self, text: str) -> Value:
        """What a text of the form is in the file."""
        match self.shape:
            case Shape.WORDS | Shape.CHECKS:
                return tuple(filter(None, _APART.split(text)))
            case Shape.NAMES:
                return tuple(filter(None, map(_tidy, text.splitlines())))
            case Shape.LINES:
                return "\n".join(map(_tidy, text.strip().splitlines()))
            case Shape.SWITCH:
                said = _tidy(text).lower()
                return "true" if said in _YES else "" if said in _NO else _tidy(text)
            case _:
                return _tidy(text)

    def said(self, node: Node) -> str:
        """What the file says, as the form shows it."""
        found = find_node(node, *self.steps)
        if isinstance(found, Listing):
            between = "\n" if self.shape is Shape.NAMES else ", "
            return between.join(each.text for each in found.items if isinstance(each, Scalar))
        return found.text if isinstance(found, Scalar) else self.usual

    def same(self, one: str, other: str) -> bool:
        """Whether two texts of the form mean the same."""
        return self.value(one) == self.value(other)


def _tidy(text: str) -> str:
    """A text as one line."""
    return " ".join(text.split())
