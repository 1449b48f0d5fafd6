"""The desk's pages: what may be asked of them, by whom, and what each answers."""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.build.sheetfields import ASKED
from portfolio.cli.desk import making, preview, settingpages, texts, undone
from portfolio.cli.desk.acts import Acts, Written
from portfolio.cli.desk.cards import INBOX, LEFT_OUT, card_of, readiness_of, wall_of
from portfolio.cli.desk.desk import Desk, Seen
from portfolio.cli.desk.gate import Gate
from portfolio.cli.desk.piece import Typed, sheet_of
from portfolio.cli.desk.rewriting import Rewriting
from portfolio.cli.map import title_of
from portfolio.cli.sheet import heading_of
from portfolio.cli.words import Words
from portfolio.errors import PortfolioError

if TYPE_CHECKING:
    from flask import Flask, Response
    from werkzeug.datastructures import MultiDict
    from werkzeug.wrappers import Response as AnyResponse

HERE = Path(__file__).parent
LARGEST = 2**20  # bytes of what is sent: texts, never files
LARGE = 1000  # px of the picture on a piece's page: a face can be found in it


def make_app(desk: Desk, gate: Gate) -> Flask:
    """The pages of a desk, below the gate's secret path."""
    from flask import Flask, abort, jsonify, redirect, render_template, request, url_for

    app = Flask("portfolio-desk", template_folder=str(HERE / "templates"), static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=LARGEST, MAX_FORM_MEMORY_SIZE=LARGEST, MAX_FORM_PARTS=5000)
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
        return render_template("stopped.html", problems=said, sent=_sent(request.form, desk.words)), 422

    def _wants_json() -> bool:
        return request.headers.get("Accept", "").startswith("application/json")

    def answer(touched: Collection[str], taken: int | None = None) -> AnyResponse:
        """Tell what has moved of some pieces, or show the page again; where something was `taken` back, with that."""
        if not _wants_json():
            item = request.form.get("back", "")
            return redirect(url_for("piece", item=item, taken=taken) if item else url_for("wall"))
        seen = desk.look()
        columns = wall_of(seen)
        cards = {
            item: {"column": column.key, "html": render_template("card.html", card=card_of(seen.items[item], seen))}
            for column in columns
            for item in column.pieces
            if item in touched
        }
        return jsonify(cards=cards, readiness=readiness_of(columns), undoable=acts.last is not None)

    @app.get(f"{at}/")
    def wall() -> str:
        seen = desk.look()
        return render_template(
            "wall.html",
            school=seen.survey.project.school.name,
            columns=wall_of(seen),
            card_of=lambda item: card_of(seen.items[item], seen),
            targets=_targets(seen),
            days_left=seen.readiness.days_left,
            inbox=INBOX,
            left_out=LEFT_OUT,
        )

    @app.get(f"{at}/piece/<item>")
    def piece(item: str) -> str:
        return _piece(item)

    def _piece(item: str, typed: Typed | None = None) -> str:
        seen = desk.look()
        return render_template(
            "piece.html",
            sheet=sheet_of(item, seen, typed),
            targets=_targets(seen),
            inbox=INBOX,
            left_out=LEFT_OUT,
            saved="saved" in request.args,
            taken="taken" in request.args,
        )

    @app.post(f"{at}/piece/<item>")
    def write(item: str) -> str | AnyResponse | tuple[str, int]:
        form = request.form
        texts = {key.removeprefix("text."): text for key, text in form.items() if key.startswith("text.")}
        shown = {key.removeprefix("shown."): text for key, text in form.items() if key.startswith("shown.")}
        if "theirs" in form:
            texts = {key: text for key, text in texts.items() if key not in form.getlist("disputed")}
        written = acts.write(item, texts, shown)
        if written.faults:
            return _piece(item, Typed(texts=texts, shown=shown, faults=written.faults)), 422
        if written.conflicts:
            return _conflict(item, written, texts, shown), 409
        return redirect(url_for("piece", item=item, saved=1))

    def _conflict(item: str, written: Written, texts: dict[str, str], shown: dict[str, str]) -> str:
        seen = desk.look()
        disputed = {each.asked.key for each in written.conflicts}
        return render_template(
            "conflict.html",
            sheet=sheet_of(item, seen),
            conflicts=[(each, heading_of(each.asked.key, desk.words)) for each in written.conflicts],
            others=[(key, text, shown.get(key, "")) for key, text in texts.items() if key not in disputed],
        )

    @app.post(f"{at}/place")
    def place() -> AnyResponse:
        """Put pieces to one target ("move"), or let them prove one more ("add"), or all of those named and no other."""
        items, how = request.form.getlist("piece"), request.form.get("how", "move")
        targets = [target for target in request.form.getlist("target") if target]
        if LEFT_OUT in targets:
            acts.leave_out(items, request.form.get("because", ""))
            return answer(items)
        excluded = desk.look().survey.mapping.excluded
        if back := [item for item in items if item in excluded]:
            acts.take_in(back)
        named = [target for target in targets if target != INBOX]
        if len(named) == 1 and how in ("move", "add"):
            (acts.add if how == "add" else acts.move)(items, named[0])
        else:
            acts.place(items, named)
        return answer(items)

    @app.post(f"{at}/take-in")
    def take_in() -> AnyResponse:
        items = request.form.getlist("piece")
        acts.take_in(items)
        return answer(items)

    @app.post(f"{at}/nobody")
    def nobody() -> AnyResponse:
        items = request.form.getlist("piece")
        acts.nobody(items)
        return answer(items)

    @app.post(f"{at}/undo")
    def undo() -> AnyResponse:
        taken = acts.undo()
        if not isinstance(taken, Rewriting):
            return answer(taken.pieces if taken else (), taken=1)
        address = url_for("undone")
        return jsonify(address=address) if _wants_json() else redirect(address)

    @app.get(f"{at}/picture/<item>")
    def picture(item: str) -> AnyResponse:
        path = desk.picture(item, LARGE if "large" in request.args else 0)
        return _handed(path) if path else abort(404)

    @app.get(f"{at}/static/<name>")
    def static(name: str) -> AnyResponse:
        file = {each.name: each for each in (HERE / "static").iterdir()}.get(name)
        return _handed(file) if file else abort(404)

    for forms in (texts, settingpages):
        forms.register(app, desk, acts, at)
    for pages in (preview, making):
        pages.register(app, desk, at)
    undone.register(app, acts, at)
    return app


def _handed(file: Path) -> Response:
    """A small file, read at once: one that the server sends piece by piece stays open where a window is closed."""
    from flask import send_file

    content, stamp = BytesIO(file.read_bytes()), f"{file.name}-{file.stat().st_mtime_ns}"
    return send_file(content, download_name=file.name, etag=stamp, max_age=0)


def _sent(form: MultiDict[str, str], words: Words) -> list[tuple[str, str, str]]:
    """What was sent: each name with its text, and how people call it where somebody wrote it just now, else ""."""
    asked = {*map(str, ASKED)}

    def label(name: str, text: str) -> str:
        key = name.removeprefix("text.")
        if key == name or text == form.get(f"shown.{key}", ""):
            return ""
        return heading_of(key, words) if key.partition(".")[0] in asked else words.say("desk.yours")

    return [(name, text, label(name, text)) for name, text in form.items(multi=True)]


def _targets(seen: Seen) -> list[tuple[str, str]]:
    """Where a piece may be put: pillars and criteria, by key and as they are called."""
    return [
        (target, title_of(target, seen.survey.framework, seen.words.language))
        for pillar in seen.survey.framework.all_pillars
        for target in (pillar.key, *(f"{pillar.key}/{line.key}" for line in pillar.criteria))
    ]
