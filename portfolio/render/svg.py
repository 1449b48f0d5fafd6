"""A page of ours as an SVG: its shapes, and its letters as outlines, in millimetres.

It is drawn from the PDF that was written, so that both look the same; what SVG 1.1 has no plain word for is refused.
A clip that cuts nothing is left out, so that an engraver gets nothing but shapes.
"""

from __future__ import annotations

import io
import tempfile
from base64 import b64encode
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from html import escape
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.model.face import PT
from portfolio.model.problem import Problem
from portfolio.render.curves import outline
from portfolio.render.pdf import write_pdf
from portfolio.render.svgshape import Point, Shape, number
from portfolio.themes import Theme

if TYPE_CHECKING:
    from pikepdf import Matrix, Object, Stream

_CAPS, _JOINS = ("", "round", "square"), ("", "round", "bevel")
_FILLED = {"f": "nonzero", "F": "nonzero", "f*": "evenodd", "B": "nonzero", "B*": "evenodd", "b": "nonzero"}
_STROKED, _CLOSED = frozenset({"S", "s", "B", "B*", "b"}), frozenset({"s", "b"})
_CURVES = {"c": (0, 1, 2), "v": (-1, 0, 1), "y": (0, 1, 1)}  # which points are handles and end; -1 is where we are


@dataclass(frozen=True, slots=True)
class _State:
    """The graphics state (ISO 32000-1, 8.4) as far as SVG is to know it."""

    matrix: Matrix
    fill: str = "#000000"
    stroke: str = "#000000"
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    width: float = 1.0
    cap: int = 0
    join: int = 0
    dash: tuple[float, ...] = ()
    clips: tuple[tuple[Shape, str], ...] = ()

    @property
    def scale(self) -> float:
        """How much lengths grow."""
        a, b, c, d, _, _ = self.matrix.shorthand
        return sqrt(abs(a * d - b * c))


def write_svg(html: str, target: Path, *, theme: Theme, files: Collection[Path], title: str) -> tuple[Problem, ...]:
    """Sets a sheet and writes it to `target` as an SVG; Problems and errors as `write_pdf` has them."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        page = Path(folder) / target.name  # as which it is named where something is wrong with it
        problems = write_pdf(html, page, theme=theme, files=files)
        target.write_text(svg_of(page, title), encoding="utf-8", newline="\n")
    return problems


def svg_of(pdf: Path, title: str = "") -> str:
    """The one page of a PDF that WeasyPrint wrote, as an SVG of its trimmed size; `title` is what is read out for it.

    Raises ValueError for what is no plain shape, letter or picture, such as a shade.
    """
    import pikepdf

    with pikepdf.open(pdf) as opened:
        outline(opened)
        (page,) = opened.pages
        left, bottom, right, top = (float(edge) for edge in page.trimbox)
        matrix = pikepdf.Matrix(PT, 0, 0, -PT, -left * PT, top * PT)
        drawing = _Drawing(_State(matrix=matrix))
        shapes = "\n".join(drawing.shown(page.obj))
    width, height = number((right - left) * PT), number((top - bottom) * PT)
    named = f"<title>{escape(title)}</title>\n" if title else ""
    clips = "".join(
        f'<clipPath id="clip{place}"><path d="{path}" clip-rule="{rule}"/></clipPath>\n'
        for (path, rule), place in drawing.clips.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"'
        f' width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}" role="img">\n'
        f"{named}{f'<defs>{clips}</defs>' + chr(10) if clips else ''}{shapes}\n</svg>\n"
    )


@dataclass
class _Drawing:
    """Goes through the operators of a page and of the forms in it."""

    state: _State
    clips: dict[tuple[str, str], int] = field(default_factory=dict)  # by path and rule: their numbers
    _kept: list[_State] = field(default_factory=list)
    _path: list[tuple[str, tuple[Point, ...]]] = field(default_factory=list)
    _cutting: str = ""  # the rule by which the path is to cut what follows

    def shown(self, content: Object) -> Iterator[str]:
        """The elements of a page or a form."""
        import pikepdf

        resources = content.get("/Resources", pikepdf.Dictionary())
        for instruction in pikepdf.parse_content_stream(content):
            operator, operands = str(instruction.operator), list(instruction.operands)
            if operator == "Do":
                yield from self._do(resources.XObject[str(operands[0])])
            elif operator == "gs":
                self._set(resources.ExtGState[str(operands[0])])
            elif operator in _FILLED or operator in _STROKED or operator == "n":
                yield from self._painted(operator)
            elif not self._draw(operator, operands):
                self._follow(operator, operands)

    def _draw(self, operator: str, operands: list[Any]) -> bool:
        """Takes a part of a path; False when it is none."""
        if operator in ("W", "W*"):
            self._cutting = "evenodd" if operator == "W*" else "nonzero"
            return True
        if operator == "h":
            self._path.append(("Z", ()))
            return True
        if operator not in ("m", "l", "re", *_CURVES):
            return False
        numbers = [float(each) for each in operands]
        if operator == "re":
            x, y, width, height = numbers
            corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
            self._begin(corners[0])
            self._path += [("L", (self._moved(corner),)) for corner in corners[1:]]
            self._path.append(("Z", ()))
            return True
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if operator == "m":
            self._begin(points[0])
        elif operator == "l":
            self._path.append(("L", (self._moved(points[0]),)))
        else:
            here = next(points[-1] for _, points in reversed(self._path) if points)
            moved = [*map(self._moved, points), here]
            self._path.append(("C", tuple(moved[place] for place in _CURVES[operator])))
        return True

    def _begin(self, point: Point) -> None:
        if self._path and self._path[-1][0] == "M":  # it led nowhere
            self._path.pop()
        self._path.append(("M", (self._moved(point),)))

    def _moved(self, point: Point) -> Point:
        x, y = self.state.matrix.transform(point)
        return float(x), float(y)

    def _painted(self, operator: str) -> Iterator[str]:
        """The path as an element, and as a clip for what follows."""
        if operator in _CLOSED:
            self._path.append(("Z", ()))
        shape, self._path = Shape(tuple(self._path)), []
        if shape.parts and operator != "n":
            yield self._cut(shape, f'<path d="{shape.path}"{"".join(self._looks(operator))}/>', operator in _STROKED)
        if self._cutting and shape.parts:
            self.state = replace(self.state, clips=(*self.state.clips, (shape, self._cutting)))
        self._cutting = ""

    def _looks(self, operator: str) -> Iterator[str]:
        state = self.state
        if operator in _FILLED:
            yield f' fill="{state.fill}"'
            if _FILLED[operator] == "evenodd":
                yield ' fill-rule="evenodd"'
            if state.fill_alpha < 1:
                yield f' fill-opacity="{number(state.fill_alpha)}"'
        else:
            yield ' fill="none"'
        if operator in _STROKED:
            yield f' stroke="{state.stroke}" stroke-width="{number(state.width * state.scale)}"'
            if state.stroke_alpha < 1:
                yield f' stroke-opacity="{number(state.stroke_alpha)}"'
            if state.dash:
                yield f' stroke-dasharray="{" ".join(number(each * state.scale) for each in state.dash)}"'
            for name, values, chosen in (("linecap", _CAPS, state.cap), ("linejoin", _JOINS, state.join)):
                if values[chosen]:
                    yield f' stroke-{name}="{values[chosen]}"'

    def _cut(self, shape: Shape, element: str, stroked: bool) -> str:
        """An element inside the clips that cut it."""
        edge = self.state.width * self.state.scale / 2 if stroked else 0.0
        left, top, right, bottom = shape.box
        box = (left - edge, top - edge, right + edge, bottom + edge)
        for clip, rule in reversed([each for each in self.state.clips if not each[0].has(box)]):
            place = self.clips.setdefault((clip.path, rule), len(self.clips) + 1)
            element = f'<g clip-path="url(#clip{place})">{element}</g>'
        return element

    def _follow(self, operator: str, operands: list[Any]) -> None:
        """Takes what changes the state."""
        import pikepdf

        state = self.state
        match operator:
            case "q":
                self._kept.append(state)
            case "Q":
                self.state = self._kept.pop()
            case "cm":
                self.state = replace(state, matrix=pikepdf.Matrix(*map(float, operands)) @ state.matrix)
            case "w":
                self.state = replace(state, width=float(operands[0]))
            case "J":
                self.state = replace(state, cap=int(operands[0]))
            case "j":
                self.state = replace(state, join=int(operands[0]))
            case "d":
                self.state = replace(state, dash=tuple(map(float, operands[0])))
            case "g" | "rg" | "k" | "sc" | "scn":
                self.state = replace(state, fill=_colour(operator, operands))
            case "G" | "RG" | "K" | "SC" | "SCN":
                self.state = replace(state, stroke=_colour(operator, operands))
            case "cs" | "CS" if str(operands[0]) in ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK"):
                pass
            case "M" | "i" | "ri":
                pass
            case _:
                raise ValueError(f"an SVG has no plain word for {operator} {operands}")

    def _set(self, given: Object) -> None:
        """Takes a set of parameters: how much is seen through."""
        if given.get("/SMask", "/None") != "/None" or given.get("/BM", "/Normal") != "/Normal":
            raise ValueError("an SVG has no plain word for masks and blending")
        fill, stroke = given.get("/ca", self.state.fill_alpha), given.get("/CA", self.state.stroke_alpha)
        self.state = replace(self.state, fill_alpha=float(fill), stroke_alpha=float(stroke))

    def _do(self, thing: Any) -> Iterator[str]:
        """What a form draws, or a picture."""
        import pikepdf

        before = self.state
        if thing.get("/Subtype") == "/Image":
            matrix = pikepdf.Matrix(1, 0, 0, -1, 0, 1) @ before.matrix
            corners = tuple(("L", (self._moved(corner),)) for corner in ((0, 0), (1, 0), (1, 1), (0, 1)))
            yield self._cut(Shape(corners), _picture(thing, matrix), stroked=False)
            return
        matrix = pikepdf.Matrix(*map(float, thing.get("/Matrix", [1, 0, 0, 1, 0, 0]))) @ before.matrix
        self.state = replace(before, matrix=matrix, fill_alpha=1.0, stroke_alpha=1.0)
        x, y, right, top = map(float, thing.BBox)
        self._draw("re", [x, y, right - x, top - y])
        self._cutting = "nonzero"
        list(self._painted("n"))
        inner = "\n".join(self.shown(thing))
        self.state = before
        yield f'<g opacity="{number(before.fill_alpha)}">\n{inner}\n</g>' if before.fill_alpha < 1 else inner


def _colour(operator: str, operands: list[Any]) -> str:
    """A colour as SVG has it, which has no inks: of four, the light that they leave without a profile."""
    match [float(each) for each in operands]:
        case [grey]:
            light = [grey] * 3
        case [red, green, blue]:
            light = [red, green, blue]
        case [cyan, magenta, yellow, black]:
            light = [1 - min(1.0, ink + black) for ink in (cyan, magenta, yellow)]
        case _:
            raise ValueError(f"an SVG has no plain word for {operator} {operands}")
    return "#" + "".join(f"{round(255 * share):02x}" for share in light)


def _picture(thing: Stream, matrix: Matrix) -> str:
    """A picture of pixels in its place, with what can be seen through."""
    from pikepdf import PdfImage, Stream

    image, data = PdfImage(thing).as_pil_image().convert("RGB"), io.BytesIO()
    if isinstance(mask := thing.get("/SMask"), Stream):
        image.putalpha(PdfImage(mask).as_pil_image().convert("L").resize(image.size))
    image.save(data, "PNG", optimize=True)
    place = " ".join(number(part) for part in matrix.shorthand)
    address = f"data:image/png;base64,{b64encode(data.getvalue()).decode()}"
    return f'<image width="1" height="1" preserveAspectRatio="none" transform="matrix({place})" href="{address}"/>'
