"""E-mails as mail programs save them (EML, RFC 5322): what was written, when, and what is attached.

Who wrote it to whom is left out: addresses prove nothing, and have no business in a text that is searched.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from portfolio.files.encoding import decode
from portfolio.files.fault import FileFault
from portfolio.files.mailfile import attachments, bytes_of, is_shown, read_mail
from portfolio.intake.dates import machine_date
from portfolio.intake.formats import Format
from portfolio.intake.readers.blocks import Paragraph, reading_of
from portfolio.intake.readers.hypertext import text_of_html
from portfolio.intake.reading import MAX_TEXT, Attachment, Reading

# What mail programs put before a subject that is answered or handed on, in the languages of eTwinning.
_ANSWERED = re.compile(
    r"(?:(?:re|fwd?|aw|wg|sv|vb|vs|ynt|ilt|rv|tr|odp|pd|απ|πρθ)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE
)


def read(path: Path, found: Format, language: str) -> Reading:
    """The text of an e-mail, its subject, its day and its attachments; `language` is the writer's. Raises FileFault."""
    message, parts = read_mail(path)
    reading = reading_of(
        found,
        [Paragraph(text=line.strip()) for line in _body(parts, language).split("\n")],
        title=_ANSWERED.sub("", _header(message, "Subject"), count=1),
        day=_day(_header(message, "Date")),
    )
    attached = (
        Attachment(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest())
        for name, data in attachments(parts)
    )
    return replace(reading, attached=tuple(attached))


def _body(parts: Sequence[EmailMessage], language: str) -> str:
    """What was written: as plain text where the message has it, else out of its HTML."""
    shown = [part for part in parts if is_shown(part)]
    plain = [_text(part, language) for part in shown if part.get_content_type() == "text/plain"]
    if not any(text.strip() for text in plain):
        plain = [text_of_html(_text(part, language)) for part in shown if part.get_content_type() == "text/html"]
    return "\n".join(plain)[:MAX_TEXT].replace("\r", "").strip()


def _text(part: EmailMessage, language: str) -> str:
    """The text of a part in the encoding that it states; where that is wrong, in the writer's."""
    data = bytes_of(part)
    try:
        return data.decode(part.get_content_charset() or "utf-8").replace("\0", "")
    except (LookupError, ValueError):
        pass
    try:
        return decode(data, language)
    except FileFault:
        return data.decode("utf-8", "replace").replace("\0", "")


def _header(message: EmailMessage, wanted: str) -> str:
    """A header's text, "" when there is none; one that is written wrong as it stands there."""
    raw = next((str(text) for name, text in message.raw_items() if name.lower() == wanted.lower()), "")
    try:
        text = str(make_header(decode_header(raw)))
    except Exception:  # unknown encodings, half a character: whatever email stumbles over
        text = raw
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _day(text: str) -> str:
    try:
        return machine_date(parsedate_to_datetime(text).date().isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
