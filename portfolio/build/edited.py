"""What somebody changed in a Word document that we wrote: held against what the same dossier says today.

Nothing needs to be remembered: each field bears a digest of what was written into it, so that it is known whether it
was edited since, and whether its source has changed.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from portfolio.build.compose import compose_all
from portfolio.build.look import files_of
from portfolio.build.survey import Survey
from portfolio.build.wordfields import Contents, Filled, contents_of, headings_of
from portfolio.errors import OutputError, ProjectError
from portfolio.files.originals import Originals
from portfolio.files.wordstory import Drawn, Part, Story, read_story
from portfolio.model.artefact import ArtefactSpec, Format
from portfolio.model.clearance import Audience
from portfolio.model.composed import pictures_in
from portfolio.model.document import Dossier, exhibits_in
from portfolio.model.problem import Place, Problem, error, warning
from portfolio.render.charts import draw_charts
from portfolio.render.derivatives import derive
from portfolio.render.docx import write_docx
from portfolio.render.docx_fields import (
    caption_key,
    digest_of,
    edition_of,
    field_id,
    number_of,
    plain,
    shown_as,
    texts_of,
)
from portfolio.themes import Theme

_EXHIBIT = re.compile(r"[xr]_[0-9A-Z]+_\d+")  # the bookmark of a piece, in every dossier that was ever written


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A text of the school's in a document: its key and language, and what it says today.

    `numbers` are those of its paragraphs in the source; a caption has a piece, and the `number` of its exhibit.
    """

    key: str
    language: str
    lines: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    item: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A field that somebody changed, and what stands in it now."""

    field: Field
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What was changed in a document: what may be taken back, and a Problem for each thing that cannot."""

    spec: ArtefactSpec
    dossier: Dossier
    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]


def find_edits(story: Story, survey: Survey, theme: Theme, file: str) -> Edited:
    """What was changed in a document of a project.

    Raises ProjectError (`edited.no-marks`, `edited.older`, `edited.edition`), OutputError where nothing can be written.
    """
    spec = _spec_of(story, survey, file)
    documents, _ = compose_all(survey, theme, [spec])
    dossier = documents[spec]
    assert isinstance(dossier, Dossier)
    today = _written(dossier, survey, theme)
    comparison = _Comparison(story, today, dossier, file, by_words=survey.project.size_limit is not None)
    edits = tuple(comparison.edits())
    return Edited(spec=spec, dossier=dossier, edits=edits, problems=tuple(dict.fromkeys(comparison.problems)))


def fields_of(dossier: Dossier) -> dict[str, Field]:
    """Every text of the school's in a dossier by its id."""
    edition = edition_of(dossier.audience, dossier.language)
    found: dict[str, Field] = {}
    for section in dossier.sections:
        for (key, language), blocks in texts_of(section.blocks):
            lines = tuple(shown_as(block) for _, block in blocks)
            numbers = tuple(number_of(block) for _, block in blocks)
            found[field_id(edition, key, language)] = Field(key=key, language=language, lines=lines, numbers=numbers)
    for exhibit in exhibits_in(dossier):
        if exhibit.captioned:
            key = caption_key(exhibit.item)
            found[field_id(edition, key, exhibit.captioned)] = Field(
                key=key,
                language=exhibit.captioned,
                lines=(plain(exhibit.words.text),),
                item=exhibit.item,
                number=exhibit.number,
            )
    return found


class _Comparison:
    """A document that came back against what it would be today; `problems` grow as it is walked through.

    Its pictures are known `by_words` alone where the same ones may be of another size in it: their room is given by the
    texts beside them, which may have changed since, and by a size limit.
    """

    def __init__(self, story: Story, today: Story, dossier: Dossier, file: str, *, by_words: bool) -> None:
        self._story, self._today = story, today
        self._fields = fields_of(dossier)
        self._now = contents_of(story, today)
        self._then = contents_of(today, today)
        self._by_words = by_words or _digests(self._now) != _digests(self._then)
        self._where = Place(file=file)
        self.problems: list[Problem] = []

    def edits(self) -> Iterator[Edit]:
        """The fields that were changed and whose sources were not."""
        for name, filled in self._now.fields.items():
            if filled.edited or filled.torn:
                yield from self._edit(self._fields.get(name), filled)
        self._gone()
        self._outside()
        self._pictures()
        self.problems += [warning("edited.comment", self._where, text=text) for text in self._story.comments]
        self.problems += [warning("edited.note", self._where, text=text) for text in self._story.notes]
        frames = self._story.frames - self._today.frames if self._sound else frozenset()
        self.problems += [warning("edited.frame", self._where, text=text) for text in sorted(frames)]

    def _edit(self, field: Field | None, filled: Filled) -> Iterator[Edit]:
        new = _joined(filled.lines)
        if field is None:
            self.problems.append(warning("edited.unknown", self._where, new=new))
        elif filled.lines == field.lines:
            return
        elif filled.torn:
            self.problems.append(warning("edited.torn", self._where, field=_name(field), new=new))
        elif not filled.lines:
            self._say_gone(field)
        elif digest_of(field.lines) != filled.digest:
            old = _joined(field.lines)
            self.problems.append(warning("edited.conflict", self._where, field=_name(field), new=new, old=old))
        else:
            yield Edit(field=field, after=filled.lines)

    def _gone(self) -> None:
        """Name the fields that were written and are not there any more."""
        wanted = self._now.mark.number if self._now.mark else len(self._then.fields)
        if len(self._now.fields) < wanted:
            for name in self._then.fields:
                if name not in self._now.fields and name in self._fields:
                    self._say_gone(self._fields[name])

    def _say_gone(self, field: Field) -> None:
        text = _joined(field.lines)
        if field.item:
            self.problems.append(warning("edited.caption-gone", self._where, number=field.number, text=text))
        else:
            self.problems.append(warning("edited.gone", self._where, field=_name(field), text=text))

    @property
    def _sound(self) -> bool:
        """Whether all that differs outside the fields is a person's: the rest would be written as it was."""
        mark = self._now.mark
        return mark is not None and mark.digest == _digest(self._then)

    def _outside(self) -> None:
        """Name what was changed outside the fields, or that it cannot be told."""
        if self._now.mark and self._now.mark.digest == _digest(self._now):
            return
        if not self._sound:
            self.problems.append(warning("edited.outside-unsure", self._where))
            return
        old, new = self._then.outside, self._now.outside
        headings = list(headings_of(self._story.parts))
        texts = [text for _, text in old], [text for _, text in new]
        for tag, first, last, begin, end in SequenceMatcher(None, texts[0], texts[1], autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            near = headings[new[min(begin, len(new) - 1)][0]] if new else ""
            for before, after in zip_longest(texts[0][first:last], texts[1][begin:end]):
                if before is None:
                    self.problems.append(warning("edited.outside-added", self._where, near=near, new=after))
                elif after is None:
                    self.problems.append(warning("edited.outside-removed", self._where, near=near, old=before))
                else:
                    said = warning("edited.outside-changed", self._where, near=near, old=before, new=after)
                    self.problems.append(said)

    def _pictures(self) -> None:
        """Name the pictures that were taken out, put in or exchanged, where the source is what it was."""
        if not self._sound:
            return
        old, new = (list(_drawn(story.parts)) for story in (self._today, self._story))
        keys = [[("" if self._by_words else each.sha256, each.words) for each in side] for side in (old, new)]
        for tag, first, last, begin, end in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            for before, after in zip_longest(old[first:last], new[begin:end]):
                if before and after:
                    other = before.sha256 != after.sha256
                    self.problems.append(
                        warning(
                            "edited.picture" if other else "edited.picture-words",
                            self._where,
                            words=before.words,
                            new=after.words,
                        )
                    )
                elif before:
                    self.problems.append(warning("edited.picture-gone", self._where, words=before.words))
                else:
                    self.problems.append(warning("edited.picture-new", self._where, words=after.words))


def _spec_of(story: Story, survey: Survey, file: str) -> ArtefactSpec:
    """Which of a project's dossiers a document is, by its marks alone: whoever may have renamed it."""
    contents = contents_of(story)
    where = Place(file=file)
    if not contents.fields and not contents.mark:
        older = any(_EXHIBIT.fullmatch(name) for part in story.parts for name in part.anchors)
        raise ProjectError(error("edited.older" if older else "edited.no-marks", where))
    project = survey.project
    specs = [
        ArtefactSpec(name="dossier", language=language, format=Format.DOCX, audience=audience)
        for language in project.languages
        for audience in Audience
    ]
    if contents.mark:
        named = [each for each in specs if field_id(edition_of(each.audience, each.language)) == contents.mark.field]
    else:
        keys = [(key, language) for key, spoken in project.narratives.texts.items() for language in spoken]
        named = [
            each
            for each in specs
            for key in keys
            if field_id(edition_of(each.audience, each.language), *key) in contents.fields
        ]
    if not named:
        raise ProjectError(error("edited.edition", where, languages=", ".join(project.languages)))
    return named[0]


def _written(dossier: Dossier, survey: Survey, theme: Theme) -> Story:
    """What a dossier says when it is written today."""
    project = survey.project
    originals = Originals(evidence=project.evidence, cache=project.cache)
    derivatives, _ = derive(pictures_in(dossier), originals, project.cache / "derivatives")
    try:
        with tempfile.TemporaryDirectory(dir=project.cache, prefix="making-") as folder:
            target = Path(folder) / "dossier.docx"
            charts, _ = draw_charts(dossier, theme, target.name)
            write_docx(dossier, theme, derivatives, files_of(project, theme), target, charts)
            return read_story(target)
    except OSError as fault:
        raise OutputError(
            error("output.unwritable", Place(file=str(project.cache)), why=fault.strerror or fault)
        ) from fault


def _digests(contents: Contents) -> set[tuple[str, str]]:
    """What was written into each field."""
    return {(name, filled.digest) for name, filled in contents.fields.items()}


def _digest(contents: Contents) -> str:
    return digest_of(text for _, text in contents.outside)


def _drawn(parts: Sequence[Part]) -> Iterator[Drawn]:
    return (picture for part in parts for picture in part.pictures)


def _name(field: Field) -> str:
    return f"{field.key}.{field.language}" if not field.item else field.number


def _joined(lines: Sequence[str]) -> str:
    return " ¶ ".join(lines)
