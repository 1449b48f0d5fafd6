"""The page of a piece: boxes drawn on its picture, what it proves, its twin, and fields of which no word is lost."""

from contextlib import contextmanager

import pytest
from PIL import Image
from playwright.sync_api import expect


@pytest.fixture
def tree(school):
    return school.id_of("ağaç.jpg")


@pytest.fixture
def small(school):
    return school.id_of("küçük")


@pytest.fixture
def page(opened, tree):
    return opened(f"piece/{tree}")


def drawn(page, *corners):
    """A box drawn with the mouse between two points, each in fractions of the picture that is seen."""
    page.locator("#picture").scroll_into_view_if_needed()
    seen = page.locator("#picture").bounding_box()
    (left, top), (right, bottom) = ((seen["x"] + x * seen["width"], seen["y"] + y * seen["height"]) for x, y in corners)
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move((left + right) / 2, bottom)
    page.mouse.move(right, bottom)
    page.mouse.up()


def figures(text):
    return [[float(figure) for figure in box.split()] for box in text.split(";")]


def near(box):
    return pytest.approx(box, abs=0.01)


def save(page):
    with page.expect_response("**/piece/*"):
        page.locator("#save").click()


def saved(page):
    save(page)
    expect(page.locator("#said")).to_have_text("Saved.")


def undo(page):
    with page.expect_response("**/undo"):
        page.locator("#undo").click()


def test_boxes_are_drawn_and_stand_in_fractions(page, school, tree):
    page.get_by_role("radio", name="Cover").check()
    drawn(page, (0.1, 0.2), (0.4, 0.6))
    drawn(page, (0.9, 0.9), (0.6, 0.7))
    drawn(page, (0.5, 0.5), (0.502, 0.502))  # a slip
    first, second = figures(page.locator("#cover").input_value())
    assert (first, second) == (near([0.1, 0.2, 0.3, 0.4]), near([0.6, 0.7, 0.3, 0.2]))
    assert page.locator("#picture .box").count() == 2
    page.locator("#unbox").click()
    assert page.locator("#picture .box").count() == 1
    assert school.said(tree, "cover") == ""
    saved(page)
    assert figures(school.said(tree, "cover")) == [first]
    undo(page)
    expect(page.locator("#cover")).to_have_value("")
    assert school.said(tree, "cover") == ""


def test_a_box_is_laid_by_keyboard(page, school, tree):
    page.get_by_role("radio", name="Cover").check()
    page.locator("#picture").focus()
    for key in ("Enter", *["ArrowLeft"] * 10, *["ArrowDown"] * 5, *["Shift+ArrowRight"] * 5, "Shift+ArrowUp", "Enter"):
        page.keyboard.press(key)
    assert figures(page.locator("#cover").input_value()) == [near([0.2, 0.5, 0.3, 0.18])]
    for key in ("Enter", *["ArrowRight"] * 60, "Escape"):
        page.keyboard.press(key)
    assert page.locator("#picture .box").count() == 1
    page.locator("#save").press("Enter")
    expect(page.locator("#said")).to_have_text("Saved.")
    assert figures(school.said(tree, "cover")) == [near([0.2, 0.5, 0.3, 0.18])]


def test_a_box_on_a_cropped_picture_is_one_of_the_whole(page, school, tree):
    page.get_by_role("radio", name="Crop to").check()
    drawn(page, (0.5, 0), (0.99, 0.5))
    saved(page)
    assert page.locator("#picture").get_attribute("data-crop") == school.said(tree, "crop")
    page.get_by_role("radio", name="Pixelate").check()
    drawn(page, (0.5, 0.5), (0.98, 0.98))
    (box,) = figures(page.locator("#pixelate").input_value())
    assert box == near([0.745, 0.25, 0.235, 0.24])


def test_a_field_is_kept_and_the_hand_stays_in_it(page, school, tree):
    page.locator("[id='caption.tr']").fill("Ağaç dikiyoruz")
    page.locator("[id='caption.tr']").press("Tab")
    page.locator("[id='caption.tr']").focus()
    page.locator("form.fields").evaluate("form => form.requestSubmit()")
    expect(page.locator("#said")).to_have_text("Saved.")
    assert page.evaluate("document.activeElement.id") == "caption.tr"
    assert school.said(tree, "caption.tr") == "Ağaç dikiyoruz"
    undo(page)
    expect(page.locator("[id='caption.tr']")).to_have_value("")


def test_what_is_not_understood_is_told_beside_its_field_and_no_word_is_lost(page, school, tree):
    page.locator("[id='caption.tr']").fill("Yazılan söz")
    page.locator("#date").fill("dün akşam")
    save(page)
    expect(page.locator("#date-fault")).to_contain_text("is not a date")
    assert page.locator("#date").input_value() == "dün akşam"
    assert page.locator("[id='caption.tr']").input_value() == "Yazılan söz"
    assert page.evaluate("document.activeElement.id") == "date"
    assert school.said(tree, "caption.tr") == ""
    page.locator("#date").fill("2026-05")
    saved(page)
    assert (school.said(tree, "caption.tr"), school.said(tree, "date")) == ("Yazılan söz", "2026-05")


def test_of_two_pages_the_later_is_told_and_shown_both(opened, school, tree):
    first, later = opened(f"piece/{tree}"), opened(f"piece/{tree}")
    first.locator("[id='caption.tr']").fill("Önce yazılan")
    saved(first)
    later.locator("[id='caption.tr']").fill("Sonra yazılan")
    later.locator("[id='alternative.tr']").fill("Bir ağaç")
    save(later)
    expect(later.locator("blockquote")).to_have_text("Önce yazılan")
    assert later.locator("textarea").input_value() == "Sonra yazılan"
    assert school.said(tree, "caption.tr") == "Önce yazılan"
    later.get_by_role("button", name="Leave it as it is by now").click()
    expect(later.locator("#said")).to_have_text("Saved.")
    assert (school.said(tree, "caption.tr"), school.said(tree, "alternative.tr")) == ("Önce yazılan", "Bir ağaç")


def test_an_edit_of_the_file_from_outside_is_seen(opened, school, tree):
    page = opened(f"piece/{tree}")
    with (school.root / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write(f"{tree};;caption.tr;Tabloda yazılan;Elif;2026-11-19;\n")
    page.locator("[id='caption.tr']").fill("Sayfada yazılan")
    save(page)
    expect(page.locator("blockquote")).to_have_text("Tabloda yazılan")
    page.get_by_role("button", name="Save what is written here").click()
    expect(page.locator("#said")).to_have_text("Saved.")
    assert school.said(tree, "caption.tr") == "Sayfada yazılan"
    assert "Tabloda yazılan" in school.decisions()


def test_nothing_is_taken_back_that_somebody_wrote_since(opened, school, tree):
    page = opened(f"piece/{tree}")
    page.locator("[id='caption.tr']").fill("Sayfada yazılan")
    saved(page)
    with (school.root / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write(f"{tree};;caption.tr;Tabloda yazılan;Elif;2026-11-19;\n")
    undo(page)
    expect(page.locator("h1")).to_have_text("This was not done")
    assert school.said(tree, "caption.tr") == "Tabloda yazılan"


def test_what_was_typed_about_a_piece_that_is_gone_is_not_lost(opened, school):
    page = opened(f"piece/{school.id_of('uzun')}")
    page.locator("[id='caption.en']").fill("Words that took a while")
    file = next((school.root / "evidence" / "gelen").glob("uzun*"))
    file.rename(school.root / "uzun.jpg")
    try:
        save(page)
        expect(page.locator(".plain textarea")).to_have_value("Words that took a while")
    finally:
        (school.root / "uzun.jpg").rename(file)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#said")).to_have_text("Saved.")


def test_a_partner_s_consent_is_changed_though_who_gave_it_is_not_kept(page, school, tree):
    page.locator("#partner").fill("Fabelskolan, 2026-03-04, Maja Sagoberg, evaluator print")
    saved(page)
    assert school.said(tree, "partner") == "Fabelskolan, 2026-03-04, …, evaluator print"
    page.locator("#partner").fill("Fabelskolan, 2026-03-05, Maja Sagoberg, evaluator")
    saved(page)
    assert school.said(tree, "partner") == "Fabelskolan, 2026-03-05, …, evaluator"
    undo(page)
    expect(page.locator("h1")).to_have_text("This was not done")


def test_a_page_that_goes_before_its_words_are_read_out_takes_them_along(opened, tree):
    page = opened()
    page.clock.install()
    page.goto(f"{page.url}piece/{tree}")
    page.locator("#partner").fill("Fabelskolan, 2026-03-04, Maja Sagoberg, evaluator print")
    save(page)
    expect(page.locator("#said")).to_have_text("")
    page.locator("#partner").fill("Fabelskolan, 2026-03-05, Maja Sagoberg, evaluator")
    save(page)
    undo(page)  # what cannot be undone, which is a page of its own
    expect(page.locator("#said")).to_have_count(0)
    page.clock.run_for(200)
    expect(page.locator("h1")).to_have_text("This was not done")


def test_a_caption_that_looks_like_markup_is_a_text(opened, school):
    page = opened(f"piece/{school.id_of('uzun')}")
    assert page.locator("[id='caption.tr']").input_value() == "<script>document.title='kötü'</script>"
    assert "kötü" not in page.title()
    page = opened(f"piece/{school.id_of('ağaç.jpg')}")
    assert page.locator("[id='caption.en']").evaluate("field => getComputedStyle(field).direction") == "rtl"


def test_a_piece_proves_more_than_one_thing(page, school, tree):
    school.post("nobody", {"piece": tree})  # what may be shown counts
    page.locator("#target").select_option("model/open-days")
    page.locator("#also").click()
    page.locator("input[name=target][value=inclusion]").check()
    with page.expect_response("**/place"):
        page.locator("#put").click()
    expect(page.locator(".links strong")).to_have_count(2)
    assert school.targets(tree) == ["model/open-days", "inclusion"]
    assert page.locator(".links .grade").first.inner_text() == "thin"
    undo(page)
    expect(page.locator(".links strong")).to_have_count(0)


def test_the_worse_twin_is_left_out_by_one_click_with_its_reason(page, school, tree, small):
    sizes = page.locator(".twins li p:first-of-type").all_inner_texts()
    assert sizes[0].startswith("800 × 600 px · the most pixels")
    with page.expect_response("**/place"):
        page.locator(f"[id='out-{small}']").click()
    expect(page.locator(f".twins li:has([href$='{small}'])")).to_contain_text("left out")
    assert "“ağaç” (gelen/ağaç.jpg) aynısını daha çok pikselle gösteriyor" in school.decisions()
    undo(page)
    expect(page.locator(f"[id='out-{small}']")).to_have_count(1)


def test_of_twins_of_one_size_none_has_the_most_pixels(opened, school, tree):
    inbox = school.root / "evidence" / "gelen"
    again = inbox / "ağaç yine.jpg"
    (inbox / "ağaç küçük.jpg").rename(school.root / "small.jpg")
    Image.open(inbox / "ağaç.jpg").save(again, quality=60)
    try:
        twins = opened(f"piece/{tree}").locator(".twins")
        expect(twins).to_contain_text("800 × 600 px")
        expect(twins).not_to_contain_text("most pixels")
        reason = twins.locator("input[name=because]").get_attribute("value")
        assert reason == "“ağaç” (gelen/ağaç.jpg) aynısını gösteriyor"
    finally:
        again.unlink()
        (school.root / "small.jpg").rename(inbox / "ağaç küçük.jpg")


def test_without_a_script_faults_and_twins_are_there_too(opened, school, tree):
    page = opened(f"piece/{tree}", java_script_enabled=False)
    page.locator("#cover").fill("hier")
    page.locator("#save").click()
    assert "where a box lies" in page.locator("#cover-fault").inner_text()
    page.locator("#cover").fill("10% 20% 30% 25%")
    page.locator("#save").click()
    assert page.locator("#said").inner_text() == "Saved."
    assert school.said(tree, "cover") == "0.1 0.2 0.3 0.25"
    page.locator("#undo").click()
    assert school.said(tree, "cover") == ""


@contextmanager
def held(page, address):
    """A request is held back until what is given is called."""
    routes = []

    def let_go():
        while not routes:
            page.wait_for_timeout(10)
        routes[0].continue_()

    page.route(address, lambda route: routes.append(route))
    yield let_go
    page.unroute(address)


def caption(page, language="tr"):
    return page.locator(f"[id='caption.{language}']")


def test_what_is_typed_while_something_is_saved_stays(page, school, tree):
    caption(page).fill("Bahçe")
    with held(page, "**/piece/*") as let_go:
        page.locator("#save").click()
        caption(page).fill("Bahçe ve ağaç")
        caption(page, "en").fill("The garden")
        let_go()
        expect(page.locator("#said")).to_have_text("Saved.")
    assert school.said(tree, "caption.tr") == "Bahçe"
    expect(caption(page)).to_have_value("Bahçe ve ağaç")
    expect(caption(page, "en")).to_have_value("The garden")
    saved(page)
    assert (school.said(tree, "caption.tr"), school.said(tree, "caption.en")) == ("Bahçe ve ağaç", "The garden")


def test_what_is_typed_and_not_saved_stays_whatever_else_is_done(page, school, tree):
    caption(page).fill("Bahçe")
    page.locator("#target").select_option("model/open-days")
    with page.expect_response("**/place"):
        page.locator("#put").click()
    expect(page.locator(".links strong")).to_have_count(1)
    expect(caption(page)).to_have_value("Bahçe")
    undo(page)
    expect(page.locator(".links strong")).to_have_count(0)
    expect(page.locator("#said")).to_have_text("Taken back")
    expect(caption(page)).to_have_value("Bahçe")


def test_what_somebody_else_wrote_meanwhile_is_shown_though_the_page_came_anew(page, school, tree):
    caption(page).fill("Bahçe")
    with (school.root / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write(";gelen/ağaç.jpg;caption.tr;Orman;Ali;2026-11-02;\n")
    page.locator("#target").select_option("model/open-days")
    with page.expect_response("**/place"):
        page.locator("#put").click()
    expect(page.locator(".links strong")).to_have_count(1)
    save(page)
    expect(page.locator("blockquote")).to_have_text("Orman")
    expect(caption(page)).to_have_value("Bahçe")


def test_where_nothing_can_be_done_what_is_typed_stays(page):
    for day in ("2026-03-04", "2026-03-05"):
        page.locator("#partner").fill(f"Fabelskolan, {day}, Maja Sagoberg, evaluator")
        saved(page)
    caption(page).fill("Bahçe")
    undo(page)
    expect(page.locator("#said")).to_contain_text("This was not done")
    expect(caption(page)).to_have_value("Bahçe")


def test_without_an_answer_what_is_typed_stays(page, opened):
    caption(page).fill("Bahçe")
    page.route("**/piece/*", lambda route: route.abort())
    page.locator("#save").click()
    expect(page.locator("#said")).to_contain_text("No answer came.")
    expect(caption(page)).to_have_value("Bahçe")
    assert [complaint for complaint in opened.complaints if "ERR_FAILED" in complaint]
    opened.complaints.clear()


def test_what_a_form_wrote_is_taken_back_on_a_page_of_its_own(opened, school, tree):
    settings = school.root / "portfolio.yaml"
    before = settings.read_bytes()
    fields = {"shown.school.city": "Masalköy", "text.school.city": "Yakınköy"}
    assert school.post("settings", fields)[0] == 200
    page = opened(f"piece/{tree}")
    page.locator("#undo").click()
    page.wait_for_url("**/undone")
    assert settings.read_bytes() == before


def test_who_leaves_with_something_typed_is_asked(page):
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    caption(page).fill("Bahçe")
    page.locator("#back").click()
    expect(caption(page)).to_have_value("Bahçe")
    assert asked == ["beforeunload"]
