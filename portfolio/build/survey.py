"""Everything known of a project before anything is composed."""

from __future__ import annotations

from collections.abc import Mapping as Rules
from dataclasses import dataclass, field, replace
from datetime import date

from portfolio.build.filelines import file_lines
from portfolio.consent.clearance import clear, unknown_people
from portfolio.consent.lookalikes import uncovered_lookalikes
from portfolio.consent.names import name_rule
from portfolio.consent.overview import expiring
from portfolio.consent.pupils import read_pupils
from portfolio.consent.register import read_register
from portfolio.consent.texts import personal_in_texts, withhold_telling
from portfolio.consent.unmet import unmet_lines
from portfolio.errors import ProjectError
from portfolio.files.tesseract import find_tesseract
from portfolio.framework import read_framework
from portfolio.home import FILE as PROJECT_FILE
from portfolio.i18n import FALLBACK, primary
from portfolio.intake.collect import collect
from portfolio.intake.firstseen import with_seen
from portfolio.intake.ledger import balance
from portfolio.mapping.assign import assign
from portfolio.mapping.coverage import measure
from portfolio.mapping.lexicon import Lexicon
from portfolio.mapping.proofs import Proofs, find_proofs
from portfolio.model.catalogue import Catalogue, LedgerRow
from portfolio.model.clearance import Audience, Clearance, ClearedPiece
from portfolio.model.events import Progress, Report, Stage
from portfolio.model.framework import Framework
from portfolio.model.mapping import DECLARATION, Coverage, Mapping
from portfolio.model.problem import Problem, Severity, reason
from portfolio.model.project import Project
from portfolio.namerule import NameRule
from portfolio.narratives import unknown_keys, unknown_limits
from portfolio.references import resolve
from portfolio.targets import Targets

REGISTER = "consent.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A project with its catalogue, mapping and clearances; `problems` of all stages so far.

    The project's decisions are settled: those about a content that is gone are marked as stale. `names` hides, for each
    audience, the full names that may not be told to it; nothing prints it. `citations`: what references in texts mean.
    `lexicon` knows what the words of the pieces speak of.
    """

    project: Project
    framework: Framework
    catalogue: Catalogue
    mapping: Mapping
    coverage: Coverage
    proofs: Proofs
    clearances: tuple[Clearance, ...]
    names: Rules[Audience, NameRule] = field(repr=False)
    ledger: tuple[LedgerRow, ...]
    today: date
    citations: Rules[str, str]
    problems: tuple[Problem, ...]
    lexicon: Lexicon = field(repr=False, compare=False)
    expiring: tuple[Problem, ...] = ()  # consents that end soon

    def pieces(self, audience: Audience) -> tuple[ClearedPiece, ...]:
        """The pieces an audience may see, each with the clearance that allows it.

        The school itself (PRIVATE) sees every piece that is not excluded; all others only placed and cleared ones.
        """
        if audience is Audience.PRIVATE:
            return tuple(
                ClearedPiece(item=item, clearance=_own(item.id))
                for item in self.catalogue.items
                if item.id not in self.mapping.excluded
            )
        allowed = {entry.item: entry for entry in self.clearances if entry.audience is audience and entry.allowed}
        return tuple(
            ClearedPiece(item=item, clearance=allowed[item.id])
            for item in self.catalogue.items
            if item.id in allowed and item.id not in self.mapping.excluded and self.mapping.pillars_of(item.id)
        )

    def withheld(self, audience: Audience) -> tuple[Clearance, ...]:
        """The clearances that keep placed pieces from an audience."""
        return tuple(
            entry
            for entry in self.clearances
            if entry.audience is audience
            and not entry.allowed
            and entry.item not in self.mapping.excluded
            and self.mapping.pillars_of(entry.item)
        )


def _unless_declaration(entry: Clearance, mapping: Mapping) -> Clearance:
    """A clearance, but that of the signed declaration, which nobody can clear."""
    why = mapping.excluded.get(entry.item)
    return replace(entry, allowed=False, why=why) if why and why.code == DECLARATION else entry


def _own(item_id: str) -> Clearance:
    return Clearance(item=item_id, audience=Audience.PRIVATE, allowed=True, why=reason("clearance.own"))


def take_survey(project: Project, *, today: date, report: Report, lexicon: Lexicon | None = None) -> Survey:
    """Collect the evidence, map it, and clear it; raises ProjectError when the register cannot be relied upon.

    `lexicon` is that of an earlier survey: what it remembers is not looked for again where the words are the same.
    """
    lexica = {FALLBACK, *map(primary, project.languages)}
    framework = read_framework(project.framework, project.root, project.language, lexica)
    entries, register_problems = read_register(project.root / REGISTER, project.language)
    pupils, pupil_problems = read_pupils(project.root, project.language)
    catalogue = collect(
        project.evidence,
        framework,
        project.decisions,
        language=project.language,
        country=project.school.country,
        cache=project.cache,
        report=report,
        today=today,
        tesseract=find_tesseract(),
    )
    project = replace(project, decisions=with_seen(project.decisions, catalogue.contents, project.cache))
    about_files = file_lines(entries, catalogue, project.cache, REGISTER)
    unmet = unmet_lines(catalogue, entries, pupils, REGISTER, about_files.gone)
    if faults := [each for each in unmet if each.severity is Severity.ERROR]:
        raise ProjectError(*faults)
    report(Progress(stage=Stage.ASSIGN, done=0, total=len(catalogue.items)))
    if lexicon is None or not lexicon.is_of(framework):
        lexicon = Lexicon(framework.concepts, framework.unverified)
    mapping, mapping_problems = assign(
        catalogue, framework, project.decisions, language=project.language, lexicon=lexicon
    )
    keys, former = text_keys(framework), [line.target for line in framework.former]
    texts = (
        *unknown_keys(project.narratives, keys, project.languages, former, Targets(framework).edited),
        *unknown_limits(project.limits.single, keys, PROJECT_FILE),
    )
    placed = {link.item for link in mapping.links if link.pillar and link.item not in mapping.excluded}
    citations, cited = resolve(project.narratives, catalogue.items, placed, catalogue.former)
    report(Progress(stage=Stage.CLEAR, done=0, total=len(catalogue.items)))
    names = {
        audience: name_rule(catalogue, entries, pupils, audience, today=today, public=project.public)
        for audience in Audience
    }
    clearances = withhold_telling(
        clear(
            catalogue,
            entries,
            pupils,
            today=today,
            evaluator_default=project.evaluator_default,
            changed=about_files.changed,
        ),
        catalogue,
        entries,
        names,
        pupils,
        country=project.school.country,
        public=project.public,
    )
    clearances = tuple(_unless_declaration(each, mapping) for each in clearances)
    strangers = unknown_people(catalogue, entries, pupils)
    copies = uncovered_lookalikes(catalogue, clearances, mapping.excluded)
    personal = personal_in_texts(catalogue, project.narratives, country=project.school.country, public=project.public)
    return Survey(
        project=project,
        framework=framework,
        catalogue=catalogue,
        mapping=mapping,
        coverage=measure(catalogue, framework, mapping),
        proofs=find_proofs(catalogue, mapping),
        clearances=clearances,
        names=names,
        ledger=balance(catalogue, mapping, clearances),
        today=today,
        citations=citations,
        lexicon=lexicon,
        problems=(
            *catalogue.problems,
            *mapping_problems,
            *register_problems,
            *pupil_problems,
            *about_files.problems,
            *unmet,
            *strangers,
            *copies,
            *personal,
            *texts,
            *cited,
        ),
        expiring=expiring(entries, REGISTER, today),
    )


def text_keys(framework: Framework) -> tuple[str, ...]:
    """The keys of the texts that a document can show: the school's, the pillars', their criteria's and plans'."""
    both = framework.all_pillars
    return (
        "school",
        *(pillar.key for pillar in both),
        *(f"{pillar.key}/{line.key}" for pillar in both for line in pillar.criteria),
        *(f"{pillar.key}/plan" for pillar in both),
    )
