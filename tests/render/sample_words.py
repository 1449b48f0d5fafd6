"""The words of the sample dossier, one file a language; school, projects and people in them are made up."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    title: str
    contents: str
    page: str
    draft: str
    sections: tuple[str, ...]  # the school, the mission, plan and gaps, register, colophon
    pillars: tuple[str, ...]
    bodies: tuple[str, ...]
    note: str
    lead: str
    narrative: tuple[str, ...]
    bullets: tuple[str, ...]
    headings: tuple[str, ...]  # narrative, photographs, certificates, projects, two-year plan, criteria
    captions: tuple[str, ...]
    certificate: str
    project: str
    document: str
    kinds: tuple[str, ...]  # photo, certificate, project, document
    details: tuple[str, ...]  # partners, years, pupils, register
    facts: tuple[str, ...]  # school, place, country, pupils, teachers
    figures: tuple[str, ...]  # pieces, projects, certificates
    register_columns: tuple[str, ...]
    chart: str
    dated: str
    place: str
    printed_on: str


def read_words(language: str) -> Words:
    text = (Path(__file__).parent / "words" / f"{language}.yaml").read_text(encoding="utf-8")
    words: dict[str, Any] = yaml.safe_load(text)
    return Words(**{key: tuple(value) if isinstance(value, list) else value for key, value in words.items()})
