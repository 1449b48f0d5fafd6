"""Whom a name in a statement stands for, and which lines of the register speak of each: the lists about people.

With a list of pupils a class or group is each of its members, under whichever wording, and a line of the register about
one never clears anybody; it may only refuse. Without such a list a group is whom its own line speaks of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from portfolio.consent.classnames import classes_in
from portfolio.consent.groups import Groups, is_group_wording
from portfolio.consent.keys import FILE_PREFIX, key_of
from portfolio.consent.pupils import Pupil
from portfolio.consent.roles import GROUP, GUEST, STAFF
from portfolio.model.clearance import ConsentEntry

Lines = Sequence[ConsentEntry]


class People:
    """The register and the list of pupils, looked up by key; everybody has one, and so have groups and files."""

    def __init__(self, entries: Sequence[ConsentEntry], pupils: Sequence[Pupil]) -> None:
        self._groups = Groups(pupils)
        self._pupils = {key_of(pupil.who) for pupil in pupils}
        self._members: dict[str, list[str]] = defaultdict(list)
        for pupil in pupils:
            for group in pupil.groups:
                self._members[key_of(group)].append(key_of(pupil.who))
        self._own: dict[str, list[ConsentEntry]] = defaultdict(list)
        self._doubtful: dict[str, list[ConsentEntry]] = defaultdict(list)  # these may refuse, but not clear
        for entry in entries:
            self._file(entry)

    def asked(self, name: str, absent: Collection[str] = ()) -> Iterator[str]:
        """The keys of all who must have agreed where a name stands; `absent` are the names of who is not there."""
        key = key_of(name)
        groups = self.groups_of(name)
        if key in self._own or not groups:
            yield key
        away = set(map(key_of, absent))
        for group in groups:
            if group in self._doubtful or group not in self._members:
                yield group
            yield from (member for member in self._members.get(group, ()) if member not in away)

    def groups_of(self, name: str) -> tuple[str, ...]:
        """The keys of the groups that a name may mean, also of classes that the list of pupils does not know."""
        key = key_of(name)
        return () if key in self._pupils or self._is_guest(key) else self._groups_in(name)

    def lines(self, key: str) -> Lines:
        """What the register says of somebody, a group or a file."""
        return self._own.get(key, ())

    def doubtful(self, key: str) -> Lines:
        """Lines that may be about somebody: they count where they refuse or withdraw, and clear nothing."""
        return self._doubtful.get(key, ())

    def speaks_of(self, key: str) -> bool:
        """Whether the register says anything of a key that counts."""
        return key in self._own or any(not entry.scopes or entry.withdrawn_on for entry in self.doubtful(key))

    def is_group(self, key: str) -> bool:
        """Whether a key is that of a group which no line can clear: a known one, or one that the list does not know."""
        if not self._pupils or key in self._own or key in self._pupils or key.startswith(FILE_PREFIX):
            return False
        return key in self._members or key in self._doubtful or is_group_wording(key)

    def is_listed_group(self, name: str) -> bool:
        """Whether a name is one of the list's classes or groups, and nobody's name."""
        return key_of(name) not in self._pupils and self._groups.is_one(name)

    def knows(self, name: str) -> bool:
        """Whether any list knows whom a name stands for."""
        return all(
            key in self._pupils or key in self._members or key in self._own or key in self._doubtful
            for key in self.asked(name)
        )

    def _file(self, entry: ConsentEntry) -> None:
        key = key_of(entry.who)
        if not self._pupils or not self._is_about_group(entry):
            self._own[key].append(entry)
            return
        for each in (key,) if key in self._pupils else self._groups_in(entry.who) or (key,):
            self._doubtful[each].append(entry)

    def _is_about_group(self, entry: ConsentEntry) -> bool:
        if entry.who.startswith(FILE_PREFIX):
            return False
        if entry.role == GROUP:
            return True
        if key_of(entry.who) in self._pupils:
            return False
        return self._groups.is_one(entry.who) or (entry.role not in (STAFF, GUEST) and is_group_wording(entry.who))

    def _groups_in(self, name: str) -> tuple[str, ...]:
        if not self._pupils:
            return ()
        known = self._groups.spoken_of(name)
        return (*known, *(sorted(classes_in(name) - set(known)) if key_of(name) not in known else ()))

    def _is_guest(self, key: str) -> bool:
        """Whether every line about somebody says that it is staff or a guest."""
        return key in self._own and all(entry.role in (STAFF, GUEST) for entry in self._own[key])
