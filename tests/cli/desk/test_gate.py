"""Whoever was not given the address, or asks from another page, is refused; only the desk's own is handed out."""

import http.client

import pytest

from portfolio.cli.desk.gate import HOST

ROUTES = ("place", "take-in", "nobody", "undo")


@pytest.fixture
def piece(school):
    return school.id_of("ağaç.jpg")


def test_a_wrong_token_finds_nothing(school):
    assert school.ask("/")[0] == 404
    assert school.ask(f"/{school.gate.token[:-1]}x/")[0] == 404
    assert school.ask(f"/{school.gate.token}")[0] in (200, 308, 404)
    assert school.ask("")[0] == 200


@pytest.mark.parametrize(
    "origin", [{}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"}, {"Origin": "https://example.org"}]
)
def test_a_foreign_origin_changes_nothing(school, piece, origin):
    before = school.decisions()
    for path in (*ROUTES, f"piece/{piece}"):
        assert school.ask(path, data=f"piece={piece}&target=model".encode(), headers=origin)[0] == 403
    assert school.decisions() == before


def test_another_site_of_the_same_browser_is_refused(school, piece):
    assert school.post("place", {"piece": piece, "target": "model"}, **{"Sec-Fetch-Site": "cross-site"})[0] == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:80"])
def test_a_name_that_was_made_to_lead_here_is_refused(school, host):
    assert school.ask("", headers={"Host": host})[0] in (400, 403)


@pytest.mark.parametrize(
    "path",
    [
        "/picture/../../decisions.csv",
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/picture/..%2f..%2fportfolio.yaml",
    ],
)
def test_a_path_leads_nowhere_else(school, path):
    link = http.client.HTTPConnection(HOST, school.gate.port, timeout=20)
    link.request("GET", f"/{school.gate.token}{path}")
    answer = link.getresponse()
    said = answer.read()
    link.close()
    assert answer.status == 404
    assert b"school:" not in said
    assert b"make_app" not in said


def test_what_is_too_large_is_not_read(school, piece):
    assert school.post(f"piece/{piece}", {"text.caption.tr": "a" * 2**21})[0] == 413
    assert school.said(piece, "caption.tr") == ""


@pytest.mark.parametrize("route", ROUTES)
def test_nothing_is_done_by_looking(school, route):
    before = school.decisions()
    assert school.ask(route)[0] == 405
    assert school.decisions() == before


def test_no_page_may_do_what_none_of_ours_does(school):
    link = http.client.HTTPConnection(HOST, school.gate.port, timeout=20)
    link.request("GET", f"/{school.gate.token}/")
    answer = link.getresponse()
    answer.read()
    link.close()
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
