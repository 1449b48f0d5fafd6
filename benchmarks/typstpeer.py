"""The content of a dossier for Typst: the same words, tables and pictures, plainly set. Nothing but a peer to time."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from portfolio.model.blocks import Block, Exhibit, ExhibitList, FactTable, Heading, Paragraph, PhotoRow, Run, Table
from portfolio.model.document import Dossier
from portfolio.render.derivatives import Derivative

SPECIAL = str.maketrans({letter: f"\\{letter}" for letter in "\\#$*_`<>@[]~/=+-"})


def typst_source(dossier: Dossier, derivatives: Mapping[str, Derivative]) -> str:
    """A Typst document; pictures are named by absolute paths below the root "/"."""
    lines = [
        f'#set document(title: "{dossier.title}")',
        f'#set text(lang: "{dossier.language}", font: "Ubuntu", size: 10pt)',
        '#set page(numbering: "1")\n#outline()',
    ]
    for section in dossier.sections:
        lines.append(f"#pagebreak()\n= {escaped(section.title)}")
        for block in section.blocks:
            lines += _set(block, derivatives)
    return "\n\n".join(lines)


def escaped(text: str) -> str:
    """A text without signs that mean something."""
    return text.translate(SPECIAL)


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(escaped(run.text) for run in runs)


def _set(block: Block, derivatives: Mapping[str, Derivative]) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _runs(block.runs)
        case Heading():
            yield f"{'=' * block.level} {escaped(block.text)}"
        case Table():
            heads = ", ".join(f"[{escaped(column.title)}]" for column in block.columns)
            cells = "\n".join(", ".join(f"[{_runs(cell)}]" for cell in row.cells) + "," for row in block.rows)
            yield f"#table(columns: {len(block.columns)}, table.header({heads}),\n{cells})"
        case FactTable():
            yield from (f"{escaped(label)}: {_runs(runs)}" for label, runs in block.rows)
        case PhotoRow() | ExhibitList():
            for exhibit in block.exhibits:
                yield from _exhibit(exhibit, derivatives)


def _exhibit(exhibit: Exhibit, derivatives: Mapping[str, Derivative]) -> Iterator[str]:
    if exhibit.picture and (made := derivatives.get(exhibit.picture.key)):
        path = Path(made.path).absolute().as_posix()
        said = exhibit.picture.alternative.text.replace('"', "'")
        yield f'#image("{path}", width: {min(exhibit.picture.width_mm, 160):.1f}mm, alt: "{said}")'
    caption = exhibit.caption.text if exhibit.caption else ""
    yield f"{exhibit.number} {escaped(exhibit.title.text)} {escaped(caption)} {escaped(exhibit.dated)}"
    yield from (f"{escaped(label)}: {_runs(runs)}" for label, runs in exhibit.details)
