import pytest

from portfolio.decisions import HEADER, append_decisions, read_decisions
from portfolio.errors import ProjectError
from portfolio.model.decision import Decision, Field
from portfolio.model.problem import Place, Severity

DECISION = Decision(
    item="E-0123456789",
    file="",
    field=Field.CAPTION,
    value='=Işıl; "ışık"',
    where=Place(file="decisions.csv"),
    language="tr",
    by="Öykü",
    on="2026-11-20",
    because="daha açık",
)


def write(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "decisions.csv"
    path.write_bytes(text.encode(encoding))
    return path


def codes(problems):
    return [(p.code, p.where.line, dict(p.values)) for p in problems]


def test_a_line_is_a_decision(tmp_path):
    path = write(
        tmp_path,
        "id;file;field;value;by;on;because\n"
        "E-0123456789;;caption.TR;Tohum ektik;Öykü;2026-11-20;\n"
        ";1-liderlik\\;people;none;;;\n",
    )
    decisions, problems = read_decisions(path, "tr")
    assert problems == ()
    assert decisions == (
        Decision(
            item="E-0123456789",
            file="",
            field=Field.CAPTION,
            value="Tohum ektik",
            where=Place(file="decisions.csv", line=2),
            language="tr",
            by="Öykü",
            on="2026-11-20",
        ),
        Decision(
            item="", file="1-liderlik/", field=Field.PEOPLE, value="none", where=Place(file="decisions.csv", line=3)
        ),
    )


def test_no_file_and_an_empty_file_decide_nothing(tmp_path):
    assert read_decisions(tmp_path / "decisions.csv", "tr") == ((), ())
    assert read_decisions(write(tmp_path, "\n"), "tr") == ((), ())


def test_columns_may_stand_in_any_order_and_case(tmp_path):
    decisions, _ = read_decisions(write(tmp_path, "Value,FILE,Field\nmodel,a.jpg,Pillar\n"), "en")
    assert [(d.file, d.field, d.value) for d in decisions] == [("a.jpg", Field.PILLAR, "model")]


NAMES = {
    "file": ("dosya",),
    "field": ("alan",),
    "value": ("değer",),
    "caption": ("açıklama", "bildtext"),
    "hero": ("kapak fotoğrafı",),
}


def test_columns_and_fields_have_names_in_other_languages(tmp_path):
    text = "Dosya;Alan;Değer\na.jpg;açıklama.sv;Öppet hus\na.jpg;Açıklama (en);Open day\na.jpg;Kapak fotoğrafı;evet\n"
    decisions, problems = read_decisions(write(tmp_path, text), "tr", NAMES)
    assert problems == ()
    assert [(d.file, d.field, d.language, d.value) for d in decisions] == [
        ("a.jpg", Field.CAPTION, "sv", "Öppet hus"),
        ("a.jpg", Field.CAPTION, "en", "Open day"),
        ("a.jpg", Field.HERO, "", "evet"),
    ]


def test_a_column_of_ones_own_stays_ones_own_beside_the_plain_name(tmp_path):
    decisions, problems = read_decisions(write(tmp_path, "file;dosya;field;value\na.jpg;b;hero;yes\n"), "tr", NAMES)
    assert [d.file for d in decisions] == ["a.jpg"]
    assert codes(problems) == [("decision.column", 1, {"column": "dosya", "expected": ", ".join(HEADER)})]


def test_an_unknown_field_is_named_with_its_line_and_the_nearest_name_in_any_language(tmp_path):
    text = "dosya;alan;değer\na.jpg;bildtxt;Öppet hus\na.jpg;hava durumu;güneşli\n"
    decisions, problems = read_decisions(write(tmp_path, text), "sv", NAMES)
    assert [(each.where.line, each.in_doubt) for each in decisions] == [(3, True)]  # it may be about who is there
    assert [(code, line) for code, line, _ in codes(problems)] == [
        ("decision.misspelt-field", 2),
        ("decision.field", 3),
    ]
    assert dict(problems[0].values)["nearest"] == "bildtext"


def test_a_line_is_added_under_headings_of_another_language(tmp_path):
    path = write(tmp_path, "id;dosya;alan;değer;by;on;because\n")
    append_decisions(path, [DECISION], "tr", NAMES)
    assert path.read_text().startswith("id;dosya;alan;değer;by;on;because\nE-0123456789;;caption.tr;")


def test_a_wrong_line_is_left_out_and_named(tmp_path):
    text = (
        "id,file,field,value,on,note\n"
        ",,pillar,model,,\n"
        "E 1,,pillar,model,,\n"
        ",../a.jpg,pillar,model,,\n"
        ",C:\\a.jpg,pillar,model,,\n"
        ",a.jpg,piller,model,,\n"
        ",a.jpg,weather,model,,\n"
        ",a.jpg,pillar.tr,model,,\n"
        ",a.jpg,caption.türkçe,model,,\n"
        ",a.jpg,pillar,,,\n"
        ",a.jpg,pillar,model,yesterday,\n"
    )
    decisions, problems = read_decisions(write(tmp_path, text), "en")
    fields = ", ".join(Field)
    local = "title, caption, alternative"
    assert codes(problems) == [
        ("decision.column", 1, {"column": "note", "expected": ", ".join(HEADER)}),
        ("decision.nothing", 2, {}),
        ("decision.id", 3, {"id": "E 1"}),
        ("decision.path", 4, {"file": "../a.jpg"}),
        ("decision.path", 5, {"file": "C:/a.jpg"}),
        ("decision.misspelt-field", 6, {"field": "piller", "nearest": "pillar"}),
        ("decision.field", 7, {"field": "weather", "fields": fields}),
        ("decision.language", 8, {"field": "pillar.tr", "fields": local}),
        ("decision.language", 9, {"field": "caption.türkçe", "fields": local}),
        ("decision.value", 10, {"field": "pillar"}),
        ("decision.on", 11, {"value": "yesterday"}),
    ]
    assert {p.code for p in problems if p.severity is Severity.WARNING} == {"decision.column", "decision.on"}
    assert [(d.where.line, d.in_doubt) for d in decisions] == [(7, True), (11, False)]


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("ad;tarih", [("decision.header", "file"), ("decision.header", "field"), ("decision.header", "value")]),
        ("id;field;feld", [("decision.header", "value")]),
        ("id;id;field;value", [("decision.header-twice", "id")]),
    ],
)
def test_a_wrong_header_stops(tmp_path, header, found):
    with pytest.raises(ProjectError) as stop:
        read_decisions(write(tmp_path, f"{header}\n"), "tr")
    assert [(p.code, dict(p.values)["column"]) for p in stop.value.problems] == found


def test_a_file_that_is_no_table_stops(tmp_path):
    with pytest.raises(ProjectError, match=r"csv\.quotes"):
        read_decisions(write(tmp_path, 'id;field;value\n"x;y\n'), "tr")


@pytest.mark.parametrize(
    ("text", "encoding", "added"),
    [
        # the file's own order, separator, line end and encoding are kept
        ("id;field;value;by;on;because;file\r\n", "utf-8", 'E-0123456789;caption.tr;"\'=Işıl; ""ışık""";Öykü;'),
        ("id,file,field,value,by,on,because\nE-1,,hero,yes,,,", "utf-8-sig", "\r\nE-0123456789,,caption.tr,"),
        ("id;file;field;value;by;on;because\n;Işıl.jpg;hero;yes;;;\n", "cp1254", "E-0123456789;;caption.tr;"),
        ("id;file;field;value;by;on;because\n;Işıl.jpg;hero;yes;;;\n", "utf-16", "E-0123456789;;caption.tr;"),
    ],
)
def test_what_stands_in_the_file_stays_byte_for_byte(tmp_path, text, encoding, added):
    path = write(tmp_path, text, encoding)
    before, (old, _) = path.read_bytes(), read_decisions(path, "tr")
    append_decisions(path, [DECISION], "tr")
    assert path.read_bytes().startswith(before)
    assert path.read_bytes().decode(encoding).removeprefix(text).startswith(added)
    decisions, problems = read_decisions(path, "tr")
    assert problems == ()
    assert decisions[:-1] == old
    assert (decisions[-1].item, decisions[-1].value, decisions[-1].by) == (DECISION.item, DECISION.value, "Öykü")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("id;file;field;value;by;on;because\n;Åsa.jpg;hero;yes;;;\n", "cp1252"),  # has no ş
        ("file;field;value;my note\n;x.jpg;\nÅsa.jpg;hero;yes;keep\n", "utf-8"),  # has no column for the id
    ],
)
def test_a_file_that_cannot_take_the_line_is_written_anew_with_the_same_cells(tmp_path, text, encoding):
    path = write(tmp_path, text, encoding)
    old, _ = read_decisions(path, "sv")
    append_decisions(path, [DECISION], "sv")
    new, _ = read_decisions(path, "sv")
    assert [(d.file, d.field, d.value) for d in new[:-1]] == [(d.file, d.field, d.value) for d in old]
    assert (new[-1].item, new[-1].value, new[-1].because) == (DECISION.item, DECISION.value, DECISION.because)
    assert ("my note" in text) == ("keep" in path.read_text(encoding="utf-8-sig"))


def test_the_first_decision_makes_the_file(tmp_path):
    path = tmp_path / "decisions.csv"
    append_decisions(path, [DECISION], "tr")
    assert path.read_text(encoding="utf-8-sig").splitlines()[0] == "id;file;field;value;by;on;because"
    assert read_decisions(path, "tr")[0][0].value == DECISION.value


def test_nothing_is_added_to_a_file_that_cannot_be_read(tmp_path):
    path = write(tmp_path, "ad;tarih\nx;y\n")
    with pytest.raises(ProjectError):
        append_decisions(path, [DECISION], "tr")
    assert path.read_text() == "ad;tarih\nx;y\n"


def test_a_wrong_line_that_redacts_is_kept_without_its_value(tmp_path):
    text = (
        "id;file;field;value\n;a.jpg;covr;0.1 0.2 0.3 0.4\n;a.jpg;cover;\n;a.jpg;crop.tr;0 0 1 1\n"
        "E 1;a.jpg;pixelate;0 0 1 1\n;a.jpg;people;\n"
    )
    decisions, problems = read_decisions(write(tmp_path, text), "en")
    assert [(each.file, each.field, each.value, each.where.line) for each in decisions] == [
        ("a.jpg", Field.COVER, "", 2),
        ("a.jpg", Field.COVER, "", 3),
        ("a.jpg", Field.CROP, "", 4),
        ("a.jpg", Field.PIXELATE, "", 5),
        ("a.jpg", Field.PEOPLE, "", 6),
    ]
    assert all(each.in_doubt for each in decisions)
    assert [problem.where and problem.where.line for problem in problems] == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    "line",
    [
        ";3-ogrenciler/a.jpg;poeple;Ayşe Yılmaz;;;",
        ";3-ogrenciler/a.jpg;people;;;;",
        ";3-ogrenciler/a.jpg;people.tr;Ayşe Yılmaz;;;",
        "E 1;3-ogrenciler/a.jpg;people;Ayşe Yılmaz;;;",
        "#E-0123456789;3-ogrenciler/a.jpg;people;Ayşe Yılmaz;;;",
        ";3-ogrenciler/a.jpg;partnr;yok;;;",
        ";3-ogrenciler/a.jpg;kimler var;Ayşe Yılmaz;;;",
        ";3-ogrenciler/a.jpg;people;Ayşe Yılmaz; Mehmet Demir;K;2026-11-01;",
        ",3-ogrenciler/a.jpg,people,Ayşe Yılmaz",
        ";;3-ogrenciler/a.jpg;people;Ayşe Yılmaz;;",
        '";3-ogrenciler/a.jpg;people;Ayşe Yılmaz;;;"',
        r";C:\okul\evidence\3-ogrenciler\a.jpg;people;Ayşe Yılmaz;;;",
    ],
)
def test_a_wrong_line_that_may_guard_somebody_leaves_its_piece_in_doubt(tmp_path, line):
    rows = f"id;file;field;value;by;on;because\n;3-ogrenciler/;people;yok;;;\n;b.jpg;hero;yes;;;\n{line}\n"
    decisions, problems = read_decisions(write(tmp_path, rows), "tr")
    doubts = [each for each in decisions if each.in_doubt]
    assert {each.file or each.item for each in doubts} >= {"3-ogrenciler/a.jpg"}
    assert {each.where.line for each in doubts} == {4}
    (problem,) = problems if len(problems) == 1 else (problems[-1],)
    assert (problem.where.line, problem.severity) == (4, Severity.ERROR)
    assert "Ayşe" not in str(problem.values)


@pytest.mark.parametrize("field", ["kapat", "örtü", "blur"])
def test_boxes_under_a_field_that_nobody_knows_cover_the_whole_picture(tmp_path, field):
    text = f"id;file;field;value\n;a.jpg;{field};0.1 0.2 0.3 0.4\n"
    decisions, _ = read_decisions(write(tmp_path, text), "en")
    assert [(each.file, each.field, each.value, each.in_doubt) for each in decisions] == [
        ("a.jpg", Field.COVER, "", True)
    ]


def test_an_id_is_read_in_any_case_and_as_spreadsheets_keep_texts(tmp_path):
    text = "id;file;field;value\ne-0123ABCDEF;;people;yok\n'E-0123abcdef.2;;people;yok\n"
    decisions, problems = read_decisions(write(tmp_path, text), "en")
    assert problems == ()
    assert [each.item for each in decisions] == ["E-0123abcdef", "E-0123abcdef.2"]


def test_a_note_beside_a_line_that_guards_nobody_withholds_nothing(tmp_path):
    text = "id;file;field;value\n;a.jpg;caption;Güzel; bir gün\n;b.jpg;people;yok\n"
    decisions, problems = read_decisions(write(tmp_path, text), "tr")
    assert [(each.file, each.in_doubt) for each in decisions] == [("b.jpg", False)]
    assert codes(problems) == [("decision.cells", 2, {})]
