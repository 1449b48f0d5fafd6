"""What a theme's papers say of the law: which one a country's papers speak of, and its facts with their sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeVar

from portfolio.errors import ProjectError
from portfolio.files.fault import FileFault
from portfolio.files.shape import Shape, check
from portfolio.files.yamlfile import read_yaml
from portfolio.packtexts import Country, Key, Text, Texts
from portfolio.themes import Theme

LAWS = "papers/laws.yaml"

S = TypeVar("S", bound=Shape)


class PaperLaws(Shape):
    """The countries of each law, and the law whose papers are written everywhere else; a law is a folder's name."""

    laws: Mapping[Key, tuple[Country, ...]]
    otherwise: Key


class LawFact(Shape):
    """A fact in some languages, English among them, where it is said, and how sure that is."""

    says: Texts
    source: Text
    sure: Literal["reported", "remembered", "ours"]


class _Sources(Shape):
    facts: Mapping[Key, LawFact]


def read_laws(theme: Theme) -> PaperLaws:
    """Which law is that of which country. Raises ProjectError, as `files.shape.check` says."""
    return _read(theme, LAWS, PaperLaws)


def read_law_facts(theme: Theme, law: str) -> tuple[LawFact, ...]:
    """What the papers of a law rest on; nothing where the theme has no sources for it. Raises as `read_laws`."""
    try:
        return tuple(_read(theme, f"papers/{law}/sources.yaml", _Sources).facts.values())
    except FileNotFoundError:
        return ()


def _read(theme: Theme, path: str, shape: type[S]) -> S:
    try:
        content, problems = check(read_yaml(theme.find(path)), shape, path)
    except FileFault as fault:
        raise ProjectError(fault.problem(path)) from None
    if content is None:
        raise ProjectError(*problems)
    return content
