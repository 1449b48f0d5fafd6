"""A theme.yaml: what it sets, where, and how the files of a chain add up."""

from portfolio.themefile import merge, place_in, read_theme_file


def written(folder, text):
    folder.mkdir()
    (folder / "theme.yaml").write_text(text, encoding="utf-8")
    return read_theme_file(folder)


def test_the_nearest_file_decides_key_by_key_and_families_follow_each_other(tmp_path):
    young = written(
        tmp_path / "young", 'parent: old\npillars: {model: {ink: "#aa0000", tint: "#ffeeee"}}\nfonts: [A]\n'
    )
    old = written(tmp_path / "old", 'pillars: {model: {ink: "#000000", tint: "#ffffff"}}\nfonts: [B, A]\ncover: none\n')
    assert merge([young, old]) == {
        "parent": "old",
        "pillars": {"model": {"ink": "#AA0000", "tint": "#FFEEEE"}},
        "fonts": ("A", "B"),
        "cover": "none",
    }


def test_a_setting_stands_where_it_was_typed(tmp_path):
    young = written(tmp_path / "young", "parent: old\n")
    old = written(tmp_path / "old", "fonts:\n  - A\ncover: none\n")
    assert place_in([young, old], "cover").file.endswith("/old/theme.yaml")
    assert place_in([young, old], "fonts", 0).line == 2
    nowhere = place_in([young, old], "logo")
    assert (nowhere.file.endswith("/young/theme.yaml"), nowhere.line) == (True, None)
