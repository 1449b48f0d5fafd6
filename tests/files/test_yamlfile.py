import pytest
from corpus import find_corpus, needs_corpus
from hypothesis import given
from hypothesis import strategies as st

from portfolio.files import yamlfile
from portfolio.files.fault import FileFault
from portfolio.files.node import Listing, Mapping, Scalar
from portfolio.files.yamlfile import YamlFault, parse, plain, read_yaml


@pytest.mark.parametrize("typed", ["no", "05", "12:30", "1.10", "on", "~", "0x10", "2026-11-20", "Işıltı"])
def test_every_value_is_the_text_that_was_typed(typed):
    assert plain(parse(f"key: {typed}")) == {"key": typed}


def test_nodes_know_their_place():
    root = parse("okul:\n  ad: Işıltı\n  logolar: [a.png, b.png]\n")
    assert isinstance(root, Mapping)
    school = root.entries[0][1]
    assert isinstance(school, Mapping)
    (name_key, name), (_, logos) = school.entries
    assert (name_key.line, name_key.column) == (2, 3)
    assert name == Scalar(text="Işıltı", line=2, column=7)
    assert isinstance(logos, Listing)
    assert [(item.line, item.column) for item in logos.items] == [(3, 13), (3, 20)]


def test_nothing_typed_is_blank_and_quotes_are_not():
    root = parse('a:\nb: ""\n')
    assert isinstance(root, Mapping)
    assert [value.blank for _, value in root.entries if isinstance(value, Scalar)] == [True, False]


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
def test_an_empty_text_is_an_empty_mapping(text):
    assert plain(parse(text)) == {}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a:\n\tb: 1\n", "yaml.tab", 2, 1),
        ("name: Okul: mavi olan\n", "yaml.colon", 1, 11),
        ("- a: b: c\n", "yaml.colon", 1, 7),
        ('name: "Okul\ncity: x\n', "yaml.unclosed", 1, 7),
        ("logos: [a, b\nc: d\n", "yaml.unclosed", 1, 8),
        ("folders: [", "yaml.unclosed", 1, 10),
        ("a: {b: [c],\nd: e\n", "yaml.unclosed", 1, 4),
        ("a: [b}\n", "yaml.syntax", 1, 6),
        ("name: @okul\n", "yaml.mark", 1, 7),
        ("name: *okul\n", "yaml.alias", 1, 7),
        ("name: &okul x\n", "yaml.alias", 1, 7),
        ("name: !x y\n", "yaml.tag", 1, 7),
        ("a: b\n c: d\n", "yaml.syntax", 2, 3),
        ("? [a]\n: b\n", "yaml.key", 1, 3),
        ("a: 1\n---\nb: 2\n", "yaml.documents", 2, 1),
        ("a: b\nc: d\x07\n", "yaml.character", 2, 5),
    ],
)
def test_what_a_person_did_is_named_with_its_place(text, code, line, column):
    with pytest.raises(YamlFault) as fault:
        parse(text)
    assert (fault.value.code, fault.value.line, fault.value.column) == (code, line, column)


def test_a_key_that_stands_twice_names_both_lines():
    with pytest.raises(YamlFault) as fault:
        parse("a: 1\nb: 2\na: 3\n")
    problem = fault.value.problem("portfolio.yaml")
    assert problem.where is not None
    assert (problem.where.file, problem.where.line) == ("portfolio.yaml", 3)
    assert dict(problem.values) == {"key": "a", "first": "1"}


@pytest.mark.parametrize("text", ["[" * 5000, "{" * 5000, "- " * 5000, "a: " + "[" * 100 + "]" * 100])
def test_deep_nesting_is_refused(text):
    with pytest.raises(YamlFault, match=r"yaml\.deep"):
        parse(text)


def test_too_many_nodes_are_refused(monkeypatch):
    monkeypatch.setattr(yamlfile, "MAX_NODES", 10)
    with pytest.raises(YamlFault, match=r"yaml\.large"):
        parse("[" + "a," * 20 + "]")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_in_unicode_are_read(tmp_path, encoding):
    path = tmp_path / "proje dosyası.yaml"
    path.write_text("ad: Işıltı İlkokulu\n", encoding=encoding)
    assert plain(read_yaml(path)) == {"ad": "Işıltı İlkokulu"}


def test_files_in_other_encodings_are_named_with_the_line(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes("country: TR\nad: Işıltı\n".encode("cp1254"))
    with pytest.raises(FileFault) as fault:
        read_yaml(path)
    assert (fault.value.code, fault.value.line) == ("file.encoding", 2)


@given(st.text(alphabet="ab:-?[]{},#&*!|>'\"%@` \n\tı.0", max_size=40))
def test_any_text_is_read_or_named(text):
    try:
        parse(text)
    except YamlFault as fault:
        assert fault.line is not None
        assert 1 <= fault.line <= text.count("\n") + 2


@needs_corpus
def test_a_billion_laughs_are_refused_at_the_first():
    with pytest.raises(YamlFault, match=r"yaml\.alias"):
        read_yaml(find_corpus() / "hostile/milyar-gulme.yaml")
