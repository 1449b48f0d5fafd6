"""The information sheet: for parents and visitors, who never heard of the label."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from portfolio.compose.back import about_label
from portfolio.compose.edition import Edition
from portfolio.compose.inks import inked
from portfolio.compose.label import label_line
from portfolio.compose.partners import countries_of, partner_countries
from portfolio.compose.photopages import Size, within
from portfolio.compose.pictures import place, shape
from portfolio.compose.place import find_site_faults, school_place, site_code, website
from portfolio.compose.projects import count_labels, latest_projects, project_times, quality_labels
from portfolio.compose.selection import Selection, select
from portfolio.compose.titles import title
from portfolio.compose.wording import fact_phrase, pillar_lines
from portfolio.model.blocks import Figure, Run
from portfolio.model.evidence import EvidenceItem, ProjectRecord
from portfolio.model.info import Contact, InfoProject, InfoSheet, Passage
from portfolio.model.labelfacts import Fact
from portfolio.model.lockup import Arrangement, Lockup
from portfolio.model.problem import Problem
from portfolio.model.text import Phrase

PICTURE = Size(width=210.0, height=120.0)  # mm: across the front, or as high as its field
PROJECTS = 4  # so many are told of, the latest
LONGEST_TITLE = 120  # letters of a project's name
COUNTRIES = 6  # so many are named of a project


def compose_info(edition: Edition) -> tuple[InfoSheet, tuple[Problem, ...]]:
    """The sheet of an edition; that the school has the label stands on it only while it holds.

    Problems: those of the label, `info.no-website`, `info.long-website`.
    """
    project, word, told = edition.project, edition.locale.word, edition.framework.label
    selection = select(edition)
    label, problems = label_line(edition, "info.label")
    projects = latest_projects(edition, selection)
    about = _texts(told.about, edition)
    sheet = InfoSheet(
        language=edition.language,
        title=word("document.title", title=word("info.title"), school=project.school.name),
        author=project.school.name,
        subject=word("info.subject", label=word("school.label"), school=project.school.name),
        school=project.school.name,
        place=school_place(edition),
        label=label,
        picture=place(cover, within(shape(cover), *_room()), edition) if (cover := selection.cover) else None,
        logos=project.school.logos,
        about=Passage(title=word("info.about", label=word("school.label")), texts=about) if about else None,
        elements_title=word("info.elements"),
        elements=pillar_lines(edition),
        benefits_title=word("info.benefits.title"),
        benefits=tuple(_benefits(edition)),
        work_title=word("label.none"),
        figures=tuple(_figures(projects, edition, selection)),
        projects=tuple(_project(item, record, edition, selection) for item, record in projects[:PROJECTS]),
        contact=_contact(edition),
        notes=tuple(_notes(edition)),
        lockup=_lockup(edition),
        watermark=word("document.watermark") if edition.draft else "",
    )
    return sheet, (*problems, *find_site_faults(edition.project.school))


def _lockup(edition: Edition) -> Lockup | None:
    """Two languages stand below the flag: beside it they would leave no room for the notes."""
    lockup = inked("info-sheet", edition)
    return replace(lockup, arrangement=Arrangement.BELOW) if lockup and lockup.second else lockup


def _room() -> tuple[float, float]:
    return PICTURE.width, PICTURE.height


def _texts(facts: Iterable[Fact], edition: Edition) -> tuple[Phrase, ...]:
    return tuple(fact_phrase(fact, edition) for fact in facts if fact.printable)


def _benefits(edition: Edition) -> Iterator[Passage]:
    for whose, facts in edition.framework.label.benefits.items():
        if texts := _texts(facts, edition):
            yield Passage(title=edition.locale.word(f"info.benefits.{whose}"), texts=texts)


def _figures(
    projects: Sequence[tuple[EvidenceItem, ProjectRecord]], edition: Edition, selection: Selection
) -> Iterator[Figure]:
    """What is known, and nothing that is none."""
    for key, count in (
        ("school.figures.projects", len(projects)),
        ("school.figures.countries", len(partner_countries(edition, (item for item, _ in projects)))),
        ("projects.figures.labels", count_labels(projects, edition, selection)),
        ("info.figures.teachers", edition.project.figures.active_teachers),
    ):
        if count:
            yield Figure(number=edition.locale.number(count), label=edition.locale.count(key, count))


def _project(item: EvidenceItem, record: ProjectRecord, edition: Edition, selection: Selection) -> InfoProject:
    name = title(item, edition)
    return InfoProject(
        item=item.id,
        title=replace(name, text=textwrap.shorten(name.text, LONGEST_TITLE, placeholder=" …")),
        time=", ".join(project_times(item, record, edition)),
        text=" ".join(_sentences(item, record, edition, selection)),
    )


def _sentences(item: EvidenceItem, record: ProjectRecord, edition: Edition, selection: Selection) -> Iterator[str]:
    locale = edition.locale
    if names := countries_of(item, edition):
        named, more = ", ".join(names[:COUNTRIES]), len(names) - COUNTRIES
        all_of_them = locale.word("info.project.more_countries", countries=named, n=more) if more > 0 else named
        yield locale.word("info.project.partners", countries=all_of_them)
    if record.pupils and record.pupils.value:
        yield locale.count("info.project.pupils", record.pupils.value)
    if labels := [text for text, _ in quality_labels(record, edition, selection)]:
        yield locale.word("info.project.labels", labels=", ".join(labels))


def _contact(edition: Edition) -> Contact:
    """How to reach the school itself; nobody in person."""
    school, word = edition.project.school, edition.locale.word
    code = site_code(edition)
    site, address = website(school)
    rows = (
        ("address", ", ".join(filter(None, (school.address, school_place(edition)))), ""),
        ("phone", school.phone, ""),
        ("email", school.email, f"mailto:{school.email}"),
    )
    unshown = () if code.site else (("website", site, address),)
    return Contact(
        title=word("info.contact"),
        rows=tuple(
            (word(f"school.{key}"), (Run(text=text, link=link),)) for key, text, link in (*rows, *unshown) if text
        ),
        site=code.site,
        scan=code.scan,
        alternative=code.alternative,
    )


def _notes(edition: Edition) -> Iterator[str]:
    """Whose sheet it is, and whose words."""
    word, told = edition.locale.word, edition.framework.label
    yield word("info.note", school=edition.project.school.name)
    yield from about_label(edition)
    printed = (fact for fact in told.facts if fact.printable and fact.source)
    if sources := dict.fromkeys(fact.source.partition("/")[0] for fact in printed):
        yield word("info.own_words", sources=", ".join(sources))
