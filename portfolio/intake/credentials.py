"""Digital credentials: certificates in JSON, read for what a sheet of paper would say.

Sources: W3C Verifiable Credentials Data Model 2.0 (`type`, `name`, `issuer`, `credentialSubject`, `validFrom`; 1.1 has
`issuanceDate`); the European Learning Model 3 of European Digital Credentials (`displayParameter.title`, `fullName`,
`hasClaim`, `awardedBy`, `legalName`); Open Badges 3.0 (`achievement.name`). Signatures are not checked, and no address
is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.files.node import Listing, Mapping, Node, Scalar
from portfolio.intake.dates import machine_date

_TYPES = frozenset({"VerifiableCredential", "EuropeanDigitalCredential"})
_SUBJECT = "credentialSubject"
_AWARD = (_SUBJECT, "hasClaim", "awardedBy")
# Where a value stands, the place that says it best first.
_TITLES = (("displayParameter", "title"), ("name",))
_ACHIEVEMENTS = ((_SUBJECT, "hasClaim", "title"), (_SUBJECT, "achievement", "name"))
_HOLDERS = ((_SUBJECT, "fullName"), (_SUBJECT, "name"))
_NAMES = ((_SUBJECT, "givenName"), (_SUBJECT, "familyName"))
# Who awarded it before who sealed it: a service may seal for many schools.
_ISSUERS = (
    (*_AWARD, "awardingBody", "legalName"),
    (*_AWARD, "awardingBody", "prefLabel"),
    ("issuer", "legalName"),
    ("issuer", "prefLabel"),
    ("issuer", "name"),
)
_DAYS = ((*_AWARD, "awardingDate"), ("issuanceDate",), ("issued",), ("validFrom",))

Texts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """What a credential says: texts as (language, text), "" for none given; `day` is ISO or ""."""

    titles: Texts
    achievements: Texts
    holder: Texts
    issuer: Texts
    day: str

    @property
    def text(self) -> str:
        """All of it in lines, to search in."""
        said = (*self.titles, *self.achievements, *self.holder, *self.issuer, ("", self.day))
        return "\n".join(dict.fromkeys(text for _, text in said if text))


def credential_in(root: Node) -> Credential | None:
    """The credential that a JSON file is, None when it is something else."""
    types = {node.text for node in _at(root, "type") if isinstance(node, Scalar)}
    if not types & _TYPES or not any(_at(root, _SUBJECT)):
        return None
    achievements = _first(root, _ACHIEVEMENTS)
    days = (machine_date(text) for path in _DAYS for _, text in _texts(root, path))
    return Credential(
        titles=_first(root, _TITLES) or achievements,
        achievements=achievements,
        holder=_first(root, _HOLDERS) or _whole_name(root),
        issuer=_first(root, _ISSUERS),
        day=next(filter(None, days), ""),
    )


def _first(root: Node, paths: tuple[tuple[str, ...], ...]) -> Texts:
    return next(filter(None, (_texts(root, path) for path in paths)), ())


def _whole_name(root: Node) -> Texts:
    """Given and family name as one, in the languages that have both."""
    given, family = (dict(_texts(root, path)) for path in _NAMES)
    return tuple((language, f"{name} {family[language]}") for language, name in given.items() if language in family)


def _texts(root: Node, path: tuple[str, ...]) -> Texts:
    """The first text of each language at a path."""
    texts: dict[str, str] = {}
    for node in _at(root, *path):
        for language, text in _in_languages(node):
            texts.setdefault(language, text)
    return tuple(texts.items())


def _in_languages(node: Node) -> Iterator[tuple[str, str]]:
    """A text; one with its language beside it (JSON-LD's "@value"); or texts by their languages."""
    match node:
        case Scalar(text=text):
            if plain := " ".join(text.split()):
                yield "", plain
        case Mapping(entries=entries):
            values = {key.text: " ".join(text for _, text in _texts(value, ())) for key, value in entries}
            if "@value" in values:
                values = {values.get("@language", ""): values["@value"]}
            yield from ((language.lower(), text) for language, text in values.items() if text)


def _at(node: Node, *keys: str) -> Iterator[Node]:
    """The nodes below some keys; of a list those of each of its items."""
    if isinstance(node, Listing):
        for item in node.items:
            yield from _at(item, *keys)
    elif not keys:
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            if key.text == keys[0]:
                yield from _at(value, *keys[1:])
