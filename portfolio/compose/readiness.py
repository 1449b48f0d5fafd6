"""The school's own page on how ready it is, in the words of one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from portfolio.compose.edition import Edition
from portfolio.compose.readinessnotes import Notes
from portfolio.compose.titles import dated, title_alone
from portfolio.compose.wording import phrase, short_title
from portfolio.i18n import spoken
from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Pillar
from portfolio.model.problem import Reason
from portfolio.model.readiness import Evidence, Freshness, Readiness, Step
from portfolio.model.readinesspage import (
    PageCondition,
    PagePiece,
    PagePillar,
    PageTarget,
    ReadinessPage,
    Remark,
    Section,
)
from portfolio.model.text import Phrase

MOST_ORPHANS = 12  # named one by one; the others are marked where they stand
FEW_ORPHANS = 3  # where no text cites anything yet there is no more to say than how it is done
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def compose_readiness(
    readiness: Readiness,
    edition: Edition,
    fresh: Mapping[str, Freshness],
    rules: Iterable[tuple[str, tuple[Reason, ...]]],
    notes: Notes,
) -> ReadinessPage:
    """The page of an edition for the school itself (PRIVATE). `fresh` by piece; `rules`: each grade with what it asks.

    `notes` is told in the program's own words. The day it is made for is printed, unlike in all that is handed over:
    its days are counted from it.
    """
    return _Composer(readiness, edition, fresh, notes).page(rules)


def say(reason: Reason, edition: Edition) -> str:
    """A reason in the words under `readiness.reasons`; days in it are written out, its target by name."""
    values: dict[str, object] = dict(reason.values)
    if target := values.get("target"):
        values["title"] = target_title(str(target), edition).text.rstrip(".")
    for name, value in values.items():
        if _ISO.fullmatch(str(value)):
            values[name] = edition.locale.date(date.fromisoformat(str(value)))
    key = f"readiness.reasons.{reason.code}"
    if f"{key}.other" in edition.locale.words:
        n = int(str(values.pop("n")))
        return edition.locale.count(key, n, **values)
    return edition.locale.word(key, **values)


def target_title(target: str, edition: Edition) -> Phrase:
    """What a target is called: a pillar's short title, a criterion's wording, "Plan: …"; else the target itself."""
    head, _, rest = target.partition("/")
    pillar = edition.framework.pillar(rest if head == "plan" else head)
    if pillar is None:
        return Phrase(text=target)
    if head == "plan" or rest == "plan":
        return Phrase(text=edition.locale.word("readiness.plan", title=short_title(pillar, edition)))
    if rest:
        line = next((line for line in pillar.criteria if line.key == rest), None)
        return phrase(line.wordings, edition.language) if line else Phrase(text=target)
    return Phrase(text=short_title(pillar, edition), language=phrase(pillar.titles, edition.language).language)


class _Composer:
    """The words of one page."""

    def __init__(self, readiness: Readiness, edition: Edition, fresh: Mapping[str, Freshness], notes: Notes) -> None:
        self.notes = notes
        self.readiness = readiness
        self.edition = edition
        self.locale = edition.locale
        self.items = {piece.item.id: piece.item for piece in edition.pieces}
        self.fresh = fresh
        self.orphans = frozenset(readiness.orphans if readiness.cites else ())

    def page(self, rules: Iterable[tuple[str, tuple[Reason, ...]]]) -> ReadinessPage:
        """All of it."""
        left = self.readiness.days_left
        return ReadinessPage(
            language=self.edition.language,
            title=self._word("title"),
            school=self.edition.project.school.name,
            note=self._word("note", date=self.locale.date(self.edition.today)),
            days="" if left is None or left < 0 else self.locale.number(left),
            days_text=self._days(left),
            period=self._word("period", date=self.locale.date(self.readiness.period_from)),
            steps=tuple(map(self._step, self.readiness.steps)),
            conditions=tuple(self._conditions()),
            parts=tuple(self._pillar(pillar) for pillar in self.edition.framework.all_pillars),
            sections=tuple(section for section in self._sections() if section.remarks),
            rules=tuple(
                (self._word(f"grades.{grade}"), ", ".join(map(self._say, asked)) or self._word("rule_none"))
                for grade, asked in rules
            ),
        )

    def _word(self, key: str, **values: object) -> str:
        return self.locale.word(f"readiness.{key}", **values)

    def _say(self, reason: Reason) -> str:
        return say(reason, self.edition)

    def _step(self, step: Step) -> str:
        what = self._say(step.what)
        wanted = spoken(step.bring, self.edition.language)[0] if step.bring else ""
        return f"{what} {self._word('bring', what=wanted)}" if wanted else what

    def _days(self, left: int | None) -> str:
        label_round = self.edition.project.round
        if left is None or label_round is None or label_round.closes_on is None:
            return self._word("no_days")
        name, day = label_round.name, self.locale.date(label_round.closes_on)
        if left < 0:
            return self._word("closed", round=name, date=day)
        return self.locale.count("readiness.days", left, round=name, date=day)

    def _conditions(self) -> Iterator[PageCondition]:
        for each in self.readiness.conditions:
            yield PageCondition(
                state=each.state,
                word=self._word(f"states.{each.state}"),
                title=self._word(f"conditions.{each.key}"),
                text=self._say(each.why),
            )

    # --- pillars ---

    def _pillar(self, pillar: Pillar) -> PagePillar:
        criteria = [self.readiness.of(f"{pillar.key}/{line.key}") for line in pillar.criteria]
        under = {item for each in criteria for item in each.pieces}
        own = self.readiness.of(pillar.key)
        return PagePillar(
            number=str(pillar.number) if pillar.number else "",
            folder=spoken(pillar.folders, self.edition.project.language)[0][0],
            own=self._target(own, [item for item in own.pieces if item not in under]),
            criteria=tuple(self._target(each, each.pieces) for each in criteria),
            plan=self._plan(pillar),
        )

    def _plan(self, pillar: Pillar) -> str:
        if pillar not in self.edition.framework.pillars:
            return ""
        texts = self.readiness.of(f"plan/{pillar.key}").texts
        if not texts:
            return self._word("plan_missing", file=f"narrative/{pillar.key}.{self.edition.project.language}.md")
        return self._word("plan_there", languages=", ".join(map(self.locale.language_name, texts)))

    def _target(self, each: Evidence, pieces: Iterable[str]) -> PageTarget:
        return PageTarget(
            key=each.target,
            title=target_title(each.target, self.edition),
            grade=each.grade,
            word=self._word(f"grades.{each.grade}"),
            could=", ".join(map(self._say, each.reasons("could"))),
            total=len(each.pieces),
            withheld=len(each.withheld),
            current=each.freshness.get(Freshness.CURRENT, 0),
            has=", ".join(map(self._say, each.reasons("has"))),
            lacks=tuple(map(self._say, each.reasons("lacks"))),
            pieces=tuple(self._piece(self.items[item]) for item in pieces if item in self.items),
        )

    def _piece(self, item: EvidenceItem) -> PagePiece:
        return PagePiece(
            item=item.id,
            title=title_alone(item, self.edition),
            file=item.files[0],
            kind=self.locale.word(f"kinds.{item.kind}.name"),
            date=dated(item, self.edition),
            freshness=self.fresh.get(item.id, Freshness.UNKNOWN),
            cited=item.id not in self.orphans,
        )

    # --- what to know beside the table ---

    def _sections(self) -> Iterator[Section]:
        yield self._section("wishes", self._wishes())
        yield self._section("questions", self._questions())
        yield self._section("gaps", self._gaps())
        yield self._section("claims", (self._remark(target, "", "") for target in self.readiness.claims))
        yield self._section("overused", self._overused())
        yield self._section("untranslated", self._untranslated())
        yield self._section("withheld", self.notes.withheld(self.edition))
        yield self._section("problems", self.notes.problems())
        orphans, cites = self.readiness.orphans, self.readiness.cites
        named = orphans[: MOST_ORPHANS if cites else FEW_ORPHANS]
        rest = len(orphans) - len(named) if cites else 0
        yield self._section(
            "orphans",
            (self._of_piece(item) for item in named),
            intro=self.locale.count("readiness.orphans_count", len(orphans)) if cites else self._word("nothing_cited"),
            more=self.locale.count("readiness.orphans_more", rest) if rest else "",
        )

    def _section(self, key: str, remarks: Iterable[Remark], *, intro: str = "", more: str = "") -> Section:
        return Section(
            title=self._word(f"sections.{key}.title"),
            intro=intro or self._word(f"sections.{key}.intro"),
            remarks=tuple(remarks),
            more=more,
        )

    def _remark(self, target: str, text: str, where: str) -> Remark:
        return Remark(key=_colour(target), head=target_title(target, self.edition), text=text, where=where)

    def _of_piece(self, item_id: str, text: str = "") -> Remark:
        item = self.items[item_id]
        pillars = self.edition.mapping.pillars_of(item_id)
        return Remark(
            key=pillars[0] if pillars else "",
            head=title_alone(item, self.edition),
            text=text,
            where=f"{item.id} · {item.files[0]}",
        )

    def _wishes(self) -> Iterator[Remark]:
        for wish in self.readiness.wishes:
            wanted = spoken(wish.texts, self.edition.language)[0] if wish.texts else ""
            why = self._say(wish.why)
            text = self._word("wish", what=wanted, why=why) if wanted else self.locale.capitalise(f"{why}.")
            yield self._remark(wish.target, text, self._word("folder", folder=wish.folder))

    def _questions(self) -> Iterator[Remark]:
        for each in self.readiness.questions:
            yield self._of_piece(each.item, spoken(each.texts, self.edition.language)[0])

    def _gaps(self) -> Iterator[Remark]:
        """What is there but old or of one kind: what is not there at all stands in the table."""
        for each in self.readiness.gaps:
            if each.why.code not in ("gap.pillar", "gap.criterion"):
                yield self._remark(each.target, self.locale.capitalise(f"{self._say(each.why)}."), "")

    def _overused(self) -> Iterator[Remark]:
        for each in self.readiness.overused:
            titles = "; ".join(target_title(target, self.edition).text for target in each.targets)
            yield self._of_piece(each.item, titles)

    def _untranslated(self) -> Iterator[Remark]:
        for each in self.readiness.untranslated:
            names = ", ".join(map(self.locale.language_name, each.languages))
            file = each.key.partition("/")[0]
            where = ", ".join(f"narrative/{file}.{language}.md" for language in each.languages)
            if file == "school":
                head = Phrase(text=self.locale.word("school.section"))
                yield Remark(key="", head=head, text=names, where=where)
            else:
                yield self._remark(each.key, names, where)


def _colour(target: str) -> str:
    head, _, rest = target.partition("/")
    return rest if head == "plan" else head
