"""An e-mail in a file (EML, RFC 5322): its parts, and what is attached to it. Names in it are only ever shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from portfolio.files.fault import FileFault

MAX_BYTES = 60 * 2**20  # mail servers take 25 MB; an attachment is a third longer there than its file


def read_mail(path: Path) -> tuple[EmailMessage, tuple[EmailMessage, ...]]:
    """A message with its parts in their order, those of messages inside it too. Raises FileFault, OSError."""
    if path.stat().st_size > MAX_BYTES:
        raise FileFault("file.too-large", limit=MAX_BYTES // 2**20)
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    return message, tuple(part for part in message.walk() if not part.is_multipart())


def attachments(parts: Sequence[EmailMessage]) -> Iterator[tuple[str, bytes]]:
    """The name (no path) and bytes of each part that has a name, empty ones left out."""
    for part in parts:
        name, data = name_of(part), bytes_of(part)
        if name and data:
            yield name, data


def name_of(part: EmailMessage) -> str:
    """The file name of a part, "" for what is shown as the message itself."""
    try:
        said = part.get_filename() or ""
    except Exception:  # the parser of headers stumbles over many that are written wrong
        return ""
    last = " ".join(said.split()).replace("\\", "/").rpartition("/")[2]
    return last.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def bytes_of(part: EmailMessage) -> bytes:
    """What a part holds, decoded."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
