"""The dossier of one edition, section by section."""

from __future__ import annotations

from portfolio.compose.annexes import find_annexes, set_annexes, set_bundle
from portfolio.compose.back import set_colophon, set_register
from portfolio.compose.development import set_development
from portfolio.compose.edition import Edition
from portfolio.compose.front import set_cover, set_mission, set_school
from portfolio.compose.glance import set_glance
from portfolio.compose.label import label_line
from portfolio.compose.pillars import set_pillar, set_unplaced
from portfolio.compose.projects import set_projects
from portfolio.compose.selection import NOWHERE, Selection, select
from portfolio.compose.voices import set_voices
from portfolio.model.bundle import Bundle
from portfolio.model.composed import pictures_in
from portfolio.model.document import Dossier, Section
from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Pillar
from portfolio.model.problem import Problem, note


def compose_dossier(edition: Edition) -> tuple[Dossier, tuple[Problem, ...]]:
    """Everything a reader reads, in order and in the edition's language; the same edition gives the same dossier."""
    selection = select(edition)
    label, label_problems = label_line(edition)
    cover, cover_problems = set_cover(edition, selection, label)
    school, school_problems = set_school(edition, selection, label)
    mission, mission_problems = set_mission(edition)
    pillars = [set_pillar(edition, selection, pillar) for pillar in _wanted_pillars(edition, selection)]
    buckets = [set_pillar(edition, selection, bucket) for bucket in _wanted_buckets(edition, selection)]
    annexes = find_annexes(edition, selection)
    sections: tuple[Section | None, ...] = (
        set_glance(edition, selection),
        school,
        mission,
        *(section for section, _ in pillars),
        set_projects(edition, selection),
        set_development(edition, selection),
        *(section for section, _ in buckets),
        set_voices(edition, selection),
        set_unplaced(edition, selection) if selection.members[NOWHERE] else None,
        set_register(edition, selection) if selection.items else None,
        set_annexes(edition, annexes) if annexes else None,
        set_colophon(edition),
    )

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
        sections=tuple(filter(None, sections)),
        watermark=word("document.watermark") if edition.draft else "",
        annexes=annexes,
    )
    problems = (
        *label_problems,
        *cover_problems,
        *school_problems,
        *mission_problems,
        *(problem for _, found in (*pillars, *buckets) for problem in found),
        *_drafted_alternatives(dossier, edition),
    )
    return dossier, tuple(dict.fromkeys(problems))


def compose_bundle(edition: Edition) -> tuple[Bundle, tuple[Problem, ...]]:
    """The edition's dossier with its annexes; what is wrong with the dossier is said with the dossier itself."""
    dossier, _ = compose_dossier(edition)
    return set_bundle(edition, dossier), ()


def _wanted_pillars(edition: Edition, selection: Selection) -> list[Pillar]:
    """Pillars that have pieces or a text; a draft has every one, so that what is missing is seen."""
    pillars = sorted(edition.framework.pillars, key=lambda pillar: pillar.number)
    return [pillar for pillar in pillars if edition.draft or _used(pillar.key, edition, selection)]


def _wanted_buckets(edition: Edition, selection: Selection) -> list[Pillar]:
    return [bucket for bucket in edition.framework.buckets if _used(bucket.key, edition, selection)]


def _used(key: str, edition: Edition, selection: Selection) -> bool:
    """Whether a pillar or bucket has a text or pieces."""
    told = any(text.partition("/")[0] == key for text in edition.project.narratives.texts)
    return told or bool(selection.members[key] or selection.cited_in(key))


def undescribed_in(dossier: Dossier, edition: Edition) -> tuple[EvidenceItem, ...]:
    """The pieces whose picture a dossier shows though nobody has written its alternative text, each once, in order."""
    items = {piece.item.id: piece.item for piece in edition.pieces}
    pictured = dict.fromkeys(picture.item for picture in pictures_in(dossier))
    return tuple(items[each] for each in pictured if each in items and not items[each].alternative)


def _drafted_alternatives(dossier: Dossier, edition: Edition) -> tuple[Problem, ...]:
    """One note for all of them, with the first to begin with."""
    undescribed = undescribed_in(dossier, edition)
    return (note("compose.alternative-drafted", n=len(undescribed), first=undescribed[0].id),) if undescribed else ()
