"""The fields of a Word document that somebody may have edited: what stands in each now, and what stands outside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from portfolio.files.wordstory import Part, Story
from portfolio.render.docx_fields import Mark, Of, digest_of, marks_in, outside, plain

# Styles in which we set what is no text of the school: a paragraph of one of these beside a field is not in it.
_OURS = frozenset({"caption", "note", "table title", "lead", "gap", "end", "detail"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What stands in a field now, and the digest of what was written into it. `torn`: other things stand in it, too."""

    digest: str
    lines: tuple[str, ...]
    torn: bool = False

    @property
    def edited(self) -> bool:
        """Whether it says something else than what was written."""
        return digest_of(self.lines) != self.digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A document's fields by their ids, and the parts outside with their texts, by their places. `mark`: its own."""

    fields: Mapping[str, Filled]
    outside: tuple[tuple[int, str], ...]
    mark: Mark | None = None


def contents_of(story: Story, known: Story | None = None) -> Contents:
    """The contents of a document; `known` is what the same dossier says today, by which one tells what is new in it."""
    parts = story.parts
    foreign = _foreign(known.parts) if known else frozenset()
    fields, claimed = _texts(parts, foreign)
    captions, standing = _captions(parts, _frames(known.parts) if known else {})
    said = ((place, standing.get(place, text)) for place, text in outside(parts, claimed))
    marks = [mark for part in parts for mark, _ in marks_in(part, Of.DOCUMENT)]
    return Contents(
        fields={**fields, **captions},
        outside=tuple((place, text) for place, text in said if text),
        mark=marks[0] if marks else None,
    )


def _foreign(parts: Sequence[Part]) -> frozenset[str]:
    """What stands between the texts of a dossier, outside tables."""
    return frozenset(text for place, text in outside(parts) if not parts[place].cell)


def _texts(parts: Sequence[Part], foreign: Collection[str]) -> tuple[dict[str, Filled], set[int]]:
    """The texts by their fields' ids, and the places that they take.

    The bookmark of a paragraph that was deleted may be left, empty, in what follows it.
    """
    places: dict[str, list[int]] = defaultdict(list)
    digests: dict[str, str] = {}
    owners: dict[int, set[str]] = defaultdict(set)
    for place, part in enumerate(parts):
        for mark, span in marks_in(part, Of.PARAGRAPH):
            if not span.inside and not _may_be_in(part, part.cell, foreign):
                continue
            places[mark.field].append(place)
            digests[mark.field] = mark.digest
            owners[place].add(mark.field)
    fields: dict[str, Filled] = {}
    claimed = set(owners)
    for field, met in places.items():
        first, last = met[0], met[-1]
        own = range(first, last + 1)
        torn = any(
            owners[place] != {field} if place in owners else not _may_be_in(parts[place], parts[first].cell, foreign)
            for place in own
        )
        if not torn:
            before = _beside(parts, range(first - 1, -1, -1), parts[first].cell, foreign, claimed)
            after = _beside(parts, range(last + 1, len(parts)), parts[first].cell, foreign, claimed)
            own = range(first - before, last + after + 1)
            claimed |= set(own)
        lines = tuple(line for place in own for line in parts[place].lines)
        fields[field] = Filled(digest=digests[field], lines=lines, torn=torn)
    return fields, claimed


def _beside(
    parts: Sequence[Part],
    places: range,
    cell: str,
    foreign: Collection[str],
    claimed: Collection[int],
) -> int:
    """How many of the places beside a field are paragraphs that somebody added to it."""
    many = 0
    for count, place in enumerate(places, start=1):
        if place in claimed or not _may_be_in(parts[place], cell, foreign):
            break
        if parts[place].lines:
            many = count
    return many


def _may_be_in(part: Part, cell: str, foreign: Collection[str]) -> bool:
    """Whether a paragraph without a mark may be a text's: none of ours stands in it."""
    anchored = any(not name.startswith("_") for name in part.anchors) or any(marks_in(part, Of.CAPTION))
    return part.cell == cell and not (anchored or part.pictures or part.style in _OURS or part.text in foreign)


def _captions(parts: Sequence[Part], frames: Mapping[str, tuple[str, str]]) -> tuple[dict[str, Filled], dict[int, str]]:
    """The captions by their fields' ids, and what stands outside of them in their paragraphs, by place.

    What was typed just before or behind a bookmark belongs to it: `frames` is what is known to stand round each.
    """
    fields: dict[str, Filled] = {}
    standing: dict[int, str] = {}
    for place, part in enumerate(parts):
        for mark, span in marks_in(part, Of.CAPTION):
            before, after = frames.get(mark.field, ("", ""))
            text = part.text
            if mark.field in frames and text.startswith(before) and text[len(before) :].endswith(after):
                words = text[len(before) : len(text) - len(after)].strip()
                standing[place] = plain(f"{before} {after}")
            else:
                words = plain(span.inside)
            fields[mark.field] = Filled(digest=mark.digest, lines=(words,) if words else ())
    return fields, standing


def _frames(parts: Sequence[Part]) -> dict[str, tuple[str, str]]:
    return {
        mark.field: (plain(span.before), plain(span.after))
        for part in parts
        for mark, span in marks_in(part, Of.CAPTION)
    }


def headings_of(parts: Sequence[Part]) -> Iterator[str]:
    """For each part the heading above it, to find it by: of a heading the one before, for it may have been changed."""
    above = ""
    for part in parts:
        yield above
        if part.text and part.lines and part.lines[0].startswith("# "):
            above = part.text
