"""The school's texts in forms: each in its own file, with what is wrong beside it, and nothing typed lost."""

import docx
import pytest
from desks import ask
from projects import make_project, rewrite


@pytest.fixture
def root(tmp_path):
    root = make_project(tmp_path / "okul")
    rewrite(root / "portfolio.yaml", "edition_on", "form: {limits: {model: 10}}\nedition_on")
    return root


BODY = "Komşu okullara **kapımızı** açıyoruz."


def test_each_text_is_there_missing_or_too_long(root):
    page = ask(root).get("texts").text
    assert 'href="/secret/texts/tr/model" aria-label="4 Role model for other schools, tr: too long"' in page or (
        "tr: too long" in page
    )
    assert "tr: there" in page
    assert "en: missing" in page
    assert "33 / 10" in page


def test_a_text_is_written_between_its_headings(root):
    desk, file = ask(root), root / "narrative" / "model.tr.md"
    before = file.read_text("utf-8")
    answer = desk.post("texts/tr/model/plan", {"shown": "- İki okula mentorluk", "text": "- Üç okula mentorluk\r\n- x"})
    assert answer.status_code == 302
    assert file.read_text("utf-8") == before.replace("- İki okula mentorluk", "- Üç okula mentorluk\n- x")
    assert "Üç okula" in desk.get("texts/tr/model/plan").text


def test_a_missing_one_makes_its_file(root):
    assert ask(root).post("texts/en/school", {"shown": "", "text": "We are small."}).status_code == 302
    assert (root / "narrative" / "school.en.md").read_text("utf-8") == "We are small.\n"


def test_what_is_wrong_with_it_is_told_beside_it(root):
    desk = ask(root)
    desk.post("texts/tr/model", {"shown": BODY, "text": f"{BODY}\n\nSee [[E-ffffffff]] and <b>this</b>."})
    page = desk.get("texts/tr/model").text
    assert "E-ffffffff" in page.split('id="wrong"')[1]
    assert page.split('id="wrong"')[1].count('class="problem"') >= 2
    assert 'id="wrong"' not in desk.get("texts/tr/model/plan").text


def test_a_text_that_begins_another_one_is_refused_and_kept(root):
    before = (root / "narrative" / "model.tr.md").read_bytes()
    answer = ask(root).post("texts/tr/model", {"shown": BODY, "text": "Mine\n\n## plan\n\nmore"})
    assert answer.status_code == 422
    assert "## plan\n\nmore</textarea>" in answer.text
    assert (root / "narrative" / "model.tr.md").read_bytes() == before


def test_an_edit_from_outside_is_shown_and_neither_is_lost(root):
    desk, file = ask(root), root / "narrative" / "model.tr.md"
    file.write_text(file.read_text("utf-8").replace("açıyoruz", "açtık"), "utf-8")
    answer = desk.post("texts/tr/model", {"shown": BODY, "text": "Mine"})
    assert answer.status_code == 409
    assert "açtık" in answer.text
    assert "Mine</textarea>" in answer.text
    assert "açtık" in file.read_text("utf-8")
    assert desk.post("texts/tr/model", {"shown": BODY.replace("açıyoruz", "açtık"), "text": "Mine"}).status_code == 302
    assert file.read_text("utf-8").startswith("Mine\n\n## plan")


def test_what_stands_in_word_is_shown_and_written_there(root):
    document = docx.Document()
    document.add_paragraph("Okulumuz küçüktür.")
    document.save(root / "narrative" / "school.tr.docx")
    before = (root / "narrative" / "school.tr.docx").read_bytes()
    page = ask(root).get("texts/tr/school").text
    assert "Okulumuz küçüktür." in page
    assert 'id="text"' not in page
    assert ask(root).post("texts/tr/school", {"shown": "Okulumuz küçüktür.", "text": "x"}).status_code == 422
    assert (root / "narrative" / "school.tr.docx").read_bytes() == before


@pytest.mark.parametrize("path", ["tr/..%2f..%2fportfolio.yaml", "xx/model", "tr/model/nothing", "tr/../consent"])
def test_no_path_leads_anywhere_else(root, path):
    assert ask(root).get(f"texts/{path}").status_code == 404
    assert ask(root).post(f"texts/{path}", {"shown": "", "text": "x"}).status_code == 404
