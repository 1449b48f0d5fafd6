from dataclasses import replace

import pytest
from compose.editions import edition_of, photo

from portfolio.model.clearance import Audience


def test_a_piece_cleared_for_others_is_refused():
    edition = edition_of(photo("a", "model"), audience=Audience.EVALUATOR)
    with pytest.raises(ValueError, match="another audience than web"):
        replace(edition, audience=Audience.WEB)


def test_withheld_are_the_numbered_pieces_that_are_not_here():
    assert edition_of(photo("a", "model"), withheld=(photo("b", "model"), photo("c", "model"))).withheld == 2
