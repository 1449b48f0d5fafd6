"""What people mean who name a pillar, a criterion or a plan."""

import pytest

from portfolio.build.target_meant import find_target
from portfolio.framework import read_framework

PACK = read_framework("etwinning-school", None)


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("model", "model"),
        ("Rol model", "model"),
        ("4-rol-model", "model"),
        ("open-days", "model/open-days"),
        ("Open Days", "model/open-days"),
        ("model/open-days", "model/open-days"),
        ("rol model/open-days", "model/open-days"),
        ("opens its doors", "model/open-days"),
        ("plan/model", "plan/model"),
        ("model/plan", "plan/model"),
        ("rol model / plan", "plan/model"),
        ("e-güvenlik", "e-safety"),
        ("e-güvenlik/plan", "plan/e-safety"),
    ],
)
def test_it_is_found_as_people_call_it(said, target):
    assert find_target(said, PACK, "tr").target == target


def test_what_is_misspelt_or_several_is_told():
    assert find_target("opendayss", PACK, "tr").nearest == "open-days"
    assert find_target("modle", PACK, "tr").nearest == "model"
    several = find_target("share", PACK, "en").several
    assert len(several) > 1
    assert find_target("plan", PACK, "tr").several[0] == "plan/leadership"
    nothing = find_target("zzzz", PACK, "tr")
    assert (nothing.target, nothing.several, nothing.nearest) == ("", (), "")
    assert find_target("", PACK, "tr").target == ""
