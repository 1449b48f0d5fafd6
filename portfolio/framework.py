"""Reads a framework pack: a folder of YAML files that say what is to be proved, and in which words people speak of it.

    mission.yaml pillars.yaml                what every pack has
    criteria.yaml folders.yaml rounds.yaml certificates.yaml columns.yaml countries.yaml
    tiles.yaml label.yaml kit.yaml numbers.yaml
    concepts.yaml lexicon/<language>.yaml
    messages/<language>.yaml                 words of documents that are the pack's own (`message_folders`)
    criteria.<language>.txt                  the form's own criteria, as a school pastes them (`pasted`)

A project may bring a pack of its own, or single files of one, in `frameworks/<name>/`: they go before the shipped ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from portfolio.errors import ProjectError
from portfolio.frameworkfile import (
    CertificatesFile,
    ColumnsFile,
    ConceptsFile,
    CountriesFile,
    CriteriaFile,
    ExpectedFile,
    FoldersFile,
    FormShape,
    MissionFile,
    PillarsFile,
    PillarShape,
    RoundsFile,
    RoundShape,
    TilesFile,
)
from portfolio.i18n import FALLBACK
from portfolio.labelfile import FactShape, KitFile, KitShape, LabelFile, NumbersFile
from portfolio.model.framework import (
    CertificateKind,
    Concept,
    Conditions,
    Criterion,
    Form,
    FormPart,
    Framework,
    Mission,
    Pillar,
    Round,
    Wording,
)
from portfolio.model.labelfacts import Fact, Gain, KitLine, KitPart, LabelFacts, YearNumber
from portfolio.model.problem import error
from portfolio.packfaults import contradictions
from portfolio.packfiles import PackFiles
from portfolio.packtexts import WordingShape
from portfolio.pasted import read_pasted
from portfolio.resources import frameworks_folder

_INBOX = "inbox"


def read_framework(
    name: str, project_root: Path | None, language: str = FALLBACK, lexica: Collection[str] | None = None
) -> Framework:
    """The pack of a name; a file of the project's own goes before the shipped one.

    `language` is the school's: that of pasted criteria which state none. `lexica` are the languages whose words are
    wanted, for they take longer to read than all the rest; None for all. Raises ProjectError with all that is wrong:
    `framework.unknown` (no pack of the name), `framework.missing` (a file it needs), `framework.no-english`,
    `framework.key`, `framework.country`, `framework.countries-undated`, `framework.tile`, `framework.target`,
    `framework.concept`, `framework.number`, `framework.name`, `framework.heading` (one name for two things),
    `framework.round-twice`, `framework.form`, `round.*` (dates that contradict each other), `criteria.*` (of pasted
    criteria), and what reading and checking YAML gives.
    """
    folders = _parents(project_root)
    known = sorted({path.parent.name for parent in folders for path in parent.glob("*/*.yaml")})
    if name not in known:
        raise ProjectError(error("framework.unknown", name=name, known=", ".join(known)))
    pack = PackFiles(name, [parent / name for parent in folders], lexica)
    if not pack.problems:
        framework = _framework(name, pack, language)
        pack.problems.extend(contradictions(pack, framework))
    if pack.problems:
        raise ProjectError(*pack.problems)
    return framework


def message_folders(name: str, project_root: Path | None) -> tuple[Path, ...]:
    """Where a pack's own words for documents are, the project's first: they go before those that all packs share."""
    folders = (parent / name / "messages" for parent in _parents(project_root))
    return tuple(folder for folder in folders if folder.is_dir())


def _parents(project_root: Path | None) -> list[Path]:
    return [frameworks_folder()] if project_root is None else [project_root / "frameworks", frameworks_folder()]


def _framework(name: str, pack: PackFiles, language: str) -> Framework:
    file, mission, certificates = pack[PillarsFile], pack[MissionFile], pack[CertificatesFile]
    languages = sorted({language for pillar in file.pillars.values() for language in pillar.titles})
    inbox = pack[FoldersFile].inbox
    drawn = (*_pillars(file.pillars, pack), *_pillars(file.buckets, pack))
    pasted, wrong = read_pasted(pack.pasted(language), drawn)
    pack.problems.extend(wrong)
    both = {pillar.key: replace(pillar, criteria=pasted.get(pillar.key, pillar.criteria)) for pillar in drawn}
    former = tuple(_former(pack, drawn, {line.target for pillar in both.values() for line in pillar.criteria}))
    now = {line.target: line.pillar for line in former}
    forms = {key: _form(key, shape) for key, shape in pack[RoundsFile].forms.items()}
    return Framework(
        name=name,
        mission=Mission(
            titles=_wordings(mission.titles, mission.sources), bodies=_wordings(mission.bodies, mission.sources)
        ),
        pillars=tuple(sorted((both[key] for key in file.pillars), key=lambda pillar: pillar.number)),
        buckets=tuple(both[key] for key in file.buckets),
        rounds=tuple(_round(each, forms) for each in pack[RoundsFile].rounds),
        forms=forms,
        plans=_wordings(file.plans, file.sources),
        former=former,
        declaration=pack[ExpectedFile].declaration,
        certificate_kinds=tuple(
            CertificateKind(
                key=key,
                names=kind.names,
                targets=_moved(kind.targets, now),
                titles=kind.titles,
                occasions=kind.occasions,
                confirms=kind.confirms or "",
                development=kind.development,
            )
            for key, kind in certificates.kinds.items()
        ),
        project_targets=_moved(certificates.project_targets, now),
        column_names=pack[ColumnsFile].columns,
        spoken=pack[ColumnsFile].spoken,
        answers=pack[ColumnsFile].answers,
        concepts=tuple(_concepts(pack, now)),
        countries=pack[CountriesFile].countries,
        countries_as_of=pack[CountriesFile].as_of,
        tiles=pack[TilesFile].places,
        unverified=tuple(language for language, lexicon in pack.lexica.items() if not lexicon.verified),
        numbers=tuple(_numbers(pack[NumbersFile])),
        inbox={language: inbox.get(language, (_INBOX,)) for language in (*languages, *inbox)},
        label=_label(pack[LabelFile]),
        kit=_kit(pack[KitFile]),
    )


def _label(file: LabelFile) -> LabelFacts:
    def fact(shape: FactShape) -> Fact:
        source = file.sources[shape.source].address if shape.source else ""
        return Fact(says=shape.says, source=source, certainty=shape.certainty)

    return LabelFacts(
        about=tuple(map(fact, file.about)),
        elements={pillar: fact(shape) for pillar, shape in file.elements.items()},
        benefits={whose: tuple(map(fact, getattr(file.benefits, whose))) for whose in Gain},
    )


def _kit(file: KitFile) -> Mapping[KitPart, tuple[KitLine, ...]]:
    def line(shape: KitShape) -> KitLine:
        source = file.sources[shape.source].address if shape.source else ""
        return KitLine(says=shape.says, source=source, certainty=shape.certainty, country=shape.country)

    return {part: lines for part in KitPart if (lines := tuple(map(line, getattr(file, part))))}


def _wordings(shapes: Mapping[str, WordingShape], sources: Mapping[str, str]) -> dict[str, Wording]:
    return {
        language: Wording(
            print=shape.print,
            official=shape.official,
            source=sources.get(shape.source, shape.source),
            match=shape.match,
        )
        for language, shape in shapes.items()
    }


def _numbers(file: NumbersFile) -> Iterator[YearNumber]:
    for each in file.numbers:
        yield YearNumber(
            what=each.what,
            number=each.number,
            more=each.more,
            year=each.year,
            source=file.sources.get(each.source, each.source),
            certainty=each.certainty,
        )


def _pillars(shapes: Mapping[str, PillarShape], pack: PackFiles) -> Iterator[Pillar]:
    sources, named = pack[PillarsFile].sources, pack[FoldersFile].folders
    for key, shape in shapes.items():
        folders = named.get(key, {})
        usual = f"{shape.number}-{key}" if shape.number else key
        yield Pillar(
            key=key,
            number=shape.number,
            titles=_wordings(shape.titles, sources),
            bodies=_wordings(shape.bodies, sources),
            folders={language: folders.get(language, (usual,)) for language in (*shape.titles, *folders)},
            criteria=tuple(_criteria(key, pack[CriteriaFile])),
        )


def _criteria(pillar: str, file: CriteriaFile) -> Iterator[Criterion]:
    for key, texts in file.criteria.get(pillar, {}).items():
        yield Criterion(key=key, pillar=pillar, wordings=_alike(texts, official=file.official, source=file.source))


def _alike(texts: Mapping[str, str], *, official: bool, source: str) -> dict[str, Wording]:
    return {language: Wording(print=text, official=official, source=source) for language, text in texts.items()}


def _former(pack: PackFiles, drawn: Iterable[Pillar], targets: Iterable[str]) -> Iterator[Criterion]:
    """Criteria of the pack that are none any more, for the school has pasted or written others in their place."""
    beneath = pack.beneath(CriteriaFile)
    keys = {pillar.key: pillar for pillar in drawn}
    shipped = (line for key in keys for line in _criteria(key, beneath)) if beneath else iter(())
    found = {line.target: line for line in (*shipped, *(line for each in keys.values() for line in each.criteria))}
    yield from (line for target, line in found.items() if target not in set(targets))


def _moved(targets: Iterable[str], former: Mapping[str, str]) -> tuple[str, ...]:
    """Targets, a criterion that is none any more being its pillar."""
    return tuple(dict.fromkeys(former.get(target, target) for target in targets))


def _form(key: str, shape: FormShape) -> Form:
    parts = (
        FormPart(
            asks=part.asks,
            titles=_alike(part.titles, official=shape.official, source=shape.source),
            targets=part.targets,
        )
        for part in shape.parts
    )
    return Form(key=key, parts=tuple(parts), source=shape.source)


def _round(shape: RoundShape, forms: Mapping[str, Form]) -> Round:
    said = shape.conditions
    sources = dict.fromkeys(Conditions.__dataclass_fields__, said.source) if said else {}
    return Round(
        name=shape.name,
        opens_on=shape.opens_on,
        closes_on=shape.closes_on,
        source=shape.source,
        conditions=said.conditions() if said else Conditions(),
        form=forms.get(shape.form),
        sources=sources | ({"form": shape.form_source} if shape.form_source else {}),
    )


def _concepts(pack: PackFiles, former: Mapping[str, str]) -> Iterator[Concept]:
    file = pack[ConceptsFile]
    for key, judged in file.concepts.items():
        words = {language: each.concepts[key] for language, each in pack.lexica.items() if key in each.concepts}
        yield Concept(
            key=key,
            titles={language: each.title for language, each in words.items()},
            stems={language: each.stems for language, each in words.items()},
            weights=_rolled_up({**judged, **file.estimated.get(key, {})}, former),
        )


def _rolled_up(weights: Mapping[str, float], former: Mapping[str, str]) -> dict[str, float]:
    """The weights with what each pillar has of its criteria: the weightiest of theirs, unless one is stated.

    What speaks for a criterion that is none any more speaks for its pillar alone.
    """
    pillars: dict[str, float] = {}
    for target, weight in weights.items():
        pillar = target.partition("/")[0]
        pillars[pillar] = max(weight, pillars.get(pillar, weight))
    return {**pillars, **{target: weight for target, weight in weights.items() if target not in former}}
