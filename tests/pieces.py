"""Pieces of evidence and decisions for tests, bare but for what a test says."""

from typing import Any

from portfolio.model.catalogue import Catalogue
from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import EvidenceItem, Kind, Portrayal, PortrayalState
from portfolio.model.problem import Place
from portfolio.model.text import LocalText, Origin, Sourced


def piece(*files: str, **said: Any) -> EvidenceItem:
    """A photo in the given places; its id is made of the first one."""
    defaults: dict[str, Any] = {
        "id": f"E-{files[0]}",
        "kind": Kind.PHOTO,
        "files": files,
        "source": files[0],
        "sha256": "0" * 64,
        "media_type": "image/jpeg",
        "size": 1,
    }
    return EvidenceItem(**{**defaults, **said})


def sourced(value: Any, where: str = "captions.csv:2") -> Sourced[Any]:
    """Something that a caption sheet says."""
    return Sourced(value=value, origin=Origin.CAPTION_SHEET, where=where)


def caption(text: str, language: str = "") -> Sourced[LocalText]:
    """A caption in one language."""
    return sourced(LocalText(texts=((language, text),)))


def showing(*persons: str, groups: tuple[str, ...] = ()) -> Portrayal:
    """People who can be recognised."""
    return Portrayal(state=PortrayalState.RECOGNISABLE, persons=persons, groups=groups, by="captions.csv:2")


def catalogue(*items: EvidenceItem) -> Catalogue:
    return Catalogue(files=(), items=items)


def decide(field: Field, value: str, *, file: str = "", item: str = "", line: int = 2, because: str = "") -> Decision:
    """A line of decisions.csv."""
    where = Place(file="decisions.csv", line=line)
    return Decision(item=item, file=file, field=field, value=value, where=where, because=because)
