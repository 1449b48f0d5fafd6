"""Whom a name in a statement stands for, and which lines of the register speak of each: the lists about people.

With a list of pupils a class or group is each of its members, under whichever wording, and a line of the register about
one never clears anybody; it may only refuse. Without such a list a group is whom its own line speaks of.

A name stands for all who bear it: pupils of several classes, and a teacher or parent called like a pupil. The class
behind it says which pupil is meant. A line that does not say it clears none of them, but its refusal holds for all.

A short name ("Ayşe Y.") stands for all in the lists whom it fits, and where no pupil is among them for itself as well:
it may be somebody whom no list knows. A line about it counts as a pupil's own where that pupil is all it fits and has
no line under the full name; else it clears nobody but the short name itself, and its refusal holds for all it fits.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from portfolio.consent.classnames import classes_in
from portfolio.consent.groups import Groups, is_group_wording, is_only_group_wording
from portfolio.consent.keys import FILE_PREFIX, key_of, without_class
from portfolio.consent.pupils import Pupil
from portfolio.consent.roles import GROUP, GUEST, STAFF
from portfolio.consent.shortnames import fits, is_short
from portfolio.model.clearance import FULL_NAME, ConsentEntry

_WORD = re.compile(r"[^\W_]+")

Lines = Sequence[ConsentEntry]


class People:
    """The register and the list of pupils, looked up by key; everybody has one, and so have groups and files."""

    def __init__(self, entries: Sequence[ConsentEntry], pupils: Sequence[Pupil]) -> None:
        self._groups = Groups(pupils)
        keys = pupil_keys(pupils)
        self._pupils = frozenset(keys)
        self._members: dict[str, list[str]] = defaultdict(list)
        self._called: dict[str, list[str]] = defaultdict(list)  # by name: all who bear it
        self._exact: dict[str, str] = {}  # by name and class
        self._turned: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)  # by words: class and key
        self._own: dict[str, list[ConsentEntry]] = defaultdict(list)
        self._doubtful: dict[str, list[ConsentEntry]] = defaultdict(list)  # these may refuse, but not clear
        for pupil, key in zip(pupils, keys, strict=True):
            self._called[key_of(pupil.who)].append(key)
            self._turned[_words(pupil.who) or (key,)].append((key_of(pupil.groups[0]), key))
            self._exact[_in_class(pupil)] = key
            for group in pupil.groups:
                self._members[key_of(group)].append(key)
        listed = zip(pupils, keys, strict=True)
        self._whole = [(pupil.who, key_of(pupil.groups[0]), key) for pupil, key in listed]  # what may be cut short
        short = [_is_short(entry) for entry in entries]
        for entry in itertools.compress(entries, (not each for each in short)):
            self._file(entry)
        answered = frozenset(self._own)
        self._whole += [
            (without_class(lines[0].who), key.removeprefix(_base(lines[0].who)).strip(), key)
            for key, lines in self._own.items()
            if key not in self._pupils and not key.startswith(FILE_PREFIX) and not _all(lines, GROUP)
        ]
        for entry in itertools.compress(entries, short):
            self._file(entry, answered)

    def asked(self, names: Iterable[str], absent: Collection[str] = ()) -> Iterator[str]:
        """The keys of all who must have agreed where these are named; `absent` are the names of who is not there."""
        members: dict[str, None] = {}
        for name in names:
            groups, persons = self.groups_of(name), self.persons(name) or self._called.get(_base(name), ())
            yield from persons
            if not groups and not (persons and self._bearers(name)) and not self._pupils_in(persons):
                yield key_of(name)
            for group in groups:
                if group in self._doubtful or group not in self._members:
                    yield group
                members |= dict.fromkeys(self._members.get(group, ()))
        away = set(self._away(absent, members))
        yield from (member for member in members if member not in away)

    def persons(self, name: str) -> tuple[str, ...]:
        """The keys of everybody in the lists whom a name stands for."""
        return tuple(dict.fromkeys((*self._bearers(name), *self._fitting(name))))

    def groups_of(self, name: str) -> tuple[str, ...]:
        """The keys of the groups that a name may mean, also of classes that the list of pupils does not know."""
        behind = without_class(name) != name
        persons = self._bearers(name) or (self._fitting(name) if behind else ())
        if self._pupils_in(persons) or (persons and all(map(self._is_guest, persons))):
            return ()
        return self._groups_in(name)

    def lines(self, key: str) -> Lines:
        """What the register says of somebody, a group or a file."""
        return self._own.get(key, ())

    def doubtful(self, key: str) -> Lines:
        """Lines that may be about somebody: they count where they refuse or withdraw, and clear nothing."""
        base = _base(key)
        return (*self._doubtful.get(key, ()), *(self._own.get(base, ()) if base != key else ()))

    def speaks_of(self, key: str) -> bool:
        """Whether the register says anything of a key that counts."""
        return key in self._own or any(not entry.scopes or entry.withdrawn_on for entry in self.doubtful(key))

    def is_pupil(self, key: str) -> bool:
        """Whether a key is that of a pupil of the list."""
        return key in self._pupils

    def is_group(self, key: str) -> bool:
        """Whether a key is that of a group which no line can clear: a known one, or one that the list does not know."""
        if not self._pupils or key in self._own or key in self._pupils or key.startswith(FILE_PREFIX):
            return False
        return key in self._members or key in self._doubtful or is_group_wording(key)

    def is_listed_group(self, name: str) -> bool:
        """Whether a name is one of the list's classes or groups, and nobody's name."""
        return not self._pupils_in(self._bearers(name)) and self._groups.is_one(name)

    def knows(self, name: str) -> bool:
        """Whether any list knows whom a name stands for."""
        return all(
            key in self._pupils or key in self._members or key in self._own or key in self._doubtful
            for key in self.asked([name])
        )

    def _file(self, entry: ConsentEntry, answered: Collection[str] = ()) -> None:
        """Put a line where it belongs; `answered` are those of whom a short name cannot say more than was said."""
        key, called = key_of(entry.who), self._pupils_in(self._bearers(entry.who))
        meant = tuple(dict.fromkeys((*called, *self._fitting(entry.who))))
        pupils, guest = self._pupils_in(meant), entry.role in (STAFF, GUEST)
        if self._is_about_group(entry):
            for each in called or self._groups_in(entry.who) or (key,):
                self._doubtful[each].append(entry)
        elif pupils and len(meant) == 1 and not guest and pupils[0] not in answered:
            self._own[pupils[0]].append(entry if called else _without_full_name(entry))
        else:
            for each in meant or self._pupils_in(self._called.get(_base(entry.who), ())):
                self._doubtful[each].append(entry)
            if pupils and guest:
                self._add(f"{key} {entry.role}", key, entry)
            elif not pupils:
                self._add(key, _base(entry.who), entry)

    def _add(self, key: str, name: str, entry: ConsentEntry) -> None:
        """A line about somebody, a group or a file that the register alone knows."""
        self._own[key].append(entry)
        if key not in self._called[name]:
            self._called[name].append(key)
        if key != name:
            self._exact[key] = key

    def _is_about_group(self, entry: ConsentEntry) -> bool:
        if not self._pupils or key_of(entry.who).startswith(FILE_PREFIX):
            return False
        if entry.role == GROUP:
            return True
        if self._pupils_in(self._bearers(entry.who)):
            return False
        worded = is_group_wording(without_class(entry.who)) and entry.role not in (STAFF, GUEST)
        return worded or is_only_group_wording(entry.who) or self._groups.is_one(entry.who)

    def _groups_in(self, name: str) -> tuple[str, ...]:
        if not self._pupils:
            return ()
        known = self._groups.spoken_of(name)
        return (*known, *(sorted(classes_in(name) - set(known)) if key_of(name) not in known else ()))

    def _away(self, absent: Iterable[str], members: Collection[str]) -> Iterator[str]:
        """Who of some is not there: where a name fits several of them, it is not known which."""
        for name in absent:
            meant = [key for key in self._bearers(name) if key in members]
            if len(meant) == 1:
                yield meant[0]

    def _bearers(self, name: str) -> tuple[str, ...]:
        """Who is called as is written; else the pupils whose names are those words: "Yılmaz, Ayşe", "Ayşe Yılmaz*"."""
        key = key_of(name)
        if key in self._exact:
            return (self._exact[key],)
        if called := self._called.get(key, ()):
            return tuple(called)
        bare = without_class(name)
        behind = key_of(name).removeprefix(key_of(bare)).strip() if bare != name else ""
        return tuple(each for form, each in self._turned.get(_words(bare), ()) if behind in ("", form))

    def _fitting(self, name: str) -> tuple[str, ...]:
        """Whom a short name fits, of the class behind it where there is one; nobody, where it is a group's."""
        key, short = key_of(name), without_class(name)
        grouped = key in self._members or _all(self._own.get(key, ()), GROUP)
        if grouped or key.startswith(FILE_PREFIX) or not is_short(short):
            return ()
        behind = key.removeprefix(key_of(short)).strip()
        return tuple(each for who, form, each in self._whole if behind in ("", form) and fits(short, who))

    def _pupils_in(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(key for key in keys if key in self._pupils)

    def _is_guest(self, key: str) -> bool:
        """Whether every line about somebody says that it is staff or a guest."""
        return _all(self._own.get(key, ()), STAFF, GUEST)


def pupil_keys(pupils: Sequence[Pupil]) -> tuple[str, ...]:
    """What each pupil of a list is found by, in its order: the name, with the class where several bear it."""
    bearers = Counter(key_of(pupil.who) for pupil in pupils)
    return tuple(_in_class(each) if bearers[key_of(each.who)] > 1 else key_of(each.who) for each in pupils)


def _is_short(entry: ConsentEntry) -> bool:
    return entry.role != GROUP and is_short(without_class(entry.who))


def _all(lines: Lines, *roles: str) -> bool:
    """Whether there are lines, and all of these roles."""
    return bool(lines) and all(entry.role in roles for entry in lines)


def _without_full_name(entry: ConsentEntry) -> ConsentEntry:
    return replace(entry, scopes=tuple(scope for scope in entry.scopes if scope != FULL_NAME))


def _in_class(pupil: Pupil) -> str:
    return key_of(f"{pupil.who} ({pupil.groups[0]})")


def _words(name: str) -> tuple[str, ...]:
    """The words of a name in no order; of a single one, which may be anybody's, none."""
    words = sorted(_WORD.findall(key_of(name)))
    return tuple(words) if len(words) > 1 else ()


def _base(name: str) -> str:
    return key_of(without_class(name))
