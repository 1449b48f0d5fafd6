"""What axe finds on the desk's pages, wide and narrow, light and dark: nothing."""

import pytest
from browser import WIDTHS, violations
from playwright.sync_api import expect


def wall(page, school):
    page.locator(".card > input").first.check()


def piece(page, school):
    page.goto(f"{school.address}piece/{school.id_of('ağaç.jpg')}")
    page.locator("input[name=tool][value=cover]").check()
    page.locator("#also").click()
    page.locator("#date").fill("?!")
    page.locator("#save").click()
    expect(page.locator("#date-fault")).to_be_visible()


def conflict(page, school):
    item = school.id_of("uzun")
    page.goto(f"{school.address}piece/{item}")
    page.locator("[id='caption.en']").fill("Mine")
    with (school.root / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write(f"{item};;caption.en;Theirs {page.viewport_size};Elif;2026-11-19;\n")
    page.locator("#save").click()
    expect(page.locator("blockquote")).to_be_visible()


def stopped(page, school):
    page.goto(f"{school.address}piece/E-0000000000")
    expect(page.locator("h1")).to_have_text("This was not done")


@pytest.mark.parametrize("show", [wall, piece, conflict, stopped])
def test_axe_finds_nothing(opened, school, show):
    for width in WIDTHS:
        page = opened(width=width)
        show(page, school)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], (width, scheme)


@pytest.mark.parametrize("spoken", ["tr", "sv"], indirect=True)
def test_axe_finds_nothing_in_other_languages(opened, spoken):
    for width in WIDTHS:
        page = opened(width=width)
        for show in (wall, piece):
            page.goto(spoken.address)
            show(page, spoken)
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert violations(page) == [], (show, width)
