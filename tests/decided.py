"""What commands answer to programs, and the lines of decisions.csv that they leave behind."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from projects import portfolio

from portfolio.resources import PACKAGE

SCHEMA = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))
BY = ("--by", "Elif Uçanhalı")


def answer_of(capsys: pytest.CaptureFixture[str], *arguments: str, root: Path, code: int = 0) -> dict[str, Any]:
    """The JSON document of a command that ends with a code, held against the schema."""
    capsys.readouterr()
    assert portfolio(*arguments, "--json", root=root) == code
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(document)
    return document


def decision_lines(root: Path) -> list[dict[str, str]]:
    """The lines of decisions.csv by their columns, values as they are meant."""
    text = (root / "decisions.csv").read_text(encoding="utf-8-sig")
    return [
        {**row, "value": row["value"].removeprefix("'")} for row in csv.DictReader(io.StringIO(text), delimiter=";")
    ]
