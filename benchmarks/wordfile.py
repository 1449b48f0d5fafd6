"""A Word dossier of 300 and of 1,000 pictures, against each other and against python-docx alone (`wordpeer.py`).

Run with `PYTHONPATH=.`. Pictures and charts are drawn beforehand; each run is in a process of its own.
"""

import tempfile
from pathlib import Path
from statistics import median

from benchmarks.dossier import apart, jobs_of
from benchmarks.school import make_school
from benchmarks.wordpeer import Peer
from portfolio.build.job import Job
from portfolio.build.make import inspect
from portfolio.model.artefact import Format
from portfolio.model.composed import pictures_in
from portfolio.render.charts import draw_charts
from portfolio.render.derivatives import find_derivatives
from portfolio.render.docx import write_docx

SIZES = (333, 1111)  # pieces: nine of ten have a picture
ROUNDS = 3


def measured(job: Job) -> tuple[int, float, float, float, float, float]:
    """The number of pictures; CPU seconds of drawing the charts, writing, python-docx and reading back; peak MB."""
    document, theme, target = job.document, job.theme, job.target
    placed = tuple(pictures_in(document))
    derivatives, _ = find_derivatives(placed, job.derivatives, job.faults)
    charts, _ = draw_charts(document, theme, target.name)
    drawn = median(apart(lambda: draw_charts(document, theme, target.name))[0] for _ in range(ROUNDS))
    rounds = []
    for _ in range(ROUNDS):
        ours = apart(lambda: write_docx(document, theme, derivatives, {}, target, charts))
        peer = Peer(theme.find("reference.docx"), derivatives)
        theirs = apart(lambda peer=peer: peer.write(document, target.with_name("peer.docx")))
        rounds.append((ours[0], theirs[0], ours[2]))
    written, bare, peak = (median(each[side] for each in rounds) for side in range(3))
    read = apart(lambda: inspect(document, Format.DOCX, target))[0]
    return len(placed), drawn, written, bare, read, peak


def main() -> None:
    """Print a line a size, and the ratios."""
    written = []
    for pieces in SIZES:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            root = make_school(folder / "school", pieces, languages=("en",), most=1000)
            (job,) = (job for job in jobs_of(root, folder / "cache", folder / "made") if job.format is Format.DOCX)
            pictures, drawn, ours, theirs, read, peak = measured(job)
            size = job.target.stat().st_size / 1e6
        written.append(ours)
        print(f"{pictures} pictures, {size:.1f} MB, CPU seconds, median of {ROUNDS}")
        print(f"charts drawn               {drawn:6.2f}")
        print(f"python-docx alone          {theirs:6.2f}")
        print(
            f"written                    {ours:6.2f}   {ours / theirs:5.2f} of python-docx (aim 1.3)   {peak:4.0f} MB"
        )
        print(f"read back                  {read:6.2f}", flush=True)
    print(f"the larger one             {written[1] / written[0]:6.2f} of the smaller one (aim 3.6)")


if __name__ == "__main__":
    main()
