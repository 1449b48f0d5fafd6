"""Collect a folder of real files, from nothing and again: wall time, CPU, and the peak memory of any process."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def measured(name: str, *command: str, cache: Path) -> None:
    """Run a command and print what it took; memory in MB, the largest of all processes so far."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    subprocess.run(command, env={**os.environ, "PORTFOLIO_CACHE": str(cache)}, stdout=subprocess.DEVNULL, check=False)
    wall = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:<16} {wall:6.2f} s wall  {cpu:6.2f} s CPU  {after.ru_maxrss / 1024:6.0f} MB peak")


def main(folder: Path) -> None:
    """The whole way on the folder: collect, collect again, build."""
    program = str(Path(sys.executable).with_name("portfolio"))
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "project"
        shutil.copytree(folder, root / "evidence", symlinks=True)
        (root / "portfolio.yaml").write_text(
            "school: {name: Masalköy Işıltı İlkokulu, country: TR}\nlanguages: [tr]\n", encoding="utf-8"
        )
        files = sum(1 for path in (root / "evidence").rglob("*") if path.is_file())
        print(f"{files} files")
        cache = Path(place) / "cache"
        for name in ("collect", "collect", "build", "build"):
            measured(name, program, name, "--project", str(root), cache=cache)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
