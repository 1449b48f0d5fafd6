"""Where the bytes of a piece are: in the evidence folder, or unpacked in the cache when it lies in an archive there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_PLAIN_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Originals:
    """An evidence folder, and the cache that holds what lies in its archives."""

    evidence: Path
    cache: Path

    @property
    def unpacked(self) -> Path:
        """The folder for what was unpacked; only its owner may look into it."""
        return self.cache / "unpacked"

    def path(self, source: str, sha256: str) -> Path:
        """The file to open for a source (POSIX, below the evidence folder; "a.zip/b.jpg" lies in an archive)."""
        original = self.evidence / source
        # Nothing can lie below a file: a path through an archive is never there.
        return original if os.path.lexists(original) else self.unpacked / unpacked_name(source, sha256)

    def hold(self, sources: Iterable[tuple[str, str]]) -> bool:
        """Whether those of these sources that had to be unpacked are still there: anybody may empty the cache."""
        folders: dict[str, bool] = {"": True}
        for source, sha256 in sources:
            folder = source.rpartition("/")[0]
            if folder not in folders:
                folders[folder] = (self.evidence / folder).is_dir()
            if not folders[folder] and not self.path(source, sha256).is_file():
                return False
        return True


def unpacked_name(source: str, sha256: str) -> str:
    """How an unpacked source is called: by its content; of its own name only a plain suffix is kept."""
    suffix = PurePosixPath(source).suffix.lower()
    return f"{sha256}{suffix}" if _PLAIN_SUFFIX.fullmatch(suffix) else sha256
