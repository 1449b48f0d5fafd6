"""Every reason for which a file can be left out has its sentences, as a Problem and in the ledger."""

import re
from pathlib import Path

from portfolio.cli.words import read_words
from portfolio.intake.ignored import RULES
from portfolio.intake.synchronised import CONFLICT

PACKAGE = Path(__file__).resolve().parents[2] / "portfolio"
# What is wrong with a school's own settings (`shape`) leaves no file of the evidence out.
READERS = (
    *(path for path in (PACKAGE / "files").glob("*.py") if path.stem not in {"shape", "yamledit"}),
    *(PACKAGE / "intake").rglob("*.py"),
)
CODE = re.compile(
    r'"((?:archive|csv|file|json|link|media|pdf|picture|system|workbook|xmp|yaml|zip)\.[a-z][a-z.-]*[a-z])"'
)
# States of files that are no fault, and notes on files that are used.
NO_FAULT = {"file.used", "file.duplicate", "file.describes", "file.describes-one", "file.misnamed", "file.odd"}
NO_FAULT |= {"file.opened"}
NO_FAULT |= {"pdf.no-text", "pdf.bare-pages", "picture.no-text", "file.unplaced"}
NO_FAULT |= {"picture.perhaps-certificate", "picture.perhaps-certificates"}


def faults() -> set[str]:
    written = {code for path in READERS for code in CODE.findall(path.read_text(encoding="utf-8"))}
    families = ("office", "archive", "shortcut", "data", "drawing")
    return (written | {f"file.not-read.{family}" for family in families}) - NO_FAULT


def test_every_fault_has_its_words() -> None:
    texts = read_words("en").texts
    assert len(faults()) > 40
    assert {code for code in faults() if f"problems.{code}.what" not in texts} == set()
    assert {code for code in faults() if f"problems.{code}.do" not in texts} == set()
    assert {code for code in faults() if f"reasons.{code}" not in texts} == set()


def test_every_rule_has_its_words() -> None:
    texts = read_words("en").texts
    rules = {*RULES, CONFLICT}
    assert {rule for rule in rules if f"reasons.file.ignored.{rule}" not in texts} == set()
    assert len(RULES) == 6
