"""What is wanted no more is taken away; what a person edited stays, with all of its folder."""

import pytest

from portfolio.build.place import New, place_folder
from portfolio.build.prune import prune
from portfolio.build.state import open_state
from portfolio.model.artefact import Artefact, ArtefactSpec, Format, Outcome, folder_in
from portfolio.model.clearance import Audience

SITE = ArtefactSpec(name="site", language="tr", format=Format.TEXT, audience=Audience.WEB, main="index.html")
FILES = ("web/site/tr/index.html", "web/site/tr/pictures/a.jpg", "web/site/tr/pictures/b.jpg")


@pytest.fixture
def site(tmp_path):
    """The output folder and the state after a site of three files was placed."""
    output = tmp_path / "output"
    with open_state(tmp_path / "cache") as state:
        news = []
        for path in FILES:
            file = tmp_path / "new" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(path.encode())
            news.append(New(file=file, path=path, marks={"document": path}))
        place_folder(news, SITE.folder, output, state, SITE.path)
        yield output, state


def there(output):
    return sorted(file.relative_to(output).as_posix() for file in output.rglob("*") if file.is_file())


def artefact(*paths):
    first, *parts = paths
    return Artefact(spec=SITE, outcome=Outcome.MADE, path=first, size=1, parts=tuple(parts))


def test_its_folder_is_known_from_the_path():
    assert (SITE.path, SITE.folder) == (FILES[0], "web/site/tr")
    assert [folder_in(path) for path in (*FILES, "evaluator/upload/1.tr.pdf", "print/plaque.tr.pdf")] == [
        *["web/site/tr"] * 3,
        "",
        "",
    ]


def test_a_folder_that_is_wanted_no_more_goes_with_all_that_is_empty_then(site):
    output, state = site
    assert prune(output, state, [], draft=False) == (FILES, ())
    assert [each.name for each in output.iterdir()] == ["web"]
    assert list((output / "web").iterdir()) == []


def test_a_picture_that_is_shown_no_more_goes(site):
    output, state = site
    assert prune(output, state, [artefact(*FILES[:2])], draft=False) == (FILES[2:], ())
    assert there(output) == list(FILES[:2])


def test_with_an_edited_page_its_pictures_stay(site):
    output, state = site
    (output / FILES[0]).write_bytes(b"mended by hand")
    removed, problems = prune(output, state, [artefact("web/site/tr.new/index.html")], draft=False)
    assert (removed, problems) == ((), ())
    removed, problems = prune(output, state, [], draft=False)
    assert (removed, [each.code for each in problems]) == ((), ["artefact.unwanted-edited"])
    assert there(output) == list(FILES)
