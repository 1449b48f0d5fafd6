"""The project's settings as a form: what portfolio.yaml says, judged before it is written, its comments kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from portfolio.cli.desk.acts import Acts
from portfolio.cli.desk.desk import Desk
from portfolio.cli.desk.rewriting import Change, read_own, rewrite
from portfolio.cli.desk.setting import Setting
from portfolio.cli.desk.settinglist import ARTEFACTS
from portfolio.cli.words import Words
from portfolio.errors import ProjectError
from portfolio.files.fault import FileFault
from portfolio.files.node import Listing, Node
from portfolio.files.shape import find_node
from portfolio.files.sourcefile import SourceFile
from portfolio.files.yamledit import Value, with_values
from portfolio.files.yamlfile import parse
from portfolio.home import FILE
from portfolio.model.problem import Problem
from portfolio.project import read_project


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
    """The settings by the key of their group, what is wrong elsewhere in the file, and what is made by a build."""

    groups: Mapping[str, tuple[Asked, ...]]
    problems: tuple[Problem, ...] = ()
    made: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How much is wrong."""
        asked = (each for group in self.groups.values() for each in group)
        return len(self.problems) + sum(len(each.problems) for each in asked)


class Settings:
    """Some settings of a desk's project in its file; `page` is the address of their form, below the desk's."""

    def __init__(self, desk: Desk, acts: Acts, page: str, asked: Callable[[Node], tuple[Setting, ...]]) -> None:
        self._desk, self._acts, self._page, self._asked = desk, acts, page, asked

    def form(self, texts: Mapping[str, str] | None = None, shown: Mapping[str, str] | None = None) -> Form:
        """What the file says, or what was written instead, with all that is wrong. Raises ProjectError."""
        source, node = self._read()
        settings = self._asked(node)
        now = {each.key: each.said(node) for each in settings}
        made = ARTEFACTS.value(ARTEFACTS.said(node))
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
        return Form(groups={key: tuple(group) for key, group in groups.items()}, problems=tuple(rest), made=tuple(made))

    def write(self, texts: Mapping[str, str], shown: Mapping[str, str]) -> tuple[Conflict, ...]:
        """Write what was changed; where a setting says something else by now, nothing is, and each comes back.

        Raises ProjectError with all that is wrong with what would stand there; nothing is written then. OutputError.
        """
        with self._desk.writing(FILE):
            source, node = self._read()
            settings = [each for each in self._asked(node) if each.key in texts]
            now = {each.key: each.said(node) for each in settings}
            before = {each.key: shown.get(each.key, now[each.key]) for each in settings}
            changed = [each for each in settings if not each.same(texts[each.key], before[each.key])]
            conflicts = tuple(
                Conflict(setting=each, now=now[each.key], written=texts[each.key])
                for each in changed
                if not each.same(now[each.key], before[each.key]) and not each.same(now[each.key], texts[each.key])
            )
            changes = _changes(changed, texts, now)
            if conflicts or not changes:
                return conflicts
            text = with_values(source.text, changes)
            if faults := self._faults(text):
                raise ProjectError(*faults)
            told = tuple(
                Change(
                    name=f".{each.key}",
                    label=label_of(each, self._desk.words),
                    before=now[each.key],
                    after=texts[each.key],
                    language=each.language,
                )
                for each in changed
                if each.steps in changes
            )
            self._acts.note(rewrite(source, text, page=self._page, changes=told, now=self._now))
        return ()

    def _now(self) -> Mapping[str, str]:
        """What each setting says by now, by its field's name."""
        _, node = self._read()
        return {f".{each.key}": each.said(node) for each in self._asked(node)}

    def _read(self) -> tuple[SourceFile, Node]:
        source = read_own(self._desk.root / FILE, "", FILE, "project.unreadable")
        try:
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


def label_of(setting: Setting, words: Words) -> str:
    """A setting as people call it."""
    label = setting.label or words.say(f"desk.setting.{setting.name}")
    return f"{label} ({setting.language})" if setting.language else label


def _changes(
    settings: Iterable[Setting], written: Mapping[str, str], now: Mapping[str, str]
) -> dict[tuple[str, ...], Value]:
    return {
        each.steps: each.value(written[each.key])
        for each in settings
        if not each.same(written[each.key], now[each.key])
    }


def _about(problem: Problem, settings: Sequence[Setting], node: Node) -> Setting | None:
    """The setting that a Problem is about: where it stands, else by its key, else one of the group that it names.

    Of a group it is one whose value the Problem tells, else the first.
    """
    where, values = problem.where, dict(problem.values)
    for each in settings:
        found = find_node(node, *each.steps)
        places = [found, *(found.items if isinstance(found, Listing) else ())] if found else []
        if where and any((place.line, place.column) == (where.line, where.column) for place in places):
            return each
    key = values.get("key", "")
    named = (each for each in settings if key and (each.key == key or each.name == key))
    group = [each for each in settings if key and each.key.startswith(f"{key}.")]
    told = (each for each in group if each.said(node) in values.values())
    return next(iter((*named, *told, *group)), None)
