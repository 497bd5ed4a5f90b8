"""What stands there for nothing: shared phrases that no script says.

A field is used by being asked: an answer such as a consent is kept even where no sentence depends on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from agent_tui.library.linting.material import Material
from agent_tui.library.linting.remark import Remark, about


def unused_phrase(material: Material) -> Iterator[Remark]:
    """Report shared phrases that are used nowhere."""
    if not material.whole:
        return
    for bank in material.reading.banks:
        for phrase in bank.root["phrases"].each():
            name = f"{bank.path.stem}.{phrase['id'].text}"
            if phrase["id"].text and name not in material.uses:
                yield about(phrase["id"], "unused_phrase", params={"name": name})
