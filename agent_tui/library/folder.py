"""What lies in a scripts folder: the files to read, and those nobody will."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from agent_tui.library.problem import Problem, printable

LIBRARY = Path("library.yaml")
BANKS = Path("phrases")
SCRIPTS = Path("services")
FOLDERS = frozenset({"phrases", "services", "scenarios", "scorecards", "notices"})
FILES = frozenset({"library.yaml", "approvals.yaml"})
PLAIN = frozenset({".md", ".txt", ".json", ""})
"""Endings of files people keep beside content: readme, licence, the schema for their editor."""


@dataclass
class Folder:
    """The files of a scripts folder, by their paths relative to it, in order."""

    root: Path
    banks: list[Path] = field(default_factory=list)
    scripts: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def survey(root: Path) -> Folder:
    """Look through a scripts folder."""
    folder = Folder(root)
    for path in _listed(folder, Path()):
        if path.name in FILES:
            continue
        is_folder = (root / path).is_dir()
        if path.name in FOLDERS:
            if not is_folder:
                folder.problems.append(_about(path, "file_for_folder", name=path.name))
        elif is_folder or path.suffix not in PLAIN:
            known = sorted(FOLDERS if is_folder else FILES)
            hint = next(iter(get_close_matches(path.name, known, n=1)), "")
            code = "unknown_folder" if is_folder else "unknown_file"
            folder.warnings.append(_about(path, code, name=path.name, hint=hint, known=", ".join(known)))
    folder.banks = _yaml_files(folder, BANKS)
    folder.scripts = _yaml_files(folder, SCRIPTS)
    return folder


def _yaml_files(folder: Folder, kind: Path) -> list[Path]:
    found: list[Path] = []
    if not (folder.root / kind).is_dir():
        return found
    for path in _listed(folder, kind):
        if path.suffix == ".yaml":
            found.append(path)
        elif (folder.root / path).is_dir():
            folder.warnings.append(_about(path, "unknown_folder", name=path.name, hint="", known=kind.as_posix()))
        elif path.suffix not in PLAIN:
            folder.warnings.append(_about(path, "not_yaml", name=path.name))
    return found


def _listed(folder: Folder, inside: Path) -> list[Path]:
    try:
        names = sorted(one.name for one in (folder.root / inside).iterdir())
    except OSError as error:
        code = "folder_missing" if isinstance(error, FileNotFoundError | NotADirectoryError) else "unreadable"
        folder.problems.append(_about(inside, code, reason=error.strerror or "", name=str(folder.root)))
        return []
    return [inside / name for name in names if not name.startswith(".")]


def _about(path: Path, code: str, **params: object) -> Problem:
    return Problem(path, 1, 1, "", code, {name: printable(str(value)) for name, value in params.items()})
