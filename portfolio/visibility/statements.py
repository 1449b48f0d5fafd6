"""The EU funding statements and disclaimers by language, each with how sure its wording is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

from portfolio.files.yamlfile import plain, read_yaml

ENGLISH = "en"  # always allowed beside or instead of the local language


class Confidence(StrEnum):
    """How sure a wording is, surest first; explained at the head of statements.yaml."""

    LEGAL_TEXT = "legal text"
    OFFICIAL_ARTWORK = "official artwork"
    ATTESTED_WIDELY = "attested widely"
    ATTESTED = "attested"
    ATTESTED_ONCE = "attested once"
    IN_USE = "in use"
    FROM_MEMORY = "from memory"


SURE = frozenset({Confidence.LEGAL_TEXT, Confidence.OFFICIAL_ARTWORK, Confidence.ATTESTED_WIDELY, Confidence.ATTESTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class EuWording:
    """One wording; a line break in it stands where the lock-up breaks. `remark` narrows the confidence."""

    text: str
    confidence: Confidence
    remark: str = ""

    @property
    def line(self) -> str:
        """The wording in one line."""
        return " ".join(self.text.split())

    @property
    def sure(self) -> bool:
        """Whether it may be printed without the school's confirmation."""
        return self.confidence in SURE


@dataclass(frozen=True, slots=True, kw_only=True)
class EuTexts:
    """The wordings of one language; `disclaimer` is None where none was found, `flag` names the emblem, else "".

    `name` is the Union's in the statements, where it has several words; else "".
    """

    funded: EuWording
    cofunded: EuWording
    disclaimer: EuWording | None
    source: str
    flag: str = ""
    name: str = ""


def read_eu_texts() -> Mapping[str, EuTexts]:
    """The wordings by BCP 47 language code, English among them."""
    entries = cast(dict[str, Any], plain(read_yaml(Path(__file__).with_name("statements.yaml"))))
    return {language: _eu_texts(entry) for language, entry in entries.items()}


def _eu_texts(entry: Mapping[str, Any]) -> EuTexts:
    return EuTexts(
        funded=_wording(entry["funded"]),
        cofunded=_wording(entry["co-funded"]),
        disclaimer=_wording(entry["disclaimer"]) if "disclaimer" in entry else None,
        source=entry["source"],
        flag=entry.get("flag", ""),
        name=entry.get("name", ""),
    )


def _wording(entry: Mapping[str, str]) -> EuWording:
    return EuWording(text=entry["text"], confidence=Confidence(entry["confidence"]), remark=entry.get("remark", ""))
