"""The content of a foreign PDF's pages, written anew without hidden layers, comments and notes on marked content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from portfolio.files.pdfpages import PdfFault
from portfolio.render.clean_layers import Layers

if TYPE_CHECKING:
    from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Object, Page

    Instruction = ContentStreamInstruction | ContentStreamInlineImage

# What content must hold to need it: a comment, a text in a list of properties, a picture with a head of its own.
_SUSPECT = re.compile(rb"%|<<[^>]*[(<]|/DCT|/JPX")
# Operators (ISO 32000-1, table 51) that leave marks on a page, and those that may only note something.
_SHAPES, _CLIPS = frozenset({"m", "l", "c", "v", "y", "h", "re"}), frozenset({"W", "W*"})
_PATHS = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})
_TEXTS = frozenset({"Tj", "TJ", "'", '"'})
_PICTURES = frozenset({"Do", "sh", "INLINE IMAGE"})
_BEGIN, _END, _POINTS = frozenset({"BMC", "BDC"}), "EMC", frozenset({"MP", "DP"})
_PLACED = frozenset({"BT", "Td", "TD", "Tm", "T*"})
# What a list of properties may say: which piece of the structure it is, and the letters for a reader of the text.
_SAID = frozenset({"/MCID", "/ActualText", "/Lang"})


def rewritten(content: Object | Page, data: bytes, resources: Object | None, layers: Layers) -> bytes | None:
    """The content anew, or None when it can stay: the same marks on the page but for hidden layers.

    `content` is a page or a stream with drawing operators, `data` what it says, decoded. Raises PdfFault
    (`pdf.uncleanable`) when it cannot be taken apart, or when hidden letters move visible ones.
    """
    import pikepdf
    from pikepdf.models import PdfParsingError

    if not (_SUSPECT.search(data) or (layers.known and _may_hide(resources, layers))):
        return None
    try:
        instructions = pikepdf.parse_content_stream(content)
        return pikepdf.unparse_content_stream(list(_Writer(resources, layers).kept(instructions)))
    except (pikepdf.PdfError, PdfParsingError, TypeError, ValueError, IndexError) as fault:
        raise PdfFault("pdf.uncleanable") from fault


def _may_hide(resources: Object | None, layers: Layers) -> bool:
    """Whether any named layer or picture of these resources is not seen."""
    if resources is None:
        return False
    named = [*_values(resources, "/Properties"), *(thing.get("/OC") for thing in _values(resources, "/XObject"))]
    return any(layers.hide(thing) for thing in named)


def _values(resources: Object, kind: str) -> list[Object]:
    import pikepdf

    table = resources.get(kind)
    if not isinstance(table, pikepdf.Dictionary):
        return []
    return [value for value in table.as_dict().values() if isinstance(value, pikepdf.Dictionary | pikepdf.Stream)]


class _Writer:
    """Goes through the operators of one content stream."""

    def __init__(self, resources: Object | None, layers: Layers) -> None:
        self.resources, self.layers = resources, layers
        self.marks: list[bool] = []  # the marked contents that we are in, and whether each is hidden
        self.cutting: list[Instruction] | None = None  # a hidden path, once it is known to cut what follows
        self.shape: list[Instruction] = []  # a hidden path as far as it goes
        self.displaced = False  # hidden letters have moved the place of the next

    def kept(self, instructions: list[Instruction]) -> Iterator[Instruction]:
        """What is written again."""
        for instruction in instructions:
            operator = str(instruction.operator)
            if operator in _BEGIN:
                yield from self._begin(instruction, operator)
            elif operator == _END:
                if not (self.marks.pop() if self.marks else False) and not any(self.marks):
                    yield instruction
            elif any(self.marks):
                yield from self._hidden(instruction, operator)
            else:
                yield from self._seen(instruction, operator)

    def _begin(self, instruction: Instruction, operator: str) -> Iterator[Instruction]:
        operands = list(instruction.operands)
        layer = operator == "BDC" and str(operands[0]) == "/OC"
        self.marks.append(layer and self.layers.hide(self._named("/Properties", operands[1])))
        if not any(self.marks):
            yield _noted(instruction, operator)

    def _seen(self, instruction: Instruction, operator: str) -> Iterator[Instruction]:
        if operator in _PLACED or operator in ("'", '"'):
            self.displaced = False
        elif operator in _TEXTS and self.displaced:
            raise PdfFault("pdf.uncleanable")
        if operator == "INLINE IMAGE" and _has_a_head(instruction):
            raise PdfFault("pdf.uncleanable")
        if operator == "Do":
            thing = self._named("/XObject", instruction.operands[0])
            if thing is not None and self.layers.hide(thing.get("/OC")):
                return
        yield _noted(instruction, operator) if operator in _POINTS else instruction

    def _hidden(self, instruction: Instruction, operator: str) -> Iterator[Instruction]:
        """What a hidden operator does beside its marks: paths still cut, lines of text still advance."""
        import pikepdf

        def plain(operands: list[Object], name: str) -> ContentStreamInstruction:
            return pikepdf.ContentStreamInstruction(operands, pikepdf.Operator(name))

        if operator in _SHAPES:
            self.shape.append(instruction)
        elif operator in _CLIPS:
            self.cutting = [*self.shape, instruction]
        elif operator in _PATHS or operator == "n":
            yield from self.cutting or []
            yield plain([], "n")
            self.shape, self.cutting = [], None
        elif operator in _TEXTS:
            if operator == '"':
                word_space, letter_space, _ = instruction.operands
                yield plain([word_space], "Tw")
                yield plain([letter_space], "Tc")
            if operator in ("'", '"'):
                yield plain([], "T*")
            self.displaced = True
        elif operator not in _PICTURES and operator not in _POINTS:
            if operator in _PLACED:
                self.displaced = False
            yield instruction

    def _named(self, kind: str, name: Object) -> Object | None:
        """The thing of a name in the resources; a dictionary that stands there itself."""
        import pikepdf

        if isinstance(name, pikepdf.Dictionary):
            return name
        table = self.resources.get(kind) if self.resources is not None else None
        found = table.get(str(name)) if isinstance(table, pikepdf.Dictionary) else None
        return found if isinstance(found, pikepdf.Dictionary | pikepdf.Stream) else None


def _noted(instruction: Instruction, operator: str) -> Instruction:
    """Marked content whose list of properties says nothing that is not needed."""
    import pikepdf

    operands = list(instruction.operands)
    if operator not in ("BDC", "DP") or not isinstance(operands[1], pikepdf.Dictionary):
        return instruction
    said = pikepdf.Dictionary({key: value for key, value in operands[1].as_dict().items() if key in _SAID})
    return pikepdf.ContentStreamInstruction([operands[0], said], instruction.operator)


def _has_a_head(instruction: Instruction) -> bool:
    """Whether a picture inside the content is a JPEG, in which more than pixels may stand."""
    filters = str(instruction.operands[0].obj.get("/Filter", "") or instruction.operands[0].obj.get("/F", ""))
    return "DCT" in filters or "JPX" in filters
