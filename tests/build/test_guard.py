"""The guard of an artefact knows the original of each cleared piece from the catalogue, not from what places it.

What was made is not decoded again: its look is remembered with its bytes, and still held against what is cleared.
"""

import hashlib
import random
from dataclasses import replace

import pytest
from compose.editions import edition_of, photo
from PIL import Image, ImageDraw

from portfolio.build.guard import Cleared, guard_of
from portfolio.compose.dossier import compose_dossier
from portfolio.files.originals import Originals
from portfolio.files.picture import read_picture
from portfolio.model.composed import pictures_in
from portfolio.namerule import NameRule
from portfolio.render.derivatives import derive
from portfolio.render.quality import LADDER

CLEARED, REFUSED = (photo(name, "students") for name in ("izinli", "izinsiz"))


@pytest.fixture
def evidence(tmp_path):
    """A cleared photo that is all grain, and one of somebody who refused."""
    grain = Image.frombytes("L", (1600, 1200), random.Random(3).randbytes(1600 * 1200))
    grain.save(tmp_path / CLEARED[0].source, "JPEG", quality=80)
    somebody = Image.new("L", (1600, 1200), 120)
    ImageDraw.Draw(somebody).ellipse((500, 300, 1000, 900), fill=200)
    somebody.save(tmp_path / REFUSED[0].source, "JPEG", quality=80)
    return tmp_path


def placed(*, mixed_up=False):
    """The pictures of a document that places the cleared piece, or what was taken for it."""
    pictures = list(pictures_in(compose_dossier(edition_of(CLEARED))[0]))
    if mixed_up:
        return [replace(each, source=REFUSED[0].source, sha256=REFUSED[0].sha256) for each in pictures]
    return pictures


def drawn(evidence, pictures, step=LADDER[-1]):
    derivatives, problems = derive(
        pictures, Originals(evidence=evidence, cache=evidence), evidence / "derivatives", step
    )
    assert problems == ()
    return derivatives


def guard_for(evidence, pictures, derivatives):
    item, _ = CLEARED
    cleared = Cleared(
        names=NameRule(),
        country="TR",
        public=(),
        items=frozenset({item.id}),
        looks=frozenset({read_picture(evidence / item.source).dhash}),
        originals={item.id: evidence / item.source},
    )
    return guard_of(cleared, pictures, derivatives, {})


def faults(evidence, *, mixed_up=False, step=LADDER[-1]):
    """What is found in the files of a document that places the cleared piece, or what was taken for it."""
    pictures = placed(mixed_up=mixed_up)
    derivatives = drawn(evidence, pictures, step)
    guard = guard_for(evidence, pictures, derivatives)
    files = {each.path.read_bytes() for each in derivatives.values()}
    assert {hashlib.sha256(data).hexdigest() for data in files} <= guard.pictures
    return {problem.code for data in files for problem in guard.file_faults("1", data)}


@pytest.mark.parametrize("step", LADDER)
def test_a_cleared_photo_of_grain_passes_at_every_step(evidence, step):
    assert faults(evidence, step=step) == set()


def test_somebody_elses_picture_in_its_place_is_found(evidence):
    assert faults(evidence, mixed_up=True) == {"audit.picture"}


def test_what_was_made_is_known_by_its_bytes_and_not_decoded_again(evidence, monkeypatch):
    pictures = placed()
    derivatives = drawn(evidence, pictures)
    derivative = next(iter(derivatives.values()))
    guard = replace(guard_for(evidence, pictures, derivatives), looks=frozenset({derivative.look}))
    monkeypatch.setattr("portfolio.audit.guard.look_of", None)
    assert not list(guard.file_faults("1", derivative.path.read_bytes()))


def test_a_file_that_took_the_place_of_one_that_was_made_is_found(evidence):
    pictures = placed()
    derivatives = drawn(evidence, pictures)
    guard = guard_for(evidence, pictures, derivatives)
    stranger = next(iter(drawn(evidence, placed(mixed_up=True)).values())).path
    assert [fault.code for fault in guard.file_faults("1", stranger.read_bytes())] == ["audit.picture"]


def test_a_remembered_look_of_other_bytes_is_not_believed(evidence):
    """As if the look of a cleared picture had been written beside that of somebody else."""
    pictures = placed(mixed_up=True)
    derivatives = drawn(evidence, pictures)
    guard = guard_for(evidence, pictures, derivatives)
    stranger = next(iter(derivatives.values())).path.read_bytes()
    forged = replace(guard, seen={"0" * 64: next(iter(guard.looks))})
    assert [fault.code for fault in forged.file_faults("1", stranger)] == ["audit.picture"]


def test_a_page_whose_look_nobody_knows_tells_nothing_of_itself(evidence):
    """Where no original looks as what is shown, only what was seen when it was made may tell it."""
    pages = [replace(each, page=1) for each in placed()]
    made = drawn(evidence, placed())
    known = dict(zip((each.key for each in pages), made.values(), strict=True))
    unknown = {key: replace(each, look="") for key, each in known.items()}
    assert all(each.look in guard_for(evidence, pages, known).looks for each in known.values())
    assert guard_for(evidence, pages, unknown).looks == {read_picture(evidence / CLEARED[0].source).dhash}
