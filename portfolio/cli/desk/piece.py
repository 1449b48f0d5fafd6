"""One piece with all that can be said of it: its fields, who may see it, where it stands and why, its better twin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from portfolio.build.sheetfields import SheetField
from portfolio.cli.desk.cards import Card, card_of, name_of
from portfolio.cli.desk.desk import Seen
from portfolio.cli.map import title_of
from portfolio.cli.sheet import heading_of
from portfolio.errors import ProjectError
from portfolio.model.clearance import HANDED_OUT
from portfolio.model.decision import LOCAL, REDACTING, Field
from portfolio.model.evidence import EvidenceItem
from portfolio.model.mapping import Link
from portfolio.model.problem import error
from portfolio.model.redaction import HIDDEN, WHOLE, Box

_TWINS = 6  # a burst can be long: the nearest are enough to choose among


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What somebody wrote into the fields of a page that could not be kept, by key; `faults` are codes."""

    texts: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedField:
    """A field as the page asks for it: `long` for texts of several words, `box` for parts of the picture.

    `text` is what stands in it, `shown` what is known; `fault` says what is not understood of it, with what to do.
    """

    key: str
    label: str
    hint: str
    text: str
    shown: str
    language: str
    long: bool
    box: bool
    fault: tuple[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a piece proves, or may prove, and why; how strong all the evidence for it is, and what that lacks."""

    target: str
    title: str
    why: str
    grade: str = ""
    said: str = ""
    lacks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A picture of several that look alike; `because` is the reason for which it may be left out, "" for the first.

    `best` has the most pixels, where one has fewer.
    """

    id: str
    name: str
    size: str
    because: str
    best: bool
    left_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceSheet:
    """A piece as its page shows it.

    `audiences` are names with whether they may see it, and why; `copies` the further files that hold the same.
    `crop` is the part of the upright picture that is seen: left, top, width and height in fractions; "" of no picture.
    """

    card: Card
    fields: tuple[AskedField, ...]
    links: tuple[Proof, ...]
    suggestions: tuple[Proof, ...]
    audiences: tuple[tuple[str, bool, str], ...]
    copies: tuple[str, ...]
    twins: tuple[Twin, ...]
    crop: str
    left_out: str
    before: str
    after: str

    @property
    def targets(self) -> tuple[str, ...]:
        """What it proves, the place where it is shown first."""
        return tuple(proof.target for proof in self.links)


def sheet_of(item: str, seen: Seen, typed: Typed | None = None) -> PieceSheet:
    """The page of a piece, with what was typed into it. Raises ProjectError (`desk.gone`)."""
    piece = seen.items.get(item)
    if piece is None:
        raise ProjectError(error("desk.gone", id=item))
    words = seen.words
    order = list(seen.items)
    at = order.index(item)
    excluded = seen.survey.mapping.excluded.get(item)
    links = seen.links.get(item, ())
    placed = {link.target for link in links}
    return PieceSheet(
        card=card_of(piece, seen),
        fields=tuple(_asked(each, piece, seen, typed or Typed()) for each in seen.asked),
        links=tuple(_proof(link, seen) for link in links),
        suggestions=tuple(_proof(link, seen) for link in seen.suggestions.get(item, ()) if link.target not in placed),
        audiences=tuple(
            (words.say(f"audiences.{entry.audience}"), entry.allowed, words.why(entry.why))
            for entry in seen.judged.of(piece)
            if entry.audience in HANDED_OUT
        ),
        copies=piece.files[1:],
        twins=tuple(_twins(piece, seen)),
        crop=_figures(_seen_part(piece)) if piece.raster else "",
        left_out=words.why(excluded) if excluded else "",
        before=order[at - 1] if at else "",
        after=order[at + 1] if at + 1 < len(order) else "",
    )


def _proof(link: Link, seen: Seen) -> Proof:
    evidence = next((each for each in seen.readiness.evidence if each.target == link.target), None)
    lacks = evidence.reasons("lacks") if evidence else ()
    return Proof(
        target=link.target,
        title=title_of(link.target, seen.survey.framework, seen.words.language),
        why=seen.words.why(link.rationale),
        grade=evidence.grade if evidence else "",
        said=seen.words.say(f"check.grades.{evidence.grade}") if evidence else "",
        lacks=seen.words.why(lacks[0]) if lacks else "",
    )


def _asked(asked: SheetField, piece: EvidenceItem, seen: Seen, typed: Typed) -> AskedField:
    words, now = seen.words, seen.fields.shown(piece, asked)
    code = typed.faults.get(asked.key)
    fault = error(code, column=heading_of(asked.key, words)) if code else None
    return AskedField(
        key=asked.key,
        label=heading_of(asked.key, words),
        hint=words.say(f"sheet.hints.{asked.field}"),
        text=typed.texts.get(asked.key, now),
        shown=typed.shown.get(asked.key, now),
        language=asked.language,
        long=asked.field in LOCAL or asked.field is Field.PEOPLE,
        box=asked.field in REDACTING,
        fault=(words.what(fault), words.remedy(fault)) if fault else None,
    )


def _twins(piece: EvidenceItem, seen: Seen) -> Iterator[Twin]:
    """A piece and the pictures most like it, the one with the most pixels first; none where it is alone."""
    near = [other for item in seen.alike.get(piece.id, ()) if (other := seen.items.get(item)) and other is not piece]
    if not near:
        return
    near.sort(key=lambda other: (_look(piece) ^ _look(other)).bit_count())
    best, *others = sorted((piece, *near[: _TWINS - 1]), key=_pixels, reverse=True)
    for each in (best, *others):
        yield Twin(
            id=each.id,
            name=name_of(each, seen),
            size=f"{each.raster.width} × {each.raster.height} px" if each.raster else "",
            because="" if each is best else _why_not(each, best, seen),
            best=_pixels(each) == _pixels(best) > min(map(_pixels, others)),
            left_out=each.id in seen.survey.mapping.excluded,
        )


def _why_not(item: EvidenceItem, best: EvidenceItem, seen: Seen) -> str:
    """Why one of two pictures that look alike may be left out, in the school's language."""
    key = "desk.twin-because" if _pixels(item) < _pixels(best) else "desk.twin-too"
    return seen.own.say(key, name=name_of(best, seen), file=best.files[0])


def _look(item: EvidenceItem) -> int:
    return int(item.raster.dhash, 16) if item.raster else 0


def _pixels(item: EvidenceItem) -> int:
    return item.raster.width * item.raster.height if item.raster else 0


def _seen_part(piece: EvidenceItem) -> Box:
    if piece.redaction and piece.redaction != HIDDEN and piece.redaction.crop:
        return piece.redaction.crop
    return WHOLE


def _figures(box: Box) -> str:
    return " ".join(f"{figure:g}" for figure in (box.left, box.top, box.width, box.height))
