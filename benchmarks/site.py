"""The site of many pieces, made, read back and searched, against the PDF of the same dossier, in CPU time.

Run with `PYTHONPATH=.`; without arguments for 300 pieces, a number asks for so many. All derivatives are there before.
Where Chromium is installed, how long it takes to lay the page out is reported as well.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.dossier import ROUNDS, TODAY, apart, report
from benchmarks.school import make_school
from portfolio.build.compose import compose_all
from portfolio.build.guard import cleared_for
from portfolio.build.job import Job
from portfolio.build.makers import carry_out
from portfolio.build.plan import plan
from portfolio.build.processes import draw_all
from portfolio.build.site import by_steps
from portfolio.build.survey import take_survey
from portfolio.files.originals import Originals
from portfolio.model.artefact import Format
from portfolio.model.composed import pictures_in
from portfolio.model.events import silent
from portfolio.project import read_project
from portfolio.themes import load_theme


def jobs_of(root: Path, cache: Path, folder: Path) -> dict[Format, Job]:
    """The site and the PDF for the web in the first language, all their pictures drawn."""
    project, _ = read_project(root, cache)
    survey = take_survey(project, today=TODAY, report=silent)
    theme = load_theme(project.theme, project.root)
    specs = [spec for spec in plan(project) if spec.format is not Format.DOCX and spec.language == project.languages[0]]
    documents, _ = compose_all(survey, theme, specs)
    originals, derivatives = Originals(evidence=project.evidence, cache=project.cache), project.cache / "derivatives"
    faults, jobs = {}, {}
    for spec, document in documents.items():
        wanted = by_steps([document]) if spec.format is Format.HTML else {(): pictures_in(document)}
        for steps, pictures in wanted.items():
            faults |= draw_all(pictures, originals, derivatives, *([steps] if steps else []))
        target = folder / spec.path
        target.parent.mkdir(parents=True, exist_ok=True)
        jobs[spec.format] = Job(
            document=document,
            format=spec.format,
            theme=theme,
            logos={},
            derivatives=derivatives,
            faults=faults,
            cleared=cleared_for(survey, spec.audience),
            files={},
            target=target,
        )
    return jobs


def main(pieces: int) -> None:
    """Print a line a measurement."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        root = make_school(folder / "school", pieces, artefacts=("site", "dossier-web"))
        jobs = jobs_of(root, folder / "cache", folder / "made")
        used = {}
        for form, job in jobs.items():
            made = carry_out(job)
            assert made.usable, made
            rounds = [apart(lambda job=job: carry_out(job)) for _ in range(ROUNDS)]
            used[form] = median(cpu for cpu, _, _ in rounds)
            print(f"{form:<5} {used[form]:6.2f} s CPU  {max(peak for _, _, peak in rounds):4.0f} MB")
        print(f"the site takes {used[Format.HTML] / used[Format.PDF]:.3f} of the PDF's time (aim: 0.1)")
        page = jobs[Format.HTML].target
        files = [file for file in page.parent.rglob("*") if file.is_file()]
        size = sum(file.stat().st_size for file in files)
        print(f"{page.stat().st_size / 1e3:.0f} kB page, {len(files)} files, {size / 1e6:.1f} MB")
        if browser := shutil.which("chromium"):
            options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'browser'}"]
            report("Chromium, started and page laid out", browser, *options, "--dump-dom", page.as_uri())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
