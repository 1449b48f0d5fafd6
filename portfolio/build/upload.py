"""The making of the file for one field: its pages, its annexes bound behind them, and what there is no room for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from portfolio.audit.guard import Guard
from portfolio.audit.search import search
from portfolio.build.budget import Draw, Drawn, fit, guess_rest, reduced
from portfolio.build.bundle import make_bundle, put_beside
from portfolio.build.make import failed, inspect, render
from portfolio.files.filesize import told_limit, told_size
from portfolio.model.annex import Annex
from portfolio.model.artefact import Format
from portfolio.model.composed import pictures_in
from portfolio.model.problem import Place, Problem, warning
from portfolio.model.upload import Upload
from portfolio.render.quality import FULL, Step
from portfolio.themes import Theme

Result = tuple[tuple[Path, ...], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplies:
    """What files for fields are made of: `documents` are the copies of their annexes by piece.

    `draw` gives the pictures at a step, `guard` what holds a file against them.
    """

    theme: Theme
    documents: Mapping[str, Path]
    logos: Mapping[str, Path]
    draw: Draw
    guard: Callable[[Drawn], Guard]


def make_upload(upload: Upload, supplies: Supplies, limit: int | None, target: Path) -> Result:
    """Writes the file for a field and, beside it, its signed documents; the files, its own first.

    Its pictures are the finest with which it has at most `limit` bytes: the least of all that is allowed. Where even
    the smallest do not bring it below the limit of its own, annexes are left out from the weakest on, and the file is
    written anew. Problems beside those of dossiers and bundles: `size.reduced`, `upload.left-out` with the annexes,
    `upload.too-large` where it is too large without any, `upload.over` where it keeps them, for the school's limit
    alone is exceeded. Raises as `make_bundle` does.
    """
    whole = upload
    while True:
        files, drawn, problems = _within(upload, supplies, limit, target)
        size = target.stat().st_size if target.exists() else 0
        if upload.limit is None or size <= upload.limit or not upload.bound or failed(problems):
            break
        upload = upload.with_first(_fitting(upload, supplies.documents, drawn, size - upload.limit))
    if limit is None or failed(problems):
        return files, problems
    return files, (*problems, *_told(whole, upload, supplies, drawn, limit, target))


def _told(
    whole: Upload, upload: Upload, supplies: Supplies, drawn: Drawn, limit: int, target: Path
) -> tuple[Problem, ...]:
    """What the limits cost: annexes, fineness, or that they are exceeded."""
    where, size = Place(file=target.name), target.stat().st_size
    said = list(reduced(_drawing(upload, supplies), drawn, target, limit))
    if left := whole.bound[len(upload.bound) :]:
        numbers = ", ".join(annex.number for annex in left)
        said.append(warning("upload.left-out", where, annexes=numbers, limit=told_limit(upload.limit or 0)))
    if size > limit:
        code = "upload.too-large" if limit == upload.limit else "upload.over"
        said.append(warning(code, where, size=told_size(size, up=True), limit=told_limit(limit)))
    return tuple(said)


def _within(
    upload: Upload, supplies: Supplies, limit: int | None, target: Path
) -> tuple[tuple[Path, ...], Drawn, tuple[Problem, ...]]:
    """The file with all annexes that it has, and the pictures with which it was written last."""
    files: tuple[Path, ...] = ()
    draw = _drawing(upload, supplies)

    def write(drawn: Drawn) -> tuple[Problem, ...]:
        nonlocal files
        files, problems = _make(upload, supplies, drawn, target)
        return (*drawn.problems, *problems)

    if limit is None:
        drawn = draw(FULL)
        problems = write(drawn)
        return files, drawn, problems
    bound = sum(supplies.documents[annex.item].stat().st_size for annex in upload.bound if annex.picture is None)
    rest = guess_rest(upload, Format.PDF, supplies.theme, supplies.logos.values()) + bound
    drawn, problems = fit(limit, rest, draw, write, target)
    return files, drawn, problems


def _drawing(upload: Upload, supplies: Supplies) -> Draw:
    """Gives the pictures that are in the file, without the scans among the annexes that are left out."""
    keys = {picture.key for picture in pictures_in(upload)}

    def draw(step: Step) -> Drawn:
        drawn = supplies.draw(step)
        return replace(drawn, derivatives={key: each for key, each in drawn.derivatives.items() if key in keys})

    return cache(draw)


def _fitting(upload: Upload, documents: Mapping[str, Path], drawn: Drawn, over: int) -> int:
    """How many annexes to try next when it is so many bytes too large: at least one less; each takes its own size."""
    count, gone = len(upload.bound), 0
    for annex in reversed(upload.bound):
        count -= 1
        gone += _size(annex, documents, drawn)
        if gone >= over:
            break
    return count


def _size(annex: Annex, documents: Mapping[str, Path], drawn: Drawn) -> int:
    if annex.picture:
        return drawn.derivatives[annex.picture.key].size
    return documents[annex.item].stat().st_size


def _make(upload: Upload, supplies: Supplies, drawn: Drawn, target: Path) -> Result:
    """The file as it is with these pictures. One without the pages of others claims what it was judged to be."""
    bundle, form = upload.bundle, Format.PDF
    theme, documents, guard = supplies.theme, supplies.documents, supplies.guard(drawn)
    with TemporaryDirectory(dir=target.parent, prefix="pages-") as folder:
        own = Path(folder) / target.name
        dossier, pictures = bundle.dossier, drawn.derivatives
        problems = render(dossier, form, theme, pictures, supplies.logos, own, judged=not upload.bound)
        if failed(problems):
            return (), problems
        problems = (*problems, *inspect(dossier, form, own), *search(own, form, guard))
        if upload.bound and not failed(problems):
            files, said = make_bundle(bundle, theme, {target.name: own}, documents, pictures, guard, target)
            return files, (*problems, *said)
        own.replace(target)
    return (target, *put_beside(bundle, documents, target)), problems
