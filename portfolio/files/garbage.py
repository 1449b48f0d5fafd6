"""Python's search for garbage, put off while there is none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
    """As `without_collector`, for work that leaves much garbage: the next such work looks for it, before it begins.

    So a process that ends with its last work, or has little to do after it, never goes through all that this left.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    with without_collector():
        try:
            yield
        finally:
            gc.freeze()
