"""What forms wrote is taken back in its order with all else; where somebody was there since, both are shown."""

import re
from pathlib import Path
from threading import Barrier, Thread

import pytest
from desks import ask, fields_of, headers
from projects import make_project

from portfolio.errors import InUseError

BODY = "Komşu okullara **kapımızı** açıyoruz."
CITY = {"shown.school.city": "Masalköy", "text.school.city": "Yakınköy"}


@pytest.fixture
def root(tmp_path):
    root = make_project(tmp_path / "okul")
    settings = root / "portfolio.yaml"
    said = settings.read_text("utf-8").replace("  city: Masalköy\n", "  city: Masalköy    # our town\n")
    settings.write_text(said.replace("  country: TR", "  country: TR\n  coordinator: Elif Demir"), "utf-8")
    return root


def undo(desk):
    answer = desk.post("undo", {})
    assert answer.status_code == 302
    return answer.location.rpartition("/secret/")[2]


def test_a_setting_is_taken_back_byte_for_byte_and_can_be_written_again(root):
    desk, settings = ask(root), root / "portfolio.yaml"
    before = settings.read_bytes()
    desk.post("settings", CITY)
    assert undo(desk) == "undone"
    assert settings.read_bytes() == before
    page = desk.get("undone").text
    assert "<legend>Town</legend>" in page
    assert 'action="/secret/settings"' in page
    assert desk.post("settings", fields_of(page)).status_code == 302
    assert "city: Yakınköy    # our town" in settings.read_text("utf-8")


def test_a_text_is_taken_back_and_what_was_written_is_shown(root):
    desk, file = ask(root), root / "narrative" / "model.tr.md"
    before = file.read_bytes()
    desk.post("texts/tr/model", {"shown": BODY, "text": "Yeni <b>söz</b>\r\n\r\nve bir daha"})
    undo(desk)
    assert file.read_bytes() == before
    page = desk.get("undone").text
    assert "Yeni &lt;b&gt;söz&lt;/b&gt;\n\nve bir daha</textarea>" in page
    assert desk.post("texts/tr/model", fields_of(page)).status_code == 302
    assert file.read_text("utf-8").startswith("Yeni <b>söz</b>\n\nve bir daha")


def test_a_file_that_a_form_made_is_gone_again(root):
    desk, file = ask(root), root / "narrative" / "school.en.md"
    desk.post("texts/en/school", {"shown": "", "text": "We are small."})
    undo(desk)
    assert not file.exists()
    assert "We are small.</textarea>" in desk.get("undone").text


def test_what_somebody_changed_since_stays_and_both_are_shown(root):
    desk, file = ask(root), root / "narrative" / "model.tr.md"
    desk.post("texts/tr/model", {"shown": BODY, "text": "Mine"})
    file.write_text(file.read_text("utf-8").replace("Mine", "Theirs"), "utf-8")
    since = file.read_bytes()
    undo(desk)
    assert file.read_bytes() == since
    page = desk.get("undone").text
    assert "This was not taken back" in page
    assert '<pre lang="tr" dir="auto">Theirs</pre>' in page
    assert fields_of(page) == {"shown": "Theirs", "text": BODY}
    assert desk.post("texts/tr/model", fields_of(page)).status_code == 302
    assert file.read_text("utf-8").startswith(BODY)


def test_a_file_that_somebody_took_away_since_is_not_made_again(root):
    desk, file = ask(root), root / "narrative" / "school.en.md"
    desk.post("texts/en/school", {"shown": "", "text": "We are small."})
    file.unlink()
    undo(desk)
    assert not file.exists()
    assert "This was not taken back" in desk.get("undone").text


def test_acts_are_taken_back_the_last_first_whatever_they_were(root):
    desk = ask(root)
    item = next(iter(desk.desk.look().items))
    places = [link.target for link in desk.desk.look().links.get(item, ())]
    desk.post("settings", CITY)
    desk.post("place", {"piece": item, "target": "model"})
    desk.post("texts/tr/model", {"shown": BODY, "text": "Mine"})
    desk.post("texts/tr/model/plan", {"shown": "- İki okula mentorluk", "text": "- Üç"})
    file = root / "narrative" / "model.tr.md"
    undo(desk)
    assert "İki okula" in file.read_text("utf-8")
    assert file.read_text("utf-8").startswith("Mine")
    undo(desk)
    assert file.read_text("utf-8").startswith(BODY)
    assert undo(desk) == ""
    assert [link.target for link in desk.desk.look().links.get(item, ())] == places
    assert undo(desk) == "undone"
    assert "Masalköy    #" in (root / "portfolio.yaml").read_text("utf-8")
    assert re.search(r'id="undo" disabled', desk.get("settings").text)


def test_whoever_undoes_twice_sees_both_until_they_stand_again(root):
    desk = ask(root)
    desk.post("settings", CITY)
    desk.post("texts/tr/model", {"shown": BODY, "text": "Mine"})
    undo(desk)
    undo(desk)
    page = desk.get("undone").text
    assert page.index("Yakınköy</textarea>") < page.index("Mine</textarea>")
    assert desk.post("texts/tr/model", {"shown": BODY, "text": "Mine"}).status_code == 302
    assert "Mine" not in desk.get("undone").text
    assert "Yakınköy</textarea>" in desk.get("undone").text


def test_a_button_pressed_twice_at_once_takes_back_one_act_once(root):
    desk, pressed = ask(root), Barrier(2)
    desk.post("settings", CITY)

    def press():
        pressed.wait()
        desk.app.test_client().post("/secret/undo", headers=headers())

    presses = [Thread(target=press) for _ in range(2)]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    assert "This was not taken back" not in desk.get("undone").text
    assert "Masalköy    #" in (root / "portfolio.yaml").read_text("utf-8")


def test_the_wall_is_led_to_what_was_taken_back(root):
    desk = ask(root)
    desk.post("settings", CITY)
    answer = desk.post("undo", {}, Accept="application/json")
    assert answer.json == {"address": "/secret/undone"}


def test_nothing_was_taken_back_yet(root):
    assert ask(root).get("undone").location == "/secret/"


def test_while_another_run_works_the_act_stays(root):
    desk = ask(root)
    desk.post("settings", CITY)
    with ask(root).desk.alone():
        assert desk.post("undo", {}).status_code == 503
    assert undo(desk) == "undone"
    assert "Masalköy    #" in (root / "portfolio.yaml").read_text("utf-8")


def test_a_text_in_a_language_that_the_school_has_no_more_does_not_stop_what_was_done_before(root):
    desk = ask(root)
    desk.post("settings", CITY)
    piece = next(iter(desk.desk.look().items))
    assert desk.post(f"piece/{piece}", {"shown.caption.en": "", "text.caption.en": "A tree"}).status_code == 302
    settings = root / "portfolio.yaml"
    said = settings.read_text("utf-8")
    settings.write_text(said.replace("languages: [tr, en]", "languages: [tr]"), "utf-8")
    answer = desk.post("undo", {})
    assert answer.status_code == 422
    assert "This was not taken back" in answer.text
    assert undo(desk) == "undone"


@pytest.mark.parametrize("page", ["settings", "settings/plaque", "undone"])
def test_a_file_that_cannot_be_opened_just_now_is_told(page, root):
    desk, settings = ask(root), root / "portfolio.yaml"
    desk.post("settings", CITY)
    undo(desk)
    settings.unlink()
    settings.mkdir()
    answer = desk.get(page)
    assert answer.status_code == 422
    assert "The project file cannot be read" in answer.text


def test_another_program_s_file_that_is_there_for_a_moment_stops_nobody(root, monkeypatch):
    desk = ask(root)
    (root / "~$decisions.csv").write_bytes(b"")
    stat = Path.stat

    def gone(path, **options):
        if path.name.startswith("~$"):
            raise FileNotFoundError(path)
        return stat(path, **options)

    assert desk.get("").status_code == 200
    monkeypatch.setattr(Path, "stat", gone)
    assert desk.get("").status_code == 200


def test_who_writes_is_alone_until_it_was_looked_at_again(root):
    desk, other = ask(root).desk, ask(root).desk
    with desk.alone():
        desk.look()
        with desk.alone():
            pass
        with pytest.raises(InUseError), other.alone():
            pass
    with other.alone():
        pass


def test_an_earlier_act_is_not_shown_once_somebody_has_gone_on(root):
    desk = ask(root)
    desk.post("settings", CITY)
    undo(desk)
    desk.post("settings", {"shown.school.city": "Masalköy", "text.school.city": "Uzakköy"})
    desk.post("settings", {"shown.school.teachers": "", "text.school.teachers": "24"})
    undo(desk)
    page = desk.get("undone").text
    assert "<legend>Number of teachers</legend>" in page
    assert "<legend>Town</legend>" not in page
