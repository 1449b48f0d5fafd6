"""A large poster on A4 sheets, to be cut, glued together and hung up: a plan of it, then the sheets in reading order.

The poster is drawn once in the file and shown by every sheet through a window, so the file is hardly larger than its
source. Lengths in mm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.i18n import FALLBACK, Locale, is_written_leftwards, missing_words
from portfolio.model.face import PT
from portfolio.model.papersize import Size
from portfolio.model.problem import Problem
from portfolio.render.glyphs import read_faces
from portfolio.render.pdf import write_pdf
from portfolio.render.tile_layout import OVERLAP, Point, Tile, Tiling, lay_tiles
from portfolio.render.tile_plan import CONTROL, lay_plan
from portfolio.themes import Theme

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

LABEL = 7.0  # pt
_EXACT = 0.5  # mm by which a page may differ from what was said of it
_SOME = 4  # labels that are named of a row or column


class _Drawing:
    """The poster as one drawing of a file, whose page has its size in mm."""

    def __init__(self, form: Object, size: Size) -> None:
        self._form = form
        self._left, bottom, right, self._top = (float(edge) for edge in form.BBox)
        found = ((right - self._left) * PT, (self._top - bottom) * PT)
        if any(abs(mine - theirs) > _EXACT for mine, theirs in zip(found, size, strict=True)):
            raise ValueError(f"a page of {found} mm instead of {size}")

    def show(self, page: Page, at: Point, part: Point, size: Size, scale: float = 1.0) -> None:
        """Puts what begins at a point of the poster below a page, as large as `size` there."""
        from pikepdf import Name

        foot = float(page.mediabox[3])
        x, y = at[0] / PT, foot - at[1] / PT
        width, height = size[0] / PT, size[1] / PT
        window = f"{x:.4f} {y - height:.4f} {width:.4f} {height:.4f} re W n"
        across = x - (part[0] / PT + self._left) * scale
        up = y + (part[1] / PT - self._top) * scale
        name = page.add_resource(self._form, Name.XObject, Name.Poster)
        drawn = f"/Artifact BMC q {window} {scale:.6f} 0 0 {scale:.6f} {across:.4f} {up:.4f} cm {name} Do Q EMC\n"
        page.contents_add(drawn.encode(), prepend=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWords:
    """The sentences of the plan, as its language has them."""

    plan: str
    facts: str
    steps: tuple[str, ...]
    scale: str
    measure: str
    line: str


def tile(
    source: Path, target: Path, *, size: Size, title: str, locale: Locale, theme: Theme
) -> tuple[Tiling, tuple[Problem, ...]]:
    """Writes the tiles of a poster, the PDF `source` of one page whose trim has this size; the same bytes each time.

    `title` stands on the plan and, as far as there is room, on each sheet; `locale` has the theme's words.
    Raises as `write_pdf` does, ValueError where the page has another size, OSError and pikepdf.PdfError.
    """
    import pikepdf

    tiling = lay_tiles(*size)
    faces = read_faces(theme)
    plan = lay_plan(tiling, title, faces.bold)

    def label_of(tile: Tile) -> str:
        said = locale.word(
            "tiles.label",
            label=tile.label,
            row=tile.row + 1,
            rows=tiling.rows,
            column=tile.column + 1,
            columns=tiling.columns,
        )
        along = tile.size[0] if tile.below else tile.size[1]
        room = (along - 4) / (LABEL * PT) - faces.regular.width(f"{said} · ")
        return f"{said} · {faces.regular.fitted(title, room)}"

    language = _language(locale, theme)
    html = theme.render(
        "tiles/tiles.html.j2",
        tiling=tiling,
        plan=plan,
        title=title,
        words=_words(tiling, locale),
        language=language,
        leftwards=is_written_leftwards(language),
        theme=theme,
        label_of=label_of,
    )
    problems = write_pdf(html, target, theme=theme, files=())
    with pikepdf.open(source) as poster, pikepdf.open(target, allow_overwriting_input=True) as pdf:
        (page,) = poster.pages
        drawing = _Drawing(pdf.copy_foreign(page.as_form_xobject()), size)
        front, *sheets = pdf.pages
        left, top, *extent = plan.picture
        drawing.show(front, (left, top), (0.0, 0.0), (extent[0], extent[1]), plan.scale)
        for sheet, tile in zip(sheets, tiling.tiles, strict=True):
            drawing.show(sheet, tile.at, tile.part, tile.size)
        _ask_for_true_size(pdf)
        pdf.save(target, deterministic_id=True)
    return tiling, problems


def _ask_for_true_size(pdf: Pdf) -> None:
    """Asks a viewer's print window to begin with the true size and one side (ISO 32000-2, 12.2)."""
    from pikepdf import Dictionary, Name

    wishes = pdf.Root.get("/ViewerPreferences", Dictionary())
    wishes["/PrintScaling"], wishes["/Duplex"] = Name("/None"), Name.Simplex
    pdf.Root["/ViewerPreferences"] = wishes


def _language(locale: Locale, theme: Theme) -> str:
    """The language that the words are in: English where the language asked for lacks some."""
    missing = missing_words(locale.language, theme.message_folders)
    return FALLBACK if any(key.startswith("tiles.") for key in missing) else locale.language


def _words(tiling: Tiling, locale: Locale) -> PlanWords:
    word, count = locale.word, locale.count
    across = [tile.label for tile in tiling.tiles if tile.row == 0]
    down = [tile.label.rstrip("0123456789") for tile in tiling.tiles if tile.column == 0]
    steps = [word("tiles.steps.cut")]
    if tiling.count > 1:
        order = "across" if tiling.rows == 1 else "down" if tiling.columns == 1 else "both"
        steps.append(word("tiles.steps.glue", overlap=f"{OVERLAP:g}"))
        steps.append(word(f"tiles.steps.{order}", across=_listed(across), down=_listed(down)))
    facts = word(
        "tiles.facts",
        sheets=count("tiles.sheets", tiling.count),
        way=word("tiles.broad" if tiling.landscape else "tiles.upright"),
        rows=count("tiles.rows", tiling.rows),
        columns=count("tiles.columns", tiling.columns),
        size=word("tiles.size", width=f"{tiling.width:.0f}", height=f"{tiling.height:.0f}"),
    )
    length = f"{CONTROL:g}"
    return PlanWords(
        plan=word("tiles.plan"),
        facts=facts,
        steps=tuple(steps),
        scale=word("tiles.scale.title"),
        measure=word("tiles.scale.text", length=length),
        line=word("tiles.scale.line", length=length),
    )


def _listed(labels: Sequence[str]) -> str:
    """The first labels of a row or column."""
    return ", ".join(labels[:_SOME]) + (" …" if len(labels) > _SOME else "")
