"""All that lies below a folder, as one digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def tree_digest(folders: Iterable[Path]) -> str:
    """The sha256 over names and bytes of all files below some folders, in their order."""
    digest = hashlib.sha256()
    for folder in folders:
        files = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
        for name, path in files:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{content} {name}\n".encode())
        digest.update(b"\n")
    return digest.hexdigest()
