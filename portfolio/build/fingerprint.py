"""What an artefact depends on, as digests by name, so that a rebuild can say why."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from portfolio.model.composed import Document
from portfolio.model.problem import Reason, reason
from portfolio.resources import PACKAGE
from portfolio.themes import Theme

Fingerprint = Mapping[str, str]

# Every release of these may move a line or change a byte.
ENGINES = ("weasyprint", "pydyf", "fonttools", "python-docx", "pillow", "pikepdf", "pypdfium2")


def fingerprint(document: Document, theme: Theme, logos: Mapping[str, Path]) -> Fingerprint:
    """The digests of what makes an artefact: its document (pictures by content), theme, logos and the program."""
    return {
        # Names of sources may hold bytes that are no UTF-8: surrogates here.
        "document": _digest(document_json(document).encode(errors="surrogatepass")),
        "theme": theme.digest,
        "logos": _digest(b"".join(logos[name].read_bytes() for name in sorted(logos))),
        "program": _program(),
    }


def document_json(document: Document) -> str:
    """A composed document as JSON, keys sorted, in one line: the same text for the same document."""
    return json.dumps(asdict(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def changes(old: Fingerprint | None, new: Fingerprint) -> tuple[Reason, ...]:
    """Why an artefact with the old fingerprint is stale; empty when it is not."""
    if old is None:
        return (reason("stale.first"),)
    return tuple(reason(f"stale.{name}") for name in sorted(new) if old.get(name) != new[name])


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@cache
def _program() -> str:
    """The program's own code and the versions of what it draws with; unchanging while it runs."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and path.suffix in {".py", ".yaml"}:
            digest.update(path.relative_to(PACKAGE).as_posix().encode())
            digest.update(path.read_bytes())
    for name in ENGINES:
        try:
            digest.update(f"{name} {version(name)}".encode())
        except PackageNotFoundError:
            digest.update(f"{name} absent".encode())
    return digest.hexdigest()
