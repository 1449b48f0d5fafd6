"""Pictures whose name, or whose folder's, says that they are of certificates: a person is asked, nothing is decided."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from portfolio.intake.cues import cues
from portfolio.intake.duplicates import Content
from portfolio.intake.lines import line_of
from portfolio.intake.piece import Knowledge
from portfolio.intake.pieces import kind_stated
from portfolio.model.problem import Place, Problem, note

_SIGNS = re.compile(r"[_.\-]+")


def perhaps_certificates(contents: Iterable[Content], knowledge: Knowledge) -> Iterator[Problem]:
    """A note for each such picture of which nobody has said what it is, and one for each folder of such."""
    folders: dict[str, list[str]] = defaultdict(list)
    for content in contents:
        named = _named(content) if content.reading.raster else None
        if not named or kind_stated(content, knowledge):
            continue
        place, words = named
        if place.endswith("/"):
            folders[place].append(words)
        else:
            yield note("picture.perhaps-certificate", Place(file=place), words=words)
    for folder, found in folders.items():
        yield note("picture.perhaps-certificates", Place(file=folder), words=found[0], n=len(found))


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
