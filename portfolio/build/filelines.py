"""The lines of the register about files: which of them were about another content than lies there now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from portfolio.consent.keys import FILE_PREFIX, key_of
from portfolio.intake.firstseen import FirstSeen
from portfolio.model.catalogue import Catalogue
from portfolio.model.clearance import ConsentEntry
from portfolio.model.problem import Place, Problem, error


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLines:
    """`changed`: the files that hold another content than the one agreed about; `gone`: those whose content is away."""

    changed: frozenset[str]
    gone: frozenset[str]
    problems: tuple[Problem, ...]


def file_lines(entries: Sequence[ConsentEntry], catalogue: Catalogue, cache: Path, register: str) -> FileLines:
    """What has become of the files that the register names, and `consent.file-changed` for each line it no longer fits.

    A line is trusted to be about what lies there when it is first read, or read with another day. Raises OutputError.
    """
    contents = catalogue.contents
    files = {key_of(FILE_PREFIX + file): file for file in contents}
    there = {item.partition(".")[0] for ids in contents.values() for item in ids}
    memory = FirstSeen(cache, "consent")
    changed: set[str] = set()
    gone: set[str] = set()
    problems: list[Problem] = []
    for entry in entries:
        key = key_of(entry.who)
        if not key.startswith(FILE_PREFIX):
            continue
        file = files.get(key, key.removeprefix(FILE_PREFIX))
        seen = memory.look((key, entry.given_on, *entry.scopes), file, contents)
        if file not in contents:
            gone |= {file} if seen and seen not in there else set()
        elif entry.scopes and seen not in {each.partition(".")[0] for each in contents[file]}:
            changed.add(file)
            problems.append(error("consent.file-changed", Place(file=register, line=entry.line), file=file))
    memory.keep()
    return FileLines(changed=frozenset(changed), gone=frozenset(gone), problems=tuple(problems))
