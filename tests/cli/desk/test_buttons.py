"""Build, Draft and Open folder pressed in a browser, and what is typed meanwhile or elsewhere."""

import threading

import pytest
from playwright.sync_api import expect
from projects import rewrite

from portfolio.cli.desk import making
from portfolio.errors import OutputError
from portfolio.model.events import Progress, Stage
from portfolio.model.problem import Place, error


@pytest.fixture(autouse=True)
def plaques_alone(school):
    """What is quick to make, and texts that stay as they were."""
    files = [school.root / "portfolio.yaml", school.root / "narrative" / "model.tr.md"]
    before = {file: file.read_bytes() for file in files}
    rewrite(files[0], "[dossier, poster-mission, plaque]", "[plaque]")
    yield
    for file, data in before.items():
        file.write_bytes(data)


@pytest.fixture
def held(monkeypatch):
    """A making that has done one of three and goes on when it is let go; then it cannot write."""
    go_on = threading.Event()

    def slowly(project, words, *, today, report, draft):
        report(Progress(stage=Stage.RENDER, done=1, total=3, name=f"a.pdf, draft: {draft}"))
        go_on.wait(30)
        raise OutputError(error("output.unwritable", Place(file="a.pdf"), why="held"))

    monkeypatch.setattr(making, "make_all", slowly)
    yield go_on
    go_on.set()


def press(page, name):
    page.get_by_role("navigation", name="What else there is").get_by_role("button", name=name, exact=True).press(
        "Enter"
    )


def test_build_makes_the_documents_and_says_what_became_of_each(opened, school):
    page = opened()
    press(page, "Build")
    page.wait_for_url("**/making")
    expect(page.get_by_role("row").filter(has_text="print/plaque.tr.pdf")).to_contain_text("made", timeout=60_000)
    expect(page.get_by_role("status").filter(has_text="All is made.")).to_be_visible()
    assert (school.root / "output" / "print" / "plaque.tr.pdf").exists()


def test_how_far_a_draft_is_moves_on_the_page_and_its_end_is_told(opened, held):
    page = opened("texts")
    press(page, "Draft")
    expect(page.locator("#made-count")).to_have_text("1 / 3")
    expect(page.locator("#made-name")).to_have_text("a.pdf, draft: True")
    assert page.locator("#made").evaluate("bar => bar.value / bar.max") == pytest.approx(1 / 3)
    press(page, "Build")
    expect(page.get_by_role("alert")).to_contain_text("not begun a second time")
    held.set()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was made.")
    expect(page.locator(".problem")).to_contain_text("cannot be written (held)")


def test_what_is_saved_while_documents_are_made_waits_and_no_word_is_lost(opened, school, held):
    page = opened("texts/tr/model")
    page.locator("#text").fill("Bu söz bekler.")
    press(opened(), "Build")
    with page.expect_response(lambda answer: answer.status == 503):
        page.locator(".save button").press("Enter")
    expect(page.locator("main")).to_contain_text("being made just now")
    assert "Bu söz bekler." not in (school.root / "narrative" / "model.tr.md").read_text("utf-8")
    held.set()
    school.wait()
    page.get_by_role("button", name="Try again").press("Enter")
    expect(page.locator(".saved")).to_be_visible()
    assert (school.root / "narrative" / "model.tr.md").read_text("utf-8").startswith("Bu söz bekler.")


def test_open_folder_opens_the_project_s_own(opened, school, monkeypatch):
    folders = []
    monkeypatch.setattr(making, "open_folder", lambda folder: folders.append(folder) or True)
    page = opened("settings")
    press(page, "Open folder")
    page.wait_for_url("**/making")
    assert [folder.is_relative_to(school.root) for folder in folders] == [True]


def test_a_text_that_was_changed_elsewhere_is_shown_beside_what_was_typed(opened, school):
    page, file = opened("texts/tr/model"), school.root / "narrative" / "model.tr.md"
    page.locator("#text").fill("Bunu ben yazdım.")
    file.write_text("Bunu başkası yazdı.\n", encoding="utf-8")
    page.locator(".save button").press("Enter")
    expect(page.locator("h1")).to_have_text("Somebody else wrote here meanwhile")
    expect(page.locator("pre")).to_have_text("Bunu başkası yazdı.")
    expect(page.locator("#text")).to_have_value("Bunu ben yazdım.")
    assert file.read_text("utf-8") == "Bunu başkası yazdı.\n"
    page.locator("#text").fill("İkisini de.\n\nBunu başkası yazdı.")
    page.get_by_role("button", name="Save what is written here").press("Enter")
    expect(page.locator(".saved")).to_be_visible()
    assert file.read_text("utf-8").startswith("İkisini de.\n\nBunu başkası yazdı.")
