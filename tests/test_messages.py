"""Every code that the program can say has its sentence, in every language, with the same blanks to fill."""

import ast
import re
from pathlib import Path

import pytest

from portfolio.cli.words import available_languages, read_words
from portfolio.files.node import flat
from portfolio.files.yamlfile import read_yaml
from portfolio.resources import messages_folder

PACKAGE = Path(__file__).resolve().parents[1] / "portfolio"
PLACEHOLDER = re.compile(r"\{(\w+)\}")


# Who makes a Problem or a Reason of a literal code, as its first argument.
PROBLEMS = {"note", "warning", "error", "invalid", "_fault", "Fault"}
REASONS = {"reason"}


def codes() -> dict[str, set[str]]:
    """The literal codes that the package gives to Problems (also by way of a reader's fault) and to Reasons."""
    found: dict[str, set[str]] = {"problems": set(), "reasons": set()}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
                continue
            first = node.args[0]
            literals = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            said = {part.value for part in literals if isinstance(part, ast.Constant) and isinstance(part.value, str)}
            if node.func.id in PROBLEMS or node.func.id.endswith("Fault") or node.func.id == "UnsafeArchive":
                found["problems"] |= said
            elif node.func.id in REASONS:
                found["reasons"] |= said
    return found


def unsaid(codes: set[str], pattern: str) -> set[str]:
    """The codes without a sentence, or without both its forms."""
    texts = read_words("en").texts
    keys = {code: pattern.format(code) for code in codes}
    return {
        code for code, key in keys.items() if key not in texts and not {f"{key}.one", f"{key}.other"} <= texts.keys()
    }


def test_every_code_in_the_program_has_its_words():
    found = codes()
    assert len(found["problems"]) > 150
    assert len(found["reasons"]) > 30
    assert unsaid(found["problems"], "problems.{}.what") == set()
    assert unsaid(found["problems"], "problems.{}.do") == set()
    assert unsaid(found["reasons"], "reasons.{}") == set()


def test_a_code_without_words_is_seen():
    assert unsaid({"output.unwritable", "nobody.wrote-this"}, "problems.{}.what") == {"nobody.wrote-this"}


@pytest.mark.parametrize("language", [language for language in available_languages() if language != "en"])
def test_languages_say_the_same(language):
    english, other = (flat(read_yaml(messages_folder() / f"{code}.yaml")) for code in ("en", language))
    assert len(english) > 200
    assert english.keys() == other.keys()
    blanks = {key: (set(PLACEHOLDER.findall(english[key])), set(PLACEHOLDER.findall(other[key]))) for key in english}
    assert {key: both for key, both in blanks.items() if both[0] != both[1]} == {}
