"""Intake as ratios: photos against their bare decode, a rescan against `find`, duplicates, memory, other programs.

Run without arguments. CPU is that of all processes together; photos and texts are made here, in a temporary folder.
"""

import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
PHOTOS, UNIQUE = 200, 5
CORES = 2  # as many worker processes read
MEMORY = 500  # MB that a process may take
TODAY = date(2026, 11, 20)
SIZE = (4032, 3024)
RESCANS = (5_000, 50_000)
RUNS = 5
HASHES = 10_000


def cpu() -> float:
    """The CPU seconds of this process and of all its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def peak() -> float:
    """The peak memory in MB of the largest of this process and its children."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


def draw_photos(folder: Path) -> None:
    """PHOTOS different JPEGs of 12 MP: gradients under noise; copies differ in bytes behind the picture."""
    from PIL import Image, ImageChops

    folder.mkdir(parents=True)
    chance = random.Random(7)
    originals = []
    for number in range(UNIQUE):
        tones = [
            ImageChops.add(
                Image.radial_gradient("L").rotate(chance.randrange(360)).resize(SIZE),
                Image.effect_noise(SIZE, 18),
                scale=2,
            )
            for _ in "RGB"
        ]
        path = folder / f"IMG_{number:04}.jpg"
        Image.merge("RGB", tones).save(path, quality=90)
        originals.append(path.read_bytes())
    for number in range(UNIQUE, PHOTOS):
        (folder / f"IMG_{number:04}.jpg").write_bytes(originals[number % UNIQUE] + number.to_bytes(4, "big"))


def write_texts(folder: Path, count: int) -> None:
    """So many short reports, a hundred in each folder."""
    for number in range(count):
        place = folder / f"klasör {number // 100:03}"
        place.mkdir(parents=True, exist_ok=True)
        text = f"Etkinlik {number}: bahçede ağaç diktik, 4-A sınıfı yazdı.\n" * 5
        (place / f"rapor {number:05}.txt").write_text(text, encoding="utf-8")


def collect(evidence: str, cache: str) -> dict[str, float]:
    """One collection in this interpreter, the program already loaded."""
    from portfolio.framework import read_framework
    from portfolio.intake.collect import collect
    from portfolio.model.events import silent

    framework = read_framework("etwinning-school", None)
    before, begun = cpu(), time.perf_counter()
    found = collect(
        Path(evidence), framework, (), language="tr", country="TR", cache=Path(cache), report=silent, today=TODAY
    )
    wall, taken = time.perf_counter() - begun, cpu() - before
    return {"cpu": taken, "wall": wall, "peak": peak(), "files": len(found.files), "groups": len(found.groups)}


def look(evidence: str, _: str) -> dict[str, float]:
    """Only whether anything has changed: the listing of the disk and its digest."""
    from portfolio.framework import read_framework
    from portfolio.intake.listing import look
    from portfolio.intake.recall import key_of

    framework = read_framework("etwinning-school", None)
    before = cpu()
    key_of(look(Path(evidence)), framework)
    return {"cpu": cpu() - before}


def decode(evidence: str, _: str) -> dict[str, float]:
    """The bare decode of every photo at an eighth, in grey as the cheapest."""
    from PIL import Image

    before = cpu()
    for path in sorted(Path(evidence).iterdir()):
        with Image.open(path) as image:
            image.draft("L", (image.width // 8, image.height // 8))
            image.load()
    return {"cpu": cpu() - before}


def compare(*_: str) -> dict[str, float]:
    """The search for near ones among HASHES hashes, a tenth of which have one."""
    from portfolio.intake.neighbours import groups_of

    chance = random.Random(7)
    hashes = {str(number): chance.getrandbits(64) for number in range(HASHES)}
    hashes |= {f"{number} again": hashes[str(number)] ^ 1 << number % 64 for number in range(0, HASHES, 10)}
    before = cpu()
    groups = groups_of(hashes)
    return {"cpu": cpu() - before, "groups": len(groups)}


PARTS = {"collect": collect, "look": look, "decode": decode, "compare": compare}


def part(name: str, evidence: Path = Path(), cache: Path = Path()) -> dict[str, float]:
    """A part in an interpreter of its own, so that its memory and CPU are its own."""
    command = (sys.executable, __file__, name, str(evidence), str(cache))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    measured: dict[str, float] = json.loads(told)
    return measured


def outside(*command: str) -> float:
    """The CPU seconds of another program."""
    before = cpu()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return cpu() - before


def show(what: str, seconds: float, limit: float, aim: str, rest: str = "") -> None:
    """One line: what took how long, how many times the limit that is, and what is aimed at."""
    print(f"{what:<34} {seconds:8.3f} s CPU   {seconds / limit:6.2f} times   aim {aim:<10} {rest}", flush=True)


def memory(measured: dict[str, float]) -> str:
    """The peak memory of the largest process, against what one may take."""
    return f"{measured['peak']:.0f} MB peak (aim < {MEMORY})"


def photos(place: Path) -> None:
    """The catalogue pass, its memory, and what other programs take for the same."""
    evidence = place / "photos"
    draw_photos(evidence)
    bare = part("decode", evidence)["cpu"]
    print(f"{PHOTOS} photos of 12 MP, bare decode at 1/8: {bare:.2f} s CPU")
    first = part("collect", evidence, place / "photo-cache")
    show("catalogue pass", first["cpu"], bare, "≤ 1.6", memory(first))
    used, given = first["cpu"] / first["wall"], cores_given(evidence)
    print(f"{first['wall']:.1f} s wall: {used:.2f} cores at work; {CORES} bare decodes side by side get {given:.2f}")
    again = part("collect", evidence, place / "photo-cache")
    show("the same again", again["cpu"], bare, "-")
    compare_programs(evidence, place / "small", first)


def cores_given(evidence: Path) -> float:
    """How many cores this machine gives to bare decodes side by side: it may have other work to do."""
    before, begun = cpu(), time.perf_counter()
    with ThreadPoolExecutor(CORES) as side_by_side:
        list(side_by_side.map(lambda _: part("decode", evidence), range(CORES)))
    return (cpu() - before) / (time.perf_counter() - begun)


def compare_programs(evidence: Path, small: Path, ours: dict[str, float]) -> None:
    """Metadata by exiftool and thumbnails by another program, each started once for all photos."""
    small.mkdir()
    every = sorted(map(str, evidence.iterdir()))
    read = ("exiftool", "-json", "-fast2", *every)  # the quickest way that it has
    programs = {
        "vipsthumbnail": ("--size", "320", "--output", f"{small}/%s.jpg", *every),
        "mogrify": ("-define", "jpeg:size=640x640", "-thumbnail", "320x320", "-path", str(small), *every),
    }
    for program, arguments in programs.items():
        if not (shutil.which("exiftool") and shutil.which(program)):
            print(f"exiftool and {program}: not installed")
            continue
        begun = time.perf_counter()
        taken = outside(*read) + outside(program, *arguments)
        wall = time.perf_counter() - begun
        print(
            f"exiftool and {program}: {taken:.1f} s CPU, {taken / ours['cpu']:.1f} times our pass; "
            f"{wall:.1f} s wall, {wall / ours['wall']:.1f} times"
        )


def rescan(place: Path, count: int) -> None:
    """A rescan with nothing changed."""
    evidence, cache = place / f"texts-{count}", place / f"cache-{count}"
    write_texts(evidence, count)
    first = part("collect", evidence, cache)
    find = ("find", str(evidence), "-printf", "%p %s %T@\n")
    limit = median(outside(*find) for _ in range(RUNS))
    print(f"{count} texts, find: {limit:.4f} s CPU; first run {first['cpu']:.1f} s, {memory(first)}")
    show("nothing changed, seen", median(part("look", evidence)["cpu"] for _ in range(RUNS)), limit, "≤ 4")
    again = [part("collect", evidence, cache) for _ in range(RUNS)]
    show("… with the whole catalogue", median(each["cpu"] for each in again), limit, "-", memory(again[0]))
    changes = []
    for number, changed in zip(range(RUNS), evidence.rglob("*.txt"), strict=False):
        changed.write_text(f"{number}. gün başka.\n", encoding="utf-8")
        changes.append(part("collect", evidence, cache))
    show("one file changed", median(each["cpu"] for each in changes), limit, "-", memory(changes[-1]))


def main() -> None:
    """Everything, one line a measurement."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        photos(place)
        for count in RESCANS:
            rescan(place, count)
    near = part("compare")
    print(f"near ones among {HASHES} hashes: {near['cpu']:.3f} s CPU (aim < 0.5), {near['groups']:.0f} groups")


if __name__ == "__main__":
    if arguments := sys.argv[1:]:
        print(json.dumps(PARTS[arguments[0]](*arguments[1:])))
    else:
        main()
