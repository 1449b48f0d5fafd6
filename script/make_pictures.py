"""Makes the pictures of docs/ from the demo school: run `script/demo` first.

    python script/make_pictures.py

Poster and dossier are taken from output/; what is looked at on a screen is opened in Chromium, where there is one.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import pypdfium2  # noqa: E402 - the checkout is put on the path first, so that this runs from anywhere
from browser import CHROMIUM, open_browser  # noqa: E402 - likewise
from PIL import Image  # noqa: E402 - likewise

PICTURES = ROOT / "docs" / "pictures"
OUTPUT = ROOT / "output"
TODAY = "2026-11-20"  # the day of the demo
WIDTH = 760  # px of a page
QUALITY = 80


def main() -> None:
    """Writes the pictures, and says where."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    _save("poster", _page(OUTPUT / "print" / "poster-mission.en.pdf"))
    _save("dossier", _page(OUTPUT / "evaluator" / "dossier.en.pdf", with_words="Where each point is shown"))
    if CHROMIUM is None:
        print("There is no Chromium here: the pictures of pages on the screen stay as they are.")
        return
    readiness = (OUTPUT / "private" / "readiness.en.html").as_uri()
    with _desk("en") as desk, _desk("tr") as turkish, open_browser() as browser:
        for name, address in (("review", desk), ("review.tr", turkish), ("readiness", readiness)):
            page = browser.new_page(viewport={"width": 1280, "height": 860})
            page.goto(address, wait_until="networkidle")
            with Image.open(BytesIO(page.screenshot())) as picture:
                _save(name, picture.convert("RGB"))


def _page(path: Path, with_words: str = "") -> Image.Image:
    """The first page of a PDF that has these words, `WIDTH` px broad."""
    with pypdfium2.PdfDocument(path) as pdf:
        page = next(page for page in pdf if with_words in page.get_textpage().get_text_bounded())
        picture: Image.Image = page.render(scale=WIDTH / page.get_width()).to_pil()
        return picture.convert("RGB")


def _save(name: str, picture: Image.Image) -> None:
    target = PICTURES / f"{name}.webp"
    picture.save(target, quality=QUALITY, method=6)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")


@contextmanager
def _desk(language: str) -> Iterator[str]:
    """The address of the review page in a language, for as long as it is wanted; its cache is its own."""
    with tempfile.TemporaryDirectory() as cache:
        command = [sys.executable, "-X", "utf8", str(ROOT / "cli.py"), "review", "--no-browser", "--on", TODAY]
        environment = {**os.environ, "PORTFOLIO_LANG": language, "XDG_CACHE_HOME": cache, "PYTHONUNBUFFERED": "1"}
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
            try:
                assert process.stdout is not None
                found = (re.search(r"http://\S+", line) for line in process.stdout)
                yield next(match[0] for match in found if match)
            finally:
                process.terminate()


if __name__ == "__main__":
    main()
