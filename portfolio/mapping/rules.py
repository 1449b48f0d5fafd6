"""What descriptions, folders and the piece itself say of its place; words suggest one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from portfolio.i18n import FALLBACK, primary, spoken
from portfolio.mapping.lexicon import Lexicon, Mention
from portfolio.mapping.named import read_names
from portfolio.mapping.weighing import Suggestion, suggest_criteria, suggest_pillars
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.framework import Framework
from portfolio.model.mapping import SURE, Link, Strength
from portfolio.model.problem import Problem, Reason, place_in, reason
from portfolio.model.text import LocalText, Sourced
from portfolio.targets import Targets

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


def recognised(item: EvidenceItem, framework: Framework) -> tuple[Link, ...]:
    """The links that follow from what a piece is: a certificate of a known kind, or a project record."""
    if certificate := item.certificate:
        kind = next((each for each in framework.certificate_kinds if each.key == certificate.kind), None)
        if kind is None:
            return ()
        if certificate.matched:
            why = reason("placed.certificate", kind=kind.titles, words=certificate.matched)
        else:
            why = reason("placed.certificate-stated", kind=kind.titles)
        return tuple(_link(item, target, Strength.RECOGNISED, why, item.files[0]) for target in kind.targets)
    if item.project or item.kind is Kind.PROJECT:
        why = reason("placed.project")
        return tuple(_link(item, each, Strength.RECOGNISED, why, item.files[0]) for each in framework.project_targets)
    return ()


def suggested(item: EvidenceItem, lexicon: Lexicon, language: str) -> tuple[Link, ...]:
    """At most two links that a piece's words speak for; its content is asked only when its headlines say nothing.

    A text without a language of its own is read in the school's (`language`) and in English.
    """
    for mentions in _spoken_of(item, lexicon, language):
        if found := suggest_pillars(mentions):
            return tuple(_suggestion(item, each) for each in found)
    return ()


def narrowed(item: EvidenceItem, links: Sequence[Link], lexicon: Lexicon, language: str) -> tuple[Link, ...]:
    """For each pillar that a piece is linked to without a criterion, the criterion that its words speak for, if one."""
    precise = {link.pillar for link in links if link.target != link.pillar}
    wide = [key for key in dict.fromkeys(link.pillar for link in links if link.pillar) if key not in precise]
    spoken_of = tuple(_spoken_of(item, lexicon, language)) if wide else ()
    found = (next(filter(None, (suggest_criteria(each, pillar) for each in spoken_of)), ()) for pillar in wide)
    return tuple(_suggestion(item, each) for suggestions in found for each in suggestions)


def _spoken_of(item: EvidenceItem, lexicon: Lexicon, language: str) -> Iterator[tuple[Mention, ...]]:
    """What the headlines of a piece speak of, then what its content does."""
    for texts in (_headlines(item), _contents(item)):
        yield tuple(
            mention for stated, text in texts for mention in lexicon.mentions(text, _languages(stated, language))
        )


def _suggestion(item: EvidenceItem, suggestion: Suggestion) -> Link:
    """The link of a suggestion, with the words that speak for it and how sure that is."""
    named = [part for mention in suggestion.mentions for part in mention.parts or (mention,)]
    named = list({mention.concept.key: mention for mention in reversed(named)}.values())[::-1][:_CONCEPTS_NAMED]
    code = SURE if suggestion.sure else "placed.words"
    if not all(mention.verified for mention in named):
        code = "placed.words-unverified"
    why = reason(
        code,
        words=", ".join(dict.fromkeys(mention.words for mention in named)),
        concepts={
            each: ", ".join(spoken(mention.concept.titles, each)[0] for mention in named)
            for each in dict.fromkeys(each for mention in named for each in mention.concept.titles)
        },
    )
    return _link(item, suggestion.target, Strength.SUGGESTED, why, item.files[0])


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
    if item.quotation:  # each language by its own words
        yield from _local(item.quotation.text)
    else:
        yield "", item.text


def _local(said: Sourced[LocalText] | None) -> tuple[tuple[str, str], ...]:
    return said.value.texts if said else ()


def _languages(stated: str, school: str) -> tuple[str, ...]:
    if stated:
        return (primary(stated),)
    return tuple(dict.fromkeys((primary(school), FALLBACK)))


def _link(item: EvidenceItem, target: str, strength: Strength, why: Reason, origin: str) -> Link:
    return Link(item=item.id, target=target, strength=strength, rationale=why, origin=origin)
