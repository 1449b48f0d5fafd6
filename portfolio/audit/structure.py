"""What PDF/UA-1 (ISO 14289-1) and the level “a” of PDF/A-3 (ISO 19005-3) ask of a document's tags: a function a rule.

Each is what a validator was seen to find in a file of ours, or looks for; the clauses are those of ISO 14289-1.
"""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.audit.resources import drawings_in, within
from portfolio.audit.tags import HERE, Element, Tags
from portfolio.model.problem import Problem, warning

# 7.2: what a table and a list are made of, so that who hears them is told where they are.
MADE_OF = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
}
BELONGS_TO = {part: {whole for whole, parts in MADE_OF.items() if part in parts} for part in ("TR", "TH", "TD", "LI")}


def is_marked(tags: Tags) -> Iterator[Problem]:
    """7.1: the document says that it is tagged, and is."""
    if within(tags.pdf.Root, "/MarkInfo", "/Marked") is not True or not tags.elements:
        yield warning("conformance.untagged")


def hangs_together(tags: Tags) -> Iterator[Problem]:
    """7.1: each element names the element that holds it."""
    root = within(tags.pdf.Root, "/StructTreeRoot")
    top = root.objgen if root is not None else HERE
    for element in tags.elements:
        if element.says_parent != (element.parent.key if element.parent else top):
            yield warning("conformance.tree", kind=element.kind)


def all_content_is_marked(tags: Tags) -> Iterator[Problem]:
    """7.1: what is painted is real content or an artefact, and never both."""
    yield from (warning("conformance.loose", page=page.number) for page in tags.pages if page.loose or page.crossed)


def marks_have_owners(tags: Tags) -> Iterator[Problem]:
    """7.1: the parent tree leads from each marked content to the element that holds it, on the page where it is."""
    holders = {content: element.key for element in tags.elements for content in element.contents}
    for page in tags.pages:
        entry = tags.owners.get(int(page.page.get("/StructParents", -1)))
        owners = [getattr(owner, "objgen", None) for owner in entry] if entry is not None else []
        for mcid in page.marked:
            owner = owners[mcid] if mcid < len(owners) else None
            if owner is None or owner != holders.get((page.key, mcid)):
                yield warning("conformance.owner", page=page.number)


def drawings_hold_no_marks(tags: Tags) -> Iterator[Problem]:
    """7.1: marks inside a drawing, as transparency makes one, are no page's, so nothing leads to their element."""
    if any(b"/MCID" in drawing.read_bytes() for drawing in drawings_in(tags.pdf)):
        yield warning("conformance.drawing")


def follows_tags(tags: Tags) -> Iterator[Problem]:
    """7.18.3: who moves from link to link does so in the order of the tags."""
    for page in tags.pages:
        if page.annotations and page.page.get("/Tabs") != "/S":
            yield warning("conformance.tabs", page=page.number)


def links_are_tagged(tags: Tags) -> Iterator[Problem]:
    """7.18.5: a link leads to an element Link that leads back to it."""
    by_key = {element.key: element for element in tags.elements}
    for page in tags.pages:
        for annotation in page.annotations:
            owner = tags.owners.get(int(annotation.get("/StructParent", -1)))
            element = by_key.get(owner.objgen) if owner is not None else None
            if element is None or element.kind != "Link" or annotation.objgen not in element.annotations:
                yield warning("conformance.link", page=page.number)


def links_have_words(tags: Tags) -> Iterator[Problem]:
    """7.18.5: a link says what it is."""
    for page in tags.pages:
        if not all(str(annotation.get("/Contents", "")).strip() for annotation in page.annotations):
            yield warning("conformance.link-words", page=page.number)


def figures_have_words(tags: Tags) -> Iterator[Problem]:
    """7.3: a picture has a text for who does not see it."""
    numbers = {page.key: page.number for page in tags.pages}
    for element in tags.elements:
        if element.kind == "Figure" and not element.alternative.strip():
            yield warning("conformance.figure", page=numbers.get(element.page, 1))


def headings_do_not_skip(tags: Tags) -> Iterator[Problem]:
    """7.4.2: the first heading is of level 1, and none is two levels below the one before."""
    numbers = {page.key: page.number for page in tags.pages}
    level = 0
    for element in tags.elements:
        if element.kind[:1] == "H" and element.kind[1:].isdecimal():
            if int(element.kind[1:]) > level + 1:
                yield warning("conformance.headings", page=numbers.get(element.page, 1))
            level = int(element.kind[1:])


def parts_stand_where_they_belong(tags: Tags) -> Iterator[Problem]:
    """7.2: tables are made of rows and these of cells, lists of entries."""
    for element in tags.elements:
        kind, parent = element.kind, element.parent.kind if element.parent else ""
        if kind not in MADE_OF.get(parent, {kind}) or parent not in BELONGS_TO.get(kind, {parent}):
            yield warning("conformance.nesting", kind=kind, parent=parent)


def tables_are_regular(tags: Tags) -> Iterator[Problem]:
    """7.2: all rows of a table have as many columns."""
    for table, rows in _tables(tags):
        if len(set(_widths(rows))) > 1:
            yield warning("conformance.table", page=_number(tags, table))


def tables_have_headings(tags: Tags) -> Iterator[Problem]:
    """7.5: a table has cells that are headings."""
    for table, rows in _tables(tags):
        if not any(cell.kind == "TH" for row in rows for cell in row.children):
            yield warning("conformance.table-headings", page=_number(tags, table))


def _tables(tags: Tags) -> Iterator[tuple[Element, list[Element]]]:
    for table in (element for element in tags.elements if element.kind == "Table"):
        parts = [part for child in table.children for part in ([child] if child.kind == "TR" else child.children)]
        yield table, [part for part in parts if part.kind == "TR"]


def _widths(rows: list[Element]) -> Iterator[int]:
    """How many columns each row covers, with the cells that reach into it from above."""
    reaching: dict[int, int] = {}
    for row in rows:
        below = {column: left - 1 for column, left in reaching.items() if left > 1}
        column = 0
        for cell in row.children:
            for _ in range(cell.columns):
                while column in reaching:
                    column += 1
                if cell.rows > 1:
                    below[column] = cell.rows - 1
                column += 1
        yield max([column, *(reached + 1 for reached in reaching)])
        reaching = below


def _number(tags: Tags, element: Element) -> int:
    return next((page.number for page in tags.pages if page.key == element.page), 1)


RULES = (
    is_marked,
    hangs_together,
    all_content_is_marked,
    marks_have_owners,
    drawings_hold_no_marks,
    follows_tags,
    links_are_tagged,
    links_have_words,
    figures_have_words,
    headings_do_not_skip,
    parts_stand_where_they_belong,
    tables_are_regular,
    tables_have_headings,
)
