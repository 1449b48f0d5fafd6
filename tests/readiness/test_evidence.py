"""How strong evidence is: by a table, with its reasons, from what can be counted."""

from datetime import date
from itertools import pairwise

import pytest
from pieces import showing, sourced
from readiness.pack import SINCE, orchard, taken

from portfolio.model.evidence import Certificate, Kind, ProjectRecord
from portfolio.model.problem import reason
from portfolio.model.project import Narratives
from portfolio.model.readiness import Freshness, Grade
from portfolio.readiness.evidence import find_evidence
from portfolio.readiness.rules import RULES

NEW, OLD = date(2026, 5, 9), date(2024, 5, 9)


def judged(*items, target="apples/red", texts=None, withheld=()):
    found = find_evidence(
        orchard(),
        {target: items},
        narratives=Narratives(texts=texts or {}),
        labels=("star",),
        withheld=withheld,
        since=SINCE,
    )
    return next(each for each in found if each.target == target)


def codes(evidence):
    return [why.code for why in evidence.why]


def test_every_target_of_the_pack_is_judged():
    found = find_evidence(orchard(), {}, narratives=Narratives(texts={}), labels=(), withheld=(), since=SINCE)
    assert [each.target for each in found] == list(orchard().targets)
    assert {each.grade for each in found} == {Grade.NONE}


def test_one_piece_is_thin_two_recent_ones_are_fair_and_many_of_one_kind_stay_so():
    photos = [taken(f"{n}.jpg", NEW) for n in range(9)]
    assert judged(photos[0]).grade is Grade.THIN
    assert judged(*photos[:2]).grade is Grade.FAIR
    many = judged(*photos)
    assert many.grade is Grade.FAIR
    assert codes(many) == ["has.pieces", "has.current", "lacks.kinds", "lacks.breadth"]


def test_several_kinds_and_several_people_are_strong():
    paper = taken("minutes.pdf", NEW, Kind.DOCUMENT, portrayal=showing("Ada Ak"))
    assert judged(paper, taken("a.jpg", NEW, portrayal=showing("Can Su")), taken("b.jpg", NEW)).grade is Grade.STRONG
    classes = judged(paper, taken("a.jpg", NEW, portrayal=showing(groups=("4-A", "4-B"))), taken("b.jpg", None))
    assert (classes.grade, classes.classes) == (Grade.STRONG, 2)
    same = judged(paper, taken("a.jpg", NEW, portrayal=showing("ADA AK")), taken("b.jpg", NEW))
    assert (same.grade, same.people) == (Grade.FAIR, 1)


@pytest.mark.parametrize(
    "labelled",
    [
        taken("nql.pdf", NEW, Kind.CERTIFICATE, certificate=Certificate(kind="star", matched="Star")),
        taken(
            "p.yaml",
            NEW,
            Kind.PROJECT,
            project=ProjectRecord(title=sourced("Wind"), national_label=sourced("2026-06-18")),
        ),
    ],
)
def test_a_quality_label_stands_for_several_people(labelled):
    found = judged(labelled, taken("a.jpg", NEW), taken("b.jpg", NEW))
    assert (found.grade, found.labels) == (Grade.STRONG, 1)


def test_old_and_undated_pieces_do_not_count_as_recent():
    old = judged(taken("a.jpg", OLD), taken("b.jpg", OLD), taken("c.jpg", None))
    assert old.grade is Grade.THIN
    assert codes(old) == ["has.pieces", "has.old", "has.undated", "lacks.current"]
    assert judged(taken("a.jpg", SINCE), taken("b.jpg", None)).grade is Grade.FAIR


def test_a_pillar_is_not_strong_while_most_of_its_criteria_have_nothing():
    paper = taken("minutes.pdf", NEW, Kind.DOCUMENT, portrayal=showing("Ada Ak", "Can Su"))
    found = judged(paper, taken("a.jpg", NEW), taken("b.jpg", NEW), target="apples")
    assert (found.grade, found.unproved) == (Grade.FAIR, ("apples/red", "apples/green"))
    assert codes(found)[-1] == "lacks.criteria"


def test_the_texts_about_a_target_are_known_a_plan_s_too():
    texts = {"apples/red": {"en": "…", "tr": "…"}, "apples/plan": {"tr": "…"}}
    assert judged(texts=texts).texts == ("en", "tr")
    assert judged(target="plan/apples", texts=texts).texts == ("tr",)


def test_each_rule_asks_for_no_less_than_the_next():
    assert [rule.grade for rule in RULES] == list(reversed(Grade))
    for stronger, weaker in pairwise(RULES):
        for figure in ("pieces", "kinds", "current", "breadth", "criteria"):
            assert getattr(stronger, figure) >= getattr(weaker, figure)


def test_what_the_evaluator_is_not_shown_makes_nothing_stronger_and_what_it_would_make_is_said():
    both = [taken("a.jpg", NEW), taken("b.jpg", NEW)]
    found = judged(*both, withheld={both[1].id, "E-9"})
    assert (found.pieces, found.withheld) == (tuple(item.id for item in both), (both[1].id,))
    assert codes(found) == ["has.pieces", "has.withheld", "has.rest", "has.current", "lacks.pieces", "could.fair"]
    assert (found.grade, found.freshness[Freshness.CURRENT]) == (Grade.THIN, 1)
    assert found.reasons("could") == (reason("could.fair", n=1),)
    assert codes(judged(*both))[:2] == ["has.pieces", "has.current"]


def test_where_nothing_is_shown_there_is_nothing_to_judge_yet():
    both = [taken("a.jpg", NEW), taken("b.jpg", NEW)]
    found = judged(*both, withheld={item.id for item in both})
    assert (found.grade, len(found.pieces)) == (Grade.NONE, 2)
    assert codes(found) == ["has.pieces", "has.withheld", "could.fair"]


def test_a_piece_that_is_not_shown_and_changes_nothing_is_only_counted():
    found = judged(taken("a.jpg", NEW), taken("b.jpg", NEW), taken("c.jpg", OLD), withheld={taken("c.jpg", OLD).id})
    assert (found.grade, found.reasons("could")) == (Grade.FAIR, ())


def test_a_criterion_whose_pieces_are_all_hidden_proves_nothing_of_its_pillar():
    paper = taken("minutes.pdf", NEW, Kind.DOCUMENT, portrayal=showing("Ada Ak", "Can Su"))
    photos = [taken("a.jpg", NEW), taken("b.jpg", NEW), taken("c.jpg", NEW)]

    def pillar(withheld):
        found = find_evidence(
            orchard(),
            {"apples": (paper, *photos), "apples/red": (photos[2],)},
            narratives=Narratives(texts={}),
            labels=(),
            withheld=withheld,
            since=SINCE,
        )
        return next(each for each in found if each.target == "apples")

    assert pillar(()).grade is Grade.STRONG
    hidden = pillar({photos[2].id})
    assert (hidden.grade, hidden.unproved) == (Grade.FAIR, ("apples/green",))
    assert hidden.reasons("lacks") == (reason("lacks.criteria", n=2, of=2),)
    assert hidden.reasons("could") == (reason("could.strong", n=1),)
