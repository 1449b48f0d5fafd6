"""One artefact: how its document is rendered in a format, and how the file is then held against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from portfolio.audit.conformance import judge, withdraw
from portfolio.audit.docx import inspect_docx
from portfolio.audit.makers import inspect_makers
from portfolio.audit.pdf import inspect_pdf
from portfolio.audit.svg import inspect_svg
from portfolio.build.attached import attached_copies
from portfolio.model.artefact import Format
from portfolio.model.charts import Chart
from portfolio.model.composed import Document
from portfolio.model.document import Dossier
from portfolio.model.form import ApplicationForm
from portfolio.model.info import InfoSheet
from portfolio.model.problem import Place, Problem, Severity, warning
from portfolio.model.sheet import Plaque, Sheet
from portfolio.render.derivatives import Derivative
from portfolio.render.docx import write_docx
from portfolio.render.docx_references import PictureFile
from portfolio.render.form_docx import write_form_docx
from portfolio.render.form_text import form_text
from portfolio.render.html import dossier_html
from portfolio.render.info import info_html
from portfolio.render.info_docx import write_info_docx
from portfolio.render.pdf import Attached, write_pdf
from portfolio.render.plaque import drawing_html, plaque_text
from portfolio.render.qr import qr_png
from portfolio.render.sheets import sheet_html
from portfolio.render.svg import write_svg
from portfolio.themes import Theme


def failed(problems: Iterable[Problem]) -> bool:
    """Whether an artefact with these Problems must not leave the working folder."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def render(
    document: Document,
    form: Format,
    theme: Theme,
    derivatives: Mapping[str, Derivative],
    logos: Mapping[str, Path],
    target: Path,
    documents: Mapping[str, Path] = MappingProxyType({}),
    *,
    judged: bool = True,
    charts: Mapping[Chart, PictureFile] = MappingProxyType({}),
) -> tuple[Problem, ...]:
    """Write a document in a format; the file may be used only when no Problem is an error.

    A dossier as PDF claims what it was judged to be (law 10): the claims of one that fails are taken out again, which
    is said with the rules. `documents` are the copies of its annexes by piece: they are attached to it. One that is not
    to be `judged`, for others' pages are bound to it, claims nothing and takes nothing along. `charts` are pictures of
    its charts, for a format that holds no drawings.

    Raises MissingDependencyError when a system library is not there.
    """
    files = [*(derivative.path for derivative in derivatives.values()), *logos.values()]
    attachments: Iterable[Attached] = ()
    match document, form:
        case Dossier(), Format.PDF:
            html = dossier_html(document, theme, derivatives, logos)
            attachments = attached_copies(document, documents) if judged else ()
        case Dossier(), Format.DOCX:
            return write_docx(document, theme, derivatives, logos, target, charts)
        case Sheet(), Format.PDF:
            html = sheet_html(document, theme, derivatives, logos)
        case InfoSheet(), Format.PDF:
            html = info_html(document, theme, derivatives, logos)
        case InfoSheet(), Format.DOCX:
            return write_info_docx(document, theme, derivatives, logos, target)
        case ApplicationForm(), Format.DOCX:
            return write_form_docx(document, theme, target)
        case ApplicationForm(), Format.TEXT:
            target.write_text(form_text(document), encoding="utf-8-sig", newline="\r\n")
            return ()
        case Plaque(), Format.SVG:
            html = drawing_html(document, theme, logos)
            return write_svg(html, target, theme=theme, files=files, title=document.title)
        case Plaque(), Format.TEXT:
            target.write_text(plaque_text(document), encoding="utf-8-sig", newline="\r\n")
            return ()
        case _:
            raise AssertionError(f"no plan asks for a {type(document).__name__} as {form}")
    claiming = isinstance(document, Dossier) and judged
    covered = isinstance(document, Dossier) and document.cover is not None
    problems = write_pdf(
        html,
        target,
        theme=theme,
        files=files,
        claiming=claiming,
        covered=covered,
        attachments=attachments,
        shared=isinstance(document, Sheet),
    )
    return problems if failed(problems) or not claiming else (*problems, *_judged(target))


def _judged(target: Path) -> tuple[Problem, ...]:
    """The judgement of a file that makes claims; they stand in it no longer when there is a warning among it."""
    found = judge(target)
    if all(problem.severity is Severity.NOTE for problem in found):
        return found
    withdraw(target)
    return (*found, warning("conformance.withdrawn", Place(file=target.name)))


def inspect(document: Document, form: Format, target: Path) -> tuple[Problem, ...]:
    """Hold a written file against its document."""
    if form is Format.PDF:
        return inspect_pdf(target, document)
    if isinstance(document, Sheet) and form is Format.SVG:
        return inspect_svg(target, document.geometry)
    if isinstance(document, Dossier | InfoSheet | ApplicationForm) and form is Format.DOCX:
        return (*inspect_docx(target, document), *inspect_makers(target, document.author))
    return ()


def drawings_in(document: Document) -> tuple[bytes, ...]:
    """The files of what is drawn for a document alone, where a format holds no drawing: its QR code."""
    if isinstance(document, InfoSheet) and document.contact.address:
        return (qr_png(document.contact.address),)
    return ()
