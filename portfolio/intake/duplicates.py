"""Exact copies: files with the same bytes are one content with several places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portfolio.intake.contents import ReadFile
from portfolio.intake.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A content with all its places, sorted by name; the first one is opened where it is shown."""

    files: tuple[ReadFile, ...]

    @property
    def first(self) -> ReadFile:
        """The place whose name sorts first."""
        return self.files[0]

    @property
    def names(self) -> tuple[str, ...]:
        """All places as shown to people."""
        return tuple(each.file.name for each in self.files)

    @property
    def reading(self) -> Reading:
        """What it says."""
        return self.first.reading

    @property
    def id(self) -> str:
        """The id of the piece it is: the same wherever it lies and whatever it is called."""
        return self.first.id


def contents_of(files: Iterable[ReadFile]) -> tuple[Content, ...]:
    """Files grouped by content, in the order of their first places."""
    groups: dict[str, list[ReadFile]] = {}
    for each in sorted(files, key=lambda each: each.file.name):
        groups.setdefault(each.sha256, []).append(each)
    return tuple(Content(files=tuple(group)) for group in groups.values())
