"""Surveys: what a form that people filled in has exported, counted; who answered what is told to nobody.

Exports of Google Forms, Microsoft Forms and LimeSurvey as CSV or workbook: a row for each who answered, a column for
each question, and when it was answered under a heading that only such exports have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from portfolio.i18n import fold
from portfolio.intake.formats import FORMATS, Family
from portfolio.intake.quotations import FoundQuotation, day_answered
from portfolio.intake.reading import Cell, Reading
from portfolio.intake.voices import Speaker, agreement_in, role_in, voices
from portfolio.model.evidence import Question, Survey
from portfolio.model.framework import Framework
from portfolio.model.text import local

# What can be ticked: few different answers, short ones, and many who gave the same.
_MOST_CHOICES = 12
_LONGEST_CHOICE = 60
# Longer figures are numbers by which somebody is known.
_MOST_DIGITS = 2
# A shorter answer ("very nice") is not worth quoting.
_SHORTEST_QUOTATION = 25
_TABLES = frozenset({Family.TABLE, Family.WORKBOOK})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSurvey:
    """A survey with the days of its first and last answer (ISO, "" when not known), and what may be quoted of it."""

    survey: Survey
    first_day: str
    last_day: str
    quotations: tuple[FoundQuotation, ...]


def survey_in(reading: Reading, name: str, country: str, framework: Framework) -> FoundSurvey | None:
    """The survey that a file is the export of, None when it is none; `name` may say who was asked ("veli anketi").

    An open answer is a quotation of its own where the same person agreed to be quoted, and only there.
    """
    if FORMATS[reading.format].family not in _TABLES:
        return None
    headings = list(dict.fromkeys(cell.heading for entry in reading.entries for cell in entry.cells))
    times = [heading for heading in headings if fold(heading) in voices().survey_times]
    questions = [heading for heading in headings if heading not in times and not _is_aside(heading)]
    if not times or not questions:
        return None
    rows = [{cell.heading: cell for cell in entry.cells} for entry in reading.entries]
    asked = [_question(heading, rows, framework) for heading in questions if not _asks_consent(heading)]
    days = sorted(filter(None, (day_answered(row.values(), country) for row in rows)))
    return FoundSurvey(
        survey=Survey(responses=len(rows), questions=tuple(asked)),
        first_day=days[0] if days else "",
        last_day=days[-1] if days else "",
        quotations=tuple(_quotations(rows, asked, questions, role_in(name), country, framework)),
    )


def _question(heading: str, rows: Sequence[Mapping[str, Cell]], framework: Framework) -> Question:
    """A question with how many gave which answer, where the answers could be ticked."""
    given = [part for row in rows if heading in row for part in _choices(row[heading].text)]
    counted = Counter(given)
    few = len(counted) <= _MOST_CHOICES and len(counted) * 2 <= len(given)
    plain = all(agreement_in(each, framework.answers) in ("yes", "no") or each.isdecimal() for each in counted)
    short = all(len(each) <= (_MOST_DIGITS if each.isdecimal() else _LONGEST_CHOICE) for each in counted)
    ticked = bool(counted) and short and (few or plain) and not _asks_name(heading)
    order = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    return Question(text=heading, answers=tuple(order) if ticked else ())


def _choices(answer: str) -> list[str]:
    """What was ticked: Microsoft Forms ends each of several choices with a semicolon."""
    return [part.strip() for part in answer.split(";") if part.strip()] if answer.rstrip().endswith(";") else [answer]


def _quotations(
    rows: Iterable[Mapping[str, Cell]],
    asked: Iterable[Question],
    questions: Iterable[str],
    role: str,
    country: str,
    framework: Framework,
) -> Iterator[FoundQuotation]:
    """The open answers of those who agreed to be quoted, each with the role and the day that the same row tells."""
    open_ones = [question.text for question in asked if not question.answers and not _asks_name(question.text)]
    consents = [heading for heading in questions if _asks_consent(heading)]
    closed = [question.text for question in asked if question.answers]
    for row in rows:
        agreed = [agreement_in(row[heading].text, framework.answers) for heading in consents if heading in row]
        if not agreed or any(each != "yes" for each in agreed):
            continue
        told = next((found for heading in closed if heading in row and (found := role_in(row[heading].text))), role)
        for heading in open_ones:
            if heading in row and len(row[heading].text) >= _SHORTEST_QUOTATION:
                yield FoundQuotation(
                    words=local(row[heading].text),
                    speaker=Speaker(role=told),
                    question=heading,
                    agreed="yes",
                    line=row[heading].line,
                    day=day_answered(row.values(), country),
                )


def _is_aside(heading: str) -> bool:
    """Whether a column holds what the form notes by itself, or who somebody is."""
    return fold(heading).rstrip(" :?") in voices().survey_asides or _is_plain_name(heading)


def _is_plain_name(heading: str) -> bool:
    return set(re.findall(r"\w+", fold(heading))) <= voices().names_asked


def _asks_name(heading: str) -> bool:
    return not voices().names_asked.isdisjoint(re.findall(r"\w+", fold(heading)))


def _asks_consent(heading: str) -> bool:
    """Whether a question asks if the answers may be quoted."""
    words = re.findall(r"\w+", fold(heading))
    return any(word.startswith(asked) for word in words for asked in voices().consent_asked)
