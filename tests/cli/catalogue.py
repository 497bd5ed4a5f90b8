"""The Arabic catalogue with the command line's words in it, whether they were merged yet or not."""

from __future__ import annotations

from pathlib import Path

from agent_tui.locale import catalogue

FOLDER = Path(catalogue.__file__).parent / "ar"
PO = FOLDER / "LC_MESSAGES" / "agent_tui.po"


def merged_into(folder: Path) -> Path:
    """A folder of catalogues to read instead of the program's own."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with PO.open("rb") as file:
        words = read_po(file, locale="ar")
    for part in sorted(FOLDER.glob("*.po.part")):
        with part.open("rb") as file:
            for message in read_po(file, locale="ar"):
                if message.id:
                    words.delete(message.id)
                    words.add(message.id, message.string)
    target = folder / "ar" / "LC_MESSAGES" / "agent_tui.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_mo(file, words)
    return folder
