"""What a PDF's pages do, operator by operator, in drawings and patterns too, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from portfolio.audit.resources import within

if TYPE_CHECKING:
    from pikepdf import Matrix, Pdf

_DEEPEST = 12  # drawings in drawings: more is damage, or a ring


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One operator with its operands; `matrix` leads from there to the page in pt, `resources` name things."""

    operator: str
    operands: Sequence[Any]
    matrix: Matrix
    resources: Any

    def resource(self, kind: str) -> Any:
        """What its last operand names among the resources of a kind; None for nothing."""
        return within(self.resources, kind, str(self.operands[-1])) if self.operands else None


def steps_of(pdf: Pdf) -> Iterator[Step]:
    """All that the pages of a document do, in order. Raises what pikepdf raises for a damaged content."""
    from pikepdf import Matrix

    for page in pdf.pages:
        yield from _walk(page.obj, page.obj.get("/Resources"), Matrix(), 0)


def _walk(content: Any, resources: Any, start: Matrix, depth: int) -> Iterator[Step]:
    import pikepdf

    matrix, kept = start, []
    for each in pikepdf.parse_content_stream(content):
        operands, operator = each.operands, each.operator
        step = Step(operator=str(operator), operands=list(operands), matrix=matrix, resources=resources)
        match step.operator:
            case "q":
                kept.append(matrix)
            case "Q" if kept:
                matrix = kept.pop()
            case "cm":
                matrix = pikepdf.Matrix(*operands) @ matrix
            case _:
                yield step
                yield from _within(step, start, depth)


def _within(step: Step, start: Matrix, depth: int) -> Iterator[Step]:
    """What a drawing does that is drawn, or a pattern that is painted with, which lies on its content's own ground."""
    import pikepdf

    drawing = step.resource("/XObject") if step.operator == "Do" else None
    pattern = step.resource("/Pattern") if step.operator in ("scn", "SCN") and _names(step) else None
    for inner, ground in ((drawing, step.matrix), (pattern, start)):
        if isinstance(inner, pikepdf.Stream) and inner.get("/Subtype") != "/Image" and depth < _DEEPEST:
            own = pikepdf.Matrix(*inner.get("/Matrix", (1, 0, 0, 1, 0, 0)))
            yield from _walk(inner, inner.get("/Resources", step.resources), own @ ground, depth + 1)


def _names(step: Step) -> bool:
    import pikepdf

    return bool(step.operands) and isinstance(step.operands[-1], pikepdf.Name)
