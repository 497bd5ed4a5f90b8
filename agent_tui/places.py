"""Where things are kept: the data folder, the scripts, and what this computer remembers of its user."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent
DATA_VARIABLE = "AGENT_TUI_DATA"
SCRIPTS_VARIABLE = "AGENT_TUI_SCRIPTS"


def in_checkout() -> bool:
    """Whether the program runs from its own source folder."""
    return (CHECKOUT / "pyproject.toml").is_file() and (CHECKOUT / "scripts" / "library.yaml").is_file()


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one installation."""

    data: Path
    scripts: Path

    @property
    def journal(self) -> Path:
        """The journal of real contacts."""
        return self.data / "journal.db"

    @property
    def practice(self) -> Path:
        """The journal of practice sessions, never mixed with the real one."""
        return self.data / "practice.db"

    @property
    def preferences(self) -> Path:
        """What this computer remembers between starts."""
        return self.data / "preferences.json"

    @classmethod
    def find(cls, data: str | Path | None = None, scripts: str | Path | None = None) -> Places:
        """The folders to use: what the command line says, then the environment, then where the program lives."""
        chosen = data or os.environ.get(DATA_VARIABLE)
        home = Path(chosen).expanduser().absolute() if chosen else _usual_data()
        wanted = scripts or os.environ.get(SCRIPTS_VARIABLE)
        return cls(home, Path(wanted).expanduser().absolute() if wanted else _usual_scripts(home))


def _usual_data() -> Path:
    if in_checkout():
        return CHECKOUT / "data"
    from platformdirs import user_data_path

    return user_data_path("agent-tui", appauthor=False)


def _usual_scripts(data: Path) -> Path:
    copied = data / "scripts"
    if (copied / "library.yaml").is_file():
        return copied
    return CHECKOUT / "scripts" if in_checkout() else starter_scripts()


def starter_scripts() -> Path:
    """The scripts the program came with."""
    carried = PACKAGE / "starter"
    return carried if carried.is_dir() else CHECKOUT / "scripts"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What this computer remembers: who sat here last, the interface language and the colours."""

    language: str | None = None
    person: str | None = None
    theme: str | None = None

    @classmethod
    def read(cls, path: Path) -> Preferences:
        """What was remembered; nothing where the file is missing or unreadable, since all of it can be chosen again."""
        try:
            found = json.loads(path.read_text("utf-8"))
            return cls(**{key: found.get(key) for key in ("language", "person", "theme")})
        except (OSError, ValueError, AttributeError):
            return cls()

    def write(self, path: Path) -> None:
        """Remember; a computer that cannot is asked again next time."""
        part = path.with_suffix(".part")
        try:
            part.write_text(json.dumps(asdict(self), ensure_ascii=False), "utf-8")
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
