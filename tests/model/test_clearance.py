import pytest
from pieces import piece

from portfolio.model.clearance import HANDED_OUT, Audience, Clearance, ClearedPiece
from portfolio.model.problem import reason

PHOTO = piece("a.jpg")


def clearance(*, item: str = PHOTO.id, allowed: bool = True) -> Clearance:
    return Clearance(item=item, audience=Audience.EVALUATOR, allowed=allowed, why=reason("clearance.nobody"))


def test_only_a_clearance_of_its_own_that_allows_it_shows_a_piece():
    assert ClearedPiece(item=PHOTO, clearance=clearance()).item == PHOTO
    with pytest.raises(ValueError, match="not cleared"):
        ClearedPiece(item=PHOTO, clearance=clearance(allowed=False))
    with pytest.raises(ValueError, match="not cleared"):
        ClearedPiece(item=PHOTO, clearance=clearance(item="E-another"))


def test_everybody_but_the_school_itself_is_handed_something():
    assert set(HANDED_OUT) == set(Audience) - {Audience.PRIVATE}
