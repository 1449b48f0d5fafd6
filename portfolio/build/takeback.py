"""What a person wrote into a Word document, back into the files it comes from: shown first, then written whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from portfolio.build.compose import prepare_edition
from portfolio.build.edited import Edit, Edited
from portfolio.build.rewriting import Kept, Rewriting, Shown, restore
from portfolio.build.survey import Survey
from portfolio.compose.edition import Edition
from portfolio.compose.naming import with_short_names
from portfolio.compose.narrative import citing
from portfolio.compose.prose import prose_lines, set_prose
from portfolio.compose.selection import Selection, select
from portfolio.errors import OutputError
from portfolio.files.atomic import write_bytes
from portfolio.files.encoding import decode_named
from portfolio.files.fault import FileFault
from portfolio.model.blocks import Source
from portfolio.model.decision import Decision, Field
from portfolio.model.problem import Place, Problem, error, warning
from portfolio.narratives import as_markdown, heading_words, lines_of, texts_in
from portfolio.references import marks_in, normal
from portfolio.render.docx_fields import number_of, plain, shown_as
from portfolio.themes import Theme

_NUMBER = r"[0-9A-Z]+\.\d+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is written instead of what: lines of a file, or a caption of a piece."""

    where: Place
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """All that is taken back: the new contents of files, lines for decisions.csv, each change, and what is not."""

    files: tuple[tuple[Path, bytes], ...]
    decisions: tuple[Decision, ...]
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]


def take_back(edited: Edited, survey: Survey, theme: Theme, *, by: str, on: str, because: str, file: str) -> Taken:
    """What is to be written for the edits of a document; nothing is written yet.

    Codes: `edited.word-source`, `edited.name`, `edited.table`, `edited.unsure`, `edited.letters`, `edited.source`.
    """
    taking = _Taking(edited, survey, theme, file)
    by_file: dict[str, list[Edit]] = defaultdict(list)
    decisions: list[Decision] = []
    for edit in edited.edits:
        if edit.field.item:
            decisions += taking.caption(edit, by=by, on=on, because=because)
        else:
            place = survey.project.narratives.place(edit.field.key, edit.field.language)
            by_file[place.file].append(edit)
    files = [written for name, edits in by_file.items() for written in taking.file(name, edits)]
    return Taken(
        files=tuple(files),
        decisions=tuple(decisions),
        changes=tuple(taking.changes),
        problems=tuple(taking.problems),
    )


def write_files(taken: Taken) -> None:
    """Write the files, each whole. Raises OutputError."""
    for path, data in taken.files:
        try:
            write_bytes(path, data)
        except OSError as fault:
            raise OutputError(error("output.unwritable", Place(file=str(path)), why=fault.strerror or fault)) from fault


class _Taking:
    """Turns edits into new sources; `changes` and `problems` grow with each."""

    def __init__(self, edited: Edited, survey: Survey, theme: Theme, file: str) -> None:
        self._survey, self._where = survey, Place(file=file)
        self._edition, _ = prepare_edition(survey, theme, edited.spec.language, edited.spec.audience)
        self._selection = select(self._edition)
        self._rule = survey.names[edited.spec.audience]
        self._headings = heading_words(survey.framework)
        self.changes: list[Change] = []
        self.problems: list[Problem] = []

    def caption(self, edit: Edit, *, by: str, on: str, because: str) -> Iterator[Decision]:
        """The line for a caption."""
        field, new = edit.field, " ".join(edit.after)
        item = next(each for each in self._survey.catalogue.items if each.id == field.item)
        old, own = field.lines[0], self._survey.project.language
        full = plain(item.caption.value.phrase(field.language, own).text) if item.caption else old
        whole = restore(full, old, new) if self._rule.hide(full) == old else new
        if whole is None or self._rule.hide(whole) != new:
            self.problems.append(warning("edited.name", self._where, field=field.number, old=old, new=new))
            return
        self.changes.append(Change(where=Place(file=item.files[0]), old=(full,), new=(whole,)))
        yield Decision(
            item=item.id,
            file=item.files[0],
            field=Field.CAPTION,
            value=whole,
            where=Place(file="decisions.csv"),
            language="" if field.language == own else field.language,
            by=by,
            on=on,
            because=because,
        )

    def file(self, name: str, edits: Sequence[Edit]) -> Iterator[tuple[Path, bytes]]:
        """The new content of a narrative, where there is one."""
        path = self._survey.project.root / name
        if path.suffix.lower() == ".docx":
            for edit in edits:
                new = " ¶ ".join(edit.after)
                self.problems.append(warning("edited.word-source", Place(file=name), field=edit.field.key, new=new))
            return
        try:
            data = path.read_bytes()
            source, encoding = decode_named(data, edits[0].field.language)
        except (OSError, FileFault):
            self.problems.append(warning("edited.source", Place(file=name)))
            return
        lines = lines_of(source)
        changes: list[Change] = []
        said: dict[str, tuple[str, ...]] = {}
        for edit in sorted(edits, key=lambda each: -self._begin(each)):
            changes = [*self._rewrite(edit, lines, path.suffix, said), *changes]
        new = "".join(lines)
        before, after = (self._texts(text, path, edits[0]) for text in (source, new))
        if any(before.get(key) != after.get(key) for key in {*before, *after} - said.keys()) or any(
            self._tell(after.get(key, "")) != told for key, told in said.items()
        ):
            self._refuse(edits, name)
            return
        try:
            written = data.removesuffix(source.encode(encoding)) + new.encode(encoding)
        except UnicodeEncodeError as fault:
            letters = fault.object[fault.start : fault.end]
            self.problems.append(warning("edited.letters", Place(file=name), letters=letters, encoding=encoding))
            return
        if changes:
            self.changes += changes
            yield path, written

    def _begin(self, edit: Edit) -> int:
        """The line of a file, from 0, in which a text begins."""
        place = self._survey.project.narratives.place(edit.field.key, edit.field.language, 1)
        return (place.line or 1) - 1

    def _texts(self, source: str, path: Path, edit: Edit) -> dict[str, str]:
        return texts_in(as_markdown(source, path.suffix), edit.field.key.partition("/")[0], self._headings)

    def _rewrite(self, edit: Edit, lines: list[str], suffix: str, said: dict[str, tuple[str, ...]]) -> Iterator[Change]:
        """Puts a text's new lines in the place of its old ones; what is then said of it goes into `said`."""
        field, begin = edit.field, self._begin(edit)
        text = self._survey.project.narratives.texts[field.key][field.language]
        end = begin + text.count("\n") + 1
        raw = [line.rstrip("\r\n") for line in lines[begin:end]]
        spans = prose_lines(text)
        whole = self._full(text, field.key, field.language)
        rewriting = Rewriting(
            raw=raw,
            shown=[
                Shown(line=line, full=whole.get(number, line), lines=spans[number])
                for number, line in zip(field.numbers, field.lines, strict=True)
            ],
            tell=lambda source: self._tell(as_markdown(source, suffix)),
            cited=self._citing(text),
        )
        rewritten = rewriting.rewrite(edit.after)
        name = self._survey.project.narratives.place(field.key, field.language).file
        self.problems += [_kept(each, Place(file=name, line=begin + 1), field.key) for each in rewritten.kept]
        said[field.key] = rewritten.said
        new = rewritten.lines
        for tag, first, last, start, stop in SequenceMatcher(None, raw, new, autojunk=False).get_opcodes():
            if tag != "equal":
                yield Change(
                    where=Place(file=name, line=begin + first + 1), old=tuple(raw[first:last]), new=new[start:stop]
                )
        lines[begin:end] = _ended(new, lines, begin, end)

    def _tell(self, text: str) -> tuple[str, ...]:
        """What a reader finds in a text."""
        blocks, _ = set_prose(text, file="", anchor="", cite=citing(self._edition, self._selection))
        return tuple(shown_as(block) for block in with_short_names(blocks, self._rule))

    def _full(self, text: str, key: str, language: str) -> dict[int, str]:
        """The paragraphs of a text by their numbers, with names in full."""
        origin = Source(key=key, language=language)
        blocks, _ = set_prose(text, file="", anchor="", cite=citing(self._edition, self._selection), origin=origin)
        return {number_of(block): shown_as(block) for block in blocks}

    def _citing(self, text: str) -> Callable[[str], str]:
        """Turns “(Evidence 4.2, 4.7)” into references, as they are written in a text where it has them."""
        written = _references(text, self._edition, self._selection)
        lead = re.escape(self._edition.locale.word("exhibit.cited"))
        pattern = re.compile(rf"(\()?{lead}\s(?P<numbers>{_NUMBER}(?:, {_NUMBER})*)(?(1)\))")

        def cited(found: re.Match[str]) -> str:
            numbers = found["numbers"].split(", ")
            known = all(number in written for number in numbers)
            return ", ".join(f"[[{written[number]}]]" for number in numbers) if known else found[0]

        return lambda line: pattern.sub(cited, line)

    def _refuse(self, edits: Sequence[Edit], name: str) -> None:
        for edit in edits:
            kept = Kept(before=" ¶ ".join(edit.field.lines), after=" ¶ ".join(edit.after), code="edited.unsure")
            self.problems.append(_kept(kept, Place(file=name), edit.field.key))


def _references(text: str, edition: Edition, selection: Selection) -> Mapping[str, str]:
    """How the number of each piece is written as a reference: as in a text, else by its id."""
    written = {number: item for item, number in selection.numbers.items()}
    for each, _ in marks_in(text):
        item = edition.citations.get(normal(each), "")
        if item in selection.numbers:
            written[selection.numbers[item]] = each
    return written


def _kept(kept: Kept, where: Place, field: str) -> Problem:
    match kept.code:
        case "edited.name":
            return warning("edited.name", where, field=field, old=kept.before, new=kept.after)
        case "edited.table":
            return warning("edited.table", where, field=field, old=kept.before, new=kept.after)
        case _:
            return warning("edited.unsure", where, field=field, old=kept.before, new=kept.after)


def _ended(new: Sequence[str], lines: Sequence[str], begin: int, end: int) -> list[str]:
    """New lines with the line ends of the file; the last one ends as the last of the old ones did."""
    ends = [line[len(line.rstrip("\r\n")) :] for line in lines]
    usual = next(filter(None, ends[begin:]), next(filter(None, ends), "\n"))
    last = ends[end - 1] if end <= len(ends) else ""
    ended = [f"{line}{usual}" for line in new]
    return [*ended[:-1], f"{new[-1]}{last}"] if new else []
