"""The page of what was taken back, or was not, for the file was changed since: both are shown, either may stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portfolio.cli.desk.acts import Acts
from portfolio.cli.desk.rewriting import Change, Rewriting

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.wrappers import Response as AnyResponse


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An act that was taken back or not: each field with what it says by now and what else it may say."""

    step: Rewriting
    done: bool
    fields: tuple[tuple[Change, str, str], ...]

    @property
    def stands(self) -> bool:
        """Whether what it put back is still there, or nothing was put back: else somebody has gone on since."""
        return not self.done or all(now == change.before for change, now, _ in self.fields)

    @property
    def differs(self) -> bool:
        """Whether there is anything left to choose."""
        return any(now != other for _, now, other in self.fields)


def register(app: Flask, acts: Acts, at: str) -> None:
    """The page, below a path; the latest first, of earlier ones those that stand and differ still."""
    from flask import redirect, render_template, url_for

    @app.get(f"{at}/undone")
    def undone() -> str | AnyResponse:
        if not acts.undone:
            return redirect(url_for("wall"))
        latest, *earlier = (_shown(step, done) for step, done in acts.undone)
        return render_template(
            "undone.html", acts=(latest, *(each for each in earlier if each.differs and each.stands))
        )


def _shown(step: Rewriting, done: bool) -> Shown:
    now = step.now()
    fields = tuple((each, now.get(each.name, ""), each.after if done else each.before) for each in step.changes)
    return Shown(step=step, done=done, fields=fields)
