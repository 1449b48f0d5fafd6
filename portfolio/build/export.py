"""The bag of what is handed to an audience, made only of what was verified just before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from portfolio.build.bag import Bag, Numbered, require_free, write_bag
from portfolio.build.compose import compose_all
from portfolio.build.manifest import files_below, of_audience, read_manifest
from portfolio.build.plan import plan
from portfolio.build.reaudit import telling
from portfolio.build.survey import Survey
from portfolio.build.verify import Verdict, verify
from portfolio.errors import ProjectError
from portfolio.model.clearance import Audience
from portfolio.model.document import Dossier, exhibits_in
from portfolio.model.events import Report
from portfolio.model.problem import Place, error
from portfolio.themes import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What went into a bag, by name, and what verifying had to say of it."""

    files: tuple[str, ...]
    verdict: Verdict


def export(
    survey: Survey, theme: Theme, audience: Audience, folder: Path, report: Report, *, software: str
) -> Exported:
    """Write the bag of what a build made for an audience, as it lies there; what nobody made stays out.

    Raises ProjectError `export.nothing`, `export.uncleared` with what is not cleared, those of `require_free` and
    `verify`; OutputError.
    """
    project = survey.project
    output = project.output
    require_free(folder, project.evidence, output, project.cache, project.root / "narrative")
    listed = read_manifest(output / of_audience(audience))
    names = tuple(name for name in files_below(output / audience) if name in (listed or {}))
    if not names:
        raise ProjectError(error("export.nothing", Place(file=f"{audience}/")))
    verdict = verify(survey, theme, report, (audience,), evidence=False)
    handed = {f"{audience}/{name}" for name in names}
    barred = telling([each for each in verdict.problems if each.where and each.where.file in handed])
    if barred:
        raise ProjectError(error("export.uncleared", Place(file=f"{audience}/")), *barred)
    bag = Bag(
        files={name: output / audience / name for name in names},
        school=project.school.name,
        audience=audience,
        day=survey.today,
        software=software,
        exhibits=exhibits_of(survey, theme, audience),
    )
    write_bag(bag, folder)
    return Exported(files=names, verdict=verdict)


def exhibits_of(survey: Survey, theme: Theme, audience: Audience) -> tuple[Numbered, ...]:
    """The exhibits of an audience's dossier in the school's own language, else in the first that it is made in."""
    specs = [spec for spec in plan(survey.project) if spec.audience is audience]
    documents, _ = compose_all(survey, theme, specs)
    dossiers = [document for document in documents.values() if isinstance(document, Dossier)]
    own = [each for each in dossiers if each.language == survey.project.language]
    shown = exhibits_in((own or dossiers)[0]) if dossiers else ()
    return tuple(Numbered(number=each.number, title=each.title.text, item=each.item) for each in shown)
