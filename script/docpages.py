"""The generated pages of docs/: every message with its remedy, exit codes and JSON, the page for teachers."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from portfolio.build.teachers import pillar_folders
from portfolio.cli.words import read_words
from portfolio.compose.letters import TEACHERS
from portfolio.errors import ExitCode
from portfolio.framework import read_framework
from portfolio.i18n import spoken
from portfolio.model.framework import DEFAULT_FRAMEWORK
from portfolio.model.problem import Severity
from portfolio.resources import templates_folder

PACKAGE = Path(__file__).resolve().parents[1] / "portfolio"
TONGUES = ("en", "tr", "sv")  # of the page for teachers

# Who a teacher asks, where no school's own page says it.
_REACH = {
    "en": "the coordinator of the application",
    "tr": "başvurunun koordinatörü",
    "sv": "den som samordnar ansökan",
}

_SEVERITIES = {
    Severity.ERROR: "error: something was left out or not made",
    Severity.WARNING: "look at it: nothing was left out",
    Severity.NOTE: "note: nothing to do at once",
}

# What the first part of a code is about, where it does not say so itself.
AREAS = {
    "annex": "Documents bound into the bundle",
    "artefact": "Artefacts",
    "audit": "What the check of a finished file found",
    "classlist": "Class lists",
    "compose": "Composing the dossier",
    "conformance": "PDF/A and PDF/UA",
    "criteria": "Criteria of your own",
    "csv": "CSV files",
    "decide": "Deciding about a piece",
    "decision": "decisions.csv",
    "desk": "The page of portfolio review",
    "docx": "Word documents",
    "edited": "What was edited in a dossier with Word",
    "file": "Files in the evidence folder",
    "form": "The application form",
    "framework": "Framework packs",
    "funding": "The EU emblem, and on what basis",
    "info": "The information sheet",
    "json": "JSON files",
    "label": "The label and its years",
    "mapping": "What a piece proves",
    "ocr": "Reading scans",
    "pdfx": "PDF/X, for print shops",
    "print": "Files for print shops",
    "profile": "The print shop's colour profile",
    "prose": "Texts of your own",
    "project": "portfolio.yaml",
    "record": "Project records",
    "redaction": "Covering parts of a picture",
    "reference": "References to pieces",
    "sheet": "The review workbook",
    "size": "The size of a dossier",
    "store": "The program's memory",
    "system": "This computer",
    "visibility": "The rules of EU visibility",
    "yaml": "YAML files",
    "zip": "ZIP files",
}

EXITS = {
    ExitCode.DONE: "All went well. There may still be remarks.",
    ExitCode.UNEXPECTED: "The program itself failed. Please report it.",
    ExitCode.USAGE: "The command was not understood, or names something that is not there.",
    ExitCode.PROJECT: "The project's own files cannot be used (`portfolio.yaml`, a theme, a list).",
    ExitCode.EVIDENCE: "Only with `--strict`: something about the evidence is wrong.",
    ExitCode.ARTEFACT: "At least one artefact was not made; the others are there.",
    ExitCode.DEPENDENCY: "A system library is missing, such as Pango.",
    ExitCode.OUTPUT: "The output folder cannot be written.",
    ExitCode.GAPS: "`check`: something is missing or, with `--visibility`, wrong. It is no failure of the program.",
    ExitCode.IN_USE: "Another run is at work on this project.",
    ExitCode.DIFFERENCES: "What is there differs from what was expected.",
    ExitCode.INTERRUPTED: "Stopped with Ctrl-C. What was there before is whole.",
}


def problems_page() -> str:
    """Every code of a Problem, what it says and what to do, by area. Words in braces are filled in by the program."""
    texts = read_words("en").texts
    codes = sorted({found[1] for key in texts if (found := re.fullmatch(r"problems\.(.+)\.what(\.\w+)?", key))})
    severe = severities()
    lines = [
        "# Every message and its remedy",
        "",
        "Made from the program's own words by `script/make_docs.py`. What stands in braces is filled in: a name, a",
        "number. The code (`file.damaged`) is what `--json` gives to other programs; people are shown the sentences",
        "alone. To find one, use the search of your browser (Ctrl-F) with a few of its words.",
        "",
        "How much it matters stands behind the code where it is always the same: "
        + "; ".join(_SEVERITIES.values())
        + ".",
    ]
    for area, group in groupby(codes, lambda code: code.partition(".")[0]):
        lines += ["", f"## {AREAS.get(area, area.capitalize())}"]
        for code in group:
            known = severe.get(code, set())
            behind = f" ({_SEVERITIES[next(iter(known))].partition(':')[0]})" if len(known) == 1 else ""
            lines += ["", f"### {code}{behind} {{#{code.replace('.', '-')}}}", ""]
            lines += [
                _plain(_said(texts, f"problems.{code}.what")),
                "",
                f"→ {_plain(_said(texts, f'problems.{code}.do'))}",
            ]
    return "\n".join(lines) + "\n"


def _said(texts: Any, key: str) -> str:
    """A sentence; of one with two forms that for many."""
    return str(texts[key] if key in texts else texts[f"{key}.other"])


def _plain(text: str) -> str:
    """A sentence as Markdown that says these very signs."""
    return re.sub(r"([*_`\[\]#|])", r"\\\1", escape(" ".join(text.split()), quote=False))


def severities() -> dict[str, set[Severity]]:
    """The codes that the package gives literally to `note`, `warning` and `error`, with how much each matters."""
    found: dict[str, set[Severity]] = {}
    makers = {each.value: each for each in Severity}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers:
                for code in _literals(node):
                    found.setdefault(code, set()).add(makers[node.func.id])
    return found


def _literals(call: ast.Call) -> Iterator[str]:
    first = call.args[0] if call.args else None
    for part in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def interface_page() -> str:
    """For who starts the program from another one: exit codes, and the JSON documents by command."""
    schema = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))
    lines = [
        "# Exit codes and JSON",
        "",
        "For who starts the program from a script. Made by `script/make_docs.py`.",
        "",
        "## Exit codes",
        "",
        "They are never renumbered. Where several apply, the one that stopped most is given.",
        "",
        "| code | what it says |",
        "|---|---|",
        *(f"| {code.value} | {EXITS[code]} |" for code in ExitCode),
        "",
        "## JSON",
        "",
        "With `--json` a command prints one JSON document and nothing for people. Its schema is the file",
        "`portfolio/cli/schema.json` (JSON Schema 2020-12). Every document has `command`, `version` and `problems`;",
        "the rest by command, some of which have a document for each thing that they do:",
        "",
        "| command | what its document has |",
        "|---|---|",
        *_documents(schema),
        "",
        "Each entry of `problems`:",
        "",
        "| field | what may stand there |",
        "|---|---|",
        *(f"| `{name}` | {_kind(shape)} |" for name, shape in schema["$defs"]["problem"]["properties"].items()),
        "",
        "What each code means and what to do: [every message and its remedy](problems.md).",
    ]
    return "\n".join(lines) + "\n"


def _documents(schema: dict[str, Any]) -> Iterator[str]:
    for reference in schema["oneOf"]:
        name = reference["$ref"].rpartition("/")[2]
        shape = schema["$defs"][name]
        command = shape.get("properties", {}).get("command", {}).get("const")
        fields = ", ".join(f"`{field}`" for field in shape["required"])
        yield f"| {f'`portfolio {command}`' if command else 'any that was stopped'} | {fields} |"


def _kind(shape: dict[str, Any]) -> str:
    if "enum" in shape:
        return ", ".join(f"`{value}`" for value in shape["enum"])
    kinds = shape["type"] if isinstance(shape["type"], list) else [shape["type"]]
    return " or ".join(kinds)


def teachers_page(language: str) -> str:
    """The page that `portfolio letters` prints for teachers, as a school in this language has it."""
    text = (templates_folder() / "base" / "letters" / language / f"{TEACHERS}.md").read_text(encoding="utf-8")
    framework = read_framework(DEFAULT_FRAMEWORK, None, language, lexica=())
    values = {
        "evidence": "evidence",
        "inbox": spoken(framework.inbox, language)[0][0],
        "folders": "\n".join(
            f"- **{name}**: {what}" for name, what in pillar_folders(framework, language, language).items()
        ),
        "reach": _REACH[language],
    }
    return re.sub(r"\{(\w+)\}", lambda found: values[found[1]], text)
