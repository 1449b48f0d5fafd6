"""A site as it is built: whom it shows, where it lies, when it is made again, and what becomes of what was edited."""

import io
import json
import shutil

import pytest
from PIL import Image
from projects import cache_of, digests, make_project, photograph, portfolio, rewrite

REGISTER = """\
person;role;scopes;given_on;by;expires_on;withdrawn_on
Ada Billurköşk;pupil;web;2025-09-15;mother;;{}
"""


@pytest.fixture
def school(tmp_path):
    """A school with one photo that the web may see, and one that it may not."""
    root = make_project(tmp_path / "school")
    rewrite(root / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[site]")
    rewrite(root / "portfolio.yaml", "[tr, en]", "[tr]")
    return root


def site(root, audience="web"):
    return root / "output" / audience / "site" / "tr"


def pictures(root, audience="web"):
    return sorted((site(root, audience) / "pictures").iterdir())


def test_a_site_shows_what_the_web_may_see_in_two_sizes_without_metadata(school):
    photograph(school / "evidence" / "4-rol-model" / "açık kapı günü.jpg", size=(2400, 1800))
    assert portfolio("build", root=school) == 0
    made = [Image.open(io.BytesIO(path.read_bytes())) for path in pictures(school)]
    assert {image.size for image in made} == {(1600, 1200), (640, 480)}
    assert not [image for image in made if image.getexif() or image.info.get("comment")]
    text = (site(school) / "index.html").read_text(encoding="utf-8")
    assert 'id="r-4.1"' in text
    assert "r-3.1" not in text


def test_nothing_is_made_again_until_something_changes(school, capsys):
    assert portfolio("build", root=school) == 0
    first = digests(site(school))
    assert portfolio("build", "--only", "site", root=school) == 0
    assert "unchanged" in capsys.readouterr().out
    assert digests(site(school)) == first


def test_what_is_no_longer_shown_leaves_the_folder(school):
    photograph(school / "evidence" / "4-rol-model" / "bahçe.jpg", colour="navy", at=(0, 0))
    with (school / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write(";4-rol-model/bahçe.jpg;people;yok;Koordinatör;2026-11-01;\n")
    assert portfolio("build", root=school) == 0
    before = pictures(school)
    (school / "evidence" / "4-rol-model" / "bahçe.jpg").unlink()
    assert portfolio("build", root=school) == 0
    assert set(pictures(school)) < set(before)


def test_a_draft_lies_with_the_schools_own_files(school):
    assert portfolio("build", "--draft", root=school) == 0
    assert not site(school).exists()
    assert "draft" in (site(school, "private") / "index.html").read_text(encoding="utf-8")


def test_where_a_page_was_edited_the_new_site_lies_beside_it(school):
    assert portfolio("build", root=school) == 0
    page = site(school) / "index.html"
    page.write_text("mine", encoding="utf-8")
    rewrite(school / "narrative" / "model.tr.md", "açıyoruz", "açarız")
    assert portfolio("build", root=school) == 0
    assert page.read_text(encoding="utf-8") == "mine"
    assert "açarız" in (page.parents[1] / "tr.new" / "index.html").read_text(encoding="utf-8")


def test_what_was_edited_is_named_as_long_as_the_new_one_lies_beside_it(school, capsys):
    assert portfolio("build", root=school) == 0
    (site(school) / "index.html").write_text("mine", encoding="utf-8")
    rewrite(school / "narrative" / "model.tr.md", "açıyoruz", "açarız")
    for _ in range(3):
        capsys.readouterr()
        assert portfolio("build", root=school) == 0
        assert "web/site/tr: somebody edited a file of this folder" in " ".join(capsys.readouterr().out.split())


def test_a_site_of_which_nothing_is_remembered_is_named_once(school, capsys):
    """As after a project was moved, where it may show somebody whose consent has ended."""
    assert portfolio("build", root=school) == 0
    shutil.rmtree(cache_of(school))
    photograph(school / "evidence" / "4-rol-model" / "ada.jpg", colour="navy", at=(0, 0))
    with (school / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write(";4-rol-model/ada.jpg;people;Ada Billurköşk;Koordinatör;2026-11-01;\n")
    (school / "consent.csv").write_text(REGISTER.format("2026-11-01"), encoding="utf-8")
    capsys.readouterr()
    assert portfolio("build", "--json", root=school) == 0
    problems = json.loads(capsys.readouterr().out)["problems"]
    told = [each["file"] for each in problems if each["code"] == "artefact.unknown-withdrawn"]
    assert told == ["web/site/tr"]


def test_an_edited_site_that_shows_who_has_withdrawn_is_named_with_its_pictures(school, capsys):
    """Whoever deletes no more than the page leaves the face beside it."""
    photograph(school / "evidence" / "4-rol-model" / "ada.jpg", colour="navy", at=(0, 0))
    with (school / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write(";4-rol-model/ada.jpg;people;Ada Billurköşk;Koordinatör;2026-11-01;\n")
    register = school / "consent.csv"
    register.write_text(REGISTER.format(""), encoding="utf-8")
    assert portfolio("build", root=school) == 0
    (site(school) / "index.html").write_text("mine", encoding="utf-8")
    register.write_text(REGISTER.format("2026-11-01"), encoding="utf-8")
    capsys.readouterr()
    assert portfolio("build", "--json", root=school) == 0
    problems = json.loads(capsys.readouterr().out)["problems"]
    told = [each["file"] for each in problems if each["code"] == "artefact.edited-withdrawn"]
    assert told == ["web/site/tr"]
    assert portfolio("consent", "where", "Ada Billurköşk", root=school) == 0
    assert "web/site/tr: somebody edited it" in " ".join(capsys.readouterr().out.split())
