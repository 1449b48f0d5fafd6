"""The scenes: one function each, given an empty canvas."""

from collections import defaultdict

from demo_school.figures import look, person


def _crowd(c):
    c.wash("#bfe0e6", "#f7e7c4")
    c.wash("#8fb56a", "#5c8a4e", 680, 320)
    for i in range(int(c.width // 140)):
        person(c, 90 + i * 140, 860 + 40 * (i % 3), 330, look(c.chance))


def _logo(c):
    c.ellipse(500, 500, 500, 500, "#1c3f6e", shade=0)
    c.ellipse(500, 500, 455, 455, "#f7efe0", shade=0)
    c.ellipse(500, 500, 430, 430, "#1c3f6e", shade=0)
    for k in range(12):
        import math
        a = math.radians(30 * k)
        c.stroke([(500 + 300 * math.cos(a), 480 + 300 * math.sin(a)), (500 + 365 * math.cos(a), 480 + 365 * math.sin(a))], 26, "#f2b441", shade=0)
    c.box(430, 235, 140, 40, "#f7efe0", r=14, shade=0)
    c.blob([(420, 275), (580, 275), (700, 480), (580, 690), (420, 690), (300, 480)], "#f2b441", shade=0)
    c.blob([(500, 360), (570, 500), (545, 600), (455, 600), (430, 500)], "#fff6dc", shade=0)
    c.box(410, 690, 180, 44, "#f7efe0", r=14, shade=0)


SCENES = defaultdict(lambda: _crowd)

SCENES["logo"] = _logo
