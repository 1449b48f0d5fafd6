"""The classes and groups of the list of pupils, found under whichever wording somebody gave them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from portfolio.consent.classnames import classes_in, is_class
from portfolio.consent.columns import words
from portfolio.consent.keys import key_of
from portfolio.consent.pupils import Pupil
from portfolio.i18n import fold

_WORD = re.compile(r"[^\W_]+")
# A class stands in a text as a number and letters that stand alone: these name nothing else.
_OF_CLASS = re.compile(r"\d{1,2}[^\W\d_]?|[^\W\d_]")


class Groups:
    """What the list of pupils knows as class or group, by key."""

    def __init__(self, pupils: Sequence[Pupil]) -> None:
        self._names = {key_of(group): _core(group) for pupil in pupils for group in pupil.groups}

    def spoken_of(self, text: str) -> tuple[str, ...]:
        """The keys of all groups that a text may mean: "Class 4-A" is 4-A, "Radio club" is Radio.

        Rather one too many than one too few, for each of its members will be asked.
        """
        if (key := key_of(text)) in self._names:
            return (key,)
        classes, said = classes_in(text), _words(text)
        return tuple(key for key, core in self._names.items() if key in classes or _holds(said, core))

    def is_one(self, text: str) -> bool:
        """Whether a text is the name of a known group and nothing else, so that it is nobody's name."""
        if key_of(text) in self._names:
            return True
        rest = _core(text)
        return bool(self.spoken_of(text)) and (rest in self._names.values() or all(map(_OF_CLASS.fullmatch, rest)))


def is_group_wording(text: str) -> bool:
    """Whether a text speaks of a class or group as such, whether any list knows it or not."""
    return bool(classes_in(text)) or any(word in words("group-words") for word in _words(text))


def is_only_group_wording(text: str) -> bool:
    """Whether a text is nothing but the words for a class or for pupils, so that it is nobody's name or office."""
    said = _words(text)
    kinds = [word in words("group-words") for word in said]
    return any(kinds) and all(known or _OF_CLASS.fullmatch(word) for word, known in zip(said, kinds, strict=True))


def _core(text: str) -> tuple[str, ...]:
    """The words that name a group, without those that say what it is; none of a class, which has its key."""
    if is_class(text):
        return ()
    said = _words(text)
    return tuple(word for word in said if word not in words("group-words")) or said


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def _holds(said: Sequence[str], core: Sequence[str]) -> bool:
    """Whether words stand in a row in a text."""
    width = len(core)
    return width > 0 and any(tuple(said[at : at + width]) == tuple(core) for at in range(len(said) - width + 1))
