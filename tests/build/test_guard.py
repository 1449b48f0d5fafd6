"""The guard of an artefact knows the original of each cleared piece from the catalogue, not from what places it."""

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


def faults(evidence, *, mixed_up=False, step=LADDER[-1]):
    """What is found in the files of a document that places the cleared piece, or what was taken for it."""
    item, _ = CLEARED
    pictures = list(pictures_in(compose_dossier(edition_of(CLEARED))[0]))
    if mixed_up:
        pictures = [replace(each, source=REFUSED[0].source, sha256=REFUSED[0].sha256) for each in pictures]
    derivatives, _ = derive(pictures, Originals(evidence=evidence, cache=evidence), evidence / "derivatives", step)
    cleared = Cleared(
        names=NameRule(),
        country="TR",
        public=(),
        items=frozenset({item.id}),
        looks=frozenset({read_picture(evidence / item.source).dhash}),
        originals={item.id: evidence / item.source},
    )
    guard = guard_of(cleared, pictures, derivatives, {})
    files = {each.path.read_bytes() for each in derivatives.values()}
    assert {hashlib.sha256(data).hexdigest() for data in files} <= guard.pictures
    return {problem.code for data in files for problem in guard.file_faults("1", data)}


@pytest.mark.parametrize("step", LADDER)
def test_a_cleared_photo_of_grain_passes_at_every_step(evidence, step):
    assert faults(evidence, step=step) == set()


def test_somebody_elses_picture_in_its_place_is_found(evidence):
    assert faults(evidence, mixed_up=True) == {"audit.picture"}
