"""Certificates: whether a paper is one, of what kind, and what it says.

A text that speaks of a certificate is none. A certificate has its name for a title, is short, and says to whom it is
given or what somebody did for it. A quality label must say more, for it is claimed to readers outside the school: its
title is nothing but its name, and it gives itself to somebody or for a project.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from portfolio.i18n import spoken
from portfolio.intake.awarding import issuer_in, named_project, project_in
from portfolio.intake.certificatedays import days_in
from portfolio.intake.certificatekinds import by_occasion, is_label, is_school_label, pattern_of, recognise
from portfolio.intake.certificatetitles import (
    SENTENCE_END,
    TITLE_AMONG,
    TITLE_WORDS,
    beside,
    is_plainly_titled,
    may_be_titled,
    named_alone,
    title_of,
)
from portfolio.intake.credentials import Credential, Texts
from portfolio.intake.cues import cues
from portfolio.intake.dates import school_year
from portfolio.intake.holders import Holder, Standing, deed_in, holder_in, lone_school
from portfolio.intake.lines import Line, bare, line_of, lines_of
from portfolio.intake.people import is_group
from portfolio.intake.reading import Reading
from portfolio.model.evidence import OTHER_CERTIFICATE, Certificate
from portfolio.model.framework import PUPIL_CERTIFICATE, CertificateKind, Framework
from portfolio.model.text import Origin, Sourced

T = TypeVar("T")

# A certificate is a sheet with a few lines; a longer text that names a label is about it.
MAX_PAGES = 2
MAX_TEXT = 1500
_SHEET_LINES = 8  # of a certificate that says no more than what it is for, where and when
# What is to be filled in: "[NAME]", "{{ad soyad}}", "<School>".
_PLACEHOLDER = re.compile(r"[\[{<][^\W\d_][^\]}>\d@]{1,40}[\]}>]")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def certificate_in(reading: Reading, framework: Framework, country: str, where: str) -> Certificate | None:
    """The certificate that a paper is, None when it is another or too long for one.

    One whose holder is said to be a pupil is a pupil's, of whatever kind, unless it is a label: it names a child.
    """
    text = reading.whole
    if (reading.pages or 0) > MAX_PAGES or len(text) > MAX_TEXT or not may_be_titled(text, framework.certificate_kinds):
        return None
    days = days_in(text, country)
    kind, matched = _kind(text, framework.certificate_kinds, dated=bool(days.given or days.valid_until))
    return describe(reading, kind, matched, country, where) if kind else None


def describe(reading: Reading, kind: str, matched: str, country: str, where: str) -> Certificate:
    """A certificate of a kind with holder, project, issuer and the end of its validity where its text gives them.

    One of no particular kind is a pupil's where its holder is said to be one.
    """
    held = holder_in(reading.whole)
    if held and held.pupil and kind == OTHER_CERTIFICATE:
        kind = PUPIL_CERTIFICATE
    several_pupils = held is not None and held.others and kind == PUPIL_CERTIFICATE  # one's consent is not theirs all
    return Certificate(
        kind=kind,
        matched=matched,
        holder=None if several_pupils else _sourced(reading, _holder, where),
        project=_sourced(reading, project_in, where),
        issuer=_sourced(reading, issuer_in, where),
        valid_until=_sourced(reading, lambda text: days_in(text, country).valid_until, where),
    )


def year_in_title(text: str, kinds: Sequence[CertificateKind]) -> str:
    """The one year that stands beside the name of a certificate, "" when there is none; a school year is none."""
    names = pattern_of(tuple(name for kind in kinds for name in (*kind.names, *kind.titles.values())))
    years = {
        found[0]
        for line in lines_of(text)[:TITLE_AMONG]
        if (names.search(line.folded) or cues().titles.search(line.folded)) and not school_year(line.folded)
        for found in _YEAR.finditer(line.folded)
    }
    return years.pop() if len(years) == 1 else ""


def certificate_of(credential: Credential, framework: Framework, language: str, where: str) -> Certificate:
    """A credential as a certificate in a language; its kind is that whose name its titles have, else other."""
    titles = "\n".join(text for _, text in (*credential.titles, *credential.achievements))
    kind, matched = recognise(titles, framework.certificate_kinds)
    return Certificate(
        kind=kind or OTHER_CERTIFICATE,
        matched=matched or _in_language(credential.titles, language),
        holder=_told(credential.holder, language, where),
        issuer=_told(credential.issuer, language, where),
    )


def _holder(text: str) -> str:
    found = holder_in(text)
    return found.name if found else lone_school(text) if len(lines_of(text)) <= _SHEET_LINES else ""


def _kind(text: str, kinds: Sequence[CertificateKind], *, dated: bool) -> tuple[str, str]:
    """The kind of certificate that a text is and the words that tell, ("", "") when it is none."""
    lines, flow = lines_of(text), line_of(text)
    if _PLACEHOLDER.search(flow.written):
        return "", ""
    kind, matched = _school_label(text, lines, flow, kinds) if dated else ("", "")
    if kind:
        return kind, matched
    kind, matched = recognise(text, kinds)
    title, holder = title_of(lines), holder_in(text)
    took_part = cues().participations.search(flow.folded)
    if is_label(kind):
        if cues().refusals.search(flow.folded):
            return "", ""
        named = named_alone(lines, kinds)
        if not took_part and _gives_label(text, flow, holder, named=named, plain=is_plainly_titled(lines)):
            return kind, matched
        title = title or (named if took_part else "")
        kind = ""
    if not title or not (holder or (kind and deed_in(flow.folded))):
        school = lone_school(text)
        given = title and (dated or _titled_with_year(lines, matched))
        return _bare_kind(lines, flow, kind, matched, kinds, school) if given else ("", "")
    if holder and holder.pupil:
        return PUPIL_CERTIFICATE, matched if kind else title
    if kind or not took_part:
        return kind or OTHER_CERTIFICATE, matched if kind else title
    return by_occasion(text, title, kinds)


def _bare_kind(
    lines: Sequence[Line], flow: Line, kind: str, matched: str, kinds: Sequence[CertificateKind], school: str
) -> tuple[str, str]:
    """The kind of a sheet with a day that names no holder: its title is nothing but a certificate's name.

    Any title will do where a `school` has a line for itself. One that may be a pupil's is left to people.
    """
    if not kind or _is_another(lines, flow) or cues().classes.search(flow.folded):
        return "", ""
    if school:
        return kind, matched
    names = pattern_of(tuple(name for each in kinds if not is_label(each.key) for name in each.names))
    titled = (line.folded for line in lines[:TITLE_AMONG] if cues().titles.search(line.folded))
    return (kind, matched) if any(not beside(names.sub("", title)) for title in titled) else ("", "")


def _school_label(text: str, lines: Sequence[Line], flow: Line, kinds: Sequence[CertificateKind]) -> tuple[str, str]:
    """The label of a whole school that a sheet with a day is: its name and one school stand alone, the rest is short.

    A sentence on it must say that something is given.
    """
    said = cues()
    another = _is_another(lines, flow) or said.matters.search(flow.folded) or said.participations.search(flow.folded)
    if another or not lone_school(text):
        return "", ""
    if any(len(line.folded.split()) > TITLE_WORDS or _is_told(line) for line in lines):
        return "", ""
    for kind in (each for each in kinds if is_school_label(each.key)):
        if named := named_alone(lines, (kind,)):
            return kind.key, named
    return "", ""


def _is_another(lines: Sequence[Line], flow: Line) -> bool:
    """Whether a text is longer than a sheet with hardly anything on it, is another paper, or may be a pupil's."""
    said = cues()
    another = (said.other_papers, said.applications, said.refusals, said.own_news, said.pupils)
    return (
        len(lines) > _SHEET_LINES
        or any(each.search(flow.folded) for each in another)
        or any(map(is_group, flow.written.split()))
    )


def _is_told(line: Line) -> bool:
    """Whether a line ends a sentence that does not say that something is given."""
    return SENTENCE_END.search(line.folded) is not None and not (
        cues().awards.search(line.folded) or cues().gains.search(line.folded)
    )


def _titled_with_year(lines: Sequence[Line], matched: str) -> bool:
    """Whether a year stands in the title, or beside the name that tells the kind."""
    return any(
        _YEAR.search(line.folded) and (cues().titles.search(line.folded) or (matched and bare(matched) in line.folded))
        for line in lines[:TITLE_AMONG]
    )


def _gives_label(text: str, flow: Line, holder: Holder | None, *, named: str, plain: bool) -> bool:
    """Whether a text gives the label that it names: by its title, or as a sheet plainly called certificate.

    A letter with such a title greets somebody, too, and a news sheet tells of somebody: they must also say that the
    label was awarded, or for what work.
    """
    said = cues()
    gained = said.gains.search(flow.folded) and not said.own_news.search(flow.folded)
    award = bool(said.awards.search(flow.folded) or gained)
    given = holder is not None and holder.standing is Standing.GIVEN
    if not named:
        plain = plain or (given and said.papers.match(flow.folded) is not None)
        return bool(plain and holder and award) and not said.applications.search(flow.folded)
    if said.applications.search(flow.folded):
        return bool(award and holder and holder.standing is not Standing.TOLD_OF)
    greeted = holder is not None and holder.standing is Standing.GREETED
    work = project_in(text) or said.work_for_projects.search(flow.folded)
    for_project = work and (award or (greeted and said.thanks.search(flow.folded)))
    return bool(given or named_project(text) or for_project or (greeted and award))


def _sourced(reading: Reading, find: Callable[[str], T | None], where: str) -> Sourced[T] | None:
    """What is found in a reading's own text, else in what was recognised; None when it is in neither."""
    found = ((find(text), origin) for text, origin in reading.voices)
    return next((Sourced(value=value, origin=origin, where=where) for value, origin in found if value), None)


def _told(texts: Texts, language: str, where: str) -> Sourced[str] | None:
    """A text of a credential in a language."""
    value = _in_language(texts, language)
    return Sourced(value=value, origin=Origin.DOCUMENT, where=where) if value else None


def _in_language(texts: Texts, language: str) -> str:
    return spoken(dict(texts), language)[0] if texts else ""
