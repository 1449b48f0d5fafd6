"""Estimates the weights of concepts anew from the sentences for developing, never from the blind ones.

A log-linear model with the judged weights of concepts.yaml for its prior: where few sentences speak of a concept, its
weight stays what was judged. Only targets that a concept was judged to speak for get a weight, so that every suggestion
can still be explained. The same sentences give the same figures. With `--write` they go into the part `estimated` of
concepts.yaml, from which the program reads them; without it, only what they would be is shown, with the likelihood of
sentences of kinds of evidence that were left out of estimating: if that does not rise, they are no better.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from lexicon import DEVELOPING, Sentence, read_sentences

from portfolio.framework import read_framework
from portfolio.mapping.lexicon import Lexicon
from portfolio.mapping.weighing import ENOUGH
from portfolio.model.framework import NONE, Concept

TABLE = Path(__file__).resolve().parents[1] / "portfolio" / "frameworks" / "etwinning-school" / "concepts.yaml"
SHARPNESS = 6.0  # what a difference of one in score is in log-odds
PRIOR = 60.0  # how much a judgement weighs against sentences: as if its square error were seen so often
STEPS, RATE = 300, 0.002
LEAST = 0.03  # a change below this is none
FURTHEST = 0.25  # from a judgement: beyond it, the words are wrong rather than the weight
FOLDS = 8

Weights = dict[tuple[str, str], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The concepts that a sentence speaks of, and the targets that are right (NONE for neutral ones)."""

    concepts: tuple[str, ...]
    right: tuple[str, ...]
    kind: str


def scores(example: Example, weights: Weights, targets: Sequence[str]) -> dict[str, float]:
    """The score of every target for an example, NONE with what a text must have said at least."""
    found = {target: sum(weights.get((key, target), 0.0) for key in example.concepts) for target in targets}
    return {**found, NONE: found[NONE] + ENOUGH}


def shares(example: Example, weights: Weights, targets: Sequence[str]) -> dict[str, float]:
    """The probability of every target."""
    grown = {target: math.exp(SHARPNESS * score) for target, score in scores(example, weights, targets).items()}
    total = sum(grown.values())
    return {target: each / total for target, each in grown.items()}


def likelihood(examples: Sequence[Example], weights: Weights, targets: Sequence[str]) -> float:
    """The mean log-likelihood of what is right."""
    found = (shares(each, weights, targets) for each in examples)
    return sum(
        math.log(sum(share[target] for target in each.right)) for each, share in zip(examples, found, strict=True)
    ) / len(examples)


def estimate(examples: Sequence[Example], judged: Weights, targets: Sequence[str]) -> Weights:
    """The weights by which the examples are likeliest, no further from the judged ones than they make worth it."""
    weights = dict(judged)
    for _ in range(STEPS):
        slope: dict[tuple[str, str], float] = defaultdict(float)
        for example in examples:
            share = shares(example, weights, targets)
            right = sum(share[target] for target in example.right)
            for target in targets:
                wanted = share[target] / right if target in example.right else 0.0
                for key in example.concepts:
                    slope[key, target] += SHARPNESS * (wanted - share[target])
        for pair, was in judged.items():
            moved = weights[pair] + RATE * (slope[pair] - PRIOR * (weights[pair] - was))
            weights[pair] = min(max(moved, was - FURTHEST, -1.0), was + FURTHEST, 1.0)
    return weights


def _examples(sentences: Sequence[Sentence], concepts: Sequence[Concept]) -> Iterator[Example]:
    lexicon = Lexicon(concepts)
    for number, sentence in enumerate(sentences):
        mentions = lexicon.mentions(sentence.text, (sentence.language, "en"))
        yield Example(
            concepts=tuple(mention.concept.key for mention in mentions),
            right=sentence.targets or (NONE,),
            kind=sentence.kind or f"neutral {number}",
        )


def _left_out(examples: Sequence[Example], judged: Weights, targets: Sequence[str]) -> float:
    """The likelihood of each fold of kinds of evidence by weights that were estimated without it."""
    kinds = sorted({example.kind for example in examples})
    total = 0.0
    for fold in range(FOLDS):
        out = set(kinds[fold::FOLDS])
        kept = [example for example in examples if example.kind not in out]
        tested = [example for example in examples if example.kind in out]
        total += likelihood(tested, estimate(kept, judged, targets), targets) * len(tested)
    return total / len(examples)


def _changes(judged: Weights, weights: Weights) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (key, target), weight in weights.items():
        if abs(weight - judged[key, target]) >= LEAST:
            found[key][target] = round(weight, 2)
    return dict(found)


def _write(changes: Mapping[str, Mapping[str, float]]) -> None:
    kept = TABLE.read_text(encoding="utf-8").partition("\n# Estimated ")[0].rstrip()
    rows = "".join(
        f"  {key}: {{{', '.join(f'{target}: {weight:g}' for target, weight in found.items())}}}\n"
        for key, found in changes.items()
    )
    note = "# Estimated from sentences by benchmarks/estimate_weights.py; these go before the judgements above."
    TABLE.write_text(f"{kept}\n\n{note}\nestimated:\n{rows}", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Print the likelihoods and every weight that changes; write them if asked."""
    framework = read_framework("etwinning-school", None)
    targets = (*(pillar.key for pillar in framework.all_pillars), NONE)
    judged = _judged(targets)
    sentences = [sentence for name in DEVELOPING for sentence in read_sentences(name)]
    examples = tuple(_examples(sentences, framework.concepts))
    weights = estimate(examples, judged, targets)
    print(f"as judged                  {likelihood(examples, judged, targets):7.4f}")
    print(f"as estimated               {likelihood(examples, weights, targets):7.4f}")
    print(f"as estimated, left out     {_left_out(examples, judged, targets):7.4f}")
    changes = _changes(judged, weights)
    for key, found in changes.items():
        for target, weight in found.items():
            print(f"{key:28} {target:14} {judged[key, target]:5.2f} → {weight:5.2f}")
    if "--write" in arguments:
        _write(changes)


def _judged(targets: Sequence[str]) -> Weights:
    """The judged weights of pillars and NONE, those of criteria rolled up."""
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))["concepts"]
    judged: Weights = {}
    for key, lent in table.items():
        for target, weight in lent.items():
            pair = key, target.partition("/")[0]
            judged[pair] = lent.get(pair[1], max(weight, judged.get(pair, weight)))
    return {pair: weight for pair, weight in judged.items() if pair[1] in targets}


if __name__ == "__main__":
    main(sys.argv[1:])
