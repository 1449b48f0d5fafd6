"""The engraving of a plaque, beside its file: one colour, outlines alone."""

from __future__ import annotations

from pathlib import Path

from portfolio.audit.guard import Guard
from portfolio.audit.search import search
from portfolio.build.make import failed, inspect
from portfolio.model.artefact import Format
from portfolio.model.problem import Problem
from portfolio.model.sheet import Plaque
from portfolio.render.curves import write_curves
from portfolio.render.plaque import engraving_html
from portfolio.render.svg import write_svg
from portfolio.themes import Theme

MARK = "engraving"  # in the file's name: "plaque.tr.engraving.svg"


def engrave(
    plaque: Plaque, form: Format, theme: Theme, guard: Guard, target: Path
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Writes the engraving of the plaque at `target` in the same format, PDF or SVG, and looks at it as at the plaque.

    Raises what `engraving_html` raises, MissingDependencyError.
    """
    beside = target.with_name(f"{target.stem}.{MARK}{target.suffix}")
    html = engraving_html(plaque, theme)
    if form is Format.SVG:
        problems = write_svg(html, beside, theme=theme, files=(), title=plaque.title)
    else:
        problems = write_curves(html, beside, theme=theme, files=())
    if not failed(problems):
        problems = (*problems, *inspect(plaque, form, beside), *search(beside, form, guard))
    return (beside,), problems
