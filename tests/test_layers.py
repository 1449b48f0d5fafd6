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
    {"audit", "render", "compose", "visibility", "readiness", "mapping", "consent", "intake"},
    {
        "framework",
        "frameworkfile",
        "labelfile",
        "packfaults",
        "packfiles",
        "packtexts",
        "paperlaws",
        "pasted",
        "pastedkeys",
        "pillarnames",
        "roundfile",
        "sheetkeys",
        "sheetlist",
        "sheetwords",
        "rounds",
        "project",
        "projectfile",
        "columns",
        "decisions",
        "handedover",
        "home",
        "narratives",
        "targets",
        "theme",
        "themecheck",
        "themefile",
        "themes",
        "i18n",
        "namerule",
        "nameways",
        "personal",
        "practice",
        "references",
        "starter",
    },
    {"files", "resources"},
    {"errors"},
    {"model"},
]
# Within a layer: who may use whom.
FRIENDS = {
    ("render", "visibility"),
    ("compose", "visibility"),
    ("project", "projectfile"),
    ("project", "decisions"),
    ("project", "framework"),
    ("project", "narratives"),
    ("project", "i18n"),
    ("project", "home"),
    ("home", "i18n"),
    ("project", "rounds"),
    ("project", "theme"),
    ("projectfile", "roundfile"),
    ("projectfile", "sheetkeys"),
    ("sheetlist", "sheetkeys"),
    ("sheetlist", "columns"),
    ("sheetlist", "i18n"),
    ("frameworkfile", "roundfile"),
    ("frameworkfile", "labelfile"),
    ("frameworkfile", "packtexts"),
    ("labelfile", "packtexts"),
    ("framework", "labelfile"),
    ("framework", "packtexts"),
    ("packfaults", "labelfile"),
    ("paperlaws", "packtexts"),
    ("paperlaws", "themes"),
    ("framework", "frameworkfile"),
    ("framework", "packfaults"),
    ("packfaults", "frameworkfile"),
    ("packfaults", "packfiles"),
    ("packfaults", "pillarnames"),
    ("framework", "packfiles"),
    ("framework", "pasted"),
    ("framework", "i18n"),
    ("packfiles", "frameworkfile"),
    ("packfiles", "pasted"),
    ("packfiles", "i18n"),
    ("pasted", "pillarnames"),
    ("pasted", "pastedkeys"),
    ("pastedkeys", "pillarnames"),
    ("targets", "pastedkeys"),
    ("narratives", "pastedkeys"),
    ("pillarnames", "i18n"),
    ("targets", "pillarnames"),
    ("starter", "decisions"),
    ("columns", "i18n"),
    ("narratives", "i18n"),
    ("nameways", "i18n"),
    ("namerule", "nameways"),
    ("personal", "i18n"),
    ("targets", "i18n"),
    ("decisions", "columns"),
    ("sheetwords", "i18n"),
    ("sheetwords", "theme"),
    ("themecheck", "theme"),
    ("themecheck", "themefile"),
    ("themes", "theme"),
    ("themes", "themecheck"),
    ("themes", "themefile"),
}
LIBRARIES = {
    "click": {"cli"},
    "rich": {"cli"},
    "jinja2": {"theme"},
    "flask": {"cli.desk"},
    "werkzeug": {"cli.desk"},
    "weasyprint": {"render.pdf", "render.conforming", "render.stylesheets"},
    "pikepdf": {
        "audit",
        "render.annex_sheet",
        "render.binding",
        "render.bundle",
        "render.claims",
        "render.clean",
        "render.clean_content",
        "render.clean_cut",
        "render.clean_layers",
        "render.clean_notes",
        "render.clean_pixels",
        "render.clean_resources",
        "render.curves",
        "render.inks",
        "render.office",
        "render.outlines",
        "render.pagebox",
        "render.pdfx",
        "render.press",
        "render.stamp",
        "render.svg",
        "render.tiles",
        "render.unseen",
    },
    "cssselect2": {"audit"},
    "pydyf": {"render.conforming", "render.settled"},
    "pypdfium2": {"files.pdfpages"},
    "docx": {"render.docx", "render.docx_bare", "render.docx_fonts", "render.docx_package"},
    "PIL": {
        "render.clean_pixels",
        "files.picture",
        "files.deskew",
        "files.logo",
        "render.derivatives",
        "render.pixels",
        "render.redact",
        "audit",
    },
    "pillow_heif": {"files.picture", "render.derivatives"},
    "openpyxl": {"files.workbook", "files.sheetbook"},
    "yaml": {"files.yamledit", "files.yamlfile"},
    "defusedxml": {"files"},
    "pydantic": {
        "projectfile",
        "sheetkeys",
        "frameworkfile",
        "labelfile",
        "packtexts",
        "roundfile",
        "themefile",
        "files",
    },
    "pydantic_core": {"files"},
    "sqlite3": {"intake", "build.state"},
    "markdown_it": {"compose.prose"},
    "platformdirs": {"home"},
    "fontTools": {"files.font", "render.docx_fonts", "render.outlines", "render.stampfont"},
    "phonenumbers": {"personal"},
    "striprtf": {"intake.readers.rtf"},
    "tinycss2": {"audit"},
    "tinyhtml5": {"audit"},
    "segno": {"render.qr"},
}
POSIX_ONLY = {"resource", "fcntl", "pwd", "grp", "termios", "msvcrt", "winreg"}
NOTHING_TO_DO = ("weasyprint", "docx", "PIL", "pikepdf", "pypdf", "pypdfium2", "openpyxl", "flask")


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the package: its name below `portfolio` ("render.pdf") and its syntax tree."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.AST) -> Iterator[str]:
    """The full names of the modules that a tree imports, wherever in it; "." for a relative import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield "."
        elif isinstance(node, ast.ImportFrom) and node.module == "portfolio":
            yield from (f"portfolio.{alias.name}" for alias in node.names if alias.name != "__version__")
        elif isinstance(node, ast.ImportFrom) and node.module:
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
        elif top in sys.stdlib_module_names and top != "sqlite3":
            continue
        elif not any(lies_in(name, home) for home in LIBRARIES.get(top, ())):
            yield f"{name} uses {top or imported}"


def lies_in(name: str, home: str) -> bool:
    """Whether a module is the named one or lies in it."""
    return name == home or name.startswith(f"{home}.")


def may_import(mine: str, theirs: str) -> bool:
    """Whether a top-level part of the package may use another one."""
    level = {part: number for number, layer in enumerate(LAYERS) for part in layer}
    if mine not in level or theirs not in level:
        return False
    return level[mine] < level[theirs] or (mine, theirs) in FRIENDS


def test_imports_point_downwards_and_libraries_stay_in_their_adapters():
    found = dict(modules())
    parts = {name.partition(".")[0] for name in found} - {"__init__"}
    assert parts == set().union(*LAYERS)
    assert [fault for name, tree in found.items() for fault in faults(name, tree)] == []


def test_the_guard_sees_a_fault():
    planted = ast.parse(
        "import weasyprint\nfrom portfolio.cli.words import Words\nimport requests\n"
        "from portfolio import review, errors\nfrom .. import cli\nfrom portfolio.intake.names import shown"
    )
    assert list(faults("mapping.assign", planted)) == [
        "mapping.assign uses weasyprint",
        "mapping.assign imports portfolio.cli.words",
        "mapping.assign uses requests",
        "mapping.assign imports portfolio.review",
        "mapping.assign uses .",
        "mapping.assign imports portfolio.intake.names",
    ]


def test_what_the_tables_allow_is_needed():
    used = {(name, imported) for name, tree in modules() for imported in imports(tree)}
    parts = {
        (name.partition(".")[0], imported.split(".")[1]) for name, imported in used if imported[:10] == "portfolio."
    }
    assert FRIENDS - parts == set()
    allowed = {(library, home) for library, homes in LIBRARIES.items() for home in homes}
    assert {
        (library, home)
        for library, home in allowed
        if not any(imported.partition(".")[0] == library and lies_in(name, home) for name, imported in used)
    } == set()


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
