"""Pillars, criteria and plans as people call them: by key, by title in any language, or as their folder is called."""

from __future__ import annotations

import re
from collections.abc import Iterable

from portfolio.files.nearest import nearest
from portfolio.i18n import FALLBACK, spoken
from portfolio.model.framework import PLAN, Framework, Pillar
from portfolio.pastedkeys import EditedLine, edited_line
from portfolio.pillarnames import bare_name, names_of

_LINES = re.compile(r"[;\n]")


class Targets:
    """Looks up what people write for a target. Never by a number alone: the orders in use differ.

    `language` is the school's: `names` are the folders of the pillars in it, as a school knows them.
    """

    def __init__(self, framework: Framework, language: str = FALLBACK) -> None:
        both = framework.all_pillars
        self._pillars = {bare_name(name): pillar.key for pillar in both for name in names_of(pillar)}
        lines = {
            bare_name(wording.print): line.target
            for pillar in both
            for line in pillar.criteria
            for wording in line.wordings.values()
        }
        self._keys = {pillar.key: tuple(line.target for line in pillar.criteria) for pillar in both}
        self._lines = {pillar.key: pillar.criteria for pillar in both}
        self._former = {
            bare_name(name): line.pillar
            for line in framework.former
            for name in (line.target, *(wording.print for wording in line.wordings.values()))
        }
        keys = {bare_name(target): target for target in framework.targets}
        self._targets = {**lines, **keys, **self._pillars}
        self.names = tuple(spoken(pillar.folders, language)[0][0] if pillar.folders else pillar.key for pillar in both)
        self._own = tuple(name for pillar in both for name in _names_in(pillar, language))
        self._names = tuple(dict.fromkeys((*framework.targets, *(name for each in both for name in names_of(each)))))

    def find(self, name: str) -> str:
        """The target of a name, "" when it names none; before a criterion's key any name of its pillar may stand.

        A plan may be called as its text is, "model/plan".
        """
        if target := self._targets.get(bare_name(name)):
            return target
        pillar, (_, _, line) = self.pillar_above(name), name.partition("/")
        if not pillar or not line.strip():
            return ""
        plan = f"{PLAN}/{pillar}" if bare_name(line) == PLAN else ""
        return self._targets.get(bare_name(f"{pillar}/{line.strip()}")) or self._targets.get(bare_name(plan), "")

    def pillar_of_former(self, name: str) -> str:
        """The pillar of a criterion that is none any more since the school put others in its place; "" for others."""
        return "" if self.find(name) else self._former.get(bare_name(name), "")

    def pillar_above(self, name: str) -> str:
        """The pillar that stands before the "/" of a name, "" when none does."""
        head, slash, _ = name.partition("/")
        return self._pillars.get(bare_name(head), "") if slash else ""

    def criteria_of(self, pillar: str) -> tuple[str, ...]:
        """The targets of a pillar's criteria."""
        return self._keys.get(pillar, ())

    def edited(self, name: str) -> EditedLine | None:
        """The pasted line that a criterion's name was most likely made of, before somebody edited it."""
        return edited_line(name.partition("/")[2].strip(), self._lines.get(self.pillar_above(name), ()))

    def find_all(self, text: str) -> tuple[tuple[str, str], ...]:
        """Each name of a list with its target: parted by semicolons or line ends, else by commas."""
        if self.find(text) or self.pillar_of_former(text):
            return ((text.strip(), self.find(text)),)
        parts = _LINES.split(text) if _LINES.search(text) else text.split(",")
        return tuple((part.strip(), self.find(part)) for part in parts if part.strip())

    def in_folders(self, files: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
        """The pillars after which folders on the way to files are named: (folder, pillar, file), each pillar once."""
        found: dict[str, tuple[str, str, str]] = {}
        for file in files:
            for folder in file.split("/")[:-1]:
                if pillar := self._pillars.get(bare_name(folder.removesuffix(".zip"))):
                    found.setdefault(pillar, (folder, pillar, file))
        return tuple(found.values())

    def nearest(self, name: str) -> str:
        """The key or name that is most like one that names no target, in the school's language first; "" if none is."""
        return nearest(name, self._own) or nearest(name, self._names)


def _names_in(pillar: Pillar, language: str) -> tuple[str, ...]:
    title = pillar.titles.get(language)
    titles = (title.print, *title.match) if title else ()
    return (*titles, *pillar.folders.get(language, ()))
