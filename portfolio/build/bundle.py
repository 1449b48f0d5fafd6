"""The making of a bundle: its annexes' pages together, bound with the dossier's file, and held against both."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from portfolio.audit.bundle import inspect_bundle
from portfolio.audit.guard import Guard
from portfolio.audit.search import search_headings
from portfolio.model.annex import Annex
from portfolio.model.bundle import Bundle
from portfolio.model.problem import Problem
from portfolio.render.annex_sheet import write_sheet
from portfolio.render.bundle import write_bundle
from portfolio.render.derivatives import Derivative
from portfolio.themes import Theme


def make_bundle(
    bundle: Bundle,
    theme: Theme,
    files: Mapping[str, Path],
    documents: Mapping[str, Path],
    derivatives: Mapping[str, Derivative],
    guard: Guard,
    target: Path,
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Writes a bundle's volumes and, beside them, its signed documents; the files, the first volume first.

    `files` is the one of its dossier, `documents` are those of its annexes by piece, `derivatives` the pictures of
    those that are scans. What the annexes' pages tell was judged when their copies were made, and what the dossier's
    tell with the dossier: here only what is new is searched. Raises OSError, and what writing a PDF raises.
    """
    (dossier,) = files.values()
    with TemporaryDirectory(dir=target.parent, prefix="sheets-") as folder:
        copies = {annex.item: _copy(annex, documents, derivatives, Path(folder)) for annex in bundle.bound}
        written = write_bundle(bundle, theme, dossier, copies, target)
        faults = inspect_bundle(written.files, written.volumes, bundle, copies)
    headings = (fault for file in written.files for fault in search_headings(file, guard))
    signed = put_beside(bundle, documents, target)
    return (*written.files, *signed), (*written.problems, *faults, *headings)


def put_beside(bundle: Bundle, documents: Mapping[str, Path], target: Path) -> tuple[Path, ...]:
    """The signed documents of a bundle as they are, beside its file. Raises OSError."""
    files = {target.with_name(annex.name): documents[annex.item] for annex in bundle.separate}
    for file, document in files.items():
        shutil.copyfile(document, file)
    return tuple(files)


def _copy(annex: Annex, documents: Mapping[str, Path], derivatives: Mapping[str, Derivative], folder: Path) -> Path:
    """The pages of an annex: its cleaned copy, or the sheet of its scan."""
    if annex.picture is None:
        return documents[annex.item]
    sheet = folder / f"{annex.number}.pdf"
    write_sheet(annex.picture, derivatives[annex.picture.key], sheet)
    return sheet
