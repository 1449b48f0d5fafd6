"""What tells of a person beside a name: identity numbers, telephone numbers, e-mail addresses, wherever in a text.

Numbers and addresses of an institution are not a person's: lines that stand still, and mail boxes that are called after
an office (`offices.yaml`). Those that the school itself publishes are given as `public`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from portfolio.files.yamlfile import plain, read_yaml
from portfolio.i18n import fold
from portfolio.resources import PACKAGE

# Eleven digits in a row, in groups as people write them, or each apart; the check digits tell whether they are one.
_APART = "[ ._·-]"
_FREE = "free-hosts"
_ELEVEN = re.compile(
    rf"(?<![\d.,])[1-9]\d{{10}}(?!\d)"
    rf"|(?<!\d)[1-9]\d\d(?:{_APART}\d{{3}}){{2}}{_APART}\d\d(?!\d)"
    rf"|(?<!\d)[1-9]\d(?:{_APART}\d{{3}}){{3}}(?!\d)"
    rf"|(?<!\d)[1-9](?:({_APART})\d)(?:\1\d){{9}}(?!\d)"
)
_MAIL = re.compile(r"[\w.%+-]+@[\w-]+(?:\.[\w-]+)+")
# Fewer digits are no telephone number, and most texts have no such run of digits: the library is not even loaded.
_DIALLED = re.compile(r"(?<![\d+])(?=((?:\+|00?)[1-9][\d ()./–-]{8,20}))")
# What people put between digits though no telephone directory does; a number may go on in the next line.
_STROKES = re.compile(r"(?<=\d)[_·•\n](?=\d)")
# School years: behind a number in a title ("Tales 57", "2023-2024") they would look dialled.
_YEARS = re.compile(r"(?<![\d-])((?:19|20)\d\d)[-–/]((?:19|20)\d\d)(?![\d-])")
_LONGEST = 3  # years that a project may last
_GROUP = re.compile(r"\d+")
_MANY_DIGITS = re.compile(r"(?:\d[\s()./–·•_-]{0,3}){7}")


class Personal(StrEnum):
    """What was found."""

    IDENTITY = "identity-number"
    PHONE = "phone"
    MAIL = "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalData:
    """Where something stands in a text; what it says is not kept."""

    what: Personal
    start: int
    end: int


def find_personal(text: str, country: str, public: Collection[str] = ()) -> tuple[PersonalData, ...]:
    """Identity numbers, mobile numbers and mail addresses of persons in a text, in their order.

    `country` (ISO 3166 alpha-2) says how numbers without a country code are read.
    """
    ours = {_bare(each) for each in public}
    found = [each for each in _all(text, country) if _bare(text[each.start : each.end]) not in ours]
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))


def is_identity_number(digits: str) -> bool:
    """Whether 11 digits are a Turkish identity number: the last two check the others.

    The rule as many programs state it, though no official page known to us does: of the first nine digits, the tenth is
    (7 × the sum of the odd places − the sum of the even places) mod 10; the eleventh is the sum of all ten mod 10.
    """
    if len(digits) != 11 or not digits.isascii() or not digits.isdecimal() or digits[0] == "0":
        return False
    *numbers, tenth, last = map(int, digits)
    odd, even = sum(numbers[::2]), sum(numbers[1::2])
    return (7 * odd - even) % 10 == tenth and (sum(numbers) + tenth) % 10 == last


def _all(text: str, country: str) -> Iterator[PersonalData]:
    taken = [match.span() for match in _ELEVEN.finditer(text) if is_identity_number(_bare(match[0]))]
    yield from (PersonalData(what=Personal.IDENTITY, start=start, end=end) for start, end in taken)
    for match in _MAIL.finditer(text):
        if not _is_office(match[0]):
            yield PersonalData(what=Personal.MAIL, start=match.start(), end=match.end())
    if _MANY_DIGITS.search(text):
        for start, end in dict.fromkeys(_phones(text, country)):
            if (start, end) not in taken:
                yield PersonalData(what=Personal.PHONE, start=start, end=end)


def _phones(text: str, country: str) -> Iterator[tuple[int, int]]:
    """Where the number of a telephone that somebody carries stands.

    The library finds those in sentences; in rows of numbers, as tables have, each that begins as one does is tried.
    """
    from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberMatcher, PhoneNumberType, number_type, parse

    carried = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.PERSONAL_NUMBER)

    def is_carried(number: PhoneNumber) -> bool:
        return number_type(number) in carried

    text = _STROKES.sub(" ", _YEARS.sub(_hidden_years, text))  # as long as before
    yield from ((match.start, match.end) for match in PhoneNumberMatcher(text, country) if is_carried(match.number))
    for row in _DIALLED.finditer(text):
        ends = [end.end() for end in _GROUP.finditer(row[1])]
        for end in reversed(ends):
            with suppress(NumberParseException):
                if is_carried(parse(row[1][:end], country)):
                    yield row.start(), row.start() + end
                    break


def _hidden_years(found: re.Match[str]) -> str:
    """Letters in place of years that follow each other; anything else as it is."""
    return "y" * len(found[0]) if 0 < int(found[2]) - int(found[1]) <= _LONGEST else found[0]


def _is_office(address: str) -> bool:
    name, _, host = fold(address).partition("@")
    if {host, host.partition(".")[0]} & _free_hosts():  # there everybody may call a box as they like
        return False
    return name.isdecimal() or any(part in _offices() for part in re.split(r"[._+-]", name))


def _bare(text: str) -> str:
    return re.sub(r"[\s()./–·_-]", "", fold(text))


@cache
def _offices() -> frozenset[str]:
    return frozenset(fold(word) for key, names in _words().items() if key != _FREE for word in names)


@cache
def _free_hosts() -> frozenset[str]:
    return frozenset(_words()[_FREE])


@cache
def _words() -> Mapping[str, Sequence[str]]:
    words = plain(read_yaml(PACKAGE / "offices.yaml"))
    assert isinstance(words, dict)
    return {key: tuple(map(str, names)) for key, names in words.items()}
