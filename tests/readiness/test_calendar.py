"""The calendar file, read back by the rules of RFC 5545."""

from datetime import date

from portfolio.readiness.calendar import Event, calendar

EVENTS = (
    Event(key="closes", day=date(2028, 2, 29), title="Son gün; iş bitti, bitti", text="İmzalı beyan\nyüklendi mi?" * 9),
    Event(key="opens", day=date(2028, 1, 31), title="Açılış", text=""),
)


def parsed(text):
    """The lines of a calendar, unfolded, as (name, parameters, value); fails on what the RFC forbids."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    rows = text.split("\r\n")[:-1]
    assert max(len(row.encode()) for row in rows) <= 75
    lines: list[str] = []
    for row in rows:
        if row.startswith(" "):
            lines[-1] += row[1:]
        else:
            lines.append(row)
    heads = [line.partition(":") for line in lines]
    return [(*name.partition(";")[::2], value) for name, _, value in heads]


def events(text):
    found, stack = [], []
    for name, parameters, value in parsed(text):
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                found.append({"alarms": 0})
            elif value == "VALARM":
                found[-1]["alarms"] += 1
        elif name == "END":
            assert stack.pop() == value
        elif stack[-1] == "VEVENT":
            assert name not in found[-1]
            found[-1][name] = (parameters, value)
    assert stack == []
    return found


def test_all_day_events_with_two_reminders():
    first, second = events(calendar(EVENTS, name="Okul", stamp=date(2026, 11, 20)))
    assert first["DTSTART"] == ("VALUE=DATE", "20280229")
    assert first["DTEND"] == ("VALUE=DATE", "20280301")
    assert first["DTSTAMP"] == ("", "20261120T000000Z")
    assert first["SUMMARY"] == ("", "Son gün\\; iş bitti\\, bitti")
    assert first["DESCRIPTION"][1].startswith("İmzalı beyan\\nyüklendi mi?")
    assert first["alarms"] == second["alarms"] == 2
    assert "DESCRIPTION" not in second


def test_a_day_that_moves_keeps_its_uid_and_nothing_else_shares_it():
    moved = Event(key="closes", day=date(2028, 3, 9), title="Son gün", text="")
    stamp = date(2026, 11, 20)
    before = [event["UID"] for event in events(calendar(EVENTS, name="Okul", stamp=stamp))]
    after = [event["UID"] for event in events(calendar((moved,), name="Okul", stamp=stamp))]
    other = [event["UID"] for event in events(calendar((moved,), name="Başka", stamp=stamp))]
    assert after == before[:1]
    assert len(set(before)) == 2
    assert other != after
    assert calendar(EVENTS, name="Okul", stamp=stamp) == calendar(EVENTS, name="Okul", stamp=stamp)
