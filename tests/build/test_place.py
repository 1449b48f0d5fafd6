"""A finished file goes to its place, or beside what a person edited; nothing of a person's is destroyed."""

import pytest

from portfolio.build import place as placing
from portfolio.build.place import New, place, place_folder, require_writable
from portfolio.build.state import open_state
from portfolio.errors import OutputError
from portfolio.files import atomic

PATH = "evaluator/dossier.tr.docx"
BESIDE = "evaluator/dossier.tr.new.docx"
BESIDE_AGAIN = "evaluator/dossier.tr.new2.docx"


def _new(file, content):
    return New(file=file, path=PATH, marks={"document": content.hex()})


@pytest.fixture
def desk(tmp_path):
    """A function that places bytes as the dossier and returns where they went; and the output folder."""
    output = tmp_path / "çıktı klasörü"
    with open_state(tmp_path / "cache") as state:

        def put(content: bytes) -> str:
            new = tmp_path / "new"
            new.write_bytes(content)
            return place(_new(new, content), output, state, PATH).path

        yield put, output


def test_the_first_file_and_its_successor_have_the_plain_name(desk):
    put, output = desk
    assert put(b"one") == PATH
    assert put(b"two") == PATH
    assert (output / PATH).read_bytes() == b"two"


def test_an_edited_file_is_kept_and_the_new_one_stands_beside_it(desk):
    put, output = desk
    put(b"one")
    (output / PATH).write_bytes(b"one, mended by hand")
    assert put(b"two") == BESIDE
    assert put(b"three") == BESIDE
    (output / BESIDE).write_bytes(b"three, mended too")
    assert put(b"four") == BESIDE_AGAIN
    assert (output / PATH).read_bytes() == b"one, mended by hand"
    assert (output / BESIDE).read_bytes() == b"three, mended too"


def test_a_file_that_was_there_before_us_is_kept_unless_it_is_the_same(desk):
    put, output = desk
    (output / "evaluator").mkdir(parents=True)
    (output / PATH).write_bytes(b"theirs")
    assert put(b"ours") == BESIDE
    (output / PATH).write_bytes(b"same")
    assert put(b"same") == PATH


@pytest.mark.parametrize("written", [True, False], ids=["after", "before"])
def test_a_run_killed_around_the_writing_leaves_nothing_that_looks_edited(tmp_path, monkeypatch, written):
    output, new = tmp_path / "output", tmp_path / "new"

    def put(state, content):
        new.write_bytes(content)
        return place(_new(new, content), output, state, PATH).path

    class Killed(BaseException):
        pass

    def kill(*_):
        raise Killed

    with open_state(tmp_path / "cache") as state:
        put(state, b"one")
        with monkeypatch.context() as patch, pytest.raises(Killed):
            patch.setattr(*((state, "remember") if written else (placing, "replacing")), kill)
            put(state, b"two")
    assert (output / PATH).read_bytes() == (b"two" if written else b"one")
    with open_state(tmp_path / "cache") as state:
        state.settle(output)
        assert [known.is_whole(output / PATH) for known in state.of_artefact(PATH)] == [True]
        assert put(state, b"three") == PATH


def test_an_output_that_cannot_be_written_stops_the_run(tmp_path):
    (tmp_path / "output").write_text("a file, not a folder")
    with pytest.raises(OutputError) as stop:
        require_writable(tmp_path / "output")
    assert stop.value.problems[0].code == "output.unwritable"


def test_what_a_killed_run_left_in_the_folder_of_a_set_is_cleared_away(tmp_path):
    folder = tmp_path / "output" / "evaluator" / "upload"
    folder.mkdir(parents=True)
    with pytest.raises(KeyboardInterrupt), atomic.replacing(folder / "1-model.tr.pdf") as temporary:
        left = temporary.rename(tmp_path / temporary.name)
        raise KeyboardInterrupt
    left.rename(folder / left.name)
    require_writable(tmp_path / "output")
    assert list(folder.iterdir()) == []


SITE, PAGE, PICTURE = "web/site/tr", "web/site/tr/index.html", "web/site/tr/pictures/a.jpg"


@pytest.fixture
def shelf(tmp_path):
    """A function that places a page and its picture as a site and returns where they went; and the output folder."""
    output = tmp_path / "output"
    with open_state(tmp_path / "cache") as state:

        def put(page: bytes, picture: bytes) -> list[str]:
            news = []
            for path, content in ((PAGE, page), (PICTURE, picture)):
                file = tmp_path / "new" / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
                news.append(New(file=file, path=path, marks={"document": content.hex()}))
            return [written.path for written in place_folder(news, SITE, output, state, PAGE)]

        yield put, output


def test_the_files_of_a_folder_are_placed_together(shelf):
    put, output = shelf
    assert put(b"one", b"red") == put(b"two", b"blue") == [PAGE, PICTURE]
    assert [(output / path).read_bytes() for path in (PAGE, PICTURE)] == [b"two", b"blue"]


@pytest.mark.parametrize("edited", [PAGE, PICTURE])
def test_a_folder_with_an_edited_file_is_kept_whole_and_the_new_one_stands_beside_it(shelf, edited):
    put, output = shelf
    put(b"one", b"red")
    (output / edited).write_bytes(b"mended by hand")
    before = {path: (output / path).read_bytes() for path in (PAGE, PICTURE)}
    assert put(b"two", b"blue") == ["web/site/tr.new/index.html", "web/site/tr.new/pictures/a.jpg"]
    assert {path: (output / path).read_bytes() for path in (PAGE, PICTURE)} == before


def test_what_a_person_put_into_a_folder_disturbs_only_where_its_name_is_wanted(shelf):
    put, output = shelf
    (output / SITE).mkdir(parents=True)
    (output / SITE / "Thumbs.db").write_bytes(b"theirs")
    assert put(b"one", b"red") == [PAGE, PICTURE]
    (output / SITE / "Thumbs.db").rename(output / PAGE)
    assert put(b"two", b"blue")[0] == "web/site/tr.new/index.html"
