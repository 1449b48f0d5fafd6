"""Files that are still being copied: what looks cut short, and was written just now, is waited for a moment."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from portfolio.intake.reading import Reading
from portfolio.intake.scan import FoundFile

# How a file ends that is not there wholly, whatever its kind.
_CUT = frozenset({"file.empty", "file.binary", "archive.missing", "json.end", "yaml.unclosed"})
_RECENT_NS = 2 * 10**9
_PAUSE_S = 0.3
_PAUSES = 6


def looks_cut(reading: Reading) -> bool:
    """Whether a file cannot be used for what a part of one could not either."""
    return reading.fault is not None and (reading.fault.code.endswith("damaged") or reading.fault.code in _CUT)


def grown(evidence: Path, files: Iterable[FoundFile]) -> Mapping[str, FoundFile]:
    """Those of some files that have changed since they were found, by path, as they are now.

    What changed within the last two seconds is watched until it rests, no longer than two seconds in all.
    """
    found = {file.path: file for file in files}
    seen = {path: stamp for path in found if (stamp := _stamp(evidence / path))}
    watched = {path: file for path, file in found.items() if path in seen and _is_recent(file, seen[path])}
    for _ in range(_PAUSES if watched else 0):
        time.sleep(_PAUSE_S)
        before, seen = seen, {path: _stamp(evidence / path) or seen[path] for path in watched}
        if all(before[path] == seen[path] for path in watched):
            break
    return {
        path: replace(file, size=seen[path][0], mtime_ns=seen[path][1])
        for path, file in watched.items()
        if seen[path] != (file.size, file.mtime_ns)
    }


def _is_recent(file: FoundFile, stamp: tuple[int, int]) -> bool:
    """Whether a file changed since it was found, or just before. The clock only tells for what to wait."""
    return stamp != (file.size, file.mtime_ns) or abs(time.time_ns() - stamp[1]) < _RECENT_NS


def _stamp(path: Path) -> tuple[int, int] | None:
    """Size and time of a file, None for what lies in another one, or is gone."""
    try:
        status = os.lstat(path)
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns
