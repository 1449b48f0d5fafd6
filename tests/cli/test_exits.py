"""The exit code that tells most; the numbers are a stable interface."""

import pytest

from portfolio.cli.exits import ORDER, first_of
from portfolio.errors import ExitCode


def test_numbers_never_change():
    assert {code.name: code.value for code in ExitCode} == {
        "DONE": 0,
        "UNEXPECTED": 1,
        "USAGE": 2,
        "PROJECT": 3,
        "EVIDENCE": 4,
        "ARTEFACT": 5,
        "DEPENDENCY": 6,
        "OUTPUT": 7,
        "GAPS": 8,
        "IN_USE": 9,
        "DIFFERENCES": 10,
        "INTERRUPTED": 130,
    }


def test_every_code_but_done_has_its_rank():
    assert {*ORDER, ExitCode.DONE} == set(ExitCode)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ([], ExitCode.DONE),
        ([ExitCode.GAPS, ExitCode.EVIDENCE], ExitCode.EVIDENCE),
        ([ExitCode.ARTEFACT, ExitCode.DEPENDENCY], ExitCode.DEPENDENCY),
        ([ExitCode.GAPS, ExitCode.INTERRUPTED], ExitCode.INTERRUPTED),
    ],
)
def test_the_first_that_applies_wins(codes, expected):
    assert first_of(codes) is expected
