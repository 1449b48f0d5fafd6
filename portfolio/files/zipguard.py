"""Zip archives from strangers (DOCX, XLSX): measured before anything is unpacked, XML read without entities."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.fault import FileFault

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_TOTAL_BYTES = 200 * 2**20  # a document with a hundred photos stays below; its reader holds parts in memory
MAX_RATIO = 200  # deflate on real XML reaches about 20 to 50; a bomb 1,000
RATIO_FROM_BYTES = 2**20  # below this a member is harmless whatever its ratio: blank sheets compress very well
MAX_MEMBERS = 10_000  # the largest real workbooks have some hundreds

# Where documents keep pictures, films and sound (ECMA-376, ODF 1.3 part 2): what reads their text never opens them.
_MEDIA = ("word/media/", "ppt/media/", "Pictures/", "media/")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # compound file: old Office files, and new ones behind a password


class UnsafeArchive(FileFault):
    """An archive that will not be unpacked.

    Codes: `archive.damaged`, `archive.protected` (behind a password), `archive.old-office`, `archive.too-large`,
    `archive.bomb`, `archive.too-many`, `archive.missing` (a part it must have), `archive.xml`.
    """


def open_archive(path: Path, *, text_only: bool = False) -> zipfile.ZipFile:
    """The archive, opened, once its directory promises to stay within the limits of this module.

    The limits hold for what the directory states; Python's zipfile never gives out more bytes of a member than that.
    With `text_only` the pictures and films of a document do not count: `read_member` measures what it reads.
    Names inside are only ever looked up, never used to write. Raises UnsafeArchive, OSError.
    """
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
        raise UnsafeArchive(_why_no_archive(path)) from None
    try:
        _measure(archive.infolist(), text_only=text_only)
    except UnsafeArchive:
        archive.close()
        raise
    return archive


def read_member(archive: zipfile.ZipFile, member: str) -> bytes:
    """The bytes of a member. Raises UnsafeArchive when it is missing, damaged or beyond the limits."""
    try:
        _within_limits([archive.getinfo(member)])
        return archive.read(member)
    except KeyError:
        raise UnsafeArchive("archive.missing", part=member) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise UnsafeArchive("archive.damaged", part=member) from None


def read_xml(archive: zipfile.ZipFile, member: str) -> Element:
    """The root element of an XML member; entities and outside references are refused. Raises UnsafeArchive."""
    return parse_xml(read_member(archive, member), member)


def parse_xml(data: bytes, name: str) -> Element:
    """The root element of an XML file of this name, on the same terms. Raises UnsafeArchive."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root: Element = fromstring(data)
    except (DefusedXmlException, ParseError, ValueError, LookupError):
        raise UnsafeArchive("archive.xml", part=name) from None
    return root


def _measure(members: list[zipfile.ZipInfo], *, text_only: bool) -> None:
    if len(members) > MAX_MEMBERS:
        raise UnsafeArchive("archive.too-many", count=len(members), limit=MAX_MEMBERS)
    _within_limits(member for member in members if not (text_only and member.filename.startswith(_MEDIA)))


def _within_limits(members: Iterable[zipfile.ZipInfo]) -> None:
    measured = tuple(members)
    total = sum(member.file_size for member in measured)
    if total > MAX_TOTAL_BYTES:
        raise UnsafeArchive("archive.too-large", megabytes=total // 2**20, limit=MAX_TOTAL_BYTES // 2**20)
    for member in measured:
        if member.file_size > RATIO_FROM_BYTES and member.file_size > MAX_RATIO * member.compress_size:
            raise UnsafeArchive("archive.bomb", part=member.filename)


def _why_no_archive(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(2**16)
        file.seek(0)
        if not head.startswith(_OLE):
            return "archive.damaged"
        # MS-OFFCRYPTO 2.3: an encrypted document is a compound file with a stream of this name, in UTF-16.
        name = "EncryptedPackage".encode("utf-16-le")
        tail = b""
        while block := file.read(2**20):
            if name in tail + block:
                return "archive.protected"
            tail = block[-len(name) :]
    return "archive.old-office"
