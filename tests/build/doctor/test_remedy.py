"""Every check that has a command has one on every system, in words of that system."""

import pytest

from portfolio.build.doctor import remedy as module
from portfolio.build.doctor.remedy import SYSTEMS, find_system, remedy
from portfolio.files.node import flat
from portfolio.files.yamlfile import read_yaml

TOLD = flat(read_yaml(module._FILE))


def test_every_system_has_its_command():
    checks = {key.rpartition(".")[0] for key in TOLD}
    assert len(checks) > 4
    assert TOLD.keys() == {f"{check}.{system}" for check in checks for system in SYSTEMS}


@pytest.mark.parametrize("system", SYSTEMS)
def test_languages_are_filled_in(monkeypatch, system):
    monkeypatch.setattr(module, "find_system", lambda: system)
    for check in {key.rpartition(".")[0] for key in TOLD}:
        assert "{" not in remedy(check, ["tur", "swe"])


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("ID=ubuntu\nID_LIKE=debian\n", "debian"),
        ('ID=pardus\nID_LIKE="debian"\n', "debian"),
        ('ID=rocky\nID_LIKE="rhel centos fedora"\n', "fedora"),
        ("ID=debian\n", "debian"),
        ("ID=arch\n", "other"),
    ],
)
def test_a_distribution_counts_as_what_it_is_like(tmp_path, monkeypatch, text, system):
    (tmp_path / "os-release").write_text(text)
    monkeypatch.setattr(module, "_RELEASE", tmp_path / "os-release")
    monkeypatch.setattr("sys.platform", "linux")
    assert find_system() == system


@pytest.mark.parametrize(("platform", "system"), [("win32", "windows"), ("darwin", "macos")])
def test_other_systems(monkeypatch, platform, system):
    monkeypatch.setattr("sys.platform", platform)
    assert find_system() == system


def test_without_a_release_file(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_RELEASE", tmp_path / "none")
    monkeypatch.setattr("sys.platform", "linux")
    assert find_system() == "other"
