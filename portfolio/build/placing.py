"""What people order about the places of pieces, as lines of decisions.csv, and how each order is undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from portfolio.build.chosen import Chosen, choose
from portfolio.build.explain import numbers_of
from portfolio.build.survey import Survey
from portfolio.errors import ProjectError
from portfolio.i18n import fold
from portfolio.mapping.assign import assign
from portfolio.mapping.coverage import measure
from portfolio.mapping.decided import NO_PILLAR, Decided
from portfolio.mapping.named import read_names
from portfolio.mapping.proofs import find_proofs
from portfolio.model.decision import UNDECIDED, Decision, Field, settle
from portfolio.model.evidence import EvidenceItem
from portfolio.model.mapping import Link, Strength
from portfolio.model.problem import Place, Reason, error
from portfolio.targets import Targets


class Act(StrEnum):
    """What can be ordered, in the order in which it is carried out."""

    UNSET = "unset"
    CONFIRM = "confirm"
    SET = "set"
    INCLUDE = "include"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be done to a piece as somebody named it; `names` are those of the pillars or criteria to set."""

    act: Act
    piece: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What becomes of an order: the lines to write, none when it is so already, and the orders that undo it.

    `because` is what an undoing exclusion gives for its reason.
    """

    act: Act
    chosen: Chosen
    lines: tuple[Decision, ...] = ()
    undo: tuple[Order, ...] = ()
    because: str = ""


class Placing:
    """Carries out orders on a project. `why` words a reason: what is confirmed keeps it."""

    def __init__(self, survey: Survey, *, by: str, on: str, because: str, why: Callable[[Reason], str]) -> None:
        self._survey = survey
        self._by, self._on, self._because, self._why = by, on, because, why
        self._numbers = numbers_of(survey)
        self._targets = Targets(survey.framework, survey.project.language)
        self._decided = Decided(survey.project.decisions, survey.framework, self._targets)
        self._none = {NO_PILLAR, *map(fold, survey.framework.answers.get("none", ()))}

    def carry_out(self, orders: Sequence[Order]) -> tuple[Done, ...]:
        """What becomes of each order.

        Raises ProjectError with all that is wrong: what `choose` and `read_names` say; to confirm: `decide.nothing`,
        `decide.left-out`.
        """
        acts = {
            Act.UNSET: self._unset,
            Act.CONFIRM: self._confirm,
            Act.SET: self._set,
            Act.INCLUDE: self._include,
            Act.EXCLUDE: self._exclude,
        }
        faults: list[ProjectError] = []
        done: list[Done] = []
        for order in orders:
            try:
                chosen = choose(order.piece, self._survey, self._numbers)
                done.append(acts[order.act](chosen, order))
            except ProjectError as fault:
                faults.append(fault)
        if faults:
            raise ProjectError(*dict.fromkeys(problem for fault in faults for problem in fault.problems))
        return tuple(done)

    def _set(self, chosen: Chosen, order: Order) -> Done:
        values = self._values(order.names)
        if self._values_now(chosen) == values:
            return Done(act=order.act, chosen=chosen)
        earlier = any(self._lines(chosen, Field.PILLAR))
        first = (NO_PILLAR,) if earlier and values != (NO_PILLAR,) else ()
        lines = tuple(self._line(chosen, Field.PILLAR, value) for value in (*first, *values))
        return Done(act=order.act, chosen=chosen, lines=lines, undo=self._as_before(chosen))

    def _unset(self, chosen: Chosen, order: Order) -> Done:
        if not any(self._decided.verdict(item).settled for item in chosen.pieces):
            return Done(act=order.act, chosen=chosen)
        line = self._line(chosen, Field.PILLAR, UNDECIDED)
        undo = tuple(each for each in self._as_before(chosen) if each.act is Act.SET)
        return Done(act=order.act, chosen=chosen, lines=(line,), undo=undo)

    def _exclude(self, chosen: Chosen, order: Order) -> Done:
        reasons = [dict(why.values).get("because", "") for why in self._excluded(chosen)]
        if len(reasons) == len(chosen.pieces) and set(reasons) == {self._because}:
            return Done(act=order.act, chosen=chosen)
        line = self._line(chosen, Field.EXCLUDE, "yes")
        undo = Order(act=Act.INCLUDE, piece=chosen.name)
        return Done(act=order.act, chosen=chosen, lines=(line,), undo=(undo,))

    def _include(self, chosen: Chosen, order: Order) -> Done:
        reasons = [dict(why.values).get("because", "") for why in self._excluded(chosen)]
        if not reasons:
            return Done(act=order.act, chosen=chosen)
        line = self._line(chosen, Field.EXCLUDE, "no")
        undo = Order(act=Act.EXCLUDE, piece=chosen.name)
        return Done(act=order.act, chosen=chosen, lines=(line,), undo=(undo,), because=reasons[0])

    def _confirm(self, chosen: Chosen, order: Order) -> Done:
        lines: list[Decision] = []
        undo: list[Order] = []
        nothing = True
        for item in chosen.pieces:
            links = self._survey.mapping.links_of(item.id) or self._survey.mapping.suggestions_of(item.id)[:1]
            nothing = nothing and not links
            one = Chosen(item=item.id, file=item.files[0], pieces=(item,))
            if not links or self._values_now(one) == tuple(link.target for link in links):
                continue
            earlier = any(self._lines(one, Field.PILLAR))
            lines += [self._line(one, Field.PILLAR, NO_PILLAR)] if earlier else []
            lines += [self._line(one, Field.PILLAR, link.target, self._why_so(link)) for link in links]
            undo += self._as_before(one)
        if nothing and len(self._excluded(chosen)) == len(chosen.pieces):
            raise ProjectError(error("decide.left-out", piece=chosen.name))
        if nothing:
            raise ProjectError(error("decide.nothing", piece=chosen.name))
        return Done(act=order.act, chosen=chosen, lines=tuple(lines), undo=tuple(undo))

    def _why_so(self, link: Link) -> str:
        """Why a link is confirmed: what was decided keeps its own reason."""
        if link.strength is Strength.DECIDED:
            return dict(link.rationale.values).get("because", "")
        return self._why(link.rationale)

    def _values(self, names: Sequence[str]) -> tuple[str, ...]:
        """The targets of some names; only "-" where they say that there is no pillar."""
        named = [name for name in names if fold(name) not in self._none]
        read = [read_names(name, None, self._targets) for name in named]
        problems = [problem for _, unknown in read for problem in unknown]
        known = ", ".join(self._targets.names)
        problems += [error("mapping.pillar", name=name, known=known) for name in named if not name.strip()]
        if problems:
            raise ProjectError(*problems)
        return tuple(dict.fromkeys(target for pairs, _ in read for _, target in pairs)) or (NO_PILLAR,)

    def _values_now(self, chosen: Chosen) -> tuple[str, ...]:
        """What lines that name just this say, if every piece of it follows them."""
        found: set[tuple[str, ...]] = set()
        if not any(self._lines(chosen, Field.PILLAR)):
            return ()
        for item in chosen.pieces:
            verdict = self._decided.verdict(item)
            found.add(tuple(dict.fromkeys(link.target for link in verdict.links)) or (NO_PILLAR,) * verdict.settled)
        return found.pop() if len(found) == 1 else ()

    def _as_before(self, chosen: Chosen) -> tuple[Order, ...]:
        """What sets the places back that were decided; where none was, or they differ, it takes the decision back."""
        verdicts = [self._decided.verdict(item) for item in chosen.pieces]
        before = {tuple(link.target for link in verdict.links) for verdict in verdicts}
        if len(before) == 1 and all(verdict.settled for verdict in verdicts):
            return (Order(act=Act.SET, piece=chosen.name, names=before.pop() or (NO_PILLAR,)),)
        return (Order(act=Act.UNSET, piece=chosen.name),)

    def _lines(self, chosen: Chosen, field: Field) -> Iterator[Decision]:
        return (each for each in self._survey.project.decisions if each.field is field and chosen.is_named_by(each))

    def _excluded(self, chosen: Chosen) -> list[Reason]:
        excluded = self._survey.mapping.excluded
        return [excluded[item.id] for item in chosen.pieces if item.id in excluded]

    def _line(self, chosen: Chosen, field: Field, value: str, because: str = "") -> Decision:
        return Decision(
            item=chosen.item,
            file=chosen.file,
            field=field,
            value=value,
            where=Place(file="decisions.csv"),
            by=self._by,
            on=self._on,
            because=self._because or because,
        )


def remapped(survey: Survey, decisions: Sequence[Decision]) -> Survey:
    """A survey with its pieces mapped anew under other decisions."""
    project = replace(survey.project, decisions=settle(decisions, survey.catalogue.contents))
    mapping, _ = assign(
        survey.catalogue, survey.framework, project.decisions, language=project.language, lexicon=survey.lexicon
    )
    return replace(
        survey,
        project=project,
        mapping=mapping,
        coverage=measure(survey.catalogue, survey.framework, mapping),
        proofs=find_proofs(survey.catalogue, mapping),
    )


def keeping_their_own(done: Done, survey: Survey) -> list[EvidenceItem]:
    """The pieces of an order that do not follow it, because something was decided for them alone; `survey` is anew."""
    decided = Decided(survey.project.decisions, survey.framework, Targets(survey.framework, survey.project.language))
    if not done.lines or done.act is Act.CONFIRM:
        return []
    if done.act in (Act.EXCLUDE, Act.INCLUDE):
        wanted = done.act is Act.EXCLUDE
        return [item for item in done.chosen.pieces if (item.id in survey.mapping.excluded) is not wanted]
    values = [line.value for line in done.lines if line.value not in (NO_PILLAR, UNDECIDED)]
    return [
        item
        for item in done.chosen.pieces
        if [link.target for link in decided.verdict(item).links] != values and item.id not in survey.mapping.excluded
    ]
