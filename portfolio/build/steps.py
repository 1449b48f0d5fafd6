"""The few things to do next, most urgent first: what a coordinator reads last and remembers."""

from __future__ import annotations

from portfolio.build.survey import Survey
from portfolio.i18n import spoken
from portfolio.model.catalogue import FileState
from portfolio.model.clearance import Audience
from portfolio.model.problem import Reason, reason
from portfolio.model.project import LabelStatus

MOST = 4


def next_steps(survey: Survey) -> tuple[Reason, ...]:
    """At most four things to do, as codes with values."""
    return tuple([*_window(survey), *_gaps(survey), *_people(survey), *_texts(survey), *_files(survey)][:MOST])


def days_left(survey: Survey) -> int | None:
    """Days until the round closes, negative when it has closed; None when no closing day is known."""
    closes_on = survey.project.round.closes_on if survey.project.round else None
    return (closes_on - survey.today).days if closes_on else None


def _window(survey: Survey) -> list[Reason]:
    left = days_left(survey)
    if left is None and survey.project.label.status in (LabelStatus.APPLYING, LabelStatus.NONE):
        return [reason("step.round")]
    if left is not None and left < 0:
        return [reason("step.next-round")]
    return []


def _gaps(survey: Survey) -> list[Reason]:
    language = survey.project.language
    pillars = [pillar for pillar in survey.framework.pillars if pillar.key in survey.coverage.gaps]
    return [
        reason(
            "step.gap",
            title=spoken(pillar.titles, language)[0].print,
            folder=spoken(pillar.folders, language)[0][0],
        )
        for pillar in pillars
    ]


def _people(survey: Survey) -> list[Reason]:
    unknown = [entry for entry in survey.withheld(Audience.EVALUATOR) if entry.why.code == "clearance.unknown"]
    files = {item.id: item.files[0] for item in survey.catalogue.items}
    return [reason("step.people", n=len(unknown), first=files[unknown[0].item])] if unknown else []


def _texts(survey: Survey) -> list[Reason]:
    texts = survey.project.narratives.texts
    missing = [
        f"{pillar.key}.{language}.md"
        for pillar in survey.framework.pillars
        for language in survey.project.languages
        if language not in texts.get(pillar.key, {})
    ]
    return [reason("step.texts", n=len(missing), first=missing[0])] if missing else []


def _files(survey: Survey) -> list[Reason]:
    unplaced = [row for row in survey.ledger if row.state is FileState.UNPLACED]
    broken = [row for row in survey.ledger if row.state is FileState.QUARANTINED]
    steps = [reason("step.unplaced", n=len(unplaced), first=unplaced[0].file)] if unplaced else []
    if broken:
        steps.append(reason("step.broken", n=len(broken), first=broken[0].file))
    return steps
