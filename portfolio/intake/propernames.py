"""Names of persons and schools that begin a text: words with capitals, to where the sentence goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portfolio.intake.cues import cues
from portfolio.intake.lines import bare
from portfolio.intake.people import is_group

_MOST_WORDS = 8
# A word of a name: "Ada", "B.", "Ayşe-Nur", "O'Neill"; "Yılmaz'ın" is a name and its case.
_WORD = re.compile(r"\s*([^\s,;:(){}\[\]“”„\"«»|]+)")
_CASE = re.compile(r"^(.*\w)['’](?:[a-zçğıöşü]{1,5})$")
# The dot of a sentence, not of an initial or a title ("Ada B.", "Dr.").
_ENDING = re.compile(r"\w{3}[.]$")
# Names have some letters; "T.C." or "II" is none.
_LEAST = 3
_YEAR = 4  # digits; the number of a school has fewer


@dataclass(frozen=True, slots=True, kw_only=True)
class ProperName:
    """A name as written, the words skipped before it, and what stands behind it."""

    name: str
    before: str
    rest: str


def name_at(text: str) -> ProperName | None:
    """The name that a text begins with, behind titles and the like; None when it begins with something else."""
    words: list[str] = []
    before: list[str] = []
    end, skipping = 0, True
    for found in _WORD.finditer(text):
        if found.start() != end or len(words) == _MOST_WORDS:
            break
        word, folded = found[1], bare(found[1].rstrip("."))
        if skipping and _skipped(word, folded) and not _is_last(text, found.end()):
            before.append(word)
            end = found.end()
            continue
        skipping = False
        in_school = _goes_on_school(words, folded, text[found.end() :])
        if not (in_school or _may_stand_in_name(word, folded)) or text[found.end() : found.end() + 1] == ":":
            break
        case = _CASE.match(word)
        words.append(case[1] if case else word)
        end = found.start(1) + len(words[-1])
        if case:
            break
        end = found.end()
        if _ENDING.search(word):
            break
    while words and cues().name_particles.fullmatch(bare(words[-1])):
        end -= len(words.pop()) + 1
    name = " ".join(words).rstrip("-–/")
    if sum(letter.isalpha() for letter in name) < _LEAST:
        return None
    initial = len(words[-1].rstrip(".")) == 1
    return ProperName(name=name if initial else name.rstrip("."), before=" ".join(before), rest=text[end:].lstrip())


def _skipped(word: str, folded: str) -> bool:
    """Whether a word before a name is no part of it."""
    said = cues()
    return bool(said.honorifics.fullmatch(folded) or said.before_names.fullmatch(folded)) or is_group(word)


def _goes_on_school(words: list[str], folded: str, behind: str) -> bool:
    """Whether a word goes on the name of a school that began with the word for it: "… am See", "… nr 1"."""
    said = cues()
    if not words or not said.schools_before_names.match(bare(" ".join(words))):
        return False
    if folded.isdecimal():
        return said.school_particles.fullmatch(bare(words[-1].rstrip("."))) is not None and len(folded) < _YEAR
    following = _WORD.match(behind)
    if not following or not said.school_particles.fullmatch(folded):
        return False
    another = said.projects_before_titles.match(bare(following[1]))
    return not another and (following[1][:1].isupper() or following[1].isdecimal())


def _is_last(text: str, end: int) -> bool:
    """Whether nothing that could be a name stands behind a place."""
    following = _WORD.match(text, end)
    return not following or not following[1][:1].isalpha()


def _may_stand_in_name(word: str, folded: str) -> bool:
    if any(letter.isdigit() for letter in word) or cues().after_names.fullmatch(folded):
        return False
    return word[:1].isupper() or cues().name_particles.fullmatch(folded) is not None


def plain_name(text: str) -> ProperName | None:
    """A line of few words that is a name though it has no capitals."""
    words = text.split()
    plain = all(word.replace("-", "").replace("'", "").rstrip(".").isalpha() for word in words)
    if not plain or not 2 <= len(words) <= 4 or any(cues().after_names.fullmatch(bare(word)) for word in words):
        return None
    return ProperName(name=text, before="", rest="")
