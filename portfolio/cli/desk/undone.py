"""The page of what was taken back, or was not, for the file was changed since: both are shown, either may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.cli.desk.acts import Acts

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.wrappers import Response as AnyResponse


def register(app: Flask, acts: Acts, at: str) -> None:
    """The page, below a path."""
    from flask import redirect, render_template, url_for

    @app.get(f"{at}/undone")
    def undone() -> str | AnyResponse:
        if acts.undone is None:
            return redirect(url_for("wall"))
        step, done = acts.undone
        now = step.now()
        fields = [(each, now.get(each.name, ""), each.after if done else each.before) for each in step.changes]
        return render_template("undone.html", step=step, done=done, fields=fields)
