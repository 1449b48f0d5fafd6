"""The file formats that are known: what people call them, what they belong to, which suffixes they have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath


class Family(StrEnum):
    """Formats that say the same kind of thing; those from OFFICE on are recognised, but not read."""

    PICTURE = "picture"
    PDF = "pdf"
    WORD = "word"
    WORKBOOK = "workbook"
    TABLE = "table"
    RECORDS = "records"
    TEXT = "text"
    SLIDES = "slides"
    MESSAGE = "message"
    LINK = "link"
    VIDEO = "video"
    AUDIO = "audio"
    OFFICE = "office"
    ARCHIVE = "archive"
    SHORTCUT = "shortcut"
    PAGE = "page"
    DATA = "data"
    DRAWING = "drawing"
    UNKNOWN = "unknown"


READ = frozenset(
    {
        Family.PICTURE, Family.PDF, Family.WORD, Family.WORKBOOK, Family.TABLE, Family.RECORDS, Family.TEXT,
        Family.SLIDES, Family.MESSAGE, Family.LINK, Family.VIDEO, Family.AUDIO,
    }
)  # fmt: skip


RECORDED = frozenset({Family.VIDEO, Family.AUDIO})


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A file format: `key` names it in data, `label` is how people call it ("PDF"), suffixes are without the dot."""

    key: str
    label: str
    family: Family
    media_type: str
    suffixes: tuple[str, ...]


def _format(key: str, family: Family, media_type: str, *suffixes: str, label: str = "") -> Format:
    return Format(
        key=key, label=label or key.upper(), family=family, media_type=media_type, suffixes=suffixes or (key,)
    )


_OPEN_XML = "application/vnd.openxmlformats-officedocument"
OASIS = "application/vnd.oasis.opendocument"
FORMATS: Mapping[str, Format] = {
    entry.key: entry
    for entry in (
        _format("jpeg", Family.PICTURE, "image/jpeg", "jpg", "jpeg", "jpe", "jfif", "mpo"),
        _format("png", Family.PICTURE, "image/png"),
        _format("webp", Family.PICTURE, "image/webp", label="WebP"),
        _format("heic", Family.PICTURE, "image/heic", "heic", "heif", "hif"),
        _format("avif", Family.PICTURE, "image/avif"),
        _format("gif", Family.PICTURE, "image/gif"),
        _format("tiff", Family.PICTURE, "image/tiff", "tif", "tiff"),
        _format("bmp", Family.PICTURE, "image/bmp"),
        _format("pdf", Family.PDF, "application/pdf"),
        _format("docx", Family.WORD, f"{_OPEN_XML}.wordprocessingml.document"),
        _format("xlsx", Family.WORKBOOK, f"{_OPEN_XML}.spreadsheetml.sheet"),
        _format("csv", Family.TABLE, "text/csv", "csv", "tsv"),
        _format("yaml", Family.RECORDS, "application/yaml", "yaml", "yml"),
        _format("json", Family.RECORDS, "application/json", "json", "jsonld"),
        _format("xmp", Family.RECORDS, "application/rdf+xml"),
        # JSON by its bytes: the reader tells. W3C's media type; unlike other JSON it can hold pictures of people.
        _format("credential", Family.RECORDS, "application/vc"),
        _format("markdown", Family.TEXT, "text/markdown", "md", "markdown", label="Markdown"),
        _format("text", Family.TEXT, "text/plain", "txt", "text", label="TXT"),
        _format("pptx", Family.SLIDES, f"{_OPEN_XML}.presentationml.presentation"),
        _format("odt", Family.WORD, f"{OASIS}.text", "odt", "ott"),
        _format("ods", Family.WORKBOOK, f"{OASIS}.spreadsheet"),
        _format("odp", Family.SLIDES, f"{OASIS}.presentation"),
        _format(
            "old-office",
            Family.OFFICE,
            "application/x-ole-storage",
            "doc",
            "xls",
            "ppt",
            "pub",
            "msg",
            label="DOC",
        ),
        _format("rtf", Family.WORD, "application/rtf"),
        _format("eml", Family.MESSAGE, "message/rfc822"),
        _format("mp4", Family.VIDEO, "video/mp4", "mp4", "m4v", "mov", "3gp"),
        _format("matroska", Family.VIDEO, "video/x-matroska", "mkv", "webm", label="MKV"),
        _format("avi", Family.VIDEO, "video/x-msvideo"),
        _format("wmv", Family.VIDEO, "video/x-ms-wmv", "wmv", "wma", "asf"),
        _format("mpeg", Family.VIDEO, "video/mpeg", "mpg", "mpeg"),
        _format("m4a", Family.AUDIO, "audio/mp4"),
        _format("mp3", Family.AUDIO, "audio/mpeg"),
        _format("wav", Family.AUDIO, "audio/wav"),
        _format("ogg", Family.AUDIO, "audio/ogg", "ogg", "opus", "oga"),
        _format("flac", Family.AUDIO, "audio/flac"),
        _format("zip", Family.ARCHIVE, "application/zip"),
        _format("rar", Family.ARCHIVE, "application/vnd.rar"),
        _format("7z", Family.ARCHIVE, "application/x-7z-compressed"),
        _format("gzip", Family.ARCHIVE, "application/gzip", "gz", "tgz", label="GZ"),
        _format("url", Family.LINK, "application/internet-shortcut", "url", "webloc", "desktop"),
        _format("lnk", Family.SHORTCUT, "application/x-ms-shortcut"),
        _format("xml", Family.DATA, "application/xml"),
        _format("html", Family.PAGE, "text/html", "html", "htm", "mht"),
        _format("svg", Family.DRAWING, "image/svg+xml"),
        _format("ico", Family.DRAWING, "image/x-icon"),
        _format("psd", Family.DRAWING, "image/vnd.adobe.photoshop"),
        _format("unknown", Family.UNKNOWN, "application/octet-stream", "", label="?"),
    )
}


BY_SUFFIX = {suffix: entry for entry in FORMATS.values() for suffix in entry.suffixes if suffix}


def misnamed(path: Path, found: Format) -> bool:
    """Whether the suffix is known and belongs to another format."""
    named = BY_SUFFIX.get(path.suffix.lower().removeprefix("."))
    return named is not None and named is not found


def opened_like_folder(name: str, key: str) -> bool:
    """Whether a file of a format is opened like a folder.

    Many programs keep their own documents in archives too, under suffixes of their own: those are not opened. What has
    no suffix, or one of another format that we know, was misnamed.
    """
    return key == "zip" and (known_suffix(name) or not PurePosixPath(name).suffix)


def known_suffix(name: str) -> bool:
    """Whether a name ends with the suffix of a format we know."""
    return name.rpartition(".")[2].lower() in BY_SUFFIX and "." in name


def suffix_describes(name: str) -> bool:
    """Whether a name ends with the suffix of a text or of keys and values, in which people describe other files."""
    named = BY_SUFFIX.get(name.rpartition(".")[2].lower()) if "." in name else None
    return named is not None and named.family in (Family.TEXT, Family.RECORDS)
