"""A hook of MkDocs: each page says in which language it is, for who has it read out."""

from __future__ import annotations

from typing import Any


def on_post_page(output: str, page: Any, config: Any) -> str:
    """The finished page, with its own language (`extra.languages` of mkdocs.yml) in place of the site's."""
    language = config.extra["languages"].get(page.file.src_uri)
    return output.replace('<html lang="en"', f'<html lang="{language}"', 1) if language else output
