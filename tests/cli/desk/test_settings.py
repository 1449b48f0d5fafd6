"""The settings in a form: what may be written is, comments stay, and nothing typed is lost."""

import re
from typing import get_args

import pytest
from desks import ask, fields_of
from projects import cache_of, make_project

from portfolio.cli.desk.settinglist import limit_settings, settings_of, sheet_settings
from portfolio.files.shape import Shape
from portfolio.files.yamlfile import parse
from portfolio.model.sheet import Purpose
from portfolio.model.sheetorder import SheetKind
from portfolio.project import read_project
from portfolio.projectfile import ProjectFile
from portfolio.sheetkeys import SheetKeys

NOTHING = parse("")
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
    assert desk.post("settings", fields_of(answer.text)).status_code == 302
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


def keys_of(model, steps=()):
    """The keys of a file down to its values; those that are a school's or a language's stand as one key."""
    for name, field in model.model_fields.items():
        path = (*steps, field.alias or name)
        kinds = [field.annotation, *get_args(field.annotation)]
        inner = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Shape)), None)
        yield from keys_of(inner, path) if inner and path != ("sheets",) else (".".join(path),)


def test_every_key_of_the_file_is_asked():
    asked = {setting.name for setting in (*settings_of(NOTHING), *limit_settings({"plan": "Plans"}))}
    assert set(keys_of(ProjectFile)) == asked | {"sheets"}


def test_every_key_of_a_sheet_is_asked_of_one():
    asked = {setting.steps[-1] for kind in SheetKind for setting in sheet_settings(kind, NOTHING)}
    assert asked == {field.alias or name for name, field in SheetKeys.model_fields.items()}


def test_country_and_conditions_are_written_below_what_is_there(root):
    fields = written(school__country=("TR", "se"), round__conditions__teachers=("", "3"))
    assert ask(root).post("settings", fields).status_code == 302
    text = (root / "portfolio.yaml").read_text("utf-8-sig")
    assert "  country: se\n" + REMARK in text
    assert "conditions: {teachers: 3}}\n" in text


def test_a_condition_that_cannot_be_is_told_beside_its_field(root):
    fields = written(
        school__country=("TR", "Türkiye"),
        round__conditions__label_from=("", "2026-05-01"),
        round__conditions__label_until=("", "2025-05-01"),
    )
    answer = ask(root).post("settings", fields)
    assert answer.status_code == 422
    assert 'id="school.country-wrong-1"' in answer.text
    (told,) = re.findall(r'id="round\.conditions\.(\w+)-wrong-1"', answer.text)
    assert told == "label_from"


def test_a_poster_is_ordered_and_its_lines_stay(root):
    desk = ask(root)
    page = desk.get("settings/poster-event").text
    assert "A build does not make this yet" in page
    fields = {
        "shown.sheets.poster-event.title": "",
        "text.sheets.poster-event.title": "Açık gün: 9 Mayıs",
        "text.sheets.poster-event.text": "Bir\r\n\r\n  iki  üç\r\n",
        "text.sheets.poster-event.photos": "gelen/iki söz, bir virgül.jpg\nE-0123456789",
        "text.sheets.poster-event.on": "2027-05-09",
        "text.sheets.poster-event.for": ["", "office", "tiles"],
        "text.sheets.poster-event.landscape": ["", "true"],
        "text.sheets.poster-event.marks": "",
    }
    assert desk.post("settings/poster-event", fields).status_code == 302
    order = read_project(root, cache_of(root))[0].sheets[SheetKind.EVENT]
    assert (order.title, order.text) == ("Açık gün: 9 Mayıs", "Bir\n\niki üç")
    assert order.photos == ("gelen/iki söz, bir virgül.jpg", "E-0123456789")
    assert order.purposes == (Purpose.SCREEN, Purpose.OFFICE, Purpose.TILES)
    assert order.geometry.width > order.geometry.height
    page = desk.get("settings/poster-event").text
    assert fields_of(page)["shown.sheets.poster-event.photos"] == "gelen/iki söz, bir virgül.jpg\nE-0123456789"


def test_a_switch_is_what_the_file_says_in_its_words(root):
    settings = root / "portfolio.yaml"
    said = settings.read_text("utf-8-sig")
    settings.write_text(f"{said}sheets: {{plaque: {{outdoors: yes, size: A4}}}} # ours\n", "utf-8")
    desk, key = ask(root), "sheets.plaque.outdoors"
    assert re.search(rf'name="text.{key}" value="true" checked', desk.get("settings/plaque").text)
    before = settings.read_bytes()
    assert desk.post("settings/plaque", {f"shown.{key}": "yes", f"text.{key}": ["", "true"]}).status_code == 302
    assert settings.read_bytes() == before
    assert desk.post("settings/plaque", {f"shown.{key}": "yes", f"text.{key}": ""}).status_code == 302
    assert "{outdoors: , size: A4}} # ours" in settings.read_text("utf-8")


def test_a_size_that_is_none_is_told_in_the_words_of_the_file(root):
    key = "sheets.plaque.size"
    answer = ask(root).post("settings/plaque", {f"shown.{key}": "", f"text.{key}": "A9"})
    assert answer.status_code == 422
    assert f'id="{key}-wrong-1">“A9” is not a size of a sheet.' in answer.text


def test_there_is_no_form_of_a_sheet_that_is_none(root):
    assert ask(root).get("settings/postcard").status_code == 404
    assert ask(root).post("settings/dossier", {}).status_code == 404


def test_two_pages_of_a_poster_lose_no_line(root):
    desk, key = ask(root), "sheets.poster-event.text"
    shown = {f"shown.{key}": ""}
    assert desk.post("settings/poster-event", shown | {f"text.{key}": "Bir\nİki"}).status_code == 302
    answer = desk.post("settings/poster-event", shown | {f"text.{key}": "Üç\nDört"})
    assert answer.status_code == 409
    assert 'action="/secret/settings/poster-event"' in answer.text
    sent = fields_of(answer.text)
    assert (sent[f"shown.{key}"], sent[f"text.{key}"]) == ("Bir\nİki", "Üç\nDört")
    assert desk.post("settings/poster-event", sent).status_code == 302
    assert desk.post("undo", {}).status_code == 302
    assert fields_of(desk.get("settings/poster-event").text)[f"text.{key}"] == "Bir\nİki"


def test_a_limit_is_written_and_one_that_is_no_size_is_told_beside_its_field(root):
    desk = ask(root)
    answer = desk.post("settings", {"shown.size_limit": "", "text.size_limit": "very small"})
    assert answer.status_code == 422
    assert 'id="size_limit-wrong-1"' in answer.text
    assert "very small" in answer.text
    assert desk.post("settings", {"shown.size_limit": "", "text.size_limit": "10MB"}).status_code == 302
    assert "size_limit: 10MB" in (root / "portfolio.yaml").read_text("utf-8")


def test_texts_beside_the_emblem_are_asked_in_each_language_that_they_can_be_in():
    node = parse("languages: [tr]\nfunding: {second_language: en, disclaimer: {el: Α}}\nschool: {motto: Işık}\n")
    asked = {setting.key for setting in settings_of(node)}
    assert {f"funding.statement.{code}" for code in ("tr", "en")} <= asked
    assert {f"funding.disclaimer.{code}" for code in ("tr", "en", "el")} <= asked
    assert "school.motto" in asked


def test_what_the_grant_says_is_written_and_judged_like_the_file(root):
    told = "Bu metin\r\nhibe sözleşmesindedir."
    fields = written(funding__disclaimer__tr=("", told), funding__arrangement=("beside", "below"))
    assert ask(root).post("settings", fields).status_code == 302
    project, _ = read_project(root, cache_of(root))
    assert project.funding.arrangement == "below"
    assert dict(project.funding.disclaimer.texts) == {"tr": "Bu metin\nhibe sözleşmesindedir."}
    answer = ask(root).post("settings", written(school__logos=("", "yok.png")))
    assert answer.status_code == 422
    assert 'id="school.logos-wrong-1"' in answer.text


def test_the_length_of_single_texts_is_limited_on_a_page_of_their_own(root):
    desk = ask(root)
    page = desk.get("settings/limits").text
    assert "The school" in page
    fields = written(form__limits__plan=("", "900"), form__limits__school=("", "1200"))
    assert desk.post("settings/limits", fields).headers["Location"].endswith("settings/limits?saved=yes")
    project, _ = read_project(root, cache_of(root))
    assert dict(project.limits.single) == {"plan": 900, "school": 1200}
    assert desk.post("settings/limits", written(form__limits__school=("1200", "many"))).status_code == 422


def test_the_colours_that_hold_for_a_sheet_are_shown_on_its_page(root):
    settings = root / "portfolio.yaml"
    text = settings.read_text("utf-8")
    assert "funding: {basis: label," in text
    settings.write_text(text.replace("funding: {", "funding: {inks: {plaque: black}, "), "utf-8")
    (field,) = re.findall(r'<select id="sheets\.plaque\.ink".*?</select>', ask(root).get("settings/plaque").text, re.S)
    assert '<option value="black" selected>' in field
