"""Each rule seen failing by a fault planted into a document that is right."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from render.samples import draw_derivatives, sample_dossier

from portfolio.audit.docx import inspect_docx
from portfolio.model.blocks import ExhibitList, PhotoRow
from portfolio.model.document import Dossier
from portfolio.model.text import Phrase
from portfolio.render.docx import write_docx
from portfolio.themes import load_theme

DOSSIER = sample_dossier("en", pieces=3)
STORY = "word/document.xml"
OUTSIDE = (
    b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    b'Target="https://example.org/counter.png" TargetMode="External"/>'
)

Damage = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docx")
    target = folder / "dossier.docx"
    assert write_docx(DOSSIER, load_theme("base", None), draw_derivatives(DOSSIER, folder), {}, target) == ()
    return target


@pytest.fixture
def damaged(written: Path, tmp_path: Path) -> Callable[[str, Damage], Path]:
    def damage(member: str, change: Damage) -> Path:
        target = tmp_path / "dossier.docx"
        with zipfile.ZipFile(written) as given, zipfile.ZipFile(target, "w") as archive:
            for name in given.namelist():
                data = given.read(name)
                changed = change(data) if name == member else data
                assert (changed != data) == (name == member), f"nothing was planted in {name}"
                archive.writestr(name, changed)
        return target

    return damage


def codes(path: Path, dossier: Dossier = DOSSIER) -> set[str]:
    problems = inspect_docx(path, dossier)
    assert all(problem.where and problem.where.file == path.name for problem in problems)
    return {problem.code for problem in problems}


def instead(old: bytes, new: bytes, count: int = 1) -> Damage:
    return lambda data: data.replace(old, new, count)


def test_nothing_is_wrong_with_what_we_write(written: Path) -> None:
    assert codes(written) == set()


@pytest.mark.parametrize(
    ("code", "member", "change"),
    [
        ("audit.title", "docProps/core.xml", instead(b"<dc:title>", b"<dc:title>Other ")),
        ("audit.language", "word/styles.xml", instead(b"en-GB", b"tr-TR")),
        ("audit.link", STORY, instead(b'w:anchor="school"', b'w:anchor="nowhere"')),
        ("audit.link", STORY, instead(b"PAGEREF school", b"PAGEREF nowhere")),
        ("audit.link", STORY, instead(b'w:name="glance"', b'w:name="SCHOOL"')),
        ("audit.link", STORY, instead(b'w:name="glance"', b'w:name="' + b"g" * 41 + b'"')),
        ("audit.number", STORY, instead(b'<wp:docPr id="2"', b'<wp:docPr id="1"')),
        ("audit.number", STORY, instead(b'<w:bookmarkStart w:id="2"', b'<w:bookmarkStart w:id="1"')),
        ("audit.address", "word/_rels/document.xml.rels", instead(b"</Relationships>", OUTSIDE + b"</Relationships>")),
        ("audit.part", "word/_rels/document.xml.rels", instead(b"media/portfolio1", b"media/elsewhere1")),
        ("audit.metadata", "word/media/portfolio1.jpg", lambda _: camera_picture()),
        ("audit.wrong-place", STORY, instead(b'w:anchor="register_1_1"', b'w:anchor="register_2_1"')),
        ("audit.headings", STORY, instead(b'<w:pStyle w:val="Heading2"/>', b'<w:pStyle w:val="Heading3"/>')),
        ("audit.table-headings", STORY, instead(b"<w:tblHeader/>", b"")),
        ("audit.table-headings", STORY, instead(b'<w:tblLook w:val="0680"/>', b'<w:tblLook w:val="0600"/>')),
        ("audit.language", STORY, instead(b"<w:rPr><w:color ", b'<w:rPr><w:lang w:val="sv"/><w:color ')),
        ("audit.sequence", STORY, instead(b"SEQ exhibit_1 ", b"SEQ exhibit_2 ")),
        ("audit.sequence", STORY, instead(b"SEQ exhibit_1 ", b"SEQ exhibit_1 \\r 7 ")),
    ],
)
def test_a_planted_fault_is_found(code: str, member: str, change: Damage, damaged: Callable[..., Path]) -> None:
    assert code in codes(damaged(member, change))


def test_a_picture_without_words_is_found(damaged: Callable[..., Path]) -> None:
    words = DOSSIER.cover.picture and DOSSIER.cover.picture.alternative.text
    assert codes(damaged(STORY, instead(f'descr="{words}"'.encode(), b'descr=" "'))) == {"audit.alternative"}


def test_an_exhibit_that_is_not_there_is_found(written: Path) -> None:
    section = next(part for part in DOSSIER.sections if part.anchor == "leadership")
    block = next(block for block in section.blocks if isinstance(block, PhotoRow | ExhibitList))
    other = replace(block.exhibits[0], title=Phrase(text="Never written"))
    dossier = replace(DOSSIER, sections=(replace(section, blocks=(ExhibitList(exhibits=(other,)),)),))
    assert codes(written, dossier) == {"audit.missing"}


def test_a_file_that_is_cut_off_is_found(written: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.docx"
    cut.write_bytes(written.read_bytes()[:50_000])
    assert codes(cut) == {"audit.unreadable"}


def camera_picture() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Camera maker"
    data = io.BytesIO()
    Image.new("RGB", (8, 8)).save(data, "JPEG", exif=exif)
    return data.getvalue()
