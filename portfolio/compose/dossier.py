"""The dossier of one edition, section by section."""

from __future__ import annotations

from portfolio.compose.annexes import find_annexes, set_annexes, set_bundle
from portfolio.compose.back import set_colophon, set_register
from portfolio.compose.edition import Edition
from portfolio.compose.front import set_cover, set_mission, set_school
from portfolio.compose.label import label_line
from portfolio.compose.pillars import set_pillar, set_unplaced
from portfolio.compose.selection import NOWHERE, Selection, select
from portfolio.model.bundle import Bundle
from portfolio.model.composed import pictures_in
from portfolio.model.document import Dossier, Section
from portfolio.model.framework import Pillar
from portfolio.model.problem import Problem, note


def compose_dossier(edition: Edition) -> tuple[Dossier, tuple[Problem, ...]]:
    """Everything a reader reads, in order and in the edition's language; the same edition gives the same dossier."""
    selection = select(edition)
    label, label_problems = label_line(edition)
    cover, cover_problems = set_cover(edition, selection, label)
    school, school_problems = set_school(edition, selection, label)
    mission, mission_problems = set_mission(edition)
    pillars = [set_pillar(edition, selection, pillar) for pillar in _wanted(edition, selection)]

    sections: list[Section] = [school, mission, *(section for section, _ in pillars)]
    if selection.members[NOWHERE]:
        sections.append(set_unplaced(edition, selection))
    if selection.items:
        sections.append(set_register(edition, selection))
    annexes = find_annexes(edition, selection)
    if annexes:
        sections.append(set_annexes(edition, annexes))
    sections.append(set_colophon(edition))

    word, name = edition.locale.word, edition.project.school.name
    dossier = Dossier(
        language=edition.language,
        audience=edition.audience,
        title=word("document.title", title=word("document.dossier"), school=name),
        author=name,
        subject=word("document.subject", school=name),
        cover=cover,
        contents_title=word("document.contents"),
        page_word=word("document.page"),
        sections=tuple(sections),
        watermark=word("document.watermark") if edition.draft else "",
        annexes=annexes,
    )
    problems = (
        *label_problems,
        *cover_problems,
        *school_problems,
        *mission_problems,
        *(problem for _, found in pillars for problem in found),
        *_drafted_alternatives(dossier, selection),
    )
    return dossier, tuple(dict.fromkeys(problems))


def compose_bundle(edition: Edition) -> tuple[Bundle, tuple[Problem, ...]]:
    """The edition's dossier with its annexes; what is wrong with the dossier is said with the dossier itself."""
    dossier, _ = compose_dossier(edition)
    return set_bundle(edition, dossier), ()


def _wanted(edition: Edition, selection: Selection) -> list[Pillar]:
    """Pillars and buckets that have pieces or a text; a draft has every pillar, so that what is missing is seen."""

    def used(key: str) -> bool:
        told = any(text.partition("/")[0] == key for text in edition.project.narratives.texts)
        return told or bool(selection.members[key] or selection.cited_in(key))

    pillars = sorted(edition.framework.pillars, key=lambda pillar: pillar.number)
    return [
        *(pillar for pillar in pillars if edition.draft or used(pillar.key)),
        *(bucket for bucket in edition.framework.buckets if used(bucket.key)),
    ]


def _drafted_alternatives(dossier: Dossier, selection: Selection) -> tuple[Problem, ...]:
    """One note for all pictures whose alternative text nobody has written."""
    pictured = {picture.item for picture in pictures_in(dossier)}
    count = sum(1 for item in selection.items if item.id in pictured and not item.alternative)
    return (note("compose.alternative-drafted", count=count),) if count else ()
