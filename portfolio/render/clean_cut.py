"""Pictures of a foreign PDF that reach beyond what is seen of its page: the pixels that nobody sees go."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portfolio.files.pdfpages import PdfFault
from portfolio.render.clean_pixels import bits_of, part_of_jpeg, part_of_samples, samples_of
from portfolio.render.pagebox import seen

if TYPE_CHECKING:
    from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Matrix, Object, Page, Pdf, Rectangle

    Instruction = ContentStreamInstruction | ContentStreamInlineImage

_HAIR = 2.0  # in the page's units: programs let pictures overhang by so much, in which nothing is told
_MARGIN = 0.03  # of a picture at each side: as far as a scan that was put straight reaches beyond its page
_DEPTH = 20  # of drawings in drawings; deeper ones are damage
_DRAWS = frozenset({"Do", "INLINE IMAGE"})
_FOLLOWED = "q Q cm Do BI ID EI"
_PACKING = {"/Length", "/Filter", "/DecodeParms"}

Part = tuple[float, float, float, float]  # left, bottom, right, top in a picture, which is 1 wide and 1 high
_ALL: Part = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """What is drawn instead of a picture or form: nothing, or another one, as the part of the first that it is."""

    thing: Object | None = None
    part: Part = _ALL


def cut_pictures(pdf: Pdf, page: Page) -> None:
    """Drops the pictures of a page that lie outside what is seen of it, and cuts those that lie partly outside.

    Raises PdfFault (`pdf.uncleanable`) for one partly outside that is not turned by quarters, stands in the content
    itself, or is packed in a way that is not undone here (fax, JPEG 2000). What is outside of such a one may stay where
    it is no more than a scan's margin, which is paper.
    """
    import pikepdf

    cutter = _Cutter(pdf, pikepdf.Rectangle(*seen(page).box))
    made = cutter.anew(page, page.obj.get("/Resources"), _unmoved(), _DEPTH)
    if made is not None:
        content, page.obj["/Resources"] = made
        page.obj["/Contents"] = pdf.make_stream(content)


def _common(one: Rectangle, other: Rectangle) -> Rectangle:
    from pikepdf import Rectangle

    left, bottom = max(one.llx, other.llx), max(one.lly, other.lly)
    return Rectangle(left, bottom, max(left, min(one.urx, other.urx)), max(bottom, min(one.ury, other.ury)))


def _unmoved() -> Matrix:
    from pikepdf import Matrix

    return Matrix()


class _Cutter:
    """Goes through all that one page draws, forms in forms too."""

    def __init__(self, pdf: Pdf, seen: Rectangle) -> None:
        self.pdf, self.seen = pdf, seen

    def anew(
        self, content: Object | Page, resources: Object | None, matrix: Matrix, depth: int
    ) -> tuple[bytes, Object] | None:
        """The content and resources of a page or form without what is not seen; None where they can stay."""
        import pikepdf

        if not depth:
            raise PdfFault("pdf.uncleanable")
        if not isinstance(resources, pikepdf.Dictionary):
            resources = pikepdf.Dictionary()
        named = resources.get("/XObject")
        drawn: dict[str, Object] = dict(named.as_dict().items()) if isinstance(named, pikepdf.Dictionary) else {}
        placed = self._placed(pikepdf.parse_content_stream(content, _FOLLOWED), drawn, resources, matrix, depth)
        changes = list(placed)
        if not any(changes):
            return None
        written: list[Instruction] = []
        used: dict[str, Object] = {}
        waiting = iter(changes)
        for instruction in pikepdf.parse_content_stream(content):
            operator = str(instruction.operator)
            change = next(waiting) if operator in _DRAWS else None
            if change is None:
                if operator == "Do" and (name := str(instruction.operands[0])) in drawn:
                    used[name] = drawn[name]
                written.append(instruction)
            elif change.thing is not None:
                name = next(f"/Cut{n}" for n in range(len(drawn) + len(used) + 1) if f"/Cut{n}" not in {*drawn, *used})
                used[name] = change.thing
                written += _drawing(name, change.part)
        anew = pikepdf.Dictionary(dict(resources.as_dict().items()))
        anew["/XObject"] = pikepdf.Dictionary(used)
        return pikepdf.unparse_content_stream(written), anew

    def _placed(
        self,
        instructions: Iterable[Instruction],
        drawn: dict[str, Object],
        resources: Object,
        matrix: Matrix,
        depth: int,
    ) -> Iterator[_Change | None]:
        """For each thing that is drawn, in turn, what is to be there instead; None where it stays."""
        import pikepdf

        above: list[Matrix] = []
        for instruction in instructions:
            match str(instruction.operator):
                case "q":
                    above.append(matrix)
                case "Q":
                    matrix = above.pop() if above else matrix
                case "cm":
                    matrix = pikepdf.Matrix(*map(float, instruction.operands)) @ matrix
                case "INLINE IMAGE":
                    part = self._part(matrix)
                    if part not in (None, _ALL):
                        raise PdfFault("pdf.uncleanable")
                    yield None if part else _Change()
                case "Do":
                    yield self._change(drawn.get(str(instruction.operands[0])), resources, matrix, depth)

    def _change(self, thing: Object | None, resources: Object, matrix: Matrix, depth: int) -> _Change | None:
        import pikepdf

        if not isinstance(thing, pikepdf.Stream):
            return None
        if thing.get("/Subtype") == "/Image":
            part = self._part(matrix)
            if part == _ALL:
                return None
            try:
                return self._cut(thing, part) if part else _Change()
            except PdfFault:
                if part and _is_margin_outside(part):
                    return None
                raise
        own = pikepdf.Matrix(*map(float, thing["/Matrix"])) if "/Matrix" in thing else _unmoved()
        made = self.anew(thing, thing.get("/Resources", resources), own @ matrix, depth - 1)
        if made is None:
            return None
        form = self.pdf.make_stream(made[0])
        for key in set(thing.keys()) - _PACKING:
            form[key] = thing[key]
        form["/Resources"] = made[1]
        return _Change(thing=form)

    def _part(self, matrix: Matrix) -> Part | None:
        """What is seen of a picture, None for nothing. Raises PdfFault for a part that is no rectangle of it."""
        from pikepdf import Rectangle

        box = matrix.transform(Rectangle(0, 0, 1, 1))
        inside = _common(box, self.seen)
        if not inside.width or not inside.height:
            return None if box.width and box.height else _ALL
        if box.width - inside.width <= _HAIR and box.height - inside.height <= _HAIR:
            return _ALL
        upright, turned = max(abs(matrix.a), abs(matrix.d)), max(abs(matrix.b), abs(matrix.c))
        if min(upright, turned) > 1e-4 * max(upright, turned):
            across, up = box.width or 1.0, box.height or 1.0
            left, bottom = (inside.llx - box.llx) / across, (inside.lly - box.lly) / up
            if _is_margin_outside((left, bottom, (inside.urx - box.llx) / across, (inside.ury - box.lly) / up)):
                return _ALL
            raise PdfFault("pdf.uncleanable")
        part = matrix.inverse().transform(inside)
        return part.llx, part.lly, part.urx, part.ury

    def _cut(self, picture: Object, part: Part) -> _Change:
        """The part of a picture, whole pixels of it, and that of its mask."""
        import pikepdf

        width, height = int(picture["/Width"]), int(picture["/Height"])
        left, right = max(0, math.floor(part[0] * width)), min(width, math.ceil(part[2] * width))
        top, bottom = max(0, math.floor((1 - part[3]) * height)), min(height, math.ceil((1 - part[1]) * height))
        cut = self.pdf.make_stream(b"")
        for key in set(picture.keys()) - _PACKING:
            cut[key] = picture[key]
        box = left, top, right, bottom
        if picture.get("/Filter") in ("/DCTDecode", "/DCT"):
            cut.write(part_of_jpeg(picture.read_raw_bytes(), box), filter=pikepdf.Name.DCTDecode)
        else:
            cut.write(part_of_samples(samples_of(picture), (width, height), bits_of(picture), box))
        cut["/Width"], cut["/Height"] = right - left, bottom - top
        whole = left / width, 1 - bottom / height, right / width, 1 - top / height
        for mask in ("/SMask", "/Mask"):
            if isinstance(picture.get(mask), pikepdf.Stream):
                cut[mask] = self._cut(picture[mask], whole).thing
        return _Change(thing=cut, part=whole)


def _is_margin_outside(part: Part) -> bool:
    """Whether all but a margin is seen."""
    left, bottom, right, top = part
    return max(left, bottom, 1 - right, 1 - top) <= _MARGIN


def _drawing(name: str, part: Part) -> Iterator[Instruction]:
    """What draws a thing as a part of the one that stood there."""
    import pikepdf

    left, bottom, right, top = part
    moved = [round(each, 6) for each in (right - left, 0, 0, top - bottom, left, bottom)]
    yield pikepdf.ContentStreamInstruction([], pikepdf.Operator("q"))
    if part != _ALL:
        yield pikepdf.ContentStreamInstruction(moved, pikepdf.Operator("cm"))
    yield pikepdf.ContentStreamInstruction([pikepdf.Name(name)], pikepdf.Operator("Do"))
    yield pikepdf.ContentStreamInstruction([], pikepdf.Operator("Q"))
