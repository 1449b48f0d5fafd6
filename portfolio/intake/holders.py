"""Who holds a certificate: the name behind words such as "awarded to", or before "has participated", to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain, pairwise

from portfolio.intake.cues import Marks, cues
from portfolio.intake.lines import Line, bare, line_of, lines_of
from portfolio.intake.people import is_group

_MOST_WORDS = 8
# A word of a name, and what stands behind it: "Ada", "B.", "Ayşe-Nur", "O'Neill"; "Yılmaz'ın" is a name and its case.
_WORD = re.compile(r"\s*([^\s,;:(){}\[\]“”„\"«»|]+)")
_CASE = re.compile(r"^(.*\w)['’](?:[a-zçğıöşü]{1,5})$")
_DATIVE = re.compile(r"'n?y?[ae]\b")  # Turkish: "Ayşe Yılmaz'a … verilmiştir"
_BETWEEN = " \t:–—-/|.…_"
# Names of persons and schools have some letters; "T.C." or "II" is none.
_LEAST = 3
_BEFORE_CUE = 2  # words before a cue that may say who is meant: "this pupil certificate is awarded to"
_SENTENCE = 3  # lines that a sentence about the holder may take
_ASIDE = re.compile(r"^[\s,(–—-]*([^.;)]*)")
_ASIDE_WORDS = 6


class Standing(Enum):
    """How a text names a holder: to give something, as a letter begins, or as one of whom it tells."""

    GIVEN = auto()
    GREETED = auto()
    TOLD_OF = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The holder's name as written; `pupil`: it is said to be one."""

    name: str
    standing: Standing
    pupil: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A name, the words skipped before it, and what stands behind it in its line."""

    name: str
    before: str
    rest: str


def holder_in(text: str) -> Holder | None:
    """The first holder that a text names, None when it names nobody."""
    lines = lines_of(text)
    marked = (
        (cues().holders, Standing.GIVEN),
        (cues().greetings, Standing.GREETED),
        (cues().introductions, Standing.TOLD_OF),
    )
    behind = chain.from_iterable(_behind(lines, marks, standing) for marks, standing in marked)
    return next(chain(behind, _doing(lines)), None)


def deed_in(folded: str) -> bool:
    """Whether a folded text says that something is given, was attended, was finished, or is thanked for."""
    said = cues()
    return any(each.search(folded) for each in (said.awards, said.participations, said.completions, said.thanks))


def _behind(lines: Sequence[Line], marks: Marks, standing: Standing) -> Iterator[Holder]:
    """Those behind a cue in its line, or in the line below a cue that ends one."""
    for line, following in pairwise((*lines, line_of(""))):
        field = marks.field.match(line.folded)
        for found in (field,) if field else marks.phrase.finditer(line.folded):
            rest = line.cut(found.end()).lstrip(_BETWEEN)
            if marks.phrase.match(bare(rest)):
                continue  # "Sayın / Awarded to": the next one counts
            behind = _name(rest) if rest else _name(following.written) or _alone(following.written)
            if not behind and rest and field:
                behind = _alone(rest)
            if behind:
                below = _below(lines, line if rest else following) if not behind.rest else ""
                before = " ".join((*line.folded[: found.start()].split()[-_BEFORE_CUE:], found[0]))
                yield _holder(behind, standing, before, below)


def _doing(lines: Sequence[Line]) -> Iterator[Holder]:
    """Those who begin a sentence that says what they did, or stand alone below the title and above such a sentence."""
    title = next((place for place, line in enumerate(lines) if cues().titles.search(line.folded)), 0)
    for place, line in enumerate(lines):
        behind = _name(line.written)
        if not behind or " " not in behind.name or not _may_begin(behind):
            continue
        following = " ".join(each.folded for each in lines[place + 1 : place + 1 + _SENTENCE])
        aside = behind.rest[:1] in ("'", "’", ",", "(") if behind.rest else False
        rest = bare(behind.rest) or following
        does = _begins_deed(rest)
        does = does or (aside and deed_in(f"{line.folded} {following}"))
        does = does or (place > title and not behind.rest and deed_in(following))
        given = cues().awards.match(rest) is not None or (_DATIVE.match(rest) is not None and does)
        standing = Standing.GIVEN if given else Standing.TOLD_OF
        found = _holder(behind, standing, "", _below(lines, line) if not behind.rest else "")
        if does or (place > title and aside and found.pupil):
            yield found


def _may_begin(behind: _Name) -> bool:
    """Whether a name with which a line begins may be somebody's: no title of a paper, nor what has an article."""
    said, before = cues(), bare(behind.before)
    who = not before or any(each.search(before) for each in (said.honorifics, said.pupils, said.teachers))
    name = bare(behind.name)
    return who and not any(each.search(name) for each in (said.titles, said.in_names, said.other_papers))


def _begins_deed(folded: str) -> bool:
    said = cues()
    return any(each.match(folded) for each in (said.participations, said.completions, said.awards))


def _holder(behind: _Name, standing: Standing, cue: str, below: str) -> Holder:
    return Holder(
        name=behind.name, standing=standing, pupil=_is_pupil(bare(f"{cue} {behind.before}"), behind.rest or below)
    )


def _is_pupil(before: str, behind: str) -> bool:
    """Whether the words on both sides of a name make somebody a pupil: "pupil …", "…, class 4-A", "… (4-A)"."""
    said = cues()
    if said.teachers.search(before):
        return False
    aside = _ASIDE.match(behind)
    folded = bare(aside[1].partition(",")[0]) if aside else ""
    words = folded.split()[:_ASIDE_WORDS]
    near = " ".join(words)
    if said.pupils.search(before):
        return True
    if said.teachers.search(near) or not words or words[0] in ("ve", "and", "och", "und", "et"):
        return False
    named = any(is_group(word) for word in words) or said.pupils.search(near)
    return bool(named or (said.classes.search(near) and any(letter.isdigit() for letter in near)))


def _below(lines: Sequence[Line], line: Line) -> str:
    """The line below one, where it is short enough to say who somebody is."""
    place = lines.index(line) + 1
    following = lines[place].written if place < len(lines) else ""
    return following if len(following.split()) <= _ASIDE_WORDS else ""


def _name(text: str) -> _Name | None:
    """The name that a text begins with, behind titles and the like; None when it begins with something else."""
    words: list[str] = []
    before: list[str] = []
    end, skipping = 0, True
    for found in _WORD.finditer(text):
        if words and (found.start() != end or len(words) == _MOST_WORDS):
            break
        word, folded = found[1], bare(found[1].rstrip("."))
        if skipping and _skipped(word, folded) and not _is_last(text, found.end()):
            before.append(word)
            continue
        skipping = False
        if not _may_stand_in_name(word, folded) or text[found.end() : found.end() + 1] == ":":
            break
        case = _CASE.match(word)
        words.append(case[1] if case else word)
        end = found.start(1) + len(words[-1])
        if case:
            break
        end = found.end()
    while words and cues().name_particles.fullmatch(bare(words[-1])):
        end -= len(words.pop()) + 1
    name = " ".join(words).rstrip("-–/")
    if sum(letter.isalpha() for letter in name) < _LEAST:
        return None
    initial = len(words[-1].rstrip(".")) == 1
    return _Name(name=name if initial else name.rstrip("."), before=" ".join(before), rest=text[end:].lstrip())


def _skipped(word: str, folded: str) -> bool:
    """Whether a word before a name is no part of it."""
    said = cues()
    return bool(said.honorifics.fullmatch(folded) or said.before_names.fullmatch(folded)) or is_group(word)


def _is_last(text: str, end: int) -> bool:
    """Whether nothing that could be a name stands behind a place."""
    following = _WORD.match(text, end)
    return not following or not following[1][:1].isalpha()


def _may_stand_in_name(word: str, folded: str) -> bool:
    if any(letter.isdigit() for letter in word) or cues().after_names.fullmatch(folded):
        return False
    return word[:1].isupper() or cues().name_particles.fullmatch(folded) is not None


def _alone(text: str) -> _Name | None:
    """A line of few words that is a name though it has no capitals."""
    words = text.split()
    plain = all(word.replace("-", "").replace("'", "").rstrip(".").isalpha() for word in words)
    if not plain or not 2 <= len(words) <= 4 or any(cues().after_names.fullmatch(bare(word)) for word in words):
        return None
    return _Name(name=text, before="", rest="")
