"""A Word document names the school and nobody else; each place where a person may stand is seen."""

import zipfile
from pathlib import Path

import pytest
from render.samples import draw_derivatives, sample_dossier

from portfolio.audit.makers import inspect_makers
from portfolio.render.docx import write_docx
from portfolio.themes import load_theme

DOSSIER = sample_dossier("en", pieces=1)
CORE = "docProps/core.xml"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docx")
    write_docx(DOSSIER, load_theme("base", None), draw_derivatives(DOSSIER, folder), {}, folder / "dossier.docx")
    return folder / "dossier.docx"


def changed(given: Path, folder: Path, member: str, old: bytes, new: bytes) -> Path:
    """The document with a member changed, or added when `old` is empty."""
    target = folder / "dossier.docx"
    with zipfile.ZipFile(given) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            archive.writestr(name, data.replace(old, new, 1) if name == member else data)
        if not old:
            archive.writestr(member, new)
    return target


def test_what_we_write_names_the_school_alone(written: Path) -> None:
    assert DOSSIER.author
    assert inspect_makers(written, DOSSIER.author) == ()


@pytest.mark.parametrize(
    ("member", "old", "new", "part"),
    [
        (CORE, b"<dc:creator>", b"<dc:creator>Defne ", f"{CORE}: creator"),
        (CORE, b"</cp:core", b"<cp:lastModifiedBy>Defne</cp:lastModifiedBy></cp:core", f"{CORE}: lastModifiedBy"),
        (CORE, b"</cp:core", b"<cp:keywords>Defne</cp:keywords></cp:core", f"{CORE}: keywords"),
        ("docProps/app.xml", b"", b"<Properties><Manager>Defne</Manager></Properties>", "docProps/app.xml"),
        ("docProps/custom.xml", b"", b"<Properties/>", "docProps/custom.xml"),
        ("customXml/item1.xml", b"", b"<a/>", "customXml/item1.xml"),
        ("word/comments.xml", b"", b"<comments/>", "word/comments.xml"),
        ("word/people.xml", b"", b"<people/>", "word/people.xml"),
        ("word/document.xml", b"<w:p>", b'<w:p w:rsidR="00AB12CD">', "word/document.xml: rsidR"),
        ("word/document.xml", b"<w:p>", b'<w:p><w:ins w:author="Defne"/>', "word/document.xml: author"),
    ],
)
def test_every_other_maker_is_seen(
    written: Path, tmp_path: Path, member: str, old: bytes, new: bytes, part: str
) -> None:
    problems = inspect_makers(changed(written, tmp_path, member, old, new), DOSSIER.author)
    assert [(problem.code, dict(problem.values)["part"]) for problem in problems] == [("audit.maker", part)]


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "dossier.docx").write_bytes(b"no zip")
    assert [problem.code for problem in inspect_makers(tmp_path / "dossier.docx", "")] == ["audit.unreadable"]
