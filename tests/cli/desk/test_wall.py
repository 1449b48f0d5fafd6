"""The wall in a real browser: dragged, by keys, by the menu, without a script; whatever is done can be taken back."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from portfolio.cli.desk.cards import name_of
from portfolio.model.evidence import Quotation
from portfolio.model.text import LocalText, Origin, Sourced


@pytest.fixture
def olive(school):
    return school.id_of("kalın")


@pytest.fixture
def tree(school):
    return school.id_of("ağaç.jpg")


@pytest.fixture
def page(opened, school):
    return opened(height=3000)  # what is dragged, and where to, is seen at once


def column(page, item):
    return page.locator(f"[id='{item}']").evaluate("card => card.closest('section').id")


def undo(page):
    with page.expect_response("**/undo"):
        page.locator("#undo").click()
    expect(page.locator("html")).not_to_have_class(re.compile("busy"))


def stands_in(place, item):
    """A card in a column, which has to come to be there."""
    return expect(place.locator(f"[id='{item}']"))


def said(page):
    return page.locator("#said").inner_text()


@pytest.mark.parametrize("place", [".rail [data-column=students]", "section#students"])
def test_a_card_is_dragged_to_a_pillar(page, school, olive, place):
    page.drag_and_drop(f"[id='{olive}'] img", place)
    expect(page.locator("#said")).not_to_be_empty()
    assert column(page, olive) == "students"
    assert school.targets(olive) == ["students"]
    assert said(page).endswith("→ 3 Agents of change")
    undo(page)
    assert column(page, olive) == "inbox"
    assert school.targets(olive) == []


def test_a_card_is_dragged_to_a_criterion_and_what_else_it_proves_stays(page, school, olive):
    criterion = page.locator("section#model .criteria li").first
    target = criterion.get_attribute("data-column")
    school.post("nobody", {"piece": olive})  # what may be shown counts
    school.place(olive, "inclusion")
    school.place(olive, "students", how="add")
    assert school.targets(olive) == ["inclusion", "students"]
    page.reload()
    before = criterion.locator(".grade").inner_text()
    page.drag_and_drop(f"[id='{olive}'] img", f"[data-column='{target}']")
    expect(page.locator("#said")).not_to_be_empty()
    assert school.targets(olive) == [target, "students"]
    assert (before, criterion.locator(".grade").inner_text()) == ("none", "thin")
    undo(page)
    assert school.targets(olive) == ["inclusion", "students"]


def test_all_by_keys(page, school, olive, tree):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator(f"[id='{olive}'] a").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.closest('.card').id") == olive
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.value") == olive  # its box stands before it
    page.keyboard.press("Tab")
    follower = page.locator(f"[id='{olive}']").evaluate("card => (card.nextElementSibling || {}).id")
    page.keyboard.press("4")
    expect(page.locator("#said")).not_to_be_empty()
    assert column(page, olive) == "model"
    assert page.evaluate("document.activeElement.closest('.card').id") == follower  # the hand goes on with the next
    page.keyboard.press("u")
    stands_in(page.locator("section#inbox"), olive).to_be_attached()
    page.locator(f"[id='{olive}'] a").focus()
    page.keyboard.press(" ")
    page.locator(f"[id='{tree}'] a").focus()
    page.keyboard.press("m")
    assert page.evaluate("document.activeElement.id") == "target"
    assert page.locator("#chosen").inner_text() == "2"
    page.locator("#target").select_option("leadership")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    stands_in(page.locator("section#leadership"), olive).to_be_attached()
    assert {column(page, olive), column(page, tree)} == {"leadership"}
    assert page.locator("#act").is_hidden()
    undo(page)
    assert {column(page, olive), column(page, tree)} == {"inbox"}


def test_pieces_are_left_out_for_a_reason_and_taken_in_again(page, school, olive):
    page.locator(f"[id='{olive}'] > input").check()
    page.get_by_role("button", name="Leave out").click()
    expect(page.locator("#said")).not_to_be_empty()
    assert "a reason" in said(page)
    assert column(page, olive) == "inbox"
    page.locator("#because").fill("bulanık")
    page.get_by_role("button", name="Leave out").click()
    stands_in(page.locator("section#left-out"), olive).to_be_attached()
    assert "bulanık" in page.locator(f"[id='{olive}'] .why").text_content()
    assert "bulanık" in school.decisions()
    undo(page)
    assert column(page, olive) == "inbox"


def test_nobody_is_in_a_selection(page, school, olive, tree):
    for item in (olive, tree):
        page.locator(f"[id='{item}'] > input").check()
    page.get_by_role("button", name="Nobody is in them").click()
    expect(page.locator(f"[id='{olive}'] .people")).to_have_count(0)
    assert "→" not in said(page)  # nothing was moved
    assert {school.said(item, "people") for item in (olive, tree)} == {"yok"}
    undo(page)
    assert {school.said(item, "people") for item in (olive, tree)} == {""}
    assert page.locator(f"[id='{olive}'] .people").count() == 1


@pytest.fixture
def nameless(school):
    """The school's name is long, and nobody coordinates."""
    settings = school.root / "portfolio.yaml"
    before = settings.read_text(encoding="utf-8")
    lines = before.replace("  coordinator: Elif Demir\n", "").replace("name: ", "name: Uzun adı olan bir okul ", 1)
    settings.write_text(lines, encoding="utf-8")
    yield school
    settings.write_text(before, encoding="utf-8")


@pytest.mark.usefixtures("nameless")
def test_who_decides_is_asked_for_where_a_page_can_answer_and_can_be_read(page, olive):
    page.set_viewport_size({"width": 1366, "height": 3000})
    page.reload()
    page.drag_and_drop(f"[id='{olive}'] img", "section#students")
    expect(page.locator("#said")).to_contain_text("Settings")
    assert "--by" not in said(page)
    assert page.locator("#said").evaluate("each => each.scrollHeight <= each.clientHeight")


def test_without_a_script_everything_is_a_form(opened, school, olive):
    page = opened(java_script_enabled=False)
    page.locator(f"[id='{olive}'] > input").check()
    page.locator("#target").select_option("model")
    page.get_by_role("button", name="Put", exact=True).click()
    expect(page.locator(f"section#model [id='{olive}']")).to_have_count(1)
    page.locator("#undo").click()
    expect(page.locator(f"section#inbox [id='{olive}']")).to_have_count(1)
    page.locator(f"[id='{olive}'] > input").check()
    page.locator("summary").click()
    page.get_by_role("button", name="Nobody is in them").click()
    expect(page.locator(f"[id='{olive}'] .people")).to_have_count(0)
    assert school.said(olive, "people") == "yok"
    page.locator("#undo").click()
    expect(page.locator(f"[id='{olive}'] .people")).to_have_count(1)
    assert school.said(olive, "people") == ""


def test_what_somebody_says_is_known_by_its_words(school, olive):
    seen = school.desk.look()
    words = Quotation(text=Sourced(value=LocalText(texts=(("tr", "Lider oldum."),)), origin=Origin.DOCUMENT, where="a"))
    assert name_of(replace(seen.items[olive], title=None, caption=None, quotation=words), seen) == "Lider oldum."


def test_what_names_and_captions_hold_is_shown_as_text(opened, school, olive):
    page = opened()
    assert page.title() == "Masalköy Işıltı İlkokulu – Looking through the pieces"
    assert "<b>kalın & açık" in page.locator(f"[id='{olive}'] .name").text_content()
    assert page.locator(".name b, .name script").count() == 0


def test_the_bar_leaves_the_phone_its_wall(opened, school, olive):
    page = opened(width=375, height=760)
    page.locator(f"[id='{olive}'] > input").check()
    assert page.locator("#act").bounding_box()["height"] < 760 / 5
    assert page.evaluate("document.documentElement.scrollWidth") == 375
