import io
import zipfile
from pathlib import Path

import pytest
from intake.evidence import docx, jpeg, pdf, xlsx

from portfolio.intake.formats import misnamed
from portfolio.intake.identify import identify


def archive(**members: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as opened:
        for name, text in members.items():
            opened.writestr(name, text)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.jpg", jpeg(), "jpeg"),
        ("a", jpeg(), "jpeg"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "png"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
        ("a.heif", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "heic"),
        ("a.avif", b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", "avif"),
        ("a.mp4", b"\0\0\0\x18ftypisom\0\0\0\0isommp41", "mp4"),
        ("a.m4a", b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42", "m4a"),
        ("a.pdf", pdf("x"), "pdf"),
        ("a.pdf", b"\n\nprinter noise\n%PDF-1.4", "pdf"),
        ("a.docx", docx("x"), "docx"),
        ("a.docx", docx("x")[:200], "docx"),  # cut: its reader says so
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "docx"),  # behind a password: its reader says so
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-office"),
        ("a.xlsx", xlsx([1]), "xlsx"),
        ("a.odt", archive(mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        ("a.zip", archive(foto="x"), "zip"),
        ("a.csv", b"a;b\n1;2", "csv"),
        ("a.tsv", b"a\tb", "csv"),
        ("a.yaml", b"a: b", "yaml"),
        ("a.md", b"# a", "markdown"),
        ("a.txt", "çok güzel".encode("cp1254"), "text"),
        ("a.txt", "çok".encode("utf-16"), "text"),
        ("a.html", b"<!DOCTYPE html><p>", "html"),
        ("a.json", b"{}", "json"),
        ("a.json", b"title: x\nyears: 2024-2025\n", "yaml"),
        ("a.json", b"- title: x\n", "yaml"),
        ("a.json", b"no keys at all", "json"),  # its reader says so
        ("a.txt", b"MIME-Version: 1.0\r\nFrom: a\r\nSubject: c\r\n\r\nHello", "eml"),
        ("a.txt", b"From: a\nTo: b\nSubject: c\n\nA letter that somebody typed", "text"),
        ("a.url", b"[InternetShortcut]\r\nURL=https://example.org", "url"),
        ("a", b"From: a\r\nTo: b\r\nSubject: c\r\n\r\nHello", "eml"),
        ("a.rtf", b"{\\rtf1 x}", "rtf"),
        ("a.eml", b"Subject: one header is enough\n\nx", "eml"),
        ("a.eml", b"This is no e-mail.", "text"),
        ("a.webloc", b'<?xml version="1.0"?><plist></plist>', "url"),
        ("a.desktop", b"[Desktop Entry]\nURL=https://example.org", "url"),
        ("a.lnk", b"L\0\0\0\x01\x14\x02\0", "lnk"),
        ("a.odt", b"\0\1\2\3", "odt"),  # its reader says so
        ("a.bin", b"\x07\0\x01\x02", "unknown"),
        ("a.jpg", bytes(64), "jpeg"),  # zeros of a broken copy: its reader calls it damaged
    ],
)
def test_a_file_is_known_by_its_bytes(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert identify(path).key == expected


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.png", jpeg(), True),
        ("a.pdf", docx("x"), True),
        ("a.odt", b"some text", True),
        ("a.json", b"title: x\n", True),
        ("a.txt", b"Message-ID: 1\nFrom: a\nTo: b\n\nx", True),
        ("a.JPEG", jpeg(), False),
        ("a", jpeg(), False),
        ("a.xyz", b"text", False),
    ],
)
def test_a_suffix_of_another_format_is_noticed(tmp_path: Path, name: str, content: bytes, expected: bool) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert misnamed(path, identify(path)) is expected
