"""Who may import whom, and which library is used where: the two tables of the architecture, read from the imports."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "portfolio"

# Downwards only: a module may import its own layer's named friends and everything below.
LAYERS = [
    {"cli"},
    {"build"},
    {"audit", "render", "compose", "visibility", "mapping", "consent", "intake"},
    {
        "framework",
        "frameworkfile",
        "project",
        "projectfile",
        "decisions",
        "narratives",
        "targets",
        "themes",
        "i18n",
        "starter",
    },
    {"files", "resources"},
    {"errors"},
    {"model"},
]
# Within a layer: who may use whom.
FRIENDS = {
    ("compose", "visibility"),
    ("render", "visibility"),
    ("project", "projectfile"),
    ("project", "decisions"),
    ("project", "narratives"),
    ("project", "i18n"),
    ("framework", "frameworkfile"),
    ("framework", "i18n"),
    ("targets", "framework"),
    ("decisions", "i18n"),
    ("narratives", "i18n"),
}
LIBRARIES = {
    "click": {"cli"},
    "rich": {"cli"},
    "jinja2": {"themes", "render.html"},
    "weasyprint": {"render.pdf"},
    "pikepdf": {"render.pdf"},
    "pypdf": {"audit"},
    "pypdfium2": {"files.pdfpages"},
    "docx": {"render.docx"},
    "PIL": {"files.picture", "render.derivatives", "audit"},
    "pillow_heif": {"files.picture", "render.derivatives", "audit"},
    "openpyxl": {"files.workbook"},
    "yaml": {"files.yamlfile"},
    "defusedxml": {"files"},
    "pydantic": {"projectfile", "frameworkfile", "themes", "files", "intake", "consent"},
    "pydantic_core": {"files"},
    "sqlite3": {"intake", "build.state"},
    "markdown_it": {"compose.prose"},
    "platformdirs": {"project"},
    "fontTools": {"render.glyphs"},
}
POSIX_ONLY = {"resource", "fcntl", "pwd", "grp", "termios", "msvcrt", "winreg"}
NOTHING_TO_DO = ("weasyprint", "docx", "PIL", "pikepdf", "pypdf", "pypdfium2", "openpyxl", "flask")


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the package: its name below `portfolio` ("render.pdf") and its syntax tree."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.AST) -> Iterator[str]:
    """The full names that a tree imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module


def faults(name: str, tree: ast.Module) -> Iterator[str]:
    """What a module imports against the two tables."""
    mine = name.partition(".")[0]
    for imported in imports(tree):
        top, _, rest = imported.partition(".")
        if top == "portfolio":
            theirs = rest.partition(".")[0]
            if theirs and theirs != mine and not may_import(mine, theirs):
                yield f"{name} imports {imported}"
        elif top not in sys.stdlib_module_names or top == "sqlite3":
            allowed = LIBRARIES.get(top, set())
            if not any(name == home or name.startswith(f"{home}.") for home in allowed):
                yield f"{name} uses {top}"


def may_import(mine: str, theirs: str) -> bool:
    """Whether a top-level part of the package may use another one."""
    level = {part: number for number, layer in enumerate(LAYERS) for part in layer}
    if mine not in level or theirs not in level:
        return False
    return level[mine] < level[theirs] or (mine, theirs) in FRIENDS


def test_imports_point_downwards_and_libraries_stay_in_their_adapters():
    found = dict(modules())
    parts = {name.partition(".")[0] for name in found if name}
    assert parts >= set().union(*LAYERS), "the table names parts that are not there"
    assert [fault for name, tree in found.items() if name for fault in faults(name, tree)] == []


def test_the_guard_sees_a_fault():
    planted = ast.parse("import weasyprint\nfrom portfolio.cli.words import Words\nimport requests")
    assert list(faults("mapping.assign", planted)) == [
        "mapping.assign uses weasyprint",
        "mapping.assign imports portfolio.cli.words",
        "mapping.assign uses requests",
    ]


def test_every_library_of_the_table_is_used_where_it_says():
    used = {(top, name) for name, tree in modules() for top in {found.partition(".")[0] for found in imports(tree)}}
    for library, homes in LIBRARIES.items():
        if library in {"fontTools", "pydantic_core", "pikepdf"}:  # allowed, not needed yet
            continue
        assert any(top == library and name.startswith(tuple(homes)) for top, name in used), library


def test_no_module_imports_posix_only_modules_at_its_top():
    seen = 0
    for name, tree in modules():
        for node in tree.body:
            seen += 1
            assert POSIX_ONLY.isdisjoint(imports_of(node)), name
    assert seen > 500


def imports_of(node: ast.stmt) -> set[str]:
    """What one top-level statement imports, if it is an import."""
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {(node.module or "").partition(".")[0]}
    return set()


def test_modules_have_one_noun():
    lengths = {
        path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")
    }
    assert len(lengths) > 60
    assert {path: length for path, length in lengths.items() if length > 400} == {}


@pytest.mark.parametrize("arguments", [["--help"], ["build", "-h"], ["check", "-h"]])
def test_help_loads_no_heavy_library(arguments):
    import subprocess

    code = f"import sys, portfolio.cli.app as app; app.run({arguments!r}); print(*sorted(sys.modules), file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in run.stderr.split()}
    assert "click" in loaded
    assert loaded.isdisjoint(NOTHING_TO_DO)
