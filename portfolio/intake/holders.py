"""Who holds a certificate: the name behind words such as "awarded to", or before "has participated", to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import chain, pairwise

from portfolio.intake.cues import Marks, cues
from portfolio.intake.lines import Line, bare, line_of, lines_of
from portfolio.intake.people import is_group
from portfolio.intake.propernames import ProperName, name_at, plain_name

# Turkish, of schools: "Papatya İlkokuluna".
_SCHOOL_DATIVE = re.compile(r"(?:okulu|lisesi|koleji)(?=n[ae]\b)")
_DATIVE = re.compile(r"'n?y?[ae]\b")  # Turkish: "Ayşe Yılmaz'a … verilmiştir"
_BETWEEN = " \t:–—-/|.…_,"
# What stands in no school's name: a field of a form, the end of a sentence (and, `label_words`, a label's own name).
_NO_NAME = re.compile(r"[:;!?\d]|\w{3}[.]$")
_SCHOOL_WORDS = 7
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
    """The holder's name as written; `pupil`: it is said to be one; `others`: somebody else may be named beside it."""

    name: str
    standing: Standing
    pupil: bool = False
    others: bool = False


def holder_in(text: str) -> Holder | None:
    """The first holder that a text names, None when it names nobody. Several sheets in one name others."""
    lines = lines_of(text)
    marked = (
        (cues().holders, Standing.GIVEN),
        (cues().greetings, Standing.GREETED),
        (cues().introductions, Standing.TOLD_OF),
    )
    found = [*chain.from_iterable(_behind(lines, marks, standing) for marks, standing in marked)] or [*_doing(lines)]
    if not found:
        return None
    people = {bare(each.name) for each in found if not cues().schools.search(bare(each.name))}
    return replace(found[0], others=found[0].others or len(people) > 1)


def lone_school(text: str) -> str:
    """The school that has a line for itself, "" where none has or several have."""
    schools = {_school_alone(line) for line in lines_of(text)} - {""}
    return schools.pop() if len(schools) == 1 else ""


def _school_alone(line: Line) -> str:
    """The school that a line is, "" for another line; behind the word for school all letters may be small."""
    behind = name_at(line.written)
    if behind and _is_school(behind):
        return behind.name
    words = line.written.split()
    other = _NO_NAME.search(line.folded) or any(word.search(line.folded) for word in cues().label_words)
    plain = not other and len(words) <= _SCHOOL_WORDS and words[-1][:1].isupper()
    return line.written if plain and cues().schools_before_names.match(line.folded) else ""


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
            if any(each.phrase.match(bare(rest)) for each in (marks, cues().holders)):
                continue  # "Sayın / Awarded to": the next one counts
            behind = name_at(rest) if rest else name_at(following.written) or plain_name(following.written)
            if behind and behind.rest and not rest and marks is cues().introductions:
                continue  # "4-A sınıfı öğrencisi" may stand below a name, and a sentence begins
            if not behind and rest and field:
                behind = plain_name(rest)
            if behind:
                below = _below(lines, line if rest else following) if not behind.rest else ""
                before = " ".join((*line.folded[: found.start()].split()[-_BEFORE_CUE:], found[0]))
                yield _holder(behind, standing, before, below)


def _doing(lines: Sequence[Line]) -> Iterator[Holder]:
    """Those who begin a sentence that says what they did, or stand alone below the title and above such a sentence."""
    title = next((place for place, line in enumerate(lines) if cues().titles.search(line.folded)), 0)
    for place, line in enumerate(lines):
        behind = name_at(line.written)
        if not behind or not _may_begin(behind) or (" " not in behind.name and not _is_school(behind)):
            continue
        following = " ".join(each.folded for each in lines[place + 1 : place + 1 + _SENTENCE])
        aside = behind.rest[:1] in ("'", "’", ",", "(") if behind.rest else False
        rest = bare(behind.rest) or following
        does = _begins_deed(rest)
        does = does or (aside and deed_in(f"{line.folded} {following}"))
        does = does or (place > title and not behind.rest and deed_in(following))
        given = cues().awards.match(rest) is not None or (_DATIVE.match(rest) is not None and does)
        given = given or (place > title and _is_school(behind) and _is_awarded(lines[place + 1 : place + 2]))
        standing = Standing.GIVEN if given else Standing.TOLD_OF
        found = _holder(behind, standing, "", _below(lines, line) if not behind.rest else "")
        if does or (place > title and aside and found.pupil):
            yield found


def _may_begin(behind: ProperName) -> bool:
    """Whether a name with which a line begins may be somebody's: no title of a paper, nor what has an article."""
    said, before = cues(), bare(behind.before)
    who = not before or any(each.search(before) for each in (said.honorifics, said.pupils, said.teachers))
    name = bare(behind.name)
    paper = any(each.search(name) for each in (said.titles, said.in_names, said.other_papers))
    return who and not paper and not any(body.search(name) for body in said.known_issuers)


def _is_school(behind: ProperName) -> bool:
    """Whether a line is nothing but the name of one school."""
    name = bare(behind.name)
    last = name.rpartition(" ")[2]
    several = cues().several_schools.search(name)
    is_one = cues().schools.fullmatch(last) or (" " in name and cues().schools_before_names.match(name))
    return bool(is_one and not behind.rest and not several)


def _is_awarded(below: Sequence[Line]) -> bool:
    """Whether the line below a school says that something is given, and not by the school itself."""
    said = cues()
    return any(said.awards.search(line.folded) and not said.own_news.search(line.folded) for line in below)


def _begins_deed(folded: str) -> bool:
    said = cues()
    return any(each.match(folded) for each in (said.participations, said.completions, said.awards))


def _holder(behind: ProperName, standing: Standing, cue: str, below: str) -> Holder:
    beside = behind.rest or below
    return Holder(
        name=_nominative(behind.name),
        standing=standing,
        pupil=_is_pupil(bare(f"{cue} {behind.before}"), beside),
        others=_names_others(behind, below),
    )


def _nominative(name: str) -> str:
    """A name without the case that a Turkish school stands in, and what follows it."""
    line = line_of(name)
    found = _SCHOOL_DATIVE.search(line.folded)
    return line.cut(0, found.end()) if found else name


def _names_others(name: ProperName, below: str) -> bool:
    """Whether somebody else may be named behind a name: after "and" or a comma, or in the line below."""
    rest = name.rest
    first, _, behind = rest.partition(" ")
    if joined := bool(first) and (first == "&" or cues().together.fullmatch(bare(first)) is not None):
        other = name_at(behind)
    else:
        other = name_at(rest.lstrip(" ,/;") if rest[:1] in (",", "/", ";") else "" if rest else below)
    if not other or not (joined or " " in other.name):
        return False
    return bare(other.name) != bare(name.name) and not cues().schools.search(bare(other.name))


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
    if said.teachers.search(near) or not words or said.together.fullmatch(words[0]):
        return False
    named = any(is_group(word) for word in words) or said.pupils.search(near)
    return bool(named or (said.classes.search(near) and any(letter.isdigit() for letter in near)))


def _below(lines: Sequence[Line], line: Line) -> str:
    """The line below one, where it is short enough to say who somebody is."""
    place = lines.index(line) + 1
    following = lines[place].written if place < len(lines) else ""
    return following if len(following.split()) <= _ASIDE_WORDS else ""
