from dataclasses import replace
from datetime import date

from compose.editions import certificate, document, edition_of, on, photo, project
from pieces import decide

from portfolio.compose.selection import NOWHERE, select
from portfolio.model.clearance import Audience
from portfolio.model.decision import Field


def names(items) -> list[str]:
    return [item.files[0].removesuffix(".bin") for item in items]


def test_at_most_so_many_are_shown_the_first_of_each_kind_first():
    pieces = [
        photo("a", "model"),
        photo("b", "model"),
        photo("c", "model"),
        certificate("d", "model"),
        document("e", "model"),
    ]
    selection = select(edition_of(*pieces, of=project(max_exhibits=4)))
    assert names(selection.members["model"]) == ["a", "b", "c", "d", "e"]
    assert names(selection.shown_of("model")) == ["a", "b", "d", "e"]


def test_a_photo_that_did_not_open_is_only_listed():
    item, targets = photo("a", "model")
    selection = select(edition_of((replace(item, raster=None), targets), document("b", "model")))
    assert names(selection.members["model"]) == ["a", "b"]
    assert names(selection.shown_of("model")) == ["b"]


def test_a_piece_is_cited_where_it_also_serves():
    selection = select(edition_of(photo("a", "model", "students"), photo("b", "students")))
    assert names(selection.cited_in("students")) == ["a"]
    assert names(selection.cited_in("model")) == []


def test_withheld_pieces_leave_their_numbers_free():
    shown, hidden = photo("b", "model"), photo("a", "model")
    selection = select(edition_of(shown, withheld=(hidden,)))
    assert [selection.numbers[item.id] for item in selection.items] == ["2.2"]


def test_the_cover_has_the_photo_that_is_wanted_or_none():
    one, two, paper, hidden = photo("a", "model"), photo("b", "model"), certificate("c", "model"), photo("d", "model")

    def cover(wanted):
        edition = replace(edition_of(one, two, paper, withheld=(hidden,)), cover=wanted)
        return select(edition).cover

    assert cover("") == one[0]
    assert cover(two[0].id) == two[0]
    for wanted in ("none", paper[0].id, hidden[0].id):  # no other may stand in its place
        assert cover(wanted) is None


def test_only_a_draft_has_unplaced_pieces():
    draft = select(edition_of(photo("a", "model"), photo("b"), audience=Audience.PRIVATE))
    assert names(draft.members[NOWHERE]) == ["b"]
    assert draft.numbers[draft.members[NOWHERE][0].id] == "0.1"
    assert select(edition_of(photo("a", "model"), photo("b"))).members[NOWHERE] == ()


def test_the_best_are_shown_heroes_then_what_proves_most():
    hero = decide(Field.HERO, "evet", file="c.bin")
    pieces = (
        photo("a", "model", dated=on(date(2024, 5, 1))),
        photo("b", "model", dated=on(date(2026, 5, 1))),
        photo("c", "model"),
        photo("d", "model", dated=on(date(2025, 5, 1))),
    )
    assert names(select(edition_of(*pieces, of=project(max_exhibits=2))).shown_of("model")) == ["d", "b"]
    marked = project(max_exhibits=2, decisions=(hero,))
    assert names(select(edition_of(*pieces, of=marked)).shown_of("model")) == ["c", "b"]
