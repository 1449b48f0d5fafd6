"""Changed paragraphs back into the Markdown they were set from: every other line of the source stays as it is.

A changed paragraph is first sought word by word in its own lines, so that references, names, links, comments and line
breaks of the rest of it stay; only where that is not possible is it written anew. Whatever was written is set once
more, and is given up unless a reader then finds what the person wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from portfolio.compose.prose import Lines

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_RAW = re.compile(r"(?:\s*<!--.*?-->)+|\[\[[^\[\]\n]*\]\]|\s+|\w+|[^\w\s]", re.DOTALL)  # comments, references
_MARK = re.compile(r"# |- |1\. |> ")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LISTED = ("- ", "1. ")
_HEADING = "### "  # "## plan" would begin the plan
_ALIKE = 0.3  # of two paragraphs that are rather one, changed, than one deleted and one new


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A paragraph of a text as it is set: `line` with names shortened, `full` without; the `lines` of its source."""

    line: str
    full: str
    lines: Lines | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A paragraph that could not be taken back: how it is set, what was written instead, and why, as a code."""

    before: str
    after: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """The new lines of a text, what they say, and the paragraphs that stay as they were though they were changed."""

    lines: tuple[str, ...]
    said: tuple[str, ...]
    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """Writes one text anew. `raw`: its lines in the file; `tell` sets a text; `cited` turns numbers into references."""

    raw: Sequence[str]
    shown: Sequence[Shown]
    tell: Callable[[str], tuple[str, ...]]
    cited: Callable[[str], str]

    def rewrite(self, after: Sequence[str]) -> Rewritten:
        """The text with a person's paragraphs. Codes of what stays: `edited.name`, `edited.table`, `edited.unsure`."""
        kept: list[Kept] = []
        steps: list[tuple[int | None, str | None, str]] = []  # place of a paragraph, its new source, what it then says
        for place, line in _paired([each.line for each in self.shown], after):
            if place is None:
                assert line is not None
                steps.append((None, self._written(line, ""), line))
                continue
            own = self.shown[place]
            if line == own.line:
                steps.append((place, None, line))
                continue
            source = None if own.lines is None else "" if line is None else self._changed(own, line)
            if source is None:
                code = (
                    "edited.table" if own.lines is None else "edited.name" if own.full != own.line else "edited.unsure"
                )
                kept.append(Kept(before=own.line, after=line or "", code=code))
                steps.append((place, None, own.line))
            else:
                steps.append((place, source, line or ""))
        wanted = tuple(said for _, _, said in steps if said)
        for apart in (False, True):
            lines = self._assembled(steps, apart=apart)
            if lines is not None and self.tell("\n".join(lines)) == wanted:
                return Rewritten(lines=tuple(lines), said=wanted, kept=tuple(kept))
        said = tuple(each.line for each in self.shown)
        whole = Kept(before=" ¶ ".join(said), after=" ¶ ".join(after), code="edited.unsure")
        return Rewritten(lines=tuple(self.raw), said=said, kept=(whole,))

    def _changed(self, own: Shown, line: str) -> str | None:
        """The source of a changed paragraph, or None where none says just that."""
        assert own.lines is not None
        raw = "\n".join(self.raw[slice(*own.lines)])
        if _mark(own.line) == _mark(line):
            for patched in patches(raw, _bare(own.line), _bare(line)):
                if self._says(patched, line):
                    return patched
        restored = restore(_bare(own.full), _bare(own.line), _bare(line))
        if restored is None:
            return None
        written = self._written(f"{_mark(line)}{restored}", raw)
        return written if self._says(written, line) else None

    def _says(self, source: str, line: str) -> bool:
        """Whether a source is set as one paragraph of these words; what it is in may depend on what stands round it."""
        said = self.tell(source)
        return len(said) == 1 and _bare(said[0]) == _bare(line)

    def _written(self, line: str, raw: str) -> str:
        """A paragraph as source, indented as it was, with the comments that stood in it."""
        mark = _mark(line)
        indent = re.match(r"[ \t]*", raw)
        comments = " ".join(_COMMENT.findall(raw))
        text = " ".join(filter(None, (self.cited(_bare(line)), comments)))
        return f"{indent[0] if indent and mark in _LISTED else ''}{_HEADING if mark == '# ' else mark}{text}"

    def _assembled(self, steps: Sequence[tuple[int | None, str | None, str]], *, apart: bool) -> list[str] | None:
        """The lines of the whole text; `apart`: with blank lines round all that is written."""
        out: list[str] = []
        at, listed = 0, ""
        due = False  # a blank line is due before what comes next
        for place, source, said in steps:
            mark = _mark(said) if said else listed
            if place is not None and (lines := self.shown[place].lines) is not None:
                _add(out, self.raw[at : lines[0]])
                at = max(at, lines[1])
                if due and out and out[-1].strip() and not (mark in _LISTED and mark == listed and not apart):
                    out.append("")
                due = False
                if source is None:
                    out += self.raw[slice(*lines)]
                elif source:
                    if apart and out and out[-1].strip():
                        out.append("")
                    out += source.split("\n")
                    due = apart
                listed = mark
            elif place is None:
                assert source is not None
                beside = mark in _LISTED and mark == listed and not apart
                if out and out[-1].strip() and not beside:
                    out.append("")
                out += source.split("\n")
                due, listed = True, mark
            elif source is not None or due:  # what is new stands beside a table: nobody knows its lines
                return None
        if at >= len(self.raw):  # the last paragraph was taken out: what follows the text brings its blank line along
            while out and not out[-1].strip():
                out.pop()
        rest = list(self.raw[at:])
        if due and rest and rest[0].strip():
            out.append("")
        _add(out, rest)
        return out


def patches(raw: str, before: str, after: str) -> Iterator[str]:
    """A source with those words exchanged that a person changed, in each way in which they may be found in it.

    What is changed must stand in the source as it stands in the text: no reference, shortened name or mark-up.
    """
    tokens, old = _RAW.findall(raw), _tokens(before)
    places = [place for place, token in enumerate(tokens) if not _COMMENT.match(token.lstrip())]
    keys = [" " if tokens[place].isspace() else tokens[place] for place in places]
    for backwards in (False, True):
        found = _alike(keys, old, backwards=backwards)
        there = {theirs: places[mine] for theirs, mine in found.items()}
        changes: list[tuple[int, int, list[str]]] = []
        for first, last, words in _changes(old, _tokens(after)):
            place = _place(there, first, last)
            if place is None:
                break
            changes.append((*place, words))
        else:
            yield "".join(_exchanged(tokens, changes))


def restore(full: str, before: str, after: str) -> str | None:
    """A changed text with the names in full that were shortened in it; None when one of them was changed, too."""
    whole, old, new = _tokens(full), _tokens(before), _tokens(after)
    there = _alike(new, old)
    changes: list[tuple[int, int, list[str]]] = []
    for first, last, words in _changes(old, whole):
        place = _place(there, first, last) if first < last else None
        if place is None:
            return None
        changes.append((*place, words))
    return "".join(_exchanged(new, changes))


def _alike(tokens: Sequence[str], old: Sequence[str], *, backwards: bool = False) -> dict[int, int]:
    """Where the words of an old text stand among others, by their places; a doubtful one as early or late as can be."""
    step = -1 if backwards else 1
    blocks = SequenceMatcher(None, tokens[::step], old[::step], autojunk=False).get_matching_blocks()
    pairs = {theirs + more: mine + more for mine, theirs, size in blocks for more in range(size)}
    if backwards:
        return {len(old) - 1 - theirs: len(tokens) - 1 - mine for theirs, mine in pairs.items()}
    return pairs


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, list[str]]]:
    """The stretches of an old text that are other words in a new one."""
    for tag, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield first, last, list(new[begin:end])


def _place(there: Mapping[int, int], first: int, last: int) -> tuple[int, int] | None:
    """Where a stretch stands, in one piece; of one without words, where it would."""
    if first == last:
        at = there[first - 1] + 1 if first - 1 in there else there.get(first)
        return None if at is None else (at, at)
    begin = there.get(first)
    if begin is None or any(there.get(first + more) != begin + more for more in range(last - first)):
        return None
    return begin, begin + last - first


def _exchanged(tokens: Sequence[str], changes: Sequence[tuple[int, int, list[str]]]) -> list[str]:
    exchanged = list(tokens)
    for start, stop, words in reversed(changes):
        exchanged[start:stop] = words
    return exchanged


def _paired(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int | None, str | None]]:
    """Each paragraph that was there with what became of it (None: deleted), and between them those that are new."""
    for tag, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(first, last), after[begin:end], strict=True)
        elif last - first == end - begin == 1:
            yield first, after[begin]
        else:
            place, line = first, begin
            for old, new in _most_alike(before[first:last], after[begin:end]):
                yield from ((each, None) for each in range(place, first + old))
                yield from ((None, each) for each in after[line : begin + new])
                yield first + old, after[begin + new]
                place, line = first + old + 1, begin + new + 1
            yield from ((each, None) for each in range(place, last))
            yield from ((None, each) for each in after[line:end])


def _most_alike(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of paragraphs, in their order, that are together most alike."""
    words = [_tokens(line) for line in before], [_tokens(line) for line in after]
    best: list[list[tuple[float, list[tuple[int, int]]]]] = [[(0.0, [])] * (len(after) + 1)]
    for row, old in enumerate(words[0]):
        line: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
        for column, new in enumerate(words[1]):
            ratio = SequenceMatcher(None, old, new, autojunk=False).ratio()
            corner, pairs = best[row][column]
            joined = (corner + ratio, [*pairs, (row, column)]) if ratio >= _ALIKE else (0.0, [])
            line.append(max(joined, best[row][column + 1], line[column], key=lambda each: each[0]))
        best.append(line)
    return best[-1][-1][1]


def _add(out: list[str], lines: Sequence[str]) -> None:
    """Lines at the end, without a second blank one where a paragraph was taken out."""
    kept = list(lines)
    while kept and not kept[0].strip() and (not out or not out[-1].strip()):
        kept.pop(0)
    out += kept


def _tokens(text: str) -> list[str]:
    return [" " if token.isspace() else token for token in _TOKEN.findall(text)]


def _mark(line: str) -> str:
    found = _MARK.match(line)
    return found[0] if found else ""


def _bare(line: str) -> str:
    return line[len(_mark(line)) :]
