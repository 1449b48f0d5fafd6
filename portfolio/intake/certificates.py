"""Certificates: of what kind one is, and what it says, by the names and cues that stand in its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from portfolio.i18n import fold, spoken
from portfolio.intake.credentials import Credential, Texts
from portfolio.intake.reading import Reading
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.evidence import OTHER_CERTIFICATE, Certificate, Kind
from portfolio.model.framework import CertificateKind, Framework
from portfolio.model.text import Origin, Sourced

# A certificate is a sheet with a few lines; a longer text that names a label is about it.
MAX_PAGES = 2
MAX_TEXT = 1500
# Up to this length a name in capitals is an abbreviation (NQL, UKE): only as written, "ake" is also a Swedish name.
_ABBREVIATION = 4
_MAX_VALUE = 90
_TITLE_LINES = 2
# Not the dot of an initial ("Ada B.").
_SENTENCE_END = re.compile(r"(?<=\w\w)[.!](?:\s|$)")
# A title in quotation marks and the word "project" beside it, in any of the languages that have it from Latin.
_QUOTED_PROJECT = re.compile(r"[“”„\"«]([^”“„\"»«]{3,80})[”“\"»]\s+pro[jygi]\w*", re.IGNORECASE)
_PROJECT_QUOTED = re.compile(r"\bpro[jygi]\w*:?\s+[“”„\"«]([^”“„\"»«]{3,80})[”“\"»]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    kind: CertificateKind
    name: str
    start: int
    end: int


def recognise(text: str, kinds: Sequence[CertificateKind]) -> tuple[str, str]:
    """The key of the kind whose name stands in a text and the name found, ("", "") when none does.

    The longest name wins, a particular kind's before one for any other certificate. A quality label (a kind whose key
    ends with "-label") is believed only where no other kind is named as well: a certificate of participation tells of
    the project's label, a label never of participation.
    """
    plain, folded = " ".join(text.split()), fold(text)
    found = [match for kind in kinds for match in _matches(kind, plain, folded)]
    whole = [match for match in found if not any(_inside(match, other) for other in found)]
    modest = [match for match in whole if not match.kind.key.endswith("-label")]
    best = max(modest or whole, key=lambda match: (match.kind.key != OTHER_CERTIFICATE, len(match.name)), default=None)
    return (best.kind.key, best.name) if best else ("", "")


def certificate_in(reading: Reading, framework: Framework, where: str) -> Certificate | None:
    """The certificate that a PDF or a picture of a page is; None when it is too long for one.

    It names a kind and speaks of a certificate, or has the word in its first lines and somebody who holds it.
    """
    text = reading.whole
    if (reading.pages or 0) > MAX_PAGES or len(text) > MAX_TEXT:
        return None
    kind, matched = recognise(text, framework.certificate_kinds)
    if kind.endswith("-label") and _speaks_about_labels(text):
        return None
    if kind not in ("", OTHER_CERTIFICATE) and _speaks_as_certificate(text):
        return describe(reading, kind, matched, where)
    other = describe(reading, OTHER_CERTIFICATE, _plain_title(text), where)
    return other if other.matched and other.holder else None


def describe(reading: Reading, kind: str, matched: str, where: str) -> Certificate:
    """A certificate of a kind with holder, project and issuer where its text gives them."""
    return Certificate(
        kind=kind,
        matched=matched,
        holder=_sourced(reading, lambda text: _value(text, "holder"), where),
        project=_sourced(reading, lambda text: _quoted(text) or _value(text, "project"), where),
        issuer=_sourced(reading, lambda text: _value(text, "issuer"), where),
    )


def certificate_of(credential: Credential, framework: Framework, language: str, where: str) -> Certificate:
    """A credential as a certificate in a language; its kind is that whose name its titles have, else other."""
    titles = "\n".join(text for _, text in (*credential.titles, *credential.achievements))
    kind, matched = recognise(titles, framework.certificate_kinds)
    return Certificate(
        kind=kind or OTHER_CERTIFICATE,
        matched=matched or _in_language(credential.titles, language),
        holder=_told(credential.holder, language, where),
        issuer=_told(credential.issuer, language, where),
    )


def _matches(kind: CertificateKind, text: str, folded: str) -> Iterator[_Match]:
    for name in kind.names:
        abbreviated = len(name) <= _ABBREVIATION and name.isupper()
        wanted, searched = (name, text) if abbreviated else (fold(name), folded)
        for found in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", searched):
            yield _Match(kind=kind, name=name, start=found.start(), end=found.end())


def _inside(match: _Match, other: _Match) -> bool:
    return len(match.name) < len(other.name) and other.start <= match.start and match.end <= other.end


def _speaks_about_labels(text: str) -> bool:
    """Whether a text is about a label: an application, a refusal, a guide."""
    folded = fold(text)
    words = (re.escape(word).replace(r"\*", r"\w*") for word in vocabulary().about_labels)
    return re.search(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", folded) is not None


def _speaks_as_certificate(text: str) -> bool:
    """Whether a word for certificate or label stands in a text, in any language."""
    folded = fold(text)
    return any(word in folded for word, kind in vocabulary().kinds.items() if kind is Kind.CERTIFICATE)


def _plain_title(text: str) -> str:
    """The word for certificate in the first lines of a text, "" when there is none."""
    words = {word for line in _lines(text)[:_TITLE_LINES] for word in re.findall(r"\w+", fold(line))}
    return min(words & vocabulary().certificate_titles, default="")


def _value(text: str, field: str) -> str:
    """What stands behind a cue in its line, or on the next line when the cue stands alone."""
    lines = _lines(text)
    for cue in vocabulary().cues[field]:
        for line, following in pairwise((*lines, "")):
            found = _behind(cue, line)
            if found is not None and (value := _clean(found or following)):
                return value
    return ""


def _behind(cue: str, line: str) -> str | None:
    """What stands in a line behind a cue: "" when the cue stands alone (on one side of a slash), None without it."""
    wanted, colon = cue.removesuffix(":"), cue.endswith(":")
    if any(fold(half).rstrip(" :") == wanted for half in line.split("/")):
        return ""
    words = line.split()
    length = len(wanted.split())
    head, rest = " ".join(words[:length]), " ".join(words[length:])
    if fold(head).rstrip(" :") != wanted or (colon and not (head.endswith(":") or rest.startswith(":"))):
        return None
    return rest.lstrip(" :–-")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _quoted(text: str) -> str:
    """The title in quotation marks beside the word project, "" when there is none or several."""
    titles = {title.strip() for pattern in (_QUOTED_PROJECT, _PROJECT_QUOTED) for title in pattern.findall(text)}
    return titles.pop() if len(titles) == 1 else ""


def _clean(value: str) -> str:
    """A value without quotation marks and what follows its sentence, "" when it cannot be one."""
    value = _SENTENCE_END.split(value.strip(' \t,;:“”"„«»'))[0]
    return value if len(value) <= _MAX_VALUE and any(letter.isalpha() for letter in value) else ""


def _sourced(reading: Reading, find: Callable[[str], str], where: str) -> Sourced[str] | None:
    """What is found in a reading's own text, else in what was recognised; None when it is in neither."""
    found = ((find(text), origin) for text, origin in reading.voices)
    return next((Sourced(value=value, origin=origin, where=where) for value, origin in found if value), None)


def _told(texts: Texts, language: str, where: str) -> Sourced[str] | None:
    """A text of a credential in a language."""
    value = _in_language(texts, language)
    return Sourced(value=value, origin=Origin.DOCUMENT, where=where) if value else None


def _in_language(texts: Texts, language: str) -> str:
    return spoken(dict(texts), language)[0] if texts else ""
