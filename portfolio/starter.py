"""A new project: the files and folders a school begins with, in its own language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from portfolio.decisions import HEADER
from portfolio.files.csvfile import separator_of
from portfolio.model.framework import Framework
from portfolio.resources import templates_folder

# The languages a project can begin in, those of templates/project, with the name of the note for teachers; intake
# ignores files of these names.
NOTES = {"en": "_NOTE.txt", "tr": "_NOT.txt", "sv": "_OBS.txt"}
# How the school's own files are filled in; it lies beside them.
GUIDES = {"en": "GUIDE.txt", "tr": "KILAVUZ.txt", "sv": "HANDLEDNING.txt"}
# Where a language is the school's own, the country most likely is this one; the file says where to change it.
COUNTRIES = {"tr": "TR", "sv": "SE"}
_NEWLINES = {".cmd": "\r\n", ".command": "\n", ".desktop": "\n"}  # whatever system a project begins on
CSV_HEADERS = {
    "decisions.csv": HEADER,
    "consent.csv": ("person", "role", "scopes", "given_on", "by", "expires_on", "withdrawn_on", "note"),
}


# What opens the review page by a double click: on Windows, macOS, Linux; the last two have to be executable.
STARTERS = ("Portfolio.cmd", "Portfolio.command", "Portfolio.desktop")


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """What `start` did: files and folders made, and those that were there already and were left alone."""

    made: tuple[str, ...]
    kept: tuple[str, ...]


def start(root: Path, *, school: str, language: str, country: str, framework: Framework) -> Started:
    """Begin a project in a folder. Whatever exists is kept as it is. Raises OSError when nothing can be written."""
    made: list[str] = []
    kept: list[str] = []
    root.mkdir(parents=True, exist_ok=True)
    for folder in _folders(framework, language):
        (kept if (root / folder).is_dir() else made).append(f"{folder}/")
        (root / folder).mkdir(parents=True, exist_ok=True)
    for name, text in _files(school, language, country, framework):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding=_encoding(path), newline=_NEWLINES.get(path.suffix)) as stream:
                stream.write(text)
            if path.suffix in {".command", ".desktop"}:
                path.chmod(path.stat().st_mode | 0o111)
        except FileExistsError:
            kept.append(name)
        else:
            made.append(name)
    return Started(made=tuple(made), kept=tuple(kept))


def _encoding(path: Path) -> str:
    return "utf-8-sig" if path.suffix in {".csv", ".txt"} else "utf-8"


def _folders(framework: Framework, language: str) -> Iterator[str]:
    for pillar in framework.all_pillars:
        yield f"evidence/{pillar.folders[language][0]}"
    yield f"evidence/{framework.inbox[language][0]}"
    yield "output"


def _files(school: str, language: str, country: str, framework: Framework) -> Iterator[tuple[str, str]]:
    texts = templates_folder() / "project" / language
    # A JSON string is a YAML string: quotation marks and colons in a school's name do no harm.
    values = {
        "school": json.dumps(school, ensure_ascii=False),
        "language": language,
        "country": country or COUNTRIES.get(language, '""'),
        "inbox": framework.inbox[language][0],
        "first": framework.pillars[0].folders[language][0],
        "folders": _folder_list(framework, language),
    }
    yield "portfolio.yaml", _filled(texts / "portfolio.yaml", values)
    yield f"evidence/{NOTES[language]}", _filled(texts / "note.txt", values)
    for pillar in framework.all_pillars:
        title = pillar.titles[language].print
        yield f"narrative/{pillar.key}.{language}.md", _filled(texts / "narrative.md", {"title": title})
    yield GUIDES[language], _filled(texts / "guide.txt", values)
    missing = {"missing": (texts / "missing.txt").read_text(encoding="utf-8").strip()}
    for name in STARTERS:
        yield name, _filled(templates_folder() / "starters" / name, missing)
    for name, header in CSV_HEADERS.items():
        yield name, separator_of(language).join(header) + "\n"


def _folder_list(framework: Framework, language: str) -> str:
    folders = {pillar.folders[language][0]: pillar.titles[language].print for pillar in framework.all_pillars}
    width = max(map(len, folders))
    return "\n".join(f"   {folder:<{width}}  {title}" for folder, title in folders.items())


def _filled(path: Path, values: Mapping[str, str]) -> str:
    text = path.read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text
