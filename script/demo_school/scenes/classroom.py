"""Meetings and lessons indoors."""

from __future__ import annotations

import math

from demo_school.figures import HAIRS, SKINS, TOPS, Look, look, person
from demo_school.paint import Canvas, mix
from demo_school.props import GAY, PAPER, chair, lantern, laptop, lines, pennants, plant, room, sheet, shelf, star, table, window


def plan_from_above(c: Canvas) -> None:
    """Eight teachers around a round table, seen from the ceiling; a plan lies in the middle."""
    c.wash("#d9a469", "#c48a52")
    for k in range(12):
        c.stroke([(0, k * 92), (c.width, k * 92 + 6)], 2.4, "#8a5a34", alpha=0.55, shade=0)
        for _ in range(3):
            x = c.chance.random() * c.width
            c.stroke([(x, k * 92), (x, k * 92 + 92)], 2.4, "#8a5a34", alpha=0.45, shade=0)
    c.dabs((0, 0, c.width, 1000), ("#e4b57c", "#b97f49"), 90, (46, 4), alpha=0.35)
    mx, my = c.width / 2, 505
    c.ellipse(mx + 10, my + 24, 440, 440, "#4a2a35", alpha=0.16, blur=24, shade=0)
    c.ellipse(mx, my, 455, 455, "#b8574a", shade=0.25)
    c.ellipse(mx, my, 425, 425, "#f0d9ae", shade=0.2)
    c.ellipse(mx, my, 395, 395, "#c9695a", shade=0.25)
    for k in range(28):
        a = math.radians(360 / 28 * k)
        star(c, mx + 440 * math.cos(a), my + 440 * math.sin(a), 13, "#f7e3b8", shade=0)
    seats = [(k, math.radians(45 * k + 22)) for k in range(8)]
    for k, a in seats:
        x, y = mx + 392 * math.cos(a), my + 392 * math.sin(a)
        c.ellipse(x + 26 * math.cos(a), y + 26 * math.sin(a), 74, 74, ("#4d6b8a", "#7a8f5a")[k % 2], cast=10, shade=0.4)
    c.ellipse(mx, my, 318, 318, "#8a5730", cast=26, shade=0.2)
    c.ellipse(mx, my, 306, 306, "#c98d52", shade=0.35)
    for r in (250, 190, 130):
        c.ellipse(mx + 20, my - 20, r, r * 0.98, "#d79c60", alpha=0.35, shade=0)
    sheet(c, mx, my, 400, 290, PAPER, turn=-7)
    _drawn_plan(c, mx, my)
    for k, a in seats:
        who = look(c.chance, style=("short", "bun", "scarf", "curls", "bob", "short", "long", "pony")[k], top=TOPS[(k * 3) % 10], skin=SKINS[k % 5])
        _from_above(c, mx + 378 * math.cos(a), my + 378 * math.sin(a), a, who, 1.5 if k % 2 else 1.0)
    for k in range(7):
        a = math.radians(51 * k + 4)
        x, y = mx + 262 * math.cos(a), my + 262 * math.sin(a)
        c.ellipse(x, y, 27, 27, "#fdf6e6", cast=5, shade=0.2)
        c.ellipse(x, y, 16, 16, "#b5451f", shade=0.5)
        c.ellipse(x - 5, y - 5, 5, 4, "#f6c08a", alpha=0.8, shade=0)
    for k, colour in enumerate(GAY[:6]):
        a = math.radians(60 * k + 38)
        x, y = mx + 228 * math.cos(a), my + 205 * math.sin(a)
        c.stroke([(x, y), (x + 52 * math.cos(a * 2.3), y + 52 * math.sin(a * 2.3))], 9, colour, shade=0.3)
    c.glow(140, 60, 900, "#ffe6ae", 0.5)


def _drawn_plan(c: Canvas, mx: float, my: float) -> None:
    spots = [(-140, -70), (-30, -95), (90, -84), (150, 0), (60, 60), (-60, 80), (-150, 50)]
    turned = [(mx + x * 0.99 + y * 0.12, my - x * 0.12 + y * 0.99) for x, y in spots]
    c.stroke([*turned, turned[0]], 6, "#6a6f86", shade=0)
    for k, (x, y) in enumerate(turned):
        c.ellipse(x, y, 34, 34, GAY[k % 8], cast=3, shade=0.4)
        if k % 3 == 0:
            star(c, x, y, 20, PAPER, shade=0)
        elif k % 3 == 1:
            c.polygon([(x - 15, y + 14), (x, y - 18), (x + 15, y + 14)], PAPER, shade=0)
        else:
            c.box(x - 13, y - 13, 26, 26, PAPER, r=6, shade=0)
    c.ellipse(mx, my - 8, 46, 46, "#f4d35e", shade=0.3)
    for k in range(8):
        a = math.radians(45 * k)
        c.stroke([(mx + 56 * math.cos(a), my - 8 + 56 * math.sin(a)), (mx + 70 * math.cos(a), my - 8 + 70 * math.sin(a))], 6, "#f2a541", shade=0)


def _from_above(c: Canvas, x: float, y: float, a: float, who: Look, reach: float) -> None:
    inwards, across = (-math.cos(a), -math.sin(a)), (-math.sin(a), math.cos(a))

    def at(along: float, side: float) -> tuple[float, float]:
        return x + inwards[0] * along + across[0] * side, y + inwards[1] * along + across[1] * side

    c.ellipse(*at(-4, 4), 104, 58, "#2a2350", turn=math.degrees(a) + 90, alpha=0.22, blur=10, shade=0)
    for side, far in ((-1, 96 * reach), (1, 118)):
        hand = at(far, side * 34)
        c.ellipse(*hand, 18, 18, who.skin, shade=0.2)
        c.stroke([at(6, side * 78), at(far * 0.5, side * 84), at(far * 0.84, side * 42)], 40, mix(who.top, "#20163a", 0.1), taper=0.75, shade=0.3)
    c.ellipse(*at(0, 0), 100, 50, who.top, turn=math.degrees(a) + 90, shade=0.45)
    c.ellipse(*at(14, 0), 50, 50, mix(who.skin, "#6a3030", 0.15), shade=0)
    c.ellipse(*at(6, 0), 52, 54, who.hair, shade=0.55)
    if who.style == "bun":
        c.ellipse(*at(-34, 0), 24, 24, who.hair, shade=0.5)
    elif who.style in ("long", "scarf"):
        c.ellipse(*at(-26, 0), 46, 54, who.hair, shade=0.4)
    elif who.style == "curls":
        for k in range(9):
            b = math.radians(40 * k)
            c.ellipse(*at(6 + 42 * math.cos(b), 42 * math.sin(b)), 19, 19, who.hair, shade=0.4)
    elif who.style == "pony":
        c.stroke([at(-30, 0), at(-62, 8), at(-86, 22)], 28, who.hair, taper=0.4, shade=0.4)


def workshop(c: Canvas) -> None:
    """Teachers with laptops learn from a colleague at the board."""
    room(c, "#d9e2cf", "#b98a5a", line=690)
    window(c, 60, 120, 230, 330)
    window(c, 1210, 120, 230, 330, sky=("#b7dcec", "#fde9c4"))
    c.box(390, 90, 720, 400, "#8a6a4a", r=10, cast=14)
    c.box(405, 105, 690, 370, "#fdfbf3", r=4, shade=0.12)
    boxes = [(470, 160, 0), (690, 140, 4), (900, 175, 2), (560, 320, 5), (800, 330, 1)]
    for one, other in ((0, 1), (1, 2), (0, 3), (3, 4), (1, 4), (2, 4)):
        a, b = boxes[one], boxes[other]
        c.stroke([(a[0] + 60, a[1] + 36), (b[0] + 60, b[1] + 36)], 6, "#8c93a8", shade=0)
    for x, y, k in boxes:
        c.box(x, y, 130, 78, GAY[k], r=14, cast=4, shade=0.35)
        c.box(x + 22, y + 24, 86, 10, PAPER, r=5, shade=0)
        c.box(x + 22, y + 44, 54, 10, PAPER, r=5, shade=0)
    plant(c, 345, 690, 150)
    person(c, 1150, 770, 520, look(c.chance, style="short", hair="#3a2a26", top="#2f6f6b", bottom="#4a4a5a", skin="#e8b48c"), adult=True, facing="front", arms="left-out")
    for row, (y, tall, count) in enumerate(((850, 330, 5), (985, 390, 4))):
        gap = c.width / count
        for k in range(count):
            x = gap * (k + 0.5) + (20 if row else -10)
            table(c, x - 135, y - 105, 270, legs=120, colour=mix("#c98d52", "#fff0d0", 0.15 * row))
            laptop(c, x + 12, y - 104, 128, glow=("#cfe9f0", "#fde7c0", "#d9ecd0")[(k + row) % 3])
        for k in range(count):
            x = gap * (k + 0.5) + (20 if row else -10)
            who = look(c.chance, style=("bob", "scarf", "short", "bun", "long", "curls", "pony", "short", "scarf")[k + 5 * row], top=TOPS[(k * 2 + row * 3) % 10])
            person(c, x - 20, y + 70, tall * 1.2, who, adult=True, legs="none", arms="right-fore" if k % 2 else "fore")
            chair(c, x - 20, y + 150, 150, ("#7a4b2b", "#4a6fb5", "#6f7f4a", "#a8473e", "#3f8f86")[(k + row) % 5])
    c.glow(180, 260, 620, "#fff1c8", 0.45)


def video_call(c: Canvas) -> None:
    """A class in front of a smart board with four windows, hands up."""
    room(c, "#f0cfa0", "#a9744a", line=740)
    c.glow(c.width / 2, 300, 900, "#bfe6ef", 0.35)
    window(c, 70, 130, 240, 360)
    shelf(c, 1470, 300, 250, 430, 3)
    plant(c, 1400, 745, 170)
    bx, by, bw, bh = 400, 70, 940, 530
    c.box(bx - 24, by - 24, bw + 48, bh + 60, "#3f4656", r=16, cast=22, shade=0.3)
    c.box(bx, by, bw, bh, "#e9f4f4", shade=0.1)
    views = (("#bcd9ef", "#f4f7fb", "snow"), ("#f7d6a0", "#f2efe0", "town"), ("#cfe2b4", "#f1f0d8", "wood"), ("#c9c2e6", "#f5e6ee", "lake"))
    for k, (top, low, what) in enumerate(views):
        x, y, w, h = bx + 22 + (k % 2) * 455, by + 22 + (k // 2) * 250, 440, 236
        c.box(x, y, w, h, top, r=10, shade=0)
        c.box(x, y + h * 0.5, w, h * 0.5, low, r=10, shade=0.2)
        if what == "snow":
            for t in range(5):
                poplar_small(c, x + 40 + t * 90, y + 150, 90, "#4f7f78")
        elif what == "town":
            for t in range(5):
                c.box(x + 20 + t * 84, y + 60 + 18 * (t % 3), 72, 120, ("#e0a070", "#d98060", "#f0c080")[t % 3], shade=0.3)
                c.polygon([(x + 14 + t * 84, y + 60 + 18 * (t % 3)), (x + 56 + t * 84, y + 30 + 18 * (t % 3)), (x + 98 + t * 84, y + 60 + 18 * (t % 3))], "#b5533c", shade=0.3)
        elif what == "wood":
            for t in range(7):
                poplar_small(c, x + 30 + t * 62, y + 160, 110 + 30 * (t % 2), "#5f9050")
        else:
            c.box(x, y + 110, w, 60, "#8fb6d9", shade=0.3)
            c.polygon([(x + 10, y + 112), (x + 130, y + 30), (x + 240, y + 112)], "#7f86b5", shade=0.4)
            c.polygon([(x + 190, y + 112), (x + 320, y + 50), (x + 430, y + 112)], "#9aa0c8", shade=0.4)
        for t in range(4):
            person(c, x + 70 + t * 100, y + h + 10, 210, look(c.chance), facing="front", legs="none", arms=("up", "right-up", "down", "left-up")[(t + k) % 4])
        c.box(x - 6, y + h - 2, w + 12, 26, "#e9f4f4", shade=0)
    c.box(bx, by + bh - 6, bw, 8, "#3f4656", shade=0)
    c.box(bx - 24, by + bh, bw + 48, 36, "#3f4656", r=10, shade=0.2)
    pennants(c, (0, 40), (c.width, 40), 26, 30, 44)
    for k in range(7):
        person(c, 210 + k * 225, 935, 330, look(c.chance, style=("short", "bob", "plaits", "curls", "pony", "short", "long")[k]), legs="none", arms=("right-up", "down", "up", "left-up", "down", "right-up", "left-up")[k])
    for k in range(8):
        person(
            c,
            95 + k * 225,
            1085,
            430,
            look(c.chance, style=("long", "short", "bun", "short", "scarf", "bob", "curls", "plaits")[k], hair=HAIRS[(k * 3) % 7]),
            legs="none",
            arms=("down", "left-up", "down", "right-up", "down", "up", "down", "right-up")[k],
        )


def poplar_small(c: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """A far tree inside a window of the board."""
    c.polygon([(x, y - size), (x + size * 0.28, y), (x - size * 0.28, y)], colour, shade=0.4)


def parents_meeting(c: Canvas) -> None:
    """Parents seen from behind; two children explain their poster."""
    room(c, "#f4d9b0", "#8f5d3c", line=660)
    window(c, 40, 110, 220, 320, sky=("#31406f", "#c9785c"), hill="#3a4a5e")
    window(c, 1075, 110, 220, 320, sky=("#31406f", "#c9785c"), hill="#3a4a5e")
    c.box(330, 80, 680, 400, "#a8713f", r=10, cast=14)
    c.box(346, 96, 648, 368, "#2f5d54", shade=0.35)
    sheet(c, 670, 276, 400, 300, PAPER, turn=-1.5)
    for k in range(12):
        a = math.radians(30 * k)
        c.ellipse(670 + 92 * math.cos(a), 285 + 92 * math.sin(a), 24, 24, GAY[k % 8], shade=0.4)
    c.ellipse(670, 285, 52, 52, "#8fc0cf", shade=0.4)
    star(c, 670, 285, 30, "#fff6dc", shade=0)
    lines(c, 505, 160, 120, 3, 18)
    lines(c, 735, 160, 100, 3, 18)
    pennants(c, (300, 30), (1040, 30), 14, 34, 38)
    for x, y in ((210, 60), (1130, 60), (670, 20)):
        c.glow(x, y + 30, 330, "#ffdf9a", 0.6)
    person(c, 430, 700, 330, look(c.chance, style="plaits", top="#e2574c", hair="#5b3a29"), facing="front", arms="right-out")
    person(c, 920, 700, 320, look(c.chance, style="short", top="#f2a541", hair="#23222b"), facing="front", arms="left-out")
    for row, (y, tall, count) in enumerate(((800, 430, 6), (930, 520, 5), (1110, 640, 4))):
        gap = c.width / count
        for k in range(count):
            style = ("scarf", "short", "bob", "short", "long", "bun", "curls", "short", "scarf", "pony", "short", "scarf", "short", "bob", "scarf")[k + row * 5]
            who = look(c.chance, style=style, top=mix(TOPS[(k * 3 + row * 2) % 10], "#4a3a4a", 0.2), hair=("#8e5aa8", "#3f8f86", "#d98a9a")[(k + row) % 3] if style == "scarf" else HAIRS[(k + row) % 5])
            person(c, gap * (k + 0.5) + (0.22 * gap if row == 1 else 0) - (20 if row == 1 else 0), y, tall, who, adult=True, legs="none")


def ambassadors(c: Canvas) -> None:
    """Two children at their stand in the corridor, a teacher asks."""
    room(c, "#bfd8d2", "#c49a6a", line=720)
    for k in (0, 2):
        x = 60 + k * 560
        c.box(x, 150, 260, 570, "#f0e0c0", r=6, cast=8, shade=0.2)
        c.box(x + 22, 172, 216, 548, ("#d97b4a", "#4a6fb5", "#8e5aa8")[k], r=4, shade=0.4)
        c.box(x + 60, 220, 140, 150, "#bfe0e6", r=4, shade=0.3)
        c.ellipse(x + 214, 470, 11, 11, "#f4d35e", shade=0.3)
    for k in range(7):
        x = 150 + k * 205
        c.stroke([(x, 0), (x, 60 + 26 * (k % 3))], 3, "#f8f0e0", shade=0)
        lantern(c, x, 104 + 26 * (k % 3), 56, GAY[(k * 3) % 8], lit=0.35)
    sheet(c, 750, 350, 400, 270, PAPER, turn=1)
    for k in range(5):
        c.box(580 + k * 72, 430 - (60, 120, 90, 160, 140)[k], 46, (60, 120, 90, 160, 140)[k], GAY[k], r=6, shade=0.3)
    star(c, 905, 270, 34, "#f2a541", shade=0.3)
    person(c, 600, 836, 430, look(c.chance, style="pony", top="#f4d35e", hair="#7a4b2b", skin="#f0c29c"), facing="front", legs="none", arms=((-0.2, -0.2), (0.22, 0.12)))
    person(c, 880, 836, 415, look(c.chance, style="bob", top="#e2574c", hair="#23222b", skin="#d79b6f"), facing="front", legs="none", arms=((-0.24, 0.1), (0.18, -0.22)))
    table(c, 390, 790, 720, colour="#f7efe0", legs=170, thick=20)
    c.polygon([(392, 812), (1108, 812), (1095, 960), (405, 960)], "#3f8f86", shade=0.5)
    for k in range(7):
        star(c, 460 + k * 97, 890, 26, ("#f4d35e", "#fff4dc")[k % 2], shade=0.2)
    for k in range(5):
        sheet(c, 470 + k * 68, 776, 60, 30, (PAPER, "#f9d9a0", "#cfe9e0")[k % 3], turn=(-6, 4, -3, 7, 2)[k])
    laptop(c, 950, 792, 150, back=True)
    c.ellipse(1060, 772, 22, 24, "#e98aa0", shade=0.4)
    person(c, 1240, 985, 620, look(c.chance, style="scarf", hair="#8e5aa8", top="#2f5d7c", bottom="#4a4a5a"), adult=True, coat=True, arms=((-0.22, 0.12), (0.06, 0.27)))
    person(c, 210, 990, 600, look(c.chance, style="short", hair="#4a3a36", top="#a8553e", bottom="#3b4a6b"), adult=True, arms=((-0.07, 0.27), (0.2, 0.1)))
    plant(c, 1440, 800, 200)
