"""The marks of a Word document's fields: which texts are the school's own, and what they said when it was written.

A field is a narrative, a plan or a caption. Each paragraph of it stands in a bookmark whose name tells the field, the
paragraph's number and a digest of the whole field; one more tells the document's. Bookmarks are what both Word and
LibreOffice keep: content controls become other fields in LibreOffice 7.4 and lose their tags. A name that begins with
"_" is hidden in Word's list of bookmarks.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from portfolio.files.wordprose import Look
from portfolio.files.wordstory import Part, Span, normal_heading, normal_runs, parts_in
from portfolio.model.blocks import ADDRESSES, Block, Exhibit, Heading, Paragraph, ParagraphStyle, Run
from portfolio.render.wordml import Markup

CAPTION = "caption"
_DIGITS = 8
_MARK = re.compile(r"_pf1(?P<of>[pcd])_(?P<field>[0-9a-f]{8})_(?P<number>\d{1,6})_(?P<digest>[0-9a-f]{8})")
_BODY = "<w:body>"
_SIGNS = {ParagraphStyle.BULLET: "- ", ParagraphStyle.NUMBERED: "1. ", ParagraphStyle.QUOTE: "> "}


class Of(StrEnum):
    """What a mark is of: a paragraph of a text, a caption inside a paragraph, a whole document."""

    PARAGRAPH = "p"
    CAPTION = "c"
    DOCUMENT = "d"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A bookmark of ours: the field's id, the number of the paragraph in it, the digest of the field as written.

    Of a whole document the id is its own, the number how many fields it has, and the digest that of all else.
    """

    of: Of
    field: str
    number: int
    digest: str

    @property
    def name(self) -> str:
        """The bookmark's name."""
        return f"_pf1{self.of}_{self.field}_{self.number}_{self.digest}"


def read_mark(name: str) -> Mark | None:
    """The mark that a bookmark is, or None."""
    found = _MARK.fullmatch(name)
    if not found:
        return None
    return Mark(of=Of(found["of"]), field=found["field"], number=int(found["number"]), digest=found["digest"])


def marks_in(part: Part, of: Of) -> Iterator[tuple[Mark, Span]]:
    """The marks of one kind that begin in a part, each with the text round it."""
    for name, span in part.anchors.items():
        mark = read_mark(name)
        if mark and mark.of is of:
            yield mark, span


def edition_of(audience: str, language: str) -> str:
    """A document among those of a project: for whom it is, and in which language."""
    return f"{audience}/{language}"


def field_id(edition: str, key: str = "", language: str = "") -> str:
    """The id of a field by the edition it stands in and the text's key and language; without these the document's."""
    return _digest(f"{edition}/{key}/{language}")


def caption_key(item: str) -> str:
    """The key of a piece's caption."""
    return f"{CAPTION}/{item}"


def digest_of(lines: Iterable[str]) -> str:
    """The digest of a field's paragraphs."""
    return _digest("\n".join(lines))


def shown_as(block: Block) -> str:
    """A block of a text as the document's reader finds it."""
    match block:
        case Heading():
            return normal_heading(block.text)
        case Paragraph():
            runs = ((run.text, _look(run)) for run in block.runs)
            return normal_runs(runs, _SIGNS.get(block.style, ""))
        case _:
            raise AssertionError(f"no text of a school is a {type(block).__name__}")


def texts_of(blocks: Sequence[Block]) -> Iterator[tuple[tuple[str, str], list[tuple[int, Block]]]]:
    """The school's own texts among blocks: key and language of each, and its blocks with their places."""
    for key, group in groupby(enumerate(blocks), key=lambda pair: _text_of(pair[1])):
        if key is not None:
            yield key, list(group)


def number_of(block: Block) -> int:
    """The number of a block in its text."""
    return block.source.number if isinstance(block, Paragraph | Heading) and block.source else 0


def marks_of(blocks: Sequence[Block], edition: str) -> dict[int, str]:
    """The names of the bookmarks round the blocks that are somebody's text, by their place among the blocks."""
    names: dict[int, str] = {}
    for key, placed in texts_of(blocks):
        digest = digest_of(shown_as(block) for _, block in placed)
        field = field_id(edition, *key)
        for number, (place, _) in enumerate(placed):
            names[place] = Mark(of=Of.PARAGRAPH, field=field, number=number, digest=digest).name
    return names


def caption_mark(exhibit: Exhibit, edition: str) -> str:
    """The name of the bookmark round a piece's caption, "" for words that are none."""
    if not (exhibit.captioned and edition):
        return ""
    field = field_id(edition, caption_key(exhibit.item), exhibit.captioned)
    return Mark(of=Of.CAPTION, field=field, number=0, digest=digest_of([plain(exhibit.words.text)])).name


def plain(text: str) -> str:
    """A text whose blanks are all alike."""
    return " ".join(text.split())


def outside(parts: Iterable[Part], claimed: Collection[int] | None = None) -> Iterator[tuple[int, str]]:
    """What a document says outside its fields: the place among its parts, and the text without a caption's.

    `claimed` are the places of parts that belong to fields, where that is known better than by their marks.
    """
    for place, part in enumerate(parts):
        if any(marks_in(part, Of.PARAGRAPH)) if claimed is None else place in claimed:
            continue
        span = next((span for _, span in marks_in(part, Of.CAPTION)), None)
        text = plain(f"{span.before} {span.after}") if span else part.text
        if text:
            yield place, text


def with_mark(story: Markup, edition: str) -> Markup:
    """A story that bears the mark of the document it is."""
    parts = parts_in(story)
    fields = {mark.field for part in parts for of in (Of.PARAGRAPH, Of.CAPTION) for mark, _ in marks_in(part, of)}
    digest = digest_of(text for _, text in outside(parts))
    mark = Mark(of=Of.DOCUMENT, field=field_id(edition), number=len(fields), digest=digest)
    # Ids of bookmarks count from 1.
    bookmark = f'<w:bookmarkStart w:id="0" w:name="{mark.name}"/><w:bookmarkEnd w:id="0"/>'
    return Markup(story.replace(_BODY, f"{_BODY}{bookmark}", 1))


def _text_of(block: Block) -> tuple[str, str] | None:
    source = block.source if isinstance(block, Paragraph | Heading) else None
    return (source.key, source.language) if source else None


def _look(run: Run) -> Look:
    link = run.link if run.link.startswith(ADDRESSES) else ""
    return Look(strong=run.strong, emphasis=run.emphasis, link=link)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
