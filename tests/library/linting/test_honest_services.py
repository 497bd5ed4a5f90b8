"""Eleven services as people really write them: they load beside the starter scripts without a problem or a warning."""

from pathlib import Path
from shutil import copytree

from agent_tui.library import load

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[2] / "scripts"


def test_honest_services_load_beside_the_starter_scripts(tmp_path: Path) -> None:
    root = tmp_path / "scripts"
    copytree(SCRIPTS, root)
    copytree(HERE / "honest", root, dirs_exist_ok=True)
    library = load(root)
    assert not library.problems
    assert not library.warnings
    written = {path.stem for path in (HERE / "honest" / "services").iterdir()}
    assert len(written) == 11
    assert written <= set(library.scripts)
