"""Zip archives that people pack folders into: what lies in one, and its members unpacked one by one, within limits.

Names inside are only ever shown: no path is ever made of them.
"""

from __future__ import annotations

import errno
import hashlib
import lzma
import os
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from portfolio.files.fault import FileFault
from portfolio.files.zipguard import MAX_RATIO, RATIO_FROM_BYTES

MAX_TOTAL_BYTES = 4 * 2**30  # "download all" of a cloud folder comes in parts of 2 GB
MAX_MEMBERS = 20_000
_MAX_DIRECTORY = 16 * 2**20  # bytes; every member takes some 100 of them
_BLOCK = 2**20
_HEADER = 30  # bytes before a member's name (APPNOTE 4.3.7)
_UTF8 = 0x800  # APPNOTE 4.4.4: the name is UTF-8; without it programs write what their system uses
_ENCRYPTED = 0x1
# The code page in which Windows packs the names of a language (its OEM page); cp437 is what zipfile reads them as.
_OEM = {"tr": "cp857", "el": "cp737", "pl": "cp852", "ro": "cp852", "hr": "cp852", "ru": "cp866"}
_READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}
_SPECIAL = {stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFCHR, stat.S_IFBLK}


class ZipFault(FileFault):
    """An archive that is not opened, or a member that is not unpacked: `zip.…`, `file.…`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file in an archive: `path` POSIX, without ".." or a root; `fault` says why it will not be unpacked, "" else.

    `number` is its place in the archive's directory, from 0; `size` and `mtime_ns` are what the archive says; `crc` is
    that of the bytes.
    """

    number: int
    path: str
    size: int
    mtime_ns: int
    crc: int
    fault: str


class ZipFolder:
    """An archive, open from the start; `members` are the files in it, whose directory promises to stay within limits.

    `language` tells in which code page old programs wrote the names. Raises ZipFault.
    """

    def __init__(self, path: Path, language: str) -> None:
        self.path = path
        self._archive = _open(path)
        try:
            self._infos = _within_limits(self._archive)
            self.members = tuple(_members(self._infos, language))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Lets the archive go."""
        self._archive.close()

    def unpack(self, member: Member, folder: Path) -> tuple[Path, str]:
        """A member's bytes in a temporary file in a folder, with their sha256. Raises ZipFault.

        zipfile gives out no more bytes than the directory states, and compares their checksum.
        """
        if member not in self.members[member.number : member.number + 1]:  # listed in an archive that was another then
            raise ZipFault("file.changing")
        descriptor, name = tempfile.mkstemp(dir=folder, prefix=".portfolio-", suffix=".part")
        temporary, digest = Path(name), hashlib.sha256()
        try:
            with os.fdopen(descriptor, "wb") as plain, self._archive.open(self._infos[member.number]) as packed:
                while block := packed.read(_BLOCK):
                    digest.update(block)
                    plain.write(block)
                if plain.tell() != member.size:
                    raise ZipFault("zip.member-damaged")
        except BaseException as fault:
            temporary.unlink(missing_ok=True)
            raise _explained(fault) from None
        return temporary, digest.hexdigest()


def _open(path: Path) -> zipfile.ZipFile:
    try:
        _measure_directory(path)
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
        raise ZipFault("zip.damaged") from None
    except OSError:
        raise ZipFault("file.unreadable") from None


def _within_limits(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files in an archive. What is refused by itself does not count: it is never unpacked."""
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MAX_MEMBERS:
        raise ZipFault("zip.too-many", limit=MAX_MEMBERS)
    if sum(info.file_size for info in infos if not _refusal(info)) > MAX_TOTAL_BYTES:
        raise ZipFault("zip.too-large", limit=MAX_TOTAL_BYTES // 2**30)
    return infos


def _explained(fault: BaseException) -> BaseException:
    """What stopped the unpacking of a member as a ZipFault; what is nobody's fault as it is."""
    match fault:
        case NotImplementedError():
            return ZipFault("zip.method")
        case OSError(errno=errno.ENOSPC):
            return ZipFault("zip.no-space")
        case OSError(errno=int()):
            return ZipFault("file.unreadable")
        case OSError() | zipfile.BadZipFile() | zlib.error() | lzma.LZMAError() | EOFError() | ValueError():
            return ZipFault("zip.member-damaged")  # bz2 calls damage an OSError without a number
    return fault


def _measure_directory(path: Path) -> None:
    """Refuses an archive whose directory alone would fill the memory (APPNOTE 4.3.16)."""
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, 2) - 2**16 - 22))
        tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end >= 0 and int.from_bytes(tail[end + 12 : end + 16], "little") > _MAX_DIRECTORY:
        raise ZipFault("zip.too-many", limit=MAX_MEMBERS)


def _overlapping(infos: Sequence[zipfile.ZipInfo]) -> frozenset[int]:
    """The numbers of members whose bytes are another one's too: so a small archive unpacks to any size (D. Fifield)."""
    shared, end, last = set(), 0, 0
    for number in sorted(range(len(infos)), key=lambda number: infos[number].header_offset):
        info = infos[number]
        if info.header_offset < end:
            shared |= {last, number}
        if (own := info.header_offset + _HEADER + info.compress_size) >= end:
            end, last = own, number
    return frozenset(shared)


def _members(infos: Sequence[zipfile.ZipInfo], language: str) -> Iterator[Member]:
    shared = _overlapping(infos)
    for number, info in enumerate(infos):
        parts = _name(info, language).replace("\\", "/").split("/")
        yield Member(
            number=number,
            path="/".join(part for part in parts if part not in ("", ".", "..")) or "?",
            size=info.file_size,
            mtime_ns=_mtime_ns(info),
            crc=info.CRC,
            fault="zip.overlapping" if number in shared else _refusal(info),
        )


def _mtime_ns(info: zipfile.ZipInfo) -> int:
    """When a member was written, by the archive's clock; 0 where it states no day that exists."""
    try:
        return int(datetime(*info.date_time, tzinfo=UTC).timestamp()) * 10**9
    except ValueError:
        return 0


def _name(info: zipfile.ZipInfo, language: str) -> str:
    """The name as it was meant: programs of today write UTF-8 even where they do not say so."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:  # zipfile found the UTF-8 name beside it
        return info.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode(_OEM.get(language, "cp850"), "replace")


def _refusal(info: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(info.external_attr >> 16)  # none where no Unix packed it
    if kind in _SPECIAL:
        return "file.special"
    if kind == stat.S_IFLNK:
        return "file.link"
    if info.flag_bits & _ENCRYPTED:
        return "zip.protected"
    if info.compress_type not in _READABLE:
        return "zip.method"
    if info.file_size > RATIO_FROM_BYTES and info.file_size > MAX_RATIO * info.compress_size:
        return "zip.bomb"
    return ""
