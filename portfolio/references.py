"""References in the school's own texts: `[[E-3f9a]]` names a piece by its id or by the beginning of it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from portfolio.files.nearest import nearest
from portfolio.model.catalogue import Former
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Place, Problem, error, note, warning
from portfolio.model.project import Narratives

LEAST = 4  # digits behind "E-": of a thousand pieces, two that begin with the same four are rare
_MARK = re.compile(r"\[\[[ \t]*(?P<written>[^\[\]\n]*?)[ \t]*\]\]")
_ID = re.compile(r"e-(?P<digits>[0-9a-f]{1,10})(?:\.(?P<part>\d+))?")
_DASHES = str.maketrans(dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}", "-"))
_ALIKE = 0.8  # one wrong digit of four, two of ten: ids share no more by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Was:
    """A piece that is gone: its id, the file it lay in, and the ids of what lies there now."""

    id: str
    file: str
    now: tuple[str, ...]


def marks_in(source: str) -> Iterator[tuple[str, int]]:
    """The references in a text as they are written, without brackets, and the line of each (from 1)."""
    for found in _MARK.finditer(source):
        yield found["written"], source.count("\n", 0, found.start()) + 1


def normal(written: str) -> str:
    """A reference as it is compared: in small letters, without blanks, whatever dash a word processor made of "-"."""
    return "".join(written.translate(_DASHES).casefold().split())


def candidates(written: str, items: Iterable[EvidenceItem]) -> tuple[EvidenceItem, ...]:
    """The pieces that a reference may mean: one, when it is right; those of whole files before those of their parts."""
    wanted = normal(written)
    named = _ID.fullmatch(wanted)
    if named is None or len(named["digits"]) < LEAST:
        return ()
    known = [(each.casefold(), item) for item in items for each in item.ids]
    exact = [item for each, item in known if each == wanted]
    begun = [(each, item) for each, item in known if each.startswith(f"e-{named['digits']}")]
    parts = [item for each, item in begun if named["part"] and each.partition(".")[2] == named["part"]]
    whole = [item for each, item in begun if not named["part"] and "." not in each]
    rest = [] if named["part"] else [item for _, item in begun]
    return tuple({item.id: item for item in exact or parts or whole or rest}.values())


def find_was(written: str, former: Iterable[Former], items: Collection[EvidenceItem]) -> Was | None:
    """The piece that a reference meant when an earlier run saw it; None when none is remembered, or several are.

    Of a part the same part of what lies in its file now, where there is one.
    """
    named = _ID.fullmatch(normal(written))
    if named is None or len(named["digits"]) < LEAST:
        return None
    met = {each.id: each for each in former if each.id.casefold().startswith(f"e-{named['digits']}")}
    if len(met) != 1:
        return None
    (was,) = met.values()
    there = tuple(item.id for item in items if was.file in item.files)
    same = tuple(each for each in there if named["part"] and each.partition(".")[2] == named["part"])
    part = f".{named['part']}" if named["part"] else ""
    return Was(id=f"{was.id}{part}", file=was.file, now=same or there)


def resolve(
    narratives: Narratives,
    items: Collection[EvidenceItem],
    placed: Collection[str],
    former: Collection[Former] = (),
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The id of the piece that each reference means, by the reference as `normal` gives it; and what is wrong.

    `placed`: ids of the pieces that documents show; `former`: what earlier runs found. Codes: `reference.short`,
    `reference.unknown`, `reference.misspelt` (with the nearest), `reference.ambiguous` (with the candidates),
    `reference.unplaced`, `reference.edited` (a copy of what was edited elsewhere), `reference.changed` (its file was
    edited, with the new id), `reference.gone`.
    """
    meant: dict[str, str] = {}
    problems: list[Problem] = []
    for key, spoken in narratives.texts.items():
        for language, source in spoken.items():
            for written, line in marks_in(source):
                where = narratives.place(key, language, line)
                found = candidates(written, items)
                if len(found) == 1:
                    meant[normal(written)] = found[0].id
                    if found[0].id not in placed:
                        problems.append(warning("reference.unplaced", where, written=written, file=found[0].files[0]))
                    problems += _edited(written, found[0], items, former, where)
                else:
                    problems.append(_fault(written, found, items, former, where))
    return meant, tuple(dict.fromkeys(problems))


def _edited(
    written: str, meant: EvidenceItem, items: Collection[EvidenceItem], former: Collection[Former], where: Place
) -> Iterator[Problem]:
    """That a reference means what is left of a content, one of whose files was edited since."""
    contents = {each.partition(".")[0] for each in meant.ids}
    left = [each.file for each in former if each.id in contents and each.file not in meant.files]
    edited = ((file, item) for file in left for item in items if file in item.files)
    for file, item in itertools.islice(edited, 1):
        new = item.id.partition(".")[0]
        yield note("reference.edited", where, written=written, old=meant.id, now=meant.files[0], file=file, new=new)


def _fault(
    written: str,
    found: Collection[EvidenceItem],
    items: Collection[EvidenceItem],
    former: Collection[Former],
    where: Place,
) -> Problem:
    if found:
        named = ", ".join(_named(item) for item in sorted(found, key=lambda item: item.id))
        return error("reference.ambiguous", where, written=written, candidates=named)
    id_like = _ID.fullmatch(normal(written))
    if id_like and len(id_like["digits"]) < LEAST:
        return error("reference.short", where, written=written, least=LEAST)
    if was := find_was(written, former, items):
        if not was.now:
            return error("reference.gone", where, written=written, old=was.id, file=was.file)
        new = was.now[0] if len(was.now) == 1 else was.now[0].partition(".")[0]
        return error("reference.changed", where, written=written, old=was.id, new=new, file=was.file)
    near = _nearest(normal(written), items)
    if near:
        return error("reference.misspelt", where, written=written, nearest=_named(near))
    return error("reference.unknown", where, written=written)


def _nearest(wanted: str, items: Collection[EvidenceItem]) -> EvidenceItem | None:
    """The piece whose id begins most like a reference."""
    length = max(len(wanted), len("e-") + LEAST)
    begun: Mapping[str, EvidenceItem] = {each[:length].casefold(): item for item in items for each in item.ids}
    return begun.get(nearest(wanted, begun, _ALIKE))


def _named(item: EvidenceItem) -> str:
    """A piece as people know it."""
    return f"{item.id} ({item.files[0]})" if item.files else item.id
