"""The project's settings as a form: what portfolio.yaml says, judged before it is written, its comments kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, get_args

from portfolio.cli.desk.desk import Desk
from portfolio.errors import OutputError, ProjectError
from portfolio.files.fault import FileFault
from portfolio.files.node import Listing, Node, Scalar
from portfolio.files.shape import find_node
from portfolio.files.sourcefile import SourceFile, read_source
from portfolio.files.yamledit import Value, with_values
from portfolio.files.yamlfile import parse
from portfolio.home import FILE
from portfolio.model.problem import Place, Problem, error
from portfolio.model.project import FundingBasis, LabelStatus
from portfolio.project import read_project
from portfolio.projectfile import DEFAULT_ARTEFACTS, ArtefactName

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.wrappers import Response as AnyResponse

_GROUPS = ("school", "label", "round", "eligibility", "funding", "artefacts")
_APART = re.compile(r"[\s,;]+")


class Shape(StrEnum):
    """How a setting is asked."""

    LINE = "line"
    SHORT = "short"  # a number, a day, a code
    WORDS = "words"  # several, with commas between
    CHOICE = "choice"
    CHECKS = "checks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One value of portfolio.yaml: the keys that lead to it, and how it is asked."""

    steps: tuple[str, ...]
    shape: Shape = Shape.LINE
    choices: tuple[str, ...] = ()
    usual: str = ""  # what holds where nothing is said
    language: str = ""

    @property
    def key(self) -> str:
        """Its keys with dots between: "school.motto.tr"."""
        return ".".join(self.steps)

    @property
    def name(self) -> str:
        """What it is called by, in every language that it is asked in: "school.motto"."""
        return self.key.removesuffix(f".{self.language}") if self.language else self.key

    @property
    def group(self) -> str:
        """Under what it is asked."""
        return self.steps[0] if self.steps[0] in _GROUPS else "documents"

    def value(self, text: str) -> Value:
        """What a text of the form is in the file."""
        if self.shape in (Shape.WORDS, Shape.CHECKS):
            return tuple(filter(None, _APART.split(text)))
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A setting that says something else by now than the page showed."""

    setting: Setting
    now: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A setting in the form: what stands in its field, what the page was shown first, what is wrong with it."""

    setting: Setting
    text: str
    shown: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The settings by the key of their group, and what is wrong elsewhere in the file."""

    groups: Mapping[str, tuple[Asked, ...]]
    problems: tuple[Problem, ...] = ()

    @property
    def count(self) -> int:
        """How much is wrong."""
        asked = (each for group in self.groups.values() for each in group)
        return len(self.problems) + sum(len(each.problems) for each in asked)


def settings_of(node: Node) -> tuple[Setting, ...]:
    """What is asked of a project: the motto in each of its languages, or once where it is said so."""
    said = find_node(node, "languages")
    languages = [each.text for each in said.items if isinstance(each, Scalar)] if isinstance(said, Listing) else []
    motto = ("school", "motto")
    if isinstance(find_node(node, *motto), Scalar) or not languages:
        mottos = [Setting(steps=motto)]
    else:
        mottos = [Setting(steps=(*motto, each), language=each) for each in dict.fromkeys(languages)]
    return (
        *(Setting(steps=("school", key)) for key in ("name", "city", "website", "email", "address")),
        *(Setting(steps=("school", key), shape=Shape.SHORT) for key in ("phone", "pupils", "teachers", "founded")),
        *(Setting(steps=("school", key)) for key in ("principal", "coordinator")),
        *mottos,
        _choice("label", "status", tuple(LabelStatus), LabelStatus.NONE),
        Setting(steps=("label", "years"), shape=Shape.SHORT),
        Setting(steps=("round", "name")),
        *(Setting(steps=("round", key), shape=Shape.SHORT) for key in ("opens_on", "closes_on")),
        *(Setting(steps=("eligibility", key), shape=Shape.SHORT) for key in ("registered_on", "active_teachers")),
        _choice("funding", "basis", tuple(FundingBasis), FundingBasis.NONE),
        Setting(steps=("funding", "prescribed_by")),
        _choice("funding", "share", ("", "funded", "co-funded"), ""),
        *(Setting(steps=("funding", key)) for key in ("programme", "number", "authority")),
        Setting(
            steps=("artefacts",),
            shape=Shape.CHECKS,
            choices=get_args(ArtefactName),
            usual=", ".join(DEFAULT_ARTEFACTS),
        ),
        Setting(steps=("languages",), shape=Shape.WORDS),
        Setting(steps=("edition_on",), shape=Shape.SHORT),
        Setting(steps=("form", "limit"), shape=Shape.SHORT),
    )


def _choice(group: str, key: str, choices: tuple[str, ...], usual: str) -> Setting:
    return Setting(steps=(group, key), shape=Shape.CHOICE, choices=tuple(map(str, choices)), usual=str(usual))


class Settings:
    """The settings of a desk's project, in its file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def form(self, texts: Mapping[str, str] | None = None, shown: Mapping[str, str] | None = None) -> Form:
        """What the file says, or what was written instead, with all that is wrong. Raises ProjectError."""
        source, node = self._read()
        settings = settings_of(node)
        now = {each.key: _said(node, each) for each in settings}
        written = now | dict(texts or {})
        changes = _changes(settings, written, now)
        try:
            text = with_values(source.text, changes)
            problems: Sequence[Problem] = self._faults(text)
            node = parse(text)
        except FileFault as fault:
            problems = (fault.problem(FILE),)
        found = {each.key: list[Problem]() for each in settings}
        rest: list[Problem] = []
        for problem in problems:
            if setting := _about(problem, settings, node):
                found[setting.key].append(problem)
            else:
                rest.append(problem)
        groups: dict[str, list[Asked]] = {}
        for each in settings:
            asked = Asked(
                setting=each,
                text=written[each.key],
                shown=(shown or {}).get(each.key, now[each.key]),
                problems=tuple(found[each.key]),
            )
            groups.setdefault(each.group, []).append(asked)
        return Form(groups={key: tuple(group) for key, group in groups.items()}, problems=tuple(rest))

    def write(self, texts: Mapping[str, str], shown: Mapping[str, str]) -> tuple[Conflict, ...]:
        """Write what was changed; where a setting says something else by now, nothing is, and each comes back.

        Raises ProjectError with all that is wrong with what would stand there; nothing is written then. OutputError.
        """
        with self._desk.alone():
            source, node = self._read()
            settings = [each for each in settings_of(node) if each.key in texts]
            now = {each.key: _said(node, each) for each in settings}
            before = {each.key: shown.get(each.key, now[each.key]) for each in settings}
            changed = [each for each in settings if not _same(each, texts[each.key], before[each.key])]
            conflicts = tuple(
                Conflict(setting=each, now=now[each.key], written=texts[each.key])
                for each in changed
                if not _same(each, now[each.key], before[each.key]) and not _same(each, now[each.key], texts[each.key])
            )
            changes = _changes(changed, texts, now)
            if conflicts or not changes:
                return conflicts
            try:
                text = with_values(source.text, changes)
                if faults := self._faults(text):
                    raise ProjectError(*faults)
                source.write(text)
            except FileFault as fault:
                raise ProjectError(fault.problem(FILE)) from None
            except OSError as fault:
                raise OutputError(error("output.unwritable", Place(file=FILE), why=fault.strerror or fault)) from fault
        return ()

    def _read(self) -> tuple[SourceFile, Node]:
        try:
            source = read_source(self._desk.root / FILE, "")
            return source, parse(source.text)
        except FileFault as fault:
            raise ProjectError(fault.problem(FILE)) from None

    def _faults(self, text: str) -> tuple[Problem, ...]:
        """What would stop a run if the file said this."""
        try:
            read_project(self._desk.root, self._desk.cache, text)
        except ProjectError as stop:
            return tuple(each for each in stop.problems if each.where is None or each.where.file == FILE)
        return ()


def _said(node: Node, setting: Setting) -> str:
    found = find_node(node, *setting.steps)
    if isinstance(found, Listing):
        return ", ".join(each.text for each in found.items if isinstance(each, Scalar))
    return found.text if isinstance(found, Scalar) else setting.usual


def _same(setting: Setting, one: str, other: str) -> bool:
    return setting.value(_tidy(one)) == setting.value(_tidy(other))


def _changes(
    settings: Iterable[Setting], written: Mapping[str, str], now: Mapping[str, str]
) -> dict[tuple[str, ...], Value]:
    return {
        each.steps: each.value(_tidy(written[each.key]))
        for each in settings
        if not _same(each, written[each.key], now[each.key])
    }


def _tidy(text: str) -> str:
    """A text as one line."""
    return " ".join(text.split())


def _about(problem: Problem, settings: Sequence[Setting], node: Node) -> Setting | None:
    """The setting that a Problem is about: where it stands, else by its key, else the first of the group it names."""
    where = problem.where
    for each in settings:
        found = find_node(node, *each.steps)
        places = [found, *(found.items if isinstance(found, Listing) else ())] if found else []
        if where and any((place.line, place.column) == (where.line, where.column) for place in places):
            return each
    key = dict(problem.values).get("key", "")
    named = (each for each in settings if key and (each.key == key or each.name == key))
    return next(named, next((each for each in settings if key and each.key.startswith(f"{key}.")), None))


def register(app: Flask, desk: Desk, at: str) -> None:
    """The page of settings, below a path."""
    from flask import redirect, render_template, request, url_for

    settings = Settings(desk)

    def said(problem: Problem) -> str:
        return f"{desk.words.what(problem)} {desk.words.remedy(problem)}"

    def page(form: Form) -> str:
        return render_template("settings.html", form=form, told=said, saved=request.args.get("saved"))

    @app.get(f"{at}/settings", endpoint="settings")
    def show() -> str:
        return page(settings.form())

    @app.post(f"{at}/settings")
    def write_settings() -> str | AnyResponse | tuple[str, int]:
        texts, shown = dict(_given("text.")), dict(_given("shown."))
        try:
            conflicts = settings.write(texts, shown)
        except ProjectError:
            return page(settings.form(texts, shown)), 422
        if conflicts:
            others = {key: text for key, text in texts.items() if key not in {each.setting.key for each in conflicts}}
            return render_template("settings-conflict.html", conflicts=conflicts, others=others, shown=shown), 409
        return redirect(url_for("settings", saved="yes"))

    def _given(head: str) -> Iterator[tuple[str, str]]:
        for name in request.form:
            if name.startswith(head):
                yield name.removeprefix(head), ", ".join(request.form.getlist(name))
