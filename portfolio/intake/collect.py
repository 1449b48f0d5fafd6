"""From the evidence folder to its catalogue: the flow of this package, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from portfolio.columns import Columns
from portfolio.errors import ProjectError
from portfolio.files.garbage import without_collector
from portfolio.files.originals import Originals
from portfolio.files.tesseract import Tesseract
from portfolio.i18n import primary
from portfolio.intake.archives import is_folder, read_archives, sweep
from portfolio.intake.attachments import read_attachments
from portfolio.intake.catalogue import SCHEMA, open_store
from portfolio.intake.contents import ReadFile, id_of, read_contents
from portfolio.intake.decided import unmet_decisions
from portfolio.intake.description import Description
from portfolio.intake.descriptions import read_descriptions, without_caption_sheets
from portfolio.intake.duplicates import Content, contents_of
from portfolio.intake.firstseen import with_seen
from portfolio.intake.foldernotes import read_folder_notes
from portfolio.intake.formats import FORMATS
from portfolio.intake.listing import Listing, look
from portfolio.intake.making import make_pieces, set_aside
from portfolio.intake.names import shown
from portfolio.intake.neighbours import groups_of
from portfolio.intake.people import overruled
from portfolio.intake.perhaps import named_certificates, perhaps_certificates, proved
from portfolio.intake.piece import Knowledge
from portfolio.intake.pieces import called_certificates
from portfolio.intake.recall import forget, key_of, recall, remember
from portfolio.intake.recognise import recognise
from portfolio.intake.scan import FoundFile, found_in
from portfolio.intake.statements import Statement
from portfolio.intake.twins import merge_projects
from portfolio.model.catalogue import Catalogue, CataloguedFile, FileState, Former
from portfolio.model.decision import Decision, Field
from portfolio.model.events import Report
from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Framework
from portfolio.model.problem import Place, Problem, Reason, error, note, reason


@without_collector()
def collect(
    evidence: Path,
    framework: Framework,
    decisions: Sequence[Decision],
    *,
    language: str,
    country: str,
    cache: Path,
    report: Report,
    today: date,
    tesseract: Tesseract | None = None,
) -> Catalogue:
    """The catalogue of an evidence folder, which is only read. `cache` keeps what need not be read again.

    `language` is the school's own (of unmarked texts, and of old code pages), `country` its ISO code (day or month
    first); no clock is believed that is ahead of `today`; `tesseract` reads the text in pictures of pages. Raises
    ProjectError when there is no evidence folder, OutputError or InUseError for the cache.
    """
    listing = _look(evidence)
    key = key_of(listing, framework, decisions, language, country, today, tesseract, SCHEMA)
    originals = Originals(evidence=evidence, cache=cache)
    catalogue = recall(cache, key)
    if catalogue and originals.hold((item.source, item.sha256) for item in catalogue.items):
        return catalogue
    found = found_in(listing)
    with open_store(cache, language) as store:
        wanted = tuple(file for file in found if not file.rule)
        outer = read_contents(originals, wanted, store, language=language, report=report)
        files, members = read_archives(outer, originals, store, language=language, report=report)
        files, attached = read_attachments(files, originals, store, language=language, report=report)
        members = (*members, *attached)
        inside = frozenset(member.path for member in members)
        sweep((each for each in files if each.file.path in inside), originals)
        store.forget_all_but((*wanted, *members))
        former = tuple(Former(id=id_of(sha256), file=shown(path)) for path, sha256 in store.former())
    found = tuple(sorted((*found, *members), key=lambda file: file.name))
    speaking = tuple(each for each in files if each.usable and not is_folder(each))
    named = dict.fromkeys(map(str, Field), ()) | dict(framework.column_names)  # a pack need not name every field
    columns = Columns(named, framework.spoken.get(primary(language)))
    descriptions = read_descriptions(files, columns, framework.answers, former)
    described = {description.file for description in descriptions if description.whole}
    descriptions += read_folder_notes(speaking, columns, framework.answers, described)
    describing = {description.file: description for description in descriptions if description.whole}
    sheets = {description.file: description for description in descriptions if description.sheets}
    contents = contents_of(
        without_caption_sheets(each, sheets) for each in speaking if each.file.name not in describing
    )
    lying = {name: (content.id,) for content in contents for name in content.names}
    decisions = with_seen(decisions, lying, cache, keep=True)
    knowledge = Knowledge(
        framework=framework,
        columns=columns,
        language=language,
        country=country,
        today=today,
        said=_said(descriptions),
        decisions=decisions,
    )
    stated, perhaps = called_certificates(contents, knowledge), named_certificates(contents, knowledge)
    contents = recognise(contents, stated | perhaps, originals, tesseract, language=language, report=report)
    contents = proved(contents, perhaps, knowledge)
    pieces = make_pieces(contents, knowledge)
    contents, files = pieces.contents, set_aside(files, pieces.faults)
    items, contradictions = merge_projects((item for made, _ in pieces.made for item in made), framework.answers)
    catalogue = Catalogue(
        files=tuple(_catalogued(found, files, describing, contents, items)),
        items=tuple(sorted(items, key=lambda item: item.id)),
        problems=_in_order(
            (
                *listing.problems,
                *_faults(files),
                *(problem for description in descriptions for problem in description.problems),
                *(problem for _, more in pieces.made for problem in more),
                *contradictions,
                *perhaps_certificates(contents, knowledge),
                *unmet_decisions(decisions, items, framework.answers, former),
                *overruled(items),
            )
        ),
        groups=groups_of({item.id: int(item.raster.dhash, 16) for item in items if item.raster}),
        former=former,
    )
    if all(each.reading.lasting for each in files) and all(each.reading.lasting for each in contents):
        remember(cache, key, catalogue)
    else:
        forget(cache)
    return catalogue


def _look(evidence: Path) -> Listing:
    try:
        return look(evidence)
    except FileNotFoundError:
        raise ProjectError(error("evidence.no-folder", folder=evidence.name)) from None
    except OSError:
        raise ProjectError(error("evidence.unreadable", folder=evidence.name)) from None


def _said(descriptions: Iterable[Description]) -> Mapping[str, Sequence[Statement]]:
    said: dict[str, list[Statement]] = defaultdict(list)
    for description in descriptions:
        for file, statements in description.said.items():
            said[file] += statements
    return said


def _faults(files: Iterable[ReadFile]) -> Iterator[Problem]:
    """What is wrong, or only odd, with the files themselves."""
    for each in files:
        where, kind = Place(file=each.file.name), FORMATS[each.reading.format].label
        if each.reading.fault:
            yield each.reading.fault.problem(each.file.name)
        elif each.reading.misnamed:
            yield note("file.misnamed", where, kind=kind)
        if each.usable and each.reading.oddities:
            yield note("file.odd", where, detail="; ".join(each.reading.oddities))


def _catalogued(
    found: Sequence[FoundFile],
    files: Iterable[ReadFile],
    describing: Mapping[str, Description],
    contents: Iterable[Content],
    items: Iterable[EvidenceItem],
) -> Iterator[CataloguedFile]:
    """Every file with its state (law 2)."""
    read = {each.file.name: each for each in files}
    originals = {name: content.first.file.name for content in contents for name in content.names}
    carried: dict[str, list[str]] = defaultdict(list)
    for item in items:
        for name in item.files:
            carried[name].append(item.id)
    for file in found:
        state, why = _state(file, read.get(file.name), describing.get(file.name), originals.get(file.name, ""))
        yield CataloguedFile(
            name=file.name,
            path=file.path,
            size=file.size,
            sha256=read[file.name].sha256 if file.name in read else "",
            state=state,
            reason=why,
            items=tuple(sorted(carried.get(file.name, ()))),
        )


def _state(
    file: FoundFile, read: ReadFile | None, description: Description | None, original: str
) -> tuple[FileState, Reason]:
    if read is None:
        return FileState.IGNORED, reason(f"file.ignored.{file.rule}")
    if read.reading.fault:
        return FileState.QUARANTINED, read.reading.fault.reason
    if description:
        return FileState.DESCRIPTION, _describes(description)
    if is_folder(read):
        return FileState.USED, reason("file.opened")
    if original != file.name:
        return FileState.DUPLICATE, reason("file.duplicate", of=original)
    return FileState.USED, reason("file.used")


def _describes(description: Description) -> Reason:
    described = tuple(description.said)
    if len(described) == 1:
        return reason("file.describes-one", file=described[0])
    return reason("file.describes", count=len(described))


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file and line, each once."""

    def key(problem: Problem) -> tuple[str, int, int, str]:
        where = problem.where or Place(file="")
        return where.file, where.line or 0, where.column or 0, problem.code

    return tuple(sorted(dict.fromkeys(problems), key=key))
