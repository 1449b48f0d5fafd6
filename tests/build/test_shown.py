"""What a document shows is known by piece: on the cover, as an exhibit, or only in the register."""

from dataclasses import replace

from compose.editions import edition_of, photo, project

from portfolio.build.shown import differing, shown_in
from portfolio.compose.dossier import compose_dossier
from portfolio.compose.poster import compose_poster
from portfolio.model.composed import pictures_in
from portfolio.render.derivatives import mark_of

SHOWN, LISTED, WITHHELD = (photo(name, "students") for name in ("bir", "iki", "üç"))


def test_pieces_come_with_the_marks_of_their_derivatives():
    edition = edition_of(SHOWN, LISTED, withheld=(WITHHELD,), of=replace(project(), max_exhibits=1))
    document, _ = compose_dossier(edition)
    marks = {mark_of(picture) for picture in pictures_in(document)}
    (shown, _), (listed, _), _ = SHOWN, LISTED, WITHHELD
    assert len(marks) == 2  # on the cover, and smaller among the exhibits
    assert shown_in(document) == {shown.id: tuple(sorted(marks)), listed.id: ()}


def test_a_poster_shows_nobody():
    document, _ = compose_poster(edition_of(SHOWN))
    assert shown_in(document) == {}


def test_the_pieces_whose_pictures_differ():
    assert differing({"E-1": ("a",), "E-2": ("b",), "E-3": ()}, {"E-1": ("a",), "E-2": ("c",), "E-4": ("d",)}) == (
        "E-2",
        "E-4",
    )
    assert differing(None, {"E-1": ("a",)}) == ()
