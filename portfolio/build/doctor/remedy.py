"""The command that mends something, on the system that this is."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from portfolio.files.node import flat
from portfolio.files.yamlfile import read_yaml

SYSTEMS = ("debian", "fedora", "macos", "windows", "other")
_FILE = Path(__file__).with_name("remedies.yaml")
# os-release(5): what a distribution is, and what it is like.
_RELEASE = Path("/etc/os-release")


def find_system() -> str:
    """One of SYSTEMS; what is like Debian (Ubuntu, Mint, Pardus) or like Fedora counts as it."""
    match sys.platform:
        case "win32":
            return "windows"
        case "darwin":
            return "macos"
    try:
        lines = _RELEASE.read_text(encoding="utf-8").splitlines()
    except OSError:
        return "other"
    told = dict(line.split("=", 1) for line in lines if "=" in line)
    names = " ".join(told.get(key, "").strip("\"'") for key in ("ID", "ID_LIKE")).split()
    return next((each for each in ("debian", "fedora") if each in names), "other")


def remedy(check: str, codes: Iterable[str] = ()) -> str:
    """What to type on this system; `codes` are the languages that are missing, as Tesseract calls them."""
    words = _remedies()[f"{check}.{find_system()}"].split(" ")
    wanted = tuple(codes)
    repeated = (word.replace("{code}", code) for word in words for code in (wanted if "{code}" in word else ("",)))
    return " ".join(repeated).replace("{python}", sys.executable)


@cache
def _remedies() -> dict[str, str]:
    return flat(read_yaml(_FILE))
