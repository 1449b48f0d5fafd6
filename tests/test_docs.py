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
    assert len(make_docs.COMMANDS) == 5


def test_links_between_pages_lead_somewhere():
    links = [
        (page, target)
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    ]
    assert len(links) > 5
    assert [(page.name, target) for page, target in links if not (page.parent / target).exists()] == []
