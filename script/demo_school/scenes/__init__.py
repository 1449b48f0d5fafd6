"""The scenes by name: one function each, given an empty canvas."""

from __future__ import annotations

from collections.abc import Callable

from demo_school.paint import Canvas
from demo_school.scenes import classroom, corridor, logo, making, outdoors, together

SCENES: dict[str, Callable[[Canvas], None]] = {
    "plan_from_above": classroom.plan_from_above,
    "workshop": classroom.workshop,
    "video_call": classroom.video_call,
    "parents_meeting": classroom.parents_meeting,
    "ambassadors": classroom.ambassadors,
    "paper_europe": corridor.paper_europe,
    "corner_board": corridor.corner_board,
    "sign_poster": corridor.sign_poster,
    "lanterns": corridor.lanterns,
    "scanned_note": corridor.scanned_note,
    "science_fair": making.science_fair,
    "podcast": making.podcast,
    "clay_hands": making.clay_hands,
    "robots": making.robots,
    "music": making.music,
    "grandparents": together.grandparents,
    "sensory_room": together.sensory_room,
    "library_tent": together.library_tent,
    "webinar": together.webinar,
    "pennants": outdoors.school_yard,
    "blurred_yard": outdoors.blurred_yard,
    "kites": outdoors.kites,
    "tree_planting": outdoors.tree_planting,
    "open_day": outdoors.open_day,
    "bus_trip": outdoors.bus_trip,
    "ramp": outdoors.ramp,
    "snow": outdoors.snow,
    "logo": logo.lamp,
}
