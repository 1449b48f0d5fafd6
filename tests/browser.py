"""A real browser for the tests: the system's Chromium, which `script/bootstrap --test` installs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_ON_MAC = Path("/Applications/Chromium.app/Contents/MacOS/Chromium")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or (str(_ON_MAC) if _ON_MAC.exists() else None)


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
