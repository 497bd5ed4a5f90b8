"""What is being typed and is no event yet, kept so that a crash loses at most the latest words."""

from __future__ import annotations

from agent_tui.journal.connection import Connections


class Drafts:
    """Drafts by interaction and name, such as `note` or `field:request_no`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def save(self, interaction: str, name: str, text: str) -> None:
        """Keep a draft in place of the former; an empty one is forgotten."""
        with self._connections.writing() as connection:
            if text:
                connection.execute(
                    "INSERT INTO draft(interaction, name, text) VALUES (?, ?, ?)"
                    " ON CONFLICT(interaction, name) DO UPDATE SET text = excluded.text",
                    (interaction, name, text),
                )
            else:
                connection.execute("DELETE FROM draft WHERE interaction = ? AND name = ?", (interaction, name))

    def read(self, interaction: str) -> dict[str, str]:
        """An interaction's drafts by name."""
        with self._connections.reading() as connection:
            rows = connection.execute("SELECT name, text FROM draft WHERE interaction = ?", (interaction,))
            return dict(rows.fetchall())

    def clear(self, interaction: str, name: str | None = None) -> None:
        """Forget one draft, or all of an interaction's."""
        with self._connections.writing() as connection:
            connection.execute(
                "DELETE FROM draft WHERE interaction = ?1 AND (?2 IS NULL OR name = ?2)", (interaction, name)
            )
