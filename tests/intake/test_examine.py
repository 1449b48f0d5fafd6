import logging
import warnings
from pathlib import Path

import pytest
from intake.evidence import docx, jpeg, pdf, xlsx

from portfolio.intake import examine as module
from portfolio.intake.examine import Task, examine
from portfolio.intake.formats import Format
from portfolio.intake.reading import Fault, Reading


def reading_of(tmp_path: Path, name: str, content: bytes | str) -> Reading:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return examine(Task(path=path, language="tr"))


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.jpg", jpeg(), "jpeg"),
        ("a.pdf", pdf("x"), "pdf"),
        ("a.docx", docx("x"), "docx"),
        ("a.xlsx", xlsx(["x"]), "xlsx"),
        ("a.csv", "x;y\n1;2", "csv"),
        ("a.yaml", "x: y", "yaml"),
        ("a.md", "x", "markdown"),
        ("a.txt", "x", "text"),
    ],
)
def test_each_family_has_its_reader(tmp_path: Path, name: str, content: bytes | str, expected: str) -> None:
    reading = reading_of(tmp_path, name, content)
    assert (reading.format, reading.fault) == (expected, None)


@pytest.mark.parametrize(
    ("name", "content", "code", "kind"),
    [
        ("a.jpg", b"", "file.empty", ""),
        ("a.txt", b" \r\n\t\n", "file.empty", ""),
        ("a.csv", b"\n" * 200_000, "file.empty", ""),
        ("a.md", b"\xef\xbb\xbf\n", "file.empty", ""),
        ("a.txt", " \n".encode("utf-16"), "file.empty", ""),
        ("a.bin", b"\0\1\2", "file.unknown", ""),
        ("a.mp4", b"\0\0\0\x18ftypisom\0\0\0\0", "media.damaged", ""),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file.not-read.office", "DOC"),
        ("a.html", b"<!DOCTYPE html><p>x", "file.not-read.page", "HTML"),
        ("a.lnk", b"L\0\0\0\x01\x14\x02\0", "file.not-read.shortcut", "LNK"),
        ("a.url", b"[InternetShortcut]\nURL=file:///C:/a.doc", "link.no-address", ""),
        ("a.json", b"[" * 50, "json.deep", ""),
        ("a.json", b'{"a": "b', "json.end", ""),
        ("a.jpg", jpeg()[:300], "picture.damaged", ""),
        ("a.docx", docx("x")[:300], "archive.damaged", ""),
        ("a.yaml", b"a: &a [1]\nb: *a", "yaml.alias", ""),
    ],
)
def test_what_cannot_be_used_says_why(tmp_path: Path, name: str, content: bytes, code: str, kind: str) -> None:
    fault = reading_of(tmp_path, name, content).fault
    assert fault is not None
    assert (fault.code, dict(fault.values).get("kind", "")) == (code, kind)


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    fault = examine(Task(path=tmp_path / "gone.jpg", language="tr")).fault
    assert fault is not None
    assert fault.code == "file.unreadable"


def test_an_unforeseen_failure_of_a_reader_concerns_its_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(task: Task, found: Format) -> Reading:
        raise KeyError("nobody foresaw this")

    monkeypatch.setattr(module, "_reader", failing)
    fault = reading_of(tmp_path, "a.txt", "x").fault
    assert fault is not None
    assert (fault.code, fault.values) == ("file.damaged", (("kind", "TXT"),))


def test_what_libraries_say_comes_with_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def talking(task: Task, found: Format) -> Reading:
        warnings.warn("a strange tag", UserWarning, stacklevel=1)
        logging.getLogger("library").warning("a strange %s", "table")
        logging.getLogger("library").info("nothing")
        return Reading(format=found.key)

    monkeypatch.setattr(module, "_reader", talking)
    assert reading_of(tmp_path, "a.txt", "x").oddities == ("a strange table", "a strange tag")


@pytest.mark.parametrize(("name", "kind"), [("eski.xls", "XLS"), ("posta.msg", "MSG"), ("a.doc", "DOC")])
def test_old_office_files_are_called_by_their_own_names(tmp_path: Path, name: str, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert examine(Task(path=path, language="tr")).fault == Fault(code="file.not-read.office", values=(("kind", kind),))
