"""Every code that the program can say has its sentence, in every language, with the same blanks to fill."""

import ast
import re
from pathlib import Path

import pytest

from portfolio.cli.words import available_languages, read_words
from portfolio.resources import messages_folder

PACKAGE = Path(__file__).resolve().parents[1] / "portfolio"
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def codes() -> dict[str, set[str]]:
    """The literal codes given to note(), warning(), error() and reason() in the package, and where."""
    found: dict[str, set[str]] = {"problems": set(), "reasons": set()}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
                continue
            first = node.args[0]
            if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
                continue
            if node.func.id in {"note", "warning", "error"}:
                found["problems"].add(first.value)
            elif node.func.id == "reason":
                found["reasons"].add(first.value)
    return found


def test_every_code_in_the_program_has_its_words():
    texts = read_words("en").texts
    found = codes()
    assert len(found["problems"]) > 40
    assert len(found["reasons"]) > 15
    assert {code for code in found["problems"] if f"problems.{code}.what" not in texts} == set()
    assert {code for code in found["problems"] if f"problems.{code}.do" not in texts} == set()
    assert {code for code in found["reasons"] if f"reasons.{code}" not in texts} == set()


@pytest.mark.parametrize("language", [language for language in available_languages() if language != "en"])
def test_languages_say_the_same(language):
    from portfolio.cli.words import _flat

    english, other = (_flat(messages_folder() / f"{code}.yaml") for code in ("en", language))
    assert len(english) > 200
    assert english.keys() == other.keys()
    blanks = {key: (set(PLACEHOLDER.findall(english[key])), set(PLACEHOLDER.findall(other[key]))) for key in english}
    assert {key: both for key, both in blanks.items() if both[0] != both[1]} == {}
