"""The criteria of a form as a school pastes them: plain text, below each pillar's name one criterion a line.

    Shared leadership
    1. The school's management …
    open-days: The school …          a key in front is kept; a line without one gets a key made of its text

A pillar may be called by any of its names, with or without a number, a colon or marks of a heading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from portfolio.files.nearest import nearest
from portfolio.model.framework import PLAN, Criterion, Pillar, Wording
from portfolio.model.problem import Place, Problem, error, spot
from portfolio.pastedkeys import key_of
from portfolio.pillarnames import bare_name, bare_text, names_of

_BULLETS = r"[-*•·–—▪▫◦‣●○■□➢✓§\uf0b7\uf0a7]"
_NUMBERING = r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[ivxIVX]{1,4}|[A-Za-z])"
_MARK = re.compile(rf"^(?:{_BULLETS}\s+|o\t\s*|\({_NUMBERING}\)\s*|{_NUMBERING}[.)]\s+|\d{{1,2}}(?:\.\d{{1,2}})+\s+)")
_KEYED = re.compile(r"(?P<key>[a-z0-9]+(?:-[a-z0-9]+)*)\s*:\s+(?P<text>\S.*)", re.ASCII)
_WORD_AND_NUMBER = re.compile(r"^\w+ \d+ (?=\S)")  # "Principle 1: …"
_NUMBER_AND_WORD = re.compile(r"^\d+ \w+ (?=\S)")  # "1. ilke: …"
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ALMOST = 0.85  # so much a line without a colon must be like a pillar's name to be taken for one misspelt
_HEADING_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedText:
    """One pasted file: its text in a language, and how the file is shown to people."""

    language: str
    text: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A criterion as pasted; `key` only where somebody wrote one."""

    key: str
    text: str
    where: Place


@dataclass(slots=True)
class _Parsed:
    """What stands in one file: pillar → its lines."""

    language: str
    file: str
    lines: dict[str, list[_Line]] = field(default_factory=dict)


def read_pasted(
    texts: Sequence[PastedText], pillars: Sequence[Pillar]
) -> tuple[Mapping[str, tuple[Criterion, ...]], tuple[Problem, ...]]:
    """Pillar → its pasted criteria, for the pillars that have any; the first of the texts is the school's own.

    A pasted wording is official, its source the line it stands in; one that is ours word for word keeps our key and
    stays ours, with our other languages. Other keys are made of the text of the first language that has the pillar, so
    that a line keeps its key wherever it is moved. Lines of several languages belong together by their keys, else by
    their places. Codes, each with a line: `criteria.no-pillar` (text above the first name of a pillar),
    `criteria.pillar`, `criteria.misspelt-pillar` (a heading that names none), `criteria.twice`, `criteria.key`,
    `criteria.count` (languages with different numbers of lines).
    """
    problems: list[Problem] = []
    parsed = []
    for text in texts:
        found, wrong = _parse(text, pillars)
        parsed.append(found)
        problems.extend(wrong)
    criteria: dict[str, tuple[Criterion, ...]] = {}
    for pillar in pillars:
        files = [file for file in parsed if file.lines.get(pillar.key)]
        if files:
            made, wrong = _criteria(pillar, files)
            criteria[pillar.key] = made
            problems.extend(wrong)
    return criteria, tuple(problems)


def _parse(pasted: PastedText, pillars: Sequence[Pillar]) -> tuple[_Parsed, list[Problem]]:
    headings = {bare_name(name): pillar.key for pillar in pillars for name in names_of(pillar)}
    written = {name: name for pillar in pillars for name in names_of(pillar)}
    bodies = {bare_text(body.print) for pillar in pillars for body in pillar.bodies.values()}
    keys = {pillar.key for pillar in pillars}
    parsed, problems = _Parsed(pasted.language, pasted.file), list[Problem]()
    current: str | None = ""  # "" above the first heading, None below one that names no pillar
    for number, raw in enumerate(pasted.text.splitlines(), start=1):
        where = Place(file=pasted.file, line=number)
        line = _clean(raw)
        if not bare_text(line) or bare_text(line) in bodies:  # the mission's own paragraph was pasted with its title
            continue
        if pillar := _heading(line, headings):
            current = pillar
            continue
        text = _unmarked(line)
        if meant := _wrong_heading(line, written):
            problems.append(meant.at(where))
            current = None
            continue
        keyed = _KEYED.fullmatch(text)
        if keyed and keyed["key"] in keys:  # "model: The school …"
            current, text, keyed = keyed["key"], keyed["text"], None
        if current == "":
            problems.append(error("criteria.no-pillar", where, text=text))
            current = None
        if current is None:
            continue
        key = keyed["key"] if keyed else ""
        if key == PLAN:
            problems.append(error("criteria.key", where, key=key))
            continue
        entry = _Line(key=key, text=keyed["text"] if keyed else text, where=where)
        parsed.lines.setdefault(current, []).append(entry)
    return parsed, problems


@dataclass(frozen=True, slots=True)
class _WrongHeading:
    name: str
    nearest: str

    def at(self, where: Place) -> Problem:
        if self.nearest:
            return error("criteria.misspelt-pillar", where, name=self.name, nearest=self.nearest)
        return error("criteria.pillar", where, name=self.name)


def _clean(line: str) -> str:
    """A line without what cannot be seen, its blanks plain, letters composed."""
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", line)).replace("\t", "\t ").split(" ")).strip()


def _unmarked(line: str) -> str:
    """A line without the numbers and bullets in front of it and the emphasis round it."""
    while (shorter := _MARK.sub("", line, count=1)) != line:
        line = shorter
    return " ".join(line.strip("*_ \t").split())


def _heading(line: str, headings: Mapping[str, str]) -> str:
    """The pillar that a whole line names, "" for none."""
    for form in (line, _IN_BRACKETS.sub("", line)):
        bare = bare_text(form)
        for name in (bare_name(form), _WORD_AND_NUMBER.sub("", bare), _NUMBER_AND_WORD.sub("", bare)):
            if name in headings:
                return headings[name]
    return ""


def _wrong_heading(line: str, names: Mapping[str, str]) -> _WrongHeading | None:
    """A line that is meant as a heading (by its mark, a colon at its end, or its likeness) and names no pillar."""
    name = _unmarked(line.lstrip("# ")).rstrip(": ")
    if line.startswith("#") or line.rstrip("*_ ").endswith(":"):
        return _WrongHeading(name, nearest(name, names))
    if len(name.split()) <= _HEADING_WORDS and (meant := nearest(name, names, _ALMOST)):
        return _WrongHeading(name, meant)
    return None


def _criteria(pillar: Pillar, files: Sequence[_Parsed]) -> tuple[tuple[Criterion, ...], list[Problem]]:
    ours = {bare_text(text.print): line for line in pillar.criteria for text in line.wordings.values()}
    first, *others = files
    made: dict[str, dict[str, Wording]] = {}
    problems: list[Problem] = []
    for line in first.lines[pillar.key]:
        own = ours.get(bare_text(line.text))
        key = line.key or (own.key if own else key_of(line.text))
        if key in made:
            problems.append(error("criteria.twice", line.where, key=key))
            continue
        made[key] = dict(own.wordings) if own else {}
        made[key] |= _wording(line, first.language, own)
    for file in others:
        problems.extend(_join(pillar, file, first, ours, made))
    criteria = (Criterion(key=key, pillar=pillar.key, wordings=texts) for key, texts in made.items())
    return tuple(criteria), problems


def _join(
    pillar: Pillar,
    file: _Parsed,
    first: _Parsed,
    ours: Mapping[str, Criterion],
    made: dict[str, dict[str, Wording]],
) -> Iterator[Problem]:
    """Give the criteria their wordings in another language: first by keys, the rest in the order of both files."""
    lines = [(line, ours.get(bare_text(line.text))) for line in file.lines[pillar.key]]
    keyed = [(line.key or (own.key if own else ""), line, own) for line, own in lines]
    free = [key for key in made if key not in {key for key, _, _ in keyed}]
    others = [(line, own) for key, line, own in keyed if key not in made]
    if len(others) != len(free):
        values = {"pillar": pillar.key, "n": len(lines), "first": len(made), "file": first.file}
        yield error("criteria.count", lines[0][0].where, **values)
        return
    matched = [entry for entry in keyed if entry[0] in made]
    for key, line, own in (*matched, *((key, *other) for key, other in zip(free, others, strict=True))):
        made[key] |= _wording(line, file.language, own)


def _wording(line: _Line, language: str, own: Criterion | None) -> dict[str, Wording]:
    if own:
        return {code: text for code, text in own.wordings.items() if bare_text(text.print) == bare_text(line.text)}
    where = spot(line.where)
    source = f"Pasted by the school ({where})"
    return {language: Wording(print=line.text, official=True, source=source, where=where)}
