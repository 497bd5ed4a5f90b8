"""The house keeps its walls: imports point one way, start-up stays light, files stay small, and no machine leaks in."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "agent_tui"


@dataclass(frozen=True)
class Layer:
    """What the modules of one room may import, beside the standard library and the room itself."""

    below: frozenset[str]
    others: frozenset[str]


def layer(*below: str, others: str = "") -> Layer:
    return Layer(frozenset(below), frozenset(others.split()))


LAYERS = {
    "core": layer(),
    "arabic": layer("core", others="bidi arabic_reshaper wcwidth"),
    "places": layer(others="platformdirs"),
    "crash": layer(),
    "locale": layer("core", "arabic", others="hijridate"),
    "desk": layer("core", "arabic", "locale", "library", "journal"),
    "library": layer("core", "arabic", others="yaml jsonschema_rs rfc8785 hijridate"),
    "journal": layer("core", "arabic", others="sqlite_utils pysqlite3 ulid rfc8785"),
    "tui": layer(
        *("core", "arabic", "locale", "library", "journal", "desk", "places", "crash"),
        others="textual rich click platformdirs ulid hijridate",
    ),
    "cli": layer(
        "core",
        "arabic",
        "locale",
        "library",
        "journal",
        "desk",
        "tui",
        "places",
        "crash",
        others="click platformdirs ulid hijridate yaml rfc8785 jsonschema_rs sqlite_utils",
    ),
}
DOORS = {"__init__": layer(), "__main__": layer("cli")}  # the modules beside the rooms

POOR_WORDS = {"util", "utils", "helper", "helpers", "manager", "managers", "service"}
LONGEST = {"tui/screens/": 200, "": 300}  # the first that fits a path is its limit, in lines


# Imports


def imports(source: str, module: str, is_package: bool) -> Iterator[tuple[int, str]]:
    """Every module named by an import, late and type-checking ones too, with its line."""
    package = module if is_package else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                for name in names:
                    yield node.lineno, name.name
            case ast.ImportFrom(module=origin, names=names, level=level):
                if level:
                    above = package.split(".")[: len(package.split(".")) - level + 1]
                    origin = ".".join([*above, *([origin] if origin else [])])
                for name in names:
                    yield node.lineno, f"{origin}.{name.name}" if origin == "agent_tui" else origin or ""
            case ast.Call(
                func=ast.Name(id="__import__" | "import_module") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield node.lineno, name


def may_import(room: str, target: str) -> bool:
    """Say whether a module of the room may import the target module."""
    allowed = LAYERS.get(room) or DOORS[room]
    top, _, rest = target.partition(".")
    if top == "agent_tui":
        inner = rest.partition(".")[0]
        return inner not in LAYERS or inner == room or inner in allowed.below
    return top in sys.stdlib_module_names or top in allowed.others


def crossings(package: Path) -> list[str]:
    """Name every import under the package that climbs a wall, as file:line."""
    found = []
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package)
        room = inside.parts[0].removesuffix(".py")
        if room not in LAYERS and room not in DOORS:
            found.append(f"agent_tui/{inside.as_posix()}:1: no layer: give {room!r} its row in LAYERS")
            continue
        names = [part for part in inside.with_suffix("").parts if part != "__init__"]
        module = ".".join(["agent_tui", *names])
        found += [
            f"agent_tui/{inside.as_posix()}:{line}: {room} may not import {target}"
            for line, target in imports(path.read_text("utf-8"), module, inside.name == "__init__.py")
            if not may_import(room, target)
        ]
    return found


def plant(folder: Path, path: str, source: str) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, "utf-8")
    return folder


def test_imports_point_one_way() -> None:
    found = crossings(PACKAGE)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        ("core/script.py", "import yaml\n", "core/script.py:1: core may not import yaml"),
        ("core/script.py", "def f():\n    import textual.app\n", "core/script.py:2: core may not import textual.app"),
        ("core/a/b.py", "from ...journal import x\n", "core/a/b.py:1: core may not import agent_tui.journal"),
        ("core/a/__init__.py", "from ... import tui\n", "core/a/__init__.py:1: core may not import"),
        ("core/x.py", "from agent_tui import tui\n", "core/x.py:1: core may not import agent_tui.tui"),
        ("arabic/x.py", "from agent_tui.library import y\n", "arabic/x.py:1: arabic may not import agent_tui.library"),
        ("library/x.py", "import sqlite_utils\n", "library/x.py:1: library may not import sqlite_utils"),
        ("library/x.py", "import agent_tui.journal.store\n", "library/x.py:1: library may not import"),
        ("journal/x.py", "from rich import print\n", "journal/x.py:1: journal may not import rich"),
        ("locale/x.py", "from babel.plural import y\n", "locale/x.py:1: locale may not import babel"),
        ("tui/x.py", "from agent_tui.cli import main\n", "tui/x.py:1: tui may not import agent_tui.cli"),
        ("tui/x.py", "import babel\n", "tui/x.py:1: tui may not import babel"),
        ("cli.py", "from textual.app import App\n", "cli.py:1: cli may not import textual.app"),
        ("cli/run.py", "import_module('rich.text')\n", "cli/run.py:1: cli may not import rich.text"),
        ("cli/run.py", "importlib.import_module('textual')\n", "cli/run.py:1: cli may not import textual"),
        ("attic.py", "", "attic.py:1: no layer"),
        ("__init__.py", "from agent_tui.cli import main\n", "__init__.py:1: __init__ may not import agent_tui.cli"),
    ],
)
def test_a_planted_import_is_found(tmp_path: Path, path: str, source: str, expected: str) -> None:
    found = crossings(plant(tmp_path, path, source))
    assert len(found) == 1
    assert found[0].startswith(f"agent_tui/{expected}")


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("core/a/b.py", "import json\nfrom ..script import x\nfrom . import c\n"),
        ("core/x.py", "from agent_tui import __version__\nfrom collections.abc import Iterator\n"),
        ("library/x.py", "from agent_tui.core.script import Script\nimport yaml\nfrom ..arabic import fold\n"),
        ("journal/x.py", "def f():\n    from sqlite_utils import Database\n"),
        ("tui/app.py", "from textual.app import App\nfrom agent_tui.journal.store import Store\n"),
        ("cli.py", "import click\ndef f():\n    from agent_tui.tui.app import AgentApp\n"),
        ("__main__.py", "from agent_tui.cli import main\n"),
    ],
)
def test_a_lawful_import_is_let_through(tmp_path: Path, path: str, source: str) -> None:
    assert crossings(plant(tmp_path, path, source)) == []


# Start-up

LOADED = """
import importlib, json, sys
before = set(sys.modules)
for name in {names!r}:
    importlib.import_module(name)
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def loaded_by(names: Iterable[str], folder: Path = ROOT) -> set[str]:
    """Name the top-level modules that importing these pulls into a clean interpreter."""
    command = [sys.executable, "-c", LOADED.format(names=list(names))]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in json.loads(done.stdout)}


def foreign(modules: set[str]) -> set[str]:
    """Leave out the standard library and ourselves."""
    platform = {name for name in modules if name.startswith("_sysconfigdata")}
    return modules - sys.stdlib_module_names - platform - {"agent_tui"}


def modules_of(room: str) -> list[str]:
    files = sorted((PACKAGE / room).rglob("*.py"))
    names = [file.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for file in files]
    return [name.removesuffix(".__init__") for name in names]


def test_core_loads_the_standard_library_only() -> None:
    names = modules_of("core")
    assert names, "agent_tui/core holds no modules"
    assert foreign(loaded_by(names)) == set()


def test_the_command_line_starts_light() -> None:
    heavy = {"textual", "rich", "sqlite_utils", "pysqlite3", "yaml", "jsonschema_rs", "arabic_reshaper", "bidi"}
    late = heavy & loaded_by(["agent_tui.cli"])
    assert not late, f"agent_tui.cli loads {', '.join(sorted(late))} at its import; import it inside the command"


def test_a_planted_eager_import_is_found(tmp_path: Path) -> None:
    plant(tmp_path, "deep/inner.py", "import yaml\n")
    plant(tmp_path, "eager.py", "import json\nimport deep.inner\n")
    assert {"eager", "deep", "yaml"} <= foreign(loaded_by(["eager"], tmp_path))


# Sizes and names


def oversized(package: Path) -> list[str]:
    """Name every file of more lines than its room allows."""
    found = []
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package).as_posix()
        limit = next(most for start, most in LONGEST.items() if inside.startswith(start))
        lines = path.read_text("utf-8").count("\n")
        if lines > limit:
            found.append(f"agent_tui/{inside}:{lines}: {lines} lines, the most is {limit}; split it by noun")
    return found


def poor_names(package: Path) -> list[str]:
    """Name every module, folder and class called after no noun of the field."""
    found = []
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package)
        places = [(1, part) for part in inside.with_suffix("").parts]
        tree = ast.parse(path.read_text("utf-8"))
        places += [(node.lineno, node.name) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        for line, name in places:
            words = {word.lower() for word in re.findall(r"[A-Z]?[a-z]+", name)}
            if words & POOR_WORDS:
                found.append(f"agent_tui/{inside.as_posix()}:{line}: {name}: name it by what it is in this field")
    return found


def test_files_stay_small() -> None:
    found = oversized(PACKAGE)
    assert not found, "\n" + "\n".join(found)


def test_names_are_nouns_of_the_field() -> None:
    found = poor_names(PACKAGE)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("path", "lines", "ok"),
    [
        ("core/a.py", 300, True),
        ("core/a.py", 301, False),
        ("tui/screens/a.py", 200, True),
        ("tui/screens/a.py", 201, False),
        ("tui/widgets/a.py", 300, True),
    ],
)
def test_a_planted_long_file_is_found(tmp_path: Path, path: str, lines: int, ok: bool) -> None:
    found = oversized(plant(tmp_path, path, "x = 1\n" * lines))
    assert (found == []) is ok
    assert all(line.startswith(f"agent_tui/{path}:{lines}: ") for line in found)


@pytest.mark.parametrize(
    ("path", "source", "line"),
    [
        ("core/utils.py", "", 1),
        ("core/date_helpers.py", "", 1),
        ("manager/a.py", "", 1),
        ("core/a.py", "\n\nclass CallManager: ...\n", 3),
    ],
)
def test_a_planted_poor_name_is_found(tmp_path: Path, path: str, source: str, line: int) -> None:
    found = poor_names(plant(tmp_path, path, source))
    assert len(found) == 1
    assert found[0].startswith(f"agent_tui/{path}:{line}: ")


# What git holds

# Put together from parts, so that this file names none of them.
FOLDERS = "|".join(("home", "root", "work", "Users"))
REGISTRIES = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "npmjs" + ".org",
    "deb." + "debian.org",
    "debian." + "org/debian",
)
MACHINE = re.compile(rf"(?<![\w.~$}}:*-])/(?:{FOLDERS})/\w|[A-Z]:\\+Users\\+\w|/opt/" + "pypi")


def leaks(text: str) -> Iterator[tuple[int, str]]:
    """Find the paths of one machine and the package registries named in a text, with their lines."""
    for number, line in enumerate(text.split("\n"), 1):
        if path := MACHINE.search(line):
            yield number, f"a path of one machine: {path[0]}"
        for registry in REGISTRIES:
            if registry in line:
                yield number, f"a package registry: {registry}"


def files_in_git() -> list[Path]:
    """List the files git tracks here, and those it would if they were added now."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_git_holds_nothing_of_one_machine() -> None:
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{line}: {what}"
        for path in files_in_git()
        for line, what in leaks(path.read_text("utf-8", errors="replace"))
    ]
    assert not found, "\n" + "\n".join(found)


def test_planted_leaks_are_found() -> None:
    planted = ["x", "see '/" + "home/huda/notes'", "at /" + "work/main/x.py", "C:\\" + "Users\\huda", REGISTRIES[0]]
    assert [line for line, _ in leaks("\n".join(planted))] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    "line", ["~/work/x", "$HOME/work/x", "example.org/home/x", "team/work/plan", "a /homepage/", "https://x/root/y"]
)
def test_an_ordinary_path_is_no_leak(line: str) -> None:
    assert list(leaks(line)) == []
