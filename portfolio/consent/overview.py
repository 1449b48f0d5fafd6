"""How consents stand on a day, class by class, and which end soon: in numbers and lines, never by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portfolio.consent.clearance import objection
from portfolio.consent.keys import FILE_PREFIX, key_of
from portfolio.consent.people import Lines, People, pupil_keys
from portfolio.consent.pupils import Pupil
from portfolio.model.clearance import HANDED_OUT, Audience, ConsentEntry
from portfolio.model.problem import Place, Problem, warning

DAYS_AHEAD = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the people of a class stand, "" for all that stand in the register alone.

    `valid` counts for each of HANDED_OUT those who agreed to it and still do. Then: who never answered, who agreed to
    nothing, and of how many some consent was withdrawn, has expired, or expires within DAYS_AHEAD.
    """

    form: str  # the class
    people: int
    valid: tuple[int, ...]
    unanswered: int
    refused: int
    withdrawn: int
    expired: int
    expiring: int


def overview(entries: Sequence[ConsentEntry], pupils: Sequence[Pupil], today: date) -> tuple[Standing, ...]:
    """How each class stands, in the order of the list of pupils, then everybody else in the register."""
    lists = People(entries, pupils)
    forms: dict[str, str] = {}
    people: dict[str, list[str]] = defaultdict(list)
    for pupil, key in zip(pupils, pupil_keys(pupils), strict=True):
        form = pupil.groups[0]
        people[forms.setdefault(key_of(form), form)].append(key)
    registered = dict.fromkeys(key for entry in entries for key in lists.persons(entry.who))
    others = [key for key in registered if not lists.is_pupil(key) and not key.startswith(FILE_PREFIX)]
    standings = [_standing(form, members, lists, today) for form, members in people.items()]
    return (*standings, *([_standing("", others, lists, today)] if others else []))


def expiring(entries: Sequence[ConsentEntry], file: str, today: date) -> tuple[Problem, ...]:
    """A warning `consent.expires-soon` for each day within DAYS_AHEAD on which consents end that nothing renews.

    It names the lines of the register, the first as its place, and the day, which is the last they hold on.
    """
    ending: dict[str, set[int]] = defaultdict(set)
    for mine in _by_person(entries).values():
        for audience in _ending(mine, (), today):
            for entry in mine:
                if audience in entry.scopes and today.isoformat() <= entry.expires_on <= _last(today):
                    ending[entry.expires_on].add(entry.line)
    return tuple(
        warning(
            "consent.expires-soon",
            Place(file=file, line=min(lines)),
            n=len(lines),
            day=day,
            lines=_in_rows(lines),
        )
        for day, lines in sorted(ending.items())
    )


def _standing(form: str, people: Sequence[str], lists: People, today: date) -> Standing:
    said = {key: (lists.lines(key), lists.doubtful(key)) for key in people}
    stands = [{audience: _why(*said[key], audience, today) for audience in HANDED_OUT} for key in people]
    return Standing(
        form=form,
        people=len(people),
        valid=tuple(sum(1 for each in stands if not each[audience]) for audience in HANDED_OUT),
        unanswered=sum(1 for key in people if not lists.speaks_of(key)),
        refused=sum(1 for each in stands if set(each.values()) == {"refused"}),
        withdrawn=sum(1 for each in stands if "withdrawn" in each.values()),
        expired=sum(1 for each in stands if "expired" in each.values()),
        expiring=sum(1 for key in people if any(_ending(*said[key], today))),
    )


def _ending(entries: Lines, doubtful: Lines, today: date) -> Iterator[Audience]:
    """The audiences for which somebody's consent holds today and will have expired after DAYS_AHEAD."""
    after = today + timedelta(days=DAYS_AHEAD + 1)
    for audience in HANDED_OUT:
        if not _why(entries, doubtful, audience, today) and _why(entries, doubtful, audience, after) == "expired":
            yield audience


def _why(entries: Lines, doubtful: Lines, audience: Audience, day: date) -> str:
    """Why a consent does not hold, "" where it does."""
    why = objection(entries, audience, day, doubtful)
    return why.code.removeprefix("clearance.") if why else ""


def _in_rows(lines: Iterable[int]) -> str:
    """Numbers as people write them: "4, 9–12"."""
    rows: list[list[int]] = []
    for line in sorted(lines):
        if rows and rows[-1][-1] == line - 1:
            rows[-1].append(line)
        else:
            rows.append([line])
    return ", ".join(f"{row[0]}–{row[-1]}" if len(row) > 1 else str(row[0]) for row in rows)


def _last(today: date) -> str:
    return (today + timedelta(days=DAYS_AHEAD)).isoformat()


def _by_person(entries: Sequence[ConsentEntry]) -> Mapping[str, Lines]:
    register: dict[str, list[ConsentEntry]] = defaultdict(list)
    for entry in entries:
        register[key_of(entry.who)].append(entry)
    return register
