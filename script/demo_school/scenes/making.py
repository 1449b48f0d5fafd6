"""What is made and heard: science, radio, clay, robots, music."""

from __future__ import annotations

import math

from demo_school.figures import HAIRS, SKINS, TOPS, look, person
from demo_school.hands import reaching
from demo_school.paint import Canvas, mix
from demo_school.props import GAY, PAPER, laptop, lines, pennants, room, sheet, star, table, window


def science_fair(c: Canvas) -> None:
    """A paper volcano, tubes of colour, children in lab coats."""
    room(c, "#cfe3e6", "#c48f5e", line=640)
    pennants(c, (0, 60), (c.width, 60), 18, 40, 50)
    for k, x in enumerate((70, 950)):
        c.box(x, 150, 310, 330, "#fffaf0", r=6, cast=12, shade=0.15)
        for n in range(3):
            c.ellipse(x + 70 + n * 86, 250, 34, 34, GAY[n * 2 + k], shade=0.4)
        lines(c, x + 40, 320, 230, 5, 26)
    for k, x in enumerate((250, 520, 820, 1090)):
        who = look(c.chance, style=("bob", "short", "curls", "plaits")[k], top="#fbfaf4", hair=HAIRS[k * 2 % 7], skin=SKINS[k])
        person(c, x, 770, 430, who, facing="front", legs="none", arms=(((-0.14, 0.2), (0.2, -0.02)), "up", ((-0.2, -0.1), (0.16, 0.18)), ((-0.22, 0.0), (0.12, 0.2)))[k])
        c.ellipse(x - 26, 770 - 430 * 0.51, 24, 19, "#cfe9f0", alpha=0.55, shade=0)
        c.ellipse(x + 26, 770 - 430 * 0.51, 24, 19, "#cfe9f0", alpha=0.55, shade=0)
    table(c, 40, 740, c.width - 80, colour="#d9a468", legs=210, thick=30, front="#3f8f86")
    c.glow(c.width / 2, 440, 330, "#ffb070", 0.7)
    c.blob([(520, 745), (590, 600), (625, 500), (708, 500), (745, 600), (815, 745)], "#8a6248", cast=12, shade=0.8)
    c.dabs((560, 540, 210, 190), ("#a97c5c", "#6b4632"), 60, (14, 8), alpha=0.5)
    for k, (dx, tall) in enumerate(((-30, 130), (0, 190), (34, 150))):
        c.stroke([(667 + dx * 0.4, 505), (667 + dx, 505 - tall * 0.6), (667 + dx * 1.8, 505 - tall)], 40 - 6 * k, ("#f2a541", "#e2574c", "#f4d35e")[k], taper=0.5, shade=0.4)
    for k in range(16):
        a = math.radians(200 + k * 9)
        r = c.chance.uniform(150, 240)
        c.ellipse(667 + r * math.cos(a), 500 + r * math.sin(a) * 0.8, 9, 9, ("#f2a541", "#e2574c", "#f4d35e")[k % 3], shade=0)
    for x, y2 in ((618, 690), (668, 740), (720, 700)):
        c.stroke([(667, 512), (x, 580), (x, y2)], 22, "#e2574c", taper=0.5, shade=0.3)
    for k in range(6):
        _tube(c, 130 + k * 58, 742, 110, GAY[k])
    for k in range(3):
        _flask(c, 930 + k * 120, 742, 84, GAY[(k * 3 + 2) % 8])
    for k in range(5):
        sheet(c, 160 + k * 70, 880, 56, 70, mix(GAY[k], PAPER, 0.4), turn=-8 + 5 * k)


def _tube(c: Canvas, x: float, y: float, tall: float, colour: str) -> None:
    c.box(x - 15, y - tall, 30, tall, "#f4fbfb", r=14, alpha=0.75, shade=0.2)
    c.box(x - 11, y - tall * 0.62, 22, tall * 0.58, colour, r=11, shade=0.4)
    c.box(x - 19, y - tall - 4, 38, 10, "#dcecee", r=4, shade=0)
    c.box(x - 25, y - 16, 50, 18, "#b9793f", r=4, shade=0.3)


def _flask(c: Canvas, x: float, y: float, size: float, colour: str) -> None:
    c.polygon([(x - size * 0.14, y - size * 1.3), (x + size * 0.14, y - size * 1.3), (x + size * 0.14, y - size * 0.8), (x + size * 0.55, y), (x - size * 0.55, y), (x - size * 0.14, y - size * 0.8)], "#f4fbfb", alpha=0.8, shade=0.2)
    c.polygon([(x - size * 0.3, y - size * 0.5), (x + size * 0.3, y - size * 0.5), (x + size * 0.5, y - 5), (x - size * 0.5, y - 5)], colour, shade=0.5)
    for dx, dy in ((-0.1, -0.25), (0.15, -0.35), (0.02, -0.12)):
        c.ellipse(x + dx * size, y + dy * size, 7, 7, PAPER, alpha=0.7, shade=0)


def podcast(c: Canvas) -> None:
    """Two children with headphones at their microphones."""
    c.wash("#3d4f6e", "#2b3856")
    for row in range(7):
        for column in range(14):
            x, y = 20 + column * 100, 20 + row * 92
            c.box(x, y, 92, 84, mix("#46597c", "#2b3856", 0.15 * ((row + column) % 3)), r=10, shade=0.6)
            c.ellipse(x + 46, y + 42, 26, 24, "#384a6b", shade=0.7)
    c.box(470, 90, 400, 170, "#20294a", r=20, cast=12)
    c.box(484, 104, 372, 142, "#fff2cf", r=14, shade=0.2)
    c.glow(670, 175, 420, "#ffd98a", 0.5)
    c.ellipse(550, 175, 30, 30, "#e2574c", shade=0.3)
    for k, tall in enumerate((40, 76, 100, 64, 90, 50, 30)):
        c.box(606 + k * 30, 175 - tall / 2, 16, tall, GAY[k], r=8, shade=0.2)
    c.glow(300, 420, 420, "#ffe2a8", 0.35)
    c.glow(1040, 420, 420, "#ffe2a8", 0.35)
    for k, (x, style, top, hair, skin) in enumerate(((400, "curls", "#f2a541", "#5b3a29", "#d79b6f"), (930, "pony", "#3f8f86", "#a8662f", "#f3cfae"))):
        who = look(c.chance, style=style, top=top, hair=hair, skin=skin)
        person(c, x, 890, 720, who, facing="front", legs="none", arms=((-0.16, 0.16), (0.14, 0.1)) if k == 0 else ((-0.14, 0.1), (0.2, -0.06)))
        hy = 890 - 0.485 * 720
        arc = [(x + 112 * math.cos(math.radians(a)), hy - 8 + 118 * math.sin(math.radians(a))) for a in range(-176, 0, 16)]
        c.stroke(arc, 20, "#e9edf4", shade=0.2)
        for side in (-1, 1):
            c.ellipse(x + side * 108, hy + 10, 30, 44, "#e2574c", cast=4, shade=0.5)
    table(c, -30, 800, c.width + 60, colour="#b57a45", legs=260, thick=36, front="#6a4630")
    for x, lean in ((560, -1), (780, 1)):
        c.ellipse(x, 800, 60, 16, "#20263a", shade=0.3)
        c.stroke([(x, 800), (x + lean * 20, 700), (x + lean * 64, 640)], 13, "#59606e", shade=0.3)
        c.ellipse(x + lean * 80, 606, 38, 54, "#20263a", turn=lean * 20, shade=0.4)
        for n in range(-2, 3):
            c.stroke([(x + lean * 80 - 28, 606 + n * 16), (x + lean * 80 + 28, 606 + n * 16)], 4, "#7f8796", shade=0)
    laptop(c, 670, 812, 190, back=True)
    star(c, 670, 748, 24, "#f4d35e", shade=0)
    for k in range(4):
        sheet(c, 130 + k * 26, 850 + k * 8, 120, 90, PAPER, turn=-12 + 7 * k)
    lines(c, 160, 842, 90, 4, 18)
    c.ellipse(1180, 828, 52, 16, "#6a3f2a", shade=0)
    c.box(1138, 760, 84, 70, "#e98aa0", r=14, shade=0.5)
    c.ellipse(1236, 792, 24, 24, "#e98aa0", shade=0.2)
    c.ellipse(1236, 792, 12, 12, "#a8713f", shade=0)


def clay_hands(c: Canvas) -> None:
    """Close up: four children's hands finish an arched bridge of clay."""
    c.wash("#e9d3ae", "#d8b483")
    for k in range(40):
        c.stroke([(0, k * 26), (c.width, k * 26)], 2, "#c9a270", alpha=0.35, shade=0)
    for k in range(54):
        c.stroke([(k * 26, 0), (k * 26, 1000)], 2, "#f4e4c4", alpha=0.3, shade=0)
    c.ellipse(667, 560, 560, 330, "#8a5a34", alpha=0.25, blur=40, shade=0)
    c.ellipse(667, 540, 530, 300, "#b98550", cast=16, shade=0.3)
    c.ellipse(667, 528, 505, 280, "#cf9d64", shade=0.3)
    for k in range(4):
        c.ellipse(667, 528, 470 - 70 * k, 255 - 42 * k, "#c08c54", alpha=0.22, shade=0)
    clay, inside = "#c8714a", "#7d4630"
    arch = [(k / 24, 1 - (2 * k / 24 - 1) ** 2) for k in range(25)]
    deck = [(210 + 914 * t, 560 - 190 * rise) for t, rise in arch]
    c.ellipse(667, 690, 500, 70, "#4a2a20", alpha=0.4, blur=22, shade=0)
    c.polygon([*deck, (1150, 690), (184, 690)], clay, shade=0.8)
    for mx, r, tall in ((395, 92, 96), (667, 128, 190), (939, 92, 96)):
        for grow, colour in ((26, mix(clay, "#f0b088", 0.35)), (0, inside)):
            hole = [(mx + (r + grow) * math.cos(math.radians(a)), 692 - (tall + grow) * math.sin(math.radians(a))) for a in range(0, 181, 6)]
            c.polygon(hole, colour, shade=0.5)
        c.polygon([(mx - r, 692), (mx + r, 692), (mx + r * 0.7, 660), (mx - r * 0.7, 660)], "#b98550", shade=0.3)
    c.dabs((250, 520, 830, 140), ("#e0936c", "#a3563a"), 46, (13, 5), alpha=0.35)
    for k in range(15):
        t = (k + 0.5) / 15
        x, y = 210 + 914 * t, 560 - 190 * (1 - (2 * t - 1) ** 2)
        if 6 < k < 9:
            continue  # two stones are still missing: that is what the hands are at
        c.box(x - 28, y - 44, 56, 52, mix(clay, "#f4c09a", 0.15 + 0.25 * (k % 2)), r=12, cast=5, shade=0.55)
    c.box(632, 250, 58, 52, mix(clay, "#f4c09a", 0.4), r=12, cast=12, shade=0.55)
    for x, y, r in ((190, 330, 46), (1160, 350, 54), (240, 760, 40), (1090, 780, 48), (660, 830, 36)):
        c.ellipse(x, y, r, r * 0.8, mix(clay, "#f0b088", 0.1), cast=9, shade=0.7)
    c.stroke([(930, 850), (1130, 905)], 16, "#d9a25e", shade=0.4)
    c.stroke([(905, 843), (960, 858)], 24, "#8b93a3", taper=0.5, shade=0.4)
    c.ellipse(160, 560, 78, 62, "#7fb6c4", cast=8, shade=0.4)
    c.ellipse(160, 552, 62, 46, "#cfeaf0", shade=0.4)
    reaching(c, 300, 640, 150, 40, "#e8b48c", "#e2574c")
    reaching(c, 1050, 640, 150, -40, "#8f5a3a", "#f4d35e", left=True)
    reaching(c, 628, 278, 140, 158, "#f3cfae", "#3f8f86", left=True)
    reaching(c, 850, 330, 140, 204, "#b97a50", "#8e5aa8")
    c.glow(200, 60, 800, "#fff2cc", 0.45)


def robots(c: Canvas) -> None:
    """The robot corner: two robots of parts, cables, three children from behind."""
    room(c, "#d6dcec", "#b5835a", line=720)
    for k in range(5):
        c.box(70 + k * 250, 70, 220, 150, ("#c9d3e8", "#e8d9c4", "#cfe4d6", "#eed3d3", "#ddd3ea")[k], r=8, cast=8, shade=0.2)
        for n in range(4):
            c.box(88 + k * 250 + (n % 2) * 98, 88 + (n // 2) * 62, 88, 52, mix(GAY[(n + k * 2) % 8], PAPER, 0.2), r=6, shade=0.4)
    c.box(430, 280, 480, 260, "#8a6a4a", r=10, cast=12)
    c.box(444, 294, 452, 232, "#2f5d54", shade=0.3)
    c.stroke([(490, 470), (560, 380), (640, 450), (720, 350), (850, 400)], 7, "#fff4dc", shade=0)
    for x, y in ((490, 470), (560, 380), (640, 450), (720, 350), (850, 400)):
        c.ellipse(x, y, 15, 15, "#f4d35e", shade=0.2)
    table(c, 60, 720, c.width - 120, colour="#d3a168", legs=260, thick=30)
    _robot(c, 500, 722, 290, "#4a6fb5", "#f4d35e", up=True)
    _robot(c, 880, 722, 250, "#e2574c", "#bfe3ec", up=False)
    c.box(1040, 560, 150, 162, "#b9793f", r=6, cast=8, shade=0.3)
    c.box(1052, 572, 126, 150, "#f3dcae", r=4, shade=0.3)
    c.ellipse(1160, 650, 9, 9, "#8a5a34", shade=0)
    for k in range(6):
        x = 130 + k * 46
        c.ellipse(x, 704 - 6 * (k % 2), 20, 20, "#8b93a3", shade=0.4)
        c.ellipse(x, 704 - 6 * (k % 2), 9, 9, "#d3a168", shade=0)
    c.stroke([(620, 722), (700, 770), (760, 700), (800, 722)], 6, "#3a3a46", shade=0)
    c.stroke([(300, 722), (360, 760), (420, 722)], 6, "#e2574c", shade=0)
    for k, x in enumerate((250, 690, 1090)):
        person(c, x, 1120, 560, look(c.chance, style=("short", "plaits", "curls")[k], top=("#f2a541", "#3f8f86", "#8e5aa8")[k], hair=HAIRS[(k * 3) % 7], skin=SKINS[k * 2 % 5]), legs="none", arms=("right-up", "right-out", "left-out")[k])
    c.glow(690, 560, 520, "#fff2cc", 0.4)


def _robot(c: Canvas, x: float, y: float, tall: float, colour: str, eye: str, *, up: bool) -> None:
    h = tall
    c.shadow(x, y, h * 0.34, h * 0.04)
    for side in (-1, 1):
        c.box(x + side * h * 0.13 - h * 0.05, y - h * 0.22, h * 0.1, h * 0.2, "#8b93a3", r=4, shade=0.3)
        c.box(x + side * h * 0.15 - h * 0.09, y - h * 0.06, h * 0.18, h * 0.06, "#3a3a46", r=8, shade=0.2)
        lift = -h * 0.2 if up and side > 0 else h * 0.16
        c.stroke([(x + side * h * 0.22, y - h * 0.5), (x + side * h * 0.36, y - h * 0.46 + lift * 0.4), (x + side * h * 0.38, y - h * 0.48 + lift)], h * 0.06, "#8b93a3", shade=0.3)
        c.ellipse(x + side * h * 0.38, y - h * 0.48 + lift, h * 0.055, h * 0.055, "#f2a541", shade=0.4)
    c.box(x - h * 0.23, y - h * 0.58, h * 0.46, h * 0.4, colour, r=h * 0.06, cast=5, shade=0.55)
    c.box(x - h * 0.14, y - h * 0.5, h * 0.28, h * 0.18, PAPER, r=h * 0.03, shade=0.2)
    for k in range(3):
        c.ellipse(x - h * 0.08 + k * h * 0.08, y - h * 0.41, h * 0.025, h * 0.025, GAY[k * 2], shade=0)
    c.box(x - h * 0.05, y - h * 0.64, h * 0.1, h * 0.08, "#8b93a3", shade=0.2)
    c.box(x - h * 0.19, y - h * 0.9, h * 0.38, h * 0.28, mix(colour, "#fff4dc", 0.3), r=h * 0.07, cast=4, shade=0.5)
    for side in (-1, 1):
        c.ellipse(x + side * h * 0.085, y - h * 0.77, h * 0.055, h * 0.055, "#2a2f44", shade=0)
        c.ellipse(x + side * h * 0.085, y - h * 0.77, h * 0.035, h * 0.035, eye, shade=0)
    c.stroke([(x, y - h * 0.9), (x, y - h)], h * 0.02, "#59606e", shade=0)
    c.ellipse(x, y - h * 1.01, h * 0.035, h * 0.035, "#e2574c", shade=0.3)


def music(c: Canvas) -> None:
    """A circle of children with drums, tambourine, xylophone and balloons."""
    room(c, "#f2cdbf", "#b77f56", line=560)
    window(c, 520, 70, 290, 300)
    for k in range(14):
        x = 70 + (k % 7) * 60 if k < 7 else 890 + (k % 7) * 62
        y = 130 + 90 * math.sin(k * 1.9) + 26 * (k % 3) + 60
        colour = GAY[k % 8]
        c.ellipse(x, y, 14, 11, colour, turn=-20, alpha=0.8, shade=0.2)
        c.stroke([(x + 12, y), (x + 12, y - 44), (x + 28, y - 34)], 5, colour, alpha=0.8, curved=False, shade=0)
    c.ellipse(667, 800, 560, 170, "#8e5aa8", cast=8, shade=0.3)
    c.ellipse(667, 796, 500, 146, "#e98aa0", shade=0.3)
    c.ellipse(667, 792, 430, 120, "#f6c7b0", shade=0.3)
    ring = ((200, 700, 250), (400, 640, 240), (600, 622, 235), (800, 628, 235), (990, 660, 240), (1160, 720, 250))
    for k, (x, y, tall) in enumerate(ring):
        person(
            c,
            x,
            y + 40,
            tall * 1.3,
            look(c.chance, style=("bob", "short", "plaits", "curls", "short", "long")[k], top=TOPS[(k * 3) % 10], skin=SKINS[(k * 2 + 1) % 5]),
            facing="front",
            legs="crossed",
            arms=("right-fore", "fore", "up", "fore", "left-up", "left-fore")[k],
        )
    for x, y, colour in ((430, 712, "#e2574c"), (800, 700, "#4a6fb5")):
        _drum(c, x, y, 66, colour)
    for k in range(7):
        c.box(560 + k * 32, 790 - (6 - k) * 3, 26, 70 + (6 - k) * 6, GAY[k], r=5, cast=4, shade=0.4)
    for x, y, r, colour in ((640, 360, 62, "#f4d35e"), (240, 590, 54, "#3f8f86"), (1190, 610, 58, "#f2a541"), (1010, 470, 46, "#e2574c")):
        c.stroke([(x, y + r), (x + 8, y + r + 40), (x - 4, y + r + 74)], 3, "#fff4dc", shade=0)
        c.ellipse(x, y, r * 0.9, r * 1.06, colour, cast=5, shade=0.7)
        c.ellipse(x - r * 0.3, y - r * 0.4, r * 0.18, r * 0.26, "#fffaf0", turn=20, alpha=0.7, shade=0)
    for k, x in enumerate((300, 560, 820, 1060)):
        person(c, x, 985, 350, look(c.chance, style=("pony", "short", "bun", "bob")[k], top=TOPS[(k * 2 + 5) % 10], hair=HAIRS[(k * 2 + 1) % 7]), legs="crossed", arms=("left-up", "out", "right-up", "right-out")[k])
    c.ellipse(708, 900, 46, 46, "#f3dcae", cast=5, shade=0.3)
    for k in range(6):
        a = math.radians(60 * k)
        c.ellipse(708 + 46 * math.cos(a), 900 + 46 * math.sin(a), 9, 9, "#f4d35e", shade=0.3)


def _drum(c: Canvas, x: float, y: float, r: float, colour: str) -> None:
    c.shadow(x, y + r * 0.9, r * 1.1, r * 0.2)
    c.polygon([(x - r, y), (x + r, y), (x + r * 0.82, y + r * 0.95), (x - r * 0.82, y + r * 0.95)], colour, shade=0.6, towards="right")
    for k in range(5):
        px = x - r * 0.9 + k * r * 0.45
        c.stroke([(px, y + 4), (px + r * 0.2, y + r * 0.9), (px + r * 0.42, y + 4)], 4, "#f7e3b8", curved=False, shade=0)
    c.ellipse(x, y, r, r * 0.34, "#f7ead0", shade=0.3)
