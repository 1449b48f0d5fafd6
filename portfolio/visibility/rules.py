"""Where each rule of EU visibility was found, and how sure that is: `rules.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, cast

from portfolio.files.yamlfile import plain, read_yaml


class Certainty(StrEnum):
    """How sure a rule is; explained at the head of rules.yaml."""

    LAW = "law"
    REPEATED = "repeated"
    REMEMBERED = "remembered"
    OURS = "ours"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A rule by its key (its sentence is `visibility.rules.<key>`), where it stands, and how sure that is."""

    rule: str
    source: str
    certainty: Certainty


@cache
def read_rules() -> Mapping[str, Source]:
    """The rule of each code of a Problem."""
    return {
        code: Source(rule=rule, source=entry["source"], certainty=Certainty(entry["certainty"]))
        for rule, entry in _entries()["rules"].items()
        for code in entry["codes"]
    }


@cache
def old_disclaimers() -> tuple[str, ...]:
    """Words by which a disclaimer of the years before 2021 is known."""
    return tuple(_entries()["old-disclaimers"])


@cache
def _entries() -> dict[str, Any]:
    return cast(dict[str, Any], plain(read_yaml(Path(__file__).with_name("rules.yaml"))))
