"""The forms in a browser, by keyboard: a setting and a text written and taken back, a form with an error, and axe."""

import pytest
from browser import WIDTHS, violations
from playwright.sync_api import expect

UGLY = "Donaudampfschifffahrtsgesellschaft" * 4


@pytest.fixture(autouse=True)
def files_as_they_were(school):
    files = [school.root / "portfolio.yaml", *sorted((school.root / "narrative").glob("*"))]
    before = {file: file.read_bytes() for file in files}
    yield
    for file, data in before.items():
        file.write_bytes(data)


def field(page, key):
    return page.locator(f"[id='{key}']")


def save(page):
    page.locator(".save button").focus()
    page.keyboard.press("Enter")


def undo(page):
    page.locator("#undo").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/undone")


def test_a_setting_is_changed_and_taken_back_by_keyboard(opened, school):
    page, settings = opened("settings"), school.root / "portfolio.yaml"
    before = settings.read_bytes()
    field(page, "school.city").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Yakınköy")
    page.keyboard.press("Enter")
    expect(page.locator(".saved")).to_be_visible()
    assert "city: Yakınköy" in settings.read_text("utf-8")
    undo(page)
    assert settings.read_bytes() == before
    expect(page.locator("h1")).to_have_text("Taken back")
    expect(page.locator("main textarea:visible").first).to_have_value("Yakınköy")
    page.get_by_role("button", name="Write it again").first.press("Enter")
    expect(page.locator(".saved")).to_be_visible()
    assert "city: Yakınköy" in settings.read_text("utf-8")


def test_a_text_is_written_and_taken_back_from_the_wall(opened, school):
    page, file = opened("texts/tr/model"), school.root / "narrative" / "model.tr.md"
    before = file.read_bytes()
    field(page, "text").fill("Kapımız\n\nherkese açık.")
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    assert file.read_text("utf-8").startswith("Kapımız\n\nherkese açık.")
    page.goto(school.address)
    page.keyboard.press("u")
    page.wait_for_url("**/undone")
    assert file.read_bytes() == before
    expect(page.locator("main textarea:visible").first).to_have_value("Kapımız\n\nherkese açık.")


def test_what_was_changed_since_is_shown_beside(opened, school):
    page, settings = opened("settings"), school.root / "portfolio.yaml"
    field(page, "school.city").fill("Yakınköy")
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    settings.write_text(settings.read_text("utf-8").replace("Yakınköy", "Uzakköy"), "utf-8")
    undo(page)
    expect(page.locator("h1")).to_have_text("This was not taken back")
    expect(page.locator("main pre").first).to_have_text("Uzakköy")
    expect(page.locator("main textarea:visible").first).to_have_value("Masalköy")
    assert "Uzakköy" in settings.read_text("utf-8")


def test_who_typed_something_is_asked_before_it_is_left(opened, school):
    page, asked = opened("settings"), []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    field(page, "school.city").focus()
    page.keyboard.type("Yakın")
    page.get_by_role("link", name="Your texts").press("Enter")
    expect(field(page, "school.city")).to_have_value("YakınMasalköy")
    assert asked == ["beforeunload"]
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    page.get_by_role("link", name="Your texts").press("Enter")
    expect(page.locator("h1")).to_have_text("Your texts")


def test_what_was_not_written_is_not_left_without_being_asked(opened, school):
    page, asked = opened("texts/tr/model"), []
    file = school.root / "narrative" / "model.tr.md"
    file.write_text("Başkasının metni.", "utf-8")

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.locator("#text").fill("Benim metnim.")
    save(page)
    expect(page.locator("h1")).to_have_text("Somebody else wrote here meanwhile")
    page.get_by_role("link", name="Settings").press("Enter")
    expect(page.locator("#text")).to_have_value("Benim metnim.")
    assert asked == ["beforeunload"]
    page.locator("[data-drops]").click()
    expect(page.locator("#text")).to_have_value("Başkasının metni.")
    assert asked == ["beforeunload"]


def test_a_text_that_was_refused_is_counted_as_it_stands(opened):
    page = opened("texts/tr/model")
    page.locator("#text").fill("## plan\n\n" + "a" * 91)
    save(page)
    expect(page.locator("#wrong")).to_be_visible()
    expect(page.locator("#letters span")).to_have_text("100")


def test_a_poster_is_ordered_by_keyboard_without_script(opened, school):
    page = opened("settings", java_script_enabled=False)
    page.get_by_role("link", name="Poster: an event").press("Enter")
    field(page, "sheets.poster-event.title").fill("Açık gün")
    field(page, "sheets.poster-event.landscape").press("Space")
    page.get_by_label("A4 sheets to glue together").press("Space")
    field(page, "sheets.poster-event.size").fill("A9")
    save(page)
    wrong = field(page, "sheets.poster-event.size")
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(field(page, "sheets.poster-event.size-wrong-1")).to_contain_text("“A9” is not a size of a sheet.")
    expect(page.get_by_label("A4 sheets to glue together")).to_be_checked()
    expect(field(page, "sheets.poster-event.landscape")).to_be_checked()
    wrong.fill("A2")
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    order = ["  poster-event:", "    title: Açık gün", "    size: A2", "    landscape: true", "    for: [tiles]"]
    assert "\n".join(order) in (school.root / "portfolio.yaml").read_text("utf-8")


@pytest.mark.parametrize("spoken", ["en", "tr", "sv"], indirect=True)
def test_axe_finds_nothing_on_the_forms(opened, spoken):
    def settings(page):
        page.goto(f"{spoken.address}settings")

    def thanks(page):
        page.goto(f"{spoken.address}settings/plaque-thanks")

    def limits(page):
        page.goto(f"{spoken.address}texts")
        page.locator("main p a").click()
        expect(field(page, "form.limits.model/open-days")).to_be_visible()

    def faulty(page):
        page.goto(f"{spoken.address}settings/poster-event")
        field(page, "sheets.poster-event.title").fill(UGLY)
        field(page, "sheets.poster-event.on").fill("?!")
        save(page)
        expect(field(page, "sheets.poster-event.on-wrong-1")).to_be_visible()

    def undone(page):
        page.goto(f"{spoken.address}settings")
        field(page, "school.city").fill(UGLY)
        save(page)
        expect(page.locator(".saved")).to_be_visible()
        undo(page)

    for width in WIDTHS:
        page = opened(width=width)
        page.on("dialog", lambda dialog: dialog.accept())
        for show in (settings, thanks, limits, faulty, undone):
            show(page)
            assert page.evaluate("document.documentElement.scrollWidth") == width, show
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert violations(page) == [], (show, width, scheme)
