"""What the file of an artefact may hold, of everything known about its audience."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from portfolio.audit.guard import Guard
from portfolio.files.originals import Originals
from portfolio.files.picture import PictureFault, look_of
from portfolio.model.annex import Annex
from portfolio.model.blocks import PlacedPicture
from portfolio.model.clearance import Audience
from portfolio.namerule import NameRule
from portfolio.render.derivatives import Derivative, draw_emblem
from portfolio.render.docx import EMBLEM_PX

if TYPE_CHECKING:
    from portfolio.build.survey import Survey


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """What is cleared for an audience: `items` are ids, `looks` those of the originals as the catalogue has them.

    `originals` are the files of those that are shown as they are, by the ids of their pieces.
    """

    names: NameRule = field(repr=False)
    country: str
    public: tuple[str, ...]
    items: frozenset[str]
    looks: frozenset[str]
    originals: Mapping[str, Path] = field(default_factory=dict)


def cleared_for(survey: Survey, audience: Audience) -> Cleared:
    """What of a survey an artefact for an audience is held against."""
    pieces = [piece.item for piece in survey.pieces(audience)]
    plain = [item for item in pieces if item.raster and not item.redaction]
    originals = Originals(evidence=survey.project.evidence, cache=survey.project.cache)
    return Cleared(
        names=survey.names[audience],
        country=survey.project.school.country,
        public=survey.project.public,
        items=frozenset(item.id for item in pieces),
        looks=frozenset(item.raster.dhash for item in plain if item.raster),
        originals={item.id: originals.path(item.source, item.sha256) for item in plain},
    )


def guard_of(
    cleared: Cleared,
    pictures: Iterable[PlacedPicture],
    derivatives: Mapping[str, Derivative],
    logos: Mapping[str, Path],
    annexes: Iterable[Annex] = (),
    drawings: Iterable[bytes] = (),
    smaller: Mapping[str, Derivative] = MappingProxyType({}),
) -> Guard:
    """The guard of one artefact: `pictures` are those it places, `annexes` those whose copies are attached to it.

    `drawings` are the files of what the program draws for it alone, `smaller` further derivatives of the same pictures,
    where each is there in two sizes.

    A picture may look as a piece that is cleared for the audience looks, by what the catalogue says of the original.
    Where no original looks as what is shown (a page, a covered or cut picture) the derivative tells it.
    """
    known = tuple(pictures)
    placed = [
        (picture, size[picture.key]) for size in (derivatives, smaller) for picture in known if picture.key in size
    ]
    ours = [draw_emblem(EMBLEM_PX), *(path.read_bytes() for path in logos.values()), *drawings]
    made = [derivative for size in (derivatives, smaller) for derivative in size.values()]
    as_made = {
        derivative.look
        for picture, derivative in placed
        if derivative.look and picture.item in cleared.items and (picture.page or picture.redaction)
    }
    plain = [pair for pair in placed if pair[0].item in cleared.originals and pair[0].page is None]
    shas = {derivative.sha256 for derivative in made}
    return Guard(
        names=cleared.names,
        country=cleared.country,
        public=cleared.public,
        pictures=frozenset(shas | {hashlib.sha256(data).hexdigest() for data in ours}),
        origins={derivative.sha256: cleared.originals[picture.item] for picture, derivative in plain},
        seen={derivative.sha256: derivative.look for derivative in made if derivative.look},
        looks=frozenset(cleared.looks | as_made),
        drawn=frozenset(_looks(ours)),
        attached=frozenset(annex.copy for annex in annexes if annex.has_copy and annex.item in cleared.items),
    )


def _looks(files: Iterable[bytes]) -> set[str]:
    """How the pictures among some files look; a drawing in vectors has no such look."""
    return {look for data in files if (look := _look(data))}


@lru_cache(maxsize=32)  # logos are the same in every sheet of a list
def _look(data: bytes) -> str:
    with suppress(PictureFault):
        return look_of(data)
    return ""
