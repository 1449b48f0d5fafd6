"""The making of the file for one field: its pages, its annexes bound behind them, and what there is no room for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from portfolio.audit.guard import Guard
from portfolio.audit.search import search
from portfolio.build.bundle import make_bundle, put_beside
from portfolio.build.make import failed, inspect, render
from portfolio.files.filesize import told_limit, told_size
from portfolio.model.artefact import Format
from portfolio.model.problem import Place, Problem, warning
from portfolio.model.upload import Upload
from portfolio.render.derivatives import Derivative
from portfolio.themes import Theme

Result = tuple[tuple[Path, ...], tuple[Problem, ...]]


def make_upload(
    upload: Upload,
    theme: Theme,
    documents: Mapping[str, Path],
    derivatives: Mapping[str, Derivative],
    logos: Mapping[str, Path],
    guard: Guard,
    target: Path,
) -> Result:
    """Writes the file for a field and, beside it, its signed documents; the files, its own first.

    Where it is larger than its limit, annexes are left out from the weakest on, and the file is written anew.
    Problems beside those of dossiers and bundles: `upload.left-out` with the annexes, `upload.too-large` where it is
    too large without any. Raises as `make_bundle` does.
    """
    whole, limit = upload, upload.limit
    while True:
        files, problems = _make(upload, theme, documents, derivatives, logos, guard, target)
        size = target.stat().st_size if target.exists() else 0
        if limit is None or size <= limit or not upload.bound or failed(problems):
            break
        upload = upload.with_first(_fitting(upload, documents, size - limit))
    values = {"limit": told_limit(limit or 0)}
    if left := whole.bound[len(upload.bound) :]:
        numbers = ", ".join(annex.number for annex in left)
        problems = (*problems, warning("upload.left-out", Place(file=target.name), annexes=numbers, **values))
    if limit is not None and size > limit:
        said = warning("upload.too-large", Place(file=target.name), size=told_size(size, up=True), **values)
        problems = (*problems, said)
    return files, problems


def _fitting(upload: Upload, documents: Mapping[str, Path], over: int) -> int:
    """How many annexes to try next when it is so many bytes too large: at least one less.

    A copy takes about its own size; of scans it is only known when they are bound.
    """
    count, gone = len(upload.bound), 0
    for annex in reversed(upload.bound):
        count -= 1
        gone += documents[annex.item].stat().st_size if annex.picture is None else 0
        if gone >= over or annex.picture:
            break
    return count


def _make(
    upload: Upload,
    theme: Theme,
    documents: Mapping[str, Path],
    derivatives: Mapping[str, Derivative],
    logos: Mapping[str, Path],
    guard: Guard,
    target: Path,
) -> Result:
    """The file with all annexes that it has. One without the pages of others claims what it was judged to be."""
    bundle, form = upload.bundle, Format.PDF
    with TemporaryDirectory(dir=target.parent, prefix="pages-") as folder:
        own = Path(folder) / target.name
        problems = render(bundle.dossier, form, theme, derivatives, logos, own, judged=not upload.bound)
        if failed(problems):
            return (), problems
        problems = (*problems, *inspect(bundle.dossier, form, own), *search(own, form, guard))
        if upload.bound and not failed(problems):
            files, said = make_bundle(bundle, theme, {target.name: own}, documents, derivatives, guard, target)
            return files, (*problems, *said)
        own.replace(target)
    return (target, *put_beside(bundle, documents, target)), problems
