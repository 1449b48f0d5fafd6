"""What is made, played and heard: workshops and quiet corners."""

from __future__ import annotations

import math

from demo_school.figures import HAIRS, SKINS, TOPS, look, person
from demo_school.hands import reaching
from demo_school.paint import Canvas, mix, smooth
from demo_school.props import GAY, PAPER, chair, lantern, laptop, lines, pennants, plant, room, sheet, shelf, star, table, window


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
        person(c, x, y + 40, tall * 1.3, look(c.chance, style=("bob", "short", "plaits", "curls", "short", "long")[k], top=TOPS[(k * 3) % 10], skin=SKINS[(k * 2 + 1) % 5]), facing="front", legs="crossed", arms=("right-fore", "fore", "up", "fore", "left-up", "left-fore")[k])
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


def grandparents(c: Canvas) -> None:
    """Grandparents and grandchildren face each other over chess and nine stones."""
    room(c, "#efd9b8", "#9a6a44", line=620)
    window(c, 100, 90, 250, 310)
    window(c, 1140, 90, 250, 310, sky=("#a9d9e8", "#fde3b4"))
    shelf(c, 560, 130, 360, 470, 4)
    pennants(c, (380, 50), (1110, 50), 15, 26, 36, colours=("#d98a6a", "#f2d08a", "#8fae8a", "#7f9fc0"))
    elders = ((230, "scarf", "#f0e6da", "#8e5aa8"), (590, "short", "#d8d4d0", "#5d6f8a"), (950, "bun", "#e4e0dc", "#b5574a"), (1290, "scarf", "#9fc0b4", "#4f7f78"))
    for k, (x, style, hair, top) in enumerate(elders):
        who = look(c.chance, style=style, hair=hair, top=top, skin=SKINS[(k + 1) % 4])
        person(c, x, 760, 540, who, adult=True, facing="front", legs="none", arms=("right-fore", "fore", "left-fore", "fore")[k])
        y = 760 - 540 * 0.44
        if k in (1, 2):
            for side in (-1, 1):
                c.ellipse(x + side * 19, y - 1, 16, 14, "#5a4a4a", alpha=0.9, shade=0)
                c.ellipse(x + side * 19, y - 1, 12, 10.5, mix(who.skin, "#ffffff", 0.35), shade=0)
            c.stroke([(x - 5, y - 3), (x + 5, y - 3)], 3, "#5a4a4a", shade=0)
        if k == 1:
            c.blob([(x - 26, y + 18), (x, y + 13), (x + 26, y + 18), (x + 12, y + 27), (x, y + 22), (x - 12, y + 27)], "#e8e4e0", shade=0.2)
    table(c, 20, 740, c.width - 40, colour="#b57a45", legs=240, thick=34)
    _board(c, 240, 716, nine=False)
    _board(c, 610, 716, nine=True)
    _board(c, 960, 716, nine=False)
    _board(c, 1290, 716, nine=True)
    for x in (420, 780, 1130):
        c.ellipse(x, 728, 30, 9, "#fdf6e6", shade=0)
        c.box(x - 13, 690, 26, 38, "#b5451f", r=7, shade=0.5)
        c.ellipse(x, 692, 13, 4, "#d9733f", shade=0)
    for k, x in enumerate((300, 650, 1010, 1340)):
        person(c, x, 1090, 560, look(c.chance, style=("plaits", "short", "bob", "curls")[k], top=TOPS[(k * 3 + 1) % 10], hair=HAIRS[(k * 2 + 1) % 7], skin=SKINS[(k + 2) % 5]), legs="none", arms=((-0.16, -0.1), (0.07, 0.27)) if k % 2 else ((-0.07, 0.27), (0.0, -0.16)))
        chair(c, x, 1190, 190, ("#4a6fb5", "#a8473e", "#6f7f4a", "#3f8f86")[k])
    c.glow(220, 240, 700, "#fff0c4", 0.5)


def _board(c: Canvas, x: float, y: float, *, nine: bool) -> None:
    half, slant, depth = 110, 26, 52

    def at(u: float, v: float) -> tuple[float, float]:
        return x + (u - 0.5) * 2 * (half - slant * (1 - v)), y - depth * (1 - v) + depth * 0.5

    c.polygon([at(-0.05, -0.06), at(1.05, -0.06), at(1.05, 1.1), at(-0.05, 1.1)], "#6a4428", cast=6, shade=0.2)
    if nine:
        c.polygon([at(0, 0), at(1, 0), at(1, 1), at(0, 1)], "#f0d9ae", shade=0.2)
        for inset in (0.08, 0.24, 0.38):
            ring = [at(inset, inset), at(1 - inset, inset), at(1 - inset, 1 - inset), at(inset, 1 - inset), at(inset, inset)]
            c.stroke(ring, 3, "#7a5236", curved=False, shade=0)
        for k, (u, v) in enumerate(((0.08, 0.08), (0.5, 0.08), (0.92, 0.5), (0.24, 0.76), (0.5, 0.92), (0.62, 0.38), (0.08, 0.92))):
            c.ellipse(*at(u, v), 11, 7, ("#3a3a46", "#fffaf0")[k % 2], cast=3, shade=0.3)
        return
    for row in range(6):
        for column in range(6):
            corners = [at((column + a) / 6, (row + b) / 6) for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))]
            c.polygon(corners, ("#f0d9ae", "#9a6238")[(row + column) % 2], shade=0)
    for k, (u, v) in enumerate(((0.1, 0.1), (0.42, 0.1), (0.75, 0.25), (0.25, 0.6), (0.58, 0.75), (0.9, 0.9), (0.1, 0.9))):
        px, py = at(u, v)
        colour = ("#3a3a46", "#fffaf0")[k % 2]
        c.polygon([(px - 9, py), (px - 4, py - 22), (px + 4, py - 22), (px + 9, py)], colour, shade=0.3)
        c.ellipse(px, py - 25, 7, 7, colour, shade=0.3)


def sensory_room(c: Canvas) -> None:
    """A dim blue room: bubble columns, cushions, a ceiling of stars."""
    c.wash("#1f2b5c", "#4a4f8c", 0, 720)
    c.wash("#4b3f78", "#2c2754", 700, 300)
    c.dabs((0, 0, c.width, 700), ("#2c3a72", "#1a2450", "#3f4a86"), 240, (60, 10), alpha=0.35)
    for _ in range(130):
        x, y, r = c.chance.random() * c.width, c.chance.random() ** 1.6 * 460, c.chance.uniform(2, 7)
        c.ellipse(x, y, r, r, "#fdf3c8", alpha=c.chance.uniform(0.4, 1), shade=0)
    for x, y, r in ((210, 110, 16), (560, 70, 20), (900, 130, 18), (1180, 80, 15)):
        c.glow(x, y, 100, "#fdf0b8", 0.7)
        star(c, x, y, r, "#fff4c8", shade=0)
    for x, colour in ((170, "#58c4e0"), (330, "#c58af0"), (1010, "#6fe0b4"), (1170, "#f09ac0")):
        c.glow(x, 500, 340, colour, 0.75)
        c.glow(x, 740, 260, colour, 0.6)
        c.box(x - 48, 170, 96, 590, mix(colour, "#ffffff", 0.25), r=44, alpha=0.6, shade=0.2)
        for _ in range(26):
            r = c.chance.uniform(5, 16)
            c.ellipse(x + c.chance.uniform(-30, 30), 200 + c.chance.random() * 530, r, r, "#ffffff", alpha=0.65, shade=0)
        c.box(x - 66, 744, 132, 46, "#2a2548", r=14, shade=0.4)
    for k in range(30):
        x = 480 + k * 13
        y = 150 + 20 * math.sin(k * 0.7)
        fibre = ("#58c4e0", "#c58af0", "#f4d35e", "#f09ac0")[k % 4]
        c.stroke([(x, 60), (x + 5 * math.sin(k), 300), (x + 14 * math.sin(k * 1.3), y + 340 + 40 * (k % 3))], 3.4, fibre, alpha=0.75, shade=0)
        c.glow(x + 14 * math.sin(k * 1.3), y + 340 + 40 * (k % 3), 20, fibre, 1)
    c.ellipse(667, 880, 460, 116, "#6a5aa8", cast=10, shade=0.4)
    c.ellipse(667, 872, 420, 98, "#8474c0", shade=0.4)
    for x, y, w, h, colour, turn in ((330, 850, 150, 84, "#3f8f9a", -8), (1000, 856, 160, 86, "#b5608f", 8), (520, 930, 130, 60, "#d9a05a", 4), (840, 938, 130, 58, "#5a8fc0", -6)):
        c.ellipse(x, y, w, h, colour, turn=turn, cast=10, shade=0.8)
        c.stroke([(x - w * 0.6, y), (x, y + h * 0.25), (x + w * 0.6, y)], 4, mix(colour, "#201a40", 0.4), alpha=0.5, shade=0)
    person(c, 667, 905, 430, look(c.chance, style="bob", hair="#5b3a29", top="#f2c14e", bottom="#4a4f7a", skin="#e8b48c"), legs="crossed", arms=((-0.2, 0.16), (0.2, 0.16)))
    c.glow(667, 690, 360, "#bfa8ff", 0.35)


def library_tent(c: Canvas) -> None:
    """A glowing tent among the shelves, children reading in and around it."""
    room(c, "#e6d2b4", "#a5714a", line=720)
    shelf(c, -20, 70, 400, 660, 5)
    shelf(c, 960, 70, 400, 660, 5)
    window(c, 560, 60, 220, 210)
    for k in range(13):
        x = 380 + k * 48
        y = 300 + 30 * math.sin(k / 12 * math.pi)
        c.glow(x, y, 40, "#fff0b0", 0.8)
        c.ellipse(x, y, 7, 9, "#fff2b8", shade=0)
    c.shadow(670, 875, 420, 40, 0.4)
    c.glow(670, 660, 620, "#ffdf94", 0.65)
    c.polygon([(670, 260), (1010, 860), (330, 860)], "#e9825a", cast=14, shade=0.5)
    for k in range(4):
        top, low = 670, 1010 - k * 62
        c.polygon([(top, 260), (low, 860), (low - 30, 860)], "#f7e3b8", shade=0.2)
        c.polygon([(top, 260), (1340 - low, 860), (1370 - low, 860)], "#f7e3b8", shade=0.2)
    c.polygon([(670, 400), (840, 860), (500, 860)], "#7a3a2a", shade=0.3)
    c.polygon([(670, 420), (824, 860), (516, 860)], "#ffd98a", shade=0.2)
    c.glow(670, 720, 260, "#fff6d0", 0.9)
    c.polygon([(670, 400), (500, 860), (440, 860), (600, 560)], "#f2a07a", cast=6, shade=0.5)
    c.polygon([(670, 400), (840, 860), (900, 860), (740, 560)], "#f2a07a", cast=6, shade=0.5)
    lantern(c, 670, 540, 30, "#f4d35e", lit=0.6)
    pennants(c, (670, 262), (1000, 200), 6, 20, 26)
    pennants(c, (340, 200), (670, 262), 6, 20, 26)
    c.ellipse(670, 905, 620, 90, "#3f8f86", shade=0.3)
    c.ellipse(670, 900, 560, 70, "#6fb0a4", shade=0.3)
    readers = ((610, 850, 250, "front"), (745, 855, 240, "front"), (330, 920, 300, "front"), (1010, 925, 300, "front"), (500, 975, 300, "back"), (850, 985, 310, "back"), (170, 965, 290, "front"), (1190, 975, 290, "front"))
    for k, (x, y, tall, facing) in enumerate(readers):
        if k > 1:
            c.ellipse(x, y - 4, tall * 0.34, tall * 0.12, GAY[(k * 3 + 1) % 8], cast=6, shade=0.6)
        person(c, x, y, tall, look(c.chance, style=("bob", "short", "plaits", "curls", "long", "short", "pony", "bun")[k], top=TOPS[(k * 3 + 3) % 10], skin=SKINS[(k * 2) % 5]), facing=facing, legs="crossed", arms=((-0.03, 0.17), (0.03, 0.17)))
        if facing == "front":
            bx, by = x, y - tall * 0.17
            for side in (-1, 1):
                c.polygon([(bx, by + tall * 0.05), (bx + side * tall * 0.17, by), (bx + side * tall * 0.17, by - tall * 0.14), (bx, by - tall * 0.1)], mix(GAY[(k * 2) % 8], PAPER, 0.1), cast=3, shade=0.3)


def webinar(c: Canvas) -> None:
    """A video meeting: a slide, and coloured symbols instead of faces."""
    c.wash("#20263a", "#191e30", grain=0)
    c.box(0, 0, c.width, 56, "#2b3350", shade=0)
    for k, colour in enumerate(("#e2574c", "#f4d35e", "#6fa04a")):
        c.ellipse(34 + k * 34, 28, 10, 10, colour, shade=0)
    c.text(c.width / 2, 28, "İlk projem · bilgilendirme oturumu", 25, "#e9edf4", bold=False)
    c.box(40, 90, 1170, 760, "#fffaf0", r=14, shade=0)
    c.text(110, 190, "İlk projem", 76, "#7B2A86", anchor="lm")
    c.text(112, 268, "Beş küçük adım, iki saat, bol soru", 34, "#5a5566", bold=False, anchor="lm")
    steps = ("Merak et", "Ortak bul", "Birlikte planla", "Çocuklara sor", "Paylaş")
    for k, step in enumerate(steps):
        x = 190 + k * 218
        if k < 4:
            c.stroke([(x + 70, 500), (x + 148, 500)], 10, "#d8cfe4", shade=0)
        c.ellipse(x, 500, 74, 74, GAY[(0, 1, 3, 4, 6)[k]], shade=0.25)
        c.text(x, 500, str(k + 1), 66, "#fffaf0")
        c.text(x, 616, step, 29, "#3a3a46")
    for k in range(7):
        star(c, 180 + k * 150, 760, 24, GAY[k], shade=0.2)
    for k in range(12):
        x, y = 1250 + (k % 3) * 166, 90 + (k // 3) * 194
        c.box(x, y, 152, 178, mix(GAY[k % 8], "#20263a", 0.62), r=12, shade=0)
        c.ellipse(x + 76, y + 76, 46, 46, mix(GAY[k % 8], "#fff4dc", 0.2), shade=0)
        if k % 3 == 0:
            star(c, x + 76, y + 76, 30, PAPER, shade=0)
        elif k % 3 == 1:
            c.polygon([(x + 50, y + 96), (x + 76, y + 46), (x + 102, y + 96)], PAPER, shade=0)
        else:
            c.ellipse(x + 76, y + 76, 24, 24, PAPER, shade=0)
        c.box(x + 36, y + 146, 80, 12, "#e9edf4", r=6, alpha=0.6, shade=0)
    c.box(0, 900, c.width, 100, "#2b3350", shade=0)
    for k, colour in enumerate(("#59648a", "#59648a", "#59648a", "#6fa04a", "#e2574c")):
        c.ellipse(c.width / 2 - 190 + k * 95, 950, 33, 33, colour, shade=0)
        c.ellipse(c.width / 2 - 190 + k * 95, 950, 12, 12, "#fffaf0", shade=0)
    c.text(1250, 950, "61 katılımcı", 30, "#e9edf4", anchor="lm")
