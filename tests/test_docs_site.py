"""The docs as their readers meet them: built strictly, every link and command of them right, the first steps walked."""

import re
import shlex
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click
import pytest
from projects import photograph, portfolio

from portfolio.errors import ExitCode
from script import make_docs

ROOT = Path(__file__).resolve().parents[1]
GENERATED = {"commands.md", "problems.md"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The pages as `script/docs` makes them: strict, so that a warning stops it."""
    folder = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder


class _Ends(HTMLParser):
    """What a page leads to, what it loads, and where one can jump in it."""

    def __init__(self, text):
        super().__init__()
        self.links, self.loaded, self.names = [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        self.names |= {told["id"]} if "id" in told else set()
        if tag == "a" and told.get("href"):
            self.links.append(told["href"])
        elif tag in ("script", "img", "link", "iframe") and (address := told.get("src") or told.get("href")):
            self.loaded.append(address)


def test_every_link_of_the_site_leads_somewhere(site):
    pages = {page: _Ends(page.read_text(encoding="utf-8")) for page in site.glob("*.html") if page.name != "404.html"}
    assert len(pages) >= 20
    lost = []
    for page, ends in pages.items():
        for address in (*ends.links, *ends.loaded):
            parts = urlsplit(address)
            if parts.scheme:
                assert parts.scheme in ("https", "mailto") and "." in (parts.netloc or parts.path), address
                continue
            target = page.parent / unquote(parts.path) if parts.path else page
            known = pages.get(target, _Ends("")).names if parts.fragment else {""}
            if not target.is_file() or (target.suffix == ".html" and parts.fragment not in {*known, "top"}):
                lost.append((page.name, address))
    assert lost == []


def test_the_site_loads_nothing_from_elsewhere(site):
    for page in site.rglob("*.html"):
        assert [each for each in _Ends(page.read_text(encoding="utf-8")).loaded if "//" in each] == []
    for style in site.rglob("*.css"):
        assert re.findall(r"url\(\s*['\"]?(?:https?:)?//", style.read_text(encoding="utf-8")) == []


def test_a_page_says_in_which_language_it_is(site):
    languages = {"index": "en", "gizlilik": "tr", "teachers.en": "en", "teachers.tr": "tr", "teachers.sv": "sv"}
    for name, language in languages.items():
        assert f'<html lang="{language}"' in (site / f"{name}.html").read_text(encoding="utf-8")


def test_pictures_are_small():
    sizes = {path.name: path.stat().st_size for path in (ROOT / "docs" / "pictures").iterdir()}
    shown = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md"))
    assert {name for name in sizes if f"pictures/{name}" not in shown} == set()
    assert max(sizes.values()) <= 150_000
    assert sum(sizes.values()) <= 1_500_000


def commands_in(page):
    """Each `portfolio …` of a page, in code of either kind, as words."""
    text = page.read_text(encoding="utf-8")
    said = [line.partition("#")[0] for line in re.findall(r"^ *(portfolio .+)$", text, re.MULTILINE)]
    said += re.findall(r"`(portfolio [^`\n]+)`", text)
    return [shlex.split(each.replace("…", "X"), comments=False) for each in said]


@cache
def program():
    return make_docs.make_group(make_docs.read_words("en"))


def accepted(words):
    """Whether the program has such a command with such options."""
    command, rest = program(), words[1:]
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        context = click.Context(command, info_name=rest[0])
        command, rest = command.get_command(context, rest[0]), rest[1:]
    if command is None:
        return False
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    known |= {"-h", "--help", "--version"}
    return all(word.partition("=")[0] in known for word in rest if word.startswith("-") and len(word) > 1)


PAGES = sorted({*ROOT.glob("README.md"), *(ROOT / "docs").glob("*.md")} - {ROOT / "docs" / name for name in GENERATED})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_option_in_the_docs_exists(page):
    assert [" ".join(words) for words in commands_in(page) if not accepted(words)] == []


def test_a_command_that_does_not_exist_is_seen():
    assert accepted(["portfolio", "build", "--draft"])
    assert accepted(["portfolio", "consent", "where", "Anna K."])
    assert not accepted(["portfolio", "bild"])
    assert not accepted(["portfolio", "build", "--draught"])
    assert not accepted(["portfolio", "consent", "where", "--draft"])


def test_the_five_minutes_do_what_they_say(tmp_path, monkeypatch):
    page = (ROOT / "docs" / "start.md").read_text(encoding="utf-8")
    begin = next(shlex.split(line) for line in page.splitlines() if line.startswith("portfolio init"))
    monkeypatch.chdir(tmp_path)
    assert portfolio(*begin[1:]) == 0
    root = tmp_path / "my-school"
    photograph(root / "evidence" / "inbox" / "tree.jpg")
    monkeypatch.chdir(root)
    assert portfolio("build", "--draft", "--only", "dossier") == 0
    assert (root / "output" / "private" / "dossier.en.pdf").is_file()
    assert "dossier.en.pdf" in page
    assert portfolio("check") == ExitCode.GAPS
