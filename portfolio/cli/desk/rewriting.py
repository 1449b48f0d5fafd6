"""What a form wrote into a file of the project; it can be taken back while the file is as the form left it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from portfolio.errors import ProjectError
from portfolio.files.atomic import write_bytes
from portfolio.files.fault import FileFault
from portfolio.files.sourcefile import SourceFile, read_source
from portfolio.model.problem import Place, error


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A field that was written: its name in the form behind "text", its label, what it said before and after."""

    name: str
    label: str
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """A file before and after (None: there was none), by which page (its address below the desk's), field by field.

    `now` tells what each field says by now, by its name.
    """

    file: Path
    before: bytes | None
    after: bytes
    page: str
    changes: tuple[Change, ...]
    now: Callable[[], Mapping[str, str]]

    def take_back(self) -> bool:
        """Put back what was there; False, and nothing is done, where the file was changed since. Raises OSError."""
        if _bytes(self.file) != self.after:
            return False
        if self.before is None:
            self.file.unlink()
        else:
            write_bytes(self.file, self.before)
        return True


def read_own(path: Path, language: str, file: str, code: str) -> SourceFile:
    """A file of the project that a form writes. Raises ProjectError: what its kind refuses, `code` by the system."""
    try:
        return read_source(path, language)
    except FileFault as fault:
        raise ProjectError(fault.problem(file)) from None
    except OSError as fault:
        raise ProjectError(error(code, Place(file=file), detail=fault.strerror or fault)) from None


def rewrite(
    source: SourceFile, text: str, *, page: str, changes: tuple[Change, ...], now: Callable[[], Mapping[str, str]]
) -> Rewriting:
    """Write a file so that it can be taken back. Raises FileFault, OSError."""
    before = _bytes(source.path)
    source.path.parent.mkdir(exist_ok=True)
    after = source.write(text)
    return Rewriting(file=source.path, before=before, after=after, page=page, changes=changes, now=now)


def _bytes(path: Path) -> bytes | None:
    """None where there is no such file."""
    return path.read_bytes() if path.exists() else None
