"""Zip archives that people pack folders into: what lies in one, and its members unpacked one by one, within limits.

Names inside are only ever shown: no path is ever made of them.
"""

from __future__ import annotations

import calendar
import errno
import hashlib
import lzma
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from portfolio.files.fault import FileFault
from portfolio.files.zipguard import MAX_RATIO, RATIO_FROM_BYTES

MAX_TOTAL_BYTES = 4 * 2**30  # "download all" of a cloud folder comes in parts of 2 GB
MAX_MEMBERS = 20_000
_MAX_DIRECTORY = 16 * 2**20  # bytes; every member takes some 100 of them
_BLOCK = 2**20
_UTF8 = 0x800  # APPNOTE 4.4.4: the name is UTF-8; without it programs write what their system uses
_ENCRYPTED = 0x1
# The code page in which Windows packs the names of a language (its OEM page); cp437 is what zipfile reads them as.
_OEM = {"tr": "cp857", "el": "cp737", "pl": "cp852", "ro": "cp852", "hr": "cp852", "ru": "cp866"}
_READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}


class ZipFault(FileFault):
    """An archive that is not opened, or a member that is not unpacked: `zip.…`, `file.unreadable`, `file.link`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file in an archive: `path` POSIX, without ".." or a root; `fault` says why it will not be unpacked, "" else.

    `mtime_ns` is what the archive says; `crc` is that of the bytes.
    """

    path: str
    size: int
    mtime_ns: int
    crc: int
    fault: str
    info: zipfile.ZipInfo


@contextmanager
def open_folder(path: Path, language: str) -> Iterator[tuple[zipfile.ZipFile, tuple[Member, ...]]]:
    """An archive with its members, once its directory promises to stay within limits. Raises ZipFault.

    `language` tells in which code page old programs wrote the names.
    """
    try:
        _measure_directory(path)
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
        raise ZipFault("zip.damaged") from None
    except OSError:
        raise ZipFault("file.unreadable") from None
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > MAX_MEMBERS:
            raise ZipFault("zip.too-many", limit=MAX_MEMBERS)
        if sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
            raise ZipFault("zip.too-large", limit=MAX_TOTAL_BYTES // 2**30)
        yield archive, tuple(_member(info, language) for info in infos)


def unpack(archive: zipfile.ZipFile, member: Member, folder: Path) -> tuple[Path, str]:
    """A member's bytes in a temporary file in a folder, with their sha256. Raises ZipFault.

    zipfile gives out no more bytes than the directory states, and compares their checksum.
    """
    temporary = Path(tempfile.mkstemp(dir=folder, prefix=".portfolio-", suffix=".part")[1])
    digest = hashlib.sha256()
    try:
        with archive.open(member.info) as packed, temporary.open("wb") as plain:
            while block := packed.read(_BLOCK):
                digest.update(block)
                plain.write(block)
    except BaseException as fault:
        temporary.unlink(missing_ok=True)
        if isinstance(fault, OSError):
            raise ZipFault("zip.no-space" if fault.errno == errno.ENOSPC else "file.unreadable") from None
        if isinstance(fault, (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError)):
            raise ZipFault("zip.member-damaged") from None
        raise
    return temporary, digest.hexdigest()


def _measure_directory(path: Path) -> None:
    """Refuses an archive whose directory alone would fill the memory (APPNOTE 4.3.16)."""
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, 2) - 2**16 - 22))
        tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end >= 0 and int.from_bytes(tail[end + 12 : end + 16], "little") > _MAX_DIRECTORY:
        raise ZipFault("zip.too-many", limit=MAX_MEMBERS)


def _member(info: zipfile.ZipInfo, language: str) -> Member:
    parts = _name(info, language).replace("\\", "/").split("/")
    return Member(
        path="/".join(part for part in parts if part not in ("", ".", "..")) or "?",
        size=info.file_size,
        mtime_ns=calendar.timegm((*info.date_time, 0, 0, 0)) * 10**9,
        crc=info.CRC,
        fault=_refusal(info),
        info=info,
    )


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
    if stat.S_ISLNK(info.external_attr >> 16):
        return "file.link"
    if info.flag_bits & _ENCRYPTED:
        return "zip.protected"
    if info.compress_type not in _READABLE:
        return "zip.method"
    if info.file_size > RATIO_FROM_BYTES and info.file_size > MAX_RATIO * info.compress_size:
        return "zip.bomb"
    return ""
