"""The making of what is pasted: a folder of texts, pictures and a card, each opened again before it may leave."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from portfolio.audit.guard import Guard
from portfolio.audit.paste import inspect_paste
from portfolio.audit.pdf import inspect_pdf
from portfolio.audit.search import search
from portfolio.build.make import failed
from portfolio.files.picture import look_of
from portfolio.model.artefact import Format
from portfolio.model.paste import Paste
from portfolio.model.problem import Problem
from portfolio.render.card import HEIGHT, WIDTH, card_html, draw_card
from portfolio.render.derivatives import Derivative
from portfolio.render.paste import CARD, pasted_texts, picture_name
from portfolio.render.pdf import write_pdf
from portfolio.themes import Theme

Sizes = dict[str, tuple[int, int]]
Lint = Callable[[Path], tuple[Problem, ...]]  # what the rules of EU visibility say of a file


def make_paste(
    paste: Paste,
    theme: Theme,
    derivatives: Mapping[str, Derivative],
    logos: Mapping[str, Path],
    guard: Guard,
    target: Path,
    lint: Lint,
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Writes all files beside `target`, which is the announcement and the first of them; Problems as `inspect_paste`.

    The card is searched as the page that it is drawn from, where its words are words, and so it is held against the
    rules of EU visibility, as the texts are: that is `lint`. Raises ProjectError (`theme.template`),
    MissingDependencyError, PdfFault.
    """
    folder = target.parent
    card, problems = _card(paste, theme, derivatives, logos, guard, folder, lint)
    if failed(problems):
        return (), problems
    (folder / CARD).write_bytes(card)
    sizes = _put_pictures(paste, derivatives, folder) | {CARD: (WIDTH, HEIGHT)}
    texts = pasted_texts(paste, derivatives, (WIDTH, HEIGHT))
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8-sig", newline="\r\n")
    drawn = replace(
        guard,
        pictures=guard.pictures | {hashlib.sha256(card).hexdigest()},
        looks=guard.looks | {look_of(card)},
    )
    said = (problem for name in texts for problem in lint(folder / name))
    problems = (*problems, *inspect_paste(folder, paste, sizes, drawn), *said)
    further = sorted(name for name in (*texts, *sizes) if name != target.name)
    return (target, *(folder / name for name in further)), problems


def _put_pictures(paste: Paste, derivatives: Mapping[str, Derivative], folder: Path) -> Sizes:
    """Copies the derivatives under the names that they are pasted by; their sizes in px by these."""
    sizes: Sizes = {}
    for number, picture in enumerate(paste.pictures, start=1):
        for placed in picture.sizes:
            made = derivatives[placed.key]
            name = picture_name(number, placed, made)
            shutil.copyfile(made.path, folder / name)
            sizes[name] = made.width_px, made.height_px
    return sizes


def _card(
    paste: Paste,
    theme: Theme,
    derivatives: Mapping[str, Derivative],
    logos: Mapping[str, Path],
    guard: Guard,
    folder: Path,
    lint: Lint,
) -> tuple[bytes, tuple[Problem, ...]]:
    """The card as a PNG; none where its page may not be used."""
    files = [*(made.path for made in derivatives.values()), *logos.values()]
    with TemporaryDirectory(dir=folder, prefix="card-") as aside:
        page = Path(aside, CARD).with_suffix(".pdf")
        problems = write_pdf(card_html(paste, theme, derivatives, logos), page, theme=theme, files=files)
        if not failed(problems):
            problems = (*problems, *inspect_pdf(page, paste), *search(page, Format.PDF, guard), *lint(page))
        return (b"" if failed(problems) else draw_card(page)), problems
