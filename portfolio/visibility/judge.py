"""The linter of EU visibility: the marks of a file held against what is wanted of it, rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from portfolio.model.marks import FileMarks, PageMarks
from portfolio.model.problem import Problem, error, warning
from portfolio.visibility import emblemrules, textrules
from portfolio.visibility.flags import Flag, find_flags
from portfolio.visibility.rules import old_disclaimers
from portfolio.visibility.wanted import Wanted

_WHOLE = 0.5  # of a page: a picture that is larger is the page

Rule = Callable[[Flag, Wanted], Iterator[Problem]]

OF_A_FLAG: tuple[Rule, ...] = (
    emblemrules.is_low,
    emblemrules.is_lost,
    emblemrules.is_outdone,
    emblemrules.is_crowded,
    emblemrules.is_stretched,
    emblemrules.is_misdrawn,
    emblemrules.is_miscoloured,
    emblemrules.has_no_border,
    textrules.lacks_statement,
    textrules.has_other_typeface,
    textrules.is_slanted,
    textrules.is_small,
    textrules.is_wrongly_inked,
)


def judge(marks: FileMarks, wanted: Wanted) -> tuple[Problem, ...]:
    """What is wrong with a file, without its place; nothing, when all is as the rules have it (`rules.yaml`)."""
    if not wanted.covered:
        return _judge(marks, wanted)
    cover, behind = FileMarks(pages=marks.pages[:1]), FileMarks(pages=marks.pages[1:])
    found = _judge(cover, wanted)
    if any(problem.code == "visibility.missing" for problem in found):
        return _judge(marks, wanted)  # perhaps on a later page
    inside = replace(wanted, required=False, front=False, disclaimers=(), artwork=None, inside=True)
    return tuple(dict.fromkeys((*found, *_judge(behind, inside))))


def _judge(marks: FileMarks, wanted: Wanted) -> tuple[Problem, ...]:
    flags = find_flags(marks, wanted)
    found = [*_unread(marks, wanted), *_basis(flags, wanted), *_place(flags, wanted)]
    if not wanted.standing.basis:
        found += [problem for flag in flags for rule in OF_A_FLAG for problem in rule(flag, wanted)]
    found += textrules.lacks_disclaimer(marks, wanted)
    if not wanted.inside:
        found += textrules.has_old_disclaimer(marks, wanted, old_disclaimers())
    found += textrules.claims_too_much(marks, wanted)
    return tuple(dict.fromkeys(found))


def _unread(marks: FileMarks, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.unread-picture`, `visibility.page-picture`: whether an emblem is in it nobody can tell.

    On a paper that was given, it may be.
    """
    if wanted.inside:
        return
    for page in marks.pages:
        if any(picture.unread for picture in page.pictures):
            yield warning("visibility.unread-picture", page=page.number)
        elif not wanted.own and _is_picture(page):
            yield warning("visibility.page-picture", page=page.number)


def _is_picture(page: PageMarks) -> bool:
    """Whether a page is a picture, of a scan or of what a program for drawing gave away, in which no flag was seen."""
    whole = [each for each in page.pictures if each.box.area > _WHOLE * page.width * page.height]
    return bool(whole) and not page.texts and not page.emblems and not any(each.seen for each in page.pictures)


def _basis(flags: tuple[Flag, ...], wanted: Wanted) -> Iterator[Problem]:
    """The emblem is there though nothing allows it: `visibility.basis-` with none, unconfirmed, label or grant."""
    basis = wanted.standing.basis
    if flags and basis:
        yield error(f"visibility.basis-{BASES.get(basis, 'grant')}", years=wanted.standing.years)


# What stands in the way of an emblem, by the code that says so when documents are composed.
BASES = {
    "funding.none": "none",
    "funding.label-unconfirmed": "unconfirmed",
    "funding.label-not-held": "label",
    "funding.label-without-years": "label",
    "funding.label-out-of-date": "expired",
}


def _place(flags: tuple[Flag, ...], wanted: Wanted) -> Iterator[Problem]:
    """`visibility.missing`: not there though it must be; `visibility.hidden`: not on the first page.

    An official file of vectors is known by its tag alone: where there is none, nothing is said.
    """
    if wanted.required and not flags and not wanted.artwork:
        yield error("visibility.missing")
    elif wanted.required and wanted.front and all(flag.page.number > 1 for flag in flags):
        yield error("visibility.hidden", page=flags[0].page.number)
