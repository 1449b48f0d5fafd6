"""What is known of a piece, each value with who said it and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from portfolio.cli.words import Words
from portfolio.model.dating import Dating
from portfolio.model.evidence import SPEAKERS, Certificate, EvidenceItem, ProjectRecord, Quotation
from portfolio.model.text import LocalText, Origin, Sourced

OF_PIECE = ("title", "caption", "alternative", "dated", "place", "credit", "address")
_READ = (Origin.DOCUMENT, Origin.RECOGNISED)
_PEOPLE = "people"
_LENGTH = "seconds"
_ROLE = "quotation.role"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A value as text; `field` is its name in the model ("project.partners"), `origin` one of Origin's."""

    field: str
    value: str
    origin: str
    where: str


def known_of(item: EvidenceItem) -> Iterator[Known]:
    """All that is said of a piece and of the project, certificate or quotation that it is.

    Where a photo was taken is not among it unless somebody wrote it: coordinates would say where children are. Of
    people only whether they can be recognised: names stand nowhere but where they were written. What was read in a
    redacted one is not told: it may stand below a box.
    """
    for known in _all_known(item):
        if not (item.redaction and known.origin in _READ):
            yield known


def _all_known(item: EvidenceItem) -> Iterator[Known]:
    for name in OF_PIECE:
        yield from _known(name, getattr(item, name))
    if item.seconds:
        yield Known(field=_LENGTH, value=_length(item.seconds), origin=str(Origin.DOCUMENT), where=item.files[0])
    for said in item.portrayal.said:
        yield from _known(_PEOPLE, said)
    for partner in item.partners:  # who cleared it for the school is not told
        told = f"{partner.value.school}, {partner.value.on}"
        yield Known(field="partner", value=told, origin=str(partner.origin), where=partner.where)
    for kind, part in (("project", item.project), ("certificate", item.certificate), ("quotation", item.quotation)):
        yield from _known_in(kind, part)


def origin_lines(item: EvidenceItem, words: Words) -> Iterator[str]:
    """The same in words: "caption: Open day (caption sheet, captions.csv:2)"."""
    for known in known_of(item):
        field, origin = words.say(f"fields.{known.field}"), words.say(f"origins.{known.origin}")
        yield f"{field}: {value_of(known, words)} ({origin}, {known.where})"


def value_of(known: Known, words: Words) -> str:
    """A value in words: who is in it is one of the answers that there are, who speaks may be."""
    if known.field == _PEOPLE:
        return words.say(f"portrayals.{known.value}")
    if known.field == _ROLE and known.value in SPEAKERS:
        return words.say(f"values.quotation.role.{known.value}")
    return known.value


def _known_in(kind: str, part: ProjectRecord | Certificate | Quotation | None) -> Iterator[Known]:
    if part:
        for field in fields(part):
            yield from _known(f"{kind}.{field.name}", getattr(part, field.name))


def _known(field: str, said: Any) -> Iterator[Known]:
    if isinstance(said, Sourced):
        yield Known(field=field, value=_text(said.value), origin=str(said.origin), where=said.where)


def _length(seconds: float) -> str:
    """How long a film or recording is, "m:ss"."""
    minutes, rest = divmod(max(1, round(seconds)), 60)
    return f"{minutes}:{rest:02}"


def _text(value: Any) -> str:
    match value:
        case LocalText():
            return " | ".join(dict.fromkeys(text for _, text in value.texts))
        case Dating():
            return " – ".join(dict.fromkeys((value.first.isoformat(), value.last.isoformat())))
        case tuple():
            return ", ".join(_text(each[0] or each[1] if isinstance(each, tuple) else each) for each in value)
    return str(value)
