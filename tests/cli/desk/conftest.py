"""A small school on the desk, served as people have it, and a browser before it."""

import threading
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser import CHROMIUM, open_browser
from flask import Flask
from PIL import Image
from projects import TODAY, make_project, photograph

from portfolio.cli.desk.app import make_app
from portfolio.cli.desk.desk import Desk
from portfolio.cli.desk.gate import HOST, Gate
from portfolio.cli.words import read_words

MARKUP = "<b>kalın & açık.jpg"
ARABIC = "أطفال المدرسة يزرعون شجرة في الحديقة"


@dataclass(frozen=True, kw_only=True)
class Served:
    """A school that is looked through: where its page is, and its files."""

    address: str
    gate: Gate
    root: Path
    desk: Desk
    app: Flask

    def decisions(self):
        return (self.root / "decisions.csv").read_text(encoding="utf-8-sig")

    def targets(self, item):
        return [link.target for link in self.desk.look().links.get(item, ())]

    def said(self, item, key):
        seen = self.desk.look()
        asked = next(each for each in seen.asked if each.key == key)
        return seen.fields.shown(seen.items[item], asked)

    def post(self, path, fields, **headers):
        """The status and text of an answer to a form that our own page sends."""
        data = urllib.parse.urlencode(fields, doseq=True).encode()
        own = {"Origin": f"http://{HOST}:{self.gate.port}"}
        return self.ask(path, data=data, headers=own | headers)

    def ask(self, path, **request):
        """The status and text of an answer."""
        asked = urllib.request.Request(urllib.parse.urljoin(self.address, path), **request)
        try:
            with urllib.request.urlopen(asked, timeout=20) as answer:
                return answer.status, answer.read().decode(errors="replace")
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode(errors="replace")

    def place(self, item, target, how="move"):
        assert self.post("place", {"piece": item, "target": target, "how": how})[0] == 200

    def wait(self):
        """Until nothing is being made."""
        self.app.extensions["making"].wait()

    def id_of(self, part):
        return next(item.id for item in self.desk.look().items.values() if part in item.files[0])


def lay_school(root):
    """The small project with pieces in the inbox: a picture twice in two sizes, one with markup in its name."""
    make_project(root)
    settings = root / "portfolio.yaml"
    said = settings.read_text(encoding="utf-8")
    settings.write_text(said.replace("  country: TR", "  country: TR\n  coordinator: Elif Demir"), encoding="utf-8")
    inbox = root / "evidence" / "gelen"
    photograph(inbox / "ağaç.jpg", colour="navy", at=(0, 2))
    Image.open(inbox / "ağaç.jpg").resize((400, 300)).save(inbox / "ağaç küçük.jpg", quality=70)
    photograph(inbox / MARKUP, colour="olive", at=(2, 0))
    photograph(inbox / f"{'uzun ' * 20}ad.jpg", colour="maroon", at=(3, 3), size=(640, 480))
    with (root / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write(f";gelen/ağaç.jpg;caption.en;{ARABIC};Elif;2026-11-01;\n")
        file.write(";gelen/uzun*;caption.tr;<script>document.title='kötü'</script>;Elif;2026-11-01;\n")
    return root


@contextmanager
def serving(tmp_path_factory, language):
    from werkzeug.serving import make_server

    root = lay_school(tmp_path_factory.mktemp("okul"))
    desk = Desk(root=root, cache=tmp_path_factory.mktemp("bellek"), today=TODAY, words=read_words(language))
    server = make_server(HOST, 0, lambda *_: [], threaded=True)
    gate = Gate(port=server.server_port)
    server.app = make_app(desk, gate)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Served(address=gate.address, gate=gate, root=root, desk=desk, app=server.app)
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """One server for a module, on a school that its tests change one after the other."""
    with serving(tmp_path_factory, "en") as school:
        yield school


@pytest.fixture
def spoken(tmp_path_factory, request):
    """A school whose pages are in the language of the test's parameter."""
    with serving(tmp_path_factory, request.param) as school:
        yield school


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("Chromium is not here")
    with open_browser() as browser:
        yield browser


@pytest.fixture(autouse=True)
def as_it_was(school):
    """What a test decides does not stay."""
    before = school.decisions()
    yield
    (school.root / "decisions.csv").write_text(before, encoding="utf-8-sig")


@pytest.fixture
def opened(browser, school):
    """Opens pages of the desk in windows of their own; nothing may be complained of in them."""
    contexts, complaints = [], []

    def open_page(path="", width=1280, height=800, expected=(), **more):
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **more)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(school.address + path)
        return page

    open_page.complaints = complaints
    yield open_page
    for context in contexts:
        context.close()
    # Chromium tells of every answer that is none of success; that a page stays with what was typed is meant.
    meant = ("status of 409", "status of 422", "status of 503")
    assert [each for each in complaints if not any(each_meant in each for each_meant in meant)] == []
