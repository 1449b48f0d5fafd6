"""Together and at ease: games, quiet rooms, reading, a meeting on screen."""

from __future__ import annotations

import math

from demo_school.figures import HAIRS, SKINS, TOPS, look, person
from demo_school.paint import Canvas, mix
from demo_school.props import GAY, PAPER, chair, lantern, pennants, room, shelf, star, table, window


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
        person(
            c,
            x,
            1090,
            560,
            look(c.chance, style=("plaits", "short", "bob", "curls")[k], top=TOPS[(k * 3 + 1) % 10], hair=HAIRS[(k * 2 + 1) % 7], skin=SKINS[(k + 2) % 5]),
            legs="none",
            arms=((-0.16, -0.1), (0.07, 0.27)) if k % 2 else ((-0.07, 0.27), (0.0, -0.16)),
        )
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
        person(
            c, x, y, tall, look(c.chance, style=("bob", "short", "plaits", "curls", "long", "short", "pony", "bun")[k], top=TOPS[(k * 3 + 3) % 10], skin=SKINS[(k * 2) % 5]), facing=facing, legs="crossed", arms=((-0.03, 0.17), (0.03, 0.17))
        )
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
