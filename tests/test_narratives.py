from compose.editions import FRAMEWORK

from portfolio.model.problem import Place, Severity
from portfolio.model.project import Narratives
from portfolio.model.text import Phrase
from portfolio.narratives import heading_words, read_narratives, unknown_keys, unknown_limits


def write(folder, **texts):
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name.replace('_', '.')}.md").write_text(text, encoding="utf-8")
    return folder


def test_a_file_holds_the_text_the_plan_and_criteria(tmp_path):
    source = (
        "<!-- İpucu: kim, ne zaman? -->\n\nKararları birlikte alırız.\n\n## Okulumuz\nYeni.\n\n"
        "## plan\n- 2026: pano\n\n## open-days ##\nHer mayıs.\n"
    )
    narratives, problems = read_narratives(write(tmp_path / "metin ler", leadership_tr=source), "tr")
    assert problems == ()
    assert narratives.texts == {
        "leadership": {"tr": "Kararları birlikte alırız.\n\n## Okulumuz\nYeni."},
        "leadership/plan": {"tr": "- 2026: pano"},
        "leadership/open-days": {"tr": "Her mayıs."},
    }


def test_languages_come_together_under_a_key(tmp_path):
    folder = write(tmp_path / "narrative", school_tr="Okulumuz", school_en="Our school", model="Açık kapı")
    narratives, _ = read_narratives(folder, "tr")
    school = narratives.find("school")
    assert school is not None
    assert school.phrase("en", "tr") == Phrase(text="Our school")
    assert school.phrase("sv", "tr") == Phrase(text="Okulumuz", language="tr")
    assert narratives.texts["model"] == {"tr": "Açık kapı"}
    assert narratives.find("inclusion") is None


def test_a_stub_that_nobody_filled_in_is_no_text(tmp_path):
    folder = write(tmp_path / "narrative", students_tr="<!-- Buraya yazın -->\n\n## plan\n<!-- iki\nyıl -->\n")
    assert read_narratives(folder, "tr") == (Narratives(texts={}), ())


def test_headings_in_code_are_text(tmp_path):
    folder = write(tmp_path / "narrative", school_en="```\n## plan\n```\nafter")
    assert list(read_narratives(folder, "en")[0].texts) == ["school"]


def test_no_folder_no_texts(tmp_path):
    assert read_narratives(tmp_path / "narrative", "tr") == (Narratives(texts={}), ())


def test_old_encodings_are_read_by_the_language_of_the_file(tmp_path):
    folder = write(tmp_path / "narrative")
    (folder / "school.tr.md").write_bytes("Işıltı şöleni".encode("cp1254"))
    assert read_narratives(folder, "en")[0].texts == {"school": {"tr": "Işıltı şöleni"}}


def test_what_cannot_be_used_is_named_and_the_rest_is_read(tmp_path):
    folder = write(tmp_path / "narrative", school_tr="Okul", model_tr="bir\n\n## plan\nx\n\n## plan\ny\n")
    (folder / "okul tanıtımı.md").write_text("?", encoding="utf-8")
    (folder / "students.sv.md").write_bytes(b"\xff\x81\x00")
    (folder / "logo.png").write_bytes(b"\x89PNG")
    narratives, problems = read_narratives(folder, "tr")
    assert set(narratives.texts) == {"school", "model", "model/plan"}
    assert narratives.texts["model/plan"] == {"tr": "x"}
    assert [(p.code, p.severity, p.where) for p in problems] == [
        ("narrative.twice", Severity.WARNING, Place(file="narrative/model.tr.md", line=6)),
        ("narrative.name", Severity.WARNING, Place(file="narrative/okul tanıtımı.md")),
        ("file.binary", Severity.ERROR, Place(file="narrative/students.sv.md")),
    ]


def test_texts_that_no_document_shows_are_named():
    narratives = Narratives(
        texts={
            "modle": {"tr": "x"},
            "model/open-day": {"tr": "x"},
            "zebra": {"tr": "x"},
            "model": {"tr": "x", "fi": "x"},
        }
    )
    problems = unknown_keys(narratives, ("school", "model", "model/plan", "model/open-days"), ("tr", "en"))
    assert [(p.code, p.where.file, dict(p.values)) for p in problems] == [
        ("narrative.misspelt-key", "narrative/modle.tr.md", {"key": "modle", "nearest": "model"}),
        ("narrative.misspelt-key", "narrative/model.tr.md", {"key": "open-day", "nearest": "open-days"}),
        ("narrative.key", "narrative/zebra.tr.md", {"key": "zebra"}),
        ("narrative.language", "narrative/model.fi.md", {"language": "fi"}),
    ]


def test_word_and_plain_text_are_read_like_markdown(tmp_path):
    import docx

    folder = write(tmp_path / "narrative")
    document = docx.Document()
    document.add_paragraph("Kapımız açık.")
    document.add_heading("Plan", level=1)
    document.add_paragraph("Her mayıs")
    document.save(str(folder / "model.tr.docx"))
    long = "Öğrencilerimiz anlattı, öğretmenlerimiz yalnızca çay taşıdı. " * 2
    (folder / "students.tr.txt").write_text(f"{long}\nbir\n\n## plan\n- iki\n- üç\n", encoding="utf-8-sig")
    narratives, problems = read_narratives(folder, "tr", heading_words(FRAMEWORK))
    assert problems == ()
    assert narratives.texts == {
        "model": {"tr": "Kapımız açık."},
        "model/plan": {"tr": "Her mayıs"},
        "students": {"tr": f"{long}  \nbir"},
        "students/plan": {"tr": "- iki\n- üç"},
    }
    assert narratives.place("model/plan", "tr", 1) == Place(file="narrative/model.tr.docx")
    assert narratives.place("students/plan", "tr", 2) == Place(file="narrative/students.tr.txt", line=6)


def test_a_heading_may_be_the_criterion_s_wording(tmp_path):
    source = "Kapımız açık.\n\n## Diğer okullara açık günler\nMayıs\n\n## Mayıs’ta\nx\n\n### PLAN:\n- y\n"
    folder = write(tmp_path / "narrative", model_tr=source, school_tr="## Plan\nx")
    narratives, _ = read_narratives(folder, "tr", heading_words(FRAMEWORK))
    assert narratives.texts == {
        "model": {"tr": "Kapımız açık."},
        "model/open-days": {"tr": "Mayıs\n\n## Mayıs’ta\nx"},
        "model/plan": {"tr": "- y"},
        "school": {"tr": "## Plan\nx"},
    }


def test_of_two_formats_one_is_used_and_both_are_named(tmp_path):
    folder = write(tmp_path / "narrative", model_tr="bir")
    (folder / "model.txt").write_text("iki", encoding="utf-8")
    (folder / "model.sv.odt").write_bytes(b"PK")
    (folder / "~$model.tr.docx").write_bytes(b"locked")
    narratives, problems = read_narratives(folder, "tr")
    assert narratives.texts == {"model": {"tr": "bir"}}
    assert [(p.code, p.where.file, dict(p.values)) for p in problems] == [
        ("narrative.format", "narrative/model.sv.odt", {}),
        ("narrative.two-formats", "narrative/model.txt", {"used": "narrative/model.tr.md"}),
    ]


def test_a_broken_word_document_does_not_hide_the_others(tmp_path):
    folder = write(tmp_path / "narrative", school_tr="Okul")
    (folder / "model.tr.docx").write_bytes(b"no archive")
    narratives, problems = read_narratives(folder, "tr")
    assert narratives.texts == {"school": {"tr": "Okul"}}
    assert [(p.code, p.where.file) for p in problems] == [("archive.damaged", "narrative/model.tr.docx")]


def test_limits_of_no_text_are_named():
    problems = unknown_limits(("plan", "model/open-day", "zzz"), ("model", "model/open-days"), "portfolio.yaml")
    assert [(p.code, dict(p.values)) for p in problems] == [
        ("form.misspelt-key", {"key": "model/open-day", "nearest": "model/open-days"}),
        ("form.limit-key", {"key": "zzz"}),
    ]
