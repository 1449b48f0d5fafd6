"""What proves a target, the strongest first."""

from datetime import date

from pieces import catalogue, piece, sourced

from portfolio.mapping.proofs import find_proofs
from portfolio.model.dating import Dating, Precision
from portfolio.model.evidence import Kind
from portfolio.model.mapping import Link, Mapping, Strength
from portfolio.model.problem import reason


def link(item, target, strength=Strength.PLACED):
    return Link(item=item.id, target=target, strength=strength, rationale=reason("x"), origin="x")


def proofs(*pairs, excluded=()):
    mapping = Mapping(
        links=tuple(link for _, link in pairs),
        suggestions=(),
        excluded={item.id: reason("excluded.decided") for item in excluded},
    )
    items = dict.fromkeys(item for item, _ in pairs)
    found = find_proofs(catalogue(*items), mapping)
    return {target: [item.files[0] for item in items] for target, items in found.items()}


def taken(*files, day, **said):
    return piece(*files, dated=sourced(Dating(first=day, last=day, precision=Precision.DAY)), **said)


def test_what_proves_a_criterion_proves_its_pillar_as_well():
    photo = piece("a.jpg")
    assert proofs((photo, link(photo, "model/open-days"))) == {"model/open-days": ["a.jpg"], "model": ["a.jpg"]}


def test_what_a_person_decided_comes_first_then_papers_of_others_then_the_newest():
    old = taken("old.jpg", day=date(2024, 5, 9))
    new = taken("new.jpg", day=date(2026, 5, 9))
    undated = piece("undated.jpg")
    paper = piece("paper.pdf", kind=Kind.CERTIFICATE)
    chosen = piece("chosen.jpg")
    found = proofs(
        *((item, link(item, "model")) for item in (undated, old, new, paper)),
        (chosen, link(chosen, "model", Strength.DECIDED)),
    )
    assert found == {"model": ["chosen.jpg", "paper.pdf", "new.jpg", "old.jpg", "undated.jpg"]}


def test_a_plan_is_a_target_of_its_own_and_an_excluded_piece_proves_nothing():
    paper, blurred = piece("plan.pdf", kind=Kind.DOCUMENT), piece("blurred.jpg")
    found = proofs((paper, link(paper, "plan/model")), (blurred, link(blurred, "model")), excluded=(blurred,))
    assert found == {"plan/model": ["plan.pdf"]}
