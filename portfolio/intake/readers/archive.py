"""Archives that people pack folders into: what lies in one. Nothing is unpacked yet."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from portfolio.files.zipfolder import ZipFolder
from portfolio.intake.formats import Format
from portfolio.intake.reading import Reading


def read(path: Path, found: Format, language: str) -> Reading:
    """The members of an archive; `language` is that of the computer it was packed on. Raises FileFault."""
    with closing(ZipFolder(path, language)) as folder:
        return Reading(format=found.key, members=folder.members)
