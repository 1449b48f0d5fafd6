"""Which settings a form asks: those of the project, of each poster and plaque, and how long single texts may be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import get_args

from portfolio.cli.desk.setting import Setting, Shape
from portfolio.files.node import Listing, Node, Scalar
from portfolio.files.node import Mapping as Tree
from portfolio.files.shape import find_node
from portfolio.model.framework import DEFAULT_FRAMEWORK
from portfolio.model.project import FundingBasis, LabelStatus
from portfolio.model.sheet import Purpose
from portfolio.model.sheetorder import SheetKind
from portfolio.projectfile import DEFAULT_ARTEFACTS, ArtefactName, FolderKeys

ARTEFACTS = Setting(
    steps=("artefacts",), shape=Shape.CHECKS, choices=get_args(ArtefactName), usual=", ".join(DEFAULT_ARTEFACTS)
)
_SIZES = ("size_limit", "upload_limit", "volume_limit")
_INKS = ("", "rgb", "cmyk", "black", "blue")
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
    "ink": _INKS,
}


def settings_of(node: Node) -> tuple[Setting, ...]:
    """What is asked of a project: texts in each of its languages, or once where they are said so."""
    said = find_node(node, "languages")
    languages = [each.text for each in said.items if isinstance(each, Scalar)] if isinstance(said, Listing) else []
    second = find_node(node, "funding", "second_language")
    emblem = [*languages, second.text] if isinstance(second, Scalar) and second.text else languages
    return (
        *_lines("school", "name"),
        *_short("school", "country"),
        *_lines("school", "city", "website", "email", "address"),
        *_short("school", "phone", "pupils", "teachers", "founded"),
        *_lines("school", "principal", "coordinator"),
        *_spoken(node, languages, Setting(steps=("school", "motto"))),
        Setting(steps=("school", "logos"), shape=Shape.NAMES),
        _choice("label", "status", tuple(LabelStatus), LabelStatus.NONE),
        *_short("label", "years"),
        *_lines("round", "name"),
        *_short("round", "opens_on", "closes_on", "form"),
        *(
            Setting(steps=("round", "conditions", key), shape=Shape.SHORT)
            for key in ("registered_by", "teachers", "teachers_since", "label_from", "label_until", "years")
        ),
        *_short("eligibility", "registered_on", "active_teachers"),
        _choice("funding", "basis", tuple(FundingBasis), FundingBasis.NONE),
        *_lines("funding", "prescribed_by"),
        _choice("funding", "share", ("", "funded", "co-funded"), ""),
        *_lines("funding", "programme", "number", "authority"),
        *_spoken(node, emblem, Setting(steps=("funding", "statement"))),
        *_short("funding", "second_language"),
        _choice("funding", "arrangement", ("beside", "below"), "beside"),
        *_spoken(node, emblem, Setting(steps=("funding", "disclaimer"), shape=Shape.LINES)),
        *_spoken(node, emblem, Setting(steps=("funding", "artwork"))),
        Setting(steps=("funding", "inks", "info-sheet"), shape=Shape.CHOICE, choices=_INKS, called="funding.inks"),
        _choice("consent", "evaluator_default", ("exclude", "include"), "exclude"),
        Setting(steps=("consent", "public"), shape=Shape.NAMES),
        ARTEFACTS,
        Setting(steps=("languages",), shape=Shape.WORDS),
        *(Setting(steps=(key,), shape=Shape.SHORT) for key in ("edition_on", "theme", "max_exhibits", *_SIZES)),
        *_short("form", "limit"),
        Setting(steps=("framework",), shape=Shape.SHORT, usual=DEFAULT_FRAMEWORK),
        *(Setting(steps=("folders", name), usual=folder) for name, folder in FolderKeys()),
    )


def sheet_settings(kind: SheetKind, node: Node) -> tuple[Setting, ...]:
    """What is asked of a poster or plaque: the words that its kind has, its size, whom it is printed by."""
    inks = find_node(node, "funding", "inks", str(kind))
    usual = {"ink": inks.text} if isinstance(inks, Scalar) else {}
    return tuple(
        Setting(
            steps=("sheets", str(kind), key),
            shape=_SHAPES.get(key, Shape.LINE),
            choices=_CHOICES.get(key, ()),
            usual=usual.get(key, ""),
            called=f"sheets.{key}",
        )
        for key in (*_WORDS[kind], "size", "landscape", "for", "marks", "profile", "ink")
    )


def limit_settings(labels: Mapping[str, str]) -> tuple[Setting, ...]:
    """How many characters a field of the form takes, of single texts: their keys with what they are called."""
    return tuple(
        Setting(steps=("form", "limits", key), shape=Shape.SHORT, called="form.limits", label=label)
        for key, label in labels.items()
    )


def _spoken(node: Node, languages: Iterable[str], setting: Setting) -> tuple[Setting, ...]:
    """A text in some languages and those that it is said in, or once where no language is said with it."""
    said = find_node(node, *setting.steps)
    there = [key.text for key, _ in said.entries] if isinstance(said, Tree) else []
    every = dict.fromkeys((*languages, *there))
    if isinstance(said, Scalar) or not every:
        return (setting,)
    return tuple(replace(setting, steps=(*setting.steps, each), language=each, called=setting.key) for each in every)


def _lines(group: str, *keys: str) -> tuple[Setting, ...]:
    return tuple(Setting(steps=(group, key)) for key in keys)


def _short(group: str, *keys: str) -> tuple[Setting, ...]:
    return tuple(Setting(steps=(group, key), shape=Shape.SHORT) for key in keys)


def _choice(group: str, key: str, choices: tuple[str, ...], usual: str) -> Setting:
    return Setting(steps=(group, key), shape=Shape.CHOICE, choices=tuple(map(str, choices)), usual=str(usual))
