"""The pages of settings: of the project, of each poster and plaque, and of how long single texts may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from portfolio.build.survey import text_keys
from portfolio.cli.desk.acts import Acts
from portfolio.cli.desk.desk import Desk
from portfolio.cli.desk.setting import Setting
from portfolio.cli.desk.settinglist import limit_settings, settings_of, sheet_settings
from portfolio.cli.desk.settings import Form, Settings, label_of
from portfolio.cli.desk.texts import name_of
from portfolio.errors import ProjectError
from portfolio.files.node import Node
from portfolio.model.framework import PLAN
from portfolio.model.problem import Problem
from portfolio.model.sheetorder import SheetKind

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.wrappers import Response as AnyResponse

LIMITS = "limits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which settings a page asks: the end of its address, "" for those of the project, and its title."""

    name: str
    title: str
    asked: Callable[[Node], tuple[Setting, ...]]

    @property
    def page(self) -> str:
        """Its address below the desk's."""
        return f"settings/{self.name}" if self.name else "settings"

    @property
    def is_sheet(self) -> bool:
        """Whether it is a poster or a plaque."""
        return self.name in tuple(SheetKind)


def register(app: Flask, desk: Desk, acts: Acts, at: str) -> None:
    """The pages of settings, below a path."""
    from flask import abort, redirect, render_template, request, url_for

    words, say = desk.words, desk.words.say

    def told(problem: Problem) -> str:
        return f"{words.what(problem)} {words.remedy(problem)}"

    def label(setting: Setting) -> str:
        return label_of(setting, words)

    def found(name: str) -> Part:
        if not name:
            return Part(name=name, title=say("desk.settings"), asked=settings_of)
        if name == LIMITS:
            limits = limit_settings(_limited(desk))
            return Part(name=name, title=say("desk.limits"), asked=lambda _: limits)
        kind = next((kind for kind in SheetKind if kind == name), None) or abort(404)
        return Part(name=name, title=say(f"desk.choice.artefacts.{kind}"), asked=partial(sheet_settings, kind))

    def page(part: Part, form: Form) -> str:
        saved = request.args.get("saved")
        sheets = () if part.name else tuple(SheetKind)
        return render_template(
            "settings.html", form=form, part=part, sheets=sheets, limits=LIMITS, told=told, label=label, saved=saved
        )

    @app.get(f"{at}/settings", endpoint="settings")
    @app.get(f"{at}/settings/<part>", endpoint="settings")
    def show(part: str = "") -> str:
        wanted = found(part)
        return page(wanted, Settings(desk, acts, wanted.page, wanted.asked).form())

    @app.post(f"{at}/settings")
    @app.post(f"{at}/settings/<part>")
    def write_settings(part: str = "") -> str | AnyResponse | tuple[str, int]:
        wanted = found(part)
        settings = Settings(desk, acts, wanted.page, wanted.asked)
        texts, shown = dict(_given("text.")), dict(_given("shown."))
        try:
            conflicts = settings.write(texts, shown)
        except ProjectError:
            return page(wanted, settings.form(texts, shown)), 422
        if conflicts:
            others = {key: text for key, text in texts.items() if key not in {each.setting.key for each in conflicts}}
            return (
                render_template(
                    "settings-conflict.html", conflicts=conflicts, others=others, shown=shown, label=label, part=part
                ),
                409,
            )
        return redirect(url_for("settings", part=part or None, saved="yes"))

    def _given(head: str) -> Iterator[tuple[str, str]]:
        for name in request.form:
            if name.startswith(head):
                yield name.removeprefix(head), ", ".join(filter(None, request.form.getlist(name)))


def _limited(desk: Desk) -> dict[str, str]:
    """The texts whose length can be limited by their keys, all plans together first, with what they are called."""
    seen = desk.look()
    return {PLAN: seen.words.say("desk.limit-plans")} | {
        key: name_of(seen, key) for key in text_keys(seen.survey.framework)
    }
