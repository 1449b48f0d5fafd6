from compose.editions import edition_of, photo, project

from portfolio.compose.links import link_to, numbers_of
from portfolio.compose.selection import select
from portfolio.model.blocks import Run

SHOWN, LISTED, WITHHELD = photo("a", "model"), photo("b", "model"), photo("c", "model")
SELECTION = select(edition_of(SHOWN, LISTED, withheld=(WITHHELD,), of=project(max_exhibits=1)))


def test_a_piece_that_is_shown_is_there_another_in_the_register_and_a_withheld_one_nowhere():
    assert [link_to(item.id, SELECTION) for item, _ in (SHOWN, LISTED, WITHHELD)] == ["#x-2.1", "#r-2.2", ""]


def test_numbers_with_what_they_are_called():
    items = (SHOWN[0], LISTED[0])
    assert numbers_of(items, SELECTION, {SHOWN[0].id: "Kapı"}) == (
        Run(text="2.1 Kapı", link="#x-2.1"),
        Run(text=", "),
        Run(text="2.2", link="#r-2.2"),
    )
