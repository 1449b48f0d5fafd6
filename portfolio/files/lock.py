"""One run at a time: a file that is held by one process, on any system."""

from __future__ import annotations

import os
import platform
import secrets
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

_STARTING_S = 0.02  # pause until a process that has just begun to hold has written its name
_PATIENCE = 50


class Held(Exception):  # noqa: N818 - a state met, which the caller turns into its own error
    """Somebody else holds the file."""


@contextmanager
def hold(path: Path) -> Iterator[None]:
    """Hold `path` for the time of the block; the file is made when needed and stays. Raises Held, OSError.

    The system's own locks (fcntl, msvcrt) end with their process, however it ends. Where neither works (some network
    folders, other systems) a second file `<name>.held` says who holds; one left behind by a process that is gone is
    taken over.
    """
    with ExitStack() as held:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        held.callback(os.close, descriptor)
        if not _lock(descriptor):
            held.enter_context(_claim(path.with_name(f"{path.name}.held")))
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
    """Hold by making a file that must not be there yet, with the name of this process in it. Raises Held, OSError."""
    name = f"{os.getpid()} {platform.node()}"
    try:
        _write_new(path, name)
    except FileExistsError:
        _take_over(path)
        try:
            _write_new(path, name)
        except FileExistsError:
            raise Held from None
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _write_new(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)


def _take_over(path: Path) -> None:
    """Remove the claim of a process that is gone. Raises Held while it lives, or when another took it over first."""
    holder = _holder(path)
    if _lives(holder):
        raise Held
    # Two may find the same dead claim. Renaming lets one of them have it; the other may catch the new claim of the
    # first instead, sees that it is not the one it judged, and puts it back.
    aside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        path.rename(aside)
    except FileNotFoundError:
        raise Held from None
    if aside.read_text() != holder:
        with suppress(OSError):  # a third one has claimed meanwhile, or this file system knows no links
            os.link(aside, path)
        aside.unlink()
        raise Held
    aside.unlink()


def _holder(path: Path) -> str:
    for _ in range(_PATIENCE):
        try:
            holder = path.read_text()
        except FileNotFoundError:
            raise Held from None  # given back this moment: somebody else was at work until now
        if holder:
            return holder
        time.sleep(_STARTING_S)
    return ""  # died between making the file and writing its name


def _lives(holder: str) -> bool:
    number, _, node = holder.partition(" ")
    if not number.isdigit():
        return False
    if node != platform.node() or os.name == "nt":  # cannot be asked from here; os.kill(pid, 0) would end it on Windows
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # lives, as another user
        return True
    return True
