"""What is missing, what carries too much, what to collect next."""

from dataclasses import replace
from datetime import date

from pieces import catalogue, piece, showing
from readiness.pack import SINCE, orchard, pillar, taken

from portfolio.model.evidence import Kind
from portfolio.model.mapping import Link, Mapping, Strength
from portfolio.model.problem import reason
from portfolio.model.project import Narratives
from portfolio.model.readiness import Untranslated
from portfolio.readiness.evidence import find_evidence
from portfolio.readiness.gaps import find_gaps, find_overused, find_wishes
from portfolio.readiness.texts import find_claims, find_orphans, find_untranslated

NEW, OLD = date(2026, 5, 9), date(2024, 5, 9)


def evidence(proofs, texts=None):
    narratives = Narratives(texts=texts or {})
    return find_evidence(orchard(), proofs, narratives=narratives, labels=(), withheld=(), since=SINCE)


def gaps(proofs):
    return {gap.target: gap.why.code for gap in find_gaps(evidence(proofs))}


def test_what_lacks_is_named_pillars_first_and_plans_never():
    assert gaps({}) == {
        "apples": "gap.pillar",
        "pears": "gap.pillar",
        "gate": "gap.pillar",
        "apples/red": "gap.criterion",
        "apples/green": "gap.criterion",
        "pears/soft": "gap.criterion",
    }


def test_what_is_there_may_be_old_undated_or_of_one_kind():
    found = gaps(
        {
            "apples": (taken("a.jpg", NEW), taken("a.pdf", NEW, Kind.DOCUMENT)),
            "apples/red": (taken("a.jpg", OLD),),
            "apples/green": (taken("a.jpg", OLD), taken("b.jpg", None)),
            "pears": (taken("a.jpg", NEW),),
            "pears/soft": (taken("a.jpg", NEW), taken("b.jpg", NEW)),
            "gate": (taken("a.jpg", NEW),),
        }
    )
    assert found == {"apples/red": "gap.old", "apples/green": "gap.undated", "pears/soft": "gap.kind"}


def test_what_is_there_and_shown_to_nobody_who_judges_is_a_gap_of_its_own():
    hidden = taken("a.jpg", NEW)
    found = find_evidence(
        orchard(),
        {"apples/red": (hidden,)},
        narratives=Narratives(texts={}),
        labels=(),
        withheld={hidden.id},
        since=SINCE,
    )
    assert {gap.target: gap.why.code for gap in find_gaps(found)}["apples/red"] == "gap.withheld"


def test_a_strong_pillar_of_thin_criteria_gets_a_word_about_them():
    paper = taken("a.pdf", NEW, Kind.DOCUMENT, portrayal=showing("Ada Ak", "Can Su"))
    photos = (taken("a.jpg", NEW), taken("b.jpg", NEW))
    thin = {"apples/red": (paper,), "apples/green": photos[:1]}
    found = evidence({"apples": (paper, *photos), **thin})
    (word,) = [gap.why for gap in find_gaps(found) if gap.target == "apples"]
    assert word == reason("gap.criteria", n=2, of=2)
    assert "apples" not in gaps({"apples": (paper, *photos), "apples/red": (paper,), "apples/green": photos})


def test_the_weakest_pillar_is_served_first_and_each_in_turn():
    good = (taken("a.jpg", NEW), taken("a.pdf", NEW, Kind.DOCUMENT))
    proofs = {"apples": good, "gate": good}
    found = evidence(proofs)
    wanted = {"pears/soft": {"en": "a soft pear"}}
    wishes = find_wishes(orchard(), found, tuple(find_gaps(found)), wanted, "en")
    assert [(wish.target, wish.folder) for wish in wishes] == [
        ("pears/soft", "2-pears"),
        ("apples/red", "1-apples"),
        ("apples/green", "1-apples"),
    ]
    assert wishes[0].texts == {"en": "a soft pear"}
    assert wishes[1].texts == {}


def test_a_piece_that_is_to_prove_everything_is_named():
    photo = piece("a.jpg")
    grove = replace(orchard(), pillars=(pillar("apples", 1, "a", "b", "c", "d"),))

    def overused(*criteria):
        proofs = dict.fromkeys(("apples", *criteria), (photo,))
        narratives = Narratives(texts={})
        found = find_evidence(grove, proofs, narratives=narratives, labels=(), withheld=(), since=SINCE)
        return [(each.item, each.targets) for each in find_overused(found)]

    assert overused("apples/a", "apples/b", "apples/c") == []
    every = ("apples/a", "apples/b", "apples/c", "apples/d")
    assert overused(*every) == [(photo.id, every)]


def test_a_claim_is_a_text_without_a_piece_and_a_plan_is_none():
    texts = {"apples": {"en": "…"}, "pears/soft": {"en": "…"}, "apples/plan": {"en": "…"}, "school": {"en": "…"}}
    assert find_claims(evidence({"apples": (piece("a.jpg"),)}, texts)) == ("pears/soft",)


def test_texts_that_lack_a_language_are_named_and_those_that_are_nowhere_are_not():
    narratives = Narratives(texts={"apples": {"en": "…", "tr": "…"}, "pears/plan": {"en": "…"}, "gate": {"sv": "…"}})
    assert list(find_untranslated(narratives, ("en", "tr"))) == [Untranslated(key="pears/plan", languages=("tr",))]


def test_orphans_are_placed_pieces_that_no_text_cites():
    cited, uncited, unplaced = piece("a.jpg"), piece("b.jpg"), piece("c.jpg")
    links = tuple(
        Link(item=item.id, target="apples", strength=Strength.PLACED, rationale=reason("x"), origin="x")
        for item in (cited, uncited)
    )
    mapping = Mapping(links=links, suggestions=(), excluded={})
    assert find_orphans(catalogue(cited, uncited, unplaced).items, mapping, {cited.id}) == (uncited.id,)
