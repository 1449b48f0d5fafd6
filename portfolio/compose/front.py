"""What comes before the pillars: cover, the school, the mission."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from portfolio.compose.edition import Edition
from portfolio.compose.narrative import set_narrative
from portfolio.compose.photopages import Size, within
from portfolio.compose.pictures import place, shape
from portfolio.compose.place import school_place, website
from portfolio.compose.prose import set_prose
from portfolio.compose.selection import Selection
from portfolio.compose.wording import all_official, country_name, phrase, pillar_entries
from portfolio.model.blocks import (
    Block,
    FactTable,
    Heading,
    Paragraph,
    ParagraphStyle,
    PillarList,
    PlacedPicture,
    Run,
)
from portfolio.model.document import Cover, Section, SectionRole
from portfolio.model.lockup import Arrangement
from portfolio.model.problem import Place, Problem, note, warning

NO_PICTURE = "none"  # what a theme says that wants the composition of the pillars' colours
COVER = Size(width=210.0, height=157.5)  # across the page for a photo of 4:3


def set_cover(edition: Edition, selection: Selection, label: str) -> tuple[Cover, tuple[Problem, ...]]:
    """The first page; `label` is the line about the label. A missing `edition_on` is a Problem: no date is printed."""
    project = edition.project
    cover = Cover(
        school=project.school.name,
        title=edition.locale.word("document.dossier"),
        label=label,
        place=school_place(edition),
        printed_on=edition.locale.date(project.edition_on) if project.edition_on else "",
        picture=_cover_picture(edition, selection),
        logos=project.school.logos,
        lockup=replace(edition.lockup, arrangement=Arrangement.BESIDE) if edition.lockup else None,
        pillars=pillar_entries(edition),
    )
    undated = () if project.edition_on else (note("compose.no-edition-date", Place(file="portfolio.yaml")),)
    return cover, (*undated, *_cover_faults(edition, selection))


def _cover_faults(edition: Edition, selection: Selection) -> Iterator[Problem]:
    """Says that the piece wanted on the cover is no photo, or not for these readers."""
    if edition.cover not in ("", NO_PICTURE) and selection.cover is None:
        yield warning("compose.cover-unseen", edition.cover_at, item=edition.cover)


def _cover_picture(edition: Edition, selection: Selection) -> PlacedPicture | None:
    item = selection.cover
    return place(item, within(shape(item), COVER.width, COVER.height), edition) if item else None


def set_school(edition: Edition, selection: Selection, label: str) -> tuple[Section, tuple[Problem, ...]]:
    """Who the school is: motto, its own text, facts."""
    school = edition.project.school
    narrative, problems = set_narrative(edition, "school", selection=selection)
    motto: list[Block] = []
    if school.motto:
        said = edition.phrase(school.motto)
        motto = [Paragraph(runs=(Run(text=said.text, language=said.language),), style=ParagraphStyle.QUOTE)]
    section = Section(
        anchor="school",
        title=edition.locale.word("school.section"),
        role=SectionRole.PLAIN,
        blocks=(
            *motto,
            *narrative,
            FactTable(title="", rows=tuple(_facts(edition, label))),
        ),
    )
    return section, problems


def _facts(edition: Edition, label: str) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """What is known of the school; what is not has no row."""
    school = edition.project.school
    for key, value, link in (
        ("city", school.city, ""),
        ("country", country_name(school.country, edition), ""),
        ("founded", str(school.founded) if school.founded else "", ""),
        ("pupils", edition.locale.number(school.pupils) if school.pupils else "", ""),
        ("teachers", edition.locale.number(school.teachers) if school.teachers else "", ""),
        ("principal", school.principal, ""),
        ("coordinator", school.coordinator, ""),
        ("website", *website(school)),
        ("email", school.email, f"mailto:{school.email}"),
        ("label", label, ""),
    ):
        if value:
            yield edition.locale.word(f"school.{key}"), (Run(text=value, link=link),)


def set_mission(edition: Edition) -> tuple[Section, tuple[Problem, ...]]:
    """The mission and its pillars; where a wording is ours, one note says so for all."""
    mission, word = edition.framework.mission, edition.locale.word
    title, body = phrase(mission.titles, edition.language), phrase(mission.bodies, edition.language)
    text, problems = set_prose(body.text, file="mission", anchor="mission-text", language=body.language)
    ours = (
        []
        if all_official(edition)
        else [Paragraph(runs=(Run(text=word("mission.own_rendering")),), style=ParagraphStyle.NOTE)]
    )
    section = Section(
        anchor="mission",
        title=word("mission.section") if title.language else title.text,
        role=SectionRole.PLAIN,
        blocks=(
            *text,
            Heading(text=word("mission.pillars"), level=2, anchor="mission-pillars"),
            PillarList(entries=tuple(replace(entry, note="") for entry in pillar_entries(edition))),
            *ours,
        ),
    )
    return section, problems
