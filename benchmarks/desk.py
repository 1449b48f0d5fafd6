"""How the review page bears many pieces: first paint, long tasks while scrolling, and how soon an act is answered.

    PYTHONPATH=. python benchmarks/desk.py 2000 FOLDER

In headless Chromium, as the tests have it. What is measured of the server is without the network, which there is none.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import Page

from benchmarks.school import make_school
from portfolio.cli.desk.app import make_app
from portfolio.cli.desk.desk import Desk
from portfolio.cli.desk.gate import HOST, Gate
from portfolio.cli.words import read_words
from tests.browser import open_browser

Found = TypeVar("Found")

LONG = """() => { window.long = [];
  new PerformanceObserver(list => window.long.push(...list.getEntries().map(each => Math.round(each.duration))))
    .observe({type: "longtask", buffered: true}) }"""
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
LOADED = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


def told(name: str, work: Callable[[], Found]) -> Found:
    """What work gives, once its time on the clock and in this process was printed."""
    clock, cpu = time.perf_counter(), time.process_time()
    found = work()
    print(f"{name:44} {time.perf_counter() - clock:6.2f} s {time.process_time() - cpu:6.2f} s of CPU")
    return found


def scroll(page: Page) -> None:
    """From top to end and back, a screen at a time."""
    page.mouse.move(700, 400)
    height = page.evaluate("document.documentElement.scrollHeight")
    for way in (1, -1):
        for _ in range(min(120, height // 600)):
            page.mouse.wheel(0, way * 600)
            page.wait_for_timeout(40)


def measure(root: Path) -> None:
    """Print all figures of a school."""
    from werkzeug.serving import make_server

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    desk = Desk(root=root, cache=root.parent / "cache", today=date(2026, 11, 20), words=read_words("en"))
    told("first look, nothing known", lambda: desk.look().readiness)
    server = make_server(HOST, 0, lambda *_: [], threaded=True)
    gate = Gate(port=server.server_port)
    server.app = make_app(desk, gate)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with open_browser() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.add_init_script(f"({LONG})()")
        answer = told("the wall is there", lambda: page.goto(gate.address, wait_until="domcontentloaded"))
        assert answer is not None
        print(f"{'its size':44} {len(answer.body()) / 2**20:6.2f} MB, {page.locator('.card').count()} cards")
        page.wait_for_timeout(2000)
        print(f"{'first paint, document ready':44} {page.evaluate(PAINTED):6.0f} ms {page.evaluate(LOADED):6.0f} ms")
        print(f"{'long tasks until it stands still':44} {page.evaluate('window.long')} ms")
        for time_of_it in ("first", "second"):
            page.evaluate("window.long.length = 0")
            scroll(page)
            print(f"{f'long tasks while scrolling, {time_of_it} time':44} {page.evaluate('window.long')} ms")
        page.evaluate("scrollTo(0, 0); window.long.length = 0")
        for when in ("at once", "when it stands still"):
            page.locator("section#leadership .card a").first.focus()
            with page.expect_response("**/place"):
                told_from = time.perf_counter()
                page.keyboard.press("4")
            print(f"{f'a card is put elsewhere by a key, {when}':44} {time.perf_counter() - told_from:6.2f} s")
            page.wait_for_timeout(5000)
        print(f"{'long tasks of it':44} {page.evaluate('window.long')} ms")
        page.locator("section#model .card a").first.click()
        page.locator("[id='caption.tr']").fill("Yeni açıklama")
        with page.expect_response("**/piece/*"):
            told_from = time.perf_counter()
            page.locator("#save").click()
        page.get_by_text("Saved.").wait_for()
        print(f"{'a caption is saved':44} {time.perf_counter() - told_from:6.2f} s")
    server.shutdown()


if __name__ == "__main__":
    pieces, folder = int(sys.argv[1]), Path(sys.argv[2])
    if not (folder / "school").exists():
        make_school(folder / "school", pieces)
    settings = folder / "school" / "portfolio.yaml"
    said = settings.read_text(encoding="utf-8")
    if "coordinator" not in said:  # in whose name it is decided
        settings.write_text(said.replace("school: {", "school: {coordinator: Elif Demir, ", 1), encoding="utf-8")
    measure(folder / "school")
