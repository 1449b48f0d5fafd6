"""Python's search for garbage, put off while there is none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# So many objects may lie about: some 100 MB, what a hundred posters leave; to look for garbage takes 70 ms each time.
MUCH = 1_000_000
# How many each work left since garbage was looked for: to count what is frozen goes through all of it.
_left: list[int] = []


@contextmanager
def without_collector() -> Iterator[None]:
    """For thousands of new objects that all stay: looking for garbage would take as long as making them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def without_clearing_up() -> Iterator[None]:
    """As `without_collector`, for work that leaves much garbage: a later such work looks for it, before it begins.

    So a process that ends with its last work, or has little to do after it, never goes through all that this left.
    """
    if sum(_left) > MUCH:
        _left.clear()
        gc.unfreeze()
        gc.collect()
    with without_collector():
        try:
            yield
        finally:
            _left.append(gc.get_count()[0])
            gc.freeze()


def clear_up() -> None:
    """Look for garbage where there may be much of it."""
    if gc.get_count()[0] > MUCH:
        gc.collect()
