"""What is taken away of the cache, and what is not."""

from portfolio.build.cleaning import find_cleanable, remove


def make_cache(folder):
    (folder / "derivatives").mkdir(parents=True)
    (folder / "derivatives" / "a.jpg").write_bytes(b"123")
    for name in ("catalogue.sqlite3", "answer.json", "state.sqlite", "state.sqlite-wal", "first-seen.json"):
        (folder / name).write_bytes(b"12")
    for name in ("lock", "watch.lock"):
        (folder / name).touch()
    return folder


def left(cache):
    return {path.name for path in cache.iterdir()}


def test_what_tells_edits_apart_is_kept(tmp_path):
    cache = make_cache(tmp_path / "cache")
    found = find_cleanable(cache, everything=False)
    assert (found.files, found.size) == (3, 7)
    remove(found)
    assert left(cache) == {"state.sqlite", "state.sqlite-wal", "first-seen.json", "lock", "watch.lock"}


def test_all_takes_everything_but_what_is_held(tmp_path):
    cache = make_cache(tmp_path / "cache")
    remove(find_cleanable(cache, everything=True))
    assert left(cache) == {"lock", "watch.lock"}


def test_a_link_is_taken_and_not_followed(tmp_path):
    cache = make_cache(tmp_path / "cache")
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "a.jpg").write_bytes(b"mine")
    (cache / "unpacked").symlink_to(tmp_path / "evidence")
    remove(find_cleanable(cache, everything=True))
    assert (tmp_path / "evidence" / "a.jpg").read_bytes() == b"mine"


def test_no_cache_is_nothing(tmp_path):
    assert find_cleanable(tmp_path / "none", everything=True).paths == ()
