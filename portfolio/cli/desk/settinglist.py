"""Which settings a form asks: those of the project, and those of each poster and plaque."""

from __future__ import annotations

from typing import get_args

from portfolio.cli.desk.setting import Setting, Shape
from portfolio.files.node import Listing, Node, Scalar
from portfolio.files.shape import find_node
from portfolio.model.project import FundingBasis, LabelStatus
from portfolio.model.sheet import Purpose
from portfolio.model.sheetorder import SheetKind
from portfolio.projectfile import DEFAULT_ARTEFACTS, ArtefactName

ARTEFACTS = Setting(
    steps=("artefacts",), shape=Shape.CHECKS, choices=get_args(ArtefactName), usual=", ".join(DEFAULT_ARTEFACTS)
)
_LIMITS = ("size_limit", "upload_limit", "volume_limit")
_WORDS = {
    SheetKind.MISSION: ("title",),
    SheetKind.SCHOOL: ("title", "photos"),
    SheetKind.PROJECT: ("project", "title", "text", "address", "photos"),
    SheetKind.EVENT: ("title", "on", "time", "place", "text", "address", "photos"),
    SheetKind.PLAQUE: ("title", "text", "on", "outdoors"),
    SheetKind.PLAQUE_PROJECT: ("project", "title", "text", "on", "outdoors"),
    SheetKind.PLAQUE_ROOM: ("title", "text", "on", "outdoors"),
    SheetKind.PLAQUE_THANKS: ("partner", "title", "text", "on", "outdoors"),
}
_SHAPES = {
    "size": Shape.SHORT,
    "landscape": Shape.SWITCH,
    "for": Shape.CHECKS,
    "marks": Shape.SWITCH,
    "ink": Shape.CHOICE,
    "text": Shape.LINES,
    "on": Shape.SHORT,
    "time": Shape.SHORT,
    "photos": Shape.NAMES,
    "outdoors": Shape.SWITCH,
}
_CHOICES = {
    "for": tuple(str(each) for each in Purpose if each is not Purpose.SCREEN),  # which is always made
    "ink": ("", "rgb", "cmyk", "black", "blue"),
}


def settings_of(node: Node) -> tuple[Setting, ...]:
    """What is asked of a project: the motto in each of its languages, or once where it is said so."""
    said = find_node(node, "languages")
    languages = [each.text for each in said.items if isinstance(each, Scalar)] if isinstance(said, Listing) else []
    motto = ("school", "motto")
    if isinstance(find_node(node, *motto), Scalar) or not languages:
        mottos = [Setting(steps=motto)]
    else:
        called = ".".join(motto)
        mottos = [Setting(steps=(*motto, each), language=each, called=called) for each in dict.fromkeys(languages)]
    return (
        *_lines("school", "name"),
        *_short("school", "country"),
        *_lines("school", "city", "website", "email", "address"),
        *_short("school", "phone", "pupils", "teachers", "founded"),
        *_lines("school", "principal", "coordinator"),
        *mottos,
        _choice("label", "status", tuple(LabelStatus), LabelStatus.NONE),
        *_short("label", "years"),
        *_lines("round", "name"),
        *_short("round", "opens_on", "closes_on"),
        *(
            Setting(steps=("round", "conditions", key), shape=Shape.SHORT)
            for key in ("registered_by", "teachers", "teachers_since", "label_from", "label_until", "years")
        ),
        *_short("eligibility", "registered_on", "active_teachers"),
        _choice("funding", "basis", tuple(FundingBasis), FundingBasis.NONE),
        *_lines("funding", "prescribed_by"),
        _choice("funding", "share", ("", "funded", "co-funded"), ""),
        *_lines("funding", "programme", "number", "authority"),
        ARTEFACTS,
        Setting(steps=("languages",), shape=Shape.WORDS),
        *(Setting(steps=(key,), shape=Shape.SHORT) for key in ("edition_on", "theme", "max_exhibits", *_LIMITS)),
        *_short("form", "limit"),
    )


def sheet_settings(kind: SheetKind) -> tuple[Setting, ...]:
    """What is asked of a poster or plaque: the words that its kind has, its size, whom it is printed by."""
    return tuple(
        Setting(
            steps=("sheets", str(kind), key),
            shape=_SHAPES.get(key, Shape.LINE),
            choices=_CHOICES.get(key, ()),
            called=f"sheets.{key}",
        )
        for key in (*_WORDS[kind], "size", "landscape", "for", "marks", "profile", "ink")
    )


def _lines(group: str, *keys: str) -> tuple[Setting, ...]:
    return tuple(Setting(steps=(group, key)) for key in keys)


def _short(group: str, *keys: str) -> tuple[Setting, ...]:
    return tuple(Setting(steps=(group, key), shape=Shape.SHORT) for key in keys)


def _choice(group: str, key: str, choices: tuple[str, ...], usual: str) -> Setting:
    return Setting(steps=(group, key), shape=Shape.CHOICE, choices=tuple(map(str, choices)), usual=str(usual))
