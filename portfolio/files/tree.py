"""All that lies below a folder, as one digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from portfolio.files.digest import sha256_of


def tree_digest(folders: Iterable[Path]) -> str:
    """The sha256 over names and bytes of all files below some folders, in their order."""
    digest = hashlib.sha256()
    for folder in folders:
        files = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
        for name, path in files:
            digest.update(f"{sha256_of(path)} {name}\n".encode())
        digest.update(b"\n")
    return digest.hexdigest()
