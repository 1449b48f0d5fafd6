"""The desk's pages: what may be asked of them, by whom, and what each answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.cli.desk import making, preview, settings, texts
from portfolio.cli.desk.acts import Acts, Conflict
from portfolio.cli.desk.cards import INBOX, LEFT_OUT, readiness_of, wall_of
from portfolio.cli.desk.desk import Desk, Seen
from portfolio.cli.desk.gate import Gate
from portfolio.cli.desk.piece import sheet_of
from portfolio.cli.map import title_of
from portfolio.errors import PortfolioError

if TYPE_CHECKING:
    from flask import Flask, Response
    from werkzeug.wrappers import Response as AnyResponse

HERE = Path(__file__).parent
LARGEST = 2**20  # bytes of what is sent: texts, never files


def make_app(desk: Desk, gate: Gate) -> Flask:
    """The pages of a desk, below the gate's secret path."""
    from flask import Flask, abort, jsonify, redirect, render_template, request, send_file, url_for

    app = Flask("portfolio-desk", template_folder=str(HERE / "templates"), static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=LARGEST, MAX_FORM_MEMORY_SIZE=LARGEST, MAX_FORM_PARTS=2000)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    acts = Acts(desk)
    say = desk.words.say
    at = f"/{gate.token}"

    @app.before_request
    def guard() -> None:
        if refused := gate.refuses(request):
            abort(refused)

    @app.after_request
    def sealed(response: Response) -> Response:
        gate.seal(response)
        return response

    @app.context_processor
    def always() -> dict[str, object]:
        return {"say": say, "language": desk.words.language, "undoable": acts.last is not None}

    @app.errorhandler(PortfolioError)
    def stopped(stop: PortfolioError) -> tuple[str | Response, int]:
        said = [(desk.words.what(each), desk.words.remedy(each)) for each in stop.problems]
        if _wants_json():
            return jsonify(problems=said), 422
        return render_template("stopped.html", problems=said), 422

    def _wants_json() -> bool:
        return request.headers.get("Accept", "").startswith("application/json")

    def answer(done: Callable[[], object]) -> AnyResponse:
        """Do it, then tell what has moved, or show the wall again."""
        done()
        if not _wants_json():
            return redirect(request.form.get("back") or url_for("wall"))
        seen = desk.look()
        columns = wall_of(seen)
        chosen = set(request.form.getlist("piece")) | set(acts.last.pieces if acts.last else ())
        cards = {
            card.id: {
                "column": column.key,
                "html": render_template("card.html", card=card, column=column, targets=_targets(seen)),
            }
            for column in columns
            for card in column.cards
            if card.id in chosen
        }
        return jsonify(cards=cards, readiness=readiness_of(columns), undoable=acts.last is not None)

    @app.get(f"{at}/")
    def wall() -> str:
        seen = desk.look()
        return render_template(
            "wall.html",
            school=seen.survey.project.school.name,
            columns=wall_of(seen),
            targets=_targets(seen),
            days_left=seen.readiness.days_left,
            inbox=INBOX,
            left_out=LEFT_OUT,
        )

    @app.get(f"{at}/piece/<item>")
    def piece(item: str) -> str:
        return render_template("piece.html", sheet=sheet_of(item, desk.look()), targets=_targets(desk.look()))

    @app.post(f"{at}/piece/<item>")
    def write(item: str) -> str | AnyResponse | tuple[str, int]:
        texts = {key.removeprefix("text."): text for key, text in request.form.items() if key.startswith("text.")}
        shown = {key.removeprefix("shown."): text for key, text in request.form.items() if key.startswith("shown.")}
        conflicts = acts.write(item, texts, shown)
        if conflicts:
            return _conflict(item, conflicts), 409
        return redirect(url_for("piece", item=item))

    def _conflict(item: str, conflicts: Sequence[Conflict]) -> str:
        return render_template("conflict.html", sheet=sheet_of(item, desk.look()), conflicts=conflicts)

    @app.post(f"{at}/place")
    def place() -> AnyResponse:
        targets = [target for target in request.form.getlist("target") if target]
        items = request.form.getlist("piece")
        if LEFT_OUT in targets:
            return answer(lambda: acts.leave_out(items, request.form.get("because", "")))
        excluded = desk.look().survey.mapping.excluded
        if back := [item for item in items if item in excluded]:
            acts.take_in(back)
        return answer(lambda: acts.place(items, [target for target in targets if target != INBOX]))

    @app.post(f"{at}/take-in")
    def take_in() -> AnyResponse:
        return answer(lambda: acts.take_in(request.form.getlist("piece")))

    @app.post(f"{at}/nobody")
    def nobody() -> AnyResponse:
        return answer(lambda: acts.nobody(request.form.getlist("piece")))

    @app.post(f"{at}/undo")
    def undo() -> AnyResponse:
        return answer(acts.undo)

    @app.get(f"{at}/picture/<item>")
    def picture(item: str) -> AnyResponse:
        path = desk.thumbnail(item)
        return send_file(path, max_age=0) if path else abort(404)

    @app.get(f"{at}/static/<name>")
    def static(name: str) -> AnyResponse:
        file = {each.name: each for each in (HERE / "static").iterdir()}.get(name)
        return send_file(file, max_age=0) if file else abort(404)

    for pages in (texts, settings, preview, making):
        pages.register(app, desk, at)
    return app


def _targets(seen: Seen) -> list[tuple[str, str]]:
    """Where a piece may be put: pillars and criteria, by key and as they are called."""
    return [
        (target, title_of(target, seen.survey.framework, seen.words.language))
        for pillar in seen.survey.framework.all_pillars
        for target in (pillar.key, *(f"{pillar.key}/{line.key}" for line in pillar.criteria))
    ]
