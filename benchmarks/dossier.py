"""A dossier of many pieces, made and audited, against one bare call of WeasyPrint on the same HTML, and other ratios.

Run with `PYTHONPATH=.`; without arguments for 300 pieces, a number asks for so many. Each is measured in a process
of its own. Typst, Chromium and LibreOffice set the same content where they are installed; that is only reported.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from urllib.parse import unquote

from benchmarks.school import make_school
from benchmarks.typstpeer import typst_source
from portfolio.build.compose import compose_all
from portfolio.build.guard import cleared_for
from portfolio.build.job import Job
from portfolio.build.makers import carry_out
from portfolio.build.plan import plan
from portfolio.build.processes import draw_all, make_all
from portfolio.build.survey import take_survey
from portfolio.files.originals import Originals
from portfolio.model.artefact import Format
from portfolio.model.composed import pictures_in
from portfolio.model.events import silent
from portfolio.project import read_project
from portfolio.render.derivatives import find_derivatives
from portfolio.render.html import dossier_html
from portfolio.themes import Theme, load_theme

TODAY = date(2026, 11, 20)
ROUNDS = 3


def cpu() -> float:
    """The CPU seconds of this process and of all its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def apart(work: Callable[[], object]) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and peak memory in MB of some work in a process of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        used, begun = cpu(), time.perf_counter()
        work()
        peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        os.write(writer, json.dumps((cpu() - used, time.perf_counter() - begun, peak / 1024)).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told:
        measured = json.loads(told.read())
    os.waitpid(child, 0)
    return tuple(measured)


def jobs_of(root: Path, cache: Path, folder: Path) -> list[Job]:
    """Every PDF and DOCX that the project wants as a job that writes below `folder`; their pictures are drawn."""
    project, _ = read_project(root, cache)
    survey = take_survey(project, today=TODAY, report=silent)
    theme = load_theme(project.theme, project.root)
    specs = [spec for spec in plan(project) if spec.format is not Format.TEXT and not spec.after]
    documents, _ = compose_all(survey, theme, specs)
    originals = Originals(evidence=project.evidence, cache=project.cache)
    derivatives = project.cache / "derivatives"
    faults = draw_all([each for one in documents.values() for each in pictures_in(one)], originals, derivatives)
    jobs = []
    for spec in specs:
        target = folder / spec.path
        target.parent.mkdir(parents=True, exist_ok=True)
        jobs.append(
            Job(
                document=documents[spec],
                format=spec.format,
                theme=theme,
                logos={},
                derivatives=derivatives,
                faults=faults,
                cleared=cleared_for(survey, spec.audience),
                files={},
                target=target,
            )
        )
    return jobs


def made(job: Job) -> None:
    """The artefact, audited; it must have come out well."""
    outcome = carry_out(job)
    assert outcome.usable, outcome


def bare(html: str, theme: Theme, target: Path) -> None:
    """One call of WeasyPrint on the HTML of a document."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Door(URLFetcher):
        def fetch(self, url, headers=None):
            if not url.startswith("theme:"):
                return super().fetch(url, headers)
            path = theme.find(unquote(url.removeprefix("theme:")))
            return URLFetcherResponse(
                url, path.read_bytes(), {"Content-Type": "text/css"} if path.suffix == ".css" else {}
            )

    HTML(string=html, base_url="theme:", url_fetcher=Door()).write_pdf(target, pdf_tags=True)


def html_of(job: Job) -> str:
    """The HTML of a dossier's job."""
    derivatives, _ = find_derivatives(tuple(pictures_in(job.document)), job.derivatives, job.faults)
    return dossier_html(job.document, job.theme, derivatives, job.logos)


def against_bare(job: Job) -> None:
    """Print what making and auditing takes, as a ratio to the bare call: by turns, the median of ROUNDS."""
    rounds = [
        (apart(lambda: bare(html_of(job), job.theme, job.target.with_suffix(".bare"))), apart(lambda: made(job)))
        for _ in range(ROUNDS)
    ]
    ratio = median(ours[0] / theirs[0] for theirs, ours in rounds)
    least, ours = (median(each[side][0] for each in rounds) for side in (0, 1))
    peak = max(each[1][2] for each in rounds)
    print(f"bare WeasyPrint            {least:6.2f} s CPU")
    print(f"made and audited           {ours:6.2f} s CPU   {ratio:5.2f} bare calls (aim 1.15)   {peak:4.0f} MB peak")


def side_by_side(jobs: list[Job]) -> None:
    """Print the wall time of all jobs in two processes as a ratio to the sum of their single wall times."""
    single = sum(apart(lambda job=job: made(job))[1] for job in jobs)
    _, wall, peak = apart(lambda: list(make_all(jobs)))
    print(f"{len(jobs)} artefacts, one by one  {single:6.2f} s wall")
    ratio = f"{wall / single:5.2f} of it (aim 0.6)"
    print(f"{len(jobs)} artefacts, together    {wall:6.2f} s wall   {ratio}   {peak:4.0f} MB peak")


def nothing_changed(root: Path, cache: Path) -> None:
    """Print the wall time of a build with nothing to do, from the shell."""
    program = (
        str(Path(sys.executable).with_name("portfolio")),
        "build",
        "--project",
        str(root),
        "--on",
        TODAY.isoformat(),
    )
    where = {**os.environ, "PORTFOLIO_CACHE": str(cache)}
    subprocess.run(program, env=where, stdout=subprocess.DEVNULL, check=True)
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run(program, env=where, stdout=subprocess.DEVNULL, check=True)
        taken.append(time.perf_counter() - begun)
    print(f"nothing changed            {median(taken):6.2f} s wall (aim 0.5)")


def others(job: Job, folder: Path) -> None:
    """Report what other programs take for the same content, where they are installed."""
    if find_spec("typst"):
        import typst

        derivatives, _ = find_derivatives(tuple(pictures_in(job.document)), job.derivatives, job.faults)
        source = folder / "dossier.typ"
        source.write_text(typst_source(job.document, derivatives), encoding="utf-8")
        fonts = [str(place / "fonts") for place in job.theme.folders]
        taken, _, peak = apart(
            lambda: typst.compile(
                str(source),
                output=str(folder / "typst.pdf"),
                root="/",
                font_paths=fonts,
                pdf_standards=["a-3a", "ua-1"],
            )
        )
        print(f"Typst                      {taken:6.2f} s CPU   {peak:4.0f} MB peak")
    page = folder / "dossier.html"
    css = "".join(
        job.theme.find(name).read_text(encoding="utf-8").replace("theme:", "")
        for name in ("css/text.css", "css/dossier.css")
    )
    page.write_text(f"<style>{css}</style>{html_of(job)}", encoding="utf-8")
    if chromium := shutil.which("chromium"):
        command = (chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
        flags = (f"--user-data-dir={folder / 'chromium'}", f"--print-to-pdf={folder / 'chromium.pdf'}", page.as_uri())
        report("Chromium", *command, *flags)
    word = job.target.with_suffix(".docx")
    if (soffice := shutil.which("soffice")) and word.exists():
        home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        report(
            "LibreOffice, of the DOCX",
            soffice,
            home,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(word),
        )


def report(name: str, *command: str) -> None:
    """Print the wall time of another program."""
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    print(f"{name:<26} {time.perf_counter() - begun:6.2f} s wall")


def main(pieces: int) -> None:
    """Print a line a measurement."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        root = make_school(folder / "school", pieces, artefacts=("dossier", "poster-mission", "plaque"))
        jobs = jobs_of(root, folder / "cache", folder / "made")
        dossier = jobs[0]
        print(f"{pieces} pieces, derivatives cached")
        against_bare(dossier)
        side_by_side(jobs)
        nothing_changed(root, folder / "cache-of-the-shell")
        others(dossier, folder)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
