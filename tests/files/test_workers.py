import multiprocessing
import os
import sys
import time
from pathlib import Path

import pytest

from portfolio.files.workers import Fate, limit_memory, run


def behave(word: str) -> str:
    """A task that does what its input says."""
    match word:
        case "hang":
            time.sleep(60)
        case "die":
            os._exit(3)
        case "raise":
            raise ValueError(word)
        case "grow":
            return "x" * 2**33
    return word.upper()


def fates(words: list[str], **limits: float) -> dict[str, Fate]:
    return {outcome.given: outcome.fate for outcome in run(behave, words, **limits)}  # type: ignore[arg-type]  # a mix of limits


def test_every_input_gets_its_result() -> None:
    assert {outcome.given: outcome.result for outcome in run(behave, ["a", "b", "c"])} == {"a": "A", "b": "B", "c": "C"}


def test_no_input_starts_no_process() -> None:
    assert list(run(behave, [])) == []


def test_what_kills_or_hangs_a_worker_is_named_and_the_rest_goes_on() -> None:
    words = ["a", "die", "b", "hang", "c", "raise", "d"]
    assert fates(words, seconds=3) == {
        "a": Fate.DONE,
        "die": Fate.DIED,
        "b": Fate.DONE,
        "hang": Fate.LATE,
        "c": Fate.DONE,
        "raise": Fate.FAILED,
        "d": Fate.DONE,
    }


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")
def test_a_greedy_input_meets_the_memory_limit() -> None:
    assert fates(["grow", "a"], memory=512 * 2**20) == {"grow": Fate.MEMORY, "a": Fate.DONE}


def without_resource(word: str) -> bool:
    """Runs inside a worker, where it hides the module that only POSIX has, then asks for the limit again."""
    sys.modules["resource"] = None  # type: ignore[assignment]  # how Python marks a module that must not be found
    return limit_memory(2**30)


def test_without_resource_there_is_no_limit_and_no_failure() -> None:
    [outcome] = run(without_resource, ["a"])
    assert (outcome.fate, outcome.result) == (Fate.DONE, False)


def test_stopping_early_leaves_no_process_behind(tmp_path: Path) -> None:
    outcomes = run(write_pid, [str(tmp_path / "first"), str(tmp_path / "second")], count=1)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]  # a generator, promised as an iterator
    pid = int((tmp_path / "first").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_the_next_input_is_begun_while_the_caller_sees_to_what_is_finished(tmp_path: Path) -> None:
    second = tmp_path / "second"
    outcomes = run(write_pid, [str(tmp_path / "first"), str(second)], count=1)
    next(outcomes)
    given_up = time.monotonic() + 20
    while not second.exists() and time.monotonic() < given_up:
        time.sleep(0.05)
    assert second.exists()
    assert [outcome.fate for outcome in outcomes] == [Fate.DONE]


def write_pid(path: str) -> None:
    Path(path).write_text(str(os.getpid()))


def hang(path: str) -> None:
    with Path(path).open("w") as pipe:
        pipe.write("begun")
        pipe.flush()
        time.sleep(20)
        pipe.write(", and never stopped")


def call(path: str) -> None:
    list(run(hang, [path], seconds=2))


@pytest.mark.skipif(os.name == "nt", reason="pipes with names, and SIGKILL")
def test_a_worker_that_hangs_outlives_a_killed_caller_by_a_moment_only(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    caller = multiprocessing.get_context("spawn").Process(target=call, args=(str(tmp_path / "pipe"),))
    caller.start()
    with (tmp_path / "pipe").open() as pipe:
        told = pipe.read(5)
        caller.kill()
        told += pipe.read()  # until nobody has it open any more
    caller.join()
    assert told == "begun"
