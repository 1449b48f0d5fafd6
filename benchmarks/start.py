"""How long the program takes to start, and to find that nothing is to be done, as ratios to a bare start of Python."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
RUNS = 7


def seconds(*command: str) -> float:
    """The median wall time of a command over RUNS runs, the first one not counted."""
    taken = []
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        taken.append(time.perf_counter() - begun)
    return median(taken[1:])


def main() -> None:
    """Print a line a measurement: seconds, and how many bare starts that is."""
    program = str(Path(sys.executable).with_name("portfolio"))
    bare = seconds(sys.executable, "-c", "pass")
    print(f"bare start of Python       {bare:6.3f} s")
    for name, command in {
        "portfolio --help": (program, "--help"),
        "build with nothing to do": (program, "build", "--on", "2026-11-20"),
        "script/demo, second time": ("./script/demo",),
    }.items():
        taken = seconds(*command)
        print(f"{name:<26} {taken:6.3f} s   {taken / bare:5.1f} bare starts")


if __name__ == "__main__":
    main()
