"""What the rules of EU visibility want of each document that we make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from portfolio.model.artefact import Format
from portfolio.model.blocks import Heading, Paragraph, Run
from portfolio.model.composed import Document
from portfolio.model.document import Cover, Dossier
from portfolio.model.info import InfoSheet
from portfolio.model.lockup import Lockup
from portfolio.model.paste import Card, Paste
from portfolio.model.sheet import Plaque, Sheet
from portfolio.model.site import Site
from portfolio.visibility.wanted import Standing, Wanted, wanted_of


def find_wanted(document: Document, standing: Standing, name: str) -> Wanted | None:
    """What a document's file of this name is held against; None for what never has the emblem."""
    if isinstance(document, Plaque) and name.endswith(f".{Format.TEXT}"):  # its words alone, to be typed in elsewhere
        return Wanted(standing=standing)
    match document:
        case Plaque():
            return wanted_of(document.lockup, standing)
        case Sheet():
            return replace(wanted_of(document.lockup, standing), poster=True)
        case InfoSheet():  # a leaf of two sides, either of which is a front
            return replace(wanted_of(document.lockup, standing), front=False)
        case Site() if not name.endswith(f".{Format.HTML}"):
            return None
        case Site(dossier=dossier) | (Dossier() as dossier) if dossier.cover:
            wanted = wanted_of(dossier.cover.lockup, standing)
            return replace(wanted, covered=True, quoted=tuple(_quoted_in(dossier)))
        case Paste():
            return _wanted_of_paste(document, standing, name)
    return None


def _wanted_of_paste(paste: Paste, standing: Standing, name: str) -> Wanted | None:
    """Of a file that is pasted: the emblem is on the card alone, its disclaimer in the announcement."""
    match name.partition(".")[0]:
        case "card":
            return wanted_of(paste.card.lockup, standing)
        case "announcement":
            disclaimer = paste.announcement.disclaimer
            return Wanted(standing=standing, disclaimers=(disclaimer,) if disclaimer else ())
        case "pictures":  # the words of the card are beside what others say of pictures
            said = (words.text for picture in paste.pictures for _, words in picture.details)
            return Wanted(standing=standing, quoted=tuple(said))
    return None


def find_lockup_in(document: Document) -> Lockup | None:
    """The lock-up of a document, None where there is none."""
    return getattr(_holder(document), "lockup", None)


def logos_in(document: Document) -> tuple[str, ...]:
    """The names of the logos that a document shows."""
    return getattr(_holder(document), "logos", ())


def _holder(document: Document) -> Document | Cover | Card | None:
    match document:
        case Site(dossier=Dossier(cover=cover)) | Dossier(cover=cover):
            return cover
        case Paste(card=card):
            return card
    return document


def _quoted_in(dossier: Dossier) -> Iterator[str]:
    """All that its sections say but what the school writes of itself: titles, captions, what people said."""
    for section in dossier.sections:
        for block in section.blocks:
            if not (isinstance(block, Paragraph | Heading) and block.source):
                yield from _texts_in(block)


def _texts_in(value: Any) -> Iterator[str]:
    """Every text of a value; runs that stand side by side are one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        if value and all(isinstance(each, Run) for each in value):
            yield "".join(run.text for run in value)
        else:
            for each in value:
                yield from _texts_in(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _texts_in(getattr(value, each.name))
