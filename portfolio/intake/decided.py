"""What people decided, as statements about the pieces it concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from portfolio.files.day import read_day
from portfolio.files.nearest import nearest, nearest_beside
from portfolio.i18n import fold
from portfolio.intake.people import SHOWN, portrayal
from portfolio.intake.statements import Statement
from portfolio.model.catalogue import Former
from portfolio.model.decision import BY_FILE, BY_FOLDER, BY_ID, BY_PATTERN, GUARDING, UNDECIDED, Decision, Field
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Problem, error, note, warning
from portfolio.model.text import Origin

_ALIKE = 0.8  # ids share no more by chance


def decided(decisions: Sequence[Decision], ids: Sequence[str], files: Sequence[str]) -> tuple[Statement, ...]:
    """The decisions about what has these ids or lies in these places, the most closely aimed first.

    Of equals the one written last; of those that guard somebody the one of the later day, and a line about the file of
    a later day than those about the id counts as one of them.
    """
    met = [(aim, each) for each in decisions if (aim := each.aim(ids, files)) != (0, 0)]
    days = _days([decision for _, decision in met])
    aimed = [(aim, day, decision) for (aim, decision), day in zip(met, days, strict=True)]
    by_id: dict[Field, list[tuple[tuple[int, int], str]]] = defaultdict(list)
    for aim, day, decision in aimed:
        if aim[0] == BY_ID:
            by_id[decision.field].append((aim, day))
    found = [(_raised(aim, day, decision, by_id[decision.field]), day, decision) for aim, day, decision in aimed]
    found.reverse()
    found.sort(key=lambda each: each[:2], reverse=True)
    return tuple(_statement(decision, aim) for aim, _, decision in found)


def _days(decisions: Sequence[Decision]) -> Iterator[str]:
    """The day of each decision that guards somebody; without one the latest before it about the same."""
    latest: dict[Field, str] = {}
    for decision in decisions:
        if decision.field not in GUARDING:
            yield ""
            continue
        day = read_day(decision.on) if decision.on else None
        last = latest.get(decision.field, "")
        yield day.isoformat() if day else last
        latest[decision.field] = max(last, day.isoformat() if day else "")


def _raised(
    aim: tuple[int, int], day: str, decision: Decision, by_id: Sequence[tuple[tuple[int, int], str]]
) -> tuple[int, int]:
    """How closely a decision is aimed beside those by id about the same field."""
    if aim[0] != BY_FILE or decision.field not in GUARDING or decision.stale or not by_id:
        return aim
    latest = max(each for _, each in by_id)
    if decision.field is Field.PARTNER:  # what a school says adds to what it said, or takes it back: never milder
        later = day >= latest
    else:
        later = day > latest and read_day(decision.on) is not None
    return max(each for each, _ in by_id) if later or decision.in_doubt else aim


def unmet_decisions(
    decisions: Sequence[Decision],
    items: Sequence[EvidenceItem],
    answers: Mapping[str, Iterable[str]],
    former: Sequence[Former] = (),
) -> tuple[Problem, ...]:
    """A Problem for each decision that is aimed at no piece, with what may be meant, and for each stale one.

    Where the content that a line was first about, or that lay in its file (`former`), is a piece still, its place of
    today and its id are told. It does not follow by itself, for without the cache nobody would know. Else only what is
    called nearly the same in the same folder may be meant, and nothing in place of a content that is known to be gone.
    A stale one is told with the id to write; not when a line about the piece itself says the same field already. One
    about many files is told where somebody says of a file itself that others are in it, for that goes before;
    `answers` are the framework's words for nobody. Codes: `decision.unknown`, `.unknown-near`, `.moved`, `.stale`,
    `.stale-place`, `.unconfirmed`, `.overruled`.
    """
    return (
        *_unknown_decisions(decisions, items, former),
        *_stale_decisions(decisions, items, answers),
        *_overruled_decisions(decisions, items, answers),
    )


def _unknown_decisions(
    decisions: Iterable[Decision], items: Sequence[EvidenceItem], former: Sequence[Former]
) -> Iterator[Problem]:
    """What is said about nothing that is there: once, however many lines say it."""
    ids = tuple(item_id for item in items for item_id in item.ids)
    files = {file for item in items for file in item.files}
    now = {item_id.partition(".")[0]: item.files[0] for item in items for item_id in item.ids}
    lain = {each.file: each.id for each in former}
    gone = {each.id for each in former}
    lost: dict[str, list[Decision]] = {}
    for decision in decisions:
        if not decision.in_doubt and decision.aim(ids, files) == (0, 0):
            lost.setdefault(decision.item or decision.stale or decision.file, []).append(decision)
    for said, lines in lost.items():
        first = lines[0]
        by_id = first.item or first.stale
        item_id = "" if by_id else first.seen or lain.get(first.file, "")
        if item_id in now:
            yield warning("decision.moved", first.where, said=said, now=now[item_id], id=item_id)
        elif near := _nearest(first, said, () if said.partition(".")[0] in gone else ids, files):
            yield warning("decision.unknown-near", first.where, said=said, nearest=near, n=len(lines))
        else:
            yield warning("decision.unknown", first.where, said=said, n=len(lines))


def _stale_decisions(
    decisions: Sequence[Decision], items: Sequence[EvidenceItem], answers: Mapping[str, Iterable[str]]
) -> Iterator[Problem]:
    """What is said about a content that has changed; of what only the last line holds, that one is told."""
    undecided = {UNDECIDED, *map(fold, answers.get("unknown", ()))}
    last = {_subject(decision): decision for decision in decisions if decision.stale}
    for decision in decisions:
        if (
            not decision.stale
            or decision.in_doubt
            or (decision.field not in GUARDING and last[_subject(decision)] is not decision)
        ):
            continue
        if decision.field is Field.PILLAR and fold(decision.value) in undecided:
            continue
        there = [item for item in items if decision.file in item.files]
        confirmed = any(
            (other.field, other.language) == (decision.field, decision.language)
            and other.item
            and other.aim(item.ids, ()) != (0, 0)
            for item in there
            for other in decisions
        )
        if not there or confirmed:
            continue
        new = there[0].id if len(there) == 1 else there[0].id.partition(".")[0]
        said = {"file": decision.file, "old": decision.stale, "new": new, "field": decision.field}
        if decision.field in GUARDING:
            yield error("decision.unconfirmed", decision.where, **said)
        elif decision.field is Field.PILLAR:
            yield warning("decision.stale-place", decision.where, **said)
        else:
            yield warning("decision.stale", decision.where, **said)


def _subject(decision: Decision) -> tuple[str, str, str, str]:
    return decision.stale, decision.file, decision.field, decision.language


def _overruled_decisions(
    decisions: Iterable[Decision], items: Sequence[EvidenceItem], answers: Mapping[str, Iterable[str]]
) -> Iterator[Problem]:
    for decision in decisions:
        if decision.field is not Field.PEOPLE or decision.in_doubt:
            continue
        met = [item for item in items if decision.aim(item.ids, item.files)[0] in (BY_FOLDER, BY_PATTERN)]
        meant = portrayal(decision.value, answers, decision.by).state
        lost = [
            item
            for item in met
            if item.portrayal.said
            and item.portrayal.state is not meant
            and not {item.portrayal.state, meant} <= SHOWN
            and all(said.origin is not Origin.DECISION for said in item.portrayal.said)
        ]
        if lost:
            other = lost[0].portrayal.said[0].where
            yield note("decision.overruled", decision.where, n=len(lost), file=lost[0].files[0], other=other)


def _folders(files: Iterable[str]) -> set[str]:
    return {f"{file[:end]}/" for file in files for end, letter in enumerate(file) if letter == "/"}


def _statement(decision: Decision, aim: tuple[int, int]) -> Statement:
    return Statement(
        field=decision.field,
        text=decision.value,
        language=decision.language,
        origin=Origin.DECISION,
        where=decision.where,
        by=decision.by,
        aim=aim,
        stale=bool(decision.stale),
        in_doubt=decision.in_doubt,
    )


def _nearest(decision: Decision, said: str, ids: Iterable[str], files: Collection[str]) -> str:
    """What may be meant by an id, a folder or a file that is not there, "" for nothing."""
    if said == decision.item or decision.stale:
        return nearest(said, ids, _ALIKE)
    if decision.is_pattern:
        return ""
    return nearest_beside(said, _folders(files) if said.endswith("/") else files)
