"""The gate (law 10): whether a PDF may say that it is PDF/A-3a and PDF/UA-1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.audit import lasting, structure
from portfolio.audit.tags import read_tags
from portfolio.audit.validators import by_pikepdf, by_verapdf
from portfolio.files.garbage import without_collector
from portfolio.model.problem import Place, Problem, warning

if TYPE_CHECKING:
    from pikepdf import Pdf


def judge(path: Path) -> tuple[Problem, ...]:
    """Why a file may not claim what it claims, one Problem a rule with the first place; nothing, when it may.

    Codes: `conformance.…`, one for each rule of `structure` and `lasting`, `conformance.validator`,
    `conformance.verapdf` and `conformance.verapdf-silent` of `validators`, and `conformance.unreadable`.
    """
    import pikepdf

    try:
        with pikepdf.open(path) as pdf, without_collector():
            found = tuple(_faults(pdf, path))
    except (pikepdf.PdfError, KeyError, ValueError, TypeError, AttributeError, IndexError) as fault:
        found = (warning("conformance.unreadable", fault=type(fault).__name__),)
    first = {problem.code: problem for problem in reversed(found)}
    return tuple(replace(first[code], where=Place(file=path.name)) for code in dict.fromkeys(one.code for one in found))


def _faults(pdf: Pdf, path: Path) -> Iterator[Problem]:
    for rule in lasting.RULES:
        yield from rule(pdf)
    tags = read_tags(pdf)
    for look in structure.RULES:
        yield from look(tags)
    yield from by_pikepdf(pdf)
    yield from by_verapdf(path)


def is_claiming(path: Path) -> bool:
    """Whether a file says that it is PDF/A or PDF/UA; not of one that cannot be read."""
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            if "/Metadata" not in pdf.Root:
                return False
            with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
                return any(name.startswith((lasting.PDFA, lasting.PDFUA)) for name in metadata)
    except (pikepdf.PdfError, ValueError):
        return False


def withdraw(path: Path) -> None:
    """Takes the claims out of a file, which keeps everything else; the same file gives the same bytes."""
    import pikepdf

    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        unclaim(pdf)
        pdf.save(path, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def unclaim(pdf: Pdf) -> None:
    """Takes the claims of PDF/A and PDF/UA out of an open document: from its metadata, and the output intents."""
    if "/Metadata" in pdf.Root:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for name in [name for name in metadata if name.startswith((lasting.PDFA, lasting.PDFUA, lasting.SCHEMAS))]:
                del metadata[name]
    if "/OutputIntents" in pdf.Root:
        del pdf.Root["/OutputIntents"]
