"""One run at a time: a file that is held by one process, on any system."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

NAME = "lock"  # in the cache folder of a project
_CLAIM = re.compile(r"(?P<process>[0-9]{1,9})-[0-9a-f]{8}-(?P<computer>[0-9a-f]{8})\.held")


class Held(Exception):  # noqa: N818 - a state met, which the caller turns into its own error
    """Somebody else holds the file."""


def is_lock(name: str) -> bool:
    """Whether a file of this name in a cache folder is held by somebody, or was."""
    return name.endswith((NAME, ".held"))


@contextmanager
def hold(path: Path) -> Iterator[None]:
    """Hold `path` for the time of the block; the file is made when needed and stays. Raises Held, OSError.

    The system's own locks (fcntl, msvcrt) end with their process, however it ends. Where neither works (some network
    folders, other systems) a file beside it names the process that holds; what a process left that is gone is removed.
    """
    with ExitStack() as held:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        held.callback(os.close, descriptor)
        if not _lock(descriptor):
            held.enter_context(_claim(path))
        yield


def _lock(descriptor: int) -> bool:
    """Lock by the system; False when it offers nothing. The lock ends when the file is closed. Raises Held."""
    if (fcntl := _module("fcntl")) is not None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Held from None
        except OSError:  # this file system has no locks
            return False
        return True
    if (msvcrt := _module("msvcrt")) is not None:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            raise Held from None
        return True
    return False


def _module(name: str) -> Any | None:
    try:
        return import_module(name)
    except ImportError:
        return None


@contextmanager
def _claim(path: Path) -> Iterator[None]:
    """Hold by a file that names this process, made before looking for those of others. Raises Held, OSError.

    Of two at the same moment at least one sees the other, perhaps both: then neither holds. Every name is used once, so
    that removing what a dead process left can never hit a living one.
    """
    own = path.with_name(f"{path.name}.{os.getpid()}-{secrets.token_hex(4)}-{_computer()}.held")
    own.touch(mode=0o600, exist_ok=False)
    try:
        for other in path.parent.iterdir():
            found = _CLAIM.fullmatch(other.name.removeprefix(f"{path.name}."))
            if found is None or other == own:
                continue
            if _lives(int(found["process"]), found["computer"]):
                raise Held
            other.unlink(missing_ok=True)
        yield
    finally:
        own.unlink(missing_ok=True)


def _computer() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]


def _lives(process: int, computer: str) -> bool:
    if computer != _computer() or os.name == "nt":  # cannot be asked; on Windows os.kill(process, 0) would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # lives, as another user
        return True
    return True
