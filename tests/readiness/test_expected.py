"""What a school that has one thing probably has as well: questions, from a file of the pack."""

import pytest
from pieces import piece
from readiness.pack import orchard

from portfolio.errors import ProjectError
from portfolio.framework import read_framework
from portfolio.model.evidence import Kind
from portfolio.readiness.expected import find_questions, read_expected

FILE = """\
collect:
  apples/red: {en: a red one}
beside:
  - kinds: [photo]
    targets: [apples/red]
    concepts: [harvest]
    asks_for: apples/red
    unless: [document]
    ask: {en: Is there a programme?}
  - kinds: [photo]
    targets: [apples/red]
    asks_for: apples/blue
    ask: {en: Of a criterion that is gone}
"""


@pytest.fixture
def expected(tmp_path):
    folder = tmp_path / "frameworks" / "orchard"
    folder.mkdir(parents=True)
    (folder / "expected.yaml").write_text(FILE, encoding="utf-8")
    return read_expected("orchard", tmp_path)


def asked(expected, proofs, *items, spoken=None):
    return [(each.item, each.texts["en"]) for each in find_questions(expected, orchard(), proofs, items, spoken or {})]


def test_a_photo_asks_for_its_papers_until_one_is_there(expected):
    photo, paper = piece("a.jpg"), piece("a.pdf", kind=Kind.DOCUMENT)
    assert asked(expected, {"apples/red": (photo,)}) == [(photo.id, "Is there a programme?")]
    assert asked(expected, {"apples/red": (photo, paper)}) == []


def test_so_does_one_whose_words_speak_of_it(expected):
    photo = piece("a.jpg")
    assert asked(expected, {}, photo) == []
    assert asked(expected, {}, photo, spoken={photo.id: frozenset({"harvest"})}) == [
        (photo.id, "Is there a programme?")
    ]


def test_a_pack_may_expect_nothing_and_a_wrong_file_is_named(tmp_path):
    assert read_expected("orchard", None).beside == ()
    folder = tmp_path / "frameworks" / "orchard"
    folder.mkdir(parents=True)
    (folder / "expected.yaml").write_text("beside:\n  - kinds: [painting]\n", encoding="utf-8")
    with pytest.raises(ProjectError) as stopped:
        read_expected("orchard", tmp_path)
    assert {problem.where.file for problem in stopped.value.problems} == {"frameworks/orchard/expected.yaml"}


def test_the_shipped_pack_expects_something_of_each_criterion_in_three_languages():
    pack, expected = read_framework("etwinning-school", None), read_expected("etwinning-school", None)
    criteria = [target for target in pack.targets if "/" in target and not target.startswith("plan/")]
    assert sorted(expected.collect) == sorted(criteria)
    concepts = {concept.key for concept in pack.concepts}
    kinds = {kind.key for kind in pack.certificate_kinds}
    for texts in (*expected.collect.values(), *(rule.ask for rule in expected.beside)):
        assert set(texts) == {"en", "tr", "sv"}
    for rule in expected.beside:
        assert {*rule.targets, rule.asks_for} <= set(pack.targets)
        assert set(rule.concepts) <= concepts
    assert {*expected.quality_labels, *expected.asked_labels} <= kinds
