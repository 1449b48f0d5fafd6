"""Kinds of certificates, by the names that stand in a text and by the occasion that it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from portfolio.intake.lines import Line, bare, line_of, phrases
from portfolio.model.evidence import OTHER_CERTIFICATE
from portfolio.model.framework import CertificateKind

# Up to this length a name in capitals is an abbreviation (NQL, UKE): only as written, "ake" is also a Swedish name.
_ABBREVIATION = 4
# Of Turkish: "Etiketini kazandığı için", "Etiketi'nin".
_CASES = r"(?:(?<=i)'?(?:ni|nin|ne|nde|nden|yle))?"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """A name with its place in a text as written."""

    kind: CertificateKind
    name: str
    start: int
    end: int


def recognise(text: str, kinds: Sequence[CertificateKind]) -> tuple[str, str]:
    """The key of the kind whose name stands in a text and the name found, ("", "") when none does.

    The longest name wins, a particular kind's before one for any other certificate. A quality label is believed only
    where no other kind is named as well: a certificate of participation tells of the project's label, a label never of
    participation. A name for any certificate is of the kind that its occasion tells.
    """
    flow = line_of(text)
    found = [match for kind in kinds for match in _matches(kind, flow)]
    whole = [match for match in found if not any(_inside(match, other) for other in found)]
    modest = [match for match in whole if not is_label(match.kind.key)]
    best = max(modest or whole, key=lambda match: (match.kind.key != OTHER_CERTIFICATE, len(match.name)), default=None)
    if best is None:
        return "", ""
    return by_occasion(text, best.name, kinds) if best.kind.key == OTHER_CERTIFICATE else (best.kind.key, best.name)


def by_occasion(text: str, name: str, kinds: Sequence[CertificateKind]) -> tuple[str, str]:
    """The kind that an occasion in a text tells, else other, with the words ("certificate of participation … course").

    Of several the kind that stands last: a course abroad is a mobility.
    """
    flow = line_of(text)
    for kind in reversed(kinds):
        if found := pattern_of(kind.occasions).search(flow.folded):
            occasion = flow.cut(found.start(), found.end())
            return kind.key, name if bare(occasion) in bare(name) else f"{name} … {occasion}"
    return OTHER_CERTIFICATE, name


def is_label(key: str) -> bool:
    """Whether the key of a kind is that of a label, for a whole school or a project."""
    return key.endswith("-label")


def is_school_label(key: str) -> bool:
    """Whether a kind is a label that a whole school holds, not a project's."""
    return is_label(key) and not key.endswith("-quality-label")


@lru_cache(maxsize=64)
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern for names or occasions of a pack."""
    return phrases(words)


def _matches(kind: CertificateKind, flow: Line) -> Iterator[_Match]:
    for name in kind.names:
        abbreviated = len(name) <= _ABBREVIATION and name.isupper()
        wanted, searched = (name, flow.written) if abbreviated else (_bare(name), flow.folded)
        if wanted not in searched:
            continue
        for found in re.finditer(rf"(?<!\w){re.escape(wanted)}{_CASES}(?!\w)", searched):
            start, end = found.span() if abbreviated else (flow.places[found.start()], flow.places[found.end()])
            yield _Match(kind=kind, name=name, start=start, end=end)


def _inside(match: _Match, other: _Match) -> bool:
    return len(match.name) < len(other.name) and other.start <= match.start and match.end <= other.end


@lru_cache(maxsize=2000)
def _bare(name: str) -> str:
    return bare(name)
