"""The pages of settings: of the project, and of each poster and plaque."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from portfolio.cli.desk.acts import Acts
from portfolio.cli.desk.desk import Desk
from portfolio.cli.desk.setting import Setting
from portfolio.cli.desk.settings import Form, Settings, label_of
from portfolio.errors import ProjectError
from portfolio.model.problem import Problem
from portfolio.model.sheetorder import SheetKind

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.wrappers import Response as AnyResponse


def register(app: Flask, desk: Desk, acts: Acts, at: str) -> None:
    """The pages of settings, below a path."""
    from flask import abort, redirect, render_template, request, url_for

    words = desk.words

    def told(problem: Problem) -> str:
        return f"{words.what(problem)} {words.remedy(problem)}"

    def label(setting: Setting) -> str:
        return label_of(setting, words)

    def found(sheet: str) -> SheetKind | None:
        if not sheet:
            return None
        return next((kind for kind in SheetKind if kind == sheet), None) or abort(404)

    def page(form: Form, sheet: SheetKind | None) -> str:
        saved = request.args.get("saved")
        sheets = () if sheet else tuple(SheetKind)
        return render_template(
            "settings.html", form=form, sheet=sheet, sheets=sheets, told=told, label=label, saved=saved
        )

    @app.get(f"{at}/settings", endpoint="settings")
    @app.get(f"{at}/settings/<sheet>", endpoint="settings")
    def show(sheet: str = "") -> str:
        kind = found(sheet)
        return page(Settings(desk, acts, kind).form(), kind)

    @app.post(f"{at}/settings")
    @app.post(f"{at}/settings/<sheet>")
    def write_settings(sheet: str = "") -> str | AnyResponse | tuple[str, int]:
        kind = found(sheet)
        settings = Settings(desk, acts, kind)
        texts, shown = dict(_given("text.")), dict(_given("shown."))
        try:
            conflicts = settings.write(texts, shown)
        except ProjectError:
            return page(settings.form(texts, shown), kind), 422
        if conflicts:
            others = {key: text for key, text in texts.items() if key not in {each.setting.key for each in conflicts}}
            return (
                render_template(
                    "settings-conflict.html", conflicts=conflicts, others=others, shown=shown, label=label, sheet=kind
                ),
                409,
            )
        return redirect(url_for("settings", sheet=kind, saved="yes"))

    def _given(head: str) -> Iterator[tuple[str, str]]:
        for name in request.form:
            if name.startswith(head):
                yield name.removeprefix(head), ", ".join(filter(None, request.form.getlist(name)))
