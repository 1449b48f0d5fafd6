"""Exact copies: files with the same bytes are one content with several places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from portfolio.intake.contents import ReadFile
from portfolio.intake.copymarks import without_marks
from portfolio.intake.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A content with all its places, the one that it is known by first: that is opened where it is shown."""

    files: tuple[ReadFile, ...]

    @property
    def first(self) -> ReadFile:
        """The place that is not called a copy and whose name sorts first."""
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
    for each in files:
        groups.setdefault(each.sha256, []).append(each)
    contents = [Content(files=tuple(sorted(group, key=_rank))) for group in groups.values()]
    return tuple(sorted(contents, key=lambda content: content.first.file.name))


def _rank(each: ReadFile) -> tuple[bool, str]:
    """A "photo (1).jpg" behind its "photo.jpg", which sorts behind it."""
    stem = PurePosixPath(each.file.name).stem
    return without_marks(stem) != stem, each.file.name
