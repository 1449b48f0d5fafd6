"""Files with the very same content: which of them may be deleted, and what hangs on their paths alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from portfolio.build.survey import Survey
from portfolio.model.catalogue import FileState
from portfolio.model.evidence import EvidenceItem
from portfolio.model.mapping import Link, Strength
from portfolio.model.problem import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SpareCopy:
    """A file whose content lies at `of` too. The rest is lost with it, or aimed at nothing then.

    `decisions` are lines about it by its path, `descriptions` files that speak of it, `links` what its folder gives.
    """

    file: str
    of: str
    decisions: tuple[Place, ...]
    descriptions: tuple[str, ...]
    links: tuple[Link, ...]

    @property
    def is_free(self) -> bool:
        """Whether nothing is lost with it."""
        return not (self.decisions or self.descriptions or self.links)


def spare_copies(item: EvidenceItem, descriptions: Iterable[str], survey: Survey) -> Iterator[SpareCopy]:
    """The copies of a piece but the first; `descriptions` are the files that say something of it."""
    spare = {each.name for each in survey.catalogue.files if each.state is FileState.DUPLICATE}
    speaking = tuple(descriptions)
    for file in item.files:
        if file not in spare:
            continue
        others = tuple(each for each in item.files if each != file)
        yield SpareCopy(
            file=file,
            of=others[0],
            decisions=tuple(
                each.where
                for each in survey.project.decisions
                if each.aim(item.ids, others) == (0, 0) != each.aim(item.ids, item.files)
            ),
            descriptions=tuple(each for each in speaking if _speaks_of(each, file, others)),
            links=tuple(
                link
                for link in survey.mapping.links_of(item.id)
                if link.strength is Strength.PLACED and link.origin == file
            ),
        )


def _speaks_of(description: str, file: str, others: Iterable[str]) -> bool:
    """Whether a description can only mean this one of the copies: it has its name, or lies where only this one does."""
    said, path = PurePosixPath(description), PurePosixPath(file)
    if said.parent != path.parent:
        return False
    beside = any(PurePosixPath(each).parent == path.parent for each in others)
    return said.name.startswith(f"{path.stem}.") or not beside
