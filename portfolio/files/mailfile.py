"""An e-mail in a file (EML, RFC 5322): its parts, and what is attached to it. Names in it are only ever shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from mimetypes import MimeTypes
from pathlib import Path

from portfolio.files.fault import FileFault

MAX_BYTES = 60 * 2**20  # mail servers take 25 MB; an attachment is a third longer there than its file
_MESSAGE = "message/rfc822"
_ANYTHING = "application/octet-stream"
_SHOWN = ("text/plain", "text/html")
# A message that is handed on inside another one is written out as it came: no header is folded anew.
_AS_IT_CAME = policy.compat32.clone(max_line_length=0)


def read_mail(path: Path) -> tuple[EmailMessage, tuple[EmailMessage, ...]]:
    """A message with its parts in their order; a message inside it is one part. Raises FileFault, OSError."""
    if path.stat().st_size > MAX_BYTES:
        raise FileFault("file.too-large", limit=MAX_BYTES // 2**20)
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    return message, tuple(_parts(message))


def is_shown(part: EmailMessage) -> bool:
    """Whether a part is what the message itself says, and nothing that travels with it."""
    attached = name_of(part) or part.get_content_disposition() == "attachment"
    return not attached and part.get_content_type() in _SHOWN


def attachments(parts: Sequence[EmailMessage]) -> Iterator[tuple[str, bytes]]:
    """The name (no path) and bytes of all that travels with a message, empty parts left out.

    What has no name is called by its kind and its place among those without one: "attachment-1.jpg", "message-2.eml".
    """
    nameless = 0
    for part in parts:
        if is_shown(part) or not (data := bytes_of(part)):
            continue
        name = name_of(part)
        if not name:
            if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
                continue  # the message again, for calendars and the like
            nameless += 1
            name = _made_up(part.get_content_type(), nameless)
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
    """What a part holds, decoded; of a message all of it."""
    if part.is_multipart():
        inner = part.get_payload(0)
        return inner.as_bytes(policy=_AS_IT_CAME) if isinstance(inner, EmailMessage) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a message, those of its groups of parts one by one."""
    if not message.is_multipart() or message.get_content_type() == _MESSAGE:
        yield message
        return
    for part in message.get_payload():
        if isinstance(part, EmailMessage):
            yield from _parts(part)


def _made_up(kind: str, number: int) -> str:
    if kind == _MESSAGE:
        return f"message-{number}.eml"
    # Only what Python itself knows: what a system adds differs from one to the next.
    suffix = "" if kind == _ANYTHING else MimeTypes().guess_extension(kind)
    return f"attachment-{number}{suffix or ''}"
