"""The section of projects: all that the school took part in, those under way first, then the latest."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from portfolio.compose.edition import Edition
from portfolio.compose.exhibits import overview_anchor
from portfolio.compose.links import number_run, numbers_of
from portfolio.compose.selection import Selection
from portfolio.compose.titles import dated, title
from portfolio.compose.wording import means, partner
from portfolio.i18n import fold
from portfolio.model.blocks import Column, Figure, Row, Run, Table
from portfolio.model.document import Section, SectionRole
from portfolio.model.evidence import Certificate, EvidenceItem, ProjectRecord

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NONE = (Run(text="–"),)

Label = tuple[Run, ...]


def set_projects(edition: Edition, selection: Selection) -> Section | None:
    """A row for each project record of the edition; None when there are none."""
    found = latest_projects(edition, selection)
    if not found:
        return None
    labels = {item.id: tuple(_labels(record, edition, selection)) for item, record in found}
    columns = tuple(_columns(edition, labelled=any(labels.values())))
    rows = (
        Row(
            cells=(
                (number_run(item, selection),),
                tuple(_project(item, record, edition)),
                _lines((Run(text=time),) for time in project_times(item, record, edition)) or _NONE,
                tuple(_partners(record, edition)) or _NONE,
                _lines(labels[item.id]) or _NONE,
            )[: len(columns)],
            anchor=overview_anchor(selection.numbers[item.id]),
            pillar=selection.home_of(item.id),
            item=item.id,
        )
        for item, record in found
    )
    return Section(
        anchor="projects",
        title=edition.locale.word("projects.section"),
        role=SectionRole.PLAIN,
        figures=tuple(_figures([record for _, record in found], count_labels(found, edition, selection), edition)),
        blocks=(Table(title="", columns=columns, rows=tuple(rows)),),
    )


def latest_projects(edition: Edition, selection: Selection) -> list[tuple[EvidenceItem, ProjectRecord]]:
    """The project records of an edition, those under way first, then the latest."""
    found = [(item, item.project) for item in selection.items if item.project]
    found.sort(key=lambda each: edition.locale.sort_key(each[1].title.value))
    found.sort(key=lambda each: project_time(each[1], edition), reverse=True)
    return found


def _figures(records: Sequence[ProjectRecord], labels: int, edition: Edition) -> Iterator[Figure]:
    """How many projects, with how many schools, how many of them recognised."""
    schools = {
        (fold(school), country.upper())
        for record in records
        if record.partners
        for school, country in record.partners.value
        if school
    }
    for key, count in (("projects", len(records)), ("partners", len(schools)), ("labels", labels)):
        if count:
            label = edition.locale.count(f"projects.figures.{key}", count)
            yield Figure(number=edition.locale.number(count), label=label)


def _columns(edition: Edition, *, labelled: bool) -> Iterator[Column]:
    """No column for labels where none of the projects has one."""
    wide = {"register.number": 1, "certificate.project": 4, "projects.time": 2, "project.partners": 5}
    narrow = {
        "register.number": 1,
        "certificate.project": 3,
        "projects.time": 2,
        "project.partners": 4,
        "projects.labels": 2,
    }
    for key, share in (narrow if labelled else wide).items():
        yield Column(title=edition.locale.word(key), share=share)


def _project(item: EvidenceItem, record: ProjectRecord, edition: Edition) -> Iterator[Run]:
    """What it is called, how old the pupils are."""
    name = title(item, edition)
    yield Run(text=name.text, strong=True, language=name.language)
    if record.ages:
        yield Run(text=f"\n{edition.locale.word('project.ages')}: {record.ages.value}")


def project_times(item: EvidenceItem, record: ProjectRecord, edition: Edition) -> Iterator[str]:
    """When it was, and that it goes on."""
    when = record.years.value if record.years else dated(item, edition)
    if when:
        yield when
    if _ongoing(record, edition):
        yield edition.locale.word("project.said.ongoing")


def _lines(labels: Iterable[Label]) -> Label:
    """Labels one below the other."""
    return tuple(part for label in labels for part in (Run(text="\n"), *label))[1:]


def _partners(record: ProjectRecord, edition: Edition) -> Iterator[Run]:
    """Partner schools with their countries, one a line."""
    if record.partners:
        names = (partner(school, country, edition) for school, country in record.partners.value)
        for place, name in enumerate(filter(None, names)):
            yield Run(text=f"\n{name}" if place else name)


def _labels(record: ProjectRecord, edition: Edition, selection: Selection) -> Iterator[Label]:
    """Each quality label of a project with its year and the numbers of the certificates that prove it."""
    for text, papers in quality_labels(record, edition, selection):
        yield Run(text=text), *_in_brackets(papers, selection)


def quality_labels(
    record: ProjectRecord, edition: Edition, selection: Selection
) -> Iterator[tuple[str, Sequence[EvidenceItem]]]:
    """Each quality label of a project with its year: what the record says, and the certificates that prove it."""
    for field, said in (("national_label", record.national_label), ("european_label", record.european_label)):
        kinds = {kind.key for kind in edition.framework.certificate_kinds if kind.confirms == field}
        papers = [item for item in selection.items if item.certificate and _is_for(item.certificate, record, kinds)]
        if not (said or papers):
            continue
        years = [
            *_YEAR.findall(said.value if said else ""),
            *(paper.dated.value.first.year for paper in papers if paper.dated),
        ]
        yield " ".join(map(str, (edition.locale.word(f"project.{field}"), *years[:1]))), papers


def count_labels(projects: Iterable[tuple[EvidenceItem, ProjectRecord]], edition: Edition, selection: Selection) -> int:
    """How many quality labels projects have: what the same certificates prove of two records is one."""
    found = [(item.id, *each) for item, record in projects for each in quality_labels(record, edition, selection)]
    return len({(text, *(paper.id for paper in papers)) if papers else (item, text) for item, text, papers in found})


def _is_for(certificate: Certificate, record: ProjectRecord, kinds: Collection[str]) -> bool:
    """Whether a certificate of one of some kinds names the project."""
    named = certificate.project
    return certificate.kind in kinds and named is not None and fold(named.value) == fold(record.title.value)


def _in_brackets(papers: Sequence[EvidenceItem], selection: Selection) -> Iterator[Run]:
    if papers:
        yield from (Run(text=" ("), *numbers_of(papers, selection), Run(text=")"))


def _ongoing(record: ProjectRecord, edition: Edition) -> bool:
    return bool(record.status and means(record.status.value, "ongoing", edition))


def project_time(record: ProjectRecord, edition: Edition) -> tuple[bool, str, str, str]:
    """What projects are sorted by, the latest being the greatest."""
    years = _YEAR.findall(record.years.value) if record.years else []
    said = record.years.value if record.years else ""
    return _ongoing(record, edition), max(years, default=""), min(years, default=""), said
