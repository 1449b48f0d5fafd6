"""A dossier stays below the size that a school sets: by its pictures alone, and by nothing that was written before."""

import random
import re
import shutil

import pytest
from PIL import Image
from projects import TODAY, cache_of, digests, load, make_project, portfolio, rewrite

from portfolio.build.run import build, foresee
from portfolio.model.artefact import Outcome
from portfolio.model.events import silent
from portfolio.render.quality import LADDER

PDF, DOCX = "evaluator/dossier.tr.pdf", "evaluator/dossier.tr.docx"
EVERYBODY_SAID = "evaluator_default: include"


def grain(path, seed):
    """A photo that is little but noise: large, and its look hangs on chance."""
    chance = random.Random(seed)
    image = Image.frombytes("RGB", (1200, 900), chance.randbytes(1200 * 900 * 3))
    image.save(path, quality=80)


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    root = make_project(tmp_path_factory.mktemp("boyut") / "okul")
    for number in range(6):
        grain(root / "evidence" / "3-ogrenciler" / f"gürültü {number}.jpg", number)
    rewrite(root / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[dossier, plaque]")
    rewrite(root / "portfolio.yaml", "[tr, en]", "[tr]")
    with (root / "portfolio.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"consent: {{{EVERYBODY_SAID}}}\n")
    return root


@pytest.fixture
def root(school, tmp_path):
    copy = tmp_path / "kopya"
    shutil.copytree(school, copy)
    return copy


def made(root, limit):
    """Build with a limit; each artefact by its path."""
    settings = root / "portfolio.yaml"
    lines = [line for line in settings.read_text("utf-8").splitlines() if not line.startswith("size_limit")]
    settings.write_text("\n".join([*lines, *([f"size_limit: {limit}"] if limit else []), ""]), "utf-8")
    run = build(load(root), draft=False, today=TODAY, report=silent)
    return {artefact.spec.path: artefact for artefact in run.artefacts}


def said(artefact):
    return {problem.code: dict(problem.values) for problem in artefact.problems if problem.code.startswith("size.")}


def test_what_is_mostly_noise_passes_the_guard(root):
    artefacts = made(root, "")
    assert {each.outcome for each in artefacts.values()} == {Outcome.MADE}
    assert artefacts[PDF].size > 1_000_000


def test_it_stays_below_the_limit_and_says_at_which_price(root):
    before = made(root, "")
    artefacts = made(root, "1,3 MB")
    assert {path for path, each in artefacts.items() if each.outcome is Outcome.MADE} == {PDF, DOCX}
    for path in (PDF, DOCX):
        assert artefacts[path].size <= 1_300_000 < before[path].size
        told = said(artefacts[path])["size.reduced"]
        assert told["limit"] == "1.3 MB"
        assert int(told["dpi"]) < int(told["full"])
        assert told["before"] == f"{before[path].size / 1e6:.1f} MB"
    # Word needs room for its fonts.
    assert int(said(artefacts[DOCX])["size.reduced"]["dpi"]) < int(said(artefacts[PDF])["size.reduced"]["dpi"])


def test_a_limit_that_is_wide_enough_changes_nothing(root):
    made(root, "")
    before = digests(root / "output" / "evaluator")
    artefacts = made(root, "100MB")
    assert said(artefacts[PDF]) == said(artefacts[DOCX]) == {}
    assert digests(root / "output" / "evaluator") == before


def test_what_no_step_brings_below_the_limit_is_there_and_named(root):
    artefact = made(root, "20kB")[PDF]
    assert artefact.outcome is Outcome.MADE
    told = said(artefact)["size.over"]
    assert (told["limit"], told["dpi"]) == ("20 kB", "80")
    assert made(root, told["size"])[PDF].size == artefact.size


def test_the_choice_depends_on_no_earlier_run(root, tmp_path):
    for limit in ("", "900kB", "1.3MB"):
        made(root, limit)
    grain(root / "evidence" / "3-ogrenciler" / "yeni.jpg", 99)
    made(root, "1.3MB")
    assert made(root, "1.3MB")[PDF].outcome is Outcome.FRESH
    clean = tmp_path / "temiz"
    shutil.copytree(root, clean, ignore=shutil.ignore_patterns("output"))
    made(clean, "1.3MB")
    assert digests(root / "output" / "evaluator") == digests(clean / "output" / "evaluator")


def test_another_limit_is_a_reason_to_make_it_anew_for_what_has_pictures(root):
    made(root, "1.3MB")
    rewrite(root / "portfolio.yaml", "size_limit: 1.3MB", "size_limit: 1.1MB")
    prospect = foresee(load(root), draft=False, today=TODAY, report=silent)
    reasons = {spec.path: [each.code for each in why] for spec, why in prospect.artefacts}
    assert {path for path, why in reasons.items() if why == ["stale.size-limit"]} == {PDF, DOCX}
    assert all(not why for path, why in reasons.items() if path not in (PDF, DOCX))


def test_no_smaller_picture_is_drawn_again_after_another_photo_came(root):
    made(root, "1.3MB")
    folder = cache_of(root) / "derivatives"
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    grain(root / "evidence" / "3-ogrenciler" / "yeni.jpg", 99)
    made(root, "1.3MB")
    after = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    kept = before.keys() & after.keys()
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    # Those that stand in another place now are other pictures; of all the rest every step is there.
    assert {dpi for name in kept for dpi in re.findall(r"-(\d+)dpi-", name)} == {str(step.dpi) for step in LADDER}
    assert len(kept) > len(before) / 2


def test_a_size_that_cannot_be_read_is_one_sentence(root, capsys):
    for wrong in ("big", "10", "0MB", "10 GB"):
        (root / "portfolio.yaml").write_text(
            "school: {name: Okul, country: TR}\nlanguages: [tr]\n" + f"size_limit: {wrong}\n", encoding="utf-8"
        )
        assert portfolio("build", root=root) != 0
        told = capsys.readouterr()
        assert (told.out + told.err).count("portfolio.yaml:3") == 1, wrong
