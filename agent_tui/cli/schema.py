"""`agent-tui schema`: what a script may hold, for editors that complete and check it."""

from __future__ import annotations

import sys

import click

from agent_tui.cli.command import Command, OneOf, Option
from agent_tui.locale import N_

SHAPES = {"service": "script", "bank": "bank", "library": "library", "approvals": "approvals"}
"""What people call the kinds of file -> what the library calls them."""


@click.command(
    "schema",
    cls=Command,
    help=N_(
        "Print the JSON Schema of the scripts, for an editor.\n\n"
        "An editor with the YAML language server completes and checks a file that begins with the line "
        "# yaml-language-server: $schema=agent-tui.schema.json"
    ),
    examples=(
        ("agent-tui schema > agent-tui.schema.json", N_("one schema, which tells the kinds of file apart")),
        ("agent-tui schema --shape bank", N_("that of a bank of phrases")),
    ),
)
@click.option("--shape", cls=Option, type=OneOf(tuple(SHAPES)), help=N_("Only of this kind of file."))
def command(shape: str | None) -> None:
    """Print a schema."""
    from agent_tui.cli.records import as_json
    from agent_tui.library import Shape, schema

    sys.stdout.write(as_json(schema(Shape(SHAPES[shape]) if shape else None), indent=2) + "\n")
