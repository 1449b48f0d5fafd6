"""A copy of a photo that nobody may see any more, or that is covered, does not go out in silence."""

from dataclasses import replace
from datetime import date

from pieces import catalogue, piece, showing

from portfolio.consent.clearance import clear
from portfolio.consent.lookalikes import uncovered_lookalikes, with_lookalikes
from portfolio.consent.mentions import Mention, Way
from portfolio.model.clearance import ConsentEntry
from portfolio.model.evidence import Portrayal, PortrayalState, Raster
from portfolio.model.problem import Place, warning
from portfolio.model.redaction import HIDDEN

TODAY = date(2026, 11, 20)
NOBODY = Portrayal(state=PortrayalState.NONE, by="captions.csv:2")


def entry(who, *scopes, expires="", withdrawn=""):
    return ConsentEntry(
        who=who,
        role="pupil",
        scopes=scopes,
        given_on="2025-09-15",
        by="mother",
        expires_on=expires,
        withdrawn_on=withdrawn,
        note="",
        line=2,
    )


WITHDREW = entry("Mert", "evaluator", withdrawn="2026-06-02")


def photo(name, dhash="00000000000000ff", **said):
    return piece(name, raster=Raster(width=8, height=6, dhash=dhash), **said)


def alike(*items):
    """A catalogue whose photos all look alike."""
    return replace(catalogue(*items), groups=(tuple(sorted(item.id for item in items)),))


def warned(*items, register=(), excluded=(), evaluator_default=False):
    """(code, file shown, file that it looks like) of each warning."""
    found = alike(*items)
    clearances = clear(found, register, today=TODAY, evaluator_default=evaluator_default)
    problems = uncovered_lookalikes(found, clearances, excluded)
    for each in problems:
        assert each == warning(each.code, Place(file=each.where.file), other=dict(each.values)["other"])
    return [(each.code, each.where.file, dict(each.values)["other"]) for each in problems]


def test_a_copy_that_is_shown_though_a_consent_was_withdrawn_refused_or_has_expired_is_named():
    both = photo("a.jpg", portrayal=showing("Mert")), photo("small.jpg", portrayal=NOBODY)
    found = [("consent.look-alike", "small.jpg", "a.jpg")]
    assert warned(*both, register=[WITHDREW]) == found
    assert warned(*both, register=[entry("Mert")]) == found
    assert warned(*both, register=[entry("Mert", "evaluator", "print", "web", expires="2026-01-01")]) == found
    assert warned(*both, register=[entry("Mert", "evaluator", "print", "web")]) == []
    assert warned(*both) == []  # nobody was asked yet, so nothing has ended


def test_a_copy_of_which_nobody_spoke_counts_where_the_school_shows_such():
    both = photo("a.jpg", portrayal=showing("Mert")), photo("small.jpg")
    assert warned(*both, register=[WITHDREW]) == []
    assert len(warned(*both, register=[WITHDREW], evaluator_default=True)) == 1


def test_only_an_audience_that_sees_one_and_may_not_see_the_other_matters():
    both = photo("a.jpg", portrayal=showing("Mert")), photo("small.jpg")
    everywhere_but_print = entry("Mert", "evaluator", "web")  # the copy is shown to the evaluator alone
    assert warned(*both, register=[everywhere_but_print], evaluator_default=True) == []


def test_a_copy_that_is_not_covered_is_named_though_the_covered_one_is_shown_too():
    covered = photo("a.jpg", portrayal=NOBODY, redaction=HIDDEN)
    assert warned(covered, photo("small.jpg", portrayal=NOBODY)) == [
        ("consent.look-alike-covered", "small.jpg", "a.jpg")
    ]
    assert warned(covered, photo("small.jpg", portrayal=NOBODY, redaction=HIDDEN)) == []
    assert warned(covered, photo("small.jpg")) == []


def test_what_was_left_out_is_not_shown_but_what_it_says_of_others_holds():
    both = photo("a.jpg", portrayal=showing("Mert")), photo("small.jpg", portrayal=NOBODY)
    assert warned(*both, register=[WITHDREW], excluded={"E-small.jpg"}) == []
    assert len(warned(*both, register=[WITHDREW], excluded={"E-a.jpg"})) == 1


def test_of_many_the_nearest_is_named_once():
    items = (
        photo("a.jpg", "000000000000000f", portrayal=showing("Mert")),
        photo("b.jpg", "00000000000000fe", portrayal=showing("Mert")),
        photo("small.jpg", "00000000000000ff", portrayal=NOBODY),
    )
    assert warned(*items, register=[WITHDREW]) == [("consent.look-alike", "small.jpg", "b.jpg")]


def test_other_photos_say_nothing_of_each_other():
    items = catalogue(photo("a.jpg", portrayal=showing("Mert")), photo("b.jpg", portrayal=NOBODY))
    clearances = clear(items, [WITHDREW], today=TODAY, evaluator_default=True)
    assert uncovered_lookalikes(items, clearances, ()) == ()


def test_a_search_finds_what_looks_like_a_piece_found():
    found, copy, other = photo("b.jpg"), photo("a.jpg"), photo("c.jpg")
    items = replace(alike(copy, found), items=(copy, found, other))
    mention = Mention(item=found, way=Way.NAMED)
    assert with_lookalikes((mention,), items) == (Mention(item=copy, way=Way.ALIKE), mention)
    both = (Mention(item=copy, way=Way.TEXT), mention)
    assert with_lookalikes(both, items) == both
    assert with_lookalikes((), items) == ()
