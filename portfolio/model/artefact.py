"""What is wanted and what was made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portfolio.model.clearance import Audience
from portfolio.model.problem import Problem, Reason
from portfolio.model.sheetorder import SheetOrder


class Format(StrEnum):
    """How an artefact is written; the value is its suffix."""

    PDF = "pdf"
    DOCX = "docx"
    TEXT = "txt"
    HTML = "html"
    SVG = "svg"


class Outcome(StrEnum):
    """How making an artefact ended."""

    MADE = "made"
    FRESH = "fresh"  # nothing it depends on has changed
    BESIDE = "beside"  # a person edited the old one: kept, the new one written beside it
    FAILED = "failed"  # the old one, if any, is still whole


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtefactSpec:
    """What is wanted: a name ("dossier", "application", "plaque"), a language, a format, an audience.

    What stands for several files ("upload") has none of its own: theirs are in the folder of its name.
    `after` are the paths of the artefacts whose files it is made of, so that they are made first.
    `order` is what is wanted of a single sheet, None for what is none.
    `main` is the name of the file to open of an artefact that is a folder of files ("site"), "" for one that is not.
    """

    name: str
    language: str
    format: Format
    audience: Audience
    after: tuple[str, ...] = ()
    main: str = ""
    order: SheetOrder | None = None

    @property
    def folder(self) -> str:
        """Where its files go below the output folder, POSIX: "web/site/tr"; "" where it is no folder of files."""
        return f"{self.audience}/{self.name}/{self.language}" if self.main else ""

    @property
    def path(self) -> str:
        """Where it, or its main file, goes below the output folder, POSIX: "evaluator/dossier.tr.pdf"."""
        return (
            f"{self.folder}/{self.main}" if self.main else f"{self.audience}/{self.name}.{self.language}.{self.format}"
        )

    def covers(self, path: str) -> bool:
        """Whether an artefact of this path is it, or one of those that it stands for."""
        inside = path.startswith(f"{self.audience}/{self.name}/")
        return path == self.path or (inside and path.endswith(f".{self.language}.{self.format}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """What became of a spec; `path` is where the bytes are, below the output folder; `reasons` say why it was made.

    `parts` are the paths of its further files, such as volumes; `size` is that of all of them.
    """

    spec: ArtefactSpec
    outcome: Outcome
    path: str
    size: int
    reasons: tuple[Reason, ...] = ()
    problems: tuple[Problem, ...] = ()
    parts: tuple[str, ...] = ()


def folder_in(path: str) -> str:
    """The folder of an artefact that a path lies in: "web/site/tr" of "web/site/tr/pictures/a.jpg"; "" for none."""
    parts = path.split("/")
    return "/".join(parts[:3]) if len(parts) > 3 else ""
