import gc
import weakref

import pytest

from portfolio.files import garbage
from portfolio.files.garbage import clear_up, without_clearing_up, without_collector


def test_the_search_is_put_off_and_taken_up_again() -> None:
    assert gc.isenabled()
    with without_collector():
        assert not gc.isenabled()
        with without_collector():
            pass
        assert not gc.isenabled()
    with pytest.raises(ValueError, match="x"), without_collector():
        raise ValueError("x")
    assert gc.isenabled()


class Ring:
    def __init__(self) -> None:
        self.itself = self


def test_what_a_work_leaves_is_cleared_up_before_a_later_one_when_it_is_much(monkeypatch) -> None:
    with without_clearing_up():
        assert not gc.isenabled()
        left = weakref.ref(Ring())
        rings = [Ring() for _ in range(20)]
        assert len(rings) == 20
    assert gc.isenabled()
    gc.collect()
    assert left() is not None  # nobody looks through it
    with without_clearing_up():
        assert left() is not None  # so few rings are not much
    monkeypatch.setattr(garbage, "MUCH", 10)
    with without_clearing_up():
        assert left() is None
    gc.unfreeze()


def test_what_was_cleared_up_counts_no_more(monkeypatch) -> None:
    monkeypatch.setattr(garbage, "MUCH", 100_000)
    with without_clearing_up():
        rings = [Ring() for _ in range(100_001)]
    with without_clearing_up():
        rings.clear()
        left = weakref.ref(Ring())
    with without_clearing_up():
        assert left() is not None
    gc.unfreeze()


def test_garbage_is_looked_for_where_there_may_be_much(monkeypatch) -> None:
    with without_collector():
        gc.collect()
        left = weakref.ref(Ring())
        clear_up()
        assert left() is not None
        rings = [Ring() for _ in range(20)]
        monkeypatch.setattr(garbage, "MUCH", 10)
        clear_up()
        assert left() is None
        assert len(rings) == 20
