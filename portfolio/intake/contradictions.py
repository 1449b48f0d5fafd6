"""Facts in which two records of one project differ: only a person knows which is right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from portfolio.i18n import fold
from portfolio.intake.dates import school_year
from portfolio.intake.lasting import OpenTime, time_of
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.dating import Dating
from portfolio.model.evidence import ProjectRecord
from portfolio.model.problem import Problem, place_in, warning
from portfolio.model.text import LocalText, Sourced

# What can contradict each other. Subjects and languages are left out: languages call them differently.
_FACTS = ("number", "url", "years", "partners", "teachers", "classes", "pupils", "ages")
_TIMES = frozenset({"years", "national_label", "european_label"})
# Fields whose words differ between languages ("closed", "kapandı"): only what the framework knows is compared.
_WORDS = {"role": ("founder", "member"), "status": ("closed", "ongoing")}
_TEXTS = ("summary", "results")
_LABELS = ("national_label", "european_label")
_LONGEST = 80  # letters of a text that are shown

_Answers = Mapping[str, Iterable[str]]


def address_key(text: str) -> str:
    """What two addresses or numbers of one project have in common: neither protocol nor page nor what was clicked."""
    folded = fold(text).strip()
    for pattern in vocabulary().project_pages:
        if found := re.search(pattern, folded):
            return f"{pattern} {found[1]}"
    return folded.removeprefix("https://").removeprefix("http://").removeprefix("www.").partition("#")[0].rstrip("/")


def contradictions(records: Sequence[ProjectRecord], answers: _Answers) -> Iterator[Problem]:
    """A `record.contradiction` for each fact in which a later record differs from the first that states it."""
    title = records[0].title.value
    for fact in (*_FACTS, *_LABELS, *_WORDS):
        said = [value for record in records if (value := getattr(record, fact))]
        for other in said[1:]:
            if not _agree(fact, said[0].value, other.value, answers):
                yield _differs(title, fact, (_worded(said[0].value), said[0]), (_worded(other.value), other))
    for fact in _TEXTS:
        yield from _texts_differ(title, fact, [value for record in records if (value := getattr(record, fact))])


def _texts_differ(title: str, fact: str, said: Sequence[Sourced[LocalText]]) -> Iterator[Problem]:
    """Texts of one language of which none goes on where the other ends."""
    first: dict[str, tuple[str, Sourced[LocalText]]] = {}
    for value in said:
        for language, text in value.value.texts:
            earlier, where = first.setdefault(language, (text, value))
            if not (_bare(text) in _bare(earlier) or _bare(earlier) in _bare(text)):
                yield _differs(title, fact, (_short(earlier), where), (_short(text), value))


def _differs(title: str, fact: str, first: tuple[str, Sourced[Any]], second: tuple[str, Sourced[Any]]) -> Problem:
    return warning(
        "record.contradiction",
        place_in(second[1].where),
        title=title,
        field=fact,
        first=first[0],
        first_where=first[1].where,
        second=second[0],
    )


def _agree(fact: str, first: Any, second: Any, answers: _Answers) -> bool:
    """Whether two facts are the same, dashes and blanks apart; of two lists one may be shorter."""
    if fact in _WORDS:
        one, other = (_meaning(value, _WORDS[fact], answers) for value in (first, second))
        return not one or not other or one == other
    if isinstance(first, tuple):
        names, others = _names(first), _names(second)
        return names <= others or others <= names
    if _bare(address_key(str(first))) == _bare(address_key(str(second))):
        return True
    return fact in _TIMES and _within(first, second, affirmed=fact in _LABELS)


def _meaning(text: str, keys: Iterable[str], answers: _Answers) -> str:
    """The key of an answer that a text is, or begins with; "" for none."""
    folded = fold(text)
    known = {fold(word): key for key in keys for word in answers.get(key, ())}
    return known.get(folded) or known.get(re.split(r"\W", folded, maxsplit=1)[0], "")


def _within(first: str, second: str, *, affirmed: bool) -> bool:
    """Whether one of two times lies inside the other: the days of a project inside its school year.

    `affirmed`: what is no time says only that there is one.
    """
    one, other = time_of(first), time_of(second)
    if not one or not other:
        return affirmed
    if isinstance(one, OpenTime):
        return _is_of(one, other, second)
    if isinstance(other, OpenTime):
        return _is_of(other, one, first)
    first_day, last_day = min(one.first, other.first), max(one.last, other.last)
    return any((each.first, each.last) == (first_day, last_day) for each in (one, other))


def _is_of(known: OpenTime, other: OpenTime | Dating, text: str) -> bool:
    """Whether a time of which one day is known may be another one (`text`): of one that is told by days an end."""
    if isinstance(other, OpenTime) or school_year(text):
        return known.meets(other)
    return known.day == (other.first if known.begins else other.last)


def _names(values: tuple[Any, ...]) -> set[str]:
    """The names in a list; of partners the schools, whose countries alone are no contradiction."""
    return {bare for value in values if (bare := _bare(_name(value)))}


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))


def _name(value: Any) -> str:
    """The name in an entry of a list: of a partner the school."""
    return str(value[0] if isinstance(value, tuple) else value)


def _worded(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(each[0] or each[1] if isinstance(each, tuple) else str(each) for each in value)
    return str(value)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
