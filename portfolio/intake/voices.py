"""Who speaks, by the words of `voices.yaml` beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from portfolio.columns import Columns
from portfolio.files.yamlfile import plain, read_yaml
from portfolio.i18n import fold
from portfolio.intake.people import is_group

_CLAUSE_ENDS = re.compile(r"[,.;!]")
_PARTS = re.compile(r"[,;/()\n]| [-–—] ")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
PUPIL = "pupil"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says something: `role` is a key of the vocabulary's roles, "" when not known; `name` "" when not named."""

    role: str = ""
    name: str = ""


NOBODY = Speaker()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """The vocabulary: headings of quotations, and folded words. `roles`: word → role, the longest first."""

    columns: Columns
    consent_asked: frozenset[str]
    agreements: frozenset[str]
    kept_conditions: frozenset[str]
    roles: Mapping[str, str]
    not_names: frozenset[str]
    survey_times: frozenset[str]
    survey_asides: frozenset[str]
    names_asked: frozenset[str]


@cache
def voices() -> Voices:
    """The vocabulary that comes with the program."""
    words = plain(read_yaml(Path(__file__).with_name("voices.yaml")))
    assert isinstance(words, dict)
    columns, roles = words["columns"], words["roles"]
    assert isinstance(columns, dict)
    assert isinstance(roles, dict)
    said = sorted(
        ((word, role) for role, names in roles.items() for word in _folded(names)), key=lambda each: -len(each[0])
    )
    return Voices(
        columns=Columns({str(field): _folded(names) for field, names in columns.items()}),
        consent_asked=_folded(words["consent_asked"]),
        agreements=_folded(words["agreements"]),
        kept_conditions=_folded(words["kept_conditions"]),
        roles=dict(said),
        not_names=_folded(words["not_names"]),
        survey_times=_folded(words["survey_times"]),
        survey_asides=_folded(words["survey_asides"]),
        names_asked=_folded(words["names_asked"]),
    )


def agreement_in(text: str, answers: Mapping[str, Iterable[str]]) -> str:
    """What somebody answers to being quoted: "yes", "no", else as written (for whom); "" for nothing.

    `answers` are the words of the framework for yes and no in all languages. Only what is nothing but a yes is one:
    what is added may take it back ("yes, but not on the web", "I agree not to be quoted").
    """
    parts = {part for part in map(str.strip, _CLAUSE_ENDS.split(fold(text))) if part}
    if parts & set(map(fold, answers.get("no", ()))):
        return "no"
    agreed = {*map(fold, answers.get("yes", ())), *voices().agreements}
    return "yes" if parts & agreed and parts <= agreed | voices().kept_conditions else text


def role_in(text: str) -> str:
    """The role that a text names ("bir veli", "3-A velisi", "Schülerin"), "" when it names none."""
    folded = fold(text)
    return next((role for word, role in voices().roles.items() if _stands_in(word, folded)), "")


def speaker_in(text: str) -> Speaker:
    """Who is meant by "Ayşe Y., veli", "Bir 3. sınıf velisi", "Elif (4-A)" or "Öğretmen Ada B.".

    Whatever may be a name is taken for one: somebody who is named has to be asked. A class alone means a pupil of it.
    """
    roles: list[str] = []
    names: list[str] = []
    classes = False
    for part in filter(None, map(str.strip, _PARTS.split(text))):
        classes = classes or is_group(part)
        roles.append(role_in(part))
        names += [] if is_group(part) else _names(part)
    role = next(filter(None, roles), PUPIL if classes else "")
    return Speaker(role=role, name=" ".join(names))


def _names(part: str) -> Iterator[str]:
    """The words with a capital that no role, article or class accounts for."""
    rest = fold(part)
    known = {word for role in voices().roles if _stands_in(role, rest) for word in role.split()} | voices().not_names
    for word in part.split():
        if (found := _WORD.match(word)) and word[0].isupper() and fold(found[0]).rstrip(".") not in known:
            yield word


def _stands_in(word: str, folded: str) -> bool:
    return word in folded and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded) is not None


def _folded(names: object) -> frozenset[str]:
    assert isinstance(names, list)
    return frozenset(fold(str(name)) for name in names)
