"""Which content lay at a place when somebody first spoke of it there: another picture under its name is not meant.

Kept in the cache folder, by line: what is lost with it is trusted to be about what lies there now.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from portfolio.errors import OutputError
from portfolio.files.atomic import write_bytes
from portfolio.model.decision import GUARDING, Decision, settle
from portfolio.model.problem import error

NAME = "first-seen.json"  # in the cache folder


class FirstSeen:
    """What lay where when it was first spoken of. `kind` is what speaks."""

    def __init__(self, cache: Path, kind: str) -> None:
        self._cache = cache
        self._kind = kind
        self._told = _told(cache)
        self._kept = {key: item for key, item in self._told.items() if not key.startswith(f"{kind} ")}

    def look(self, said: Iterable[str], file: str, contents: Mapping[str, Collection[str]]) -> str:
        """The id of what lay there when this was first said, which may be now; "" for nothing."""
        key = f"{self._kind} {hashlib.sha256(chr(0).join(said).encode()).hexdigest()}"
        now = sorted(contents.get(file, ()))
        seen = self._told.get(key) or (now[0].partition(".")[0] if now else "")
        if seen:
            self._kept[key] = seen
        return seen

    def keep(self) -> None:
        """Remember what was looked for since, and nothing else of this kind. Raises OutputError."""
        if self._kept == self._told:
            return
        try:
            write_bytes(self._cache / NAME, json.dumps(self._kept, sort_keys=True).encode())
        except OSError as fault:
            raise OutputError(error("store.unusable", folder=self._cache)) from fault


def with_seen(
    decisions: Iterable[Decision],
    contents: Mapping[str, Collection[str]],
    cache: Path,
    *,
    keep: bool = False,
) -> tuple[Decision, ...]:
    """The decisions; those that guard a file without naming its id, with the id of what it was first about, settled.

    `keep`: they are all there are, and are remembered. Raises OutputError.
    """
    memory = FirstSeen(cache, "decision")

    def seen() -> Iterator[Decision]:
        for each in decisions:
            if each.item or each.stale or each.in_doubt or each.field not in GUARDING:
                yield each
            else:
                file = each.file.removeprefix("evidence/").casefold()  # the same while the file is away
                said = (file, each.field, each.value, each.by, each.on, each.because)
                yield replace(each, seen=memory.look(said, each.file, contents))

    decisions = settle(decisions, contents)
    found = settle(seen(), contents)
    if keep:
        memory.keep()
    return found


def _told(cache: Path) -> dict[str, str]:
    try:
        told = json.loads((cache / NAME).read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(key): str(item) for key, item in told.items()} if isinstance(told, dict) else {}
