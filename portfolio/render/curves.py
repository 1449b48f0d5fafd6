"""A PDF of ours with its letters as outlines, for shops and engravers who want no fonts.

Letters are taken from what was written, not from the texts: there they are shaped, kerned and in their places, Arabic
too. Each becomes a filled path where it stood, in the colour that is set there. Tags and links go, for what they speak
of is no text any more.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterator
from copy import copy
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.model.problem import Problem
from portfolio.render.outlines import Outlines
from portfolio.render.pdf import write_pdf
from portfolio.themes import Theme

if TYPE_CHECKING:
    from pikepdf import ContentStreamInstruction, Matrix, Object, Pdf

_MARKS = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})
_PAINTED = {0: "f", 1: "S", 2: "B"}  # what a mode of rendering does with a letter (ISO 32000-1, table 106); 3 nothing
_HIDDEN = 3
_OF_PAGES = ("/StructParents", "/Tabs", "/Annots")
_OF_FILE = ("/StructTreeRoot", "/MarkInfo")


def curved(source: Path, target: Path) -> None:
    """Writes a PDF that WeasyPrint wrote with all letters as filled paths and no font left; the same bytes each time.

    Raises ValueError for a font of pictures or letters that cut what follows, which have no outlines of this kind.
    """
    import pikepdf

    with pikepdf.open(source) as pdf:
        outline(pdf)
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def write_curves(html: str, target: Path, *, theme: Theme, files: Collection[Path]) -> tuple[Problem, ...]:
    """Sets a sheet and writes it with its letters as outlines; Problems and errors as `write_pdf` has them."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        page = Path(folder) / target.name  # as which it is named where something is wrong with it
        problems = write_pdf(html, page, theme=theme, files=files)
        curved(page, target)
    return problems


def outline(pdf: Pdf) -> None:
    """The same in an open file."""
    known: dict[tuple[int, int], Outlines] = {}
    drawn: list[Object] = [page.obj for page in pdf.pages]
    drawn += [thing for thing in pdf.objects if _is_drawing(thing)]
    for content in drawn:
        _outline(content, pdf, known)
    for content in drawn:
        _forget(content, _OF_PAGES)
        if "/Resources" in content and "/Font" in content.Resources:
            del content.Resources["/Font"]
    _forget(pdf.Root, _OF_FILE)


def _is_drawing(thing: object) -> bool:
    """Whether it holds operators beside a page's: a form, or a pattern that is drawn."""
    import pikepdf

    return isinstance(thing, pikepdf.Stream) and (thing.get("/Subtype") == "/Form" or thing.get("/PatternType") == 1)


def _forget(thing: Object, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in thing:
            del thing[key]


def _outline(content: Object, pdf: Pdf, known: dict[tuple[int, int], Outlines]) -> None:
    """Writes the operators of a page or a drawing anew."""
    import pikepdf

    fonts = content.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())

    def outlines(name: str) -> Outlines:
        font = fonts[name]
        if font.objgen not in known:
            known[font.objgen] = Outlines(font)
        return known[font.objgen]

    written = b"\n".join(_Writer(outlines).anew(pikepdf.parse_content_stream(content)))
    if isinstance(content, pikepdf.Stream):
        content.write(written)
    else:
        content.Contents = pdf.make_stream(written)


@dataclass(slots=True)
class _State:
    """What of the graphics state (ISO 32000-1, 8.4) letters hang on."""

    outlines: Outlines | None = None
    size: float = 0.0
    rise: float = 0.0
    mode: int = 0
    line: float = 1.0  # the width of lines


class _Writer:
    """Goes through the operators of one content; `outlines` finds a font by its name."""

    def __init__(self, outlines: Callable[[str], Outlines]) -> None:
        import pikepdf

        self._outlines = outlines
        self._state, self._kept = _State(), list[_State]()
        self._line = pikepdf.Matrix()  # where the line begins
        self._along = 0.0  # how far on it we are

    def anew(self, instructions: list[Any]) -> Iterator[bytes]:
        """What is to be written."""
        import pikepdf

        kept: list[Any] = []
        for instruction in instructions:
            operator = str(instruction.operator)
            if operator in ("Tj", "TJ"):
                yield pikepdf.unparse_content_stream(kept)
                kept = []
                yield from self._show(instruction)
            elif operator == "BT":
                self._begin(pikepdf.Matrix())
            elif operator not in _MARKS and operator != "ET":
                self._follow(instruction, operator)
                if not operator.startswith("T"):
                    kept.append(instruction)
        yield pikepdf.unparse_content_stream(kept)

    def _follow(self, instruction: ContentStreamInstruction, operator: str) -> None:
        import pikepdf

        operands, state = list(instruction.operands), self._state
        match operator:
            case "q":
                self._kept.append(copy(state))
            case "Q":
                self._state = self._kept.pop()
            case "w":
                state.line = float(operands[0])
            case "Tf":
                state.outlines, state.size = self._outlines(str(operands[0])), float(operands[1])
            case "Ts":
                state.rise = float(operands[0])
            case "Tr":
                state.mode = int(operands[0])
            case "Tm":
                self._begin(pikepdf.Matrix(*map(float, operands)))
            case "Td":
                self._begin(pikepdf.Matrix(1, 0, 0, 1, *map(float, operands)) @ self._line)
            case _ if operator.startswith("T") or operator in ("'", '"'):
                raise ValueError(f"letters set by {operator} are not known here")

    def _begin(self, line: Matrix) -> None:
        """Begins a line of letters."""
        self._line, self._along = line, 0.0

    def _show(self, instruction: ContentStreamInstruction) -> Iterator[bytes]:
        """The letters of a string, or of several with what moves them."""
        import pikepdf

        state, shown = self._state, instruction.operands[0]
        assert state.outlines is not None  # a page that sets letters without a font shows none
        for part in list(shown) if isinstance(shown, pikepdf.Array) else [shown]:
            if not isinstance(part, pikepdf.String):
                self._along -= float(part) / 1000 * state.size
                continue
            codes = bytes(part)
            for code in (int.from_bytes(codes[at : at + 2]) for at in range(0, len(codes), 2)):
                drawing = state.outlines.drawing(code)
                if drawing and state.mode != _HIDDEN:
                    yield self._letter(drawing, state)
                self._along += state.outlines.width(code) * state.size

    def _letter(self, drawing: bytes, state: _State) -> bytes:
        """A letter in its place. Lines round it keep their width though it is drawn in the units of its font."""
        import pikepdf

        if state.mode not in _PAINTED:
            raise ValueError("letters that cut what follows are not known here")
        assert state.outlines is not None
        scale = state.size / state.outlines.units
        place = pikepdf.Matrix(scale, 0, 0, scale, self._along, state.rise) @ self._line
        moved = " ".join(f"{part:.7g}" for part in place.shorthand)
        a, b, c, d, _, _ = place.shorthand
        line = f" {state.line / sqrt(abs(a * d - b * c)):.7g} w" if state.mode else ""
        return f"q {moved} cm{line}\n".encode() + drawing + f"\n{_PAINTED[state.mode]} Q".encode()
