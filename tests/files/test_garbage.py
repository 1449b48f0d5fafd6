import gc
import weakref

import pytest

from portfolio.files.garbage import without_clearing_up, without_collector


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


def test_what_a_work_leaves_is_cleared_up_before_the_next() -> None:
    with without_clearing_up():
        assert not gc.isenabled()
        left = weakref.ref(Ring())
    assert gc.isenabled()
    gc.collect()
    assert left() is not None  # nobody looks through it
    with without_clearing_up():
        assert left() is None
    gc.unfreeze()
