"""200 mission posters (A3) from a list, made and audited, against one warm WeasyPrint making the same in turn.

Run with `PYTHONPATH=.`; a number asks for so many. Wall and CPU time of both, each in a process of its own; the peer is
given the finished HTML. Then one row is changed: how many posters are made, and how long that takes.
"""

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.dossier import TODAY, apart, bare, cpu
from benchmarks.school import make_school
from portfolio.build.compose import compose_all
from portfolio.build.look import files_of
from portfolio.build.plan import listed
from portfolio.build.run import build_sheets
from portfolio.build.survey import take_survey
from portfolio.model.artefact import Outcome
from portfolio.model.events import silent
from portfolio.project import read_project
from portfolio.render.poster import poster_html
from portfolio.sheetlist import ListedSheet, read_said
from portfolio.themes import load_theme


def sheets(count: int, *, changed: int = 0) -> list[ListedSheet]:
    """The rows of a list; the first `changed` say something else than before."""
    rows = []
    for number in range(count):
        title = f"{number + 1}. sınıf" + (" (yeni)" if number < changed else "")
        (row,), _ = read_said({"kind": "mission", "title": title, "name": f"{number}"}, "tr", ("tr",), "list")
        rows.append(row)
    return rows


def peer(root: Path, cache: Path, count: int, folder: Path) -> None:
    """The same posters by WeasyPrint alone, warm: what it prints before its first is not counted."""
    project, _ = read_project(root, cache)
    survey = take_survey(project, today=TODAY, report=silent)
    theme = load_theme(project.theme, project.root)
    logos = files_of(project, theme)
    documents, _ = compose_all(survey, theme, listed(sheets(count)))
    pages = [poster_html(document, theme, logos) for document in documents.values()]
    bare(pages[0], theme, folder / "warm.pdf")
    used, begun = cpu(), time.perf_counter()
    for number, page in enumerate(pages):
        bare(page, theme, folder / f"{number}.pdf")
    (folder / "seconds").write_text(f"{cpu() - used} {time.perf_counter() - begun}")


def made(root: Path, cache: Path, rows: list[ListedSheet]) -> list[Outcome]:
    """What became of each of the rows."""
    project, _ = read_project(root, cache)
    return [each.outcome for each in build_sheets(project, rows, today=TODAY, report=silent).artefacts]


def main(count: int) -> None:
    """Print a line a measurement."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        root = make_school(folder / "school", 10, artefacts=("poster-mission",))
        cache = folder / "cache"
        apart(lambda: peer(root, cache, count, folder))
        theirs, alone = map(float, (folder / "seconds").read_text().split())
        ours, wall, peak = apart(lambda: made(root, cache, sheets(count)))
        print(f"{count} posters: {wall:.1f} s, {ours:.1f} s CPU, {peak:.0f} MB")
        print(f"WeasyPrint alone: {alone:.1f} s, {theirs:.1f} s CPU")
        print(f"that is {wall / alone:.2f} of it (aim: 0.6), {ours / theirs:.2f} of its CPU time")
        begun = time.perf_counter()
        outcomes = made(root, cache, sheets(count, changed=1))
        again = [outcome for outcome in outcomes if outcome is not Outcome.FRESH]
        print(f"one row changed: {len(again)} made in {time.perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
