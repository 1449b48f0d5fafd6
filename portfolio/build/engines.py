"""What makes every artefact: this program and the libraries that it draws with."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from portfolio.resources import program_digest

# Every release of these may move a line or change a byte.
ENGINES = ("weasyprint", "pydyf", "fonttools", "python-docx", "pillow", "pikepdf", "pypdfium2", "segno")


@cache
def engines_digest() -> str:
    """The program's own code and the versions of what it draws with; unchanging while it runs."""
    digest = hashlib.sha256(program_digest().encode())
    for name in ENGINES:
        try:
            digest.update(f"{name} {version(name)}".encode())
        except PackageNotFoundError:
            digest.update(f"{name} absent".encode())
    return digest.hexdigest()
