"""A task run over many inputs in long-lived worker processes, each with a memory limit and a time limit for each input.

A worker that dies or hangs takes only the input it was at with it: it is replaced and the rest goes on.
Workers are started by "spawn" everywhere, so that all systems behave alike and threads of the caller do no harm.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

In = TypeVar("In")
Out = TypeVar("Out")

# Below 768 MB libheif's threads abort on a photo of 12 megapixels; one of 100 megapixels needs about 500 MB.
MEMORY = 1536 * 2**20
SECONDS = 30.0
# A worker is replaced after so many inputs: what a decoder leaks does not add up.
LIFETIME = 500
_GRACE = 2.0  # seconds that the caller has to stop a worker itself


class Fate(StrEnum):
    """How the task ended for one input."""

    DONE = "done"
    FAILED = "failed"  # it raised what it should not
    MEMORY = "memory"  # it asked for more memory than the limit
    DIED = "died"  # its process ended
    LATE = "late"  # it was stopped at the time limit


# How a worker's end is told where its input is a file: a Problem's code.
FATES = {
    Fate.LATE: "file.late",
    Fate.MEMORY: "file.memory",
    Fate.DIED: "file.crashed",
    Fate.FAILED: "file.crashed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[In, Out]):
    """What became of one input; `result` is None unless `fate` is DONE."""

    given: In
    fate: Fate
    result: Out | None = None


def run(
    task: Callable[[In], Out],
    inputs: Iterable[In],
    *,
    count: int = 2,
    memory: int = MEMORY,
    seconds: float | Callable[[In], float] = SECONDS,
) -> Iterator[Outcome[In, Out]]:
    """The outcome of `task` for every input, in the order in which they end.

    `task` must be importable by name; inputs and results must be picklable. `memory` in bytes, for each process
    (kept only where the system can limit address space); `seconds` of wall time for each input, or what tells them.
    """
    waiting = deque(inputs)
    workers = [_Worker(task, memory) for _ in range(min(count, len(waiting)))]

    def feed() -> None:
        for place, worker in enumerate(workers):
            if waiting and not worker.busy:
                if worker.given >= LIFETIME:
                    worker.stop()
                    workers[place] = worker = _Worker(task, memory)
                given = waiting.popleft()
                worker.give(given, seconds(given) if callable(seconds) else seconds)

    try:
        feed()
        while any(worker.busy for worker in workers):
            finished = _finished(workers, task, memory)
            feed()  # nobody is idle while the caller sees to what is finished
            yield from finished
    finally:
        for worker in workers:
            worker.stop()


def _finished(workers: list[_Worker[In, Out]], task: Callable[[In], Out], memory: int) -> list[Outcome[In, Out]]:
    """Waits until an input is finished, its worker is dead or its time is over; replaces the workers that are lost."""
    finished = []
    busy = [worker for worker in workers if worker.busy]
    pause = max(0.0, min(worker.deadline for worker in busy) - time.monotonic())
    heard = wait([worker.connection for worker in busy], timeout=pause)
    for place, worker in enumerate(workers):
        if not worker.busy:
            continue
        if worker.connection in heard:
            outcome = worker.take()
        elif time.monotonic() >= worker.deadline:
            outcome = worker.lose(Fate.LATE)
        else:
            continue
        if outcome.fate in (Fate.DIED, Fate.LATE):
            workers[place] = _Worker(task, memory)
        finished.append(outcome)
    return finished


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What is started in the block hears no Ctrl-C, also before it can say so itself: its caller ends it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # started by the first worker, it would let the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Worker(Generic[In, Out]):
    """One process with the pipe to it, and the input that it is at."""

    def __init__(self, task: Callable[[In], Out], memory: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=_serve, args=(theirs, task, memory), daemon=True)
        with _undisturbed():
            self.process.start()
        theirs.close()
        self.given = 0
        self.deadline = 0.0
        self._current: list[In] = []

    @property
    def busy(self) -> bool:
        return bool(self._current)

    def give(self, given: In, seconds: float) -> None:
        self._current = [given]
        self.given += 1
        self.deadline = time.monotonic() + seconds
        with suppress(OSError):  # it died at its start: its closed pipe is heard next
            self.connection.send((given, seconds))

    def take(self) -> Outcome[In, Out]:
        try:
            fate, result = self.connection.recv()
        except (EOFError, OSError):
            return self.lose(Fate.DIED)
        given = self._current.pop()
        return Outcome(given=given, fate=fate, result=result)

    def lose(self, fate: Fate) -> Outcome[In, Out]:
        given = self._current.pop()
        self.stop()
        return Outcome(given=given, fate=fate)

    def stop(self) -> None:
        """Ends the process: at once when it is at work, else by telling it that nothing more will come."""
        if self.busy or not self.process.is_alive():
            self.process.kill()
        self.connection.close()
        self.process.join(timeout=1)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.process.close()


def _serve(connection: Connection, task: Callable[[In], Out], memory: int) -> None:
    """The life of a worker: an input in, its fate and result out, until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is the parent's to handle
    _silence()
    limit_memory(memory)
    with suppress(EOFError, OSError):
        while True:
            given, seconds = connection.recv()
            _end_after(seconds + _GRACE)
            answer: tuple[Fate, Out | None]
            try:
                answer = (Fate.DONE, task(given))
            except MemoryError:
                answer = (Fate.MEMORY, None)
            except Exception:  # a task meant for hostile input: whatever it raises concerns this input alone
                answer = (Fate.FAILED, None)
            _end_after(0)
            connection.send(answer)


def _end_after(seconds: float) -> None:
    """Ends this process by itself when it hangs so long, 0 for never: a caller that was killed stops no worker."""
    if hasattr(signal, "setitimer"):  # POSIX only
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _silence() -> None:
    """C libraries write their complaints to stderr, past Python: they would tear the caller's progress display."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - the null device, wanted as a descriptor
        os.dup2(nowhere.fileno(), 2)


def limit_memory(limit: int) -> bool:
    """Limits this process's address space to `limit` bytes; False where the system cannot."""
    try:
        import resource  # POSIX only

        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (ImportError, ValueError, OSError):
        return False
    return True
