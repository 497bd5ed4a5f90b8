"""One sentence put where it is said, among content in which nothing is amiss."""

from __future__ import annotations

import re
from pathlib import Path

from tests.library.linting.shelf import BANK, HOUSE, LIBRARY, SCRIPT, SERVICE, SHARED, Content

PLACES = {
    "listen": "    - {id: ask, ",
    "read_back": "    - {id: read, ",
    "apology": "    - id: unknown\n",
    "our apology": "    - id: unknown\n",
    "solve": "    - {id: stands, ",
    "option": "        - {id: written-it, ",
    "option with a promise": "        - {id: expedite-it, ",
    "refusal": "        - {id: why, ",
    "thank": "    - {use: shared.thanks}",
    "hold": "  - {id: one-minute, ",
    "emergency": "  - {use: shared.danger}",
}
"""Where a sentence is said -> before what it is put."""
KEYS = {"apology": "parts: [effort], ", "our apology": "parts: [responsibility, repair], fault: [ours], "}


def told_of(folder: Path, place: str, sentence: str, more: str = "") -> list[str]:
    """The codes of what is told about a sentence in Arabic or English, said in a place."""
    arabic = re.search("[\u0621-\u064a]", sentence) is not None
    slots = "".join(f" {slot}" for slot in dict.fromkeys(re.findall(r"\{[a-z_]+\}", sentence)))
    quoted = "'" + sentence.replace("'", "''") + "'"
    texts = f'ar: {quoted}, en: "Yes{slots}."' if arabic else f'ar: "نعم{slots}.", en: {quoted}'
    before = PLACES[place]
    indent = before[: len(before) - len(before.lstrip())]
    phrase = f"{indent}- {{id: tested, {KEYS.get(place, '')}{more}text: {{{texts}}}}}\n"
    file = LIBRARY if place in ("hold", "emergency") else SERVICE
    content = Content(folder)
    files = {LIBRARY: HOUSE, SHARED: BANK, SERVICE: SCRIPT}
    assert files[file].count(before) == 1
    for path, held in files.items():
        content.write(path, held.replace(before, phrase + before) if path == file else held)
    return content.codes()
