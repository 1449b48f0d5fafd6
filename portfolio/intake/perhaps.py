"""Pictures whose name, or whose folder's, says that they are of certificates.

They are read where Tesseract is there. One whose text is a certificate's is one, and marked as recognised; of any other
a person is asked, and nothing is decided: a name alone makes no certificate of a photo.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from portfolio.intake.certificates import MAX_PAGES, certificate_in
from portfolio.intake.cues import cues
from portfolio.intake.duplicates import Content
from portfolio.intake.lines import line_of
from portfolio.intake.piece import Knowledge
from portfolio.intake.pieces import kind_stated
from portfolio.model.problem import Place, Problem, note

_SIGNS = re.compile(r"[_.\-]+")


def perhaps_certificates(contents: Iterable[Content], knowledge: Knowledge) -> Iterator[Problem]:
    """A note for each such picture of which nobody has said what it is, and one for each folder of such.

    One for each short PDF too that is called so itself, and does not read like a certificate.
    """
    folders: dict[str, list[str]] = defaultdict(list)
    for content in contents:
        if words := _called_paper(content, knowledge):
            yield note("paper.perhaps-certificate", Place(file=content.first.file.name), words=words)
        named = _named(content) if content.reading.raster else None
        if not named or _is_read(content) or kind_stated(content, knowledge):
            continue
        place, words = named
        if place.endswith("/"):
            folders[place].append(words)
        else:
            yield note("picture.perhaps-certificate", Place(file=place), words=words)
    for folder, found in folders.items():
        yield note("picture.perhaps-certificates", Place(file=folder), words=found[0], n=len(found))


def named_certificates(contents: Iterable[Content], knowledge: Knowledge) -> frozenset[str]:
    """The ids of pictures that are called so and of which nobody has said what they are."""
    called = (each for each in contents if each.reading.raster and _named(each))
    return frozenset(each.id for each in called if kind_stated(each, knowledge) is None)


def proved(contents: Iterable[Content], named: frozenset[str], knowledge: Knowledge) -> tuple[Content, ...]:
    """The contents; what was recognised in one of those `named` is kept only where it reads like a certificate."""
    return tuple(_unread(each) if each.id in named and not _proves(each, knowledge) else each for each in contents)


def _called_paper(content: Content, knowledge: Knowledge) -> str:
    """The word for certificate in the name of a short PDF whose text is none, else ""."""
    reading = content.reading
    if reading.raster or not 0 < (reading.pages or 0) <= MAX_PAGES or reading.entries or reading.credential:
        return ""
    base = content.first.file.base.rpartition(".")[0]
    words = "" if cues().other_papers.search(line_of(_SIGNS.sub(" ", base)).folded) else _called(base)
    if not words or kind_stated(content, knowledge):
        return ""
    certificate = certificate_in(reading, knowledge.framework, knowledge.country, content.first.file.name)
    return "" if certificate else words


def _proves(content: Content, knowledge: Knowledge) -> bool:
    """Whether what was recognised is a certificate, or is still to be read."""
    reading = content.reading
    if not reading.recognised or reading.recognised.failed:
        return True
    name = content.first.file.name
    return certificate_in(reading, knowledge.framework, knowledge.country, name) is not None


def _unread(content: Content) -> Content:
    reading = replace(content.reading, recognised=None)
    return Content(files=tuple(replace(each, reading=reading) for each in content.files))


def _is_read(content: Content) -> bool:
    recognised = content.reading.recognised
    return recognised is not None and not recognised.failed


def _named(content: Content) -> tuple[str, str] | None:
    """The file or folder ("…/") that is called so, with the word, None when none is."""
    for name in content.names:
        folder, _, base = name.rpartition("/")
        if words := _called(base.rpartition(".")[0] or base):
            return name, words
        if (words := _called(folder.rpartition("/")[2])) and not _of_ceremony(base):
            return f"{folder}/", words
    return None


@lru_cache(maxsize=1000)  # thousands of pictures lie in a few folders
def _called(name: str) -> str:
    """The word for certificate in a name, "" when there is none, or the name is that of a ceremony."""
    line = line_of(_SIGNS.sub(" ", name))
    found = cues().in_names.search(line.folded)
    return line.cut(*found.span()) if found and not _of_ceremony(name) else ""


def _of_ceremony(name: str) -> bool:
    return cues().ceremonies.search(line_of(_SIGNS.sub(" ", name)).folded) is not None
