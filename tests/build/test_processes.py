"""Pictures and artefacts are made in several processes; one that ends badly is named, and the rest are made."""

import os
import time

import pytest
from compose.editions import edition_of, photo
from PIL import Image

from portfolio.build import processes
from portfolio.build.guard import Cleared
from portfolio.build.job import Job, Made
from portfolio.build.processes import draw_all, make_all
from portfolio.compose.dossier import compose_dossier
from portfolio.files.originals import Originals
from portfolio.model.artefact import Format
from portfolio.model.composed import pictures_in
from portfolio.namerule import NameRule
from portfolio.render.derivatives import mark_of, undrawn
from portfolio.render.quality import LADDER
from portfolio.themes import load_theme

PIECES = [photo(f"kare {number}", "students") for number in range(8)]


@pytest.fixture
def many(monkeypatch):
    """Two processes, whatever computer this is and however little there is to do."""
    monkeypatch.setattr(processes, "cores", lambda: 2)
    monkeypatch.setattr(processes, "WORTH", 0)
    monkeypatch.setattr(processes, "WORTH_PICTURES", 0)


def dossier():
    return compose_dossier(edition_of(*PIECES))[0]


def job(folder, name, form=Format.PDF):
    return Job(
        document=dossier(),
        format=form,
        theme=load_theme("base", None),
        logos={},
        derivatives=folder / "derivatives",
        faults={},
        cleared=Cleared(names=NameRule(), country="TR", public=(), items=frozenset(), looks=frozenset()),
        files={},
        target=folder / name,
    )


def behave(job):
    """A task that does what the name of its target says, and says which process did it."""
    match job.target.stem:
        case "hang":
            time.sleep(60)
        case "die":
            os._exit(3)
        case "grow":
            raise MemoryError
    return Made(details=str(os.getpid()))


def codes(made):
    return {job.target.stem: [problem.code for problem in result.problems] for job, result in made}


def test_what_hangs_dies_or_grows_is_named_and_the_rest_is_made(many, monkeypatch, tmp_path):
    monkeypatch.setattr(processes, "SECONDS", 15.0)  # time enough to load all libraries
    monkeypatch.setattr(processes, "SECONDS_EACH", 0.0)
    jobs = [job(tmp_path, f"{name}.pdf") for name in ("one", "die", "hang", "two", "grow", "three")]
    found = codes(make_all(jobs, behave))
    assert found == {
        "one": [],
        "die": ["artefact.died"],
        "hang": ["artefact.late"],
        "two": [],
        "grow": ["artefact.memory"],
        "three": [],
    }


def processes_of(jobs):
    return {result.details for _, result in make_all(jobs, behave)}


def test_one_artefact_little_work_or_one_core_starts_no_process(monkeypatch, tmp_path):
    here = {str(os.getpid())}
    two = [job(tmp_path, "a.pdf"), job(tmp_path, "b.pdf")]
    monkeypatch.setattr(processes, "cores", lambda: 8)
    assert processes_of(two) == here  # not worth it
    monkeypatch.setattr(processes, "WORTH", 0)
    assert processes_of(two[:1]) == here
    assert processes_of([two[0], job(tmp_path, "c.txt", Format.TEXT)]) == here
    assert here.isdisjoint(processes_of(two))
    monkeypatch.setattr(processes, "cores", lambda: 1)
    assert processes_of(two) == here


def test_memory_that_is_wanting_here_is_told_the_same_way(monkeypatch, tmp_path):
    monkeypatch.setattr(processes, "cores", lambda: 1)
    assert codes(make_all([job(tmp_path, "grow.pdf")], behave)) == {"grow": ["artefact.memory"]}


@pytest.mark.parametrize("count", [1, 2])
def test_each_picture_is_drawn_once_and_what_cannot_be_drawn_is_named(many, monkeypatch, tmp_path, count):
    monkeypatch.setattr(processes, "cores", lambda: count)
    pictures = list(pictures_in(dossier()))
    for item, _ in PIECES[1:]:
        Image.effect_noise((80, 60), 50).save(tmp_path / item.source, "JPEG")
    (tmp_path / PIECES[0][0].source).write_bytes(b"no picture")
    originals, folder = Originals(evidence=tmp_path, cache=tmp_path), tmp_path / "derivatives"
    faults = draw_all([*pictures, *pictures], originals, folder)
    broken = {mark_of(picture) for picture in pictures if picture.item == PIECES[0][0].id}
    assert faults.keys() == broken
    assert {fault.code for fault in faults.values()} == {"picture.undrawable"}
    made = {path.name.partition("-")[0]: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert made.keys() == {mark_of(picture) for picture in pictures} - broken
    draw_all(pictures, originals, folder)
    assert {path.name.partition("-")[0]: path.stat().st_mtime_ns for path in folder.iterdir()} == made


def test_smaller_ones_are_drawn_beside_them_but_none_of_what_could_not_be_drawn(many, tmp_path):
    pictures = list(pictures_in(dossier()))
    for item, _ in PIECES[1:]:
        Image.effect_noise((80, 60), 50).save(tmp_path / item.source, "JPEG")
    originals, folder = Originals(evidence=tmp_path, cache=tmp_path), tmp_path / "derivatives"
    faults = draw_all(pictures, originals, folder)
    assert faults
    assert draw_all(pictures, originals, folder, LADDER[1:], faults) == {}
    assert undrawn(pictures, folder, LADDER).keys() == faults.keys()


def test_there_is_a_core():
    assert processes.cores() >= 1
