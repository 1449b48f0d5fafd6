"""A small school whose dossier as Word document is edited, and taken back."""

from __future__ import annotations

from pathlib import Path

from projects import TODAY, load, make_project

from portfolio.build.compose import compose_all
from portfolio.build.edited import Edited, find_edits
from portfolio.build.look import logos_of
from portfolio.build.returned import read_returned
from portfolio.build.survey import Survey, take_survey
from portfolio.build.takeback import Taken, take_back
from portfolio.files.originals import Originals
from portfolio.model.artefact import ArtefactSpec, Format
from portfolio.model.clearance import Audience
from portfolio.model.composed import pictures_in
from portfolio.render.charts import draw_charts
from portfolio.render.derivatives import derive
from portfolio.render.docx import write_docx
from portfolio.themes import Theme, load_theme

MODEL = """\
<!-- Sevgili öğretmen: buraya yaz. -->

Komşu okullara **kapımızı** açıyoruz. Her şey
2024’te başladı [[{id}]]. <!-- tarihi sor -->

Ayşe Yılmaz stantları gezdirdi, herkes dinledi.

Bizi [sitemizde](https://example.org) bulursunuz.

## plan

- İki okula mentorluk
- Her yıl açık gün
"""


def make_school(root: Path) -> Path:
    """A school with a text that refers to a piece and names a pupil who may not be named."""
    make_project(root)
    (root / "pupils.csv").write_text("Sınıfı;Adı;Soyadı\n4-B;Ayşe;Yılmaz\n", encoding="utf-8-sig")
    (root / "narrative" / "model.tr.md").write_text(MODEL.format(id=photo_of(root)), encoding="utf-8")
    return root


def photo_of(root: Path) -> str:
    """The id of the photo that everybody may see."""
    items = survey_of(root)[0].catalogue.items
    return next(item.id for item in items if item.files == ("4-rol-model/açık kapı günü.jpg",))


def survey_of(root: Path) -> tuple[Survey, Theme]:
    project = load(root)
    survey = take_survey(project, today=TODAY, report=lambda _: None)
    return survey, load_theme(project.theme, project.root)


def write_dossier(root: Path, language: str = "tr", audience: Audience = Audience.EVALUATOR) -> Path:
    """The dossier as Word document, where `portfolio build` puts it."""
    survey, theme = survey_of(root)
    project = survey.project
    spec = ArtefactSpec(name="dossier", language=language, format=Format.DOCX, audience=audience)
    dossier = compose_all(survey, theme, [spec])[0][spec]
    originals = Originals(evidence=project.evidence, cache=project.cache)
    derivatives, _ = derive(pictures_in(dossier), originals, project.cache / "derivatives")
    target = project.output / spec.path
    target.parent.mkdir(parents=True, exist_ok=True)
    charts, _ = draw_charts(dossier, theme, target.name)
    write_docx(dossier, theme, derivatives, logos_of(project, theme), target, charts)
    return target


def returned(root: Path, document: Path) -> tuple[Edited, Taken]:
    """What was changed in a document, and what would be written of it."""
    survey, theme = survey_of(root)
    found = find_edits(read_returned(document), survey, theme, document.name)
    return found, take_back(found, survey, theme, by="Elif", on="2026-11-20", because="dosyada", file=document.name)
