"""Each rule seen failing by a fault planted into a site that is right."""

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

from portfolio.audit.site import inspect_site
from portfolio.model.blocks import ExhibitList, PhotoRow
from portfolio.model.site import Site
from portfolio.model.text import Phrase

SITE = site_of(sample_dossier("en", pieces=8))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("site") / "en", SITE)[0].parent


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    return shutil.copytree(written, tmp_path / "en")


def codes(folder: Path, site: Site = SITE) -> set[str]:
    problems = inspect_site(folder / "index.html", site)
    assert all(problem.where and problem.where.file == "index.html" for problem in problems)
    return {problem.code for problem in problems}


def test_nothing_is_wrong_with_what_we_write(written: Path) -> None:
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
        ("audit.outside", '<link rel="stylesheet"', '<link rel="icon" href="https://example.org/i.png"><link rel="stylesheet"'),
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
def test_a_planted_fault_is_found(code: str, old: str, new: str, folder: Path) -> None:
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
def test_a_fault_in_a_file_beside_the_page_is_found(code: str, change: Callable[[Path], object], folder: Path) -> None:
    change(folder)
    assert code in codes(folder)


def test_an_exhibit_that_is_told_otherwise_is_found(written: Path) -> None:
    section = next(part for part in SITE.dossier.sections if part.anchor == "leadership")
    block = next(block for block in section.blocks if isinstance(block, PhotoRow | ExhibitList))
    other = replace(block.exhibits[0], caption=Phrase(text="Never written"))
    dossier = replace(SITE.dossier, sections=(replace(section, blocks=(ExhibitList(exhibits=(other,)),)),))
    assert codes(written, replace(SITE, dossier=dossier)) == {"audit.missing"}


def test_a_page_that_is_not_there_is_found(tmp_path: Path) -> None:
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
