"""The texts for the platform's application form: what to paste into each field, and what to attach or link to it.

The order is the form's (label facts: a question on the e-safety policy, then for each pillar its points and the plan
for the next two years). A field without a text and without evidence is left out. The declaration of honour is the
platform's own paper: it is named, never made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from portfolio.compose.edition import Edition
from portfolio.compose.exhibits import run
from portfolio.compose.narrative import set_narrative
from portfolio.compose.numbering import prefix
from portfolio.compose.plaintext import flatten, length
from portfolio.compose.titles import dated, title
from portfolio.compose.wording import phrase
from portfolio.i18n import spoken
from portfolio.model.blocks import Column, Row, Run, Table
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.form import ApplicationForm, FormField, FormPart
from portfolio.model.framework import Pillar
from portfolio.model.problem import Problem, warning
from portfolio.model.text import Phrase

# Of these a reader sees more in the file than what is cleared: who answered, and what else.
_MANY_VOICES = (Kind.QUOTATION, Kind.SURVEY)


def compose_form(edition: Edition) -> tuple[ApplicationForm, tuple[Problem, ...]]:
    """The form of an edition, its texts not counted yet: `with_counts` does that when names have been shortened."""
    word, school = edition.locale.word, edition.project.school.name
    problems: list[Problem] = []
    pillars = sorted(edition.framework.pillars, key=lambda pillar: pillar.number)
    parts = []
    for pillar in (*edition.framework.buckets, *pillars):
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
    yield word("form.counting")
    wordings = (line.wordings for pillar in edition.framework.all_pillars for line in pillar.criteria)
    if not all(spoken(texts, edition.language)[0].official for texts in wordings):
        yield word("form.own_wording")
    yield word("form.declaration")


def _first_number(parts: Sequence[FormPart]) -> str:
    """The number of the first piece that the form names, "" when it names none: its readers can look that one up."""
    tables = (field.evidence for part in parts for field in part.fields)
    return next((run.text for table in tables if table for row in table.rows for run in row.cells[0]), "")


def _fields(edition: Edition, pillar: Pillar) -> tuple[tuple[FormField, ...], tuple[Problem, ...]]:
    """The pillar as a whole, its criteria, its plan; of the evidence only what proves no criterion stands with all."""
    lines = {f"{pillar.key}/{line.key}": phrase(line.wordings, edition.language) for line in pillar.criteria}
    proving = {item for target in lines for item in edition.proofs.get(target, ())}
    rest = [item for item in edition.proofs.get(pillar.key, ()) if item not in proving]
    wanted: list[tuple[str, Phrase, Sequence[str]]] = [
        (pillar.key, Phrase(text=edition.locale.word("form.whole")), rest),
        *((target, name, edition.proofs.get(target, ())) for target, name in lines.items()),
        (
            f"{pillar.key}/plan",
            Phrase(text=edition.locale.word("pillar.plan")),
            edition.proofs.get(f"plan/{pillar.key}", ()),
        ),
    ]
    fields: list[FormField] = []
    problems: list[Problem] = []
    for key, name, ids in wanted:
        field, found = _field(edition, pillar, key, name, ids)
        problems += found
        if field.text or field.evidence:
            fields.append(field)
    return tuple(fields), tuple(problems)


def _field(
    edition: Edition, pillar: Pillar, key: str, name: Phrase, ids: Sequence[str]
) -> tuple[FormField, tuple[Problem, ...]]:
    blocks, problems = set_narrative(edition, key)
    said = edition.project.narratives.find(key)
    language = edition.phrase(said).language if said else ""
    named = edition.locale.language_name(language)
    field = FormField(
        key=key,
        title=name,
        text=flatten(blocks),
        language=language,
        note=edition.locale.word("form.not_translated", language=named) if language and blocks else "",
        evidence=_evidence(edition, pillar, ids),
    )
    return field, problems


def _evidence(edition: Edition, pillar: Pillar, ids: Sequence[str]) -> Table | None:
    """The cleared ones of some pieces, in their order; None when there are none."""
    word = edition.locale.word
    cleared = {piece.item.id: piece.item for piece in edition.pieces}
    shown = [cleared[each] for each in ids if each in cleared and each in edition.numbers]
    if not shown:
        return None
    rows = tuple(
        Row(
            cells=(
                (Run(text=edition.numbers[item.id]),),
                (run(title(item, edition)), *_kind(item, edition)),
                tuple(_where(item, edition)),
            ),
            pillar=pillar.key,
            item=item.id,
        )
        for item in shown[: edition.project.max_exhibits]
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
