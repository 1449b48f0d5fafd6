"""What an artefact depends on, as digests by name, so that a rebuild can say why."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from functools import cache
from pathlib import Path
from typing import Any

from portfolio.build.engines import engines_digest
from portfolio.files.digest import sha256_of
from portfolio.model.blocks import PlacedPicture
from portfolio.model.composed import Document
from portfolio.model.document import Dossier
from portfolio.model.problem import Reason, reason
from portfolio.themes import Theme

Fingerprint = Mapping[str, str]

_SECTION = "section "  # how the name of a section's digest begins; its title follows
_NAMED = 5  # so many sections and pictures are named


def fingerprint(document: Document, theme: Theme, logos: Mapping[str, Path]) -> Fingerprint:
    """The digests of what makes an artefact: its document (pictures by content), theme, logos and the program.

    Of a dossier each section has its own, and all pictures have one together.
    """
    return {
        **dict(_parts(document)),
        "theme": theme.digest,
        "logos": _digest(b"".join(logos[name].read_bytes() for name in sorted(logos))),
        "program": engines_digest(),
    }


def files_digest(files: Mapping[str, Path]) -> Fingerprint:
    """The digest of the files of other artefacts that one is made of; nothing where it is made of none."""
    return {"files": _digest("".join(sha256_of(files[name]) for name in sorted(files)).encode())} if files else {}


def limit_digest(limit: int | None) -> Fingerprint:
    """The digest of the size that is set for an artefact; nothing where there is none."""
    return {} if limit is None else {"size-limit": _digest(str(limit).encode())}


def profile_digest(profile: Path | None) -> Fingerprint:
    """The digest of a print shop's profile; of one that cannot be read that it is not there; nothing without one."""
    if profile is None:
        return {}
    try:
        return {"profile": sha256_of(profile)}
    except OSError:
        return {"profile": ""}


def document_json(document: Document) -> str:
    """A composed document as JSON, keys sorted, in one line: the same text for the same document."""
    return json.dumps(asdict(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def changes(old: Fingerprint | None, new: Fingerprint, pictures: Sequence[str] = ()) -> tuple[Reason, ...]:
    """Why an artefact with the old fingerprint is stale; empty when it is not. `pictures` are those that differ."""
    if old is None:
        return (reason("stale.first"),)
    names = [name for name in dict.fromkeys((*new, *old)) if old.get(name) != new.get(name)]
    sections = [name.removeprefix(_SECTION) for name in names if name.startswith(_SECTION)]
    told = []
    for name in sorted(name for name in names if not name.startswith(_SECTION)):
        if name == "pictures" and pictures:
            told.append(reason("stale.pictures-named", files=_some(pictures)))
        elif name != "document" or not sections:
            told.append(reason(f"stale.{name}"))
    if sections:
        told.insert(0, reason("stale.sections", titles=_some(sections)))
    return tuple(told)


def _some(names: Sequence[str]) -> str:
    """At most so many, and how many more there are."""
    more = len(names) - _NAMED
    return "; ".join([*names[:_NAMED], *([f"… (+{more})"] if more > 0 else [])])


def _parts(document: Document) -> Iterator[tuple[str, str]]:
    """The digests of a document's parts, which are together all that it holds."""
    pictures: list[PlacedPicture] = []
    kind: Any = type(document)
    frame = [getattr(document, name) for name in _names(kind) if name != "sections"]
    if isinstance(document, Dossier):
        sections: dict[str, list[object]] = defaultdict(list)
        for section in document.sections:
            sections[section.title].append(section)
        for title, ours in sections.items():
            yield f"{_SECTION}{title}", _digest(_told(ours, pictures))
        frame.append([section.anchor for section in document.sections])
    yield "document", _digest(_told([kind.__name__, *frame], pictures))
    seen = [name for name in _names(PlacedPicture) if name != "alternative"]
    yield "pictures", _digest(_told([[getattr(picture, name) for name in seen] for picture in pictures], []))


def _told(value: object, pictures: list[PlacedPicture]) -> bytes:
    """A value as JSON without names; of a picture only its words and its key, the rest is for `pictures`."""

    def plain(part: Any) -> Any:
        if isinstance(part, PlacedPicture):
            pictures.append(part)
            return [part.key, part.alternative]
        return [type(part).__name__, *_values(part)]

    # Names of sources may hold bytes that are no UTF-8: surrogates here.
    return json.dumps(value, default=plain, ensure_ascii=False).encode(errors="surrogatepass")


def _values(part: Any) -> list[Any]:
    kind: Any = type(part)
    return [getattr(part, name) for name in _names(kind)]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
