"""The texts for the platform's application form: what to paste into each field, and what to attach or link to it.

The order is the form's (label facts: a question on the e-safety policy, then for each pillar its points and the plan
for the next two years). A field without a text and without evidence is left out. The declaration of honour is the
platform's own paper: it is named, never made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from portfolio.compose.annexes import separate_name
from portfolio.compose.edition import Edition
from portfolio.compose.exhibits import run
from portfolio.compose.fields import UPLOADS, Field, fields_of, file_names, parts_of, points_are_official, shown_of
from portfolio.compose.narrative import set_narrative
from portfolio.compose.numbering import prefix
from portfolio.compose.plaintext import flatten, length
from portfolio.compose.titles import dated, title
from portfolio.compose.wording import phrase
from portfolio.model.annex import AnnexState
from portfolio.model.blocks import Column, Row, Run, Table
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.form import ApplicationForm, FormField, FormPart
from portfolio.model.framework import Pillar
from portfolio.model.problem import Problem, warning

# Of these a reader sees more in the file than what is cleared: who answered, and what else.
_MANY_VOICES = (Kind.QUOTATION, Kind.SURVEY)


def compose_form(edition: Edition) -> tuple[ApplicationForm, tuple[Problem, ...]]:
    """The form of an edition, its texts not counted yet: `with_counts` does that when names have been shortened."""
    word, school = edition.locale.word, edition.project.school.name
    problems: list[Problem] = []
    parts = []
    for pillar in parts_of(edition):
        fields, found = _fields(edition, pillar)
        problems += found
        if fields:
            name = phrase(pillar.titles, edition.language)
            parts.append(FormPart(pillar=pillar.key, number=prefix(pillar), title=name, fields=fields))
    form = ApplicationForm(
        language=edition.language,
        audience=edition.audience,
        title=word("document.title", title=word("form.title"), school=school),
        author=school,
        subject=word("form.subject", school=school),
        heading=word("form.title"),
        school=" · ".join(filter(None, (school, edition.project.round.name if edition.project.round else ""))),
        notes=tuple(_notes(edition, parts)),
        begin=word("form.begin"),
        end=word("form.end"),
        parts=tuple(parts),
        page_word=word("document.page"),
        watermark=word("document.watermark") if edition.draft else "",
    )
    return form, tuple(dict.fromkeys(problems))


def with_counts(form: ApplicationForm, edition: Edition) -> tuple[ApplicationForm, tuple[Problem, ...]]:
    """The form with the length of every text against its limit. Code: `form.too-long`, by how much."""
    problems: list[Problem] = []

    def counted(field: FormField) -> FormField:
        size, limit = length(field.text), edition.project.limits.of(field.key)
        if not field.text:
            return field
        locale = edition.locale
        said = locale.count("form.characters", size)
        if limit is None:
            return replace(field, counted=said)
        over = size - limit
        if over > 0:
            where = edition.project.narratives.place(field.key, field.language or edition.language)
            problems.append(warning("form.too-long", where, key=field.key, count=size, limit=limit, over=over))
        return replace(
            field,
            counted=locale.word("form.of_limit", counted=said, limit=locale.number(limit)),
            over=locale.count("form.over", over) if over > 0 else "",
        )

    parts = tuple(replace(part, fields=tuple(map(counted, part.fields))) for part in form.parts)
    return replace(form, parts=parts), tuple(problems)


def _notes(edition: Edition, parts: Sequence[FormPart]) -> Iterator[str]:
    word = edition.locale.word
    number = _first_number(parts)
    yield " ".join(filter(None, (word("form.how"), number and word("form.numbers", number=number))))
    if UPLOADS in edition.project.artefacts:
        yield word("form.uploads", folder=UPLOADS)
    yield word("form.counting")
    if not points_are_official(edition):
        yield word("form.own_wording")
    yield word("form.declaration")


def _first_number(parts: Sequence[FormPart]) -> str:
    """The number of the first piece that the form names, "" when it names none: its readers can look that one up."""
    tables = (field.evidence for part in parts for field in part.fields)
    return next((run.text for table in tables if table for row in table.rows for run in row.cells[0]), "")


def _fields(edition: Edition, pillar: Pillar) -> tuple[tuple[FormField, ...], tuple[Problem, ...]]:
    """The fields of a pillar that have a text or evidence."""
    fields: list[FormField] = []
    problems: list[Problem] = []
    for each in fields_of(pillar, edition):
        field, found = _field(edition, each)
        problems += found
        if field.text or field.evidence:
            fields.append(field)
    return tuple(fields), tuple(problems)


def _field(edition: Edition, field: Field) -> tuple[FormField, tuple[Problem, ...]]:
    blocks, problems = set_narrative(edition, field.key)
    said = edition.project.narratives.find(field.key)
    language = edition.phrase(said).language if said else ""
    named = edition.locale.language_name(language)
    made = FormField(
        key=field.key,
        title=field.title,
        text=flatten(blocks),
        language=language,
        note=edition.locale.word("form.not_translated", language=named) if language and blocks else "",
        attach=_upload(edition, field),
        evidence=_evidence(edition, field),
    )
    return made, problems


def _upload(edition: Edition, field: Field) -> str:
    """Which file has all of a field, and which signed documents lie beside it; "" where the school wants none."""
    if UPLOADS not in edition.project.artefacts:
        return ""
    name = file_names(edition)[field.key]
    copies = ((item, edition.copies.get(item.id)) for item in shown_of(field, edition))
    signed = (edition.numbers[item.id] for item, copy in copies if copy and copy.state is AnnexState.SEPARATE)
    files = (f"{name}.{edition.language}.pdf", *(separate_name(number, edition, f"{name}.") for number in signed))
    return edition.locale.word("form.attach", files=", ".join(f"{UPLOADS}/{file}" for file in files))


def _evidence(edition: Edition, field: Field) -> Table | None:
    """The cleared ones of its pieces, in their order; None when there are none."""
    word = edition.locale.word
    shown = shown_of(field, edition)
    if not shown:
        return None
    rows = tuple(
        Row(
            cells=(
                (Run(text=edition.numbers[item.id]),),
                (run(title(item, edition)), *_kind(item, edition)),
                tuple(_where(item, edition)),
            ),
            pillar=field.pillar.key,
            item=item.id,
        )
        for item in shown
    )
    columns = (("register.number", 1), ("register.title", 6), ("form.where", 5))
    return Table(
        title=word("form.evidence"),
        columns=tuple(Column(title=word(key), share=share) for key, share in columns),
        rows=rows,
    )


def _kind(item: EvidenceItem, edition: Edition) -> Iterator[Run]:
    """What kind of piece it is, of when, unless its title says so."""
    name = title(item, edition).text
    told = (edition.locale.word(f"kinds.{item.kind}.name"), dated(item, edition))
    more = " · ".join(each for each in told if each and each not in name)
    if more:
        yield Run(text=f" ({more})")


def _where(item: EvidenceItem, edition: Edition) -> Iterator[Run]:
    """The address to link or the file to attach.

    Where a file holds more than is cleared (it has covered places, or many voices) the dossier is named instead.
    """
    address = item.address or (item.project.url if item.project else None)
    if address and address.value.startswith(("https://", "http://")):
        yield Run(text=address.value, link=address.value)
    elif item.redaction or item.kind in _MANY_VOICES or "." in item.id:
        yield Run(text=edition.locale.word("form.in_dossier"))
    elif item.files:
        yield Run(text=item.files[0])
