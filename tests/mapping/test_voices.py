"""Every voice is heard, also those that are not believed: the runner-up and what a folder says besides."""

import pytest
from pieces import caption, catalogue, decide, piece, sourced

from portfolio.framework import read_framework
from portfolio.mapping.assign import assign
from portfolio.mapping.voices import Voices
from portfolio.model.decision import Field
from portfolio.model.mapping import Strength


@pytest.fixture(scope="module")
def framework():
    return read_framework("etwinning-school", None)


def heard(framework, item, *decisions, beside=()):
    mapping, _ = assign(catalogue(item, *beside), framework, decisions, language="tr")
    return [(link.target, link.strength) for link in Voices(framework, decisions, mapping, "tr").of(item)]


def test_all_of_them_the_strongest_first(framework):
    item = piece("4-rol-model/a.jpg", pillars=(sourced("students"),), caption=caption("Okulda açık gün"))
    decision = decide(Field.PILLAR, "inclusion", file="4-rol-model/a.jpg")
    found = heard(framework, item, decision)
    assert found[:3] == [
        ("inclusion", Strength.DECIDED),
        ("students", Strength.DESCRIBED),
        ("model", Strength.PLACED),
    ]
    assert ("model", Strength.SUGGESTED) in found[3:]


def test_what_holds_is_among_them(framework):
    item = piece("4-rol-model/a.jpg", pillars=(sourced("students; model/open-days"),))
    mapping, _ = assign(catalogue(item), framework, (), language="tr")
    assert set(mapping.links) <= set(Voices(framework, (), mapping, "tr").of(item))


def test_what_was_decided_about_pieces_like_it(framework):
    item, like = piece("gelen/gezi/a.jpg"), piece("gelen/gezi/b.jpg")
    decision = decide(Field.PILLAR, "model", file="gelen/gezi/b.jpg")
    assert heard(framework, item, decision, beside=(like,)) == [("model", Strength.SIMILAR)]


def test_who_says_nothing(framework):
    assert heard(framework, piece("gelen/IMG_0001.jpg")) == []
