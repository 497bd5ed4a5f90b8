"""All benchmarks, one after the other, as one Markdown table; the long past is written once for all of them."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import arabic_layout, durable_event, first_paint, key_to_paint, library_loading, memory
from tests.benchmarks.measure import Row, Size, asked, table

ALL = (first_paint, key_to_paint, durable_event, arabic_layout, library_loading, memory)


def measured(size: Size) -> list[Row]:
    """The rows of all of them."""
    with TemporaryDirectory(prefix="agent-tui-bench-") as folder:
        size = size if size.past is not None else replace(size, past=Path(folder))
        found: list[Row] = []
        for benchmark in ALL:
            print(f"{benchmark.__name__.rpartition('.')[2]} ...", file=sys.stderr)
            found += benchmark.rows(size)
        return found


if __name__ == "__main__":
    print(table(measured(asked(__doc__))))
