"""A file gets the finest pictures with which it stays below its limit, whatever is guessed of the rest of it."""

import pytest
from compose.editions import edition_of, photo
from PIL import Image

from portfolio.build.budget import Drawn, guess_rest, is_tight, limit_for, write_within
from portfolio.compose.dossier import compose_dossier
from portfolio.compose.poster import compose_poster
from portfolio.files.originals import Originals
from portfolio.model.artefact import Format
from portfolio.model.composed import pictures_in
from portfolio.model.problem import error, warning
from portfolio.render.derivatives import Derivative, derive, weight_of
from portfolio.render.quality import LADDER
from portfolio.themes import load_theme

REST = 500
WEIGHTS = dict(zip(LADDER, (1000, 700, 500, 350, 240, 160), strict=True))


class Press:
    """Writes files of the rest and the pictures of a step, and remembers the steps."""

    def __init__(self, target, rest=REST):
        self.target, self.rest, self.steps = target, rest, []

    def draw(self, step):
        size = WEIGHTS[step] - 10  # a drawing of 10 bytes is the same at each step
        files = {"a": ("drawing", 10), "b": (f"photo {step.dpi}", size), "c": (f"photo {step.dpi}", size)}
        made = {
            key: Derivative(key=key, path=self.target, width_px=1, height_px=1, sha256=sha256, size=size)
            for key, (sha256, size) in files.items()
        }
        return Drawn(step=step, derivatives=made, problems=())

    def write(self, drawn):
        self.steps.append(LADDER.index(drawn.step))
        self.target.write_bytes(bytes(self.rest + drawn.weight))
        return ()

    def within(self, limit, rest):
        drawn, problems = write_within(limit, rest, self.draw, self.write, self.target)
        return LADDER.index(drawn.step), problems


@pytest.fixture
def press(tmp_path):
    return Press(tmp_path / "dossier.tr.pdf")


@pytest.mark.parametrize(("limit", "step"), [(1500, 0), (1499, 1), (1200, 1), (1199, 2), (741, 4), (660, 5), (659, 5)])
@pytest.mark.parametrize("guess", [0, 100, 400, REST, 700, 5000])
def test_the_best_step_that_fits_whatever_is_guessed(press, limit, step, guess):
    assert press.within(limit, guess)[0] == step
    assert press.target.stat().st_size == REST + WEIGHTS[LADDER[step]]


def test_a_good_guess_writes_once_and_a_bad_one_twice(press):
    press.within(1000, 450)
    assert press.steps == [2]
    press.within(1000, 0)
    assert press.steps[1:] == [0, 2]
    press.within(1000, 700)
    assert press.steps[3:] == [4, 2]


def test_it_does_not_go_up_and_down_for_a_few_bytes(press):
    """The rest is a little more with better pictures than with worse ones: the better one just does not fit."""
    draw, exact = press.draw, press.write

    def write(drawn):
        press.rest = REST + (20 if drawn.step is LADDER[2] else 0)
        return exact(drawn)

    drawn, _ = write_within(1010, 700, draw, write, press.target)
    assert press.steps == [4, 2, 3]
    assert drawn.step is LADDER[3]


def test_no_smaller_pictures_are_drawn_than_are_needed(press):
    drawn = []

    def draw(step):
        drawn.append(LADDER.index(step))
        return press.draw(step)

    write_within(1200, REST, draw, press.write, press.target)
    assert drawn == [0, 1]


def test_what_was_made_smaller_is_told(press):
    press.rest = 2_000_000
    _, (problem,) = press.within(2_000_400, press.rest)
    told = dict(problem.values)
    assert problem.code == "size.reduced"
    assert (told["n"], told["dpi"], told["full"], told["step"], told["steps"]) == ("1", "125", "200", "4", "6")
    assert problem.where.file == "dossier.tr.pdf"
    assert press.within(3_000_000, press.rest)[1] == ()


def test_what_is_impossible_is_written_as_small_as_it_gets_and_told(press):
    press.rest = 2_400_000
    step, (problem,) = press.within(1_500_000, press.rest)
    assert step == len(LADDER) - 1
    assert press.target.stat().st_size == 2_400_160
    assert (problem.code, problem.severity) == ("size.over", "warning")
    assert dict(problem.values) == {"limit": "1.5 MB", "size": "2.5 MB", "dpi": "80"}


def test_a_file_that_fails_is_not_tried_again(press):
    def write(drawn):
        press.steps.append(LADDER.index(drawn.step))
        return (error("pdf.failed"),)

    _, problems = write_within(1300, 0, press.draw, write, press.target)
    assert [problem.code for problem in problems] == ["pdf.failed"]
    assert press.steps == [0]


def test_what_writing_says_is_said_once(press):
    def write(drawn):
        press.write(drawn)
        return (warning("pdf.letters"),)

    _, problems = write_within(1000, 0, press.draw, write, press.target)
    assert [problem.code for problem in problems] == ["pdf.letters", "size.reduced"]


PIECES = [photo(f"kare {number}", "students") for number in range(3)]


def test_a_limit_concerns_documents_with_pictures():
    dossier, _ = compose_dossier(edition_of(*PIECES))
    poster, _ = compose_poster(edition_of(*PIECES))
    assert [limit_for(dossier, form, 9) for form in (Format.PDF, Format.DOCX, Format.TEXT)] == [9, 9, None]
    assert limit_for(poster, Format.PDF, 9) is None
    assert limit_for(dossier, Format.PDF, None) is None


def test_smaller_pictures_are_drawn_beforehand_where_the_best_may_be_too_large(tmp_path):
    dossier, _ = compose_dossier(edition_of(*PIECES))
    pictures, theme = list(pictures_in(dossier)), load_theme("base", None)
    for item, _ in PIECES:
        Image.effect_noise((800, 600), 50).save(tmp_path / item.source, "JPEG")
    folder = tmp_path / "derivatives"
    derive(pictures, Originals(evidence=tmp_path, cache=tmp_path), folder)
    for form in (Format.PDF, Format.DOCX):
        needed = guess_rest(dossier, form, theme, ()) + weight_of(pictures, folder)
        assert is_tight(dossier, form, theme, (), folder, needed)
        assert not is_tight(dossier, form, theme, (), folder, needed * 2)
        assert not is_tight(dossier, form, theme, (), folder, None)
