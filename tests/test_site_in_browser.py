"""The demo school's site in a real browser: axe finds nothing, nothing is asked for outside, keys work the filter."""

import pytest
from browser import CHROMIUM, open_browser
from projects import copy_demo, portfolio

from portfolio.audit.filemarks import read_file_marks

MM = 25.4 / 96  # of a px

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not here")

# Width and height of the window in CSS px, and px for each: the last is a window of 1280 × 800 at 200 % zoom.
WINDOWS = ((1280, 800, 1), (768, 900, 1), (320, 640, 1), (640, 400, 2))
SHOWN_OTHERWISE = (1280, 320)  # between them all that a page can show: what is drawn, or told in rows


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The demo's sites, one for each language asked for."""
    made = {}

    def site(language):
        if language not in made:
            root = tmp_path_factory.mktemp(language)
            copy_demo(root, languages=language, artefacts="site")
            assert portfolio("build", root=root) == 0
            made[language] = root / "output" / "web" / "site" / language / "index.html"
        return made[language]

    return site


@pytest.fixture(scope="module")
def browser():
    with open_browser() as browser:
        yield browser


def opened(browser, file, width=1280, height=800, scale=1, scheme="light"):
    """The page in a window, with what it asked for and what the browser complained of."""
    window = {"viewport": {"width": width, "height": height}, "device_scale_factor": scale}
    context = browser.new_context(**window, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.complaints.append(message.text))
    page.goto(file.as_uri())
    return page


def violations(page, **options):
    """What axe finds; it is not to fetch the styles once more, which the page's policy forbids."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"preload": False, "resultTypes": ["violations"], **options})
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found.response["violations"]]


def check(browser, file):
    for width, height, scale in WINDOWS:
        page = opened(browser, file, width, height, scale)
        assert violations(page) == [], (width, scale)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        if width in SHOWN_OTHERWISE:
            page.emulate_media(color_scheme="dark")
            assert violations(page, runOnly=["color-contrast"]) == [], (width, "dark")
        assert all(url.startswith(file.parent.as_uri()) for url in page.asked)
        assert page.complaints == []
        page.context.close()


def test_nothing_is_found_by_axe_nor_asked_for_outside(browser, demo):
    check(browser, demo("tr"))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "sv"])
def test_nothing_is_found_in_other_languages(browser, demo, language):
    check(browser, demo(language))


def test_the_dark_page_is_dark_and_paper_white(browser, demo):
    page = opened(browser, demo("tr"), scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert sum(map(int, page.evaluate(f"{ground}.match(/\\d+/g)"))) < 150
    page.emulate_media(media="print")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_a_pillar_is_chosen_by_keys_and_the_rest_comes_back(browser, demo):
    page = opened(browser, demo("tr"))
    seen = "[...document.querySelectorAll('.section')].filter(s => s.checkVisibility()).map(s => s.id)"
    every = page.evaluate(seen)
    assert "Tümü" in page.locator("[role=status]").inner_text()
    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    chosen = page.evaluate(seen)
    assert chosen[0] == "pillar-leadership"
    assert "register" in chosen
    assert not [name for name in chosen[1:] if name.startswith("pillar-")]
    numbers = page.evaluate(
        "[...document.querySelectorAll('#register tbody tr')].filter(r => r.checkVisibility()).map(r => r.id)"
    )
    assert numbers
    assert all(name.startswith("r-1.") for name in numbers)
    assert "Ortak liderlik" in page.locator("[role=status]").inner_text()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(seen) == every
    page.keyboard.press("ArrowRight")
    page.emulate_media(media="print")
    assert page.evaluate(seen) == every


def test_what_a_link_leads_to_is_shown_whatever_was_chosen(browser, demo):
    page = opened(browser, demo("tr"))
    page.get_by_role("radio").nth(1).check()
    page.goto(f"{page.url.partition('#')[0]}#x-2.1")
    assert page.locator("[id='x-2.1']").is_visible()
    page.locator(".contents a[href='#pillar-students']").click()
    assert page.locator("#pillar-students").is_visible()


def test_photos_of_a_row_are_equally_high_and_in_order(browser, demo):
    page = opened(browser, demo("tr"))
    boxes = page.evaluate(
        "[...document.querySelectorAll('.wall')].map(w => [...w.querySelectorAll('img')].map(i => {"
        "const b = i.getBoundingClientRect(); return [Math.round(b.left), Math.round(b.top), b.height]}))"
    )
    assert any(len(wall) > 2 for wall in boxes)
    for wall in boxes:
        assert [box[:2] for box in wall] == sorted((box[:2] for box in wall), key=lambda place: (place[1], place[0]))
        for top in {box[1] for box in wall}:
            heights = [box[2] for box in wall if box[1] == top]
            assert max(heights) - min(heights) < 2


def test_the_linter_reads_the_emblem_as_large_as_a_browser_shows_it(demo, browser):
    file = demo("en")
    page = opened(browser, file, 320, 640)
    box = page.locator(".lockup svg").bounding_box()
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.lockup p')).fontSize)")
    front = read_file_marks(file).pages[0]
    (flag,) = front.emblems
    assert (flag.box.width, flag.box.height) == pytest.approx((box["width"] * MM, box["height"] * MM), abs=0.01)
    assert next(each for each in front.texts if each.text == "Funded by").size == pytest.approx(size * MM, abs=0.01)
