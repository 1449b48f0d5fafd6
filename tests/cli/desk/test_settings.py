"""The settings in a form: what may be written is, comments stay, and nothing typed is lost."""

import re
from html import unescape

import pytest
from desks import ask
from projects import make_project

from portfolio.cli.desk.settings import settings_of
from portfolio.files.yamlfile import parse
from portfolio.projectfile import ProjectFile

REMARK = "  city: Masalköy    # our town\n"


@pytest.fixture
def root(tmp_path):
    root = make_project(tmp_path / "okul")
    settings = root / "portfolio.yaml"
    settings.write_bytes(b"\xef\xbb\xbf" + settings.read_text("utf-8").replace("  city: Masalköy\n", REMARK).encode())
    return root


def written(**texts):
    """What a form sends: of each key what is in its field, and what was shown."""
    return {
        f"{head}.{key.replace('__', '.')}": text
        for key, (shown, new) in texts.items()
        for head, text in (("shown", shown), ("text", new))
    }


def test_a_value_is_written_and_all_else_stays_byte_for_byte(root):
    before = (root / "portfolio.yaml").read_bytes()
    answer = ask(root).post(
        "settings", written(school__city=("Masalköy", "Yeni: Köy"), label__years=("2025-2026",) * 2)
    )
    assert answer.status_code == 302
    assert (root / "portfolio.yaml").read_bytes() == before.replace(
        "Masalköy    #".encode(), '"Yeni: Köy"    #'.encode()
    )


def test_what_is_wrong_is_told_beside_its_field_and_kept(root):
    before = (root / "portfolio.yaml").read_bytes()
    fields = written(round__closes_on=("2027-03-09", "soon"), school__city=("Masalköy", "Köy"))
    answer = ask(root).post("settings", fields)
    assert answer.status_code == 422
    assert (root / "portfolio.yaml").read_bytes() == before
    (field,) = re.findall(r'<input id="round\.closes_on"[^>]*>', answer.text)
    assert 'value="soon"' in field
    assert 'aria-invalid="true"' in field
    assert 'id="round.closes_on-wrong-1"' in answer.text
    assert 'name="text.school.city" value="Köy"' in answer.text
    assert 'name="shown.school.city" value="Masalköy"' in answer.text


def test_rules_about_two_values_are_told_where_they_are_asked(root):
    answer = ask(root).post("settings", written(label__years=("2025-2026", "")))
    assert answer.status_code == 422
    assert 'id="label.' in answer.text
    assert "1 thing is not right yet" in answer.text


def test_an_edit_from_outside_is_shown_and_neither_is_lost(root):
    desk = ask(root)
    settings = root / "portfolio.yaml"
    settings.write_text(settings.read_text("utf-8-sig").replace("Masalköy    #", "Uzakköy    #"), "utf-8")
    fields = written(school__city=("Masalköy", "Yakınköy"), school__phone=("", "+90 1"))
    answer = desk.post("settings", fields)
    assert answer.status_code == 409
    assert "Uzakköy" in answer.text
    assert "Yakınköy" in answer.text
    assert "Yakınköy" not in settings.read_text("utf-8")
    sent = dict(re.findall(r'name="((?:shown|text)\.[^"]*)" value="([^"]*)"', answer.text))
    assert desk.post("settings", {name: unescape(text) for name, text in sent.items()}).status_code == 302
    assert "city: Yakınköy    # our town" in settings.read_text("utf-8")
    assert "phone: " in settings.read_text("utf-8")


def test_what_is_made_is_chosen_by_boxes(root):
    fields = {"shown.artefacts": "dossier, poster-mission, plaque", "text.artefacts": ["", "dossier", "site"]}
    assert ask(root).post("settings", fields).status_code == 302
    assert "artefacts: [dossier, site]" in (root / "portfolio.yaml").read_text("utf-8-sig")
    assert ask(root).post("settings", {"shown.artefacts": "dossier, site", "text.artefacts": ""}).status_code == 422


def test_while_another_run_works_nothing_typed_is_lost(root):
    desk = ask(root)
    with ask(root).desk.alone():
        answer = desk.post("settings", written(school__city=("Masalköy", 'A "B"\n<C>')))
    assert answer.status_code == 503
    assert 'name="text.school.city"' in answer.text
    assert "A &#34;B&#34;\n&lt;C&gt;</textarea>" in answer.text


def test_a_page_of_another_origin_may_not_write(root):
    before = (root / "portfolio.yaml").read_bytes()
    answer = ask(root).post("settings", written(school__city=("Masalköy", "X")), Origin="http://evil.example")
    assert answer.status_code == 403
    assert (root / "portfolio.yaml").read_bytes() == before


def test_every_setting_is_a_key_of_the_file():
    node = parse("school: {name: A}\nlanguages: [tr, sv]\n")
    for setting in settings_of(node):
        model = ProjectFile
        for step in setting.name.split("."):
            field = model.model_fields[step]
            kinds = [field.annotation, *getattr(field.annotation, "__args__", ())]
            model = next((kind for kind in kinds if hasattr(kind, "model_fields")), None)
