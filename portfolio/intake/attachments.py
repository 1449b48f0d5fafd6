"""What is attached to e-mails: each is a file below its mail, and read like all others; the mail is a piece too."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from portfolio.files.atomic import write_bytes
from portfolio.files.fault import FileFault
from portfolio.files.mailfile import attachments, read_mail
from portfolio.files.originals import Originals
from portfolio.intake.archives import not_nested
from portfolio.intake.catalogue import Store
from portfolio.intake.contents import ReadFile, read_contents
from portfolio.intake.ignored import ignored_by
from portfolio.intake.names import shown_uniquely, unused
from portfolio.intake.scan import FoundFile
from portfolio.model.events import Report

_DEPTH = 4
_DIGITS = 15  # of a sha256, for the number by which a file is known again


def read_attachments(
    files: Sequence[ReadFile], originals: Originals, store: Store, *, language: str, report: Report
) -> tuple[tuple[ReadFile, ...], tuple[FoundFile, ...]]:
    """The files with all that is attached to the mails among them; and all attachments, ignored ones too.

    Their bytes lie in the cache, once for each content. Mails may be attached to mails, as deep as people hand them on.
    """
    everything, members, level = tuple(files), tuple[FoundFile, ...](), tuple(files)
    for _ in range(_DEPTH):
        found = tuple(file for each in level for file in _attached(each, originals, store))
        wanted = tuple(file for file in found if not file.rule)
        if not found:
            break
        read = read_contents(originals, wanted, store, language=language, report=report)
        level = tuple(map(not_nested, read))
        everything, members = (*everything, *level), (*members, *found)
    return everything, members


def _attached(mail: ReadFile, originals: Originals, store: Store) -> Iterator[FoundFile]:
    """A mail's attachments as files below it, unpacked."""
    names: dict[str, str] = {}
    for attachment in mail.reading.attached:
        names[unused(attachment.name, names)] = attachment.sha256
    shown = shown_uniquely(names)
    unpacked = {path for path, sha256 in names.items() if originals.path(f"{mail.file.path}/{path}", sha256).is_file()}
    readable = len(unpacked) == len(names) or _unpack(mail, names, originals)
    for (path, sha256), attachment in zip(names.items(), mail.reading.attached, strict=True):
        file = FoundFile(
            path=f"{mail.file.path}/{path}",
            name=f"{mail.file.name}/{shown[path]}",
            size=attachment.size,
            mtime_ns=mail.file.mtime_ns,
            inode=int(sha256[:_DIGITS], 16),
            rule=ignored_by(shown[path]),
            odd="" if readable else "file.unreadable",
        )
        if readable:
            store.keep_sha256(file, sha256)
        yield file


def _unpack(mail: ReadFile, names: dict[str, str], originals: Originals) -> bool:
    """Writes a mail's attachments into the cache, by their content; False when that is not possible."""
    wanted: dict[str, list[Path]] = defaultdict(list)
    for path, sha256 in names.items():
        wanted[sha256].append(originals.path(f"{mail.file.path}/{path}", sha256))
    try:
        originals.unpacked.mkdir(mode=0o700, parents=True, exist_ok=True)
        _, parts = read_mail(originals.path(mail.file.path, mail.sha256))
        for _, data in attachments(parts):
            for place in wanted.get(hashlib.sha256(data).hexdigest(), ()):
                write_bytes(place, data)
    except (FileFault, OSError, RecursionError):
        return False
    return all(place.is_file() for places in wanted.values() for place in places)
