"""Every finding of EU visibility stands under a rule, with where that stands and how sure it is."""

import re
from pathlib import Path

from portfolio.visibility.judge import BASES
from portfolio.visibility.rules import Certainty, old_disclaimers, read_rules

PACKAGE = Path(__file__).resolve().parents[2] / "portfolio"
# Say that a file, or a part of it, could not be judged.
UNREADABLE = {"visibility.unreadable", "visibility.no-file", "visibility.unread-picture", "visibility.page-picture"}


def codes():
    """All codes of findings that are named in the rules' modules."""
    paths = [path for path in PACKAGE.rglob("*.py") if "visibility" in path.relative_to(PACKAGE).as_posix()]
    texts = [path.read_text(encoding="utf-8") for path in paths if path.parent.name != "cli"]
    found = {code for text in texts for code in re.findall(r'"(visibility\.[a-z-]*[a-z])"', text)}
    return found | {f"visibility.basis-{basis}" for basis in {*BASES.values(), "grant"}}


def test_every_finding_stands_under_one_rule():
    assert len(codes()) > 40
    assert {code for code in read_rules() if code.startswith("visibility.")} == codes() - UNREADABLE


def test_what_is_our_own_choice_is_called_so():
    ours = {code for code, rule in read_rules().items() if rule.certainty is Certainty.OURS}
    assert ours == {
        "visibility.hidden",
        "visibility.lost",
        "visibility.logo-higher",
        "visibility.crowded",
        "visibility.crowded-drawing",
        "visibility.type-small",
        "visibility.disclaimer-small",
    }


def test_every_rule_says_where_it_stands():
    assert all(rule.source for rule in read_rules().values())
    assert len(old_disclaimers()) >= 2
