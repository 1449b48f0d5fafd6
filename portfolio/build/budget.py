"""A file no larger than a school allows: one step of the ladder for all its pictures, the best that fits.

What a file has beside its pictures is first guessed. One that was written tells it exactly: where another step would be
better, it is written once more. Nothing else is asked, least of all what was written before: the same document gets the
same step, whatever a cache holds.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from portfolio.build.fingerprint import document_json
from portfolio.build.make import failed
from portfolio.files.filesize import told_limit, told_size
from portfolio.files.originals import Originals
from portfolio.model.artefact import Format
from portfolio.model.composed import Document, pictures_in
from portfolio.model.document import Dossier
from portfolio.model.problem import Place, Problem, note, warning
from portfolio.model.upload import Upload
from portfolio.render.derivatives import Derivative, weight_of
from portfolio.render.docx_package import REFERENCE
from portfolio.render.quality import FULL, LADDER, Step
from portfolio.themes import Theme

# Measured on the files of the demo school and of schools of 12 and 60 pieces, in three languages: a PDF has so many
# bytes for each letter of its document as JSON, which stand for its texts, tables and tags, and for all the rest; what
# Word packs is known by packing the same. The guess is 2 kB away on the whole, and 13 at most.
_DOSSIER, _DOSSIER_LETTER = 74_000, 1.15
_UPLOAD, _UPLOAD_LETTER, _BINDING = 15_000, 1.5, 3_000
_WORD, _WORD_PACKED = 5_500, 1.8
_NEARLY = 0.9  # of the limit: what may prove too large gets its smaller pictures beforehand, side by side


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How large a file may be in bytes, and where the originals are of which its smaller pictures are drawn."""

    limit: int
    originals: Originals


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The derivatives of a document at one step, by key, and what is to be said of those that are not there."""

    step: Step
    derivatives: Mapping[str, Derivative]
    problems: tuple[Problem, ...]

    @property
    def files(self) -> Mapping[str, int]:
        """How many bytes each file has, by its sha256."""
        return {each.sha256: each.size for each in self.derivatives.values()}

    @property
    def weight(self) -> int:
        """How many bytes all the files have."""
        return sum(self.files.values())


Draw = Callable[[Step], Drawn]
Write = Callable[[Drawn], tuple[Problem, ...]]


def limit_for(document: Document, form: Format, limit: int | None) -> int | None:
    """How many bytes a document in a format may have where so many are allowed to each; None where nothing is limited.

    That is so as well for a dossier that places no picture, which alone could be made smaller. The file for a field
    has a limit of its own beside: the smaller one counts.
    """
    if isinstance(document, Upload):
        return min((each for each in (limit, document.limit) if each is not None), default=None)
    has_pictures = isinstance(document, Dossier) and next(pictures_in(document), None)
    return limit if has_pictures and form is not Format.TEXT else None


def is_tight(
    document: Document, form: Format, theme: Theme, logos: Iterable[Path], derivatives: Path, limit: int | None
) -> bool:
    """Whether a document with its best pictures, which lie in a folder, may be larger than its limit.

    Not asked is what the documents take that are attached or bound.
    """
    limit = limit_for(document, form, limit)
    if limit is None:
        return False
    best = weight_of(pictures_in(document), derivatives)
    return guess_rest(document, form, theme, logos) + best > limit * _NEARLY


def guess_rest(document: Document, form: Format, theme: Theme, logos: Iterable[Path]) -> int:
    """About how many bytes a file has without its pictures and the documents that are attached or bound."""
    said = document_json(document).encode()
    if isinstance(document, Upload):
        return round(_UPLOAD + _UPLOAD_LETTER * len(said) + (_BINDING if document.bound else 0))
    printed = sum(logo.stat().st_size for logo in logos)
    if form is Format.PDF:
        return round(_DOSSIER + _DOSSIER_LETTER * len(said) + printed)
    reference = theme.find(REFERENCE)
    fonts = reference.stat().st_size if reference else 0
    return round(fonts + _WORD + _WORD_PACKED * len(zlib.compress(said)) + printed)


def write_within(limit: int, rest: int, draw: Draw, write: Write, target: Path) -> tuple[Drawn, tuple[Problem, ...]]:
    """Write a file of at most `limit` bytes with the best pictures that it can have, else the smallest that there is.

    `rest` is what it has about without pictures. Problems are those of writing, `size.reduced` with what it cost, and
    `size.over`.
    """
    draw = cache(draw)
    drawn, problems = fit(limit, rest, draw, write, target)
    if failed(problems):
        return drawn, problems
    return drawn, (*problems, *_over(drawn, target, limit), *reduced(draw, drawn, target, limit))


def fit(limit: int, rest: int, draw: Draw, write: Write, target: Path) -> tuple[Drawn, tuple[Problem, ...]]:
    """As `write_within`, but nothing is said of what it cost: the Problems are those of writing."""
    steps: tuple[Step, ...] = LADDER
    problems: tuple[Problem, ...] = ()
    written = None
    while (drawn := _finest(steps, limit - rest, draw)).files != (written and written.files):
        problems = write(drawn)
        if failed(problems):
            return drawn, problems
        written, size = drawn, target.stat().st_size
        rest = size - drawn.weight
        if size > limit:  # nor is any finer one asked again, lest it go up and down for a few bytes
            steps = steps[steps.index(drawn.step) + 1 :] or LADDER[-1:]
    return drawn, problems


def _finest(steps: Sequence[Step], room: int, draw: Draw) -> Drawn:
    """The first step whose pictures have room, else the last one; of those behind it none is drawn."""
    for step in steps[:-1]:
        if (drawn := draw(step)).weight <= room:
            return drawn
    return draw(steps[-1])


def _over(drawn: Drawn, target: Path, limit: int) -> Iterator[Problem]:
    if (size := target.stat().st_size) > limit:
        values = {"limit": told_limit(limit), "size": told_size(size, up=True), "dpi": drawn.step.dpi}
        yield warning("size.over", Place(file=target.name), **values)


def reduced(draw: Draw, drawn: Drawn, target: Path, limit: int) -> Iterator[Problem]:
    """What it cost that a file is below its limit: nothing is said where its pictures are the best, or it is not."""
    size, best = target.stat().st_size, draw(FULL)
    if size <= limit and drawn.files != best.files:
        yield note(
            "size.reduced",
            Place(file=target.name),
            limit=told_limit(limit),
            size=told_size(size),
            before=told_size(size - drawn.weight + best.weight),
            dpi=drawn.step.dpi,
            full=FULL.dpi,
            quality=drawn.step.quality,
            step=LADDER.index(drawn.step) + 1,
            steps=len(LADDER),
            n=len(drawn.files.keys() - best.files.keys()),
        )
