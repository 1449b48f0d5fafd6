"""Generated pages are what the program would write today; links between pages lead somewhere."""

import re
from pathlib import Path

import pytest

from portfolio.errors import ExitCode
from portfolio.files.yamlfile import plain, read_yaml
from portfolio.model.papersize import PAPERS
from portfolio.model.problem import Severity
from portfolio.model.sheet import Purpose
from portfolio.model.sheetorder import SheetKind
from portfolio.render.tile_layout import lay_tiles
from portfolio.sheetkeys import SheetKeys
from script import docpages, make_docs

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("name", list(make_docs.PAGES))
def test_generated_pages_are_up_to_date(name):
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == make_docs.PAGES[name](), "run script/make_docs.py"


def test_every_command_is_in_its_page():
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert all(f"## portfolio {name}\n" in page for name in make_docs.COMMANDS)
    assert len(make_docs.COMMANDS) == 22


def test_each_law_names_tests_that_hold_it():
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    laws = re.findall(r"^(\d+)\. (.*?)(?=^\d+\. |^## )", page, re.MULTILINE | re.DOTALL)
    assert [int(number) for number, _ in laws] == list(range(1, 15))
    for number, law in laws:
        named = re.findall(r"`([\w/]+\.py)::(\w+)`", law)
        assert named, f"law {number}"
        for file, test in named:
            assert f"def {test}" in (ROOT / "tests" / file).read_text(encoding="utf-8"), f"law {number}: {test}"


def test_laws_that_the_program_names_are_there():
    named = {
        int(number)
        for path in (ROOT / "portfolio").rglob("*.py")
        for number in re.findall(r"\blaw (\d+)", path.read_text(encoding="utf-8"))
    }
    assert len(named) > 5
    assert named <= set(range(1, 15))


def test_the_page_on_posters_tells_what_there_is(tmp_path):
    page = (ROOT / "docs" / "posters.md").read_text(encoding="utf-8")
    names = {name for row in re.findall(r"^\| (`.+?) \|", page, re.MULTILINE) for name in re.findall(r"`(.+?)`", row)}
    assert names == {"for", *SheetKind, *Purpose} - {Purpose.SCREEN}
    assert all(f"`{paper}`" in page for paper in PAPERS)
    counts = dict(re.findall(r"^\| (A\d|roll-up) \| (\d+) \|", page, re.MULTILINE))
    assert counts == {name: str(lay_tiles(*size).count) for name, size in PAPERS.items() if name != "A4"}
    example = tmp_path / "sheets.yaml"
    example.write_text(re.findall(r"```yaml\n(.+?)```", page, re.DOTALL)[0], encoding="utf-8")
    sheets = plain(read_yaml(example))["sheets"]
    assert set(sheets) <= set(SheetKind)
    for keys in sheets.values():
        SheetKeys.model_validate(keys)


def test_links_between_pages_lead_somewhere():
    links = [
        (page, target)
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    ]
    assert len(links) > 5
    assert [(page.name, target) for page, target in links if not (page.parent / target).exists()] == []


def test_what_an_exit_code_says_is_written_for_each():
    assert set(docpages.EXITS) == set(ExitCode)


def test_every_message_is_on_its_page_once():
    page = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    codes = re.findall(r"^### (\S+)", page, re.MULTILINE)
    assert len(codes) == len(set(codes)) > 500
    areas = {code.partition(".")[0] for code in codes}
    assert set(docpages.AREAS) <= areas
    assert page.count("\n## ") == len(areas)


def test_how_much_a_message_matters_is_read_from_the_program():
    severe = docpages.severities()
    assert severe["framework.unknown"] == {Severity.ERROR}
    assert severe["letters.no-text"] == {Severity.NOTE}


@pytest.mark.parametrize("language", docpages.TONGUES)
def test_the_page_for_teachers_has_no_gap(language):
    page = docpages.teachers_page(language)
    assert "{" not in page
    assert page.count("\n- **") == 6
    assert page.count("\n## ") == 6


@pytest.mark.parametrize("language", ["tr", "sv"])
@pytest.mark.parametrize("name", ["start", "coordinator"])
def test_a_page_has_the_same_steps_in_each_language(name, language):
    page, other = (
        (ROOT / "docs" / f"{name}{ending}.md").read_text(encoding="utf-8") for ending in ("", f".{language}")
    )
    assert len(_steps(page)) > 10
    assert _steps(other) == _steps(page)


def _steps(page):
    """Headings (their depth), numbers of steps and commands, in order; what a command is about differs by language."""
    return re.findall(r"^#+ |^\d+\. |portfolio [a-z][a-z-]+(?: --[a-z-]+)?", page, re.MULTILINE)
