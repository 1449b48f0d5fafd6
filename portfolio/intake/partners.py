"""That a partner school cleared its own children in a piece, as people write it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from portfolio.i18n import fold
from portfolio.intake.dates import parse_dating
from portfolio.intake.statements import Statement, holding
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.dating import Precision
from portfolio.model.decision import Field
from portfolio.model.evidence import PartnerConsent, Portrayal, PortrayalState
from portfolio.model.problem import Problem, error, note, spot
from portfolio.model.text import Sourced

# For whom a statement holds that does not say it, and what a register calls nobody.
_PLAIN = "evaluator"
_NOBODY = "none"
_NOT_SAID = "-"
_PART = re.compile(r"(?P<key>[^\W\d_][\w ]*): *(?P<value>.*)")

_Found = tuple[Sourced[PartnerConsent], ...]


def partner_consent(text: str, country: str) -> PartnerConsent:
    """What "IC Dante, 2025-03-04, Maria Rossi" says: a school, a day, who cleared it; behind that for whom.

    Without the last it is for the evaluator only. A mapping comes as lines "school: …", "on: …", "by: …", "for: …".
    `country` says whether day or month comes first. Raises ValueError when a part is missing or cannot be read, and
    where a statement ends or was withdrawn: that is not kept with a day.
    """
    lines = [found for line in text.splitlines() if (found := _PART.fullmatch(line.strip()))]
    if lines:
        keys = vocabulary().partner_keys
        parts = {keys.get(fold(found["key"]), ""): found["value"].strip() for found in lines}
        if "" in parts or len(parts) < len(lines) or len(lines) < len(text.splitlines()):
            raise ValueError("a part that nobody knows")
        school, day, by, audiences = (parts.get(key, "") for key in ("school", "on", "by", "for"))
    else:
        school, day, by, audiences = _in_order(text, country)
    on = _day(day, country)
    if not (school and on and by) or not _is_somebody(by):
        raise ValueError("a part is missing")
    if any(map(_is_doubtful, (school, by))):
        raise ValueError("it has ended, or may have")
    return PartnerConsent(school=school, on=on, audiences=_audiences(audiences) if audiences else (_PLAIN,))


def partners_of(
    places: Iterable[Sequence[Statement]], answers: Mapping[str, Iterable[str]], country: str, portrayal: Portrayal
) -> tuple[_Found, tuple[Problem, ...]]:
    """What partner schools cleared at any place of a content, the strongest statements first.

    Equally strong ones add up, each being a school's; "none" takes back those above it. When one cannot be read none
    holds. Codes: `partner.unreadable`, which never says whom; `partner.nobody` where no children of theirs are named.
    """
    found: dict[PartnerConsent, Sourced[PartnerConsent]] = {}
    problems: list[Problem] = []
    for said in places:
        here: list[Sourced[PartnerConsent]] = []
        for statement in holding(said, Field.PARTNER):
            if fold(statement.text) in {_NOT_SAID, *map(fold, answers.get("none", ()))}:
                here.clear()
                continue
            for part in statements_in(statement.text):
                try:
                    value = partner_consent(part, country)
                    here.append(Sourced(value=value, origin=statement.origin, where=spot(statement.where)))
                except ValueError:
                    problems.append(error("partner.unreadable", statement.where))
            if not portrayal.partner and portrayal.state in (PortrayalState.UNKNOWN, PortrayalState.RECOGNISABLE):
                problems.append(note("partner.nobody", statement.where))
        for each in here:
            found.setdefault(each.value, each)
    unreadable = any(problem.code == "partner.unreadable" for problem in problems)
    return () if unreadable else tuple(found.values()), tuple(dict.fromkeys(problems))


def statements_in(text: str) -> list[str]:
    """A text's statements: several have semicolons or lines between, a mapping is one."""
    if ";" not in text and all(_PART.fullmatch(line.strip()) for line in text.splitlines()):
        return [text]
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()] or [text]


def _in_order(text: str, country: str) -> tuple[str, str, str, str]:
    """School, day, who, and for whom ("" for what is missing): all that stands before the day is the school."""
    parts = [part.strip() for part in text.split(",")]
    days = [number for number, part in enumerate(parts) if _day(part, country)]
    if len(days) != 1:
        raise ValueError("not one day")
    (at,) = days
    by, *rest = (*parts[at + 1 :], "")
    return ", ".join(filter(None, parts[:at])), parts[at], by, ", ".join(filter(None, rest))


def _day(text: str, country: str) -> str:
    """An ISO day, "" for what is none."""
    dating = parse_dating(text, country)
    return dating.first.isoformat() if dating and dating.precision is Precision.DAY else ""


def _is_somebody(by: str) -> bool:
    """Whether a text can be who answers for a statement: a name, and not for whom it is."""
    said = [vocabulary().audiences.get(word) for word in (fold(by), *fold(by).split())]
    named = sum(map(str.isalpha, by)) > 1 and not any(map(str.isdigit, by))
    return named and said[0] is None and not {*said} - {None, _NOBODY} and None in said[1:]


def _is_doubtful(text: str) -> bool:
    """Whether a text says that a statement has ended, or asks whether there is one."""
    return "?" in text or re.search(_ended(), fold(text)) is not None


@cache
def _ended() -> str:
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, vocabulary().ended))})(?!\w)"


def _audiences(text: str) -> tuple[str, ...]:
    """The audiences that a text names. Raises ValueError for any other word, and for a no beside anything else."""
    known = vocabulary().audiences
    names: list[str] = []
    for part in filter(None, map(str.strip, re.split(r"[,;|/+\n]", text))):
        names += [part] if fold(part) in known else part.split()
    if any(fold(name) not in known for name in names):
        raise ValueError("an audience that nobody knows")
    found = tuple(dict.fromkeys(known[fold(name)] for name in names))
    if _NOBODY in found and len(found) > 1:
        raise ValueError("an audience that may or may not")
    return () if _NOBODY in found else found
