"""What the architecture promises, tried from outside: small projects, the command line, and what it leaves on disk."""

import collections
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import unicodedata
import zipfile
from pathlib import Path

import jsonschema
import pytest
from intake.office import eml
from projects import (
    RECORD,
    SETTINGS,
    TODAY,
    cache_of,
    digests,
    fixity,
    load,
    make_project,
    photograph,
    portfolio,
    rewrite,
)
from scans import page

from portfolio.build import processes, unchanged
from portfolio.build.survey import take_survey
from portfolio.files.csvfile import read_csv
from portfolio.files.packed import pack
from portfolio.model.catalogue import FileState
from portfolio.model.events import silent

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = json.loads((ROOT / "portfolio" / "cli" / "schema.json").read_text(encoding="utf-8"))
POSIX = pytest.mark.skipif(os.name == "nt", reason="names and files that only POSIX has")
COLOURS = ("red", "navy", "olive", "purple", "maroon", "lime", "aqua", "silver", "orange", "pink")
FOLDERS = ("", "1-ortak-liderlik", "2-isbirligi/2025 güz", "3-ogrenciler", "gelen/derin/daha derin", "4-rol-model")


@pytest.fixture
def root(tmp_path):
    """A small school whose only wish is a plaque: the quickest that a build can make."""
    root = make_project(tmp_path / "okul")
    rewrite(root / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[plaque]")
    rewrite(root / "portfolio.yaml", "[tr, en]", "[tr]")
    return root


def said(capsys, *arguments, root):
    """Exit code and document of a command with --json, held against the schema."""
    capsys.readouterr()
    code = portfolio(*arguments, "--json", root=root)
    document = json.loads(capsys.readouterr().out)
    jsonschema.validate(document, SCHEMA)
    return code, document


def started(root, *arguments, **environment):
    """The program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, ROOT / "cli.py", *arguments, "--project", root, "--on", TODAY.isoformat()],
        env={**os.environ, "PORTFOLIO_CACHE": str(root.parent / f"{root.name}-cache"), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # a group of its own, to be killed as one
    )


def entries(folder):
    """Everything below a folder that is no folder itself, links and pipes too."""
    return sorted(path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())


def balanced(root, document):
    """Asserts that each file has one state with its reason, in the document and in the ledger."""
    files = document["files"]
    assert len({file["file"] for file in files}) == len(files) == len(entries(root / "evidence"))
    assert sum(document["counts"].values()) == len(files)
    assert collections.Counter(file["state"] for file in files) == +collections.Counter(document["counts"])
    ledger = read_csv(root / "output" / "private" / "ledger.csv", "tr")
    assert sorted(row.cells[0] for row in ledger.rows) == sorted(file["file"] for file in files)
    assert all(row.cells[1] and row.cells[2] for row in ledger.rows)


# --- Law 2: every file in one state -----------------------------------------------------------------------------------


def put_anything(folder, chance, number):
    """One file of some sort into a folder: good, broken, odd, empty, hidden, a copy."""
    name = f"{chance.choice(['şölen', 'IMG_2025', 'Notlar', 'ı', '~$geçici', '.gizli', 'a b', 'çok,iyi;'])} {number}"
    sort = chance.randrange(10)
    if sort <= 2:
        photograph(folder / f"{name}.jpg", colour=chance.choice(COLOURS), size=(40 + number, 30))
    elif sort == 3:
        (folder / f"{name}.txt").write_text(f"Toplantı {number}", encoding="utf-8")
    elif sort == 4:
        (folder / f"{name}.yaml").write_text(chance.choice([RECORD, "a: [", "title: x", ""]), encoding="utf-8")
    elif sort == 5:
        (folder / f"{name}.csv").write_text("file;caption\nşölen;Bir\n", encoding="cp1254")
    elif sort == 6:
        (folder / f"{name}.{chance.choice(['jpg', 'pdf', 'docx', 'xlsx', 'heic', 'exe'])}").write_bytes(
            chance.choice([b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", chance.randbytes(300)])
        )
    elif sort == 7:
        others = [path for path in folder.parent.rglob("*.jpg") if path.is_file() and not path.is_symlink()]
        if others:
            shutil.copyfile(chance.choice(others), folder / f"kopya {number}.jpg")
    elif sort == 8 and os.name != "nt":
        (folder / f"{name} bağ").symlink_to(chance.choice([folder, Path("/yok"), Path("/etc/passwd")]))
    else:
        (folder / f"{name}.jpg.yaml").write_text("caption: Bir gün\npeople: yok\n", encoding="utf-8")


def fill(evidence, chance, many):
    for number in range(many):
        folder = evidence / chance.choice(FOLDERS)
        folder.mkdir(parents=True, exist_ok=True)
        put_anything(folder, chance, number)


@pytest.mark.parametrize("seed", [1, 2, 3, *(pytest.param(n, marks=pytest.mark.slow) for n in range(4, 60))])
def test_every_file_of_any_folder_is_in_exactly_one_state(root, capsys, seed):
    fill(root / "evidence", random.Random(seed), 30)
    before = fixity(root / "evidence")
    code, document = said(capsys, "collect", root=root)
    assert code == 0
    balanced(root, document)
    assert len(document["files"]) > 20
    again = said(capsys, "collect", root=root)[1]
    assert again == document
    assert fixity(root / "evidence") == before


@POSIX
def test_files_that_are_none_are_named_and_hold_nothing_up(root, capsys):
    folder = root / "evidence" / "4-rol-model"
    os.mkfifo(folder / "boru.jpg")
    with socket.socket(socket.AF_UNIX) as end:
        here = Path.cwd()
        os.chdir(folder)  # the path of a socket may have 107 bytes at most
        end.bind("soket.jpg")
        os.chdir(here)
        (folder / "halka").symlink_to(folder, target_is_directory=True)
        (folder / "kopuk.jpg").symlink_to("/yok/yok.jpg")
        (folder / "öteki.jpg").symlink_to(folder / "açık kapı günü.jpg")
        with (folder / "sıfırlar.jpg").open("wb") as stream:
            stream.truncate(300_000_000)
        (folder / "boş.pdf").touch()
        _, document = said(capsys, "collect", root=root)
    balanced(root, document)
    states = {file["file"].removeprefix("4-rol-model/"): file["state"] for file in document["files"]}
    odd = ("boru.jpg", "soket.jpg", "halka", "kopuk.jpg", "öteki.jpg", "sıfırlar.jpg", "boş.pdf")
    assert {states[name] for name in odd} == {"quarantined"}
    assert states["açık kapı günü.jpg"] == "used"
    named = {problem["file"] for problem in document["problems"]}
    assert {f"4-rol-model/{name}" for name in odd} <= named


@POSIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the administrator may read everything")
def test_what_may_not_be_read_is_named(root, capsys):
    (root / "evidence/4-rol-model/açık kapı günü.jpg").chmod(0)
    _, document = said(capsys, "collect", root=root)
    assert {file["file"]: file["state"] for file in document["files"]}[
        "4-rol-model/açık kapı günü.jpg"
    ] == "quarantined"


ODD_NAMES = (
    "satır\nsonu.jpg",
    "ters\u202egpj.jpg",
    "-rf çıktı.jpg",
    "=cmd|'calc'!A1.jpg",
    "+toplam.jpg",
    '"tırnak";virgül,.jpg',
    "<b>kalın & {{ 7*7 }} {% x %}.jpg",
    "zil\x07\x1b[31mkırmızı.jpg",
    "sonda boşluk .jpg",
    unicodedata.normalize("NFC", "şölen.jpg"),
    unicodedata.normalize("NFD", "şölen.jpg"),
    "u" * 251 + ".jpg",
    os.fsdecode(b"latin\xfe\xfd\xff.jpg"),
)
CONTROLS = {chr(code) for code in (*range(32), 0x7F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}


@POSIX
@pytest.mark.skipif(sys.platform == "darwin", reason="APFS and HFS+ refuse or unite such names")
def test_the_oddest_names_come_through_to_the_ledger_and_the_documents(root, capsys):
    folder = root / "evidence" / "4-rol-model"
    for number, name in enumerate(ODD_NAMES):
        photograph(root / "x.jpg", colour="olive", size=(60 + number, 40))
        (root / "x.jpg").rename(folder / name)
    with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write(";4-rol-model/;people;yok;Koordinatör;2026-11-01;\n")
    rewrite(root / "portfolio.yaml", "[plaque]", "[dossier]")
    before = fixity(root / "evidence")

    code, document = said(capsys, "collect", root=root)
    assert code == 0
    balanced(root, document)
    shown = [file["file"] for file in document["files"] if file["file"].startswith("4-rol-model/")]
    assert len(shown) == len(ODD_NAMES) + 1
    assert all(file["state"] == "used" for file in document["files"] if file["file"] in shown)
    assert not CONTROLS & set("".join(shown))
    cells = [row.cells[0] for row in read_csv(root / "output/private/ledger.csv", "tr").rows]
    assert not [cell for cell in cells if cell[0] in "=+-@"]

    for command in ("map", "check", "build"):
        assert portfolio(command, root=root) in (0, 8)
        out = capsys.readouterr()
        assert not (CONTROLS - {"\n"}) & set(out.out), command
    assert (root / "output/evaluator/dossier.tr.docx").is_file()
    assert fixity(root / "evidence") == before


# --- Laws 1, 5: nothing of ours in the evidence, killed or refused ----------------------------------------------------


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda root: rewrite(root / "portfolio.yaml", "languages", "langauges"), 3),
        (lambda root: rewrite(root / "portfolio.yaml", "country: TR", "country: TR\n   city: ["), 3),
        (lambda root: (root / "decisions.csv").write_bytes(b"\x00\x01\xff"), 3),
        (lambda root: (root / "output").write_text("in the way", encoding="utf-8"), 7),
        (lambda root: rewrite(root / "portfolio.yaml", "[plaque]", "[plaqeu]"), 3),
        (lambda root: rewrite(root / "portfolio.yaml", "[tr]", "[tr]\nframework: yok"), 3),
        (lambda root: rewrite(root / "portfolio.yaml", "[tr]", "[tr]\ntheme: yok"), 3),
        (lambda root: (root / "consent.csv").write_text("kim;ne\nA;B\n", encoding="utf-8"), 3),
        (lambda root: shutil.move(root / "evidence", root / "kanıt"), 3),
    ],
    ids=["key", "yaml", "decisions", "output", "artefact", "framework", "theme", "consent", "no-evidence"],
)
def test_each_failure_is_a_sentence_a_code_and_a_document(root, capsys, spoil, expected):
    spoil(root)
    evidence = next(path for path in (root / "evidence", root / "kanıt") if path.exists())
    before = fixity(evidence)
    code, document = said(capsys, "build", root=root)
    assert code == document["exit_code"] == expected
    assert document["problems"]
    assert portfolio("build", root=root) == expected
    out = capsys.readouterr()
    assert "→" in out.out + out.err
    assert "Traceback" not in out.out + out.err
    assert fixity(evidence) == before


def test_strict_and_gaps_end_with_the_first_code_that_applies(root, capsys):
    assert portfolio("collect", root=root) == 0
    assert portfolio("map", root=root) == 0
    assert portfolio("check", root=root) == 8
    for command in ("collect", "map", "check", "build"):
        assert portfolio(command, "--strict", root=root) == 4, command
    (root / "evidence/5-icerme-ve-inovasyon/yarım.jpg").unlink()
    (root / "consent.csv").write_text("person;role;scopes;given_on;by;expires_on;withdrawn_on;note\n", encoding="utf-8")
    assert portfolio("collect", "--strict", root=root) == 0
    assert portfolio("check", "--strict", root=root) == 8


def put_packed(evidence):
    """What is found only inside other files: archives and mails, with folders, copies and odd names; and a scan."""
    pictures = [photograph(evidence / "x.jpg", colour=each, size=(300, 200)) or (evidence / "x.jpg").read_bytes()
                for each in COLOURS]  # fmt: skip
    (evidence / "x.jpg").unlink()
    with zipfile.ZipFile(evidence / "hepsini indir.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number, picture in enumerate(pictures):
            archive.writestr(f"3-ogrenciler/derin/daha derin/şölen {number}.jpg", picture)
        for name in (*ODD_NAMES[:-1], "../../kaçak.jpg", "C:\\CON.jpg", "Thumbs.db"):
            archive.writestr(name, pictures[len(name) % 10] + name.encode())
        archive.writestr("içteki.zip", b"PK\x05\x06" + bytes(18))
        archive.writestr("captions.csv", "file;caption\nşölen 1.jpg;Bahçede\n")
        archive.writestr("kırık.jpg", pictures[0][:200])
    shutil.copyfile(evidence / "hepsini indir.zip", evidence / "4-rol-model" / "hepsini indir (1).zip")
    inner = eml("İç", "Ektedir.", ("foto.jpg", pictures[3]), ("plan.txt", "eTwinning planı".encode()))
    (evidence / "gelen.eml").write_bytes(eml("Açık gün", "Merhaba", ("iç.eml", inner), ("=a;\u202eb.jpg", pictures[4])))
    page("Ulusal Kalite Etiketi", "Elif Uçanhalı").save(evidence / "tarama.pdf")


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a POSIX signal")
@pytest.mark.parametrize(
    ("command", "seed", "kills"),
    [
        ("collect", 1, 5),
        ("build", 1, 4),
        *(
            pytest.param(command, n, 4, marks=pytest.mark.slow)
            for command in ("collect", "build")
            for n in range(2, 12)
        ),
        pytest.param("collect", 12, 150, marks=pytest.mark.slow),
    ],
)
def test_killed_at_any_moment_the_next_run_ends_as_if_nothing_had_been(root, tmp_path, command, seed, kills):
    for number in range(12):
        photograph(root / f"evidence/4-rol-model/kare {number}.jpg", colour=COLOURS[number % 10], size=(400, 300))
    put_packed(root / "evidence")
    calm = tmp_path / "sakin"
    shutil.copytree(root, calm)
    portfolio(command, root=calm)
    before = fixity(root / "evidence")
    chance = random.Random(seed)
    for kill in range(kills):
        if kill % 25 == 24:
            shutil.rmtree(cache_of(root), ignore_errors=True)  # all that is known by now: from the beginning
        process = started(root, command)
        try:
            process.communicate(timeout=chance.uniform(0.1, 2))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        assert fixity(root / "evidence") == before
    assert portfolio(command, root=root) == 0
    assert digests(root / "output") == digests(calm / "output")
    ours, theirs = (take_survey(load(each), today=TODAY, report=silent).catalogue for each in (root, calm))
    assert pack(ours) == pack(theirs)
    assert len({file.state for file in ours.files} - {FileState.UNPLACED, FileState.EXCLUDED}) == 5
    assert not list(cache_of(root).rglob("*.part"))
    assert fixity(root / "evidence") == before


def test_of_two_runs_at_once_one_is_told_to_wait(root):
    (root / "portfolio.yaml").write_text(SETTINGS, encoding="utf-8")
    runs = [started(root, "build") for _ in range(2)]
    said_by = [run.communicate(timeout=120) for run in runs]
    assert sorted(run.returncode for run in runs) == [0, 9]
    assert "Traceback" not in "".join(map("".join, said_by))
    assert len(digests(root / "output")) == 24  # manifests and engravings among them


@pytest.mark.skipif(os.name == "nt", reason="processes are stopped and killed as POSIX has it")
@pytest.mark.parametrize("end", ["goes on", "killed"])
def test_while_one_run_collects_another_says_so_and_what_was_killed_blocks_nobody(root, end):
    first = started(root, "collect")
    while not (cache_of(root) / "catalogue.sqlite3").exists():
        assert first.poll() is None
        time.sleep(0.01)
    try:
        first.send_signal(signal.SIGSTOP)
        for command in ("collect", "map", "build"):
            second = started(root, command, PORTFOLIO_LANG="en")
            out = "".join(second.communicate())
            assert second.returncode == 9
            assert out.count("the program is already at work on this project.") == 1
        first.send_signal(signal.SIGCONT if end == "goes on" else signal.SIGKILL)
        first.communicate()
    finally:
        first.kill()
    assert first.returncode == (0 if end == "goes on" else -signal.SIGKILL)
    assert portfolio("collect", root=root) == 0


# --- Law 4: incremental equals clean ----------------------------------------------------------------------------------


def edit(root, chance, number):
    """Something that a school does between two builds."""
    evidence = root / "evidence"
    photos = sorted(evidence.rglob("*.jpg"))
    photo = chance.choice(photos)
    match chance.randrange(9):
        case 0:
            photograph(evidence / "1-ortak-liderlik" / f"yeni {number}.jpg", colour=chance.choice(COLOURS))
        case 1 if len(photos) > 2:
            photo.unlink()
        case 2:
            photo.rename(photo.with_name(f"adı değişti {number}.jpg"))
        case 3:
            shutil.copyfile(photo, evidence / "3-ogrenciler" / f"kopya {number}.jpg")
        case 4:
            name = photo.relative_to(evidence).as_posix()
            (evidence / "captions.csv").write_text(f"file;caption;people\n{name};Altyazı {number};yok\n", "utf-8")
        case 5:
            name = photo.relative_to(evidence).as_posix()
            with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
                stream.write(f";{name};pillar;{chance.choice(['model', 'students', 'inclusion'])};Ali;2026-11-02;\n")
        case 6:
            text = (root / "portfolio.yaml").read_text(encoding="utf-8")
            new = text.replace("[tr]", "[x]").replace("[en, tr]", "[tr]").replace("[x]", "[en, tr]")
            (root / "portfolio.yaml").write_text(new, encoding="utf-8")
        case 7:
            (root / "narrative" / "students.tr.md").write_text(f"Metin {number}\n", encoding="utf-8")
        case _:
            (evidence / "2-isbirligi" / f"not {number}.txt").write_text("eTwinning eylem planı", encoding="utf-8")


def build_some(root, chance, capsys):
    """One artefact or one language alone: whatever else lies in the output folders of the audiences stays."""
    languages = read_project_languages(root)
    chosen = chance.choice([("--only", "plaque"), ("--lang", chance.choice(languages)), ("--draft",)])
    name, language = (chosen[-1] if option in chosen else "" for option in ("--only", "--lang"))
    others = {
        path: stamp
        for path, stamp in fixity(root / "output").items()
        if not path.startswith("private/")
        and not path.endswith("/manifest-sha256.txt")
        and (chosen == ("--draft",) or f"/{name}" not in path or f".{language}" not in path)
    }
    assert said(capsys, "build", *chosen, root=root)[0] == 0
    assert others.items() <= fixity(root / "output").items()


def read_project_languages(root):
    (line,) = re.findall(r"^languages: \[(.*)\]", (root / "portfolio.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    return line.split(", ")


@pytest.fixture
def side_by_side(monkeypatch):
    """Two processes, however little there is to do."""
    monkeypatch.setattr(processes, "cores", lambda: 2)
    monkeypatch.setattr(processes, "WORTH", 0)
    monkeypatch.setattr(processes, "WORTH_PICTURES", 0)


def forgetful(answer):
    """A command's answer with the place alone of what is wrong with a line: only a cache knows where its file went."""
    code, told = answer
    problems = [
        [each["file"], each["line"]] if each["code"].startswith(("decision.", "description.")) else each
        for each in told["problems"]
    ]
    return code, {**told, "problems": sorted(problems, key=str)}


def same_but_for_memory(output):
    """What a folder holds, drafts left out, which no other build takes away; of the page, see `forgetful`."""
    held = {
        path: sha for path, sha in digests(output).items() if not path.startswith(("private/plaque", "private/dossier"))
    }
    pages = [path for path in held if path.startswith("private/readiness.")]
    assert pages
    for path in pages:
        text = (output / path).read_text(encoding="utf-8")
        held[path] = re.sub(r"<li [^\n]*(<small>(?:decisions|captions)\.csv:\d+</small></li>)", r"\1", text)
    return held


@pytest.mark.parametrize("seed", [5, *(pytest.param(n, marks=pytest.mark.slow) for n in range(6, 30))])
def test_an_incremental_build_equals_a_clean_one_after_any_edits(root, tmp_path, capsys, seed, request):
    chance = random.Random(seed)
    artefacts = "[dossier, plaque]" if seed != 5 else "[plaque]"
    rewrite(root / "portfolio.yaml", "[plaque]", artefacts)
    portfolio("build", root=root)
    for turn in range(3):
        for number in range(4):
            edit(root, chance, 10 * turn + number)
        if turn == 1:
            build_some(root, chance, capsys)
        if turn == 2:
            request.getfixturevalue("side_by_side")
        would = {each["path"]: each["make"] for each in said(capsys, "build", "--explain", root=root)[1]["would"]}
        code, first = said(capsys, "build", root=root)
        assert would == {each["path"]: each["outcome"] == "made" for each in first["artefacts"]}
        again = said(capsys, "build", root=root)
        assert {each["outcome"] for each in again[1]["artefacts"]} == {"fresh"}
        unchanged.forget(cache_of(root))
        assert said(capsys, "build", root=root) == again
        clean = tmp_path / f"temiz {turn}"
        shutil.copytree(root, clean, ignore=shutil.ignore_patterns("output"))
        assert portfolio("build", root=clean) == code == 0
        assert same_but_for_memory(root / "output") == same_but_for_memory(clean / "output")
        for command in ("map", "check"):
            told, anew = (forgetful(said(capsys, command, root=each)) for each in (root, clean))
            assert told == anew


# --- Law 12, 14: places -----------------------------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("command", ["collect", "build"])
def test_links_that_lead_output_and_evidence_into_each_other_are_refused(root, tmp_path, command):
    before = digests(root / "evidence")
    (root / "output").symlink_to(root / "evidence" / "4-rol-model", target_is_directory=True)
    assert portfolio(command, root=root) == 3
    assert digests(root / "evidence") == before
    (root / "output").unlink()
    (root / "output" / "private").mkdir(parents=True)
    (root / "evidence").rename(root / "output" / "private" / "kanıt")
    (root / "evidence").symlink_to(root / "output" / "private" / "kanıt", target_is_directory=True)
    assert portfolio(command, root=root) == 3
    assert digests(root / "evidence") == before


@POSIX
@pytest.mark.parametrize("folder", ["evaluator", "print", "private"])
def test_a_link_inside_output_does_not_lead_into_the_evidence(root, folder):
    before = fixity(root / "evidence")
    (root / "output").mkdir()
    (root / "output" / folder).symlink_to(root / "evidence" / "4-rol-model", target_is_directory=True)
    rewrite(root / "portfolio.yaml", "[plaque]", "[dossier, plaque]")
    assert portfolio("build", root=root) in (3, 7)
    assert fixity(root / "evidence") == before


def test_a_cache_inside_the_evidence_is_refused(root, monkeypatch, capsys):
    before = fixity(root / "evidence")
    run = started(root, "collect", PORTFOLIO_CACHE=str(root / "evidence" / "önbellek"))
    run.communicate()
    assert run.returncode == 3
    assert fixity(root / "evidence") == before
    assert not (root / "evidence" / "önbellek").exists()


def test_nothing_is_written_but_output_and_the_cache(root, tmp_path):
    home, temporary = tmp_path / "ev", tmp_path / "geçici"
    home.mkdir()
    temporary.mkdir()
    before = {name: sha for name, sha in digests(root).items() if not name.startswith("output/")}
    for command in ("collect", "map", "check", "build"):
        run = started(root, command, HOME=str(home), TMPDIR=str(temporary), XDG_CACHE_HOME=str(home / "xdg"))
        out = run.communicate()
        assert run.returncode in (0, 8), out
    assert {name: sha for name, sha in digests(root).items() if not name.startswith("output/")} == before
    assert entries(home) == []
    assert entries(temporary) == []
    cache = cache_of(root)
    assert entries(cache)
    if os.name != "nt":
        assert cache.stat().st_mode & 0o777 == 0o700


def test_private_holds_the_schools_files_and_nobody_elses_do(root):
    assert portfolio("build", root=root) == 0
    assert portfolio("build", "--draft", root=root) == 0
    private = {name for name in digests(root / "output") if name.startswith("private/")}
    assert {"private/ledger.csv", "private/plaque.tr.pdf", "private/plaque.tr.txt"} <= private
    others = " ".join(name for name in digests(root / "output") if name not in private)
    assert others
    assert not [word for word in ("ledger", "draft", "taslak", "gap") if word in others]


# --- Law 3: the same bytes --------------------------------------------------------------------------------------------


def test_the_day_decides_but_is_not_printed_and_the_locale_changes_no_byte(root):
    rewrite(root / "portfolio.yaml", "[plaque]", "[dossier, plaque]")
    rewrite(root / "portfolio.yaml", "edition_on: 2026-11-20\n", "edition_on: 2026-05-01\n")
    assert portfolio("build", root=root) == 0
    expected = {name: sha for name, sha in digests(root / "output").items() if not name.startswith("private/")}
    assert len(expected) == 9  # with the manifests, and the plaque as SVG and for engraving
    for environment in (
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "C", "LANG": "C", "TZ": "America/Adak", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1"},
    ):
        shutil.rmtree(root / "output")
        run = started(root, "build", PORTFOLIO_CACHE=str(root.parent / "başka" / environment["LC_ALL"]), **environment)
        out = run.communicate()
        assert run.returncode == 0, out
        found = {name: sha for name, sha in digests(root / "output").items() if not name.startswith("private/")}
        assert found == expected


def test_the_source_date_stands_for_today(root):
    def days_left(**environment):
        run = subprocess.run(
            [sys.executable, ROOT / "cli.py", "check", "--json", "--project", root],
            env={**os.environ, "PORTFOLIO_CACHE": str(root.parent / "c"), **environment},
            capture_output=True,
            check=False,
        )
        return json.loads(run.stdout)["days_left"]

    assert days_left(SOURCE_DATE_EPOCH="1804291200") == 3  # 2027-03-06
    assert days_left(SOURCE_DATE_EPOCH="1804377599", TZ="Pacific/Kiritimati") == 3  # its last second, in UTC


# --- Law 13: decisions ------------------------------------------------------------------------------------------------


def test_a_decision_by_id_survives_renaming_and_a_stale_one_is_named(root, capsys):
    photo = root / "evidence/3-ogrenciler/IMG_20251014_101532.jpg"
    _, document = said(capsys, "map", root=root)
    piece = next(piece["id"] for piece in document["pieces"] if piece["files"] == [f"3-ogrenciler/{photo.name}"])
    with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write(f"{piece};;pillar;inclusion;Ali;2026-11-02;\n;yok/yok.jpg;pillar;model;Ali;2026-11-02;\n")
    moved = root / "evidence/gelen/başka ad.jpg"
    moved.parent.mkdir()
    photo.rename(moved)
    _, document = said(capsys, "map", root=root)
    found = next(each for each in document["pieces"] if each["id"] == piece)
    assert found["files"] == ["gelen/başka ad.jpg"]
    assert [(link["target"], link["strength"]) for link in found["links"]] == [("inclusion", "decided")]
    stale = [problem for problem in document["problems"] if problem["file"] == "decisions.csv"]
    assert [problem["line"] for problem in stale] == [4]

    photograph(moved, colour="navy")  # another picture of that name: what was said of the first is of it no longer
    _, document = said(capsys, "check", root=root)
    stale = [problem for problem in document["problems"] if problem["file"] == "decisions.csv"]
    assert sorted(problem["line"] for problem in stale) == [3, 4]


def test_of_a_changed_file_it_still_holds_that_it_is_left_out_but_not_that_nobody_is_in_it(root, capsys):
    name = "4-rol-model/açık kapı günü.jpg"

    def piece():
        _, document = said(capsys, "map", root=root)
        return next(each for each in document["pieces"] if name in each["files"])

    old = piece()["id"]
    decisions = root / "decisions.csv"
    heading = decisions.read_text(encoding="utf-8").splitlines()[0]
    nobody = f"{old};{name};people;yok;Ali;2026-11-02;"
    decisions.write_text(f"{heading}\n{nobody}\n", encoding="utf-8")
    assert old not in [each["piece"] for each in said(capsys, "check", root=root)[1]["withheld"]["evaluator"]]
    photograph(root / "evidence" / name, colour="navy")
    new = piece()["id"]
    _, document = said(capsys, "check", root=root)
    assert new in [each["piece"] for each in document["withheld"]["evaluator"]]
    (told,) = (problem for problem in document["problems"] if problem["file"] == "decisions.csv")
    assert told["line"] == 2
    assert new in told["do"]
    decisions.write_text(f"{heading}\n{old};{name};exclude;evet;Ali;2026-11-02;\n", encoding="utf-8")
    assert piece()["excluded"]
    decisions.write_text(f"{heading}\n{nobody.replace(old, new)}\n", encoding="utf-8")
    assert new not in [each["piece"] for each in said(capsys, "check", root=root)[1]["withheld"]["evaluator"]]


def test_a_ledger_that_somebody_edited_is_kept_and_named(root, capsys):
    ledger = root / "output" / "private" / "ledger.csv"
    assert portfolio("collect", root=root) == 0
    (root / "evidence" / "gelen.txt").write_text("yeni", encoding="utf-8")
    assert portfolio("collect", root=root) == 0  # ours still: replaced
    assert "gelen.txt" in ledger.read_text(encoding="utf-8")
    assert not ledger.with_name("ledger.new.csv").exists()
    ledger.write_text("our own remarks", encoding="utf-8")
    code, document = said(capsys, "collect", root=root)
    assert code == 0
    assert ledger.read_text(encoding="utf-8") == "our own remarks"
    assert document["ledger"] == str(ledger.with_name("ledger.new.csv"))
    (named,) = (problem for problem in document["problems"] if problem["file"] == "private/ledger.csv")
    assert "private/ledger.new.csv" in named["what"]
    for command in (("build", "--draft"), ("build",)):
        assert said(capsys, *command, root=root)[1]["removed"] == []
    assert ledger.read_text(encoding="utf-8") == "our own remarks"


# --- Law 11 and Windows: no network, no POSIX -------------------------------------------------------------------------

HIDDEN = """
import importlib.abc, multiprocessing, os, sys

class Hide(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in {"resource", "fcntl"}:
            raise ImportError(name)

sys.meta_path.insert(0, Hide())
for name in ("resource", "fcntl"):
    sys.modules.pop(name, None)

import socket

def refuse(*_, **__):
    raise AssertionError("NETWORK")

real = socket.socket.connect
socket.socket.connect = lambda end, address: real(end, address) if isinstance(address, (str, bytes)) else refuse()
socket.getaddrinfo = socket.create_connection = refuse
multiprocessing.set_start_method("spawn", force=True)
"""


def test_it_builds_without_posix_modules_by_spawning_and_without_the_network(root, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(
        f"{HIDDEN}open({str(site)!r} + f'/ran-{{os.getpid()}}', 'w').close()\n",
        encoding="utf-8",
    )
    rewrite(root / "portfolio.yaml", "[plaque]", "[dossier, plaque]")
    portfolio("build", root=root)
    expected = digests(root / "output")
    shutil.rmtree(root / "output")
    run = started(root, "build", PYTHONPATH=str(site), PORTFOLIO_CACHE=str(tmp_path / "yeni"))
    out = run.communicate(timeout=120)
    assert run.returncode == 0, out
    assert "NETWORK" not in "".join(out)
    assert digests(root / "output") == expected
    assert len(list(site.glob("ran-*"))) >= 2  # this process and its workers


def test_without_its_library_a_heic_photo_is_named_with_what_to_install(root, tmp_path):
    pillow_heif = pytest.importorskip("pillow_heif")
    from PIL import Image

    heif = pillow_heif.from_pillow(Image.new("RGB", (64, 48), "olive"))
    heif.save(root / "evidence/4-rol-model/IMG_4821.HEIC")
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text("import sys\nsys.modules['pillow_heif'] = None\n", encoding="utf-8")
    run = started(root, "collect", "--json", PYTHONPATH=str(site), PORTFOLIO_LANG="en")
    document = json.loads(run.communicate()[0])
    assert run.returncode == 0
    (problem,) = (problem for problem in document["problems"] if problem["file"] == "4-rol-model/IMG_4821.HEIC")
    assert "pillow-heif" in problem["do"] or "bootstrap" in problem["do"]
    balanced(root, document)
    again, _ = started(root, "collect", "--json", PORTFOLIO_LANG="en").communicate()  # installed since
    states = {file["file"]: file["state"] for file in json.loads(again)["files"]}
    assert states["4-rol-model/IMG_4821.HEIC"] == "used"


# --- The commands' documents and init ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["tr", "en", "sv"])
def test_a_new_project_goes_the_whole_way_at_once(tmp_path, capsys, language):
    root = tmp_path / "yeni okul"
    assert (
        portfolio(
            "init", root, "--school", "Şehit İskender Ercan İlkokulu", "--lang", language, "--country", "TR", "--json"
        )
        == 0
    )
    document = json.loads(capsys.readouterr().out)
    jsonschema.validate(document, SCHEMA)
    assert document["made"]
    for command, expected in (("collect", 0), ("map", 0), ("check", 8)):
        code, _ = said(capsys, command, root=root)
        assert code == expected, command
    before = fixity(root)
    assert portfolio("init", root, "--school", "Başka", "--lang", language, "--country", "TR") in (0, 3)
    assert {name: each for name, each in fixity(root).items() if name in before} == before


def test_threads_left_behind_do_not_keep_a_run_alive(root):
    assert portfolio("collect", root=root) == 0
    assert [thread for thread in threading.enumerate() if not thread.daemon] == [threading.main_thread()]
