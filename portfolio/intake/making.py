"""The pieces of all contents; a content that trips the program is set aside and does not stop the rest (law 7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from portfolio.intake.contents import ReadFile
from portfolio.intake.duplicates import Content
from portfolio.intake.parts import Made
from portfolio.intake.piece import Knowledge
from portfolio.intake.pieces import pieces_of
from portfolio.intake.reading import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """What the contents became, in their order; `faults`: the name of each file set aside and why."""

    contents: tuple[Content, ...]
    made: tuple[Made, ...]
    faults: Mapping[str, Fault]


def make_pieces(contents: Iterable[Content], knowledge: Knowledge) -> Pieces:
    """The pieces of contents; those over which the program stumbles are left out, with a Fault for each file."""
    kept: list[tuple[Content, Made]] = []
    faults: dict[str, Fault] = {}
    for content in contents:
        try:
            kept.append((content, pieces_of(content, knowledge)))
        except Exception as slip:  # whatever nobody foresaw: what is not understood is not shown
            fault = Fault(code="file.stumbled", values=(("kind", type(slip).__name__),))
            faults |= dict.fromkeys(content.names, fault)
    return Pieces(
        contents=tuple(content for content, _ in kept), made=tuple(pieces for _, pieces in kept), faults=faults
    )


def set_aside(files: Iterable[ReadFile], faults: Mapping[str, Fault]) -> tuple[ReadFile, ...]:
    """Files as they were read, but for those with a fault."""
    return tuple(
        replace(each, reading=replace(each.reading, fault=faults[each.file.name])) if each.file.name in faults else each
        for each in files
    )
