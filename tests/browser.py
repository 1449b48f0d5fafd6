"""A real browser for the tests: the system's Chromium, which `script/bootstrap --test` installs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_ON_MAC = Path("/Applications/Chromium.app/Contents/MacOS/Chromium")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or (str(_ON_MAC) if _ON_MAC.exists() else None)
WIDTHS = (1280, 375)  # px of a window: a laptop's and a telephone's


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium without a window; its sandbox does not work for root."""
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=arguments)
        try:
            yield browser
        finally:
            browser.close()


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds; it is not to fetch the styles once more."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"preload": False, "resultTypes": ["violations"]})
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found.response["violations"]]
