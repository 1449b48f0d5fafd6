"""The rules of what is said: the statement beside the flag, the disclaimer, and that the school has the label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain

from portfolio.files.words import squeezed
from portfolio.i18n import fold, is_right_to_left
from portfolio.model.marks import FileMarks, PageMarks, TextMark
from portfolio.model.problem import Problem, error, note, warning
from portfolio.visibility.emblemrules import BLACKS, BLUE, CMYK_BLUE, WHITES, is_like
from portfolio.visibility.flags import Flag, beside, is_there
from portfolio.visibility.layout import SMALLEST_TYPE
from portfolio.visibility.wanted import Wanted

_FACES = ("arial", "auto", "calibri", "garamond", "trebuchet", "tahoma", "verdana", "ubuntu")
# Families with another name before it: EB Garamond, Adobe Garamond.
_MAKERS = ("", "eb", "adobe", "a", "itc")
_SHORT = re.compile(r"\b(EU|AB|UE|ES|EL|ESB|BE|ЕС|ЕУ|ЄС|ΕΕ)\b")  # the Union's name cut short
_PT = 25.4 / 72
SMALL_PRINT = 8 * _PT  # mm: our own, what can be read at arm's length
_LINE = 0.12  # of the type: no line below letters is thicker
_BELOW = 0.4  # of the type: how far below the letters' line one stands at most
_TOLD = 60  # letters of a text that are quoted
_EXAMPLE = "Funded by the European Union"


def lacks_statement(flag: Flag, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.statement`: not there in full.

    Or that is known better: it is for the other share (`-share`), cut short (`-short`), or not beside the flag
    (`-apart`); or letters are drawn (`-drawn`), so that nobody can tell.
    """
    if flag.artwork or not flag.lacking:
        return
    right = " / ".join(flag.lacking if wanted.own else flag.lacking[:1])
    near = beside(flag)
    if not flag.page.texts:
        yield from () if wanted.own else (note("visibility.statement-drawn", example=_EXAMPLE),)
    elif flag.apart:
        yield error("visibility.statement-apart", right=right)
    elif any(is_there(text, flag) for text in wanted.others):
        yield error("visibility.statement-share", right=right)
    elif short := next((found for each in near if (found := _SHORT.search(each.text))), None):
        yield error("visibility.statement-short", right=right, found=short.string.strip()[:_TOLD])
    elif wanted.own or flag.drawn:
        yield error("visibility.statement", right=right)
    else:  # a picture may hold the words too
        yield note("visibility.statement-drawn", example=_EXAMPLE)


def has_other_typeface(flag: Flag, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.typeface`: none of the eight, nor one that stands in where they lack letters."""
    for face in filter(None, dict.fromkeys(each.font for each in _letters(flag))):  # "": nobody can tell
        if not _is_allowed(face) and not any(_plain(face).startswith(_plain(other)) for other in wanted.substitutes):
            yield error("visibility.typeface", face=face)


def is_slanted(flag: Flag, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.slanted`: in italics; `visibility.underlined`."""
    del wanted
    if any(each.slanted for each in _letters(flag)):
        yield error("visibility.slanted")
    if any(_is_underlined(each, flag.page) for each in _letters(flag)):
        yield error("visibility.underlined")


def is_small(flag: Flag, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.type-small`: letters out of proportion to the flag."""
    del wanted
    smallest = min((each.size for each in _letters(flag)), default=None)
    if smallest is not None and smallest < (SMALLEST_TYPE - 0.005) * flag.height:
        least = SMALLEST_TYPE * flag.height
        yield warning("visibility.type-small", size=f"{smallest / _PT:.1f}", least=f"{least / _PT:.1f}")


def is_wrongly_inked(flag: Flag, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.statement-colour`: neither Reflex Blue nor black nor white."""
    del wanted
    colours = {each.colour for each in _letters(flag)}
    if any(colour and not is_like(colour, (BLUE, CMYK_BLUE, *BLACKS, *WHITES)) for colour in colours):
        yield error("visibility.statement-colour")


def lacks_disclaimer(marks: FileMarks, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.disclaimer`: due and not there in full; `visibility.disclaimer-small`: not to be read."""
    text = squeezed(marks.text)
    if not wanted.disclaimers or not text:  # letters as outlines tell nothing
        return
    # The letters of what is written from the right stand in any order.
    there = [each for each in wanted.disclaimers if is_right_to_left(each) or squeezed(each) in text]
    if not there:
        severity = error if wanted.own else warning
        yield severity("visibility.disclaimer", right=wanted.disclaimers[0])
    sizes = chain.from_iterable(_sizes(squeezed(each), page) for each in there for page in marks.pages)
    smallest = min(sizes, default=SMALL_PRINT)
    if smallest < SMALL_PRINT - 0.02 and not wanted.smaller:
        yield warning("visibility.disclaimer-small", size=f"{smallest / _PT:.1f}", least=f"{SMALL_PRINT / _PT:.0f}")


def has_old_disclaimer(marks: FileMarks, wanted: Wanted, old: Iterable[str]) -> Iterator[Problem]:
    """`visibility.disclaimer-old`: words of the years before 2021 under a grant of today; `old` are such words."""
    found = _first_in(squeezed(fold(marks.text)), old)
    if wanted.standing.grant and found:
        yield error("visibility.disclaimer-old", found=found)


def claims_too_much(marks: FileMarks, wanted: Wanted) -> Iterator[Problem]:
    """`visibility.claim`: the school is said to be an eTwinning School; `visibility.years`: to have the label.

    Behind a cover a school tells what it did, so years may be those of a former label; and a sentence that is wrong
    there does not spoil all the rest.
    """
    standing = wanted.standing
    if standing.held:
        return
    text = squeezed(fold(marks.text))
    quoted = (each for each in wanted.quoted if _first_in(squeezed(fold(each)), standing.claims))
    for other in (*standing.former, *quoted):
        text = text.replace(squeezed(fold(other)), "|")
    if said := _first_in(text, standing.claims):
        yield warning("visibility.claim", said=said) if wanted.inside else error("visibility.claim", said=said)
    if not wanted.inside and (said := _first_in(text, standing.lines)):
        yield error("visibility.years", said=said)


def _first_in(text: str, said: Iterable[str]) -> str:
    """The first of some sentences that is in a text, whatever its capitals; "" for none."""
    return next((each for each in said if squeezed(fold(each)) in text), "")


def _letters(flag: Flag) -> Iterator[TextMark]:
    """All letters of the statements that are to be seen."""
    return (each for statement in flag.statements for each in statement if each.text.strip())


def _plain(face: str) -> str:
    return re.sub(r"[^a-z]", "", face.lower())


def _is_allowed(face: str) -> bool:
    plain = _plain(face)
    return any(plain.startswith(maker + name) for maker in _MAKERS for name in _FACES)


def _is_underlined(text: TextMark, page: PageMarks) -> bool:
    """Whether a thin line runs below letters."""
    lines = (each.box for each in page.shapes if each.box.height < _LINE * text.size)
    return any(
        text.baseline < (line.top + line.bottom) / 2 < text.baseline + _BELOW * text.size
        and min(line.right, text.box.right) - max(line.left, text.box.left) > text.box.width / 2
        for line in lines
    )


def _sizes(wanted: str, page: PageMarks) -> Iterator[float]:
    """The sizes of the letters that set a text on a page."""
    letters = [squeezed(each.text) for each in page.texts]
    ends = list(accumulate(map(len, letters)))
    at = "".join(letters).find(wanted)
    if at >= 0:
        for each, length, end in zip(page.texts, map(len, letters), ends, strict=True):
            if length and end > at and end - length < at + len(wanted):
                yield each.size
