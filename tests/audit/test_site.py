"""Each rule seen failing by a fault planted into a site that is right."""

import hashlib
import io
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from render.samples import sample_dossier
from render.sites import site_of, write

from portfolio.audit.guard import Guard
from portfolio.audit.site import inspect_site
from portfolio.files.picture import look_of
from portfolio.model.blocks import ExhibitList, PhotoRow
from portfolio.model.site import Site
from portfolio.model.text import Phrase
from portfolio.namerule import NameRule
from portfolio.nameways import person_name

Codes = Callable[..., set[str]]

SITE = site_of(sample_dossier("en", pieces=8))
NAME, MOBILE = "Ayşe Gizli", "0532 123 45 67"
RULE = NameRule([name for name in (person_name(NAME),) if name])


@pytest.fixture(scope="module")
def guard(written: Path) -> Guard:
    """What lets the pictures pass that were made for the site."""
    pictures = [path.read_bytes() for path in (written / "pictures").iterdir()]
    return Guard(
        names=RULE,
        country="TR",
        pictures=frozenset(hashlib.sha256(data).hexdigest() for data in pictures),
        looks=frozenset(map(look_of, pictures)),
    )


@pytest.fixture
def codes(guard: Guard) -> Codes:
    """What is found in the site of a folder."""

    def found(folder: Path, site: Site = SITE) -> set[str]:
        problems = inspect_site(folder / "index.html", site, guard)
        assert all(problem.where and problem.where.file == "index.html" for problem in problems)
        return {problem.code for problem in problems}

    return found


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("site") / "en", SITE)[0].parent


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    return shutil.copytree(written, tmp_path / "en")


def test_nothing_is_wrong_with_what_we_write(written: Path, codes: Codes) -> None:
    assert codes(written) == set()


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("audit.title", "<title>", "<title>Other "),
        ("audit.language", '<html lang="en"', '<html lang="tr"'),
        ("audit.link", 'href="#glance"', 'href="#nowhere"'),
        ("audit.link", 'id="glance"', 'id="school"'),
        ("audit.link", 'for="show-all"', 'for="show-none"'),
        ("audit.address", 'href="https://school-education', 'href="ftp://school-education'),
        ("audit.address", 'href="https://school-education', 'href="plan.pdf" title="'),
        ("audit.outside", ' rel="noopener noreferrer"', ""),
        ("audit.outside", 'src="pictures/', 'src="https://example.org/pictures/'),
        ("audit.outside", 'src="pictures/', 'src="//example.org/pictures/'),
        ("audit.outside", 'src="pictures/', 'src="../pictures/'),
        ("audit.outside", "<title>", '<link rel="icon" href="https://example.org/i.png"><title>'),
        ("audit.outside", "<main", '<img alt="x" srcset="pictures/a.jpg 1x, https://example.org/a.jpg 2x"><main'),
        ("audit.file", 'src="pictures/', 'src="pictures/0'),
        ("audit.action", "<main", "<script>alert(1)</script><main"),
        ("audit.action", "<main", '<main onclick="go()"'),
        ("audit.action", "<main", '<main style="color: red"'),
        ("audit.action", 'href="#glance"', 'href="javascript:go()"'),
        ("audit.action", "default-src 'none'", "default-src *"),
        ("audit.action", "<title>", '<meta http-equiv="refresh" content="1"><title>'),
        ("audit.alternative", 'alt="', 'alt="" title="'),
        ("audit.wrong-place", 'href="#register-1.1"', 'href="#register-2.1"'),
        ("audit.wrong-place", 'id="register-1.1"', 'id="register-1.1x"'),
        ("audit.missing", 'id="exhibit-1.1"', 'id="exhibit-1.1x"'),
        ("audit.unreadable", "</main>", ""),
    ],
)
def test_a_planted_fault_is_found(code: str, old: str, new: str, folder: Path, codes: Codes) -> None:
    page = folder / "index.html"
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert code in codes(folder)


def first(folder: Path, pattern: str) -> Path:
    return next(iter(sorted(folder.glob(pattern))))


def add(path: Path, data: bytes) -> None:
    path.write_bytes(path.read_bytes() + data)


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("audit.file", lambda folder: first(folder, "pictures/*").unlink()),
        ("audit.file", lambda folder: first(folder, "fonts/*.woff2").unlink()),
        ("audit.file", lambda folder: add(first(folder, "*.css"), b"/* changed */")),
        ("audit.file", lambda folder: (folder / "plan.pdf").write_bytes(b"%PDF")),
        ("audit.outside", lambda folder: add(first(folder, "*.css"), b"a { background: url(https://example.org/a) }")),
        ("audit.outside", lambda folder: add(first(folder, "*.css"), b"@import 'https://example.org/a.css';")),
        ("audit.metadata", lambda folder: first(folder, "pictures/*").write_bytes(camera_picture())),
    ],
)
def test_a_fault_in_a_file_beside_the_page_is_found(
    code: str, change: Callable[[Path], object], folder: Path, codes: Codes
) -> None:
    change(folder)
    assert code in codes(folder)


def test_an_exhibit_that_is_told_otherwise_is_found(written: Path, codes: Codes) -> None:
    section = next(part for part in SITE.dossier.sections if part.anchor == "leadership")
    block = next(block for block in section.blocks if isinstance(block, PhotoRow | ExhibitList))
    other = replace(block.exhibits[0], caption=Phrase(text="Never written"))
    dossier = replace(SITE.dossier, sections=(replace(section, blocks=(ExhibitList(exhibits=(other,)),)),))
    assert codes(written, replace(SITE, dossier=dossier)) == {"audit.missing"}


def test_a_page_that_is_not_there_is_found(tmp_path: Path, codes: Codes) -> None:
    assert codes(tmp_path) == {"audit.unreadable"}


def test_all_addresses_of_a_page_lie_in_its_folder(written: Path) -> None:
    text = (written / "index.html").read_text(encoding="utf-8")
    assert not re.search(r'(?:src|srcset)="(?!pictures/)', text)


def camera_picture() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Camera maker"
    data = io.BytesIO()
    Image.new("RGB", (8, 8)).save(data, "JPEG", exif=exif)
    return data.getvalue()


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("audit.name", "</main>", f"<p>With {NAME}</p></main>"),
        ("audit.name", "</main>", "<p>With <b>Ayşe</b> <span>Gizli</span></p></main>"),
        ("audit.name", 'alt="', f'alt="{NAME} '),
        ("audit.name", 'data-column="', 'data-column="Ay%C5%9Fe%20Gizli '),
        ("audit.name", "</main>", f"<!-- {NAME} --></main>"),
        ("audit.name", "<title>", f'<meta name="author" content="{NAME}"><title>'),
        ("audit.personal.phone", "</main>", f"<p>{MOBILE}</p></main>"),
    ],
)
def test_what_nobody_may_know_is_found(code: str, old: str, new: str, folder: Path, codes: Codes) -> None:
    page = folder / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert code in codes(folder)


def test_a_name_in_a_style_is_found(folder: Path, codes: Codes) -> None:
    add(first(folder, "*.css"), f"/* {NAME} */".encode())
    assert "audit.name" in codes(folder)


def test_a_picture_that_was_not_made_for_the_site_is_found(folder: Path, codes: Codes) -> None:
    data = io.BytesIO()
    Image.linear_gradient("L").rotate(45).save(data, "PNG")
    (folder / "pictures" / "strange.png").write_bytes(data.getvalue())
    assert {"audit.picture", "audit.file"} <= codes(folder)
