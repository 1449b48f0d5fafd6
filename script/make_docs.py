"""Write the generated pages again: commands from their help, messages, interface, the page for teachers, schemas."""

import json
import sys
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import click  # noqa: E402 - the checkout is put on the path first, so that this runs from anywhere

from portfolio.cli.app import COMMANDS, make_group  # noqa: E402 - likewise
from portfolio.cli.words import read_words  # noqa: E402 - likewise
from portfolio.frameworkfile import pack_schemas  # noqa: E402 - likewise
from portfolio.project import project_schema  # noqa: E402 - likewise
from script.docpages import TONGUES, interface_page, problems_page, teachers_page  # noqa: E402 - likewise

DOCS = ROOT / "docs"


def commands_page() -> str:
    """The help of every command, as `portfolio … -h` prints it in English."""
    group = make_group(read_words("en"))
    lines = ["# Commands", "", "Made from the program's own help by `script/make_docs.py`.", ""]
    for name in ("", *COMMANDS):
        command: click.Command | None = group
        context = click.Context(group, info_name="portfolio", terminal_width=100)
        if name:
            command = group.get_command(context, name)
            assert command is not None
            context = click.Context(command, parent=context, info_name=name, terminal_width=100)
        lines += [f"## portfolio {name}".rstrip(), "", "```", command.get_help(context), "```", ""]
        members = command.list_commands(context) if name and isinstance(command, click.Group) else ()
        for member in members:
            inner = command.get_command(context, member)
            assert inner is not None
            context = click.Context(inner, parent=context, info_name=member, terminal_width=100)
            lines += [f"## portfolio {name} {member}", "", "```", inner.get_help(context), "```", ""]
    return "\n".join(lines)


def schema_page(schema: dict[str, Any]) -> str:
    """A JSON Schema, for editors that check as one types."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


PAGES = {
    "commands.md": commands_page,
    "problems.md": problems_page,
    "interface.md": interface_page,
    **{f"teachers.{language}.md": partial(teachers_page, language) for language in TONGUES},
    "schemas/portfolio.json": partial(schema_page, project_schema()),
    **{f"schemas/framework/{name}.json": partial(schema_page, schema) for name, schema in pack_schemas().items()},
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_text(page(), encoding="utf-8", newline="\n")
