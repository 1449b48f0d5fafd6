"""The fields that a review sheet asks for: how each is shown in a cell, and what is meant by what a person writes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass

from portfolio.files.sheetbook import fitting
from portfolio.files.workbook import ERRORS
from portfolio.i18n import fold
from portfolio.intake.dates import parse_dating
from portfolio.intake.partners import partner_consent, statements_in
from portfolio.intake.people import portrayal
from portfolio.intake.redactions import LEAST_CROP, boxes_in
from portfolio.intake.statements import NOTHING
from portfolio.model.dating import Dating, Precision
from portfolio.model.decision import LOCAL, REDACTING, Field
from portfolio.model.evidence import EvidenceItem, PartnerConsent, Portrayal, PortrayalState
from portfolio.model.redaction import HIDDEN, Box, Redaction
from portfolio.model.text import LocalText, Sourced

_STATES = ("none", "unrecognisable", "unknown")
_ISO_MONTH = len("2025-05")


class CellFault(Exception):  # noqa: N818 - a fault lies in the cell; errors are what stops a run
    """A cell that cannot be understood.

    Codes: `sheet.people`, `.people-mixed`, `.date`, `.formula`, `.box`, `.crop`, `.partner`.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleWords:
    """How a language says who is in a piece; `but` has the places {group} and {names}."""

    none: str
    unrecognisable: str
    unknown: str
    partner: str
    partners: str
    but: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetField:
    """A field with the language of its text, "" where it has none; `key` is as decisions.csv writes it."""

    field: Field
    language: str = ""

    @property
    def key(self) -> str:
        """The field as decisions.csv names it: "caption.tr"."""
        return f"{self.field}.{self.language}" if self.language else str(self.field)


# In the order of the columns. A further one needs its line here and in `SheetFields`.
ASKED = (Field.PEOPLE, *REDACTING, Field.PARTNER, Field.CAPTION, Field.ALTERNATIVE, Field.DATE)
# Of these several lines of decisions.csv add up: a new value has to take back what stands above it.
_ADDING = (*REDACTING, Field.PARTNER)
_FIGURES = 4  # behind the point: a tenth of a pixel in the small pictures that people measure
_NOT_KEPT = "…"  # who cleared the children of a partner school has to be said, but is not kept


def fields_asked(languages: Iterable[str]) -> tuple[SheetField, ...]:
    """What a sheet asks of each piece; texts once in each language of the project."""
    spoken = tuple(languages)
    return tuple(
        SheetField(field=field, language=language)
        for field in ASKED
        for language in (spoken if field in LOCAL else ("",))
    )


class SheetFields:
    """Shows and reads the fields of a project: `answers` are the pack's, `language` and `country` the school's."""

    def __init__(
        self, answers: Mapping[str, Iterable[str]], words: PeopleWords, *, language: str, country: str
    ) -> None:
        self._answers = answers
        self._words = words
        self._language = language
        self._country = country
        self._states = {fold(word) for state in _STATES for word in answers.get(state, ())}
        self._none = {fold(word) for word in answers.get("none", ())}
        self._unknown = {fold(word) for word in answers.get("unknown", ())}
        self._show: Mapping[Field, Callable[[EvidenceItem, str], str]] = {
            Field.PEOPLE: lambda item, _: people_text(item.portrayal, words),
            Field.CAPTION: lambda item, language: self._spoken(item.caption, language),
            Field.ALTERNATIVE: lambda item, language: self._spoken(item.alternative, language),
            Field.DATE: lambda item, _: dating_text(item.dated.value) if item.dated else "",
            Field.COVER: lambda item, _: boxes_text(_redaction(item).cover),
            Field.PIXELATE: lambda item, _: boxes_text(_redaction(item).pixelate),
            Field.CROP: lambda item, _: boxes_text(filter(None, [_redaction(item).crop])),
            Field.PARTNER: lambda item, _: "; ".join(partner_text(each.value) for each in item.partners),
        }
        self._read: Mapping[Field, Callable[[str], Hashable]] = {
            Field.PEOPLE: self._people,
            Field.CAPTION: str,
            Field.ALTERNATIVE: str,
            Field.DATE: self._dating,
            Field.COVER: _boxes,
            Field.PIXELATE: _boxes,
            Field.CROP: _crop,
            Field.PARTNER: self._partner,
        }

    def shown(self, item: EvidenceItem, asked: SheetField) -> str:
        """What the cell of a piece says, as a cell can hold it; "" where nothing is known."""
        return fitting(self._show[asked.field](item, asked.language))

    def meaning(self, asked: SheetField, text: str) -> Hashable:
        """What a text means: equal for all ways to write the same, "" for nothing. Raises CellFault."""
        text = tidy(text)
        if text in ERRORS:
            raise CellFault("sheet.formula")
        if text in ("", NOTHING) or (asked.field in _ADDING and fold(text) in self._none):
            return ""
        return self._read[asked.field](text)

    def values(self, asked: SheetField, text: str) -> tuple[str, ...]:
        """A text that `meaning` understands as the lines of decisions.csv that make it hold, and nothing else.

        An emptied cell takes away what was said.
        """
        if self.meaning(asked, text) == "":
            return (self._words.unknown if asked.field is Field.PEOPLE else NOTHING,)
        if asked.field in _ADDING:
            return (NOTHING, tidy(text))
        if asked.field is Field.DATE and (dating := parse_dating(tidy(text), self._country)):
            return (dating_text(dating),)
        return (tidy(text),)

    def _spoken(self, said: Sourced[LocalText] | None, language: str) -> str:
        texts = {code or self._language: text for code, text in said.value.texts} if said else {}
        return texts.get(language, "")

    def _people(self, text: str) -> Hashable:
        if fold(text) in self._unknown:
            return ""
        read = portrayal(text, self._answers, "sheet")
        names = (*read.persons, *read.groups, *read.absent)
        if self._states & set(map(fold, names)):
            raise CellFault("sheet.people-mixed")
        if read.state is PortrayalState.UNKNOWN or not all(any(map(str.isalpha, name)) for name in names):
            raise CellFault("sheet.people")
        return (read.state, read.persons, read.groups, read.absent, read.partner, read.partners)

    def _dating(self, text: str) -> Hashable:
        dating = parse_dating(text, self._country)
        if not dating:
            raise CellFault("sheet.date")
        return (dating.first, dating.last, dating.precision)

    def _partner(self, text: str) -> Hashable:
        try:
            if _NOT_KEPT in text:
                raise ValueError("nobody who cleared it")
            return tuple(partner_consent(each, self._country) for each in statements_in(text))
        except ValueError:
            raise CellFault("sheet.partner") from None


def _boxes(text: str) -> tuple[tuple[float, ...], ...]:
    try:
        return tuple(_rounded(box) for box in boxes_in(text))
    except ValueError:
        raise CellFault("sheet.box") from None


def _crop(text: str) -> Hashable:
    boxes = _boxes(text)
    if len(boxes) != 1 or min(boxes[0][2:]) < LEAST_CROP:
        raise CellFault("sheet.crop")
    return boxes


def _rounded(box: Box) -> tuple[float, ...]:
    return tuple(round(figure, _FIGURES) for figure in (box.left, box.top, box.width, box.height))


def _redaction(item: EvidenceItem) -> Redaction:
    """What is taken out of a piece; nothing where it is hidden because nobody can tell what."""
    return item.redaction if item.redaction and item.redaction != HIDDEN else Redaction()


def boxes_text(boxes: Iterable[Box]) -> str:
    """Boxes so that `boxes_in` reads the same from it: "0.1 0.2 0.3 0.25; …"."""
    return "; ".join(" ".join(f"{figure:g}" for figure in _rounded(box)) for box in boxes)


def partner_text(consent: PartnerConsent) -> str:
    """What a partner school cleared, without who did: that is not kept."""
    return f"{consent.school}, {consent.on}, {_NOT_KEPT}, {' '.join(consent.audiences)}"


def tidy(text: str) -> str:
    """A text without the blanks that spreadsheets change: at the ends of lines, and several in a row."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def people_text(who: Portrayal, words: PeopleWords) -> str:
    """Who is in a piece, so that `intake.people.portrayal` reads the same from it; "" when nobody knows."""
    if who.state is PortrayalState.NONE:
        return words.none
    if who.state is PortrayalState.UNRECOGNISABLE:
        return words.unrecognisable
    entries = [*who.persons, *who.groups]
    if who.groups and who.absent:
        entries[-1] = words.but.format(group=entries[-1], names=" & ".join(who.absent))
    if who.partner:
        entries.append(words.partners if who.partners else words.partner)
    if entries and who.state is PortrayalState.UNKNOWN:
        entries.append(words.unknown)
    # A comma parts names where no semicolon does.
    return f"{entries[0]};" if len(entries) == 1 and "," in entries[0] else "; ".join(entries)


def dating_text(dating: Dating) -> str:
    """A date as people of every country write it alike: "2025-05-20", "2025-05", "2025", "2024-09-01 – 2025-06-30"."""
    first, last = dating.first.isoformat(), dating.last.isoformat()
    match dating.precision:
        case Precision.DAY:
            return first
        case Precision.MONTH:
            return first[:_ISO_MONTH]
        case Precision.YEAR:
            return str(dating.first.year)
        case Precision.PERIOD:
            return f"{first} – {last}"
