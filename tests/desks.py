"""A desk for the tests, asked as a browser on this computer asks it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from projects import TODAY, cache_of

from portfolio.cli.desk.app import make_app
from portfolio.cli.desk.desk import Desk
from portfolio.cli.desk.gate import HOST, Gate
from portfolio.cli.words import read_words

PORT = 8123


@dataclass(frozen=True)
class Asked:
    """A desk's pages, by their addresses below the secret path."""

    client: object
    desk: Desk
    app: object

    def get(self, path, **more):
        return self.client.get(f"/secret/{path}", headers=headers(**more))

    def post(self, path, fields, **more):
        return self.client.post(f"/secret/{path}", data=fields, headers=headers(**more))


def ask(root: Path, language: str = "en") -> Asked:
    desk = Desk(root=root, cache=cache_of(root), today=TODAY, words=read_words(language))
    app = make_app(desk, Gate(port=PORT, token="secret"))
    return Asked(client=app.test_client(), desk=desk, app=app)


def fields_of(page: str) -> dict[str, str]:
    """What the forms of a page would send: its hidden, written and long fields."""
    lines = re.findall(r'<input(?! type="checkbox")[^>]* name="([^"]*)"[^>]* value="([^"]*)"', page)
    longer = re.findall(r'<textarea[^>]* name="([^"]*)"[^>]*>\n([^<]*)</textarea>', page)
    return {name: unescape(text) for name, text in (*lines, *longer)}


def headers(**more):
    return {"Host": f"{HOST}:{PORT}", "Origin": f"http://{HOST}:{PORT}", **more}
