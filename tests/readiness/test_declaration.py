"""How the signed declaration stands: kept and of this round, of another time, or still to come."""

from datetime import date

import pytest
from readiness.pack import taken

from portfolio.model.framework import Round
from portfolio.readiness.declaration import find_declaration

ROUND = Round(name="spring", opens_on=date(2027, 2, 11), closes_on=date(2027, 3, 9), source="ours")
OLD, UNDATED, NEW = (
    taken("2025.pdf", date(2025, 3, 1)),
    taken("scan.pdf", None),
    taken("2027.pdf", date(2027, 2, 20)),
)


def stands(*scans, of=ROUND, today=date(2027, 2, 12)):
    (found,) = find_declaration(scans, of, today, "evidence/inbox")
    return str(found.state), found.why.code.removeprefix("condition.declaration-"), dict(found.why.values).get("file")


@pytest.mark.parametrize(
    ("scans", "stand"),
    [
        ((OLD, UNDATED, NEW), ("met", "met", "2027.pdf")),
        ((OLD, UNDATED), ("unknown", "undated", "scan.pdf")),
        ((OLD,), ("unmet", "old", "2025.pdf")),
        ((), ("unmet", "none", None)),
    ],
)
def test_the_scan_that_fits_best_is_told(scans, stand):
    assert stands(*scans) == stand


def test_before_the_round_opens_there_is_nothing_to_sign():
    assert stands(today=date(2026, 11, 20)) == ("later", "none", None)
    assert stands(of=None) == ("later", "none", None)
    assert stands(NEW, of=None) == ("unknown", "unopened", "2027.pdf")
