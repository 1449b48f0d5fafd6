"""Where a project is at home: its folder, what lies in it under fixed names, and its folder in the user's cache."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import platformdirs

from portfolio.errors import OutputError
from portfolio.i18n import fold
from portfolio.model.problem import Place, error

FILE = "portfolio.yaml"
DECISIONS = "decisions.csv"
NARRATIVE = "narrative"


def find_root(start: Path) -> Path | None:
    """The folder that holds `portfolio.yaml`, at `start` or above it; None when there is none."""
    begin = start.resolve()
    return next((folder for folder in (begin, *begin.parents) if (folder / FILE).is_file()), None)


def default_cache(root: Path, base: Path | None = None) -> Path:
    """The project's own folder in a folder of caches (else the user's): its name and a digest of where it lies."""
    resolved = root.resolve()
    name = re.sub(r"[^a-z0-9]+", "-", fold(resolved.name)).strip("-")[:40] or "project"
    digest = hashlib.sha256(str(resolved).encode(errors="surrogateescape")).hexdigest()[:8]
    caches = base or Path(platformdirs.user_cache_dir("portfolio", appauthor=False))
    return caches / f"{name}-{digest}"


def make_cache(folder: Path) -> None:
    """Make a cache folder that nobody else may look into: thumbnails show what no audience may see (law 14).

    Raises OutputError `project.cache`.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as fault:
        raise OutputError(error("project.cache", Place(file=str(folder)), detail=fault.strerror or fault)) from None


def led_to(root: Path, text: str) -> Path | None:
    """A path below the project, links followed; None for a path that leads in a circle or cannot be one."""
    try:
        return (root / text.replace("\\", "/")).resolve()
    except (OSError, RuntimeError, ValueError):
        return None
