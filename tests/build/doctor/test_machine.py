"""What is found on a computer that lacks something: each fault is planted."""

import pytest

from portfolio.build.doctor import machine
from portfolio.build.doctor.finding import CHECKS
from portfolio.errors import MissingDependencyError
from portfolio.files.tesseract import Tesseract, TesseractError
from portfolio.model.problem import Severity, error


def give(monkeypatch, name, value):
    """Let a function that a check asks answer this, or raise it."""

    def answer(*given):
        if isinstance(value, Exception):
            raise value
        return value

    monkeypatch.setattr(machine, name, answer)


def code(finding):
    return finding.problem.code if finding.problem else ""


@pytest.fixture(autouse=True)
def debian(monkeypatch):
    monkeypatch.setattr("portfolio.build.doctor.remedy.find_system", lambda: "debian")


def values(finding):
    return dict(finding.problem.values)


def test_an_old_python(monkeypatch):
    assert code(machine.check_python()) == ""
    monkeypatch.setattr("platform.python_version_tuple", lambda: ("3", "10", "2"))
    finding = machine.check_python()
    assert (code(finding), finding.problem.severity) == ("doctor.python-old", Severity.ERROR)


def test_a_narrow_python(monkeypatch):
    monkeypatch.setattr("struct.calcsize", lambda _: 4)
    assert code(machine.check_python()) == "doctor.python-narrow"


def test_no_pango(monkeypatch):
    give(monkeypatch, "load_engine", MissingDependencyError(error("system.no-pango")))
    finding = machine.check_pango()
    assert (code(finding), finding.problem.severity) == ("doctor.no-pango", Severity.ERROR)
    assert values(finding)["command"].startswith("sudo apt install libpango")


def test_no_heic_is_worse_where_there_are_such_photos(monkeypatch):
    give(monkeypatch, "reads_heic", False)
    assert [machine.check_heic(n).problem.severity for n in (0, 2)] == [Severity.WARNING, Severity.ERROR]


def test_no_tesseract(monkeypatch):
    give(monkeypatch, "find_tesseract", None)
    finding = machine.check_tesseract(["tr"])
    assert code(finding) == "doctor.no-tesseract"
    assert values(finding)["command"] == "sudo apt install tesseract-ocr tesseract-ocr-tur tesseract-ocr-eng"


def test_tesseract_without_a_language(monkeypatch):
    give(monkeypatch, "find_tesseract", Tesseract(program="tesseract", stamp=""))
    give(monkeypatch, "every_language", frozenset({"eng", "tur"}))
    assert code(machine.check_tesseract(["tr", "xx"])) == ""
    finding = machine.check_tesseract(["tr", "sv", "en", "fi"])
    assert values(finding) == {"codes": "swe, fin", "command": "sudo apt install tesseract-ocr-swe tesseract-ocr-fin"}


def test_tesseract_that_does_not_run(monkeypatch):
    give(monkeypatch, "find_tesseract", Tesseract(program="tesseract", stamp=""))
    give(monkeypatch, "every_language", TesseractError("it could not be run"))
    assert code(machine.check_tesseract([])) == "doctor.tesseract-broken"


@pytest.mark.parametrize(
    ("zone", "country", "found"),
    [
        ("UTC", "TR", "doctor.time-zone"),
        ("UTC", "IS", ""),
        ("UTC", "", ""),
        ("Europe/Istanbul", "TR", ""),
    ],
)
def test_a_clock_by_world_time(monkeypatch, zone, country, found):
    import time

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert code(machine.check_time_zone(country)) == found
    finally:
        monkeypatch.undo()
        time.tzset()


def test_every_check_of_the_computer_is_made():
    told = [finding.check for finding in machine.check_machine(["en"], "", 0)]
    assert tuple(told) == CHECKS[: len(told)]
    assert len(told) == 5
