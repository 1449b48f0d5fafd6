"""A page's text is read once for all, and anew when the file holds something else."""

from pathlib import Path

import pytest

from portfolio.audit import texts
from portfolio.audit.texts import texts_of
from portfolio.files.pdfpages import PdfPages, read_pages


def read_to(read: list[Path], path: Path, limit: int) -> PdfPages:
    read.append(path)
    return read_pages(path, limit)


def test_a_file_is_read_once_until_it_holds_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from weasyprint import HTML

    file, read = tmp_path / "file.pdf", list[Path]()
    monkeypatch.setattr(texts, "read_pages", lambda path, limit: read_to(read, path, limit))
    HTML(string="<p>Ayşe").write_pdf(file)
    assert [text.strip() for text in (*texts_of(file), *texts_of(file))] == ["Ayşe", "Ayşe"]
    HTML(string="<p>Elif").write_pdf(file)
    assert [text.strip() for text in texts_of(file)] == ["Elif"]
    assert len(read) == 2
