"""What lies in archives and mails, unpacked into the cache, whole or not at all: what a worker does."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from portfolio.files.atomic import write_bytes
from portfolio.files.fault import FileFault
from portfolio.files.mailfile import attachments, read_mail
from portfolio.files.originals import unpacked_name
from portfolio.files.workers import SECONDS
from portfolio.files.zipfolder import Member, ZipFolder
from portfolio.intake.reading import Fault, fault_of

_SLOWEST = 10 * 2**20  # bytes a second that an old disk or stick writes


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A member of an archive; `source` is where it is found below the evidence folder."""

    archive: Path
    member: Member
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """A mail, and what is attached to it: each sha256 with the file to write."""

    mail: Path
    wanted: tuple[tuple[str, Path], ...]


class Unpacker:
    """Unpacks members into a folder; the archive that it is at stays open."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._language = language
        self._opened: ZipFolder | None = None

    def __call__(self, packed: Packed) -> str | Fault:
        """The sha256 of a member, whose bytes lie in the folder then."""
        try:
            temporary, sha256 = self._open(packed.archive).unpack(packed.member, self._folder)
            temporary.replace(self._folder / unpacked_name(packed.source, sha256))
        except FileFault as fault:
            return fault_of(fault)
        except OSError:
            return Fault(code="file.unreadable")
        return sha256

    def _open(self, archive: Path) -> ZipFolder:
        if self._opened is None or self._opened.path != archive:
            if self._opened:
                self._opened.close()
            self._opened = ZipFolder(archive, self._language)
        return self._opened


def seconds_for(packed: Packed) -> float:
    """How long a member may take: a large film on a slow disk is honest work."""
    return SECONDS + packed.member.size / _SLOWEST


def unpack_mail(enclosed: Enclosed) -> str:
    """Writes what is attached to a mail; why that is not possible as a Problem's code, "" when all is there."""
    try:
        _, parts = read_mail(enclosed.mail)
        for _, data in attachments(parts):
            sha256 = hashlib.sha256(data).hexdigest()
            for place in (place for wanted, place in enclosed.wanted if wanted == sha256):
                write_bytes(place, data)
    except (FileFault, OSError, RecursionError):
        return "file.unreadable"
    return "" if all(place.is_file() for _, place in enclosed.wanted) else "file.unreadable"
