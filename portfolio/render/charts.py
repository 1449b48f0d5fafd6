"""Charts as pictures, for formats that hold no drawings: what is drawn for PDF, in pixels."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from portfolio.errors import MissingDependencyError
from portfolio.files.pdfpages import draw_page
from portfolio.model.charts import Chart, CoverageChart, PartnerMap, Timeline
from portfolio.model.document import Dossier
from portfolio.model.face import Faces
from portfolio.model.problem import Place, Problem, warning
from portfolio.render.coverage import coverage_svg
from portfolio.render.docx_references import PictureFile
from portfolio.render.glyphs import read_faces
from portfolio.render.partners import partners_svg
from portfolio.render.pdf import write_pdf
from portfolio.render.timeline import timeline_svg
from portfolio.themes import Theme

WORDS_ALONE = "docx.charts"  # the Problem that charts could not be drawn
DPI = 300
_SIZE = re.compile(r'width="([\d.]+)mm" height="([\d.]+)mm"')  # of a drawing's root


def draw_charts(dossier: Dossier, theme: Theme, name: str) -> tuple[dict[Chart, PictureFile], tuple[Problem, ...]]:
    """The charts of a dossier as PNG; the same charts give the same bytes. `name` is that of the file in Problems.

    Without Pango there are none, which `docx.charts` says. Raises ProjectError (`theme.no-font`).
    """
    charts = list(dict.fromkeys(_charts_in(dossier)))
    if not charts:
        return {}, ()
    faces = read_faces(theme)
    drawings = [chart_svg(chart, theme, faces) for chart in charts]
    with tempfile.TemporaryDirectory() as folder:
        sheets = Path(folder) / name
        try:
            problems = write_pdf(_sheets(drawings, theme, dossier.language), sheets, theme=theme, files=())
        except MissingDependencyError:
            return {}, (warning(WORDS_ALONE, Place(file=name)),)
        pictures = [_picture(sheets, page, svg) for page, svg in enumerate(drawings, start=1)]
    return dict(zip(charts, pictures, strict=True)), problems


def chart_svg(chart: Chart, theme: Theme, faces: Faces) -> str:
    """A chart across the measure, as an inline SVG element."""
    match chart:
        case CoverageChart():
            return coverage_svg(chart, theme, faces)
        case Timeline():
            return timeline_svg(chart, theme, faces)
        case PartnerMap():
            return partners_svg(chart, theme, faces)


def _charts_in(dossier: Dossier) -> Iterator[Chart]:
    """Every chart but those whose gaps are to be seen: they are tables of counts in every format."""
    for section in dossier.sections:
        for block in section.blocks:
            if isinstance(block, Chart) and not (isinstance(block, CoverageChart) and block.gaps):
                yield block


def _sheets(drawings: list[str], theme: Theme, language: str) -> str:
    """A page for each drawing, as large as it is."""
    tokens = theme.render("css/tokens.css.j2", theme=theme)
    sizes = "".join(
        f"@page p{number} {{ size: {width}mm {height}mm; margin: 0 }} .p{number} {{ page: p{number} }}"
        for number, (width, height) in enumerate(map(_size, drawings))
    )
    pages = "".join(f'<div class="p{number}">{svg}</div>' for number, svg in enumerate(drawings))
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>-</title>'
        '<link rel="stylesheet" href="theme:css/fonts.css">'
        f"<style>{tokens} {sizes} body {{ margin: 0 }} svg {{ display: block }}</style>"
        f"</head><body>{pages}</body></html>"
    )


def _picture(sheets: Path, page: int, svg: str) -> PictureFile:
    width, height = (round(length / 25.4 * DPI) for length in map(float, _size(svg)))
    image = draw_page(sheets, page, (width, height))
    data = io.BytesIO()
    image.save(data, "PNG", compress_level=6)
    return PictureFile(data=data.getvalue(), suffix=".png", width_px=image.width, height_px=image.height)


def _size(svg: str) -> tuple[str, str]:
    """The width and height of a drawing in mm, as written in it."""
    found = _SIZE.search(svg)
    assert found is not None  # every drawing begins with them
    return found[1], found[2]
