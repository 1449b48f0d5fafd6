"""A text file that a person wrote, read so that it can be written again as it was: its mark, encoding and breaks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from portfolio.files.atomic import write_bytes
from portfolio.files.encoding import decode_named
from portfolio.files.fault import FileFault


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """The text of a file; `mark` are the bytes before it, "" where the file is not there yet."""

    path: Path
    text: str = ""
    mark: bytes = b""
    encoding: str = "utf-8"

    @property
    def newline(self) -> str:
        """How its lines end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def write(self, text: str) -> bytes:
        """Put a text in the place of the old one, whole; all bytes of the file.

        Raises FileFault (`edited.letters`), OSError.
        """
        try:
            data = text.encode(self.encoding)
        except UnicodeEncodeError as fault:
            letters = fault.object[fault.start : fault.end]
            raise FileFault("edited.letters", letters=letters, encoding=self.encoding) from None
        write_bytes(self.path, self.mark + data)
        return self.mark + data


def read_source(path: Path, language: str) -> SourceFile:
    """A file's text, written in a language; an empty one where there is none. Raises FileFault, OSError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return SourceFile(path=path)
    text, encoding = decode_named(data, language)
    return SourceFile(path=path, text=text, mark=data.removesuffix(text.encode(encoding)), encoding=encoding)
