"""What descriptions, folders and the piece itself say of its place; words suggest one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from portfolio.i18n import FALLBACK, primary, spoken
from portfolio.mapping.lexicon import Lexicon, Suggestion, rank
from portfolio.mapping.named import read_names
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.framework import Framework
from portfolio.model.mapping import Link, Strength
from portfolio.model.problem import Problem, Reason, place_in, reason
from portfolio.model.text import LocalText, Sourced
from portfolio.targets import Targets

# What the sum of concepts' weights must reach: below the first figure a text has not said enough; a second target is
# worth a look only when it is not far behind the first.
_ENOUGH = 0.5
_ALSO = 0.4
_SUGGESTIONS = 2
_CONCEPTS_NAMED = 3


def described(item: EvidenceItem, targets: Targets) -> tuple[tuple[Link, ...], tuple[Problem, ...]]:
    """The links that descriptions of a piece state, and a Problem for each name of no pillar."""
    links: list[Link] = []
    problems: list[Problem] = []
    for said in item.pillars:
        pairs, unknown = read_names(said.value, place_in(said.where), targets)
        problems.extend(unknown)
        for name, target in pairs:
            why = reason("placed.described", name=name)
            links.append(_link(item, target, Strength.DESCRIBED, why, said.where))
    return tuple(links), tuple(problems)


def placed(item: EvidenceItem, targets: Targets) -> tuple[Link, ...]:
    """The links that the folders on the way to a piece's files give."""
    return tuple(
        _link(item, pillar, Strength.PLACED, reason("placed.folder", folder=folder), file)
        for folder, pillar, file in targets.in_folders(item.files)
    )


def recognised(item: EvidenceItem, framework: Framework, language: str) -> tuple[Link, ...]:
    """The links that follow from what a piece is: a certificate of a known kind, or a project record."""
    if certificate := item.certificate:
        kind = next((each for each in framework.certificate_kinds if each.key == certificate.kind), None)
        if kind is None:
            return ()
        title, _ = spoken(kind.titles, language)
        if certificate.matched:
            why = reason("placed.certificate", kind=title, words=certificate.matched)
        else:
            why = reason("placed.certificate-stated", kind=title)
        return tuple(_link(item, target, Strength.RECOGNISED, why, item.files[0]) for target in kind.targets)
    if item.project or item.kind is Kind.PROJECT:
        why = reason("placed.project")
        return tuple(_link(item, each, Strength.RECOGNISED, why, item.files[0]) for each in framework.project_targets)
    return ()


def suggested(item: EvidenceItem, lexicon: Lexicon, language: str) -> tuple[Link, ...]:
    """At most two links that a piece's words speak for; its content is asked only when its headlines say nothing.

    A text without a language of its own is read in the school's (`language`) and in English.
    """
    for texts in (_headlines(item), _contents(item)):
        mentions = tuple(
            mention for stated, text in texts for mention in lexicon.mentions(text, _languages(stated, language))
        )
        if found := tuple(_worth_a_look(rank(mentions))):
            return tuple(
                _link(item, each.target, Strength.SUGGESTED, _words(each, language), item.files[0]) for each in found
            )
    return ()


def _worth_a_look(suggestions: tuple[Suggestion, ...]) -> Iterator[Suggestion]:
    if not suggestions or suggestions[0].score < _ENOUGH:
        return
    best = suggestions[0].score
    yield from (each for each in suggestions[:_SUGGESTIONS] if each.score >= max(_ALSO, _ALSO * best))


def _words(suggestion: Suggestion, language: str) -> Reason:
    named = suggestion.mentions[:_CONCEPTS_NAMED]
    return reason(
        "placed.words",
        words=", ".join(dict.fromkeys(mention.words for mention in named)),
        concepts=", ".join(spoken(mention.concept.titles, language)[0] for mention in named),
    )


def _headlines(item: EvidenceItem) -> Iterator[tuple[str, str]]:
    """(language, text) of title, caption and alternative text, and the names of the files."""
    for said in (item.title, item.caption, item.alternative):
        yield from _local(said)
    if item.project:
        yield "", item.project.title.value
    yield from (("", PurePosixPath(file).stem) for file in item.files)


def _contents(item: EvidenceItem) -> Iterator[tuple[str, str]]:
    """(language, text) of what stands in a piece."""
    if item.project:
        yield from _local(item.project.summary)
        yield from _local(item.project.results)
    yield "", item.text


def _local(said: Sourced[LocalText] | None) -> tuple[tuple[str, str], ...]:
    return said.value.texts if said else ()


def _languages(stated: str, school: str) -> tuple[str, ...]:
    if stated:
        return (primary(stated),)
    return tuple(dict.fromkeys((primary(school), FALLBACK)))


def _link(item: EvidenceItem, target: str, strength: Strength, why: Reason, origin: str) -> Link:
    return Link(item=item.id, target=target, strength=strength, rationale=why, origin=origin)
