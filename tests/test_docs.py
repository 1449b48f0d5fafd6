"""Generated pages are what the program would write today; links between pages lead somewhere."""

import re
from pathlib import Path

import pytest

from script import make_docs

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("name", list(make_docs.PAGES))
def test_generated_pages_are_up_to_date(name):
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == make_docs.PAGES[name](), "run script/make_docs.py"


def test_every_command_is_in_its_page():
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert all(f"## portfolio {name}\n" in page for name in make_docs.COMMANDS)
    assert len(make_docs.COMMANDS) == 14


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


def test_links_between_pages_lead_somewhere():
    links = [
        (page, target)
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    ]
    assert len(links) > 5
    assert [(page.name, target) for page, target in links if not (page.parent / target).exists()] == []
