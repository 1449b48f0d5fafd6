import sys

import pytest

from portfolio.errors import OutputError
from portfolio.home import default_cache, find_root, make_cache


@pytest.fixture
def root(tmp_path):
    """A folder with a blank and Turkish letters in its name."""
    folder = tmp_path / "Işıltı İlkokulu"
    folder.mkdir()
    return folder


def test_the_root_is_found_from_below(root):
    (root / "portfolio.yaml").touch()
    deep = root / "evidence" / "1 liderlik"
    deep.mkdir(parents=True)
    assert find_root(deep) == root
    assert find_root(root) == root
    assert find_root(root.parent) is None


def test_the_cache_is_named_after_the_folder_and_where_it_lies(root):
    found = default_cache(root)
    assert found.name.startswith("isilti-ilkokulu-")
    assert len(found.name) == len("isilti-ilkokulu-") + 8
    assert found != default_cache(root.parent / "Isilti Ilkokulu")
    assert found.parent.name == "portfolio" or found.parent.parent.name == "portfolio"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_nobody_else_looks_into_the_cache(tmp_path):
    folder = tmp_path / "a" / "b"
    make_cache(folder)
    folder.chmod(0o755)
    make_cache(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match=r"project\.cache"):
        make_cache(tmp_path / "file" / "cache")
