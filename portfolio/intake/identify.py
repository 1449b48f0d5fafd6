"""What kind of file a content is, by its bytes; its suffix only decides between kinds of text."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from portfolio.intake.formats import BY_SUFFIX, FORMATS, OASIS, Family, Format

HEAD = 4096  # bytes that decide; a PDF's header may stand anywhere in the first 1,024
_ZIPPED = frozenset({Family.WORD, Family.WORKBOOK, Family.SLIDES})
_BINARY = frozenset({Family.PICTURE, Family.PDF, *_ZIPPED})
# First bytes → format; the first that fits. PDF, ZIP, ISO media and RIFF are looked at more closely below.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-office"),
    (b"{\\rtf", "rtf"),
    (b"\x1aE\xdf\xa3", "matroska"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "wmv"),
    (b"\0\0\x01\xba", "mpeg"),
    (b"ID3", "mp3"),
    (b"\xff\xfb", "mp3"),
    (b"\xff\xfa", "mp3"),
    (b"\xff\xf3", "mp3"),
    (b"\xff\xf2", "mp3"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"\0\0\x01\0", "ico"),
    (b"8BPS", "psd"),
    (b"L\0\0\0\x01\x14\x02\0", "lnk"),
    (b"bplist00", "url"),
)
_RIFF = {b"WEBP": "webp", b"AVI ": "avi", b"WAVE": "wav"}
# ISO base media brands (ISO 14496-12; ISO 23008-12 for HEIF; AV1 image file format).
_AVIF = (b"avif", b"avis")
_HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
# How QuickTime films begin that are older than brands.
_OLD_MOVIE = (b"moov", b"mdat", b"wide", b"free", b"skip")
# A member that only this kind of archive has.
_MEMBERS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
_ODF = {
    f"{OASIS}.text": "odt",
    f"{OASIS}.text-template": "odt",
    f"{OASIS}.spreadsheet": "ods",
    f"{OASIS}.presentation": "odp",
}

_TEXT_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_HEADER_LINE = rb"(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|From|To|Subject|Date|X-[\w-]+): "
_MESSAGE = re.compile(rb"(?:" + _HEADER_LINE + rb".*\r?\n(?:[ \t].*\r?\n)*){3}")
_SENT = re.compile(rb"^(?:MIME-Version|Message-ID|Received|Return-Path): ", re.IGNORECASE | re.MULTILINE)
# YAML as people type it; JSON begins with a bracket or a quotation mark.
_KEYS = re.compile(rb"---\s|(?:- )?[A-Za-z_\x80-\xff][^\n:{}\[\]\"]{0,60}:(?:\s|$)")
_HEADER = re.compile(rb"[!-9;-~]+:")  # RFC 5322, 3.6.8
_LINK = re.compile(rb"\[(?:InternetShortcut|DEFAULT|Desktop Entry)\]", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def identify(path: Path) -> Format:
    """The format of a file that is not empty. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    suffix = path.suffix.lower().removeprefix(".")
    return FORMATS[_binary(path, head, suffix) or _textual(head, suffix)]


def _binary(path: Path, head: bytes, suffix: str) -> str:
    named = BY_SUFFIX.get(suffix, FORMATS["unknown"])
    for signature, key in _SIGNATURES:
        if head.startswith(signature):
            # A compound file named .docx is one behind a password (or an old one): its reader tells which.
            return named.key if key == "old-office" and named.family in _ZIPPED else key
    if head.startswith(b"%PDF-") or (b"%PDF-" in head[:1024] and (suffix == "pdf" or b"\0" in head)):
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(path, head, suffix)
    if head[4:8] == b"ftyp":
        return _iso_media(head)
    if head[4:8] in _OLD_MOVIE and head[:3] == b"\0\0\0":
        return "mp4"
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], "unknown")
    if head.startswith(b"BM") and len(head) > 14 and head[6:10] == b"\0\0\0\0":
        return "bmp"
    if _is_text(head):
        return ""
    return named.key if named.family in _BINARY else "unknown"  # nothing is right with it: its reader calls it damaged


def _archive(path: Path, head: bytes, suffix: str) -> str:
    """What a ZIP holds, by the names in its directory; a cut one has none, there the suffix is believed.

    "" for a text that only begins like one.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                return _ODF.get(archive.read("mimetype").decode("ascii", "replace"), "zip")
    except Exception:  # a broken directory: zipfile raises BadZipFile, struct.error, UnicodeError, … the reader says so
        named = BY_SUFFIX.get(suffix)
        if named and named.key in {*_MEMBERS.values(), *_ODF.values()}:
            return named.key
        return "" if _is_text(head) and suffix != "zip" else "zip"
    return next((key for start, key in _MEMBERS.items() if any(name.startswith(start) for name in names)), "zip")


def _iso_media(head: bytes) -> str:
    """Pictures, films and sound share one container; the brands after "ftyp" tell them apart."""
    length = int.from_bytes(head[:4], "big")
    brands = [head[place : place + 4] for place in (8, *range(16, min(length, len(head)), 4))]
    if any(brand in _AVIF for brand in brands):
        return "avif"
    if any(brand in _HEIF for brand in brands):
        return "heic"
    return "m4a" if brands[0] in (b"M4A ", b"M4B ") else "mp4"


def _is_text(head: bytes) -> bool:
    """No zero bytes and hardly a control character, or the byte order mark of a Unicode text."""
    if head.startswith(_TEXT_MARKS):
        return True
    return b"\0" not in head and len(_CONTROLS.findall(head)) * 20 <= len(head)


def _textual(head: bytes, suffix: str) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _LINK.match(start):
        return "url"
    lower = start[:200].lower()
    if lower.startswith((b"<!doctype html", b"<html")):
        return "html"
    if lower.startswith(b"<svg") or (lower.startswith(b"<?xml") and b"<svg" in head):
        return "svg"
    if lower.startswith((b"<?xpacket", b"<x:xmpmeta")) or (lower.startswith(b"<?xml") and suffix == "xmp"):
        return "xmp"
    if lower.startswith(b"<?xml"):
        return "url" if suffix == "webloc" and b"<plist" in head else "xml"
    named = BY_SUFFIX.get(suffix)
    if named and named.key == "eml":
        return "eml" if _HEADER.match(start) else "text"
    if named and named.key == "json" and _KEYS.match(start):
        return "yaml"
    if named and named.key == "text" and _MESSAGE.match(start) and _SENT.search(head):
        return "eml"
    if named and named.key in _TEXT_BY_SUFFIX:
        return named.key
    return "eml" if _MESSAGE.match(start) else "text"


_TEXT_BY_SUFFIX = frozenset({"csv", "yaml", "markdown", "text", "json", "xml", "html", "svg", "url"})
