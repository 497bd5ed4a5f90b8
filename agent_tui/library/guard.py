"""On guard before YAML is composed: what could hang or crash the reader is refused while it is still events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DEPTH = 64
ALIASES = 1_000
NODES = 50_000
FILE_BYTES = 1_000_000
SCALAR_BYTES = 65_536


class UnreadableError(Exception):
    """A file that is not read any further; line and column count from 0."""

    def __init__(self, code: str, line: int = 0, column: int = 0, params: Mapping[str, object] | None = None) -> None:
        self.code = code
        self.line = line
        self.column = column
        self.params = params or {}
        super().__init__(code)


class Guard:
    """Counts what one file asks for; `UnreadableError` at the first thing that is too much or is not used here.

    Sizes are counted as they would be after every alias is written out, because that is what the checks
    and the canonical form see: nine aliases of nine aliases are small on disk only.
    """

    def __init__(self) -> None:
        self.documents = 0
        self.nodes = 0
        self.aliases = 0
        self.sizes: dict[str, int] = {}
        self.open: list[tuple[str | None, int]] = []

    def pass_event(self, event: Any) -> None:
        """Look at one event of `yaml.parse`."""
        import yaml

        match event:
            case yaml.ScalarEvent():
                self._node(event)
                if len(event.value.encode("utf-8", "surrogatepass")) > SCALAR_BYTES:
                    raise self._refused("text_too_big", event, limit=SCALAR_BYTES // 1024)
                if event.value == "<<" and event.implicit[0]:
                    raise self._refused("merge_key", event)
                if event.anchor:
                    self.sizes[event.anchor] = 1
            case yaml.CollectionStartEvent():
                self._node(event)
                self.open.append((event.anchor, self.nodes))
                if len(self.open) > DEPTH:
                    raise self._refused("too_deep", event, limit=DEPTH)
            case yaml.CollectionEndEvent():
                anchor, before = self.open.pop()
                if anchor:
                    self.sizes[anchor] = self.nodes - before + 1
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise self._refused("several_documents", event)

    def _node(self, event: Any) -> None:
        if event.tag is not None:
            raise self._refused("tag", event, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if event.anchor and (event.anchor in self.sizes or any(anchor == event.anchor for anchor, _ in self.open)):
            raise self._refused("duplicate_anchor", event, anchor=event.anchor)
        self._count(event, 1)

    def _alias(self, event: Any) -> None:
        self.aliases += 1
        if self.aliases > ALIASES:
            raise self._refused("too_many_aliases", event, limit=ALIASES)
        if any(anchor == event.anchor for anchor, _ in self.open):
            raise self._refused("alias_of_itself", event, anchor=event.anchor)
        if event.anchor not in self.sizes:
            raise self._refused("unknown_alias", event, anchor=event.anchor)
        self._count(event, self.sizes[event.anchor])

    def _count(self, event: Any, size: int) -> None:
        self.nodes += size
        if self.nodes > NODES:
            raise self._refused("too_many_values", event, limit=NODES)

    @staticmethod
    def _refused(code: str, event: Any, **params: object) -> UnreadableError:
        return UnreadableError(code, event.start_mark.line, event.start_mark.column, params)
